package site

import "notices.example/notices"

// DecisionsView is what is decided about people by machines, and how they are
// profiled: Articles 13(2)(f), 22 (EU), 22A to 22D (UK) and 4(4).
type DecisionsView struct {
	Words      *Words
	Statements []Statement
	Decisions  []DecisionView
	Profiling  []ProfilingView
	AI         []AIView
}

// DecisionView is one automated decision.
type DecisionView struct {
	What            Text
	Logic           Text `explain:"here"`
	Significance    Text `explain:"here"`
	Consequences    Text `explain:"here"`
	Purposes        []Link
	Items           []Link
	Representations Text `explain:"here"`
	Intervention    Text `explain:"here"`
	Contest         Text `explain:"here"`
	AI              bool
}

// Challenge reports whether the notice says how to challenge the decision.
func (d DecisionView) Challenge() bool {
	return d.Representations.Said() || d.Intervention.Said() || d.Contest.Said()
}

// ProfilingView is one way in which people are evaluated automatically.
type ProfilingView struct {
	What     Text `explain:"here"`
	Effect   Text `explain:"here"`
	Purposes []Link
	Items    []Link
	AI       bool
}

// AIView is one use of artificial intelligence.
type AIView struct {
	What     Text `explain:"here"`
	Limits   Text `explain:"here"`
	Purposes []Link
	Items    []Link
}

func (e *edition) decisions() *DecisionsView {
	decisions, profiling, ai := e.c.AutomatedDecisions, e.c.Profiling, e.c.ArtificialIntelligence
	if !decisions.Said() && !profiling.Said() && !ai.Said() {
		return nil
	}
	v := &DecisionsView{Words: e.words}
	for _, s := range []Statement{
		e.denied(decisions.None, decisions.Reason, decisions.Pos, e.words.Statement.NoAutomated),
		e.denied(profiling.None, profiling.Reason, profiling.Pos, e.words.Statement.NoProfiling),
		e.denied(ai.None, ai.Reason, ai.Pos, e.words.Statement.NoAI),
	} {
		if s.Said() {
			v.Statements = append(v.Statements, s)
		}
	}
	for _, d := range decisions.Items {
		v.Decisions = append(v.Decisions, e.decision(d))
	}
	for _, p := range profiling.Items {
		v.Profiling = append(v.Profiling, ProfilingView{
			What: e.text(p.What), Effect: e.text(p.Effect), Purposes: e.purposeLinks(p.Purposes),
			Items: e.itemLinks(p.Data), AI: p.UsesAI.Yes(),
		})
	}
	for _, use := range ai.Items {
		v.AI = append(v.AI, AIView{
			What: e.text(use.What), Limits: e.text(use.Limits), Purposes: e.purposeLinks(use.Purposes), Items: e.itemLinks(use.Data),
		})
	}
	return v
}

func (e *edition) decision(d notices.AutomatedDecision) DecisionView {
	return DecisionView{
		What: e.text(d.What), Logic: e.text(d.Logic), Significance: e.text(d.Significance),
		Consequences: e.text(d.Consequences), Purposes: e.purposeLinks(d.Purposes), Items: e.itemLinks(d.Data),
		Representations: e.text(d.Safeguards.Representations), Intervention: e.text(d.Safeguards.HumanIntervention),
		Contest: e.text(d.Safeguards.Contest), AI: d.UsesAI.Yes(),
	}
}
