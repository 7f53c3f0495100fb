package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/report"
)

// shared is one gap in the file of an organisation, as each of its notices has it.
func shared(notice string, change func(*notices.Finding)) notices.Finding {
	f := notices.Finding{
		Rule: "dpo-missing", Severity: notices.Error, Pos: notices.Pos{File: "content/organisations/anytown.yaml", Line: 1, Col: 1},
		Message: "No officer is named.", Notice: notice,
	}
	if change != nil {
		change(&f)
	}
	return f
}

func draft(f *notices.Finding) { f.Draft = true }

func acceptedBy(role string) func(*notices.Finding) {
	return func(f *notices.Finding) {
		f.Accepted = &notices.Acceptance{
			Reason: notices.Text{Value: "The post is vacant."}, By: notices.Text{Value: role},
			Until: notices.Date{Time: time.Date(2026, time.December, 31, 0, 0, 0, 0, time.UTC)},
		}
	}
}

func TestTextShowsASharedFindingOnce(t *testing.T) {
	t.Parallel()
	const place = "content/organisations/anytown.yaml:1:1: "
	for _, c := range []struct {
		name     string
		findings []notices.Finding
		want     string
	}{
		{
			"of one notice", []notices.Finding{shared("a", nil)},
			place + "error: No officer is named.\n  Rule: dpo-missing\n\n1 error in 1 file.\n",
		},
		{
			"of two notices", []notices.Finding{shared("a", nil), shared("b", nil)},
			place + "error: No officer is named.\n  Concerns a, and also b.\n  Rule: dpo-missing\n\n1 error in 1 file.\n",
		},
		{
			"the one that weighs most wins", []notices.Finding{shared("a", acceptedBy("Clerk")), shared("b", draft), shared("c", nil)},
			place + "error: No officer is named.\n  Concerns c, and also a (accepted there), b (a draft).\n  Rule: dpo-missing\n\n1 error in 1 file.\n",
		},
		{
			"a draft weighs more than an accepted one", []notices.Finding{shared("a", acceptedBy("Clerk")), shared("b", draft)},
			"In drafts, which are not published:\n  " + place + "error: No officer is named. (dpo-missing)\n" +
				"    Concerns b, and also a (accepted there).\n    by Clerk, until 2026-12-31: The post is vacant.\n\n" +
				"Nothing is open. 1 finding in drafts.\n",
		},
		{
			"accepted in two ways", []notices.Finding{shared("a", acceptedBy("Clerk")), shared("b", acceptedBy("Mayor")), shared("c", acceptedBy("Clerk"))},
			"Accepted for now:\n  " + place + "No officer is named. (dpo-missing)\n    Concerns a, and also b, c.\n" +
				"    by Clerk, until 2026-12-31: The post is vacant.\n    by Mayor, until 2026-12-31: The post is vacant.\n\n" +
				"Nothing is open. 1 finding accepted.\n",
		},
		{
			"other words are another finding", []notices.Finding{
				shared("a", nil), shared("b", func(f *notices.Finding) { f.Message = "Nobody is named." }),
			},
			place + "error: No officer is named.\n  Rule: dpo-missing\n\n" + place + "error: Nobody is named.\n  Rule: dpo-missing\n\n2 errors in 1 file.\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			if err := report.Text(&b, c.findings, nil, report.TextOptions{}); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, b.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTextNamesOnlyAFewNotices(t *testing.T) {
	t.Parallel()
	var list []notices.Finding
	for i := range 40 {
		list = append(list, shared(fmt.Sprintf("n%02d", i), nil))
	}
	var b bytes.Buffer
	if err := report.Text(&b, list, nil, report.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b.Bytes(), []byte("Concerns n00, and also n01, n02, n03, n04, n05, 34 more.\n")) {
		t.Errorf("got:\n%s", b.String())
	}
}

// A program that reads the JSON can tell what each notice lacks, and which of
// them accept it.
func TestJSONHasTheFindingsOfEveryNotice(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	list := []notices.Finding{shared("a", nil), shared("b", acceptedBy("Clerk")), shared("c", draft), shared("d", nil)}
	if err := report.JSON(&b, report.Report{Day: day, Findings: list}); err != nil {
		t.Fatal(err)
	}
	type of struct {
		Notice string
		Draft  bool
		Blocks bool
	}
	var got struct {
		Summary  struct{ Errors, Drafts, Accepted int }
		Findings []of
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []of{{"a", false, true}, {"b", false, false}, {"c", true, false}, {"d", false, true}}
	if diff := cmp.Diff(want, got.Findings); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if s := got.Summary; s.Errors != 2 || s.Drafts != 1 || s.Accepted != 1 {
		t.Errorf("summary %+v: want 2 errors, 1 in a draft, 1 accepted", s)
	}
}
