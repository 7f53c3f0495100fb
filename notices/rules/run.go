package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// Result is all that the rules have to say of a site.
type Result struct {
	Findings []notices.Finding // of every notice, sorted
	Matrix   Matrix            // made of the same look-ups and findings, so that the two agree
	Off      []string          // the IDs of the rules that the site leaves out, in alphabetical order

	severities severities
}

// Settle gives findings of other packages as the site has them weigh: see
// notices.Checks. What Run gives is settled already.
func (r *Result) Settle(findings []notices.Finding) []notices.Finding {
	return r.severities.settle(findings)
}

// Run runs every rule once over the notices and the rest of the content as on
// that day, and gives every finding of every notice, accepted or not by that
// notice. What is wrong in a file that several notices share, such as that of
// their controller, is a finding of each of them: the same place and words,
// another Notice.
//
// The others are the rules of the packages that read the content and put it
// together. The site may settle how much they weigh, as it may for the rules here.
//
// The error is for a jurisdiction that package law does not know.
func Run(set *notices.Set, day time.Time, others ...notices.RuleDoc) (*Result, error) {
	return (*Memory)(nil).Run(set, day, others...)
}

// Run is the function Run, which uses again what m has of the last run. The result
// is the same.
func (m *Memory) Run(set *notices.Set, day time.Time, others ...notices.RuleDoc) (*Result, error) {
	r := &run{set: set, day: day, rules: All(), acceptable: Acceptable(), was: m.recall(set, day), notes: m != nil}
	r.byID = make(map[string]Rule, len(r.rules))
	for _, rule := range r.rules {
		r.byID[rule.ID] = rule
	}
	r.is = r.was.begin(set, day)
	if err := r.check(); err != nil {
		return nil, err
	}
	m.end(r.is)
	r.findings = append(r.findings, r.acceptBaseline()...)
	severities, refused := newSeverities(set.Corpus.Site, slices.Concat(docs(r.rules), others), r.acceptable)
	r.findings = append(severities.settle(r.findings), refused...)
	notices.SortFindings(r.findings)
	return &Result{Findings: r.findings, Matrix: r.matrix(), Off: severities.idsLeftOut(), severities: severities}, nil
}

func docs(rules []Rule) []notices.RuleDoc {
	var list []notices.RuleDoc
	for _, r := range rules {
		list = append(list, r.RuleDoc)
	}
	return list
}

// run is one pass of all the rules.
type run struct {
	set      *notices.Set
	day      time.Time
	rules    []Rule
	byID     map[string]Rule
	subjects []*Subject
	judged   []*judged // in the same order
	findings []notices.Finding
	was, is  *Memory
	notes    bool // there is a memory to keep

	acceptable []string // the IDs of the rules whose findings a notice can accept
}

// check runs the rules on the site, on each text and on each notice.
func (r *run) check() error {
	l, err := law.At(r.set.Jurisdiction(), r.day)
	if err != nil {
		return fmt.Errorf("check the site: %w", err)
	}
	all := make([]seen, len(r.set.Notices))
	order := make([]*outline, len(all))
	for i, c := range r.set.Notices {
		all[i] = r.see(r.set.Faces[i], c)
		order[i] = all[i].outline
	}
	index := newIndex(r.set, order, r.was, r.is)
	index.notes = r.notes
	bySite, texts := r.checkSite(index), map[string][]*said{} // by the notice they concern
	for _, t := range r.texts(index) {
		texts[index.concerned(t.told.notice)] = append(texts[index.concerned(t.told.notice)], t)
	}
	errs, found := make([]error, len(all)), make([][]notices.Finding, len(all))
	r.judged = make([]*judged, len(all))
	each(len(all), func(i int) {
		c := all[i].notice
		id := c.ID.Value
		if r.judged[i], errs[i] = r.judge(c, index); errs[i] == nil {
			found[i] = r.conclude(r.judged[i], texts[id], bySite[id], index)
		}
	})
	r.is.known = index.known
	for i, c := range r.set.Notices {
		if errs[i] != nil {
			return fmt.Errorf("check %s: %w", c.ID.Value, errs[i])
		}
		r.is.judged[c.ID.Value] = r.judged[i]
		s := r.judged[i].subject
		s.around = &around{index: index}
		r.subjects = append(r.subjects, &s)
	}
	r.findings = slices.Concat(append(found, r.ofNone(bySite[""], texts[""], l))...)
	return nil
}

// checkSite runs the rules on the site as a whole, and gives their findings by
// the notice they concern.
func (r *run) checkSite(x *index) map[string][]notices.Finding {
	site := &Site{Set: r.set, Day: r.day, index: x}
	byNotice := map[string][]notices.Finding{}
	for _, rule := range r.rules {
		if rule.CheckSite == nil {
			continue
		}
		for _, f := range rule.CheckSite(site) {
			f.Rule, f.Notice = rule.ID, x.concerned(f.Notice)
			byNotice[f.Notice] = append(byNotice[f.Notice], f)
		}
	}
	return byNotice
}

// ofNone gives what was found that concerns no notice. The law is that of the day.
func (r *run) ofNone(list []notices.Finding, texts []*said, l *law.Law) []notices.Finding {
	for _, t := range texts {
		list = append(list, t.found...)
	}
	for i, f := range list {
		list[i] = r.byID[f.Rule].complete(f, nil)
		list[i].Notice, list[i].Provisions = "", provisionsOf(l, list[i].Provisions)
	}
	r.set.Corpus.Fields.Fill(list)
	return list
}

// complete fills in what a check leaves to its rule and notice.
func (r Rule) complete(f notices.Finding, s *Subject) notices.Finding {
	f.Rule = r.ID
	if f.Severity == 0 {
		f.Severity = r.Severity
	}
	if f.Section == "" {
		f.Section = r.Section
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
// Articles 13 and 14 and of DPA 2018 s.44 the ones that bind it, and of all those
// in force.
func (s *Subject) provisions(r Rule) []string {
	var list []string
	for _, p := range r.Provisions {
		switch {
		case s.onlyPart3() && !strings.HasPrefix(p, "DPA 2018 "): // the GDPR does not apply
			continue
		case isArticle(p, "13") && !s.Article13, isArticle(p, "14") && !s.Article14, isArticle(p, "DPA 2018 s.44") && !s.Part3:
			continue
		}
		list = append(list, p)
	}
	return provisionsOf(s.Law, list)
}

// provisionsOf gives those of the provisions that are in force.
func provisionsOf(l *law.Law, ids []string) []string {
	var list []string
	for _, id := range ids {
		if _, inForce := l.Provision(id); inForce {
			list = append(list, id)
		}
	}
	return list
}

func isArticle(provision, article string) bool {
	return provision == article || len(provision) > len(article) && provision[:len(article)+1] == article+"("
}
