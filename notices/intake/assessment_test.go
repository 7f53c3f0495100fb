package intake_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/intake"
	"notices.example/notices/settest"
	"notices.example/notices/sheet"
)

// An assessment becomes a draft: what stands by itself is a fact, what is not answered
// or left to the officer is an open question, and the rest is told.
func TestAnAssessmentBecomesADraft(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/assessment.txt")
	if err != nil {
		t.Fatal(err)
	}
	site := settest.Files(settest.Archive(t, "testdata/others.txtar"))
	draft, left, err := intake.DraftOf(intake.ReadAssessment(string(text)), siteOf(t, site))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s, %d open\n%s\n", draft.ID, draft.Questions, draft.Text)
	for _, l := range left {
		fmt.Fprintf(&b, "%d %v %s | %s\n", l.Line, l.Open, l.Question, l.Why)
	}
	const golden = "testdata/assessment.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("(-file +made):\n%s", diff)
	}
	settest.Of(t, withDrafts(t, site, []intake.Draft{draft}, false)) // it can be read
}

// Every question is answered, open, or told of: none is lost.
func TestNoQuestionOfAnAssessmentIsLost(t *testing.T) {
	t.Parallel()
	for question, want := range map[string]struct {
		answer, in string
		open       bool
	}{
		"Will you carry out automated decision-making?":       {"[x] No", "automated_decisions: none", false},
		"Is data transferred outside the UK?":                 {"☒ Yes, to the mailing company", "", true},
		"How long will you hold the data?":                    {"", "", true},
		"How long is the data held for?":                      {"DPO to advise", "for: the data protection officer", true},
		"Whom do you share the data with outside the council": {"None", "", false},
	} {
		s := intake.ReadAnswers([]*sheet.Table{{Rows: []sheet.Row{
			{Number: 1, Cells: []string{"Project name", "Survey"}}, {Number: 2, Cells: []string{"1. " + strings.TrimSuffix(question, "?") + "?", want.answer}},
		}}})
		if len(s.Answers) != 1 || s.Title != "Survey" {
			t.Fatalf("%s: %+v", question, s)
		}
		draft, left, err := intake.DraftOf(s, intake.Site{Controller: "anytown-council", Day: day})
		if errors.Is(err, intake.ErrNoAssessment) {
			t.Fatalf("%s: %v", question, err)
		}
		open := len(left) == 1 && left[0].Open
		if open != want.open || !strings.Contains(draft.Text, want.in) {
			t.Errorf("%s: open %v, %+v\n%s", question, open, left, draft.Text)
		}
	}
}

func TestADocumentWithoutQuestionsIsNoAssessment(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "A letter.\n1. One\n2. Two\n", "1. What time is it?\nLate.\n"} {
		if _, _, err := intake.DraftOf(intake.ReadAssessment(text), intake.Site{}); !errors.Is(err, intake.ErrNoAssessment) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
