package rules

import (
	"fmt"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// aCopy matches data that is kept beside the first, so that its own period says
// nothing against that of the other.
var aCopy = pattern.MustCompile(`(?i)\b(back-?ups?|cop(y|ies)|extracts?|archives?|paper|logs?|originals?|scans?|summar(y|ies)|statistics|figures)\b`)

const phoneNumbers = "retention:\n  - data: [name]\n    period: 6 years\n    from: the end of your tenancy\n" +
	"  - data: [email]\n    what: Addresses of all tenants\n    period: 6 years\n    from: the end of your tenancy\n"

var retentionOverlap = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "retention-overlap", Title: "Two periods that may be for the same data", Severity: notices.Advice,
		Provisions: []string{"13(2)(a)", "14(2)(a)", "5(1)(e)"}, Item: "retention", Section: notices.RetentionSection,
		Why: "Two entries for one item are told apart only by a few words. If the one with the longer period covers the other, the shorter period is not true: " +
			"the data stays. Items of their own make it clear.",
		Bad:  phoneNumbers + "  - data: [email]\n    what: Addresses of members\n    period: 7 days\n    from: the end of your tenancy\n",
		Good: phoneNumbers + "  - data: [email]\n    what: Backups\n    period: 7 days\n    from: the end of your tenancy\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for i, r := range s.Notice.Retention {
			for _, earlier := range s.Notice.Retention[:i] {
				item, both := shared(earlier, r)
				if !both || !overlaps(earlier, r) {
					continue
				}
				d, _ := s.Notice.DataItem(item)
				list = append(list, notices.Finding{
					Pos: firstPos(r.Period.Pos, r.Pos), About: item,
					Message: fmt.Sprintf("%s is kept for two periods, one for %s and one for %s. Does the first not cover the second?",
						itemName(d), quote(earlier.What.Value), quote(r.What.Value)),
					Fix:     "If the two are different things, list each as an item of its own. If not, keep the period that is true.",
					Related: []notices.Related{{Pos: firstPos(earlier.Period.Pos, earlier.Pos), Message: "the other period"}},
				})
			}
		}
		return list
	},
}

// overlaps reports whether two entries give different periods, and only the words
// for what they are about tell them apart.
func overlaps(a, b notices.Retention) bool {
	if !a.What.Said() || !b.What.Said() || folded(a.What.Value) == folded(b.What.Value) || aCopy.MatchString(a.What.Value+" "+b.What.Value) {
		return false
	}
	a.What = b.What
	return contradicts(a, b)
}

var retentionStartMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "retention-start-missing", Title: "Not said from when a period runs", Severity: notices.Advice,
		Provisions: []string{"13(2)(a)", "14(2)(a)", "12(1)"}, Item: "retention", Section: notices.RetentionSection,
		Why: "“Six years” from what? From the day you wrote, the end of the contract, the last payment? Only with the event can readers work out " +
			"when their data goes. What a machine records, such as a visit to a website, runs from that moment and needs no more.",
		Bad:  "retention:\n  - data: [name, email]\n    period: 6 years\n    then: deleted\n",
		Good: "retention:\n  - data: [name, email]\n    period: 6 years\n    from: the end of your tenancy\n    then: deleted\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, r := range s.Notice.Retention {
			if !r.Period.Said() || written(r.From.Pos, r.Criteria.Pos) || s.onlyRecorded(r) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: r.Period.Pos, About: firstID(r.Data),
				Message: "The notice does not say from when the period for " + s.kept(r) + " runs.",
				Fix:     "Name the event:\n\nfrom: …",
			})
		}
		return list
	},
}

// onlyRecorded reports whether all that an entry covers is recorded or worked out
// by the body itself.
func (s *Subject) onlyRecorded(r notices.Retention) bool {
	covered := false
	for _, d := range s.Notice.Data {
		if s.covers(r, d) {
			covered = true
			if !d.Origin.Is("observed", "derived") {
				return false
			}
		}
	}
	return covered
}
