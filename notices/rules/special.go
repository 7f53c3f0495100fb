package rules

import (
	"fmt"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

func isSpecial(d notices.DataItem) bool { return d.SpecialCategory.Said() }

const healthData = "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n" +
	"  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n" +
	"  - id: mobility\n    label: Whether you need a raised bed\n    special_category: health\n    provision: optional\n    if_not_given: We offer you any plot.\n" +
	"retention:\n  - data: [name, email, mobility]\n    period: 6 years\n    from: the end of your tenancy\n"

const tenancyPurpose = "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n"

var conditionMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "special-category-condition-missing", Title: "No condition for special category data", Severity: notices.Error,
		Provisions: []string{"9(2)"}, Section: notices.PurposesSection,
		Why: "Some kinds of data may not be used at all unless a condition of Article 9(2) holds: health, ethnic origin, belief, " +
			"sexual orientation and a few others. Each purpose that uses them needs one, besides its lawful basis.",
		Bad: healthData + tenancyPurpose + "  - id: raised-beds\n    purpose: Offer you a plot you can work\n    data: [mobility]\n    lawful_basis: contract\n",
		Good: healthData + tenancyPurpose + "  - id: raised-beds\n    purpose: Offer you a plot you can work\n    data: [mobility]\n    lawful_basis: contract\n" +
			"    condition: explicit-consent\n    withdrawal: Tell us, and we take it off your record.\n    note: We ask you to tick a box.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, u := range s.purposesUsing(isSpecial) {
			if !unwritten(u.Purpose.Condition.Said(), u.Purpose.Condition.Pos) || s.Law.UnderPart3(*u.Purpose) {
				continue
			}
			f := notices.Finding{
				Pos: u.Purpose.Pos, About: u.Purpose.ID.Value,
				Message: fmt.Sprintf("The purpose %s uses special category data (%s), but the notice names no condition for it.",
					purposeName(*u.Purpose), some(itemNames(u.items()))),
				Fix: "Ask your data protection officer which condition of Article 9(2) holds, and name it:\n\ncondition: …",
			}
			for _, d := range u.items() {
				f.Related = append(f.Related, notices.Related{Pos: d.SpecialCategory.Pos, Message: itemName(d) + " is special category data"})
			}
			list = append(list, f)
		}
		return list
	},
}

var conditionUnneeded = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "special-category-condition-unneeded", Title: "A condition, but no special category data", Severity: notices.Warning,
		Provisions: []string{"9(2)"}, Section: notices.PurposesSection,
		Why: "A condition of Article 9(2) makes sense only where a purpose uses special category data. " +
			"Either the data it uses is not marked as such, or the condition is left over.",
		Bad:  tenancyPurpose + "    condition: explicit-consent\n    withdrawal: Tell us.\n    note: We ask you to tick a box.\n",
		Good: tenancyPurpose,
	},
	Check: func(s *Subject) []notices.Finding {
		special := map[string]bool{}
		for _, u := range s.purposesUsing(func(d notices.DataItem) bool { return isSpecial(d) || unmarkedWord(d) != "" }) {
			special[u.Purpose.ID.Value] = true // of what is unmarked, special-category-unmarked tells
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if p.Condition.Said() && len(p.Data) > 0 && !special[p.ID.Value] && !s.mayHold(p) {
				list = append(list, notices.Finding{
					Pos: p.Condition.Pos, About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " has a condition for special category data, but uses no such data.",
					Fix:     "Mark the data item it is for, or take the condition out:\n\nspecial_category: health",
				})
			}
		}
		return list
	},
}

// mayHold reports whether the purpose uses free text, in which people may write
// anything.
func (s *Subject) mayHold(p notices.Purpose) bool {
	for _, ref := range p.Data {
		if d, ok := s.Notice.DataItem(ref.Value); ok && d.FreeText.Yes() {
			return true
		}
	}
	return false
}

var specialCategoryDenied = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "special-category-denied", Title: "Special category data is denied, but listed", Severity: notices.Error,
		Provisions: []string{"5(1)(a)", "9(1)"}, Section: notices.DataSection,
		Why: "The notice says both that there is no special category data and that there is. One of the two is wrong.",
		Bad: healthData + "special_category_data: none\n" + tenancyPurpose +
			"  - id: raised-beds\n    purpose: Offer you a plot you can work\n    data: [mobility]\n    lawful_basis: contract\n" +
			"    condition: explicit-consent\n    withdrawal: Tell us.\n    note: We ask you to tick a box.\n",
		Good: "special_category_data: none\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return deniedButListed(s.Notice.SpecialCategoryData, s.Notice.Data, func(d notices.DataItem) (notices.Finding, bool) {
			if !isSpecial(d) {
				return notices.Finding{}, false
			}
			return notices.Finding{
				Pos: d.SpecialCategory.Pos, About: d.ID.Value,
				Message: "The notice says that it has no special category data, but " + itemName(d) + " is marked as such.",
				Fix:     "Take out special_category_data: none, or the mark on the item.",
			}, true
		})
	},
}

// notSpecial matches what people often take for special category data.
var notSpecial = pattern.MustCompile(`(?i)\b(gender|sex|age|date of birth|year of birth|marital|civil partnership|employment|job|income|salary|education|school)\b`)

// trulySpecial matches words that make such a label special after all.
var trulySpecial = pattern.MustCompile(`(?i)\b(sexual|sex life|reassign|health|disab|medical|special educational needs|faith|relig|belief|worship|church|ethnic|race\b|racial|` +
	`politic|trade union|union member|biometric|genetic|fit(ness)? (for|to)\b|fit notes?|sick|illness|pregnan|maternity|absence|care needs|condition)`)

var specialCategoryDoubtful = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "special-category-doubtful", Title: "This may not be special category data", Severity: notices.Warning,
		Provisions: []string{"9(1)"}, Section: notices.DataSection,
		Why: "Article 9 has a closed list. Gender, age, marital status, income, education and employment are not on it, though the Equality Act protects " +
			"some of them. To mark them costs conditions and documents that the law does not ask for.",
		Bad: "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n" +
			"  - id: email\n    label: Your marital status\n    special_category: sex-life\n    provision: optional\n    if_not_given: Nothing happens.\n" +
			tenancyPurpose + "    condition: explicit-consent\n    withdrawal: Tell us.\n    note: We ask you to tick a box.\n",
		Good: "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n" +
			"  - id: email\n    label: Your marital status\n    provision: optional\n    if_not_given: Nothing happens.\n" + tenancyPurpose,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.Notice.Data {
			word := notSpecial.FindString(d.Label.Value)
			if isSpecial(d) && word != "" && !trulySpecial.MatchString(d.Label.Value) {
				list = append(list, notices.Finding{
					Pos: d.SpecialCategory.Pos, About: d.ID.Value,
					Message: fmt.Sprintf("%s is marked as special category data, but %s is not on the list of Article 9.", itemName(d), quote(word)),
					Fix:     "Take out special_category, unless the item reveals something that is on the list. Then say so in the label.",
				})
			}
		}
		return list
	},
}
