package rules

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/law"
)

// State says how a notice deals with an item of information.
type State string

// The states. Incomplete is for the matrix alone: the item is there, and a rule
// that decides it reports an error.
const (
	Own        State = "own"
	Inherited  State = "inherited"
	Incomplete State = "incomplete"
	NotNeeded  State = "not needed"
	Unclear    State = "unclear" // whether it is needed hangs on something that is not said yet
	Missing    State = "missing"
)

// ItemState is the state of one item in one notice.
type ItemState struct {
	State      State
	Why        string      // for NotNeeded and Unclear, a phrase: "no purpose rests on consent"
	Pos        notices.Pos // where it is given
	Provisions []string    // those that apply to this notice
	Refused    bool        // for Missing: it is written, but load could not read it and says so
}

// answer is what the look-up of an item says of a notice.
type answer struct {
	given    bool
	pos      notices.Pos
	unneeded string // why nothing needs to be given
	unclear  string // why it cannot be told yet whether anything needs to be
	refused  bool   // written, but refused by load
}

func given(p notices.Pos) answer { return answer{given: true, pos: p} }
func unneeded(why string) answer { return answer{unneeded: why} }
func unclear(why string) answer  { return answer{unclear: why} }

const (
	onlyFromPeople     = "all of the data comes from the people themselves"
	onlyEnforcement    = "the data is used for law enforcement only, where the law does not ask to tell everyone this"
	controllerNotKnown = "it is not known which body is the controller"
)

// lacking is the answer for a part that the notice has not, and that could come
// from the corporate notice of its controller. Which one that is has to be known
// first.
func (s *Subject) lacking() answer {
	n := s.Notice
	switch {
	case s.corporateName().id != "":
		return answer{}
	case n.Corporate.Said():
		return unclear("the corporate notice that it names was not found")
	case len(n.Controllers) == 0 || len(n.Controllers) < len(n.Controller):
		return unclear(controllerNotKnown)
	}
	return answer{}
}

// unneededOf is the answer where the data tells that nothing needs to be given.
// As long as no data is listed, nothing tells.
func (s *Subject) unneededOf(why string) answer {
	if len(s.Notice.Data) == 0 && !s.Notice.Sources.Said() {
		return unclear("no data is listed")
	}
	return unneeded(why)
}

// basisLacks reports whether a purpose has no lawful basis, or there is none.
func (s *Subject) basisLacks() bool {
	return len(s.Notice.Purposes) == 0 || slices.ContainsFunc(s.Notice.Purposes, s.lacksBasis)
}

// lacksBasis reports whether a purpose has no lawful basis. In law enforcement it
// needs none: law-enforcement-ground-missing looks after that.
func (s *Subject) lacksBasis(p notices.Purpose) bool {
	return !p.LawfulBasis.Said() && !s.Law.UnderPart3(p)
}

// stated is the answer for a part whose key stands at p: a key without a value
// was refused by load, which reports it.
func stated(said bool, p notices.Pos) answer {
	return answer{given: said, pos: p, refused: !said && !p.IsZero()}
}

// lookUps is the one place that decides whether an item is given. The rules on
// missing items and the matrix both read what comes of it.
var lookUps = map[string]func(*Subject) answer{
	"controller":              lookUpController,
	"representative":          lookUpRepresentative,
	"dpo":                     lookUpDPO,
	"purposes":                lookUpPurposes,
	"lawful-basis":            lookUpBasis,
	"legitimate-interests":    lookUpInterests,
	"data-categories":         lookUpDataCategories,
	"recipients":              lookUpRecipients,
	"transfers":               lookUpTransfers,
	"retention":               lookUpRetention,
	"rights":                  lookUpRights,
	"consent-withdrawal":      lookUpWithdrawal,
	"complaint-to-controller": lookUpComplaintToController,
	"complaint-to-regulator":  lookUpComplaintToRegulator,
	"provision":               lookUpProvision,
	"source":                  lookUpSource,
	"automated-decisions":     lookUpDecisions,
}

func (s *Subject) itemState(id string) ItemState {
	item, ok := s.Law.Item(id)
	if !ok {
		return ItemState{State: NotNeeded, Why: "the law did not ask for this on " + longDate(s.Law.Day)}
	}
	provisions := s.applicable(item)
	a := lookUps[id](s)
	st := ItemState{State: Missing, Pos: a.pos, Provisions: provisions, Refused: a.refused || s.itemRefused(id)}
	switch exemption, exempt := s.exemption(item); {
	case a.given:
		st.State = Own
		if _, inherited := s.around.origin(s.Notice, a.pos); inherited {
			st.State = Inherited
		}
	case exempt:
		st.State, st.Why = NotNeeded, "the notice relies on the exemption in "+exemption
	case len(provisions) == 0 && s.onlyPart3():
		st.State, st.Why = NotNeeded, onlyEnforcement
	case len(provisions) == 0 && a.unneeded == "" && a.unclear == "":
		a = s.unbound()
		fallthrough
	case a.unneeded != "" || a.unclear != "":
		st.State, st.Why = NotNeeded, a.unneeded
		if a.unclear != "" {
			st.State, st.Why = Unclear, a.unclear
		}
	}
	return st
}

// unbound is the answer for an item that neither Article 13 nor 14 asks for here.
func (s *Subject) unbound() answer {
	if s.Article14 {
		return unneeded("none of the data comes from the people themselves")
	}
	return s.unneededOf(onlyFromPeople)
}

// applicable gives the provisions of an item that apply to the notice.
func (s *Subject) applicable(item law.Item) []string {
	var list []string
	if s.Article13 && item.Article13 != "" {
		list = append(list, item.Article13)
	}
	if s.Article14 && item.Article14 != "" {
		list = append(list, item.Article14)
	}
	if own, asked := s.Law.EnforcementItem(item.ID); asked && s.Part3 {
		list = append(list, own.Provision)
	}
	return list
}
