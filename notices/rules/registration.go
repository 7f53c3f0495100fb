package rules

import (
	"fmt"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// ukRegistration is the form of numbers in the register of fee payers.
var ukRegistration = pattern.MustCompile(`^Z[A-Z0-9]\d{6}$`)

var registrationNumberForm = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "registration-number-form", Title: "The registration number looks wrong", Severity: notices.Warning, Section: notices.ControllerSection,
		Why:  "Numbers in the UK register of fee payers are a Z, a letter or digit, and six digits. Anything else cannot be found there.",
		Bad:  "-- content/organisations/anytown-council.yaml --\nregistration:\n  number: Z12345\n",
		Good: "-- content/organisations/anytown-council.yaml --\nregistration:\n  number: Z1234567\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		if s.Set.Jurisdiction() != "uk" {
			return nil
		}
		var list []notices.Finding
		for _, o := range s.Set.Corpus.Organisations {
			number := o.Registration.Number
			if number.Said() && !ukRegistration.MatchString(plainNumber(number)) {
				list = append(list, notices.Finding{
					Pos: number.Pos, About: o.ID.Value,
					Message: fmt.Sprintf("%s is not a number of the register: that is a Z, a letter or digit, and six digits.", quote(number.Value)),
					Fix:     "Look the number up in the regulator's register:\n\nregistration:\n  number: …",
				})
			}
		}
		return list
	},
}

func plainNumber(t notices.Text) string {
	return strings.ToUpper(strings.ReplaceAll(t.Value, " ", ""))
}

var registrationNumberShared = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "registration-number-shared", Title: "Two organisations with the same registration number", Severity: notices.Warning, Section: notices.ControllerSection,
		Why: "Each controller has a registration number of its own. A returning officer, for example, is a controller apart from the council, with its own number.",
		Bad: "-- content/organisations/anytown-council.yaml --\nregistration:\n  number: Z1234567\n" +
			"-- content/organisations/returning-officer.yaml --\nname: Returning officer\nregistration:\n  number: Z1234567\n",
		Good: "-- content/organisations/anytown-council.yaml --\nregistration:\n  number: Z1234567\n" +
			"-- content/organisations/returning-officer.yaml --\nname: Returning officer\nregistration:\n  number: Z7654321\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		first := map[string]*notices.Organisation{}
		for _, o := range s.Set.Corpus.Organisations {
			number := plainNumber(o.Registration.Number)
			other, taken := first[number]
			switch {
			case number == "":
			case !taken:
				first[number] = o
			case o.HostedBy.Value != other.ID.Value && other.HostedBy.Value != o.ID.Value:
				list = append(list, notices.Finding{
					Pos: o.Registration.Number.Pos, About: o.ID.Value,
					Message: fmt.Sprintf("%s and %s have the same registration number.", organisationName(o), organisationName(other)),
					Fix:     "Look both up in the regulator's register, and correct the one that is wrong.",
					Related: []notices.Related{{Pos: other.Registration.Number.Pos, Message: "the same number"}},
				})
			}
		}
		return list
	},
}
