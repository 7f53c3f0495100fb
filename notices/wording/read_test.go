package wording

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Each file of testdata is named after a rule, or several with + between them, and
// has a text on each line. Words between { and } are those that the rule reports,
// in a line without them it reports nothing. A line that begins with @ sets what
// follows: the field, the jurisdiction and the day, such as "@purpose uk 2026-07-01".
func TestTexts(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		rule := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			field, doc := "body", Document{Jurisdiction: "uk", Day: time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)}
			for line := range strings.Lines(string(text)) {
				line = strings.TrimSpace(line)
				switch {
				case line == "" || strings.HasPrefix(line, "#"):
				case strings.HasPrefix(line, "@"):
					field, doc = setting(t, line, doc)
				default:
					checkLine(t, rule, doc, field, line)
				}
			}
		})
	}
}

func setting(t *testing.T, line string, doc Document) (string, Document) {
	t.Helper()
	words := strings.Fields(strings.TrimPrefix(line, "@"))
	day, err := time.Parse(time.DateOnly, words[2])
	if err != nil {
		t.Fatal(err)
	}
	return words[0], Document{Jurisdiction: words[1], Day: day}
}

var marks = strings.NewReplacer("{", "", "}", "")

func checkLine(t *testing.T, rule string, doc Document, field, line string) {
	t.Helper()
	plain := marks.Replace(line)
	for part := range strings.SplitSeq(plain, " | ") {
		doc.Texts = append(doc.Texts, Text{Words: part, Written: part, Field: field})
	}
	got := make([]string, len(doc.Texts))
	for i, part := range doc.Texts {
		got[i] = marked(part.Words, i, Read(doc), rule)
	}
	if diff := cmp.Diff(line, strings.Join(got, " | ")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// marked puts { and } around what the rule reports in a text.
func marked(text string, index int, hits []Hit, rule string) string {
	for i := len(text); i >= 0; i-- {
		for _, h := range hits {
			if h.Rule == rule && h.Text == index && h.Stop == i {
				text = text[:i] + "}" + text[i:]
			}
			if h.Rule == rule && h.Text == index && h.Start == i {
				text = text[:i] + "{" + text[i:]
			}
		}
	}
	return text
}

func TestHitsSayWhatIsWrongAndWhatToDo(t *testing.T) {
	t.Parallel()
	for _, rule := range ruleIDs(t) {
		if !regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`).MatchString(rule) {
			t.Errorf("%q is no ID of a rule", rule)
		}
	}
	list := Read(Document{Jurisdiction: "uk", Day: time.Now(), Texts: []Text{{Field: "body", Words: everything, Written: everything}}})
	if len(list) < 10 {
		t.Errorf("%d hits, want more", len(list))
	}
	for _, h := range list {
		if !strings.HasSuffix(h.Message, ".") || !strings.ContainsAny(h.Fix[len(h.Fix)-1:], ".”") || h.Stop <= h.Start {
			t.Errorf("%+v", h)
		}
	}
}

const everything = "We may share it with third parties under Article 6(c) and GDPR. Please check this page regularly. This list is not exhaustive. " +
	"By using this site you agree. Your data belongs to you. Nothing leaves the EEA. We utilise it to improve our services (or so. Ask our DPO. READ THIS NOW. " +
	"The Department of Education gets it."

// ruleIDs gives the rules that testdata tests.
func ruleIDs(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range files {
		list = append(list, strings.TrimSuffix(filepath.Base(f), ".txt"))
	}
	return list
}

func TestEveryEntryOfTheListsIsFound(t *testing.T) {
	t.Parallel()
	l := lists()
	if len(l.Laws) < 10 || len(l.Names) < 15 || len(l.HardWords) < 30 || len(l.acronyms) < 30 {
		t.Fatalf("%d laws, %d names, %d hard words, %d acronyms", len(l.Laws), len(l.Names), len(l.HardWords), len(l.acronyms))
	}
	for _, e := range append(l.Laws, l.Names...) {
		if e.Message == "" || e.Fix == "" || !strings.HasSuffix(e.Message, ".") || e.Law != "" && e.Law != "uk" && e.Law != "eu" {
			t.Errorf("%q: message, fix or jurisdiction", e.Words)
		}
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"One. Two! Three?":                        {"One.", "Two!", "Three?"},
		"Firms, e.g. Royal Mail, print. They do.": {"Firms, e.g. Royal Mail, print.", "They do."},
		"Under Art. 6 we do (so). It is.":         {"Under Art. 6 we do (so).", "It is."},
		"See www.a.uk. no new one":                {"See www.a.uk. no new one"},
		"He said “no.” Then he left":              {"He said “no.”", "Then he left"},
		"":                                        nil,
	} {
		var got []string
		for _, s := range appendSentences(nil, text) {
			got = append(got, strings.TrimSpace(text[s.start:s.stop]))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// FuzzRead holds any text to this: no panic, and every hit within the text.
func FuzzRead(f *testing.F) {
	f.Add(everything)
	f.Add("We may share i" + strings.Repeat("\x8b", longest+2) + "t with third parties")
	f.Fuzz(func(t *testing.T, text string) {
		for _, h := range Read(Document{Jurisdiction: "uk", Day: ukGDPR, Texts: []Text{{Words: text, Written: text, Field: "body"}}}) {
			if h.Start < 0 || h.Stop > len(text) || h.Start > h.Stop {
				t.Errorf("%+v in a text of %d bytes", h, len(text))
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var texts []Text
	for range 100 {
		texts = append(texts, Text{Words: everything, Written: everything, Field: "body"})
	}
	b.SetBytes(int64(100 * len(everything)))
	for b.Loop() {
		Read(Document{Jurisdiction: "uk", Day: ukGDPR, Texts: texts})
	}
}

// A hint that is not in what a pattern matches would hide that.
func TestHintsAreInWhatThePatternMatches(t *testing.T) {
	t.Parallel()
	for form, want := range map[string][]string{
		`prior to`:                       {"prior"},
		`in order to|whilst`:             {"order", "whilst"},
		`utilis(?:e|ed)`:                 {"utilis"},
		`e-?privacy`:                     {"privacy"},
		`(?:a|b) list|whilst`:            {"list", "whilst"},
		`whilst|[ab]ut`:                  nil,
		`services?|list \(of\|in\) this`: {"service", "list"},
		`(?:a|b){2,3}of`:                 nil,
		`abcd*[efgh]`:                    {"abc"},
		`and/or`:                         {"and/or"},
	} {
		if diff := cmp.Diff(want, hintsOf(form)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", form, diff)
		}
	}
}
