package browsertest

import (
	"slices"
	"strings"
	"testing"
)

// Audit opens a page, looks at it in every view and prints it, and fails the test
// for each fault, once for all views that have it.
func Audit(t testing.TB, b *Browser, url string) {
	t.Helper()
	p := b.Visit(t, url, Narrow)
	defer p.Close()
	var order []string
	seen := map[string][]string{}
	for _, v := range []View{Narrow, NarrowDark, Wide, WideDark} {
		p.Look(v)
		for _, fault := range p.visible() {
			if seen[fault] == nil {
				order = append(order, fault)
			}
			seen[fault] = append(seen[fault], v.Name)
		}
	}
	for _, fault := range p.strained() {
		t.Errorf("%s %s", url, fault)
	}
	for _, fault := range order {
		t.Errorf("%s (%s) %s", url, strings.Join(seen[fault], ", "), fault)
	}
	for _, fault := range p.invisible() {
		t.Errorf("%s %s", url, fault)
	}
}

// visible gives what is wrong with the page as it looks now.
func (p *Page) visible() []string {
	p.t.Helper()
	var faults []string
	if wide := p.Overflow(); len(wide) > 0 {
		faults = append(faults, "is too wide: "+strings.Join(wide, "\n\t"))
	}
	for _, v := range p.Violations() {
		faults = append(faults, "is not accessible: "+v.String())
	}
	return faults
}

// strained gives what is wrong when the page is loaded anew, walked through with
// the keyboard, enlarged, or shown in the reader's own style.
func (p *Page) strained() []string {
	p.t.Helper()
	var faults []string
	for _, v := range []View{Wide, Narrow} {
		p.Look(v)
		if shifts := p.Shifts(); !strings.Contains(p.url, "?") { // what was searched for may push the rest down
			faults = slices.Concat(faults, called("moves while it is loaded, "+v.Name, shifts))
		}
		faults = slices.Concat(faults, called("cannot be walked through with the keyboard, "+v.Name, p.Walk()))
	}
	faults = slices.Concat(faults, called("does not bear more space between letters and lines", p.Bear(Spaced)))
	for _, v := range []View{Zoomed, Tablet} {
		p.Look(v)
		faults = slices.Concat(faults, called("is too wide, "+v.Name, p.Overflow()))
	}
	if !p.Skips() {
		faults = append(faults, "has no link that skips to its main part")
	}
	return faults
}

// invisible gives what is wrong with the page however it looks.
func (p *Page) invisible() []string {
	p.t.Helper()
	return slices.Concat(
		called("asks another server for", p.ForeignRequests()),
		called("makes the browser complain", p.Complaints()),
		called("leaves on the reader's computer", p.Stored()),
		called("does not print", p.Unprinted()),
	)
}

// called puts the name of a check before each fault that it found.
func called(check string, faults []string) []string {
	var named []string
	for _, f := range faults {
		named = append(named, check+": "+f)
	}
	return named
}
