package rules

import (
	"fmt"
	"path"
	"strings"

	"notices.example/notices"
)

var controllerMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "controller-missing", Title: "The controller is missing", Severity: notices.Error,
		Provisions: []string{"13(1)(a)", "14(1)(a)", "DPA 2018 s.44(1)(a)"}, Item: "controller", Section: notices.ControllerSection,
		Why:  "People have to know which body is responsible for their data. Everything else, from rights to complaints, starts there.",
		Bad:  "# No controller is named.\n",
		Good: "controller: anytown-council\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Notice.Controller) > 0 || s.keyRefused("controller") { // a name that is not known is reported by inherit
			return nil
		}
		return finding(notices.Finding{
			Message: "The notice does not say which body is the controller, the body responsible for the data.",
			Fix:     s.controllerFix(),
		})
	},
}

func lookUpController(s *Subject) answer {
	for _, o := range s.Notice.Controllers {
		if !o.Name.Said() || !s.reachable(o) {
			return answer{refused: refused(o.Name) || channelRefused(o) || s.contactsRefused(o)}
		}
	}
	if len(s.Notice.Controllers) == 0 {
		return answer{refused: len(s.Notice.Controller) > 0} // inherit reports the name
	}
	return given(firstPos(s.Notice.Controller[0].Pos, s.Notice.Controllers[0].Pos))
}

// controllerFix shows how the controller is named: the one that the other notices in
// the folder have, or the only public body there is. Otherwise it names none, since
// a wrong one that is pasted would be published.
func (s *Subject) controllerFix() string {
	const sentence, lines = "Name the organisation by the name of its file in content/organisations", "\n\ncontroller: "
	if id := s.around.controllerIn(path.Dir(s.Notice.Pos.File)); id != "" {
		return sentence + ". The other notices in this folder name this one:" + lines + id
	}
	var bodies []string
	for _, o := range s.around.organisations() {
		if o.PublicAuthority.Yes() {
			bodies = append(bodies, o.ID.Value)
		}
	}
	const readable = 20
	switch {
	case len(bodies) == 1:
		return sentence + ":" + lines + bodies[0]
	case len(bodies) == 0:
		return sentence + ":" + lines + "…"
	case len(bodies) > readable:
		return fmt.Sprintf("%s. Some of the public bodies there are: %s.%s…", sentence, strings.Join(bodies[:readable], ", "), lines)
	}
	return sentence + ". The public bodies there are: " + strings.Join(bodies, ", ") + "." + lines + "…"
}

var controllerNameMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "controller-name-missing", Title: "The controller has no name", Severity: notices.Error,
		Provisions: []string{"13(1)(a)", "14(1)(a)", "DPA 2018 s.44(1)(a)"}, Item: "controller", Section: notices.ControllerSection,
		Why:  "The notice must give the identity of the controller: the full name people would write on a letter.",
		Bad:  "-- content/organisations/anytown-council.yaml --\n# No name is given.\n",
		Good: "-- content/organisations/anytown-council.yaml --\nname: Anytown Council\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, o := range s.Notice.Controllers {
			if unwritten(o.Name.Said(), o.Name.Pos) {
				list = append(list, notices.Finding{
					Pos: o.Pos, About: o.ID.Value,
					Message: "The organisation “" + o.ID.Value + "” has no name.",
					Fix:     "Add its full name:\n\nname: …",
				})
			}
		}
		return list
	},
}

var controllerContactMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "controller-contact-missing", Title: "The controller cannot be reached", Severity: notices.Error,
		Provisions: []string{"13(1)(a)", "14(1)(a)", "DPA 2018 s.44(1)(a)"}, Item: "controller", Section: notices.ControllerSection,
		Why: "The notice must give the controller's contact details. Where several bodies are joint controllers, " +
			"people may turn to each of them (Article 26(3)), so each needs a way to be reached.",
		Bad: "controller: [anytown-council, county-council]\njoint_arrangement:\n  essence: Either council answers you.\n  contact: anytown-council\n" +
			"-- content/organisations/county-council.yaml --\nname: County Council\npublic_authority: no\n",
		Good: "controller: [anytown-council, county-council]\njoint_arrangement:\n  essence: Either council answers you.\n  contact: anytown-council\n" +
			"-- content/organisations/county-council.yaml --\nname: County Council\npublic_authority: no\naddress: County Hall, Anytown\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, o := range s.Notice.Controllers {
			if !s.reachable(o) && !channelRefused(o) && !s.contactsRefused(o) {
				list = append(list, notices.Finding{
					Pos: o.Pos, About: o.ID.Value,
					Message: fmt.Sprintf("There is no way to reach the controller %s: no address and no contact.", organisationName(o)),
					Fix: "Add an address or a contact to its file:\n\naddress: …\ncontacts:\n" +
						"  - role: general\n    phone: …",
				})
			}
		}
		return list
	},
}

var publicAuthorityNotSaid = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "public-authority-not-said", Title: "Not said whether the controller is a public authority", Severity: notices.Warning,
		Provisions: []string{"37(1)(a)", "6(1)"}, Section: notices.ControllerSection,
		Why: "A public authority must have a data protection officer, and cannot rely on legitimate interests for its own tasks. " +
			"Unless the file of the organisation says which it is, these points cannot be checked.",
		Bad:  "-- content/organisations/anytown-council.yaml --\n# public_authority is left out.\n",
		Good: "-- content/organisations/anytown-council.yaml --\npublic_authority: yes\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, o := range s.Notice.Controllers {
			if unwritten(o.PublicAuthority.Said(), o.PublicAuthority.Pos) {
				list = append(list, notices.Finding{
					Pos: o.Pos, About: o.ID.Value,
					Message: fmt.Sprintf("It is not said whether %s is a public authority.", organisationName(o)),
					Fix:     "Say yes or no in its file. A council is one:\n\npublic_authority: …",
				})
			}
		}
		return list
	},
}

var jointArrangementMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "joint-arrangement-missing", Title: "What the joint controllers agreed is missing", Severity: notices.Error,
		Provisions: []string{"26(2)"}, Section: notices.ControllerSection,
		Why: "Bodies that decide together why and how data is used are joint controllers. " +
			"People must be able to read the essence of what they agreed: who does what, and whom to ask.",
		Bad: "controller: [anytown-council, county-council]\n" +
			"-- content/organisations/county-council.yaml --\nname: County Council\npublic_authority: no\naddress: County Hall, Anytown\n" +
			"contacts:\n  - role: rights-requests\n    email: data@county.example\n",
		Good: "controller: [anytown-council, county-council]\njoint_arrangement:\n" +
			"  essence: Anytown Council lets the plots. The county keeps the register. You can ask either about your data.\n  contact: anytown-council\n" +
			"-- content/organisations/county-council.yaml --\nname: County Council\npublic_authority: no\naddress: County Hall, Anytown\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Notice.Controller) < 2 || s.Notice.JointArrangement.Essence.Said() {
			return nil
		}
		return finding(notices.Finding{
			Pos:     firstPos(s.Notice.JointArrangement.Pos, s.Notice.Controller[0].Pos),
			Message: "The notice names several controllers, but not the essence of what they agreed.",
			Fix: "Say in a sentence or two who does what, and whom people can ask:\n\njoint_arrangement:\n" +
				"  essence: …\n  contact: " + s.Notice.Controller[0].Value,
		})
	},
}
