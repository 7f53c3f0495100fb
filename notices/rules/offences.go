package rules

import (
	"fmt"

	"notices.example/notices"
)

func isOffence(d notices.DataItem) bool { return d.CriminalOffence.Yes() }

const offenceData = "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n" +
	"  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n" +
	"  - id: theft\n    label: Thefts you were convicted of\n    criminal_offence: yes\n    provision: optional\n    if_not_given: Nothing happens.\n" +
	"retention:\n  - data: [name, email, theft]\n    period: 6 years\n    from: the end of your tenancy\n" + tenancyPurpose +
	"  - id: keyholder\n    purpose: Choose who holds the keys to the stores\n    data: [theft]\n    lawful_basis: public-task\n" +
	"    basis_in_law: Small Holdings and Allotments Act 1908, section 23\n"

var offenceConditionMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "offence-condition-missing", Title: "No condition for criminal offence data", Severity: notices.Error,
		Provisions: []string{"10"}, Section: notices.PurposesSection,
		Why: "Data on offences, convictions and allegations may be used only under official authority or where the law allows it; " +
			"in the UK that is a condition of Schedule 1. It is no special category, so a condition of Article 9 does not do.",
		Bad:  offenceData,
		Good: offenceData + "    offence_condition: official-authority\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, u := range s.purposesUsing(isOffence) {
			if unwritten(u.Purpose.OffenceCondition.Said(), u.Purpose.OffenceCondition.Pos) && !s.Law.UnderPart3(*u.Purpose) {
				list = append(list, notices.Finding{
					Pos: u.Purpose.Pos, About: u.Purpose.ID.Value,
					Message: fmt.Sprintf("The purpose %s uses criminal offence data (%s), but does not say what allows it.",
						purposeName(*u.Purpose), some(itemNames(u.items()))),
					Fix:     "Say whether it is official authority or a condition of Schedule 1:\n\noffence_condition: …",
					Related: []notices.Related{{Pos: u.items()[0].CriminalOffence.Pos, Message: "criminal offence data"}},
				})
			}
		}
		return list
	},
}

var offenceSchedule1Missing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "offence-schedule-1-missing", Title: "The Schedule 1 condition for offence data is missing", Severity: notices.Error,
		Provisions: []string{"10", "DPA 2018 s.10"}, Section: notices.PurposesSection,
		Why:  "A purpose that says a condition of Schedule 1 allows it to use offence data has to say which one.",
		Bad:  offenceData + "    offence_condition: schedule-1\n",
		Good: offenceData + "    offence_condition: schedule-1\n    schedule_1: statutory-and-government-purposes\n" + policyDocument,
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Law.Jurisdiction != "uk" {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if p.OffenceCondition.Is("schedule-1") && unwritten(p.Schedule1.Said(), p.Schedule1.Pos) {
				list = append(list, notices.Finding{
					Pos: p.OffenceCondition.Pos, About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " rests on Schedule 1 for criminal offence data, but does not name the condition.",
					Fix:     "Name it:\n\nschedule_1: …",
				})
			}
		}
		return list
	},
}

var offenceDenied = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "criminal-offence-denied", Title: "Criminal offence data is denied, but listed", Severity: notices.Error,
		Provisions: []string{"5(1)(a)", "10"}, Section: notices.DataSection,
		Why:  "The notice says both that there is no criminal offence data and that there is. One of the two is wrong.",
		Bad:  offenceData + "    offence_condition: official-authority\ncriminal_offence_data: none\n",
		Good: "criminal_offence_data: none\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return deniedButListed(s.Notice.CriminalOffenceData, s.Notice.Data, func(d notices.DataItem) (notices.Finding, bool) {
			if !isOffence(d) {
				return notices.Finding{}, false
			}
			return notices.Finding{
				Pos: d.CriminalOffence.Pos, About: d.ID.Value,
				Message: "The notice says that it has no criminal offence data, but " + itemName(d) + " is marked as such.",
				Fix:     "Take out criminal_offence_data: none, or the mark on the item.",
			}, true
		})
	},
}
