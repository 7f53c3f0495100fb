package report_test

import (
	"fmt"
	"time"

	"notices.example/notices"
	"notices.example/notices/report"
)

// hostile is what words from a content file can hold at worst.
var hostile = []string{
	"100% of\r\nwords: a, b", "<script>alert(1)</script>", "=cmd('calc')!A1", "]]> and <!--", "a | b", "🏛️ tŷ", "\u202egnp.exe",
	"a\x00b\x1b[2J", "@octocat #1 [x](https://evil.example) {0} [y](1)", "::error::no", "##[error]no", "```\n~~~", "-- \"q\" 'r' `s`", "\t+1", "www.evil.example",
	"owner/repo#3 !34 %milestone ~label &5 $6",
}

// full is a report with something of every kind in it.
func full() report.Report {
	r := report.Report{
		Program: "notices", Version: "v1.0.0", Day: day, Matrix: matrix(), Outcome: "The site cannot be published like this.",
		Folder: "privacy", RulesURL: "https://notices.example/docs/rules/",
		Cite: func(p string) string { return "Article " + p + " UK GDPR" },
		Link: func(p string) string { return "https://law.example/" + p },
		Line: line,
	}
	for i, words := range hostile {
		r.Rules = append(r.Rules, notices.RuleDoc{
			ID: fmt.Sprintf("hostile-%d", i+1), Title: "A title", Severity: notices.Severity(1 + i%3), Provisions: []string{"13(1)(c)"},
			Why: "Because [it is so](https://law.example/).", Bad: "a: " + words, Good: "a: b",
		})
		f := notices.Finding{
			Rule: fmt.Sprintf("hostile-%d", i+1), Severity: notices.Severity(3 - i%3), Pos: pos(1, 8, 10), Notice: "allotments",
			Message: "It says “" + words + "”.", Fix: "Write this:\n\nname: " + words, Provisions: []string{"13(1)(c)"}, Field: "title",
			Related: []notices.Related{{Pos: pos(2, 1, 0), Message: "see " + words}},
		}
		if i%4 == 3 {
			f.Accepted = &notices.Acceptance{
				Reason: notices.Text{Value: words}, By: notices.Text{Value: words},
				Until: notices.Date{Time: time.Date(2026, time.December, 31, 0, 0, 0, 0, time.UTC)},
			}
			f.Baseline = i%8 == 7
		}
		f.Draft = i%7 == 6
		r.Findings = append(r.Findings, f)
	}
	r.Matrix.Rows[0].Title = hostile[1]
	r.Matrix.Rows[1].Title = hostile[2]
	r.Findings = append(r.Findings,
		notices.Finding{Rule: "site-missing", Severity: notices.Error, Pos: notices.Pos{File: "content/a b%.yaml"}, Message: "It is not there."},
		shared("allotments", nil), shared("garages", acceptedBy("Clerk")),
	)
	return r
}
