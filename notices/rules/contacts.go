package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
)

var contactUnknown = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "contact-unknown", Title: "A contact is named that the controller does not have", Severity: notices.Error,
		Provisions: []string{"12(2)"},
		Why:        "A notice names the contact for rights or complaints by its role. The details come from the file of the controller, so the role has to be there.",
		Bad:        "rights:\n  how: Write to us.\n  contact: rights-requests\n",
		Good:       "rights:\n  how: Write to us.\n  contact: data-protection-officer\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, role := range s.namedContacts() {
			if role.Said() && len(s.Notice.Controllers) > 0 && !s.anyHas(role.Value) {
				if slices.ContainsFunc(s.Notice.Controllers, s.roleRefused) || role.Is(dpoRole) && s.missing("dpo") {
					continue // that may be the one, or dpo-missing tells
				}
				list = append(list, notices.Finding{
					Pos: role.Pos, About: role.Value,
					Message: s.noController() + " contact with the role " + quote(role.Value) + s.takenFrom(role.Pos) + ".",
					Fix: fmt.Sprintf("Add the contact to content/organisations/%s.yaml, or name another role:\n\ncontacts:\n  - role: %s\n    email: …",
						s.Notice.Controllers[0].ID.Value, role.Value),
				})
			}
		}
		return list
	},
}

// takenFrom says where the role comes from when that is the corporate notice of
// another controller: the place alone would puzzle readers.
func (s *Subject) takenFrom(place notices.Pos) string {
	if from := s.corporateName(); from.id == "" || place.File != from.pos.File {
		return ""
	}
	c := s.corporate()
	for _, ref := range s.Notice.Controller {
		if notices.Refers(c.Controller, ref.Value) {
			return ""
		}
	}
	return ", which its notices take over from here"
}

func (s *Subject) namedContacts() []notices.Term {
	var list []notices.Term
	if r := s.Notice.Rights; r != nil {
		list = append(list, r.Contact)
	}
	if c := s.Notice.Complaints; c != nil && c.ToController != nil {
		list = append(list, c.ToController.Contact)
	}
	return list
}

// noController starts a sentence on what no controller has. It names them in
// full: on a site of several bodies “the council” could be any of them.
func (s *Subject) noController() string {
	var names []string
	for _, o := range s.Notice.Controllers {
		names = append(names, organisationName(o))
	}
	if len(names) == 1 {
		return "The controller " + names[0] + " has no"
	}
	return "None of the controllers " + some(names) + " has a"
}

func (s *Subject) anyHas(role string) bool {
	for _, o := range s.Notice.Controllers {
		if _, ok := s.contact(o, role); ok {
			return true
		}
	}
	return false
}

var contactRoleRepeated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "contact-role-repeated", Title: "Two contacts for the same role", Severity: notices.Warning,
		Provisions: []string{"12(2)"}, Section: notices.ControllerSection,
		Why: "A contact can have several ways to be reached: post, email, phone. Two contacts for one role leave people unsure which is right, " +
			"and pages show only the first.",
		Bad: "-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n" +
			"  - role: data-protection-officer\n    email: dpo@anytown.example\n  - role: data-protection-officer\n    email: privacy@anytown.example\n",
		Good: "-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n" +
			"  - role: data-protection-officer\n    email: dpo@anytown.example\n    phone: 0300 123 4567\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		for _, o := range s.Set.Corpus.Organisations {
			first := map[string]notices.Pos{}
			for _, c := range o.Contacts {
				earlier, repeated := first[c.Role.Value]
				switch {
				case !c.Role.Said():
				case !repeated:
					first[c.Role.Value] = c.Role.Pos
				default:
					list = append(list, notices.Finding{
						Pos: c.Role.Pos, About: c.Role.Value,
						Message: fmt.Sprintf("%s has two contacts with the role %s.", organisationName(o), quote(c.Role.Value)),
						Fix:     "Put all ways to reach them into one contact, or give the other its own role.",
						Related: []notices.Related{{Pos: earlier, Message: "the first one"}},
					})
				}
			}
		}
		return list
	},
}
