package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var retentionMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "retention-missing", Title: "Retention is missing", Severity: notices.Error,
		Provisions: []string{"13(2)(a)", "14(2)(a)"}, Item: "retention", Section: notices.RetentionSection,
		Why: "People have to know how long their data is kept or, where no length can be given, how that is decided. " +
			"A link to a retention schedule alone does not tell them.",
		Bad:  "# Nothing is said about how long data is kept.\n",
		Good: "retention:\n  - data: [name, email]\n    period: 6 years\n    from: the end of your tenancy\n    then: deleted\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("retention") {
			return nil
		}
		return finding(notices.Finding{
			Message: "The notice does not say how long the data is kept.",
			Fix: "Give a period for all the data, and the event it runs from:\n\nretention:\n  - data: " + ids(s.Notice.Data) +
				"\n    period: …\n    from: …\n    then: …",
		})
	},
}

func lookUpRetention(s *Subject) answer {
	if len(s.Notice.Retention) == 0 {
		return answer{}
	}
	return given(s.Notice.Retention[0].Pos)
}

var retentionPeriodMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "retention-period-missing", Title: "Retention without a period", Severity: notices.Error,
		Provisions: []string{"13(2)(a)", "14(2)(a)"}, Item: "retention", Section: notices.RetentionSection,
		Why: "An entry has to give a length of time or the criteria that decide it. A row of the retention schedule can stand beside it, " +
			"not in its place: readers should not have to look it up.",
		Bad:  "retention:\n  - data: [name, email]\n    from: the end of your tenancy\n    then: deleted\n",
		Good: "retention:\n  - data: [name, email]\n    period: 6 years\n    from: the end of your tenancy\n    then: deleted\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, r := range s.Notice.Retention {
			if !unwritten(r.Period.Said(), r.Period.Pos) || !saysNothing(r.Criteria.Value) {
				continue
			}
			fix := "Add the length of time, or the criteria that decide it:\n\nperiod: …\nfrom: …"
			if r.Schedule.Link.Said() || r.Schedule.Row.Said() {
				fix = "Copy the period from the retention schedule:\n\nperiod: …\nfrom: …"
			}
			list = append(list, notices.Finding{
				Pos: firstPos(r.Criteria.Pos, r.Pos), About: firstID(r.Data),
				Message: "The retention of " + s.kept(r) + " gives neither a period nor the criteria that decide it.",
				Fix:     fix,
			})
		}
		return list
	},
}

func firstID(refs []notices.Ref) string {
	if len(refs) == 0 {
		return ""
	}
	return refs[0].Value
}

// kept says what an entry is about.
func (s *Subject) kept(r notices.Retention) string {
	var names []string
	for _, ref := range r.Data {
		if d, ok := s.Notice.DataItem(ref.Value); ok {
			names = append(names, itemName(d))
		}
	}
	switch {
	case len(names) > 0:
		return some(names)
	case r.What.Said():
		return quote(r.What.Value)
	case r.HeldBy.Said():
		return "data held by " + s.bodyName(r.HeldBy)
	}
	return "the data"
}

var retentionDataMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "retention-data-missing", Title: "Retention leaves out some data", Severity: notices.Error,
		Provisions: []string{"13(2)(a)", "14(2)(a)"}, Item: "retention", Section: notices.RetentionSection,
		Why:  "Every kind of data in the notice needs a period: by its own ID, through a purpose that uses it, or through the channel it comes by.",
		Bad:  "retention:\n  - data: [name]\n    period: 6 years\n    from: the end of your tenancy\n",
		Good: "retention:\n  - data: [name, email]\n    period: 6 years\n    from: the end of your tenancy\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Notice.Retention) == 0 {
			return nil
		}
		left := s.notRetained()
		if len(left) == 0 || s.retentionOfUnknown() { // an ID that is misspelt may stand for the data
			return nil
		}
		f := notices.Finding{
			Pos:     s.Notice.Retention[0].Pos,
			Message: "The notice does not say how long it keeps " + some(itemNames(left)) + ".",
			Fix:     "Add the data to an entry, or add an entry for it:\n\nretention:\n  - data: " + ids(left) + "\n    period: …\n    from: …\n    then: …",
		}
		if len(left) == 1 {
			f.About = left[0].ID.Value
		}
		for _, d := range left {
			f.Related = append(f.Related, notices.Related{Pos: d.Pos, Message: itemName(d) + " is listed here"})
		}
		return finding(f)
	},
}

// retentionOfUnknown reports whether an entry names data that is not there, which
// inherit reports.
func (s *Subject) retentionOfUnknown() bool {
	for _, r := range s.Notice.Retention {
		for _, ref := range r.Data {
			if _, known := s.Notice.DataItem(ref.Value); !known {
				return true
			}
		}
	}
	return false
}

// notRetained gives the data items that no entry covers.
func (s *Subject) notRetained() []notices.DataItem {
	var left []notices.DataItem
	for _, d := range s.Notice.Data {
		if !slices.ContainsFunc(s.Notice.Retention, func(r notices.Retention) bool { return s.covers(r, d) }) {
			left = append(left, d)
		}
	}
	return left
}

// covers reports whether an entry is about the data item. What it names most
// closely counts: data before purposes, purposes before channels. One that names
// nothing at all covers everything.
func (s *Subject) covers(r notices.Retention, d notices.DataItem) bool {
	switch {
	case len(r.Data) > 0:
		return notices.Refers(r.Data, d.ID.Value)
	case len(r.Purposes) > 0:
		return s.isUsedFor(d.ID.Value, func(p *notices.Purpose) bool { return notices.Refers(r.Purposes, p.ID.Value) })
	case len(r.Channels) > 0:
		return slices.ContainsFunc(d.Channels, func(c notices.Term) bool { return slices.ContainsFunc(r.Channels, sameTerm(c)) })
	}
	return !r.What.Said() && (!r.HeldBy.Said() || s.isController(r.HeldBy))
}

func sameTerm(t notices.Term) func(notices.Term) bool {
	return func(other notices.Term) bool { return other.Value == t.Value }
}

var retentionContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "retention-contradicted", Title: "Two periods for the same data", Severity: notices.Error,
		Provisions: []string{"5(1)(a)", "13(2)(a)", "14(2)(a)"}, Item: "retention", Section: notices.RetentionSection,
		Why: "Two entries give different periods for the same data, and nothing tells when which of them holds: no purpose, channel, holder or event.",
		Bad: "retention:\n  - data: [name, email]\n    period: 6 years\n    from: the end of your tenancy\n" +
			"  - data: [email]\n    period: 7 days\n    from: the end of your tenancy\n",
		Good: "retention:\n  - data: [name]\n    period: 6 years\n    from: the end of your tenancy\n" +
			"  - data: [email]\n    period: 7 days\n    from: the end of your tenancy\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for i, r := range s.Notice.Retention {
			for _, earlier := range s.Notice.Retention[:i] {
				if item, both := shared(earlier, r); both && contradicts(earlier, r) {
					d, _ := s.Notice.DataItem(item)
					list = append(list, notices.Finding{
						Pos: firstPos(r.Period.Pos, r.Pos), About: item,
						Message: fmt.Sprintf("%s is kept for two different periods, and nothing says when which one holds.", itemName(d)),
						Fix:     "Take the item out of one of the entries, or say what sets them apart: a purpose, a channel, who holds it or the event:\n\nfrom: …",
						Related: []notices.Related{{Pos: firstPos(earlier.Period.Pos, earlier.Pos), Message: "the other period"}},
					})
				}
			}
		}
		return list
	},
}

// shared gives the first data item that both entries name.
func shared(a, b notices.Retention) (string, bool) {
	for _, r := range b.Data {
		if notices.Refers(a.Data, r.Value) {
			return r.Value, true
		}
	}
	return "", false
}

// contradicts reports whether two entries give different periods with nothing to
// tell them apart.
func contradicts(a, b notices.Retention) bool {
	length := func(p notices.Period) notices.Period { p.Pos = notices.Pos{}; return p }
	return a.Period.Said() && b.Period.Said() && length(a.Period) != length(b.Period) &&
		a.HeldBy.Value == b.HeldBy.Value && folded(a.What.Value) == folded(b.What.Value) && folded(a.From.Value) == folded(b.From.Value) &&
		slices.EqualFunc(a.Purposes, b.Purposes, func(x, y notices.Ref) bool { return x.Value == y.Value }) &&
		slices.EqualFunc(a.Channels, b.Channels, func(x, y notices.Term) bool { return x.Value == y.Value })
}

// vagueRetention matches criteria that decide nothing. It is held against plain
// texts, so an apostrophe is straight.
var vagueRetention = pattern.MustCompile(`\b(as|so) long as( [a-z]+ly| it| they| is| are| we| this| your data| the data| the law| the council| the service)* (necessary|needed|required|needs?|requires?)\b|` +
	`\b(no|not) longer than( [a-z]+ly| it| they| is| are| we| this| the law)* (necessary|needed|required|needs?|requires?)\b|` +
	`\bstatutory (retention )?(period|requirement|timescale)s?|\blegal requirements?|` +
	`\b(in line|in accordance) with (our|the|its|council|corporate|a) [a-z' -]*(retention|polic(y|ies)|schedules?)|\breasonable (period|time)|` +
	`^(see|refer to)\b.*(schedule|policy)|^until( it| they| we| is| are| (the|your) (data|information|records?)| [a-z]+ly)* no longer( [a-z]+ly)* (need|needed|required|necessary)( it| them)?$`)

// measured matches what decides after all: a length of time, a law by its year, or
// an event that readers can see.
var measured = pattern.MustCompile(`\b([0-9]+|a|one|two|three|four|five|six|seven|eight|ten|twelve) (days?|weeks?|months?|years?)\b|\b(act|regulations|order|rules) [0-9]{4}\b|` +
	`\buntil (the|your|a|an|you|they) ([a-z']+ ){0,5}(ends?|ended|over|close[sd]?|decided|settled|paid|expires?|dies?|leaves?|turns?|reach(es)?|cancel|unsubscribe|withdraw|heard|sold|moves?)\b`)

// decidesNothing reports whether readers can work out no period from the criteria.
func decidesNothing(criteria string) bool {
	text := plain(criteria)
	return vagueRetention.MatchString(text) && !measured.MatchString(text)
}

var retentionVague = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "retention-vague", Title: "Retention decides nothing", Severity: notices.Warning,
		Provisions: []string{"13(2)(a)", "14(2)(a)", "12(1)"}, Item: "retention", Section: notices.RetentionSection,
		Why: "“As long as necessary” and “statutory periods” are true of any data anywhere. Readers must be able to work out the period for themselves " +
			"(WP260 rev.01, annex).",
		Bad:  "retention:\n  - data: [name, email]\n    criteria: As long as necessary\n",
		Good: "retention:\n  - data: [name, email]\n    criteria: Until you give up your plot and have paid what you owe\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, r := range s.Notice.Retention {
			if !r.Period.Said() && decidesNothing(r.Criteria.Value) {
				list = append(list, notices.Finding{
					Pos: r.Criteria.Pos, About: firstID(r.Data),
					Message: quote(r.Criteria.Value) + " does not tell readers how long the data is kept.",
					Fix:     "Give the period and the event it runs from, or a test that readers can apply:\n\nperiod: …\nfrom: …",
				})
			}
		}
		return list
	},
}
