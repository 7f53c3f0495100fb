package rules

import (
	"strings"

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
	Missing    State = "missing"
)

// ItemState is the state of one item in one notice.
type ItemState struct {
	State      State
	Why        string      // for NotNeeded, a phrase: "no purpose rests on consent"
	Pos        notices.Pos // where it is given
	Provisions []string    // those that apply to this notice
	Refused    bool        // for Missing: it is written, but load could not read it and says so
}

// answer is what the look-up of an item says of a notice.
type answer struct {
	given    bool
	pos      notices.Pos
	unneeded string // why nothing needs to be given
	refused  bool   // written, but refused by load
}

func given(p notices.Pos) answer { return answer{given: true, pos: p} }
func unneeded(why string) answer { return answer{unneeded: why} }

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
	st := ItemState{State: Missing, Pos: a.pos, Provisions: provisions, Refused: a.refused}
	switch exemption, exempt := s.exemption(item); {
	case a.given:
		st.State = Own
		if _, inherited := s.Set.Origin(s.Notice, a.pos); inherited {
			st.State = Inherited
		}
	case exempt:
		st.State, st.Why = NotNeeded, "the notice relies on the exemption in "+exemption
	case a.unneeded != "":
		st.State, st.Why = NotNeeded, a.unneeded
	case len(provisions) == 0 && s.Article14:
		st.State, st.Why = NotNeeded, "none of the data comes from the people themselves"
	case len(provisions) == 0:
		st.State, st.Why = NotNeeded, "all of the data comes from the people themselves"
	}
	return st
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
	return list
}

// exemption gives the provisions of the stated exemptions that together lift
// every duty to give the item. One of Article 14(5) leaves the duty of Article 13
// as it is, and the other way round; any other lifts both. One without a
// provision or reason lifts nothing.
func (s *Subject) exemption(item law.Item) (provisions string, exempt bool) {
	var cited []string
	duty13, duty14 := s.Article13 && item.Article13 != "", s.Article14 && item.Article14 != ""
	for _, e := range s.Notice.Exemptions {
		about := !e.Item.Said() || e.Item.Is(item.ID)
		if !about || !e.Provision.Said() || !e.Reason.Said() {
			continue
		}
		cited = append(cited, e.Provision.Value)
		provision := strings.TrimSpace(strings.TrimPrefix(e.Provision.Value, "Article"))
		duty13 = duty13 && strings.HasPrefix(provision, "14(")
		duty14 = duty14 && strings.HasPrefix(provision, "13(")
	}
	return and(cited), len(cited) > 0 && !duty13 && !duty14
}
