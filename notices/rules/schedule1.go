package rules

import (
	"fmt"
	"slices"
	"strconv"

	"notices.example/notices"
	"notices.example/notices/law"
)

const raisedBeds = "  - id: raised-beds\n    purpose: Offer you a plot you can work\n    data: [mobility]\n    lawful_basis: public-task\n" +
	"    basis_in_law: Equality Act 2010, section 29\n    condition: substantial-public-interest\n"

const policyDocument = "    policy_document: https://anytown.example/policy-document\n"

var schedule1Missing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "schedule-1-missing", Title: "The Schedule 1 condition is missing", Severity: notices.Warning,
		Provisions: []string{"9(2)", "DPA 2018 s.10"}, Section: notices.PurposesSection,
		Why: "In the UK some conditions of Article 9(2) hold only together with a condition of Schedule 1 to the Data Protection Act 2018. " +
			"Substantial public interest is the best known of them.",
		Bad:  healthData + tenancyPurpose + raisedBeds + policyDocument,
		Good: healthData + tenancyPurpose + raisedBeds + "    schedule_1: statutory-and-government-purposes\n" + policyDocument,
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Law.Schedule1) == 0 {
			return nil // as in the EU, which leaves it to the law of each country
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			c, ok := s.Law.Condition(p.Condition.Value)
			if !ok || len(c.Schedule1Parts) == 0 || !unwritten(p.Schedule1.Said(), p.Schedule1.Pos) {
				continue
			}
			label, _ := c.Label.In("en")
			list = append(list, notices.Finding{
				Pos: p.Condition.Pos, About: p.ID.Value,
				Message: fmt.Sprintf("The purpose %s names the condition %s, which also needs one of Schedule 1, %s.",
					purposeName(p), quote(label), parts(c.Schedule1Parts)),
				Fix: "Name the condition of Schedule 1 that holds:\n\nschedule_1: " + s.schedule1Example(c.Schedule1Parts),
			})
		}
		return list
	},
}

func parts(numbers []int) string {
	var list []string
	for _, n := range numbers {
		list = append(list, strconv.Itoa(n))
	}
	if len(list) == 1 {
		return "Part " + list[0]
	}
	return "Parts " + and(list)
}

// schedule1Example gives a condition of one of the parts that a fix can show.
func (s *Subject) schedule1Example(parts []int) string {
	for _, c := range s.Law.Schedule1 {
		if slices.Contains(parts, c.Part) {
			return c.ID
		}
	}
	return "…"
}

var schedule1WrongPart = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "schedule-1-wrong-part", Title: "The Schedule 1 condition is of the wrong part", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.10"}, Section: notices.PurposesSection,
		Why: "Conditions of Part 1 of Schedule 1 go with employment, health and research; those of Part 2 with substantial public interest. " +
			"One of another part does not make the use of the data lawful.",
		Bad:  healthData + tenancyPurpose + raisedBeds + "    schedule_1: health-or-social-care-purposes\n",
		Good: healthData + tenancyPurpose + raisedBeds + "    schedule_1: statutory-and-government-purposes\n" + policyDocument,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			c, _ := s.Law.Condition(p.Condition.Value)
			schedule1, wrong := s.ofWrongPart(p)
			if !wrong {
				continue
			}
			list = append(list, notices.Finding{
				Pos: p.Schedule1.Pos, About: p.ID.Value,
				Message: fmt.Sprintf("The purpose %s needs a condition of Schedule 1, %s, but %q is in Part %d.",
					purposeName(p), parts(c.Schedule1Parts), p.Schedule1.Value, schedule1.Part),
				Fix: "Name a condition of the right part, such as:\n\nschedule_1: " + s.schedule1Example(c.Schedule1Parts),
			})
		}
		return list
	},
}

// ofWrongPart gives the condition of Schedule 1 that a purpose names, if it is not of
// a part that goes with its condition of Article 9. It may be there for offence data.
func (s *Subject) ofWrongPart(p notices.Purpose) (law.Schedule1Condition, bool) {
	c, ok := s.Law.Condition(p.Condition.Value)
	named, known := s.Law.Schedule1Condition(p.Schedule1.Value)
	settled := !ok || !known || len(c.Schedule1Parts) == 0 || slices.Contains(c.Schedule1Parts, named.Part)
	return named, !settled && !p.OffenceCondition.Is("schedule-1")
}

// equalityCategories are the kinds of data that DPA 2018 Sch 1 para 8(2) names.
var equalityCategories = []string{"racial-or-ethnic-origin", "religious-or-philosophical-beliefs", "health", "sexual-orientation"}

var schedule1EqualityScope = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "schedule-1-equality-scope", Title: "Equality monitoring does not reach this far", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 Sch 1 para 8"}, Section: notices.PurposesSection,
		Why: "The equality condition is for seeing whether groups are treated alike. It covers ethnic origin, belief, health and sexual orientation only, " +
			"and not measures or decisions about one person, such as whom to invite.",
		Bad:  healthData + tenancyPurpose + raisedBeds + "    schedule_1: equality-of-opportunity\n    activities: [eligibility]\n" + policyDocument,
		Good: healthData + tenancyPurpose + raisedBeds + "    schedule_1: equality-of-opportunity\n    activities: [statistics]\n" + policyDocument,
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Law.Jurisdiction != "uk" {
			return nil
		}
		var list []notices.Finding
		for _, u := range s.purposesUsing(isSpecial) {
			if u.Purpose.Schedule1.Is("equality-of-opportunity") {
				list = append(list, s.outsideEquality(u)...)
			}
		}
		return list
	},
}

func (s *Subject) outsideEquality(u usedBy) []notices.Finding {
	var list []notices.Finding
	for _, d := range u.items() {
		if !d.SpecialCategory.Is(equalityCategories...) {
			list = append(list, notices.Finding{
				Pos: u.Purpose.Schedule1.Pos, About: u.Purpose.ID.Value,
				Message: fmt.Sprintf("The equality condition does not cover %s, which the purpose %s uses.", itemName(d), purposeName(*u.Purpose)),
				Fix:     "Take the item out of the purpose, or find the condition that covers it.",
				Related: []notices.Related{{Pos: d.SpecialCategory.Pos, Message: "this category is not one of the four"}},
			})
		}
	}
	for _, a := range u.Purpose.Activities {
		if a.Is("targeting", "eligibility", "profiling", "direct-marketing") {
			list = append(list, notices.Finding{
				Pos: a.Pos, About: u.Purpose.ID.Value,
				Message: fmt.Sprintf("The purpose %s involves %s, but the equality condition does not cover decisions about one person.",
					purposeName(*u.Purpose), quote(a.Value)),
				Fix: "Split the purpose: analysis of groups under the equality condition, and the rest under a condition of its own, such as:\n\ncondition: explicit-consent",
			})
		}
	}
	return list
}

var policyDocumentMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "policy-document-missing", Title: "The appropriate policy document is not linked", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 Sch 1 para 39"}, Section: notices.PurposesSection,
		Why: "Most conditions of Schedule 1 hold only while the body has an appropriate policy document, which says how it meets the principles " +
			"and how long the data is kept. To have it is the law; to link it lets people see that it is there.",
		Bad:  healthData + tenancyPurpose + raisedBeds + "    schedule_1: statutory-and-government-purposes\n",
		Good: healthData + tenancyPurpose + raisedBeds + "    schedule_1: statutory-and-government-purposes\n" + policyDocument,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			c, known := s.Law.Schedule1Condition(p.Schedule1.Value)
			if _, wrong := s.ofWrongPart(p); wrong {
				continue // another condition has to take its place first
			}
			if known && c.PolicyDocument && unwritten(p.PolicyDocument.Said(), p.PolicyDocument.Pos) {
				list = append(list, notices.Finding{
					Pos: p.Schedule1.Pos, About: p.ID.Value,
					Message: "The condition that the purpose " + purposeName(p) + " rests on needs an appropriate policy document, but none is linked.",
					Fix:     "Link the document:\n\npolicy_document: …",
				})
			}
		}
		return list
	},
}
