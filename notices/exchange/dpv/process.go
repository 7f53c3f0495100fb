package dpv

import (
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/law"
)

// process gives a purpose with all that concerns it.
func (w *writer) process(p notices.Purpose) Process {
	out := Process{Node: w.page + "#process-" + p.ID.Value, Type: "dpv:PersonalDataProcess", Purpose: w.purpose(p), Grounds: w.grounds(p), Context: w.automated(p)}
	for _, s := range w.c.DataSubjects {
		types := []string{"dpv:DataSubject"}
		if s.Children.Yes() {
			types = append(types, "dpv:Child")
		}
		out.Subjects = append(out.Subjects, Thing{Types: types, Label: w.say(s.Label)})
	}
	for _, ref := range p.Data {
		if item, found := w.c.DataItem(ref.Value); found {
			out.Data = append(out.Data, w.item(item))
		}
	}
	for _, r := range w.c.Recipients.Items {
		if concerns(p, r.Purposes, r.Data) {
			out.Recipients = append(out.Recipients, w.recipient(r))
		}
	}
	for _, t := range w.c.Transfers.Items {
		if concerns(p, nil, t.Data) {
			out.Transfers = append(out.Transfers, w.transfer(t))
		}
	}
	for _, r := range w.c.Retention {
		if concerns(p, r.Purposes, r.Data) {
			out.Storage = append(out.Storage, w.storage(r))
		}
	}
	return out
}

// concerns reports whether what is said of purposes and data concerns the purpose.
// Saying neither means all.
func concerns(p notices.Purpose, named, data []notices.Ref) bool {
	if len(named) > 0 {
		return notices.Refers(named, p.ID.Value)
	}
	return len(data) == 0 || slices.ContainsFunc(data, func(r notices.Ref) bool { return notices.Refers(p.Data, r.Value) })
}

func (w *writer) purpose(p notices.Purpose) Thing {
	t := Thing{Types: []string{"dpv:Purpose"}, Label: w.say(p.Purpose), About: w.say(p.Note)}
	for _, a := range p.Activities {
		if class := purposes[a.Value]; class != "" {
			t.Types = append(t.Types, class)
		}
	}
	return t
}

func (w *writer) item(d notices.DataItem) Item {
	out := Item{Node: w.page + "#data-" + d.ID.Value, Types: classes("dpv:PersonalData", origins, d.Origin), Sources: w.sources(d)}
	if label := w.say(d.Label); label != nil {
		out.Label = *label
	}
	if d.SpecialCategory.Said() {
		out.Types = append(out.Types, classes("dpv:SpecialCategoryPersonalData", special, d.SpecialCategory)...)
	}
	if d.CriminalOffence.Yes() {
		out.Types = append(out.Types, "pd:Criminal")
	}
	if term := provided[d.Provision.Value]; term != "" {
		out.Necessity = &Node{term}
	}
	if d.IfNotGiven.Said() {
		out.Consequence = &Thing{Types: []string{"dpv:Consequence"}, About: w.say(d.IfNotGiven)}
	}
	return out
}

// grounds gives what a purpose rests on in law.
func (w *writer) grounds(p notices.Purpose) (list []Thing) {
	for _, g := range []struct {
		list string
		term notices.Term
		say  notices.Text
	}{
		{"lawful-basis", p.LawfulBasis, either(p.BasisInLaw, p.LegitimateInterests)},
		{"recognised-interest", p.RecognisedInterest, notices.Text{}},
		{"special-category-condition", p.Condition, notices.Text{}},
		{"schedule-1", p.Schedule1, notices.Text{}},
		{"law-enforcement-ground", p.LawEnforcementGround, p.BasisInLaw},
		{"schedule-8", p.Schedule8, notices.Text{}},
	} {
		if label, provision := law.Meaning(g.list, g.term.Value); label != "" {
			list = append(list, Thing{
				Types: w.grounded("dpv:LegalBasis", g.term.Value, provision), Label: english(label + " (" + provision + ")"), About: w.say(g.say),
			})
		}
	}
	return list
}

func either(a, b notices.Text) notices.Text {
	if a.Said() {
		return a
	}
	return b
}

func (w *writer) transfer(t notices.Transfer) Transfer {
	out := Transfer{Type: "dpv:CrossBorderTransfer", About: w.say(t.When)}
	for _, c := range t.Countries {
		out.Countries = append(out.Countries, *country(c))
	}
	if s, known := w.law.Safeguard(t.Safeguard.Value); known {
		label, _ := s.Label.In("en")
		out.Grounds = []Thing{{Types: w.grounded("dpv:DataTransferLegalBasis", "", s.Provision), Label: english(label), About: w.say(t.Detail)}}
	}
	return out
}

func (w *writer) storage(r notices.Retention) Storage {
	s := Storage{Types: []string{"dpv:StorageCondition"}, About: english(retained(r))}
	if r.Period.Said() {
		p := r.Period
		p.Days, p.Weeks = p.Days+7*p.Weeks, 0 // XML Schema has no weeks
		s.Types, s.Duration = append(s.Types, "dpv:StorageDuration"), &Literal{Value: p.String(), Type: "xsd:duration"}
	}
	if r.Then.Is("deleted") {
		s.Types = append(s.Types, "dpv:StorageDeletion")
	}
	return s
}

// retained gives in words what a row of retention says.
func retained(r notices.Retention) string {
	from, then := "", ""
	if r.From.Said() {
		from = "From " + r.From.Value
	}
	if r.Then.Said() {
		then = "then " + r.Then.Value
	}
	parts := []string{r.What.Value, r.Criteria.Value, from, then, r.Exceptions.Value}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}

// automated gives the decisions and profiles that serve the purpose.
func (w *writer) automated(p notices.Purpose) (list []Thing) {
	for _, d := range w.c.AutomatedDecisions.Items {
		if concerns(p, d.Purposes, d.Data) {
			list = append(list, Thing{Types: []string{"dpv:AutomatedDecisionMaking"}, Label: w.say(d.What), About: w.say(d.Logic)})
		}
	}
	for _, d := range w.c.Profiling.Items {
		if concerns(p, d.Purposes, d.Data) {
			list = append(list, Thing{Types: []string{"dpv:EvaluationScoring"}, Label: w.say(d.What), About: w.say(d.Effect)})
		}
	}
	return list
}

// rights gives the rights that apply, in full or in part.
func (w *writer) rights() (list []Thing) {
	for _, s := range w.law.RightsOf(w.c) {
		if s.Applies == "no" {
			continue
		}
		label, _ := s.Right.Label.In("en")
		reason, _ := s.Reason.In("en")
		list = append(list, Thing{Types: w.grounded("dpv:DataSubjectRight", "", s.Right.Provision), Label: english(label), About: english(reason)})
	}
	return list
}
