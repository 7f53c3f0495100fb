package site

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"notices.example/notices"
)

// checkAccessibility reports what keeps the accessibility statement from being
// what the regulations ask for.
func (p *plan) checkAccessibility() {
	a := p.site.Accessibility
	switch {
	case a == nil:
		if p.owesStatement() {
			p.findings = append(p.findings, statementMissing(p.site.Pos))
		}
	case p.jurisdiction != "uk":
		p.findings = append(p.findings, statementIncomplete(a.Pos, "The statement can only be made in the words of UK law.",
			"Write your own statement in content/pages/accessibility.md, and take the block out."))
	default:
		p.findings = append(p.findings, incomplete(a)...)
		p.findings = append(p.findings, placeholders(a)...)
	}
}

// owesStatement reports whether this is the website of a public body in the UK.
// One that is not on the web yet, or nobody's, owes none.
func (p *plan) owesStatement() bool {
	return p.base != "" && p.jurisdiction == "uk" && !p.brings(accessibilityID) &&
		slices.ContainsFunc(p.order, func(f *notices.Face) bool {
			return slices.ContainsFunc(f.Controllers, func(id string) bool { return p.set.Organisations[id].PublicAuthority.Yes() })
		})
}

// incomplete reports what the statement does not say, and where it contradicts
// itself.
func incomplete(a *notices.Accessibility) (list []notices.Finding) {
	for _, needed := range []struct {
		said     bool
		what, to string
	}{
		{a.Organisation.Said(), "which body runs the site", "organisation: Anytown Council"},
		{a.Compliance.Said(), "how far the site meets the standard", "compliance: partial # or full, or none"},
		{a.Contact.Reachable() || a.HowToReport.Said(), "how people can report a problem", "contact:\n  email: access@anytown.gov.uk"},
		{a.Prepared.Said(), "when it was first written", "prepared: 2026-11-20"},
		{a.Reviewed.Said(), "when it was last looked at", "reviewed: 2026-11-20"},
		{a.Tested.Said(), "when the site was last tested", "tested: 2026-11-18"},
		{a.TestedBy.Said(), "who tested the site", "tested_by: our web team"},
	} {
		if !needed.said {
			list = append(list, statementIncomplete(a.Pos, "The accessibility statement does not say "+needed.what+".", "Add:\n"+needed.to))
		}
	}
	problems := len(a.Problems) + len(a.DisproportionateBurden) + len(a.OutOfScope)
	switch {
	case a.Compliance.Is("full") && problems > 0:
		list = append(list, statementIncomplete(a.Compliance.Pos, "The accessibility statement says that the site meets the standard in full, and lists what does not.",
			"Write partial, or take out what has been mended."))
	case a.Compliance.Is("partial", "none") && problems == 0:
		list = append(list, statementIncomplete(a.Compliance.Pos, "The accessibility statement says that the site does not meet the whole standard, and not what is wrong.",
			"Add:\nproblems:\n  - what: Some pictures have no description for people who cannot see them.\n    criterion: 1.1.1 Non-text Content (A)"))
	}
	if a.Prepared.Said() && a.Reviewed.Said() && a.Reviewed.Time.Before(a.Prepared.Time) {
		list = append(list, statementIncomplete(a.Reviewed.Pos, "The accessibility statement was looked at before it was written.", "Put the two dates right."))
	}
	return list
}

// toReplace matches what is there to be replaced: instructions in brackets, notes
// of authors to themselves, and addresses that are kept for examples. It takes every
// bracket, because a statement needs none: the rule template-text-left has to be
// choosier, as notices quote laws.
var toReplace = regexp.MustCompile(`^(?:…|\.\.\.)$|\[[^\]]*\]|<[^>]*>|(?i:lorem ipsum|delete as appropriate)|\b(?:TODO|FIXME|XX+|TBC|TBD)\b` +
	`|(?i)\bexample\.(?:gov\.uk|org\.uk|co\.uk|com|net|org)\b`)

// placeholders reports every text of the statement that nobody has filled in.
func placeholders(a *notices.Accessibility) (list []notices.Finding) {
	eachValue(reflect.ValueOf(*a), func(words string, pos notices.Pos) {
		if left := toReplace.FindString(words); left != "" {
			list = append(list, notices.Finding{
				Rule: "accessibility-statement-placeholder", Severity: notices.Error, Pos: pos,
				Message: fmt.Sprintf("“%s” in the accessibility statement was to be replaced.", shortened(left)),
				Fix:     "Write what is so on your site, or take the line out.",
			})
		}
	})
	return list
}

// eachValue calls visit for all words below a value of the vocabulary.
func eachValue(v reflect.Value, visit func(words string, pos notices.Pos)) {
	switch value := v.Interface().(type) {
	case notices.Text:
		visit(strings.TrimSpace(value.Value), value.Pos)
	case notices.Email:
		visit(value.Value, value.Pos)
	case notices.URL:
		visit(value.Value, value.Pos)
	case notices.Date, notices.Pos:
	default:
		eachPart(v, visit)
	}
}

func eachPart(v reflect.Value, visit func(words string, pos notices.Pos)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			eachValue(v.Field(i), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachValue(v.Index(i), visit)
		}
	}
}

func statementIncomplete(pos notices.Pos, message, fix string) notices.Finding {
	return notices.Finding{Rule: "accessibility-statement-incomplete", Severity: notices.Error, Pos: pos, Message: message, Fix: fix}
}

func statementMissing(pos notices.Pos) notices.Finding {
	return notices.Finding{
		Rule: "accessibility-statement-missing", Severity: notices.Warning, Pos: pos,
		Message: "The site of a public body has no accessibility statement.",
		Fix: "Add what is so on your site:\naccessibility:\n  organisation: Anytown Council\n  compliance: full\n  contact:\n    email: access@anytown.gov.uk\n" +
			"  prepared: 2026-11-20\n  reviewed: 2026-11-20\n  tested: 2026-11-18\n  tested_by: our web team",
	}
}
