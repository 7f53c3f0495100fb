package rules

import (
	"fmt"
	"maps"
	"slices"

	"notices.example/notices"
)

// lastRun is what a run went by: enough to check one notice again while everything else
// is as it was. Nothing that comes later changes it, so that this can be done while
// another run is under way. One goroutine at a time may do it.
type lastRun struct {
	run    *run
	index  *index
	bySite map[string][]notices.Finding
}

// FirstResult is what the rules say of one notice, before the whole site is checked.
type FirstResult struct {
	Findings []notices.Finding // about it, sorted
	Row      Row               // of the matrix
}

// First checks one notice of a set in which only that one is other than in the set that
// was checked. What the rules ask of the rest of the content is answered as it was then;
// what rules on the site as a whole have found of the notice is what it was. It gives nil
// when the run had no memory. The error is that of Run.
func (r *Result) First(set *notices.Set, c *notices.Complete) (*FirstResult, error) {
	if r.last == nil {
		return nil, nil
	}
	id := c.ID.Value
	one := *r.last.run
	was := *one.is
	was.judged = nil // a later run may be at it
	one.set, one.was, one.is = set, &was, &Memory{day: one.day}
	one.notes, one.labels, one.rows, one.findings = false, maps.Clone(one.labels), nil, nil
	seen := one.see(set.Face(id), c)
	x := r.last.index.but(set, seen.outline, one.readNotices([]*notices.Complete{c}))
	texts := byNotice{}
	texts.add(x, one.texts(x, ownFiles(c)))
	j, err := one.judge(seen.notice, x)
	if err != nil {
		return nil, fmt.Errorf("check %s: %w", id, err)
	}
	one.findings = slices.Clone(one.conclude(j, texts[id], r.last.bySite[id], x))
	one.rows = []Row{one.row(j, x)}
	one.label(j.subject.Law)
	one.acceptBaseline()
	one.findings = r.Settle(one.findings)
	notices.SortFindings(one.findings)
	return &FirstResult{Findings: one.findings, Row: one.matrix().Rows[0]}, nil
}

// ownFiles gives the content files of a notice.
func ownFiles(c *notices.Complete) []string {
	files := []string{c.Written.Pos.File}
	for _, t := range c.WrittenIn {
		files = append(files, t.Pos.File)
	}
	return files
}

// but gives an index in which one notice is another, and its texts are. It shares all
// else.
func (x *index) but(set *notices.Set, o *outline, texts *reading) *index {
	now := *x
	old := x.outlines[o.ID.Value]
	now.set, now.outlines, now.order = set, maps.Clone(x.outlines), slices.Clone(x.order)
	now.outlines[o.ID.Value] = o
	if at := slices.Index(x.order, old); at >= 0 {
		now.order[at] = o
	}
	now.own = &reading{files: x.own.files, told: maps.Clone(x.own.told)}
	maps.Copy(now.own.told, texts.told)
	now.fields = maps.Clone(x.fields)
	for file := range texts.told {
		list := set.Corpus.Fields.In(file)
		now.fields[file] = &list
	}
	now.rename(old, o)
	return now.with(now.own)
}

// rename has a notice found by what it is called now, and by where it was before.
func (x *index) rename(old, now *outline) {
	if old.title != now.title || old.service != now.service {
		x.named = make(map[string]string, len(x.named))
		for _, o := range x.order {
			addFirst(x.named, o.title, o.ID.Value)
			addFirst(x.named, o.service, o.ID.Value)
		}
	}
	if !slices.EqualFunc(old.Aliases, now.Aliases, func(a, b notices.URL) bool { return a.Value == b.Value }) {
		x.heirs = map[string]string{}
		for _, o := range x.order {
			for _, a := range o.Aliases {
				x.heirs[a.Value] += o.ID.Value + " "
			}
		}
	}
	if !slices.EqualFunc(old.Controller, now.Controller, func(a, b notices.Ref) bool { return a.Value == b.Value }) {
		x.controllers = controllersByFolder(x.set)
	}
}
