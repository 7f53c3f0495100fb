package site

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"notices.example/layouts"
	"notices.example/notices"
	"notices.example/site/press"
)

// Unminified gives every page as its layout makes it, before anything is taken
// out.
func Unminified(in Input) (map[string][]byte, error) {
	pages := map[string][]byte{}
	err := TwoWays(in, func(address string, executed, _ func() ([]byte, error)) error {
		page, err := executed()
		pages[address] = page
		return err
	})
	return pages, err
}

// TwoWays gives each page of a site as html/template makes it, and as it is printed.
func TwoWays(in Input, page func(address string, executed, printed func() ([]byte, error)) error) error {
	own, _ := readOwn(in.Overrides)
	t, findings, err := loadTemplates(own)
	if err != nil || len(findings) > 0 {
		return fmt.Errorf("load the templates: %w %v", err, findings)
	}
	p, err := newPlan(in, &workshop{own: own, words: map[string]*Words{}})
	if err != nil {
		return err
	}
	if err := p.planAll(); err != nil {
		return err
	}
	for _, one := range p.pages {
		executed, printed := t.twoWays(one.layout, one.view)
		if err := page(one.address, executed, printed); err != nil {
			return fmt.Errorf("%s: %w", one.address, err)
		}
	}
	return nil
}

// twoWays gives what makes a page with a layout, in both ways.
func (t *templates) twoWays(layout string, view any) (executed, printed func() ([]byte, error)) {
	executed = func() ([]byte, error) {
		t.allowance.renew()
		var b bounded
		err := t.all.ExecuteTemplate(&b, layout, view)
		return b.Bytes(), err
	}
	m := &press.Press{}
	printed = func() ([]byte, error) {
		compiled := t.compiled(layout)
		if compiled == nil {
			return nil, errNotCompiled
		}
		return m.Print(compiled, view)
	}
	return executed, printed
}

var errNotCompiled = errors.New("the layout is not compiled")

// Planned gives what was planned of each notice, by ID. What was used again is the
// same value.
func (m *Memory) Planned() map[string]any {
	all := map[string]any{}
	for id, one := range m.kept.planned {
		all[id] = one
	}
	return all
}

// ReadQuickly reports whether the quick reader takes a page, and holds what it makes of
// it to what a browser does.
func ReadQuickly(t *testing.T, page []byte) bool {
	t.Helper()
	return sameTree(t, page)
}

// MinifyQuickly reports whether the quick minifier takes a page, and holds what it makes
// of it to what the minifier makes.
func MinifyQuickly(t *testing.T, page []byte) bool {
	t.Helper()
	return asMinified(t, page)
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

// Finishing gives what finishes the next page of a notice, one after the other.
func Finishing(tb testing.TB, in Input) func() {
	tb.Helper()
	own, _ := readOwn(in.Overrides)
	t, _, err := loadTemplates(own)
	if err != nil {
		tb.Fatal(err)
	}
	p, err := newPlan(in, &workshop{own: own, templates: t, words: map[string]*Words{}})
	if err != nil {
		tb.Fatal(err)
	}
	if err := p.planAll(); err != nil {
		tb.Fatal(err)
	}
	r, f := &renderer{plan: p, templates: t, small: newMinifier(), hand: func(File) error { return nil }}, &finisher{}
	var pages []page
	var raw [][]byte
	for _, page := range p.pages {
		if _, isNotice := page.view.(*NoticeView); isNotice {
			content, _, err := t.execute(t.compiled(page.layout), &f.press, page)
			if err != nil {
				tb.Fatal(err)
			}
			pages, raw = append(pages, page), append(raw, bytes.Clone(content))
		}
	}
	i := 0
	return func() {
		one := rendered{}
		f.finish(r, pages[i], raw[i], &one)
		if len(one.findings) > 0 || one.err != nil {
			tb.Fatal(one.findings, one.err)
		}
		i = (i + 1) % len(pages)
	}
}

// NoticeDoubtful is noticeDoubtful.
var NoticeDoubtful = noticeDoubtful

// MayBeAcross is mayBeAcross.
var MayBeAcross = mayBeAcross

// AcrossAddresses gives the addresses that pages across notices and the search speak for.
func AcrossAddresses(in Input) ([]string, error) {
	p, err := newPlan(in, &workshop{words: map[string]*Words{}})
	if err != nil {
		return nil, err
	}
	p.setOrders()
	p.choose()
	p.addressNotices()
	if err := p.survey(); err != nil {
		return nil, err
	}
	p.chooseOrganisations()
	before := maps.Clone(p.exists)
	p.claimAcross()
	return slices.DeleteFunc(slices.Collect(maps.Keys(p.exists)), func(address string) bool { return before[address] }), nil
}
