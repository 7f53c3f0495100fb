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

// render executes the layout of every page. It goes on after a page that fails,
// to find all mistakes at once.
func render(p *plan, t *templates) (*Output, []notices.Finding, error) {
	files, err := p.makeFiles()
	if err != nil {
		return nil, nil, err
	}
	out := &Output{Files: append(files, p.style), Version: p.in.Version}
	var findings []notices.Finding
	small := newMinifier()
	for _, page := range p.pages {
		content, err := renderPage(t.all, small, page)
		if err != nil {
			f, ours := t.mistake(err, page.layout)
			if ours {
				return nil, nil, fmt.Errorf("render %s: %w", page.address, err)
			}
			findings = addOnce(findings, f)
			continue
		}
		forms, err := p.otherForms(page, content)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range append(forms, File{Path: page.address, Content: content}) {
			for _, problem := range p.unsafe(f, page.view) {
				if len(t.own) == 0 {
					return nil, nil, fmt.Errorf("the finished page %s %s", f.Path, problem)
				}
				findings = addOnce(findings, unsafeLayout(t.own[0], page.layout, problem))
			}
			out.Files = append(out.Files, f)
		}
	}
	for _, problem := range unsafeStyle(p.style.Content) {
		if len(p.ownStyles) == 0 {
			return nil, nil, fmt.Errorf("the finished style sheet %s", problem)
		}
		findings = addOnce(findings, unsafeLayout(p.ownStyles[0], "", problem))
	}
	slices.SortFunc(out.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return out, findings, nil
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
