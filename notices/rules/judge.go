package rules

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/law"
)

// judged is what the rules said of one notice.
type judged struct {
	subject Subject // around nothing
	asked   []note  // to begin with
	rules   []ruled // those that asked or found something, in the order of All
	gist    []note  // of all that was asked
	verdict verdict
	cells   []Cell // of its row in the matrix, as long as no error counts
	fills   []note // what these were found out with
}

// ruled is what one rule said of one notice.
type ruled struct {
	rule  int // its place in All
	asked []note
	found []notices.Finding
}

// verdict is all that is found in a notice, and what it was put together from
// besides what the rules said of the notice itself.
type verdict struct {
	texts    []*said
	site     bool // rules on the site found something in it
	asked    []note
	findings []notices.Finding // sorted
}

// judge gives what the rules say of a notice. Those of which an earlier run knows
// that they would say the same are not asked again.
func (r *run) judge(c *notices.Complete, x *index) (*judged, error) {
	old := r.was.judged[c.ID.Value]
	same := old != nil && old.subject.Notice == c
	if same && x.holds(old.gist) {
		return old, nil
	}
	now := &judged{}
	s := &now.subject
	if same && x.holds(old.asked) {
		*s, now.asked = old.subject, old.asked
		s.around = &around{index: x}
	} else {
		l, err := law.At(r.set.Jurisdiction(), c.LawDay(r.day))
		if err != nil {
			return nil, err
		}
		*s = *newSubject(c, l, r.day, &around{index: x})
		now.asked, same = s.around.take(), false
	}
	var before []ruled
	if same {
		before = old.rules
	}
	now.rules = r.ask(s, same, before)
	s.around = nil
	now.gist = now.summary(x)
	return now, nil
}

// summary gives the gist of all that was asked.
func (j *judged) summary(x *index) []note {
	lists := [][]note{j.asked}
	for _, r := range j.rules {
		lists = append(lists, r.asked)
	}
	return x.gist(lists...)
}

// ask has the rules look at a notice. With known, what they said before holds as long
// as the answers they had do; a rule that is not in it asked and found nothing.
func (r *run) ask(s *Subject, known bool, before []ruled) (list []ruled) {
	for i, rule := range r.rules {
		var old *ruled
		if len(before) > 0 && before[0].rule == i {
			old, before = &before[0], before[1:]
		}
		switch {
		case rule.Check == nil || known && old == nil:
			continue
		case known && s.around.index.holds(old.asked):
			list = append(list, *old)
			continue
		}
		now := ruled{rule: i, found: rule.Check(s)}
		for i, f := range now.found {
			now.found[i] = rule.complete(f, s)
		}
		if now.asked = s.around.take(); now.asked != nil || now.found != nil {
			list = append(list, now)
		}
	}
	return list
}

// conclude gives all that is found in a notice: by the rules on the site and on texts,
// and by those on the notice. It applies what the notice accepts to that.
func (r *run) conclude(j *judged, texts []*said, site []notices.Finding, x *index) []notices.Finding {
	if v := &j.verdict; v.asked != nil && !v.site && len(site) == 0 && slices.Equal(v.texts, texts) && x.holds(v.asked) {
		return v.findings
	}
	s := j.subject
	s.around = &around{index: x}
	list := r.collect(&s, j.rules, texts, site)
	for _, f := range unacceptable(s.Notice, r.acceptable) {
		list = append(list, acceptanceRuleUnknown.complete(f, &s))
	}
	for _, f := range accept(s.Notice, list, r.acceptable, r.day) {
		if !s.around.siteLacks() { // or the gap may be one that its file brings about
			list = append(list, acceptanceUnused.complete(f, &s))
		}
	}
	if s.readAsKept() {
		list = onlyEnded(list)
	}
	standing := s.Notice.Standing(s.Day)
	for i := range list {
		f := &list[i]
		f.Draft, f.Ended = standing == notices.Draft, standing == notices.Expired
		f.Field = s.around.fieldAt(f.Pos)
	}
	notices.SortFindings(list)
	s.around.siteLacks()
	j.verdict = verdict{texts: texts, site: len(site) > 0, asked: x.gist(s.around.take()), findings: list}
	return list
}

// collect puts together what was found.
func (r *run) collect(s *Subject, rules []ruled, texts []*said, site []notices.Finding) []notices.Finding {
	count := len(site)
	for _, t := range texts {
		count += len(t.found)
	}
	for _, ruled := range rules {
		count += len(ruled.found)
	}
	if count == 0 {
		return nil
	}
	list := make([]notices.Finding, 0, count)
	for _, f := range site {
		list = append(list, r.byID[f.Rule].complete(f, s))
	}
	for _, t := range texts {
		for _, f := range t.found {
			list = append(list, r.byID[f.Rule].complete(f, s))
		}
	}
	for _, ruled := range rules {
		list = append(list, ruled.found...)
	}
	return list
}
