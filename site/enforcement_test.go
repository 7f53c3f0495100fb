package site_test

import (
	"testing"

	"notices.example/notices"
)

// A purpose of law enforcement is shown with the words and provisions of Part 3,
// and not with those of the UK GDPR.
func TestLawEnforcementIsShownUnderPart3(t *testing.T) {
	t.Parallel()
	in := input()
	c := sparse(in)
	c.LawfulBasis = notices.Term{}
	c.Purposes = []notices.Purpose{{
		ID: id("dumping"), Purpose: text("Prosecute people who dump waste"), Activities: terms("law-enforcement"),
		LawEnforcementGround: term("task"), Schedule8: term("statutory-purposes"), BasisInLaw: text("Environmental Protection Act 1990, section 33"),
	}}
	c.Data = []notices.DataItem{{ID: id("origin"), Label: text("Ethnic origin"), SpecialCategory: term("racial-or-ethnic-origin"), CriminalOffence: notices.Answer{Value: notices.Yes}}}
	got := page(t, render(t, in), "notices/wendle/allotments.html")
	says(t, got, "Law enforcement task", "section/35", "Environmental Protection Act 1990, section 33", "DPA 2018 s.35(8)",
		"Sensitive: Work that the law gives to a body", "schedule/8/paragraph/1",
		"section/45", "section/46", "section/47", "What is needed as evidence stays")
	silent(t, got, "Article 6(1)", "Article 9", "Article 10", "Article 15", "Article 20", "Article 21", `class="objection"`)

	c.Purposes = append(c.Purposes, notices.Purpose{ID: id("let"), Purpose: text("Let allotments"), LawfulBasis: term("public-task")})
	got = page(t, render(t, in), "notices/wendle/allotments.html")
	says(t, got, "Law enforcement task", "Article 6(1)(e)", "Article 15", "section/45", "Article 21", `class="objection"`)
}
