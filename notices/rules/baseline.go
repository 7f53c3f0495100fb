package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/baseline"
)

// adopted begins an example of a baseline.
const adopted = "-- content/baseline.yaml --\nreason: The notices are being brought up to date, service by service.\nby: Data protection officer\n"

const (
	adoptedUntil = "until: 2027-06-30\n"
	adoptedGap   = "gaps:\n  - {notice: allotments, rule: question-open, field: open_questions}\n"
	openQuestion = "open_questions: [How long do we keep the waiting list?]\n"
)

var baselineIncomplete = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "baseline-incomplete", Title: "The baseline is not explained", Severity: notices.Error,
		Provisions: []string{"5(2)"},
		Why: "The baseline accepts the gaps that the notices had at first. Like any accepted gap it needs a reason, the role that accepts it, " +
			"and a last day. Without all three nobody answers for it, and it accepts nothing. The file is written by “notices baseline”.",
		Bad:  adopted + adoptedGap,
		Good: openQuestion + adopted + adoptedUntil + adoptedGap,
	},
	CheckSite: func(s *Site) []notices.Finding {
		b := s.Set.Corpus.Baseline
		if b == nil {
			return nil
		}
		var list []notices.Finding
		lacks := unsaid(part{b.Reason, "a reason", "reason"}, part{b.By, "the role that accepts them", "by"})
		if unwritten(b.Until.Said(), b.Until.Pos) {
			lacks = append(lacks, part{meaning: "a last day", key: "until"})
		}
		list = append(list, placeholders(lacks, "")...)
		if lacks = absent(lacks); len(lacks) > 0 {
			list = append(list, notices.Finding{
				Pos:     b.Pos,
				Message: "The baseline accepts gaps without " + and(meanings(lacks)) + ".",
				Fix:     "Add:\n\n" + withDay(keys(lacks), s.Day),
			})
		}
		return append(list, unclearGaps(b)...)
	},
}

// unclearGaps gives a finding for each gap that nothing can match.
func unclearGaps(b *notices.Baseline) []notices.Finding {
	var list []notices.Finding
	for _, g := range b.Gaps {
		_, counted := baseline.Times(g)
		switch {
		case unwritten(g.Rule.Said(), g.Rule.Pos):
			list = append(list, notices.Finding{Pos: g.Pos, Message: "This gap of the baseline names no rule.", Fix: "Take the gap out, or run “notices baseline”, which does so."})
		case !counted && g.Times.Said():
			list = append(list, notices.Finding{
				Pos: g.Times.Pos, Message: quote(g.Times.Value) + " does not say how often a gap was found.",
				Fix: "Write a number, or leave it out when it was found once:\n\ntimes: 2",
			})
		}
	}
	return list
}

var baselineExpired = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "baseline-expired", Title: "The time for the gaps of the baseline is over", Severity: notices.Warning,
		Provisions: []string{"5(2)"},
		Why:        "The gaps that the notices had at first were accepted for a time that is over. From now on each of them counts again.",
		Bad:        adopted + "until: 2026-03-31\n" + adoptedGap,
		Good:       openQuestion + adopted + adoptedUntil + adoptedGap,
	},
	CheckSite: func(s *Site) []notices.Finding {
		b := s.Set.Corpus.Baseline
		if !answeredFor(b) || !s.Day.After(b.Until.Time) {
			return nil
		}
		return finding(notices.Finding{
			Pos:     b.Until.Pos,
			Message: "The gaps of the baseline were accepted until " + longDate(b.Until.Time) + ". That time is over.",
			Fix:     withDay("Close the gaps, then run “notices baseline” to take them out. If they have to stay, whoever answers for them gives a new last day:\n\nuntil: …", s.Day),
		})
	},
}

var baselineLong = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "baseline-long", Title: "The baseline holds for very long", Severity: notices.Warning,
		Provisions: []string{"5(2)"},
		Why:        acceptanceLong.Why,
		Bad:        openQuestion + adopted + "until: 2036-06-30\n" + adoptedGap,
		Good:       openQuestion + adopted + adoptedUntil + adoptedGap,
	},
	CheckSite: func(s *Site) []notices.Finding {
		b := s.Set.Corpus.Baseline
		if b == nil || !b.Until.Time.After(s.Day.AddDate(0, longestAcceptance, 0)) {
			return nil
		}
		return finding(notices.Finding{
			Pos:     b.Until.Pos,
			Message: "The gaps of the baseline are accepted until " + longDate(b.Until.Time) + ", more than two years from now.",
			Fix:     "Choose a day by which somebody looks at them again:\n\nuntil: …",
		})
	},
}

var baselineRuleUnknown = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "baseline-rule-unknown", Title: "The baseline names a rule that cannot be accepted", Severity: notices.Error,
		Why: "A gap of the baseline is named by the rule that reports it. A name that is misspelt accepts nothing. " +
			"What keeps a file from being read, or a name from being found, cannot be accepted, and neither can how gaps are accepted.",
		Bad:  adopted + adoptedUntil + "gaps:\n  - {notice: allotments, rule: questions-open, field: open_questions}\n",
		Good: openQuestion + adopted + adoptedUntil + adoptedGap,
	},
	// What can be accepted is known only from the list of all rules: see unknownGaps.
}

var baselineUnused = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "baseline-unused", Title: "Gaps of the baseline have been closed", Severity: notices.Advice,
		Why: "What is left over in the baseline could hide a new gap one day. “notices baseline” takes it out, and adds nothing.",
		Bad: adopted + adoptedUntil + adoptedGap, Good: openQuestion + adopted + adoptedUntil + adoptedGap,
	},
	// Whether a gap is used is known only after all other rules have run: see
	// acceptBaseline.
}

// acceptBaseline marks the findings that the baseline accepts, and gives what is
// to be said of it.
func (r *run) acceptBaseline() []notices.Finding {
	b := r.set.Corpus.Baseline
	if b == nil {
		return nil
	}
	list := unknownGaps(b, r.acceptable)
	if !answeredFor(b) || r.day.After(b.Until.Time) { // other findings tell of that
		return list
	}
	notices.SortFindings(r.findings)
	unused := baseline.Accept(r.set, r.findings, r.acceptable)
	if len(unused) == 0 || r.shard.own != nil { // of other shards it is not known
		return list
	}
	f := baselineUnused.complete(notices.Finding{
		Pos:     unused[0].Pos,
		Message: closedGaps(len(unused)),
		Fix:     "Take them out, so that the file shrinks:\n\nnotices baseline",
	}, nil)
	const most = 5
	for _, g := range unused[1:min(len(unused), most)] {
		f.Related = append(f.Related, notices.Related{Pos: g.Pos, Message: "another one"})
	}
	return append(list, f)
}

func closedGaps(n int) string {
	if n == 1 {
		return "A gap of the baseline is no longer found, or not as often."
	}
	return fmt.Sprintf("%d gaps of the baseline are no longer found, or not as often.", n)
}

// unknownGaps gives a finding for each gap whose rule cannot be accepted.
func unknownGaps(b *notices.Baseline, acceptable []string) []notices.Finding {
	var list []notices.Finding
	for _, g := range b.Gaps {
		if !g.Rule.Said() || slices.Contains(acceptable, g.Rule.Value) {
			continue
		}
		f := notices.Finding{
			Pos: g.Rule.Pos, About: g.Rule.Value,
			Message: "There is no rule " + quote(g.Rule.Value) + " whose findings the baseline can accept.",
			Fix:     "Take the gap out. What keeps a file from being read, or a name from being found, cannot be accepted: put it right.",
		}
		if near, found := nearest(g.Rule.Value, acceptable); found {
			f.Fix = "Did you mean:\n\nrule: " + near
		}
		list = append(list, baselineRuleUnknown.complete(f, nil))
	}
	return list
}

// answeredFor reports whether somebody answers for the baseline, for a time.
func answeredFor(b *notices.Baseline) bool {
	return b != nil && !saysNothing(b.Reason.Value) && !saysNothing(b.By.Value) && b.Until.Said()
}

// withDay puts a day half a year from now where a last day is to be pasted.
func withDay(fix string, day time.Time) string {
	return strings.ReplaceAll(fix, "until: …", "until: "+day.AddDate(0, 6, 0).Format(time.DateOnly))
}
