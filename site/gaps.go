package site

import (
	"slices"
	"strings"

	"notices.example/notices"
)

// Gap is something that the notice does not yet say: a finding that the body
// accepts for a time, or that stands in a draft.
type Gap struct {
	Section    Link
	What       []GapPoint // nothing where the reason says all there is to say
	Reason     Text       `explain:"here"`
	AcceptedBy Text
	Deadline   string // by when it is to be put right, as a sentence
	Above      bool   // in the list of all gaps: its own part says all of it, so that paper need not
}

// gaps gives the gaps of one section, those with one reason together.
func (e *edition) gaps(section notices.Section) []Gap {
	var gaps []Gap
	for i := range e.all {
		if e.all[i].isOf(section) {
			gaps = append(gaps, e.all[i])
		}
	}
	return gaps
}

// hasGaps reports whether there are any.
func (e *edition) hasGaps(section notices.Section) bool {
	return slices.ContainsFunc(e.all, func(g Gap) bool { return g.isOf(section) })
}

// isOf reports whether the part of the page about a section tells of the gap. Those of
// the notice as a whole are told of in the list of all gaps only.
func (g *Gap) isOf(section notices.Section) bool {
	return section != notices.AboutSection && strings.TrimPrefix(g.Section.Href, "#") == string(section)
}

// liftDeadline takes the date off the gaps of a part when all of them have the same.
func liftDeadline(gaps []Gap) string {
	if len(gaps) == 0 || slices.ContainsFunc(gaps, func(g Gap) bool { return g.Deadline != gaps[0].Deadline }) {
		return ""
	}
	deadline := gaps[0].Deadline
	for i := range gaps {
		gaps[i].Deadline = ""
	}
	return deadline
}

// allGaps gives the gaps of the notice, in the order of the page. Advice on
// wording is no gap.
func (e *edition) allGaps() []Gap {
	var of [][]*notices.Finding // by the number of the section
	about := e.plan.about[e.c.ID.Value]
	for i := range about {
		f := &about[i]
		if s := slices.Index(notices.Sections, SectionOf(*f)); s >= 0 && f.Severity >= notices.Warning && e.shown(f) {
			if of == nil {
				of = make([][]*notices.Finding, len(notices.Sections))
			}
			of[s] = append(of[s], f)
		}
	}
	var gaps []Gap
	for s, found := range of {
		for _, f := range found {
			gaps = addGap(gaps, e.gap(notices.Sections[s], f))
		}
	}
	for _, g := range gaps {
		for i := range g.What {
			g.What[i] = e.forAll(g.What[i])
		}
	}
	return gaps
}

// shown reports whether residents are told of a finding.
func (e *edition) shown(f *notices.Finding) bool {
	return f.Accepted != nil || e.c.IsDraft() && f.Severity == notices.Error
}

// owns reports whether the notice owns up to one of the gaps, for one item or for
// all of them.
func (e *edition) owns(id string, rules ...string) bool {
	about := e.plan.about[e.c.ID.Value]
	for i := range about {
		if f := &about[i]; slices.Contains(rules, f.Rule) && (f.About == id || f.About == "") && e.shown(f) {
			return true
		}
	}
	return false
}

// notSaid gives the words for a cell that is empty because of a gap that the
// notice owns up to.
func (e *edition) notSaid(id string, rules ...string) string {
	if !e.owns(id, rules...) {
		return ""
	}
	return e.words.Notice.NotSaid
}

func (e *edition) gap(s notices.Section, f *notices.Finding) Gap {
	g := Gap{
		Section: Link{Text: Text{Value: e.words.Section[string(s)]}, Href: "#" + string(s)},
		What:    []GapPoint{e.words.Gap.about(f.Rule, s, e.nameOfItem(f.About))},
	}
	if a := f.Accepted; a != nil {
		g.Reason, g.AcceptedBy = e.reasonOf(a)
		if a.Until.Said() {
			g.Deadline = e.words.Notice.Until + " " + e.words.Date(a.Until) + "."
		}
	}
	if g.Reason.Said() && g.What[0].Sentence == e.words.Gap.Wrong[string(s)] {
		g.What = nil // the reason says more
	}
	return g
}

func addGap(gaps []Gap, g Gap) []Gap {
	for i := range gaps {
		old := &gaps[i]
		if old.Section != g.Section || old.Reason != g.Reason || old.Deadline != g.Deadline {
			continue
		}
		for _, what := range g.What {
			old.What = together(old.What, what)
		}
		return gaps
	}
	return append(gaps, g)
}

// reasonOf gives why a gap is accepted and by whom, in the language of this page
// where the notice's translation says it.
func (e *edition) reasonOf(a *notices.Acceptance) (reason, by Text) {
	for i := range e.c.Accepted {
		t := &e.c.Accepted[i]
		if t.Rule.Value == a.Rule.Value && t.About.Value == a.About.Value && t.Until.Time.Equal(a.Until.Time) {
			return e.text(t.Reason), e.text(t.By)
		}
	}
	return e.common(a.Reason), e.common(a.By)
}
