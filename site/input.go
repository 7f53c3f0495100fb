package site

import (
	"io/fs"
	"slices"
	"time"

	"notices.example/notices"
)

// Input is everything that a site is made from.
type Input struct {
	Set       *notices.Set
	Findings  []notices.Finding // shown on the pages where a notice accepts them
	Day       time.Time         // the day the law is looked up for
	Draft     bool              // drafts are shown too, and every page is marked as a draft
	Overrides fs.FS             // the site's root, for its own layouts and partials; may be nil
	Version   string            // of the program; kept in the manifest
}

// Output is a site in memory.
type Output struct {
	Files   []File // in the order of their paths
	Version string
}

// File is one file of the site.
type File struct {
	Path    string // below the site's folder, with forward slashes
	Content []byte
}

// Render makes the whole site in memory. Findings are the authors' trouble: a
// layout of their own with a mistake in it, two pages with one address. When one
// of them blocks, there is no output. An error is the program's own trouble.
func Render(in Input) (*Output, []notices.Finding, error) {
	own, findings := readOwn(in.Overrides)
	templates, wrong, err := loadTemplates(own)
	if err != nil {
		return nil, nil, err
	}
	findings = append(findings, wrong...)
	if blocked(findings) {
		return nil, findings, nil
	}
	p, err := newPlan(in, own)
	if err != nil {
		return nil, nil, err
	}
	p.planAll()
	findings = append(findings, p.findings...)
	if blocked(findings) {
		notices.SortFindings(findings)
		return nil, findings, nil
	}
	out, wrong, err := render(p, templates)
	findings = append(findings, wrong...)
	notices.SortFindings(findings)
	if err != nil || blocked(findings) {
		return nil, findings, err
	}
	return out, findings, nil
}

func blocked(findings []notices.Finding) bool {
	return slices.ContainsFunc(findings, notices.Finding.Blocks)
}
