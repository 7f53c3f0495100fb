package site

import (
	"maps"
	"runtime"
	"slices"

	"notices.example/notices"
)

// Last is what a run of Render went by: enough to make the pages of one notice again
// while everything else is as it was. Nothing that comes later changes it, so that this
// can be done while another run is under way. One goroutine at a time may do it.
type Last struct {
	plan *plan
	idle chan *finisher // of its own: a later run may have all others
}

// Last gives what the last run went by that gave pages, or nil.
func (m *Memory) Last() *Last {
	if m == nil {
		return nil
	}
	return m.last
}

// newLast gives what a finished run went by, as far as the planning of a notice needs it.
func newLast(p *plan, m *Memory) *Last {
	own := *p
	own.claims, own.pages, own.findings, own.about, own.in.Findings = claims{}, nil, nil, nil, nil
	own.in.Memory, own.memory = nil, &Memory{pages: m.pages, files: m.files}
	if m.last != nil {
		return &Last{plan: &own, idle: m.last.idle}
	}
	return &Last{plan: &own, idle: newFinishers(runtime.GOMAXPROCS(0))}
}

// First makes the pages and files of one notice, and no others. In the set of the input
// only that notice is other than in the set of that run, and the findings are those about
// it. Its overrides are read for kept words only: all else is as it was, and so is what
// the pages show of the rest of the site.
//
// It gives no files where that is not enough: other pages would come or go with these,
// or something is wrong with them. What, a run of Render tells.
func (l *Last) First(in Input, c *notices.Complete) ([]File, error) {
	if l == nil {
		return nil, nil
	}
	id, now := c.ID.Value, in.Set.Face(c.ID.Value)
	old, p := l.plan.published[id], l.with(in, now)
	if old == nil || !p.shows(now) || p.inForce(old) != p.inForce(now) || !slices.Equal(l.plan.addressesOf(old), p.addressesOf(now)) {
		return nil, nil
	}
	made, data := &planned{}, dataWriter{}
	p.planAlone(c, made, &data)
	if len(made.findings) > 0 || p.sound(made.files) != nil {
		return nil, nil
	}
	r := &renderer{plan: p, templates: p.shop.templates, small: newMinifier(), idle: l.idle}
	files := made.files
	for i, one := range r.all(made.pages) {
		if one.err != nil || !one.faultless {
			return nil, one.err
		}
		for _, f := range one.files {
			f.Source, f.Notice = made.pages[i].source, id
			files = append(files, f)
		}
	}
	return files, nil
}

// with gives a plan in which one notice is another.
func (l *Last) with(in Input, now *notices.Face) *plan {
	p, id := *l.plan, now.ID.Value
	p.set, p.in.Set, p.in.Overrides = in.Set, in.Set, in.Overrides
	p.published = maps.Clone(p.published)
	p.published[id] = now
	p.about = map[string][]notices.Finding{id: in.Findings}
	return &p
}

// addressesOf gives the addresses of all pages and files of a notice.
func (p *plan) addressesOf(f *notices.Face) []string {
	addresses := p.formsOf(f)
	for _, lang := range p.languages {
		if !p.untranslated(f.ID.Value, lang) {
			addresses = append(addresses, inLanguage(noticeAddress(f.ID.Value), lang, p.main))
		}
		if p.hasHistory(f) {
			addresses = append(addresses, inLanguage(historyAddress(f.ID.Value), lang, p.main))
			for _, v := range p.earlierOf(f) {
				if v.in(lang, p.main) != nil {
					addresses = append(addresses, inLanguage(earlierAddress(f.ID.Value, v.from), lang, p.main))
				}
			}
		}
	}
	return addresses
}
