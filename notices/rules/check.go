package rules

import (
	"fmt"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// Check runs every rule over the notices and the rest of the content as on that
// day, and gives every finding of every notice, accepted or not by that notice.
// What is wrong in a file that several notices share, such as that of their
// controller, is a finding of each of them: the same place and words, another
// Notice.
//
// The error is for a jurisdiction that package law does not know.
func Check(set *notices.Set, day time.Time) ([]notices.Finding, error) {
	r, err := newRun(set, day)
	if err != nil {
		return nil, err
	}
	notices.SortFindings(r.findings)
	return r.findings, nil
}

// run is one pass of all the rules.
type run struct {
	set      *notices.Set
	day      time.Time
	rules    []Rule
	subjects []*Subject
	findings []notices.Finding

	acceptable []string // the IDs of the rules whose findings a notice can accept
}

func newRun(set *notices.Set, day time.Time) (*run, error) {
	r := &run{set: set, day: day, rules: All()}
	r.acceptable = acceptableOf(r.rules)
	index := newIndex(set)
	for _, c := range set.Notices {
		l, err := law.At(set.Jurisdiction(), c.LawDay(day))
		if err != nil {
			return nil, fmt.Errorf("check %s: %w", c.ID.Value, err)
		}
		r.subjects = append(r.subjects, newSubject(set, c, l, day, index))
	}
	bySite := r.checkSite(index)
	for _, s := range r.subjects {
		r.findings = append(r.findings, r.checkNotice(s, bySite[s.Notice.ID.Value])...)
	}
	r.findings = append(r.findings, bySite[""]...)
	return r, nil
}

// checkSite runs the rules on the site as a whole, and gives their findings by
// the notice they concern.
func (r *run) checkSite(index *index) map[string][]notices.Finding {
	site := newSite(r.set, r.day, index)
	known := map[string]bool{}
	for _, s := range r.subjects {
		known[s.Notice.ID.Value] = true
	}
	byNotice := map[string][]notices.Finding{}
	for _, rule := range r.rules {
		if rule.CheckSite == nil {
			continue
		}
		for _, f := range rule.CheckSite(site) {
			if !known[f.Notice] {
				f.Notice = ""
			}
			byNotice[f.Notice] = append(byNotice[f.Notice], rule.complete(f, nil))
		}
	}
	return byNotice
}

// checkNotice runs the rules on one notice and applies what it accepts to them
// and to what the rules on the site found in it.
func (r *run) checkNotice(s *Subject, list []notices.Finding) []notices.Finding {
	for _, rule := range r.rules {
		if rule.Check == nil {
			continue
		}
		for _, f := range rule.Check(s) {
			list = append(list, rule.complete(f, s))
		}
	}
	for _, f := range unacceptable(s.Notice, r.acceptable) {
		list = append(list, acceptanceRuleUnknown.complete(f, s))
	}
	for _, f := range accept(s.Notice, list, r.acceptable, r.day) {
		list = append(list, acceptanceUnused.complete(f, s))
	}
	for i := range list {
		list[i].Draft = s.Notice.IsDraft()
	}
	return list
}

// complete fills in what a check leaves to its rule and notice.
func (r Rule) complete(f notices.Finding, s *Subject) notices.Finding {
	f.Rule = r.ID
	if f.Severity == 0 {
		f.Severity = r.Severity
	}
	if s == nil {
		f.Provisions = r.Provisions
		return f
	}
	f.Notice = s.Notice.ID.Value
	if f.Pos.IsZero() {
		f.Pos = s.Notice.Pos
	}
	if f.Provisions == nil {
		f.Provisions = s.provisions(r)
	}
	return f
}

// provisions gives those of the rule's provisions that apply to the notice: of
// Articles 13 and 14 the ones that bind it, and of all those in force.
func (s *Subject) provisions(r Rule) []string {
	var list []string
	for _, p := range r.Provisions {
		switch {
		case isArticle(p, "13") && !s.Article13, isArticle(p, "14") && !s.Article14:
			continue
		}
		if _, inForce := s.Law.Provision(p); inForce {
			list = append(list, p)
		}
	}
	return list
}

func isArticle(provision, article string) bool {
	return provision == article || len(provision) > len(article) && provision[:len(article)+1] == article+"("
}
