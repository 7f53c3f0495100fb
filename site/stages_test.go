package site

import (
	"testing"

	"notices.example/site/press"
)

// Planning gives what plans all pages of a site.
func Planning(tb testing.TB, in Input) func() {
	tb.Helper()
	return func() { planOf(tb, in) }
}

// Filling gives what fills in the layout of every page of a site.
func Filling(tb testing.TB, in Input) func() {
	tb.Helper()
	p := planOf(tb, in)
	t, m := p.shop.templates, &press.Press{}
	return func() {
		for _, page := range p.pages {
			if _, _, err := t.execute(t.compiled(page.layout), m, page); err != nil {
				tb.Fatal(err)
			}
		}
	}
}

func planOf(tb testing.TB, in Input) *plan {
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
	return p
}
