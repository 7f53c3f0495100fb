package handbook_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/handbook"
	"notices.example/notices/law"
)

func open(t *testing.T, jurisdiction string, day time.Time) *handbook.Handbook {
	t.Helper()
	l, err := law.At(jurisdiction, day)
	if err != nil {
		t.Fatal(err)
	}
	return handbook.New(l, []notices.RuleDoc{{ID: "layout-unused", Title: "A file among your layouts is not used", Severity: notices.Warning}})
}

var summer = time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)

var example = handbook.Page{Title: "Retention is missing", Parts: []handbook.Part{
	{Text: "`retention-missing`: error."},
	{Heading: "Law", List: []handbook.Entry{{"Article 13(2)(a)", "https://example.org/13", "How long data is kept, or how that is decided."}, {Name: "5(1)(e)"}}},
	{Heading: "Put right", Text: "Say it.", Example: "retention:\n  - period: 6 years\n", Language: "yaml"},
	{Heading: "Several files", Example: "-- content/site.yaml --\ntitle: x\n", Language: "yaml"},
}}

func TestPageAsMarkdown(t *testing.T) {
	t.Parallel()
	want := "# Retention is missing\n\n`retention-missing`: error.\n\n## Law\n\n" +
		"- [Article 13(2)(a)](https://example.org/13): How long data is kept, or how that is decided.\n- 5(1)(e)\n" +
		"\n## Put right\n\nSay it.\n\n```yaml\nretention:\n  - period: 6 years\n```\n" +
		"\n## Several files\n\n```text\n-- content/site.yaml --\ntitle: x\n```\n"
	if diff := cmp.Diff(want, handbook.Markdown(example)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPageAsText(t *testing.T) {
	t.Parallel()
	want := "Retention is missing\n\nretention-missing: error.\n\nLaw\n" +
		"  Article 13(2)(a): How long data\n    is kept, or how that is\n    decided.\n    https://example.org/13\n  5(1)(e)\n" +
		"\nPut right\n  Say it.\n\n      retention:\n        - period: 6 years\n" +
		"\nSeveral files\n      -- content/site.yaml --\n      title: x\n"
	if diff := cmp.Diff(want, handbook.Text(example, handbook.Style{Width: 34})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTextIsColouredOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	if strings.Contains(handbook.Text(example, handbook.Style{}), "\x1b") {
		t.Error("it is coloured, though nobody asked")
	}
	if !strings.HasPrefix(handbook.Text(example, handbook.Style{Colour: true}), "\x1b[1mRetention is missing\x1b[0m\n") {
		t.Error("the title does not stand out")
	}
}

// Every page fits a terminal, but for addresses and the lines of examples.
func TestPagesFitATerminal(t *testing.T) {
	t.Parallel()
	h := open(t, "uk", summer)
	for _, c := range h.Chapters {
		for _, d := range c.Rules {
			for line := range strings.Lines(handbook.Text(h.RulePage(d, c), handbook.Style{})) {
				if utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > 80 && strings.Contains(strings.TrimSpace(line), " ") && !strings.HasPrefix(line, "      ") {
					t.Errorf("%s: a long line: %s", d.ID, line)
				}
			}
		}
	}
}

// text is a page of a provision.
func text(t *testing.T, h *handbook.Handbook, words string) string {
	t.Helper()
	p, ok := h.Law.Find(words)
	if !ok {
		t.Fatalf("%s is in no law", words)
	}
	return handbook.Text(h.ProvisionPage(p), handbook.Style{Width: 1000})
}

func TestProvisionSaysWhenItHolds(t *testing.T) {
	t.Parallel()
	spring := summer.AddDate(0, -4, 0)
	for _, c := range []struct {
		day         time.Time
		words, want string
	}{
		{summer, "13(2)(a)", "How long data is kept. In force."},
		{summer, "13(2)(ca)", "In force since 19 June 2026."},
		{spring, "13(2)(ca)", "Not in force yet: it comes on 19 June 2026."},
		{summer, "14(5)(b)", "No longer in force: it ended on 4 February 2026."},
		{spring.AddDate(-1, 0, 0), "14(5)(b)", "In force until 4 February 2026."},
	} {
		if got := text(t, open(t, "uk", c.day), c.words); !strings.Contains(got, c.want) {
			t.Errorf("%s on %s: want %q in\n%s", c.words, c.day.Format(time.DateOnly), c.want, got)
		}
	}
}

// A provision names the rules that serve it, or says why there is none; a reason
// is for one that is a duty to inform.
func TestProvisionSaysWhoServesIt(t *testing.T) {
	t.Parallel()
	h := open(t, "uk", summer)
	for words, want := range map[string]string{
		"13(2)(a)": "retention-missing: Retention is missing (error)",
		"14(3)":    "When people are told cannot be read from a notice.",
		"13(2)":    "It only introduces its points",
		"11A":      "It is not among what a notice has to say.",
	} {
		if got := text(t, h, words); !strings.Contains(got, want) {
			t.Errorf("%s: want %q in\n%s", words, want, got)
		}
	}
}

func TestHandbookHoldsTheRulesOfEveryPackage(t *testing.T) {
	t.Parallel()
	h := open(t, "uk", summer)
	for _, id := range []string{"retention-missing", "heading-skipped", "reference-unknown", "yaml-syntax", "layout-unused"} {
		if _, _, ok := h.Rule(id); !ok || !slices.ContainsFunc(h.Rules(), func(d notices.RuleDoc) bool { return d.ID == id }) {
			t.Errorf("%s is not in it", id)
		}
	}
}
