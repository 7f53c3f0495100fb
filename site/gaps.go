package site

import (
	"slices"
	"strconv"
	"strings"

	"notices.example/notices"
)

// Gap is something that the notice does not yet say: a finding that the body
// accepts for a time, or that stands in a draft.
type Gap struct {
	Section    Link
	What       []GapPoint
	Reason     Text
	AcceptedBy Text
	Deadline   string // by when it is to be put right, as a sentence
	Count      string // how many points there are
}

// sectionOfRule gives the section that a rule's finding belongs to, by the first
// words of the rule's ID.
var sectionOfRule = map[string]notices.Section{
	"controller": notices.ControllerSection, "dpo": notices.ControllerSection, "joint": notices.ControllerSection,
	"representative": notices.ControllerSection, "registration": notices.ControllerSection,
	"organisation": notices.ControllerSection, "contact": notices.ControllerSection,
	"purpose": notices.PurposesSection, "purposes": notices.PurposesSection, "basis": notices.PurposesSection,
	"lawful-basis": notices.PurposesSection, "legitimate-interests": notices.PurposesSection,
	"condition": notices.PurposesSection, "special-category": notices.PurposesSection,
	"criminal-offence": notices.PurposesSection, "schedule-1": notices.PurposesSection, "policy-document": notices.PurposesSection,
	"consent":       notices.PurposesSection,
	"child-consent": notices.PurposesSection, "only-purpose": notices.PurposesSection,
	"data":            notices.DataSection,
	"data-categories": notices.DataSection, "data-subjects": notices.DataSection, "provision": notices.DataSection,
	"children":  notices.DataSection,
	"anonymous": notices.DataSection, "identifies": notices.DataSection, "not-collected": notices.DataSection,
	"cookies":      notices.DataSection,
	"if-not-given": notices.DataSection, "required-by": notices.DataSection,
	"law-enforcement": notices.PurposesSection, "sensitive-processing": notices.PurposesSection,
	"competent-authority": notices.ControllerSection,
	"offence":             notices.PurposesSection, "recognised-interest": notices.PurposesSection,
	"public-authority-interests": notices.PurposesSection, "public-authority": notices.ControllerSection,
	"never-shared": notices.RecipientsSection, "not-shared": notices.RecipientsSection, "processor": notices.RecipientsSection,
	"social-media": notices.RecipientsSection, "holder": notices.RetentionSection,
	"source": notices.SourcesSection, "sources": notices.SourcesSection,
	"recipient": notices.RecipientsSection, "recipients": notices.RecipientsSection, "access": notices.RecipientsSection,
	"transfer": notices.TransfersSection, "transfers": notices.TransfersSection, "safeguard": notices.TransfersSection,
	"retention":           notices.RetentionSection,
	"automated-decisions": notices.AutomatedDecisionsSection, "automated-decision": notices.AutomatedDecisionsSection,
	"profiling": notices.AutomatedDecisionsSection, "security": notices.SecuritySection,
	"rights": notices.RightsSection, "right": notices.RightsSection, "consent-withdrawal": notices.RightsSection,
	"withdrawal": notices.RightsSection, "opt-out": notices.RightsSection, "request": notices.RightsSection,
	"objection": notices.ObjectionSection,
	"complaint": notices.ComplaintsSection, "complaints": notices.ComplaintsSection, "regulator": notices.ComplaintsSection,
	"transition": notices.TransitionSection, "services": notices.ServicesSection, "service": notices.ServicesSection,
	"predecessors": notices.TransitionSection, "covers": notices.ServicesSection,
}

// sectionOf finds the section for a rule: the longest beginning of its ID that
// is known, or else the section about the notice.
func sectionOf(rule string) notices.Section {
	for words := rule; words != ""; {
		if s, known := sectionOfRule[words]; known {
			return s
		}
		i := strings.LastIndexByte(words, '-')
		if i < 0 {
			break
		}
		words = words[:i]
	}
	return notices.AboutSection
}

// gaps gives the gaps of one section, those with one reason together.
func (e *edition) gaps(section string) []Gap {
	var gaps []Gap
	for _, g := range e.all {
		if g.Section.Href == "#"+section && section != string(notices.AboutSection) {
			gaps = append(gaps, g)
		}
	}
	return gaps
}

// allGaps gives the gaps of the notice, in the order of the page. Advice on
// wording is no gap.
func (e *edition) allGaps() []Gap {
	var gaps []Gap
	for _, s := range notices.Sections {
		for _, f := range e.plan.about[e.c.ID.Value] {
			if f.Severity >= notices.Warning && sectionOf(f.Rule) == s && e.shown(f) {
				gaps = addGap(gaps, e.gap(s, f))
			}
		}
	}
	for i := range gaps {
		gaps[i].Count = fillIn(e.words.Notice.Points, "n", strconv.Itoa(len(gaps[i].What)))
	}
	return gaps
}

// shown reports whether residents are told of a finding.
func (e *edition) shown(f notices.Finding) bool {
	return f.Accepted != nil || e.in.Draft && e.c.IsDraft() && f.Severity == notices.Error
}

// owns reports whether the notice owns up to one of the gaps, for one item or for
// all of them.
func (e *edition) owns(id string, rules ...string) bool {
	return slices.ContainsFunc(e.plan.about[e.c.ID.Value], func(f notices.Finding) bool {
		return slices.Contains(rules, f.Rule) && (f.About == id || f.About == "") && e.shown(f)
	})
}

// notSaid gives the words for a cell that is empty because of a gap that the
// notice owns up to.
func (e *edition) notSaid(id string, rules ...string) string {
	if !e.owns(id, rules...) {
		return ""
	}
	return e.words.Notice.NotSaid
}

func (e *edition) gap(s notices.Section, f notices.Finding) Gap {
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
