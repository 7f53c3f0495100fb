package wording

import (
	"strings"
	"testing"
	"time"
)

// hitsOf gives the words that a rule reports in a text.
func hitsOf(d Document, rule string) (words []string) {
	for _, h := range Read(d) {
		if h.Rule == rule {
			words = append(words, d.Texts[h.Text].Words[h.Start:h.Stop])
		}
	}
	return words
}

func documentOf(day time.Time, field, text string) Document {
	return Document{Jurisdiction: "uk", Day: day, Texts: []Text{{Words: text, Written: text, Field: field}}}
}

// The UK has had a GDPR and a border of its own since the end of the transition.
func TestTheUKHasItsOwnGDPRFrom2021(t *testing.T) {
	t.Parallel()
	last := time.Date(2020, time.December, 31, 0, 0, 0, 0, time.UTC)
	for day, want := range map[time.Time]int{last: 0, last.AddDate(0, 0, 1): 1} {
		if got := hitsOf(documentOf(day, "body", "We follow the GDPR."), LawOutdated); len(got) != want {
			t.Errorf("on %s: %q", day.Format(time.DateOnly), got)
		}
		if got := hitsOf(documentOf(day, "body", "Nothing is sent outside the EEA."), BorderEEA); len(got) != want {
			t.Errorf("on %s: %q", day.Format(time.DateOnly), got)
		}
	}
}

func TestCapitalsSideBySide(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"": false, "A": false, "A B": false, "Ab Cd": false, "aB": false, "AB": true, "x AB": true, "aBC": true, "ŴŶ": true} {
		if got := hasCapitals(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestTheSentenceOfAnOffset(t *testing.T) {
	t.Parallel()
	const text = "One is here. Two is there."
	r := &reader{text: Text{Words: text}, sentences: appendSentences(nil, text)}
	second := strings.Index(text, "Two")
	for offset, want := range map[int]string{0: "One is here. ", second - 1: "One is here. ", second: "Two is there.", len(text) - 1: "Two is there.", len(text): text} {
		if s := r.sentence(offset); text[s.start:s.stop] != want {
			t.Errorf("%d is in %q, want %q", offset, text[s.start:s.stop], want)
		}
	}
}

func TestRangesThatCover(t *testing.T) {
	t.Parallel()
	for at, want := range map[[2]int]bool{{2, 6}: true, {2, 4}: true, {4, 6}: true, {3, 5}: true, {1, 4}: false, {4, 7}: false, {7, 9}: false} {
		if got := covered(at[:], [][]int{{2, 6}}); got != want {
			t.Errorf("%v: %t", at, got)
		}
	}
}

// Words that another rule reports already are not reported as hard, those beside
// them are, and so are those of another text.
func TestWordsAreReportedOnce(t *testing.T) {
	t.Parallel()
	r := &reader{at: 1, hits: []Hit{
		{Rule: Capitals, Text: 0, Start: 0, Stop: 50}, {Rule: SentenceLong, Text: 1, Start: 0, Stop: 50}, {Rule: Capitals, Text: 1, Start: 10, Stop: 20},
	}}
	for at, want := range map[[2]int]bool{{10, 20}: true, {12, 14}: true, {19, 25}: true, {5, 11}: true, {5, 10}: false, {20, 25}: false, {30, 40}: false} {
		if got := r.reported(at[0], at[1]); got != want {
			t.Errorf("%v: %t", at, got)
		}
	}
}

// What the words on the edge of a rule decide.
func TestEdges(t *testing.T) {
	t.Parallel()
	today := time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ rule, field, text, want string }{
		// Only an acronym is short, and only a word has a vowel.
		{Capitals, "body", "Here are THE NEW LAWS.", "THE NEW LAWS"},
		{Capitals, "body", "Here is THE NEW LAW.", ""},
		{Capitals, "body", "Here is XQZKLMNP.", ""},
		{Capitals, "body", "Ring LAWS-MADE now.", "LAWS-MADE"},
		{Capitals, "body", "Ring GCSE UTC now.", ""},
		{Capitals, "body", "The union (UNISON) helps. Ask UNISON NHS now.", ""},
		{Capitals, "body", "Ask UNISON NHS now.", "UNISON NHS"},
		// Letters in a number are none.
		{Acronym, "body", "Fill in form QXZ-12.", ""},
		{Acronym, "body", "Fill in form 12-QXZ.", ""},
		{Acronym, "body", "Fill in form 12 QXZ.", ""},
		{Acronym, "body", "Fill in form QXZ.", "QXZ"},
		// A word that is right in its sentence is none that is hard.
		{WordHard, "body", "We keep it for the purposes of a bill.", "for the purposes of"},
		{WordHard, "body", "We keep it for the purposes of Article 6.", ""},
		// Capitals count where a name has them.
		{NameOutdated, "body", "Ask the Department of Education.", "Department of Education"},
		{NameOutdated, "body", "Ask the department of education.", ""},
		{LawOutdated, "body", "We rely on the privacy shield.", "privacy shield"},
		// What is said of another sentence excuses nothing.
		{NameOutdated, "body", "It was called so no longer. Department of Education is a name.", "Department of Education"},
		{NameOutdated, "body", "It was called the Department of Education.", ""},
		// Rules on the facts read what they cannot.
		{RecipientVague, "summary", "We share it with third parties.", "third parties"},
		{RecipientVague, "note", "We share it with third parties.", "third parties"},
		{RecipientVague, "security", "We share it with third parties.", "third parties"},
		{RecipientVague, "essence", "We share it with third parties.", "third parties"},
		{RecipientVague, "label", "We share it with third parties.", ""},
	} {
		if got := strings.Join(hitsOf(documentOf(today, c.field, c.text), c.rule), ", "); got != c.want {
			t.Errorf("%s, %s: %q gives %q, want %q", c.rule, c.field, c.text, got, c.want)
		}
	}
}

func TestAShortParagraphMayBeRepeated(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"One two three four five six seven.": 0, "One two three four five six seven eight.": 1} {
		said := Text{Words: text, Written: text, Field: "body"}
		if got := hitsOf(Document{Texts: []Text{said, said}}, ParagraphRepeated); len(got) != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	heading := Text{Words: "We share it with third parties.", Written: "We share it with third parties.", Field: "body", Heading: true}
	if got := hitsOf(Document{Jurisdiction: "uk", Texts: []Text{heading}}, RecipientVague); len(got) > 0 {
		t.Errorf("a heading tells %q", got)
	}
}
