package site

import (
	"slices"
	"strings"
	"testing"
)

func TestTermsAreFoundAsWholeWords(t *testing.T) {
	t.Parallel()
	term := func(word string) Term { return Term{ID: slug(word), Term: Text{Value: word}} }
	terms := []Term{term("Controller"), term("Joint controllers"), term("Lawful basis"), term("Personal data"), term("Body"), term("Ŵyr")}
	terms = append(terms, Term{ID: "rheolydd", Term: Text{Value: "Rheolydd", Lang: "cy"}}, Term{})
	x := newTermIndex(terms, "en")
	for text, want := range map[string]string{
		"the controller decides":                      "controller",
		"CONTROLLERS and bodies":                      "CONTROLLERS|bodies",
		"Joint controllers, a controller":             "Joint controllers|controller",
		"the joint\n controllers":                     "joint\n controllers",
		"joint. controllers":                          "controllers",
		"lawful bases; a lawful basis":                "lawful bases|lawful basis",
		"the controller's work":                       "controller",
		"“personal data”":                             "personal data",
		"non-personal data":                           "",
		"controllership, subcontroller":               "",
		"mail controller@body.example":                "",
		"https://body.example/controller?body=1#body": "",
		"see body.example":                            "",
		"personal\x01data":                            "",
		"fy ŵyr i":                                    "ŵyr",
		"ein rheolydd":                                "",
		"":                                            "",
		strings.Repeat("lawful ", 5) + "basis":        "lawful basis",
		"a body. Then controller: and (body)":         "body|controller|body",
		"\xff controller":                             "controller",
		"person\u200bal data, personal\u00a0data":     "personal\u00a0data",
	} {
		var got []string
		for _, m := range x.find(text) {
			got = append(got, text[m.start:m.stop])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("in %q: got %q, want %q", text, got, want)
		}
	}
}

func TestPluralsAreThoseOfEnglishOnly(t *testing.T) {
	t.Parallel()
	terms := []Term{{ID: "body", Term: Text{Value: "body"}}}
	if found := newTermIndex(terms, "cy").find("bodys bodies"); found != nil {
		t.Errorf("in Welsh: %v", found)
	}
	if found := newTermIndex(terms, "en").find("bodies"); len(found) != 1 {
		t.Errorf("in English: %v", found)
	}
}

func TestARunOfWordsKeepsEveryLetter(t *testing.T) {
	t.Parallel()
	x := newExplainer(newTermIndex([]Term{{ID: "bin", Term: Text{Value: "bin"}}}, "en"))
	text := Text{Value: "<b>bin</b> & bins, bin"}
	x.readText("data", &text, true)
	var words []string
	for _, r := range text.Runs.List {
		words = append(words, r.Words)
	}
	if got := strings.Join(words, ""); got != text.Value {
		t.Errorf("got %q, want %q", got, text.Value)
	}
	if n := len(slices.DeleteFunc(text.Runs.List, func(r Run) bool { return r.Href == "" })); n != 1 {
		t.Errorf("%d links, want 1", n)
	}
}

func FuzzFindingTermsIsInOrder(f *testing.F) {
	f.Add("the joint controllers of a body", "body")
	f.Add("\u212Aeys: a KEY", "key") // K is the sign of the kelvin, which is no ASCII
	f.Add("see www.body.example: a  b’s", "b's")
	f.Add("IT is it, as ever, IT", "IT")
	f.Fuzz(func(t *testing.T, text, term string) {
		x := newTermIndex([]Term{{ID: "x", Term: Text{Value: term}}, {ID: "y", Term: Text{Value: "a b"}}}, "en")
		got := x.find(text)
		last := 0
		for _, m := range got {
			if m.start < last || m.stop <= m.start || m.stop > len(text) {
				t.Fatalf("%q: %v", text, m)
			}
			last = m.stop
		}
		if want := x.findPlainly(text); !slices.Equal(got, want) {
			t.Fatalf("in %q got %v, want %v", text, got, want)
		}
	})
}

// findPlainly is find as it is told: it takes all words of a text, in small letters,
// and looks for each whether a phrase begins with it.
func (x *termIndex) findPlainly(text string) (found []match) {
	var starts, stops []int
	start := -1
	for i, r := range text + " " {
		switch {
		case inWord(r), start >= 0 && joins(r, text[min(i+1, len(text)):]):
			if start < 0 {
				start = i
			}
		case start >= 0:
			starts, stops, start = append(starts, start), append(stops, i), -1
		}
	}
	folded := func(i int) string { return strings.ToLower(text[starts[i]:stops[i]]) }
	says := func(i int, p termPhrase) bool {
		for n, want := range p.words {
			if i+n == len(starts) || folded(i+n) != want || n > 0 && gap(text[stops[i+n-1]:starts[i+n]]) != p.gaps[n-1] {
				return false
			}
		}
		return strings.HasPrefix(text[starts[i]:], p.exact)
	}
	for i := 0; i < len(starts); i++ {
		for _, p := range x.first[folded(i)] {
			if says(i, p) {
				found = append(found, match{starts[i], stops[i+len(p.words)-1], p.term})
				i += len(p.words) - 1
				break
			}
		}
	}
	return found
}
