package browsertest

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Audit opens a page, looks at it in every view and prints it, and fails the test
// for each fault, once for all views that have it.
func Audit(t testing.TB, b *Browser, url string) {
	t.Helper()
	audit(t, b, url, []glance{{Narrow, everyRule}, {NarrowDark, rulesOnColours}, {Wide, everyRule}, {WideDark, rulesOnColours}}, []View{Wide, Narrow})
}

// AuditAlike is Audit for a page that is made in the same way as one that Audit has
// looked at. It looks for the same faults, but only once: on a narrow screen, where
// most of them are, in light and dark colours.
func AuditAlike(t testing.TB, b *Browser, url string) {
	t.Helper()
	audit(t, b, url, []glance{{Narrow, everyRule}, {NarrowDark, rulesOnColours}, {Wide, noRule}}, []View{Narrow})
}

// AuditAll audits pages of a folder, which the site has: the largest of each kind
// with Audit, all others with AuditAlike.
func AuditAll(t *testing.T, b *Browser, s *Site, dir string, pages []string) {
	t.Helper()
	first := largestOfKind(t, dir, pages)
	for _, page := range pages {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			if first[kindOf(page)] == page {
				Audit(t, b, s.URL(page))
			} else {
				AuditAlike(t, b, s.URL(page))
			}
		})
	}
}

// kindOf tells pages that are made with one layout from others: by their folder,
// and whether they are in large print. Each page outside of a folder is a kind.
func kindOf(page string) string {
	folder, _, within := strings.Cut(page, "/")
	if !within {
		return page
	}
	if strings.Contains(path.Base(page), ".large.") {
		return folder + " in large print"
	}
	return folder
}

// largestOfKind gives the page of each kind that has most in it.
func largestOfKind(t testing.TB, dir string, pages []string) map[string]string {
	t.Helper()
	largest, sizes := map[string]string{}, map[string]int64{}
	for _, page := range pages {
		info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(page)))
		if err != nil {
			t.Fatal(err)
		}
		if kind := kindOf(page); info.Size() > sizes[kind] {
			largest[kind], sizes[kind] = page, info.Size()
		}
	}
	return largest
}

// glance is a look at a page in a view, with the rules that it is held to there.
type glance struct {
	view  View
	rules rules
}

func audit(t testing.TB, b *Browser, url string, glances []glance, walks []View) {
	t.Helper()
	p := b.Visit(t, url, Narrow)
	defer p.Close()
	var order []string
	seen := map[string][]string{}
	for _, g := range glances {
		p.Look(g.view)
		for _, fault := range p.visible(g.rules) {
			if seen[fault] == nil {
				order = append(order, fault)
			}
			seen[fault] = append(seen[fault], g.view.Name)
		}
	}
	for _, fault := range p.strained(walks) {
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
func (p *Page) visible(held rules) []string {
	p.t.Helper()
	var faults []string
	if wide := p.Overflow(); len(wide) > 0 {
		faults = append(faults, "is too wide: "+strings.Join(wide, "\n\t"))
	}
	for _, v := range p.broken(held) {
		faults = append(faults, "is not accessible: "+v.String())
	}
	return faults
}

// strained gives what is wrong when the page is loaded anew and walked through with
// the keyboard, in some views, enlarged, or shown in the reader's own style.
func (p *Page) strained(walks []View) []string {
	p.t.Helper()
	var faults []string
	for _, v := range walks {
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
