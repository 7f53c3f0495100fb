package rules

import (
	"fmt"
	"strings"

	"notices.example/notices"
)

var organisationCeased = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "organisation-ceased", Title: "A body has ceased, but the notice relies on it", Severity: notices.Warning,
		Provisions: []string{"13(1)(a)", "14(1)(a)", "5(1)(d)"},
		Why: "A body that no longer exists can answer for nothing and receive nothing. It is an error where it stands as the controller: " +
			"people would turn to nobody. A transition notice may name it, and so may the list of sources.",
		Bad: "recipients:\n  - organisation: old-county\n    role: public-authority\n    purpose: Keeps the list of sites\n" +
			"-- content/organisations/old-county.yaml --\nname: Old County Council\ncountry: GB\npublic_authority: yes\nuntil: 2023-03-31\nsucceeded_by: [anytown-council]\n",
		Good: "recipients:\n  - organisation: new-county\n    role: public-authority\n    purpose: Keeps the list of sites\n" +
			"-- content/organisations/new-county.yaml --\nname: New County Council\ncountry: GB\npublic_authority: yes\nsince: 2023-04-01\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, a := range s.acting() {
			o := s.organisation(a.ref)
			if o == nil || !o.Until.Said() || !s.Law.Day.After(o.Until.Time) {
				continue
			}
			f := notices.Finding{
				Pos: a.ref.Pos, About: o.ID.Value,
				Message: fmt.Sprintf("%s ended on %s, but the notice names it as %s.", organisationName(o), longDate(o.Until.Time), a.as),
				Fix:     "Name the body that took over, or correct the day in its file.",
				Related: []notices.Related{{Pos: o.Until.Pos, Message: "its last day"}},
			}
			if a.controller {
				f.Severity = notices.Error
			}
			if names := s.successors(o); len(names) > 0 {
				f.Fix = "The body that took over is " + strings.Join(names, " or ") + ". Name it, or correct the day in the file of the old one."
			}
			list = append(list, f)
		}
		return list
	},
}

// actor is a body that a notice relies on, and as what.
type actor struct {
	ref        notices.Ref
	as         string
	controller bool
}

// acting gives the bodies that have to exist for the notice to be true.
func (s *Subject) acting() []actor {
	var list []actor
	add := func(r notices.Ref, as string) {
		if r.Said() {
			list = append(list, actor{ref: r, as: as})
		}
	}
	for _, r := range s.Notice.Controller {
		list = append(list, actor{r, "the controller", true})
	}
	add(s.Notice.ProvidedBy, "the one that provides the service")
	add(s.Notice.JointArrangement.Contact, "the contact of the joint controllers")
	for _, r := range s.Notice.Recipients.Items {
		add(r.Organisation, "a recipient")
	}
	for _, r := range s.Notice.Retention {
		add(r.HeldBy, "the one that holds data")
	}
	return list
}

func (s *Subject) successors(o *notices.Organisation) []string {
	var names []string
	for _, ref := range o.SucceededBy {
		names = append(names, s.bodyName(ref))
	}
	return names
}

var predecessorsDiffer = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "predecessors-differ", Title: "The predecessors of a body are not the same everywhere", Severity: notices.Warning,
		Provisions: []string{"12(1)", "5(1)(d)"}, Section: notices.TransitionSection,
		Why: "Who took over from whom stands in the files of the bodies that ceased, and in the notice about the transition. Where the two differ, " +
			"people whose records an old body held do not know where to turn.",
		Bad: tookOver + "transition:\n  from: 2023-04-01\n  until: 2027-03-31\n  replaces: [old-county]\n" +
			oldCouncil("county", "anytown-council") + oldCouncil("district", "anytown-council"),
		Good: tookOver + "transition:\n  from: 2023-04-01\n  until: 2027-03-31\n  replaces: [old-county, old-district]\n" +
			oldCouncil("county", "anytown-council") + oldCouncil("district", "anytown-council"),
	},
	Check: func(s *Subject) []notices.Finding {
		t := s.Notice.Transition
		if t == nil || len(t.Replaces) == 0 || len(s.Notice.Controllers) < len(s.Notice.Controller) {
			return nil
		}
		var list []notices.Finding
		for _, ref := range t.Replaces {
			o := s.organisation(ref)
			if o != nil && len(o.SucceededBy) > 0 && !s.succeeds(o) {
				list = append(list, notices.Finding{
					Pos: ref.Pos, About: ref.Value,
					Message: organisationName(o) + " stands among the bodies that are replaced here, but its file says that another body took over from it.",
					Fix:     "Correct succeeded_by in its file, or take it out of replaces.",
					Related: []notices.Related{{Pos: o.SucceededBy[0].Pos, Message: "the body that took over"}},
				})
			}
		}
		for _, o := range s.around.organisations() {
			if s.succeeds(o) && !notices.Refers(t.Replaces, o.ID.Value) {
				list = append(list, notices.Finding{
					Pos: t.Replaces[0].Pos, About: o.ID.Value,
					Message: "The list of the bodies that are replaced leaves out " + organisationName(o) + ", from which the controller took over too.",
					Fix:     "Add it to the list, or correct succeeded_by in its file:\n\n- " + o.ID.Value,
					Related: []notices.Related{{Pos: o.SucceededBy[0].Pos, Message: "who took over from it"}},
				})
			}
		}
		return list
	},
}

// succeeds reports whether a controller of the notice took over from the body.
func (s *Subject) succeeds(o *notices.Organisation) bool {
	for _, ref := range o.SucceededBy {
		if s.isController(ref) {
			return true
		}
	}
	return false
}

const tookOver = "kind: transition\n"

func oldCouncil(kind, successor string) string {
	return "-- content/organisations/old-" + kind + ".yaml --\nname: Old " + kind + " Council\npublic_authority: yes\nuntil: 2023-03-31\nsucceeded_by: [" + successor + "]\n"
}
