package site

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"notices.example/notices"
)

// surveyed is what the site as a whole needs of one notice: whom it names, and what the
// pages across notices and the search show of it. It is small, and leads to nothing of
// the notice itself, so that the notice need not stay.
type surveyed struct {
	Naming naming
	Roles  []role
	Rows   []*acrossRows // by the number of the language; nil when there are no pages across
	Words  []*findable   // likewise
	inspected

	notice *notices.Complete // as the next run compares it; nil when nothing is remembered
	asked  []int             // the numbers of the questions
}

// survey looks at every published notice, some at a time. The notices have their
// addresses by now, and nothing else has: which bodies have a page comes of it.
func (p *plan) survey() error {
	p.early = p.surroundings()
	changed := p.memory.changed(p.memory.kept.early, p.early)
	if err := p.surveyAll(changed); err != nil || !p.noAcross {
		return err
	}
	if p.noAcross = !p.leadsAcross(); p.noAcross {
		return nil
	}
	return p.surveyAll(changed)
}

func (p *plan) surveyAll(changed []bool) error {
	p.surveyed = make(map[string]*surveyed, len(p.order))
	surveyors := newSurveyors(p)
	for some := range slices.Chunk(p.order, atATime) {
		whole, err := p.whole(some)
		if err != nil {
			return err
		}
		p.surveySome(whole, surveyors, changed)
	}
	return nil
}

// whole gives notices as a whole. Nobody may keep them, or anything that is part of
// them, when nothing is remembered.
func (p *plan) whole(faces []*notices.Face) ([]*notices.Complete, error) {
	whole, err := p.set.Whole(faces)
	if err != nil {
		return nil, fmt.Errorf("read notices again: %w", err)
	}
	return whole, nil
}

// surveySome looks at some notices beside one another, or takes what the last run saw.
func (p *plan) surveySome(whole []*notices.Complete, surveyors []*surveyor, changed []bool) {
	made, asked := make([]*surveyed, len(whole)), make([]map[question]bool, len(whole))
	var next atomic.Int64
	var beside sync.WaitGroup
	for _, s := range surveyors[:min(len(surveyors), len(whole))] {
		beside.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(whole)); i = next.Add(1) - 1 {
				if made[i] = p.seenBefore(whole[i], changed); made[i] == nil {
					made[i], asked[i] = s.look(whole[i])
				}
			}
		})
	}
	beside.Wait()
	for i, c := range whole {
		id := c.ID.Value
		if p.in.Memory != nil {
			p.remember(id, c, made[i], asked[i])
		}
		p.surveyed[id] = made[i]
	}
}

// seenBefore gives what the last run saw of the same, or nil.
func (p *plan) seenBefore(c *notices.Complete, changed []bool) *surveyed {
	known := p.memory.kept.surveyed[c.ID.Value]
	if known == nil || !unchanged(known.asked, changed) || !sameNotice(known.notice, c) || !p.sameAbout(c.ID.Value) {
		return nil
	}
	return known
}

// remember makes what was seen of a notice such that the next run can compare it. What
// is the same as in the last run is the same value.
func (p *plan) remember(id string, c *notices.Complete, made *surveyed, asked map[question]bool) {
	known := p.memory.kept.surveyed[id]
	p.sameWhole[id] = known != nil && (known == made || sameNotice(known.notice, c))
	if made.notice = c; known == made {
		return
	}
	made.asked = p.memory.number(asked)
	for i := range made.Rows {
		if known == nil {
			break
		}
		if i < len(known.Rows) && reflect.DeepEqual(known.Rows[i], made.Rows[i]) {
			made.Rows[i] = known.Rows[i]
		}
		if i < len(known.Words) && reflect.DeepEqual(known.Words[i], made.Words[i]) {
			made.Words[i] = known.Words[i]
		}
	}
}

// surveyor looks at notices one after the other.
type surveyor struct {
	plan  *plan
	words []*weighing       // by the number of the language
	texts map[string]string // every text that was kept, once; nil when notices stay anyway
}

func newSurveyors(p *plan) []*surveyor {
	all := make([]*surveyor, runtime.GOMAXPROCS(0))
	for i := range all {
		all[i] = &surveyor{plan: p, words: mapTo(p.languages, newWeighing)}
		if p.in.Memory == nil {
			all[i].texts = map[string]string{}
		}
	}
	return all
}

// look takes down what is needed of a notice, with what it asked of the site.
func (s *surveyor) look(c *notices.Complete) (*surveyed, map[question]bool) {
	p := s.plan.apart()
	made := &surveyed{Naming: p.naming(c), Roles: rolesIn(c)}
	if p.inspects {
		made.inspected = inspect(c)
	}
	if len(p.order) > 1 && !p.noAcross {
		for i, lang := range p.languages {
			e := p.at(inLanguage(homeAddress, lang, p.main), lang).across(c)
			made.Rows = append(made.Rows, e.rows())
			made.Words = append(made.Words, e.findable(s.words[i]))
		}
	}
	if s.texts != nil {
		s.part(made)
	}
	return made, p.asked
}

// across gives a notice in the language of this page, or else in its own, as a page
// other than its own shows it.
func (p *place) across(c *notices.Complete) *edition {
	here := *p
	e := here.edition(c)
	here.own = e.c.Lang
	return e
}

// part makes the texts of what was seen texts of their own, so that it does not hold on
// to a notice. Those that are said again and again are there once.
func (s *surveyor) part(made *surveyed) {
	textsOfSurveyed.each(reflect.ValueOf(made).Elem(), func(_ goal, v reflect.Value) {
		text := v.String()
		kept, known := s.texts[text]
		if !known {
			kept = string([]byte(text))
			s.texts[kept] = kept
		}
		v.SetString(kept)
	})
}

var textsOfSurveyed = routeThrough(reflect.TypeFor[surveyed](), "", "", func(t reflect.Type, _ string) (goal, bool) {
	return aName, t.Kind() == reflect.String
})
