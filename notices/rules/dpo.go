package rules

import (
	"fmt"

	"notices.example/notices"
)

const dpoRole = "data-protection-officer"

var dpoMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "dpo-missing", Title: "The data protection officer is missing", Severity: notices.Error,
		Provisions: []string{"13(1)(b)", "14(1)(b)", "37(1)(a)", "DPA 2018 s.44(1)(b)"}, Item: "dpo", Section: notices.ControllerSection,
		Why: "Every public authority must have a data protection officer, and its notices must say how to contact them. " +
			"Give the role and a shared address, never a person's name: people change posts.",
		Bad: "rights:\n  how: Write to us at the Town Hall.\n" +
			"-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n",
		Good: "rights:\n  how: Write to us at the Town Hall.\n" +
			"-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n" +
			"  - role: data-protection-officer\n    email: dpo@anytown.example\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("dpo") {
			return nil
		}
		var list []notices.Finding
		for _, o := range s.needDPO() {
			if _, named := s.contact(o, dpoRole); !named && !s.roleRefused(o) {
				list = append(list, notices.Finding{
					Pos: o.Pos, About: o.ID.Value,
					Message: fmt.Sprintf("%s is a public authority, but it is not said how to reach its data protection officer.", organisationName(o)),
					Fix: "Add the officer to the contacts, by role and with a shared address:\n\ncontacts:\n" +
						"  - role: data-protection-officer\n    email: …",
				})
			}
		}
		return list
	},
}

var dpoUnreachable = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "dpo-unreachable", Title: "The data protection officer cannot be reached", Severity: notices.Error,
		Provisions: []string{"13(1)(b)", "14(1)(b)", "DPA 2018 s.44(1)(b)"}, Item: "dpo", Section: notices.ControllerSection,
		Why: "The law asks for the contact details of the data protection officer. A name or a title alone does not help anyone reach them.",
		Bad: "-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n" +
			"  - role: data-protection-officer\n    label: Information team\n",
		Good: "-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n" +
			"  - role: data-protection-officer\n    label: Information team\n    post: Town Hall, High Street, Anytown\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, o := range s.Notice.Controllers {
			if c, named := s.contact(o, dpoRole); named && !c.Reachable() && !written(c.Post.Pos, c.Email.Pos, c.Phone.Pos, c.Textphone.Pos, c.Form.Pos) {
				list = append(list, notices.Finding{
					Pos: c.Pos, About: o.ID.Value,
					Message: fmt.Sprintf("The data protection officer of %s is named, but not how to reach them.", organisationName(o)),
					Fix:     "Add at least one way to reach them:\n\nemail: …",
				})
			}
		}
		return list
	},
}

func lookUpDPO(s *Subject) answer {
	if len(s.Notice.Controllers) == 0 {
		return unclear(controllerNotKnown)
	}
	var found answer
	for _, o := range s.Notice.Controllers {
		if c, ok := s.contact(o, dpoRole); ok && c.Reachable() && !found.given {
			found = given(c.Pos)
		}
	}
	need := s.needDPO()
	for _, o := range need {
		if c, ok := s.contact(o, dpoRole); !ok || !c.Reachable() {
			return answer{refused: !ok && s.roleRefused(o)}
		}
	}
	if o, unsaid := s.perhapsAuthority(); unsaid && !found.given && len(need) == 0 {
		return unclear("it is not said whether " + organisationName(o) + " is a public authority")
	}
	if !found.given && len(need) == 0 {
		return unneeded("no controller is a public authority, and none names an officer")
	}
	return found
}

// perhapsAuthority gives the first controller of which it is not said whether it
// is a public authority.
func (s *Subject) perhapsAuthority() (*notices.Organisation, bool) {
	for _, o := range s.Notice.Controllers {
		if !o.PublicAuthority.Said() {
			return o, true
		}
	}
	return nil, false
}

// needDPO gives the controllers that must have a data protection officer:
// public authorities, Article 37(1)(a). Whether large-scale monitoring, points
// (b) and (c), brings one in cannot be read from a notice.
func (s *Subject) needDPO() []*notices.Organisation {
	var list []*notices.Organisation
	for _, o := range s.Notice.Controllers {
		if s.isPublicAuthority(o) {
			list = append(list, o)
		}
	}
	return list
}
