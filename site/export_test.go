package site

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"notices.example/layouts"
	"notices.example/notices"
)

// Unminified gives every page as its layout makes it, before anything is taken
// out.
func Unminified(in Input) (map[string][]byte, error) {
	own, _ := readOwn(in.Overrides)
	t, findings, err := loadTemplates(own)
	if err != nil || len(findings) > 0 {
		return nil, fmt.Errorf("load the templates: %w %v", err, findings)
	}
	p, err := newPlan(in, &workshop{own: own, words: map[string]*Words{}})
	if err != nil {
		return nil, err
	}
	p.planAll()
	pages := map[string][]byte{}
	for _, page := range p.pages {
		var b bytes.Buffer
		if err := t.all.ExecuteTemplate(&b, page.layout, page.view); err != nil {
			return nil, err
		}
		pages[page.address] = b.Bytes()
	}
	return pages, nil
}

// Planned gives what was planned of each notice, by ID. What was used again is the
// same value.
func (m *Memory) Planned() map[string]any {
	all := map[string]any{}
	for id, one := range m.kept.planned {
		all[id] = one
	}
	return all
}

// ManifestName is the name of the manifest.
const ManifestName = manifestName

// File gives the content of the file with that path, and whether there is one.
func (o *Output) File(path string) ([]byte, bool) {
	i, found := slices.BinarySearchFunc(o.Files, path, func(f File, path string) int {
		return cmp.Compare(f.Path, path)
	})
	if !found {
		return nil, false
	}
	return o.Files[i].Content, true
}

// SitemapFiles gives the sitemaps of a site with so many pages.
func SitemapFiles(pages int) []File {
	list := make([]sitemapURL, pages)
	for i := range list {
		list[i].Address = fmt.Sprintf("https://privacy.wendle.example/%d.html", i)
	}
	return sitemapFiles(list, func(address string) string { return "https://privacy.wendle.example/" + address })
}

// PeriodInEnglish gives a length of time as English pages say it.
func PeriodInEnglish(p notices.Period) string {
	w, err := loadWords(layouts.Files, "en")
	if err != nil {
		panic(err)
	}
	return w.Period(p)
}
