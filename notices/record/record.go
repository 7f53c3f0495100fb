// Package record makes a record of processing from notices: Article 30(1). It takes a
// complete set and a day and gives a row for each purpose of each notice in force, with
// what the notice says of it, as CSV for a spreadsheet program.
//
// A notice is written for people and a record for the regulator: what a notice does not
// say is left empty, and never guessed. The columns that the law asks for carry their
// provision; the others are usual in the records of public bodies.
package record

import (
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// column is a column of the record, and what stands in it.
type column struct {
	title string
	cell  func(activity) string
}

// activity is one purpose of one notice: a row.
type activity struct {
	set *notices.Set
	c   *notices.Complete
	p   notices.Purpose
}

// Of gives the record as a table, its first row the titles of the columns. Drafts, and
// notices that are not in force on the day, have no rows.
func Of(set *notices.Set, day time.Time) [][]string {
	table := [][]string{nil}
	for _, col := range columns {
		table[0] = append(table[0], col.title)
	}
	for _, c := range set.Notices {
		if c.Standing(day) != notices.InForce {
			continue
		}
		for _, p := range c.Purposes {
			var row []string
			for _, col := range columns {
				row = append(row, col.cell(activity{set, c, p}))
			}
			table = append(table, row)
		}
	}
	return table
}

// columns are the columns of the record, those of Article 30(1) in its order.
var columns = []column{
	{"Service", func(a activity) string { return a.c.Title.Value }},
	{"Notice", func(a activity) string { return a.c.ID.Value }},
	{"Controller and contact details: 30(1)(a)", activity.controllers},
	{"Data protection officer: 30(1)(a)", activity.officers},
	{"Purpose: 30(1)(b)", func(a activity) string { return a.p.Purpose.Value }},
	{"Categories of people: 30(1)(c)", activity.subjects},
	{"Categories of personal data: 30(1)(c)", activity.data},
	{"Special category and offence data", activity.sensitive},
	{"Categories of recipients: 30(1)(d)", activity.recipients},
	{"Other countries: 30(1)(e)", activity.countries},
	{"Safeguards for transfers: 30(1)(e)", activity.safeguards},
	{"Time limits for erasure: 30(1)(f)", activity.retention},
	{"Security measures: 30(1)(g)", func(a activity) string { return lines(a.c.Security) }},
	{"Lawful basis: 6(1)", func(a activity) string {
		return either(meaning("lawful-basis", a.p.LawfulBasis), meaning("law-enforcement-ground", a.p.LawEnforcementGround))
	}},
	{"Basis in law: 6(3)", func(a activity) string { return a.p.BasisInLaw.Value }},
	{"Legitimate interests", func(a activity) string {
		return either(a.p.LegitimateInterests.Value, meaning("recognised-interest", a.p.RecognisedInterest))
	}},
	{"Condition for special category data: 9(2)", func(a activity) string {
		return either(meaning("special-category-condition", a.p.Condition), meaning("schedule-8", a.p.Schedule8))
	}},
	{"Condition in DPA 2018 Schedule 1", func(a activity) string { return meaning("schedule-1", a.p.Schedule1) }},
	{"Condition for offence data: 10", func(a activity) string { return strings.ReplaceAll(a.p.OffenceCondition.Value, "-", " ") }},
	{"Appropriate policy document", func(a activity) string { return a.p.PolicyDocument.Value }},
	{"Source, when not the person", activity.sources},
	{"Automated decisions", activity.decisions},
	{"Impact assessment", func(a activity) string { return a.c.Assessment.Value }},
	{"Notice updated", func(a activity) string { return a.c.Updated.String() }},
	{"Notice reviewed", func(a activity) string { return a.c.Reviewed.String() }},
	{"Next review", func(a activity) string { return a.c.ReviewDue.String() }},
}

// meaning gives what a word of the law stands for, with its provision.
func meaning(list string, t notices.Term) string {
	label, provision := law.Meaning(list, t.Value)
	if label == "" || provision == "" {
		return label
	}
	return label + " (" + provision + ")"
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// lines puts texts below each other in a cell.
func lines(texts []notices.Text) string {
	var list []string
	for _, t := range texts {
		list = append(list, t.Value)
	}
	return strings.Join(list, "\n")
}
