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
	Checked  *Checked          // of a run over some notices only; else nil

	severities severities
	order      []*outline
	headings   map[string]string
	last       *lastRun // of a run with a memory; else nil
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
// The error is for a jurisdiction that package law does not know, and for notices that
// cannot be read anew where the set has not all of them.
func Run(set *notices.Set, day time.Time, others ...notices.RuleDoc) (*Result, error) {
	return (*Memory)(nil).Run(set, day, others...)
}

// Run is the function Run, which uses again what m has of the last run. The result
// is the same.
func (m *Memory) Run(set *notices.Set, day time.Time, others ...notices.RuleDoc) (*Result, error) {
	return m.run(set, day, shard{}, others)
}

func (m *Memory) run(set *notices.Set, day time.Time, of shard, others []notices.RuleDoc) (*Result, error) {
	r := &run{set: set, day: day, shard: of, rules: All(), acceptable: Acceptable(), was: m.recall(set, day), notes: m != nil}
	r.items, r.labels = law.TermLists()["information-item"], map[string]string{}
	r.byID = make(map[string]Rule, len(r.rules))
	for _, rule := range r.rules {
		r.byID[rule.ID] = rule
		if rule.CheckText != nil {
			r.onTexts = append(r.onTexts, rule)
		}
	}
	if r.is = (&Memory{day: day}); r.notes {
		r.is = r.was.begin(set, day)
	}
	if err := r.check(); err != nil {
		return nil, err
	}
	m.end(r.is)
	r.findings = append(r.findings, r.acceptBaseline()...)
	severities, refused := newSeverities(set.Corpus.Site, slices.Concat(docs(r.rules), others), r.acceptable)
	r.findings = append(severities.settle(r.findings), refused...)
	notices.SortFindings(r.findings)
	result := &Result{Findings: r.findings, Matrix: r.matrix(), Off: severities.idsLeftOut(), Checked: r.checked, severities: severities, order: r.order, headings: r.headings, last: r.last}
	r.was, r.findings, r.rows = nil, nil, nil // the next needs them no more
	return result, nil
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
	shard    shard
	checked  *Checked
	rules    []Rule
	onTexts  []Rule // those of them that look at texts
	byID     map[string]Rule
	items    []string          // the items of information that any law knows
	labels   map[string]string // of those that the law of a notice knows
	rows     []Row             // of the matrix, in the order of the notices, with a cell for every item
	order    []*outline        // of all notices
	headings map[string]string // digests, by the ID of the notice
	findings []notices.Finding
	was, is  *Memory
	notes    bool // there is a memory to keep
	last     *lastRun

	acceptable []string // the IDs of the rules whose findings a notice can accept
}

// check runs the rules on the site, on each text and on each notice.
func (r *run) check() error {
	l, err := law.At(r.set.Jurisdiction(), r.day)
	if err != nil {
		return fmt.Errorf("check the site: %w", err)
	}
	whole, order, err := r.look()
	if err != nil {
		return err
	}
	r.order, r.headings = order, make(map[string]string, len(order))
	index := newIndex(r.set, order, r.was, r.is)
	index.notes = r.notes
	bySite := r.checkSite(index)
	if whole != nil {
		index = index.with(r.readNotices(whole))
	}
	texts := byNotice{}
	texts.add(index, r.texts(index, index.shared.files))
	if whole != nil {
		err = r.checkNotices(r.ownOf(whole), index, texts, bySite)
	} else {
		err = r.checkPortions(index, texts, bySite)
	}
	if err != nil {
		return err
	}
	r.is.known = index.known
	if r.notes && whole != nil {
		r.last = &lastRun{run: r, index: index, bySite: bySite}
	}
	r.shareOut()
	r.findings = append(r.findings, r.ofNone(bySite[""], texts[""], l)...)
	return nil
}

// look looks at all notices, for what rules see of them when they look at others. The
// notices themselves come with it, as rules see them, when all are there as a whole.
func (r *run) look() (whole []*notices.Complete, order []*outline, err error) {
	if r.set.Completer == nil {
		order = make([]*outline, 0, len(r.set.Faces))
		for i, c := range r.set.Notices {
			seen := r.see(r.set.Faces[i], c)
			whole, order = append(whole, seen.notice), append(order, seen.outline)
		}
		return whole, order, nil
	}
	order, err = r.outlines()
	return nil, order, err
}

// checkPortions checks the notices some at a time, and keeps none of them.
func (r *run) checkPortions(x *index, texts byNotice, bySite map[string][]notices.Finding) error {
	for portion, err := range r.set.PortionsOf(r.ownFaces()) {
		if err != nil {
			return err
		}
		for i, c := range portion {
			own := *c
			own.CorporateOf, portion[i] = nil, &own // rules ask for it
		}
		if err := r.checkNotices(portion, x.with(r.readNotices(portion)), texts, bySite); err != nil {
			return err
		}
	}
	return nil
}

// checkNotices runs the rules on notices and on what is written in them. Texts has what
// else concerns them.
func (r *run) checkNotices(list []*notices.Complete, x *index, texts byNotice, bySite map[string][]notices.Finding) error {
	texts.add(x, r.texts(x, x.own.files))
	errs, found, all := make([]error, len(list)), make([][]notices.Finding, len(list)), make([]*judged, len(list))
	rows := make([]Row, len(list))
	each(len(list), func(i int) {
		id := list[i].ID.Value
		if all[i], errs[i] = r.judge(list[i], x); errs[i] == nil {
			found[i] = r.conclude(all[i], texts[id], bySite[id], x)
			rows[i] = r.row(all[i], x)
		}
	})
	for i, c := range list {
		if errs[i] != nil {
			return fmt.Errorf("check %s: %w", c.ID.Value, errs[i])
		}
		r.label(all[i].subject.Law)
		if r.notes {
			r.is.judged[c.ID.Value] = all[i]
		} else {
			r.headings[c.ID.Value] = x.headingsOf(c)
			delete(texts, c.ID.Value)
		}
	}
	r.rows = append(r.rows, rows...)
	r.findings = slices.Concat(append([][]notices.Finding{r.findings}, found...)...)
	return nil
}

// byNotice is what was said of texts, by the notice it concerns; "" for none.
type byNotice map[string][]*said

func (b byNotice) add(x *index, list []*said) {
	for _, t := range list {
		id := x.concerned(t.told.notice)
		b[id] = append(b[id], t)
	}
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
