package site

import (
	"slices"

	"notices.example/notices"
)

// AutomatedPage says where computers decide about people, evaluate them, or use
// artificial intelligence, and what each notice says of it.
type AutomatedPage struct {
	AcrossPage
	Uses  []List[AutomatedUse]
	Lists []List[AutomatedAnswers]
}

// AutomatedUse is one automated decision, profile or use of artificial
// intelligence.
type AutomatedUse struct {
	Notice NoticeName
	What   Text
	Effect Text // or the limits of artificial intelligence
	AI     string
}

// AutomatedAnswers are what a notice answers to the three questions.
type AutomatedAnswers struct {
	Notice                   NoticeName
	Decisions, Profiling, AI AutomatedAnswer
}

// AutomatedAnswer is yes or no, or the words for not said.
type AutomatedAnswer struct {
	State string // yes, no or empty
	Label string
}

func (a *across) automated() *subject {
	if !slices.ContainsFunc(a.editions, func(e *edition) bool {
		return e.c.AutomatedDecisions.Said() || e.c.Profiling.Said() || e.c.ArtificialIntelligence.Said()
	}) {
		return nil
	}
	words := a.words.LookUp
	uses := divided(a.automatedUses(), one)
	list := List[AutomatedAnswers]{ID: "answers", Title: Text{Value: words.Answers}}
	list.Groups = byLetter(a.abc, list.ID, mapTo(a.editions, a.answers), func(r AutomatedAnswers) string { return r.Notice.Link.Text.Value })
	answers := divided([]List[AutomatedAnswers]{list}, one)
	s := &subject{name: "automated", title: words.Automated, intro: words.AutomatedIntro}
	for i := range len(uses) + len(answers) - 1 { // the last uses and the first answers share a page
		var view AutomatedPage
		if i < len(uses) {
			view.Uses = uses[i]
		}
		if first := len(uses) - 1; i >= first {
			view.Lists = answers[i-first]
		}
		s.parts = addParts(addParts(s.parts, i, view.Uses), i, view.Lists)
		s.pages = append(s.pages, func(page AcrossPage) any {
			view.AcrossPage = page
			return &view
		})
	}
	return s
}

// automatedUses lists the decisions, the profiles and the uses of artificial
// intelligence.
func (a *across) automatedUses() []List[AutomatedUse] {
	var decisions, profiles, ai []AutomatedUse
	for _, e := range a.editions {
		name := a.name(e, notices.AutomatedDecisionsSection)
		add := func(list *[]AutomatedUse, what, effect notices.Text, usesAI bool) {
			use := AutomatedUse{Notice: name, What: e.text(what), Effect: e.text(effect)}
			if usesAI {
				use.AI = a.words.Statement.AI
			}
			*list = append(*list, use)
		}
		for _, d := range e.c.AutomatedDecisions.Items {
			add(&decisions, d.What, d.Significance, d.UsesAI.Yes())
		}
		for _, p := range e.c.Profiling.Items {
			add(&profiles, p.What, p.Effect, p.UsesAI.Yes())
		}
		for _, use := range e.c.ArtificialIntelligence.Items {
			add(&ai, use.What, use.Limits, false)
		}
	}
	list := func(id, title string, rows []AutomatedUse) List[AutomatedUse] {
		groups := byLetter(a.abc, id, rows, func(u AutomatedUse) string { return u.Notice.Link.Text.Value })
		return List[AutomatedUse]{ID: id, Title: Text{Value: title}, Groups: groups}
	}
	return filled(
		list("decisions", a.words.LookUp.Decisions, decisions),
		list("profiles", a.words.Part.Profiling, profiles),
		list("ai", a.words.Part.AI, ai),
	)
}

// answers gives what one notice answers to the three questions. A decision or a
// profile made with artificial intelligence is a use of it.
func (a *across) answers(e *edition) AutomatedAnswers {
	c := e.c
	ai := len(c.ArtificialIntelligence.Items) > 0 ||
		slices.ContainsFunc(c.AutomatedDecisions.Items, func(d notices.AutomatedDecision) bool { return d.UsesAI.Yes() }) ||
		slices.ContainsFunc(c.Profiling.Items, func(p notices.Profiling) bool { return p.UsesAI.Yes() })
	row := AutomatedAnswers{
		Decisions: a.answer(len(c.AutomatedDecisions.Items) > 0, c.AutomatedDecisions.None),
		Profiling: a.answer(len(c.Profiling.Items) > 0, c.Profiling.None),
		AI:        a.answer(ai, c.ArtificialIntelligence.None),
	}
	section := notices.AutomatedDecisionsSection
	if row.Decisions.State+row.Profiling.State+row.AI.State == "" {
		section = "" // the notice has no such section
	}
	row.Notice = a.name(e, section)
	return row
}

func (a *across) answer(there, none bool) AutomatedAnswer {
	switch {
	case there:
		return AutomatedAnswer{State: "yes", Label: a.words.LookUp.Yes}
	case none:
		return AutomatedAnswer{State: "no", Label: a.words.LookUp.No}
	}
	return AutomatedAnswer{Label: a.words.LookUp.Unsaid}
}
