package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/layouts"
)

func wordsIn(t *testing.T, lang string) *Words {
	t.Helper()
	w, err := loadWords(layouts.Files, lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestNamesStandUnderTheirLetter(t *testing.T) {
	t.Parallel()
	for lang, letters := range map[string]map[string]string{
		"en": {
			"Council tax": "C", "Your address": "A", "our websites": "W", "The Cabinet Office": "C", "A": "A", "“Open” data": "O",
			"Écoles": "E", "5 a day": numbers, "Chat": "C", "Your": "Y", "": numbers, "?": numbers,
		},
		"cy": {"Chwaraeon": "Ch", "Cwcis": "C", "eich cyfeiriad": "C", "Llyfrgelloedd": "Ll", "Ŵyna": "W", "Theatr": "Th", "Y Cyngor": "C"},
	} {
		abc := newAlphabet(wordsIn(t, lang))
		for name, want := range letters {
			if got := abc.letter(name); got != want {
				t.Errorf("%s: %q stands under %q, want %q", lang, name, got, want)
			}
		}
	}
}

func TestFewNamesStandTogetherAndManyUnderLetters(t *testing.T) {
	t.Parallel()
	abc := newAlphabet(wordsIn(t, "en"))
	self := func(s string) string { return s }
	few := byLetter(abc, "x", []string{"Your name", "an Address", "email"}, self)
	if diff := cmp.Diff([]Group[string]{{Rows: []string{"an Address", "email", "Your name"}}}, few); diff != "" {
		t.Errorf("few (-want +got):\n%s", diff)
	}
	var names []string
	for i := range undivided {
		names = append(names, fmt.Sprintf("B %02d", i))
	}
	many := byLetter(abc, "x", append(names, "The arts", "École"), self)
	var got []string
	for _, g := range many {
		got = append(got, fmt.Sprintf("%s %s %d", g.ID, g.Title.Value, len(g.Rows)))
	}
	if diff := cmp.Diff([]string{"x--a A 1", "x--b B 24", "x--e E 1"}, got); diff != "" {
		t.Errorf("many (-want +got):\n%s", diff)
	}
	if groups := byLetter(abc, "x", nil, self); groups != nil {
		t.Errorf("of nothing: %v", groups)
	}
}

func TestWelshLettersStandOnceEach(t *testing.T) {
	t.Parallel()
	abc := newAlphabet(wordsIn(t, "cy"))
	var names []string
	for _, start := range []string{"Ng", "N", "Ch", "C", "D", "Dd", "Ŵ", "W", "L", "Ll", "G", "H"} {
		names = append(names, start+"a", start+"e", start+"o")
	}
	seen := map[string]bool{}
	for _, g := range byLetter(abc, "x", names, func(s string) string { return s }) {
		if seen[g.ID] {
			t.Errorf("%s is there twice", g.ID)
		}
		seen[g.ID] = true
	}
	if len(seen) != 11 {
		t.Errorf("%d letters, want 11", len(seen))
	}
}

func TestInformationOfOneKindIsJoined(t *testing.T) {
	t.Parallel()
	type item struct{ id, special, label string }
	for _, c := range []struct {
		name string
		a, b item
		one  bool
	}{
		{"one label, two IDs", item{"mail", "", "Email address"}, item{"email", "", "your e-mail address"}, false},
		{"one label but for capitals and little words", item{"a", "", "Your email address"}, item{"b", "", "Email Address."}, true},
		{"one ID, one label within the other", item{"name", "", "Name"}, item{"name", "", "First and last name"}, true},
		{"one ID, other words", item{"activity", "", "What you write"}, item{"activity", "", "Sports you do"}, false},
		{"two IDs, one label within the other", item{"a", "", "Name"}, item{"b", "", "Name of your employer"}, false},
		{"one ID and one special category", item{"belief", "religious-or-philosophical-beliefs", "Religion or belief"}, item{"belief", "religious-or-philosophical-beliefs", "What you believe in"}, true},
		{"one ID, and only one is sensitive", item{"health", "health", "Health"}, item{"health", "", "Health and safety training"}, false},
		{"no ID", item{"", "", "Name"}, item{"", "", "First and last name"}, false},
	} {
		for _, order := range [][2]item{{c.a, c.b}, {c.b, c.a}} {
			kinds := newKinds(wordsIn(t, "en"))
			for _, i := range order {
				kinds.add(i.id, i.special, i.label)
			}
			kinds.join()
			if one := kinds.of(c.a.id, c.a.label) == kinds.of(c.b.id, c.b.label); one != c.one {
				t.Errorf("%s: joined %v, want %v", c.name, one, c.one)
			}
		}
	}
}

// What a page lets go of is still there for the spreadsheet.
func TestPagesHaveRowsOfTheirOwn(t *testing.T) {
	t.Parallel()
	groups := []Group[int]{{Rows: []int{1, 2}}, {Rows: slices.Repeat([]int{1}, maxEntries+1)}}
	for _, piece := range pieces(groups, one) {
		clear(piece.Rows)
	}
	if groups[0].Rows[1] != 2 || groups[1].Rows[maxEntries] != 1 {
		t.Error("the rows of the list are gone")
	}
}

func TestLongListsGoOnOnFurtherPages(t *testing.T) {
	t.Parallel()
	rows := func(n int) []int { return slices.Repeat([]int{1}, n) }
	lists := []List[int]{
		{ID: "first", Title: Text{Value: "First"}, Groups: []Group[int]{{ID: "a", Title: Text{Value: "A"}, Rows: rows(600)}, {ID: "b", Title: Text{Value: "B"}, Rows: rows(600)}}},
		{ID: "second", Title: Text{Value: "Second"}, Groups: []Group[int]{{Rows: rows(2 * maxEntries)}}},
	}
	s := subjectOf("x", "X", "", lists, nil, func(n int) int { return n },
		func(page AcrossPage, lists []List[int], _ []List[*entry]) any { return lists })
	total := 0
	for _, page := range s.pages {
		entries := 0
		for _, l := range page(AcrossPage{}).([]List[int]) {
			for _, g := range l.Groups {
				entries += len(g.Rows)
			}
		}
		if total += entries; entries > maxEntries || entries == 0 {
			t.Errorf("a page has %d entries", entries)
		}
	}
	if len(s.pages) != 4 || total != 1200+2*maxEntries {
		t.Errorf("%d pages with %d entries", len(s.pages), total)
	}
	want := []subjectPart{
		{id: "first", title: Text{Value: "First"}, within: []subjectPart{{page: 0, id: "a", title: Text{Value: "A"}}, {page: 1, id: "b", title: Text{Value: "B"}}}},
		{page: 2, id: "second", title: Text{Value: "Second"}},
	}
	if diff := cmp.Diff(want, s.parts, cmp.AllowUnexported(subjectPart{})); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	p := &place{words: wordsIn(t, "en")}
	if got := []string{p.span(s, 0), p.span(s, 2), p.span(s, 3)}; !slices.Equal(got, []string{"X: A", "X: Second", "X, 4"}) {
		t.Errorf("titles %q", got)
	}
}

// What very many notices have in common, and the notices that come last, are on no page
// that nobody could load either.
func TestLongRowsGoOnOnFurtherPages(t *testing.T) {
	t.Parallel()
	lists := []List[*given]{{ID: "all", Groups: []Group[*given]{{Rows: []*given{{id: "a", uses: make([]givenUnder, 2)}, {id: "b", uses: make([]givenUnder, 2*maxEntries+1)}}}}}}
	last := []List[*entry]{{ID: "none", Groups: []Group[*entry]{{Rows: make([]*entry, maxEntries+1)}}}}
	size := func(g *given) int { return len(g.uses) }
	type shown struct {
		ids  []string
		last int
	}
	s := subjectOf("x", "X", "", lists, last, size, func(_ AcrossPage, lists []List[*given], after []List[*entry]) any {
		var made shown
		for _, l := range lists {
			for _, g := range l.Groups {
				for _, row := range g.Rows {
					made.ids = append(made.ids, row.id)
				}
			}
		}
		for _, l := range after {
			made.last += entriesOf(l.Groups[0], one)
		}
		return made
	})
	var got []shown
	for _, page := range s.pages {
		got = append(got, page(AcrossPage{}).(shown))
	}
	want := []shown{{ids: []string{"a"}}, {ids: []string{"b"}}, {ids: []string{"b--part-2"}}, {ids: []string{"b--part-3"}}, {last: maxEntries}, {last: 1}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(shown{})); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
	h := &held{id: "h", notices: make([]heldUnder, maxEntries+1)}
	if parts := h.parts(maxEntries); len(parts) != 2 || parts[1].id != "h--part-2" || len(parts[1].notices) != 1 {
		t.Errorf("a kind of information is in %d parts", len(parts))
	}
}

func TestNoCellOfASpreadsheetIsAFormula(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"2 years":                   `"2 years"`,
		"=1+1":                      `"'=1+1"`,
		"+44 20":                    `"'+44 20"`,
		"-1":                        `"'-1"`,
		"@SUM(A1)":                  `"'@SUM(A1)"`,
		"\t=1+1":                    `"'=1+1"`,
		"\r=cmd|' /C calc'!A0":      `"'=cmd|' /C calc'!A0"`,
		"＝1+1":                      `"'＝1+1"`,
		`"=1+1"`:                    `"""=1+1"""`,
		"two\nlines, and \"marks\"": `"two lines, and ""marks"""`,
		"":                          `""`,
	} {
		got := string(spreadsheet(slices.Values([][]string{{cell}})))
		if got != "\ufeff"+want+"\r\n" {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
		if problems := UnsafeFile(File{Path: "x.csv", Content: []byte(got)}); len(problems) > 0 {
			t.Errorf("%q: %v", cell, problems)
		}
	}
	for _, content := range []string{"\"=1+1\"\r\n", "a,b\r\n\"=1\",c\r\n", "\"a\r\n", "a\r\nb,c\r\n"} {
		if len(UnsafeFile(File{Path: "x.csv", Content: []byte(content)})) == 0 {
			t.Errorf("%q passes", strings.TrimSpace(content))
		}
	}
}
