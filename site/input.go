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
	Draft     bool              // everything is shown, and every page is marked as a draft
	Preview   bool              // notices that are not in force are shown too, and their pages alone say why they would not be published
	Overrides fs.FS             // the site's root, for its own layouts and partials, and the kept words of notices; may be nil
	Version   string            // of the program; kept in the manifest
	Memory    *Memory           // what the last run made; nil makes everything from the start
	Shards    []*Shard          // for Build: what BuildShard made of all notices; nil makes them
}

// Output is a site in memory.
type Output struct {
	Files   []File // in the order of their paths
	Version string
	Made    int      // how many pages were rendered, and not used again
	Changed []string // the paths of the files that are new, other or gone since the last run of the memory, in order; without one, of all
}

// File is one file of the site.
type File struct {
	Path    string // below the site's folder, with forward slashes
	Content []byte
	Source  string // of a page: the content file it is made from; empty when there is no such one
	Notice  string // of a page of a notice: the notice's ID
}

// Render makes the whole site in memory. Findings are the authors' trouble: a
// layout of their own with a mistake in it, two pages with one address. When one
// of them blocks, there is no output. An error is the program's own trouble.
func Render(in Input) (*Output, []notices.Finding, error) {
	shop, p, findings, err := prepare(in)
	if err != nil || blocked(findings) {
		return nil, findings, err
	}
	r := &renderer{plan: p, templates: shop.templates, small: newMinifier(), pages: map[string]made{}, idle: shop.finishers()}
	out, wrong, err := r.render()
	findings = append(findings, wrong...)
	notices.SortFindings(findings)
	if err != nil || blocked(findings) {
		return nil, findings, err
	}
	p.memory.keep(r, out)
	return out, findings, nil
}

// prepare reads the site's own files and plans all pages. The findings are sorted;
// when one of them blocks, there may be no plan.
func prepare(in Input) (*workshop, *plan, []notices.Finding, error) {
	shop, p, findings, err := begin(in)
	if p == nil {
		return nil, nil, findings, err
	}
	if err := p.planAll(); err != nil {
		return nil, nil, nil, err
	}
	findings = append(findings, p.findings...)
	notices.SortFindings(findings)
	return shop, p, findings, nil
}

// begin reads the site's own files, and begins a plan: none when a finding blocks.
func begin(in Input) (*workshop, *plan, []notices.Finding, error) {
	own, findings := readOwn(in.Overrides)
	shop, err := in.memory().setUp(own)
	if err != nil {
		return nil, nil, nil, err
	}
	findings = append(findings, shop.findings...)
	if blocked(findings) {
		return nil, nil, findings, nil
	}
	p, err := newPlan(in, shop)
	if err != nil {
		return nil, nil, nil, err
	}
	return shop, p, findings, nil
}

func blocked(findings []notices.Finding) bool {
	return slices.ContainsFunc(findings, notices.Finding.Blocks)
}
