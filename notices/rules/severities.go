package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
)

// settledSite begins an example that changes the settings of the site.
const settledSite = "-- content/site.yaml --\nchecks:\n  severities:\n"

var severityFixed = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "severity-fixed", Title: "The weight of a rule cannot be changed like this", Severity: notices.Error,
		Provisions: []string{"5(2)"},
		Why: "What the law requires is an error on every site, and cannot be turned off: a notice can only accept a gap for a time, with a reason. " +
			"What the regulator expects is a warning, and can be made an error, but no less. Only advice is for the site to decide.",
		Bad:  settledSite + "    - rule: retention-missing\n      as: off\n",
		Good: settledSite + "    - rule: date-missing\n      as: off\n    - rule: review-overdue\n      as: error\n",
	},
	// What rules there are, and how much they weigh, is known only from the list
	// of all of them: see severities.
}

var severityRuleUnknown = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "severity-rule-unknown", Title: "The weight of an unknown rule is changed", Severity: notices.Error,
		Why:  "A rule is named by its ID, which stands below every finding. A name that is misspelt changes nothing.",
		Bad:  settledSite + "    - rule: dates-missing\n      as: off\n",
		Good: settledSite + "    - rule: date-missing\n      as: off\n",
	},
	// As for severityFixed.
}

var severityIncomplete = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "severity-incomplete", Title: "A rule's weight is changed, but not to what", Severity: notices.Error,
		Why:  "An entry names a rule and what its findings are to be: off, advice, warning or error. Without both it does nothing.",
		Bad:  settledSite + "    - rule: date-missing\n",
		Good: settledSite + "    - rule: date-missing\n      as: off\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		if s.Set.Corpus.Site == nil {
			return nil
		}
		var list []notices.Finding
		for _, e := range s.Set.Corpus.Site.Checks.Severities {
			switch {
			case unwritten(e.Rule.Said(), e.Rule.Pos):
				list = append(list, notices.Finding{Pos: e.Pos, Message: "This entry does not say which rule it is about.", Fix: "Add the rule's ID, as it stands below its findings:\n\nrule: …"})
			case unwritten(e.As.Said(), e.As.Pos):
				list = append(list, notices.Finding{
					Pos: e.Rule.Pos, Message: "This entry does not say what the findings of " + quote(e.Rule.Value) + " are to be.",
					Fix: "Add one of the words off, advice, warning or error:\n\nas: …",
				})
			}
		}
		return list
	},
}

// leftOut stands for a rule whose findings the site leaves out.
const leftOut notices.Severity = 0

// severities are how much the rules weigh, usually and on one site.
type severities struct {
	usual   map[string]notices.Severity
	settled map[string]notices.Severity
}

// newSeverities takes what the site settles as far as it may, and gives a finding
// for the rest. Of two entries for one rule, the one that weighs more counts.
func newSeverities(site *notices.Site, docs []notices.RuleDoc, acceptable []string) (severities, []notices.Finding) {
	s := severities{usual: map[string]notices.Severity{}, settled: map[string]notices.Severity{}}
	var names []string
	for _, d := range docs {
		s.usual[d.ID] = d.Severity
		names = append(names, d.ID)
	}
	if site == nil {
		return s, nil
	}
	var list []notices.Finding
	for _, e := range site.Checks.Severities {
		usual, known := s.usual[e.Rule.Value]
		as := severityOf(e.As)
		switch {
		case !e.Rule.Said() || !e.As.Said():
		case !known:
			list = append(list, severityRuleUnknown.complete(unknownRule(e, names), nil))
		case !settles(usual, as):
			list = append(list, severityFixed.complete(fixedRule(e, usual, slices.Contains(acceptable, e.Rule.Value)), nil))
		default:
			s.settled[e.Rule.Value] = max(s.settled[e.Rule.Value], as)
		}
	}
	return s, list
}

// settles reports whether a site may make the findings of a rule weigh that much.
func settles(usual, as notices.Severity) bool {
	return usual == notices.Advice || usual == notices.Warning && as >= notices.Warning
}

func severityOf(t notices.Term) notices.Severity {
	for _, s := range []notices.Severity{notices.Advice, notices.Warning, notices.Error} {
		if t.Is(s.String()) {
			return s
		}
	}
	return leftOut
}

func unknownRule(e notices.RuleSeverity, names []string) notices.Finding {
	f := notices.Finding{
		Pos: e.Rule.Pos, Message: "There is no rule " + quote(e.Rule.Value) + ".",
		Fix: "Copy the rule's ID from one of its findings, or take the entry out. “notices explain” lists every rule.",
	}
	if near, found := nearest(e.Rule.Value, names); found {
		f.Fix = "Did you mean:\n\nrule: " + near
	}
	return f
}

func fixedRule(e notices.RuleSeverity, usual notices.Severity, acceptable bool) notices.Finding {
	f := notices.Finding{Pos: e.As.Pos}
	switch {
	case usual == notices.Warning:
		f.Message = fmt.Sprintf("%s reports what the regulator expects. It can be made an error here, but not weigh less than a warning.", quote(e.Rule.Value))
		f.Fix = "Take the entry out, or make it an error:\n\nas: error"
	case acceptable:
		f.Message = fmt.Sprintf("%s reports what the law requires. It is an error on every site, and cannot be turned off.", quote(e.Rule.Value))
		f.Fix = "Take the entry out. A notice that cannot be put right yet can accept the gap for a time, with a reason, a role and a last day: see docs/adopting.md."
	default:
		f.Message = fmt.Sprintf("%s reports what would be lost or could not be published. It is an error on every site, and cannot be turned off.", quote(e.Rule.Value))
		f.Fix = "Take the entry out, and put right what the rule reports."
	}
	return f
}

// settle gives the findings as the site has them weigh, without those that it
// leaves out. A finding that its rule weighs otherwise than usual keeps its weight:
// there was a reason for that.
func (s severities) settle(findings []notices.Finding) []notices.Finding {
	if len(s.settled) == 0 {
		return findings
	}
	kept := make([]notices.Finding, 0, len(findings))
	for _, f := range findings {
		as, is := s.settled[f.Rule]
		if is && f.Severity == s.usual[f.Rule] {
			if as == leftOut {
				continue
			}
			f.Severity = as
		}
		kept = append(kept, f)
	}
	return kept
}

// idsLeftOut gives the IDs of the rules that the site leaves out, in alphabetical order.
func (s severities) idsLeftOut() []string {
	var list []string
	for id, as := range s.settled {
		if as == leftOut {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return list
}
