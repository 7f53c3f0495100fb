package report_test

import (
	"bytes"
	"fmt"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/report"
)

var titleOf = regexp.MustCompile(`title=([a-z-]+)::`)

// What blocks comes first, then warnings and advice, then drafts and what is
// accepted, each with what weighs most at its head.
func TestAnnotationsComeInTheOrderOfTheirWeight(t *testing.T) {
	t.Parallel()
	var list []notices.Finding
	for _, severity := range []notices.Severity{notices.Advice, notices.Warning, notices.Error} {
		for standing, change := range map[string]func(*notices.Finding){"accepted": acceptedBy("Clerk"), "draft": draft, "open": nil} {
			f := shared("a", change)
			f.Severity, f.Rule = severity, fmt.Sprintf("%s-%s", standing, severity)
			list = append(list, f)
		}
	}
	var got []string
	for _, m := range titleOf.FindAllSubmatch(written(t, "github", report.Report{Findings: list}), -1) {
		got = append(got, string(m[1]))
	}
	want := []string{
		"open-error", "open-warning", "open-advice", "draft-error", "draft-warning", "draft-advice",
		"accepted-error", "accepted-warning", "accepted-advice",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// GitHub takes a summary of 1024 KiB, and shows nothing of a longer one.
func TestASummaryIsAsLongAsItMayBe(t *testing.T) {
	t.Parallel()
	var list []notices.Finding
	for i := range 15_000 {
		list = append(list, shared("a", func(f *notices.Finding) { f.Pos.Line = i + 1 }))
	}
	var b bytes.Buffer
	if err := report.MarkdownUpTo(&b, report.Report{Findings: list}, report.SummarySize); err != nil {
		t.Fatal(err)
	}
	if most := 1024 * 1024; b.Len() > most || b.Len() < most-1024 {
		t.Errorf("it has %d bytes", b.Len())
	}
}
