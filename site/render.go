package site

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"

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
	pages     map[pageKey]made // those that the next run can use again
	made      int
	findings  []notices.Finding
}

// render executes the layout of every page. It goes on after a page that fails,
// to find all mistakes at once.
func (r *renderer) render() (*Output, []notices.Finding, error) {
	files, err := r.makeFiles()
	if err != nil {
		return nil, nil, err
	}
	out := &Output{Files: append(files, r.style), Version: r.in.Version}
	for _, page := range r.plan.pages {
		files, err := r.page(page)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range files {
			f.Source, f.Notice = page.source, page.notice
			out.Files = append(out.Files, f)
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

// page gives a page and its other forms: those of the last run when its view is
// the same. One with a mistake in it has none, or none that may be used again.
func (r *renderer) page(p page) ([]File, error) {
	if key, known := r.memory.keys[p.address]; known && key.layout == p.layout {
		if old := r.memory.pages[key]; old.view == p.view && old.forms == r.formsKey(p) {
			r.pages[key] = old
			return old.files, nil
		}
	}
	hash, err := hashView(p.view)
	if err != nil {
		return nil, fmt.Errorf("plan %s: %w", p.address, err)
	}
	key, forms := pageKey{p.address, p.layout, hash}, r.formsKey(p)
	if old, known := r.memory.recall(key, p.view, forms); known {
		old.view = p.view // so that nothing of an earlier run is kept with it
		r.pages[key] = old
		return old.files, nil
	}
	r.made++
	files, faultless, err := r.make(p)
	if err == nil && faultless {
		r.pages[key] = made{p.view, forms, files}
	}
	return files, err
}

// make makes a page and its other forms, and reports whether there is nothing
// wrong with them.
func (r *renderer) make(p page) (files []File, faultless bool, err error) {
	t := r.templates
	content, err := renderPage(t.all, r.small, p)
	if err != nil {
		f, ours := t.mistake(err, p.layout)
		if ours {
			return nil, false, fmt.Errorf("render %s: %w", p.address, err)
		}
		r.findings = addOnce(r.findings, f)
		return nil, false, nil
	}
	if files, err = r.otherForms(p, content); err != nil {
		return nil, false, err
	}
	files = append(files, File{Path: p.address, Content: content})
	faultless = true
	for _, f := range files {
		for _, problem := range r.unsafe(f, p.view) {
			if len(t.own) == 0 {
				return nil, false, fmt.Errorf("the finished page %s %s", f.Path, problem)
			}
			r.findings, faultless = addOnce(r.findings, unsafeLayout(t.own[0], p.layout, problem)), false
		}
	}
	return files, faultless, nil
}

// unsafe lists what a page, or another form of it, does that it may not do.
func (p *plan) unsafe(f File, view any) []string {
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

func renderPage(all *template.Template, small *minify.M, p page) ([]byte, error) {
	var b bounded
	if err := all.ExecuteTemplate(&b, p.layout, p.view); err != nil {
		return nil, err
	}
	content, err := small.Bytes("text/html", b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("make %s smaller: %w", p.address, err)
	}
	return append(content, '\n'), nil
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
	if layout != "" {
		f.Message = "A page made with your own layouts, by way of " + layout + ", " + problem + "."
	}
	return f
}
