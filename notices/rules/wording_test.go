package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const inAnyFile = "\n-- content/glossary.yaml --\n- term: Plot\n  meaning: We may share it.\n" +
	"-- content/shared/cctv.md --\n---\ntitle: Cameras\n---\nWe may share it.\n" +
	"-- content/pages/help.md --\n---\ntitle: Help\nsummary: How to get help.\n---\n## Help\n\n- One\n- *We* may\n  share it.\n" +
	"-- content/organisations/booking.yaml --\nname: Booking Ltd\ndescription: >\n  It books. Also,\n  we may share it.\n"

func TestWordingIsReadInEveryFile(t *testing.T) {
	t.Parallel()
	var got []string
	for _, f := range found(t, "wording-qualifier", "summary: 'It''s ours: we may share it.'\n"+inAnyFile) {
		got = append(got, f.Pos.String()+" "+f.Notice)
	}
	slices.Sort(got)
	want := []string{
		"content/notices/allotments.yaml:39:26 allotments",
		"content/organisations/booking.yaml:4:6 ",
		"content/pages/help.md:8:8 ",
		"content/shared/cctv.md:4:4 ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWordingLeavesAloneWhatIsNotEnglishOrNotOurs(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]string{
		"Welsh": "\n-- content/site.yaml --\nlanguages: [en, cy]\n-- content/notices/allotments.cy.yaml --\ntitle: Rhandiroedd\nsummary: We may share it.\n",
		"what is shared, in Welsh": "\n-- content/site.yaml --\nlanguages: [en, cy]\n-- content/site.cy.yaml --\nintro: We may share it.\n" +
			"-- content/organisations/anytown-council.cy.yaml --\ndescription: We may share it.\n-- content/glossary.cy.yaml --\n- term: Plot\n  meaning: We may share it.\n" +
			"-- content/shared/cctv.cy.md --\n---\ntitle: Cameras\n---\nWe may share it.\n",
		"a quotation": "body: |\n  They wrote “We may share it”.\n\n  > We may share it.\n",
		"code":        "body: |\n  The form says `We may share it`.\n\n      We may share it.\n",
		"an address":  "body: |\n  Read <https://a.example/we%20may%20share>.\n",
		"a name":      "\n-- content/organisations/booking.yaml --\nname: We May Share It Ltd\nshort_name: We may share\n",
		"a condition": "body: |\n  If you ask us to, we may share it.\n",
	} {
		if list := found(t, "wording-qualifier", change); len(list) > 0 {
			t.Errorf("%s:\n%s", name, listed(list))
		}
	}
}

func TestWordsThatASiteAllowsAreLeftAlone(t *testing.T) {
	t.Parallel()
	const text = "summary: Robust Homes pays robustly. Ask the TPA.\n-- content/site.yaml --\n"
	for allowed, want := range map[string][]string{
		"":                                   {"Robust", "TPA", "robustly"},
		"words_allowed: [robust]":            {"TPA", "robustly"},
		"words_allowed: [robust homes, tpa]": {"robustly"},
		"words_allowed: [Robust  Homes, TPA, robustly]": nil,
	} {
		change := text + "checks:\n  " + allowed + "\n"
		if allowed == "" {
			change = text
		}
		var got []string
		for _, f := range slices.Concat(found(t, "word-hard", change), found(t, "acronym-unexplained", change)) {
			_, rest, _ := strings.Cut(f.Message, "“")
			word, _, _ := strings.Cut(rest, "”")
			got = append(got, word)
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", allowed, diff)
		}
	}
}

// The law of the notice's own time is what counts, as everywhere.
func TestWordingGoesByTheLawOfTheNotice(t *testing.T) {
	t.Parallel()
	const text = "summary: You have rights under Article 22 of the UK GDPR.\n"
	for day, want := range map[string]int{"2026-02-04": 0, "2026-02-05": 1} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(of("law-outdated", checkSet(t, resolve(t, text), at))); got != want {
			t.Errorf("%s: %d findings, want %d", day, got, want)
		}
	}
	if list := found(t, "law-outdated", text+"effective: 2024-01-01\nexpires: 2025-01-01\n"); len(list) > 0 {
		t.Errorf("a notice that has ended:\n%s", listed(list))
	}
	if list := found(t, "law-outdated", text+"-- content/site.yaml --\nlaw: eu\n"); len(list) > 0 {
		t.Errorf("in the EU:\n%s", listed(list))
	}
}

func TestAcronymsThatTheSiteExplainsNeedNoMore(t *testing.T) {
	t.Parallel()
	const text = "summary: Ask the DPO. The TPA pays.\n"
	for more, want := range map[string]int{
		"": 2,
		"-- content/glossary.yaml --\n- term: DPO\n  meaning: The Data Protection Officer.\n":           1,
		"-- content/organisations/tenants.yaml --\nname: Tenants’ Plots Association\nshort_name: TPA\n": 1,
	} {
		if list := found(t, "acronym-unexplained", text+more); len(list) != want {
			t.Errorf("%q: want %d\n%s", more, want, listed(list))
		}
	}
}

// A finding on wording can be accepted like any other.
func TestWordingCanBeAccepted(t *testing.T) {
	t.Parallel()
	list := found(t, "wording-qualifier", "summary: We may share it.\naccepted:\n  - rule: wording-qualifier\n    reason: The new text is being written.\n"+
		"    by: Data Protection Officer\n    until: 2027-06-30\n")
	if len(list) != 1 || list[0].Accepted == nil {
		t.Errorf("got %v", list)
	}
}

func TestChildrenAreMeantOnlyWhereTheNoticeSpeaksOfThem(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]int{
		"body: |\n  Pupils help on a plot.\n":                                                         1,
		"body: |\n  Pupils help on a plot.\ndata_subjects:\n  - label: Tenants\n    children: no\n":   0,
		"body: |\n  Pupils help on a plot.\ndata_subjects: [Tenants, children]\n":                     0,
		"body: |\n  Pupils help on a plot.\nchildren: [We tell them.]\n":                              0,
		"recipients:\n  - name: Schools for children\n    role: controller\n    purpose: Grow food\n": 0,
	} {
		if list := found(t, "children-mentioned-in-text", change); len(list) != want {
			t.Errorf("%s: want %d\n%s", change, want, listed(list))
		}
	}
}

// What underlines a finding is the words, as they stand in the file.
func TestWordingUnderlinesTheWords(t *testing.T) {
	t.Parallel()
	fsys := site(t, "summary: >\n  We rent plots out, and the council\n  may share   it.\nbody: |\n  Ŵyr: *we* may share it. &amp; We might use it.\n")
	text := strings.Split(string(fsys[exampleNotice].Data), "\n")
	var got []string
	for _, f := range of("wording-qualifier", checkSet(t, resolveFiles(t, fsys), exampleDay)) {
		line := []rune(text[f.Pos.Line-1])
		got = append(got, string(line[f.Pos.Col-1:f.Pos.Col-1+f.Pos.Len]))
	}
	if diff := cmp.Diff([]string{"may", "may", "might"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
