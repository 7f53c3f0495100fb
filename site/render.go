package site

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"golang.org/x/net/html"

	"notices.example/notices"
)

// maxPage is how large a page can become. A layout that repeats without end
// stops here.
const maxPage = 5 << 20

var errTooLarge = errors.New("the page is larger than 5 MiB")

// renderer renders the pages of a plan.
type renderer struct {
	*plan
	templates *templates
	small     *minify.M
	pages     map[string]made // those that the next run can use again, by address
	made      int
	findings  []notices.Finding
}

// rendered is what came of one page. The files of one with a mistake in it are not
// there, or not faultless, and are not used again.
type rendered struct {
	made
	faultless bool
	findings  []notices.Finding
	err       error
}

// render executes the layout of every page. It goes on after a page that fails,
// to find all mistakes at once.
func (r *renderer) render() (*Output, []notices.Finding, error) {
	files, err := r.makeFiles()
	if err != nil {
		return nil, nil, err
	}
	out := &Output{Files: append(files, r.style), Version: r.in.Version}
	for i, one := range r.all() {
		if one.err != nil {
			return nil, nil, one.err
		}
		page := r.plan.pages[i]
		for _, f := range one.findings {
			r.findings = addOnce(r.findings, f)
		}
		for _, f := range one.files {
			f.Source, f.Notice = page.source, page.notice
			out.Files = append(out.Files, f)
		}
		if one.faultless {
			r.pages[page.address] = one.made
		}
	}
	for _, problem := range unsafeStyle(r.style.Content) {
		if len(r.ownStyles) == 0 {
			return nil, nil, fmt.Errorf("the finished style sheet %s", problem)
		}
		r.findings = addOnce(r.findings, unsafeLayout(r.ownStyles[0], "", problem))
	}
	slices.SortFunc(out.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	out.Made = r.made
	return out, r.findings, nil
}

// all gives every page and its other forms, in the order of the plan: those of the
// last run when the view is the same. Templates count what they do, so one is
// executed at a time; all that comes after it is done beside the next.
func (r *renderer) all() []rendered {
	results := make([]rendered, len(r.plan.pages))
	var beside sync.WaitGroup
	places := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, page := range r.plan.pages {
		one := &results[i]
		one.made = made{layout: page.layout, view: page.view, forms: r.formsKey(page)}
		if files, known := r.memory.recall(page.address, one.made); known {
			one.files, one.faultless = files, true
			continue
		}
		r.made++
		raw, err := r.execute(page)
		if err != nil {
			r.mistaken(page, one, err)
			if r.templates.allowance.used() {
				break
			}
			continue
		}
		places <- struct{}{}
		beside.Go(func() {
			r.finish(page, raw, one)
			<-places
		})
	}
	beside.Wait()
	return results
}

// execute fills in the layout of a page.
func (r *renderer) execute(p page) ([]byte, error) {
	var b bounded
	r.templates.allowance.renew()
	err := r.templates.all.ExecuteTemplate(&b, p.layout, p.view)
	return b.Bytes(), err
}

// mistaken takes down why nothing could be made with a layout.
func (r *renderer) mistaken(p page, one *rendered, err error) {
	f, ours := r.templates.mistake(err, p.layout)
	if ours {
		one.err = fmt.Errorf("render %s: %w", p.address, err)
		return
	}
	one.findings = []notices.Finding{f}
}

// finish makes a page smaller, makes its other forms, and holds all of them to what
// pages may do. It reads the finished page once for both.
func (r *renderer) finish(p page, raw []byte, one *rendered) {
	content, err := r.small.Bytes("text/html", raw)
	if err != nil {
		r.mistaken(p, one, fmt.Errorf("make %s smaller: %w", p.address, err))
		return
	}
	finished := File{Path: p.address, Content: append(content, '\n')}
	root, err := html.Parse(bytes.NewReader(finished.Content))
	if err != nil {
		one.err = fmt.Errorf("read the finished page %s: %w", p.address, err)
		return
	}
	one.faultless = true
	r.passes(finished, unsafeTree(finished, root, onward(p.view)), p, one)
	for _, f := range r.otherForms(p, root) {
		r.passes(f, unsafe(f, p.view), p, one)
	}
}

// passes adds a file of a page, with what it does that it may not do.
func (r *renderer) passes(f File, problems []string, p page, one *rendered) {
	one.files = append(one.files, f)
	for _, problem := range problems {
		if len(r.templates.own) == 0 {
			one.err = cmp.Or(one.err, fmt.Errorf("the finished page %s %s", f.Path, problem))
			return
		}
		one.findings, one.faultless = addOnce(one.findings, unsafeLayout(r.templates.own[0], p.layout, problem)), false
	}
}

// unsafe lists what a page, or another form of it, does that it may not do.
func unsafe(f File, view any) []string {
	if path.Ext(f.Path) != ".html" {
		return UnsafeFile(f)
	}
	return UnsafePage(f, onward(view)...)
}

// onward gives the address that a page sends its readers on to, when it is there
// for that.
func onward(view any) []string {
	if r, moved := view.(*RedirectView); moved {
		return []string{r.Target}
	}
	return nil
}

// bounded is a buffer that refuses to grow beyond maxPage.
type bounded struct{ bytes.Buffer }

// Write takes text as long as there is room for all of it.
func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxPage {
		return 0, errTooLarge
	}
	return b.Buffer.Write(p)
}

// addOnce adds a finding unless the same is there already: one mistake in a
// layout shows on every page.
func addOnce(findings []notices.Finding, f notices.Finding) []notices.Finding {
	for _, old := range findings {
		if old.Rule == f.Rule && old.Pos == f.Pos && old.Message == f.Message {
			return findings
		}
	}
	return append(findings, f)
}

// unsafeLayout is the finding for a page that runs code or loads something. The
// bytes of a page do not tell which template made them, so the finding names
// the first of the site's own.
func unsafeLayout(file, layout, problem string) notices.Finding {
	f := notices.Finding{
		Rule: "layout-unsafe", Severity: notices.Error, Pos: notices.Pos{File: file, Line: 1, Col: 1},
		Message: "A page made with your own layouts " + problem + ".",
		Fix:     "Take it out. Styles belong into a file in the partials folder; scripts and things from other sites are not published.",
	}
	if problem == noPolicy {
		f.Fix = "Let the page begin with {{template \"partials/top.html\" .Page}}, or copy the line with Content-Security-Policy from the built-in file partials/top.html."
	}
	if layout != "" {
		f.Fix = "It shows in what " + layout + " makes, and perhaps elsewhere. " + f.Fix
	}
	return f
}
