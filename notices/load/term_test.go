package load

import (
	"strings"
	"testing"
)

// A word that is none of a list is answered with the one that was meant, and never
// with a list that nobody reads.
func TestWordThatIsNoneOfAListIsAnswered(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"schedule_1: paragraph 6":        "Did you mean “statutory-and-government-purposes” (paragraph 6)?\n\nschedule_1: statutory-and-government-purposes",
		"schedule_1: Sch 1 para 18":      "Did you mean “safeguarding-of-children-and-individuals-at-risk” (paragraph 18)?",
		"schedule_1: insurance purposes": "insurance",
		"schedule_1: whatever it takes":  "Every word is listed in docs/keys.md.",
		"lawful_basis: Article 6(1)(e)":  "Did you mean “public-task” (Article 6(1)(e))?\n\nlawful_basis: public-task",
		"condition: 9(2)(g)":             "Did you mean “substantial-public-interest” (Article 9(2)(g))?",
	} {
		res := mustLoad(t, siteOf(map[string]string{"content/notices/a.yaml": "purposes:\n  - id: a\n    " + said + "\n"}))
		if len(res.Findings) != 1 || res.Findings[0].Rule != "term-unknown" {
			t.Errorf("%s:\n%s", said, report(res))
			continue
		}
		fix := strings.ReplaceAll(res.Findings[0].Fix, "\n    ", "\n")
		if !strings.Contains(fix, want) || strings.Count(fix, ", ") > 10 {
			t.Errorf("%s: fix %q, want %q and no long list", said, fix, want)
		}
	}
}

// Names that people use for others are told as such, once.
func TestMisnomersAreToldOnce(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"content/notices/a.yaml=recipients:\n  - category: The police\n":                                     "“name”",
		"content/notices/a.yaml=recipients:\n  - category: The police\n    role: controller\n":               "“name”",
		"content/notices/a.yaml=sources:\n  - category: Other councils\n    publicly_available: no\n":        "“name”",
		"content/site.yaml=law: uk\nchecks:\n  severities:\n    - rule: date-missing\n      severity: off\n": "“as”",
	} {
		file, content, _ := strings.Cut(text, "=")
		res := mustLoad(t, siteOf(map[string]string{file: content}))
		if len(res.Findings) != 1 || res.Findings[0].Rule != "key-unknown" || !strings.Contains(res.Findings[0].Fix, want) {
			t.Errorf("%s:\n%s", content, report(res))
		}
	}
}

// A gap that is accepted by its name alone is shown how it is accepted.
func TestAcceptanceByNameAloneShowsItsParts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"accepted: retention-missing\n":      "accepted:\n  - rule: retention-missing\n    reason: …\n    by: …\n    until: …",
		"accepted:\n  - retention-missing\n": "- rule: retention-missing\n  reason: …\n  by: …\n  until: …",
	} {
		res := mustLoad(t, siteOf(map[string]string{"content/notices/a.yaml": text}))
		if len(res.Findings) != 1 || !strings.HasSuffix(res.Findings[0].Fix, "\n\n"+want) {
			t.Errorf("%s:\n%s", text, report(res))
			continue
		}
		_, lines, _ := strings.Cut(res.Findings[0].Fix, "\n\n")
		if !strings.HasPrefix(lines, "accepted:") {
			lines = "accepted:\n" + lines
		}
		filled := strings.NewReplacer("reason: …", "reason: We are at it.", "by: …", "by: Data protection officer", "until: …", "until: 2027-06-30").Replace(lines)
		if again := mustLoad(t, siteOf(map[string]string{"content/notices/a.yaml": filled + "\n"})); len(again.Findings) > 0 || len(again.Corpus.Notices[0].Accepted) != 1 {
			t.Errorf("filled in:\n%s\n%s", filled, report(again))
		}
	}
}
