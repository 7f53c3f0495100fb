package rules

import "notices.example/notices"

var holderNotRecipient = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "holder-not-recipient", Title: "A body has the data, but is not among the recipients", Severity: notices.Error,
		Provisions: []string{"4(9)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RetentionSection,
		Why: "A body that holds data for the council or runs the service receives the data, so it belongs in the list of recipients. " +
			"To name it elsewhere is not enough.",
		Bad:  printer + heldElsewhere,
		Good: printer + "  - organisation: archive-firm\n    role: processor\n    purpose: Keeps our old files\n" + heldElsewhere,
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Notice.Recipients.Items) == 0 {
			return nil // recipients-missing or recipients-contradicted tells
		}
		var list []notices.Finding
		for _, ref := range s.holders() {
			if s.isController(ref) || s.isHosted(ref) || s.isRecipient(ref) || s.organisation(ref) == nil {
				continue
			}
			list = append(list, notices.Finding{
				Pos: ref.Pos, About: ref.Value,
				Message: s.bodyName(ref) + " has the data, but is not among the recipients.",
				Fix:     "Add it to the recipients:\n\nrecipients:\n  - organisation: " + ref.Value + "\n    role: …\n    purpose: …",
			})
		}
		return list
	},
}

const heldElsewhere = "retention:\n  - data: [name, email]\n    held_by: archive-firm\n    period: 6 years\n    from: the end of your tenancy\n" +
	"-- content/organisations/archive-firm.yaml --\nname: Archive Firm\ncountry: GB\n"

// holders gives the bodies that the notice says provide the service or hold data.
func (s *Subject) holders() []notices.Ref {
	var list []notices.Ref
	if s.Notice.ProvidedBy.Said() {
		list = append(list, s.Notice.ProvidedBy)
	}
	for _, r := range s.Notice.Retention {
		if r.HeldBy.Said() {
			list = append(list, r.HeldBy)
		}
	}
	return list
}

func (s *Subject) isRecipient(ref notices.Ref) bool {
	for _, r := range s.Notice.Recipients.Items {
		if r.Organisation.Value == ref.Value {
			return true
		}
	}
	return false
}
