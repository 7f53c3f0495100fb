package rules

import (
	"fmt"

	"notices.example/notices"
)

var representativeMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "representative-missing", Title: "The representative is missing", Severity: notices.Error,
		Provisions: []string{"13(1)(a)", "14(1)(a)", "27"}, Item: "representative", Section: notices.ControllerSection,
		Why: "A controller that is established abroad has to name a representative here, and the notice has to say who that is. " +
			"Public authorities need none.",
		Bad: "controller: [anytown-council, overseas-trust]\njoint_arrangement:\n  essence: You can ask either of us.\n  contact: anytown-council\n" +
			"-- content/organisations/overseas-trust.yaml --\n" +
			"name: Overseas Trust\npublic_authority: no\nestablished: US\naddress: 1 Main Street, Springfield\n",
		Good: "controller: [anytown-council, overseas-trust]\njoint_arrangement:\n  essence: You can ask either of us.\n  contact: anytown-council\n" +
			"-- content/organisations/overseas-trust.yaml --\n" +
			"name: Overseas Trust\npublic_authority: no\nestablished: US\naddress: 1 Main Street, Springfield\n" +
			"representative: anytown-council\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("representative") {
			return nil
		}
		var list []notices.Finding
		for _, o := range s.establishedAbroad() {
			if !o.Representative.Said() {
				list = append(list, notices.Finding{
					Pos: firstPos(o.Established.Pos, o.Pos), About: o.ID.Value,
					Message: fmt.Sprintf("%s is established outside %s, but its representative there is not named.",
						organisationName(o), s.territory()),
					Fix: "Name the organisation that represents it, and give that organisation a file:\n\nrepresentative: …",
				})
			}
		}
		return list
	},
}

func lookUpRepresentative(s *Subject) answer {
	abroad := s.establishedAbroad()
	if len(s.Notice.Controllers) == 0 {
		return unclear(controllerNotKnown)
	}
	if len(abroad) == 0 {
		return unneeded("no controller that needs one is established outside " + s.territory())
	}
	for _, o := range abroad {
		if !o.Representative.Said() {
			return answer{}
		}
	}
	return given(abroad[0].Representative.Pos)
}

// establishedAbroad gives the controllers that Article 27 asks for a
// representative. Article 27(2)(b) leaves out public authorities.
func (s *Subject) establishedAbroad() []*notices.Organisation {
	var list []*notices.Organisation
	for _, o := range s.Notice.Controllers {
		if o.Established.Said() && s.Law.Outside(o.Established.Value) && !o.PublicAuthority.Yes() {
			list = append(list, o)
		}
	}
	return list
}

func (s *Subject) territory() string {
	name, _ := s.Law.Territory.Name.In("en")
	return name
}
