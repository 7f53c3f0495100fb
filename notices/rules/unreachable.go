package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
)

const overseasTrust = "controller: [anytown-council, overseas-trust]\njoint_arrangement:\n  essence: You can ask either of us.\n  contact: anytown-council\n" +
	"-- content/organisations/overseas-trust.yaml --\nname: Overseas Trust\npublic_authority: no\nestablished: US\n" +
	"address: 1 Main Street, Springfield\nrepresentative: local-agent\n-- content/organisations/local-agent.yaml --\nname: Local Agent\n"

var representativeUnreachable = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "representative-unreachable", Title: "The representative cannot be reached", Severity: notices.Error,
		Provisions: []string{"13(1)(a)", "14(1)(a)", "27"}, Item: "representative", Section: notices.ControllerSection,
		Why:  "People turn to the representative of a body from abroad in its place. So the notice must say how to reach it, not only what it is called.",
		Bad:  overseasTrust,
		Good: overseasTrust + "address: 2 High Street, Anytown\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, o := range s.establishedAbroad() {
			agent := s.organisation(o.Representative)
			if agent == nil || s.reachable(agent) || channelRefused(agent) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: agent.Pos, About: agent.ID.Value,
				Message: fmt.Sprintf("%s represents %s, but there is no way to reach it.", organisationName(agent), organisationName(o)),
				Fix:     "Add an address or a contact to its file:\n\naddress: …",
			})
		}
		return list
	},
}

const twoCouncils = "controller: [anytown-council, county-council]\njoint_arrangement:\n  essence: Anytown lets the plots. The county keeps the register.\n"

const countyCouncil = "-- content/organisations/county-council.yaml --\nname: County Council\npublic_authority: no\naddress: County Hall, Anytown\n"

var jointControllerUnreachable = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "joint-controller-unreachable", Title: "One of the joint controllers has no contact", Severity: notices.Warning,
		Provisions: []string{"26(1)", "26(3)", "12(2)"}, Item: "controller", Section: notices.ControllerSection,
		Why: "People may use their rights against each joint controller. A postal address names a building, not a team that answers. " +
			"Give each of them a contact, or name the one that answers for all as the contact point.",
		Bad:  twoCouncils + countyCouncil,
		Good: twoCouncils + "  contact: anytown-council\n" + countyCouncil,
	},
	Check: func(s *Subject) []notices.Finding {
		point := s.Notice.JointArrangement.Contact
		if len(s.Notice.Controllers) < 2 || written(point.Pos) {
			return nil
		}
		var list []notices.Finding
		for _, o := range s.Notice.Controllers {
			if !o.Address.Said() || s.hasContact(o) || channelRefused(o) {
				continue // without an address either, controller-contact-missing tells
			}
			list = append(list, notices.Finding{
				Pos: o.Pos, About: o.ID.Value,
				Message: fmt.Sprintf("%s is one of several controllers, and there is only an address for it. Nobody there is named who answers requests.", organisationName(o)),
				Fix:     "Add a contact to its file:\n\ncontacts:\n  - role: rights-requests\n    email: …",
			})
		}
		return list
	},
}

// hasContact reports whether the body, or the one that is accountable for it, has
// a contact that can be reached.
func (s *Subject) hasContact(o *notices.Organisation) bool {
	contacts := o.Contacts
	if host := s.organisation(o.HostedBy); host != nil {
		contacts = slices.Concat(contacts, host.Contacts)
	}
	return slices.ContainsFunc(contacts, notices.Contact.Reachable)
}

const recordsTeam = "rights:\n  how: Write to us.\n  contact: rights-requests\n-- content/organisations/anytown-council.yaml --\ncontacts:\n" +
	"  - role: data-protection-officer\n    email: dpo@anytown.example\n  - role: complaints\n    email: complaints@anytown.example\n" +
	"  - role: rights-requests\n    label: Records team\n"

var contactUnreachable = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "contact-unreachable", Title: "A contact cannot be reached", Severity: notices.Error,
		Provisions: []string{"12(2)"}, Section: notices.ControllerSection,
		Why:  "The notice sends people to this contact with their request or complaint. A name without an address, a number or a form leads nowhere.",
		Bad:  recordsTeam,
		Good: recordsTeam + "    email: records@anytown.example\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, role := range s.namedContacts() {
			for _, o := range s.Notice.Controllers {
				c, ok := s.contact(o, role.Value)
				switch {
				case !ok || role.Is(dpoRole): // dpo-unreachable tells
				case c.Reachable() || written(c.Post.Pos, c.Email.Pos, c.Phone.Pos, c.Textphone.Pos, c.Form.Pos):
				default:
					list = append(list, notices.Finding{
						Pos: c.Pos, About: role.Value,
						Message: fmt.Sprintf("The notice sends people to the contact %s of %s, but does not say how to reach it.", quote(role.Value), organisationName(o)),
						Fix:     "Add at least one way to reach it:\n\nemail: …",
					})
				}
			}
		}
		return list
	},
}
