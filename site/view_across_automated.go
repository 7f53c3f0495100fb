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

// used is a use of one notice, and the notice.
type used struct {
	e *entry
	*useRow
}

func (a *across) automated() *subject {
	if !slices.ContainsFunc(a.entries, func(e *entry) bool { return e.Decided.Said || e.Profiled.Said || e.UsesAI.Said }) {
		return nil
	}
	words := a.words.LookUp
	uses := divided(a.automatedUses(), one)
	list := List[*entry]{ID: "answers", Title: Text{Value: words.Answers}}
	list.Groups = entriesByLetter(a.abc, list.ID, a.entries, itself)
	answers := divided([]List[*entry]{list}, one)
	s := &subject{name: "automated", title: words.Automated, intro: words.AutomatedIntro}
	for i := range len(uses) + len(answers) - 1 { // the last uses and the first answers share a page
		var of []List[used]
		var answered []List[*entry]
		if i < len(uses) {
			of = uses[i]
		}
		if first := len(uses) - 1; i >= first {
			answered = answers[i-first]
		}
		s.parts = addParts(addParts(s.parts, i, of), i, answered)
		s.pages = append(s.pages, func(page AcrossPage) any {
			return &AutomatedPage{AcrossPage: page, Uses: onPage(of, a.use), Lists: onPage(answered, a.answers)}
		})
	}
	return s
}

// automatedUses lists the decisions, the profiles and the uses of artificial
// intelligence.
func (a *across) automatedUses() []List[used] {
	list := func(id, title string, of func(*entry) []useRow) List[used] {
		var all []used
		for _, e := range a.entries {
			rows := of(e)
			for i := range rows {
				all = append(all, used{e, &rows[i]})
			}
		}
		return List[used]{ID: id, Title: Text{Value: title}, Groups: entriesByLetter(a.abc, id, all, func(u used) *entry { return u.e })}
	}
	return filled(
		list("decisions", a.words.LookUp.Decisions, func(e *entry) []useRow { return e.Decisions }),
		list("profiles", a.words.Part.Profiling, func(e *entry) []useRow { return e.Profiles }),
		list("ai", a.words.Part.AI, func(e *entry) []useRow { return e.AI }),
	)
}

func (a *across) use(u used) AutomatedUse {
	use := AutomatedUse{Notice: a.name(u.e, notices.AutomatedDecisionsSection), What: u.What.text(), Effect: u.Effect.text()}
	if u.AI {
		use.AI = a.words.Statement.AI
	}
	return use
}

// answers gives what one notice answers to the three questions. A decision or a
// profile made with artificial intelligence is a use of it.
func (a *across) answers(e *entry) AutomatedAnswers {
	withAI := func(u useRow) bool { return u.AI }
	ai := len(e.AI) > 0 || slices.ContainsFunc(e.Decisions, withAI) || slices.ContainsFunc(e.Profiles, withAI)
	row := AutomatedAnswers{
		Decisions: a.answer(len(e.Decisions) > 0, e.Decided.None),
		Profiling: a.answer(len(e.Profiles) > 0, e.Profiled.None),
		AI:        a.answer(ai, e.UsesAI.None),
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
