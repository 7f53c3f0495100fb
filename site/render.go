package site

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/tdewolff/minify/v2"

	"notices.example/notices"
	"notices.example/site/press"
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
	idle      chan *finisher
	hand      func(File) error // takes each file of a page when it is made; nil when they are kept
}

// rendered is what came of one page. The files of one with a mistake in it are not
// there, or not faultless, and are not used again.
type rendered struct {
	made
	faultless bool
	findings  []notices.Finding
	err       error
	spent     bool // its layout used up all that it may do
}

// render executes the layout of every page. It goes on after a page that fails,
// to find all mistakes at once.
func (r *renderer) render() (*Output, []notices.Finding, error) {
	files, err := r.makeFiles()
	if err != nil {
		return nil, nil, err
	}
	ofNotices, err := r.filesOf(r.order)
	if err != nil {
		return nil, nil, err
	}
	out := &Output{Files: append(append(files, ofNotices...), r.style), Version: r.in.Version}
	for i, one := range r.all(r.plan.pages) {
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
	if err := r.checkStyle(); err != nil {
		return nil, nil, err
	}
	slices.SortFunc(out.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	out.Made = r.made
	return out, r.findings, nil
}

// checkStyle holds the style sheet to what it may do.
func (r *renderer) checkStyle() error {
	if r.memory.passed(r.style) {
		return nil
	}
	for _, problem := range unsafeStyle(r.style.Content) {
		if len(r.ownStyles) == 0 {
			return fmt.Errorf("the finished style sheet %s", problem)
		}
		r.findings = addOnce(r.findings, unsafeLayout(r.ownStyles[0], "", problem))
	}
	return nil
}

// all gives pages and their other forms, in their order: those of the last run when
// the view is the same. After a page whose layout used up all that it may
// do, none is made, as each would take as long.
func (r *renderer) all(pages []page) []rendered {
	results := make([]rendered, len(pages))
	var beside sync.WaitGroup
	var spent atomic.Bool
	if r.idle == nil {
		r.idle = newFinishers(runtime.GOMAXPROCS(0))
	}
	waiting := make(chan waitingPage)
	for range min(cap(r.idle), len(pages)) {
		beside.Go(func() { r.makeEach(waiting, &spent) })
	}
	for i, page := range pages {
		one := &results[i]
		if page.later != nil {
			page.view = page.later()
		}
		if one.made = (made{layout: page.layout, view: page.view, forms: r.formsKey(page)}); page.later != nil {
			one.view = nil
		}
		if files, known := r.memory.recall(page.address, one.made); known {
			one.files, one.faultless = files, true
			continue
		}
		if spent.Load() {
			break
		}
		r.made++
		waiting <- waitingPage{page, r.templates.compiled(page.layout), one}
	}
	close(waiting)
	beside.Wait()
	if i := slices.IndexFunc(results, func(one rendered) bool { return one.spent }); i >= 0 {
		clear(results[i+1:]) // those that were made beside it
	}
	return results
}

// waitingPage is a page that is to be made next.
type waitingPage struct {
	page
	with *press.Layout
	one  *rendered
}

// makeEach makes pages one after the other, as long as none has used up what it may do.
func (r *renderer) makeEach(waiting <-chan waitingPage, spent *atomic.Bool) {
	f := <-r.idle
	for next := range waiting {
		if spent.Load() {
			continue
		}
		f.make(r, next.page, next.with, next.one)
		if next.one.spent {
			spent.Store(true)
		}
	}
	r.idle <- f
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
