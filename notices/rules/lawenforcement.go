package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
)

const (
	dumping = tenancyPurpose + "  - id: dumping\n    purpose: Find out who dumps waste on the plots, and prosecute them\n    data: [name]\n" +
		"    activities: [law-enforcement]\n"
	dumpingLaw      = "    basis_in_law: Environmental Protection Act 1990, section 33\n"
	enforcementTask = "    law_enforcement_ground: task\n"
)

// enforcing gives the purposes that DPA 2018 Part 3 governs: none under other law.
func (s *Subject) enforcing() []notices.Purpose {
	if !s.Part3 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.Notice.Purposes), func(p notices.Purpose) bool { return !s.Law.UnderPart3(p) })
}

// enforcementPlace is where a purpose is said to be law enforcement.
func enforcementPlace(p notices.Purpose) notices.Pos {
	for _, a := range p.Activities {
		if a.Is("law-enforcement") {
			return a.Pos
		}
	}
	return firstPos(p.LawEnforcementGround.Pos, p.Pos)
}

var lawEnforcementDenied = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "law-enforcement-denied", Title: "Law enforcement is denied, but takes place", Severity: notices.Error,
		Provisions: []string{"5(1)(a)", "DPA 2018 s.44(1)(c)"}, Section: notices.DataSection,
		Why: "The notice says both that the data is not used for law enforcement and that it is. One of the two is wrong, " +
			"and people have other rights in law enforcement.",
		Bad:  dumping + dumpingLaw + enforcementTask + "law_enforcement_processing: none\n",
		Good: "law_enforcement_processing: none\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return deniedButListed(s.Notice.LawEnforcementProcessing, s.Notice.Purposes, func(p notices.Purpose) (notices.Finding, bool) {
			if !p.EnforcesLaw() {
				return notices.Finding{}, false
			}
			return notices.Finding{
				Pos: enforcementPlace(p), About: p.ID.Value,
				Message: "The notice says that there is no law enforcement, but the purpose " + purposeName(p) + " is marked as such.",
				Fix:     "Take out law_enforcement_processing: none, or the mark on the purpose.",
			}, true
		})
	},
}

var lawEnforcementGroundMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "law-enforcement-ground-missing", Title: "Not said what allows the law enforcement", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.35(2)", "DPA 2018 s.44(2)(a)"}, Section: notices.PurposesSection,
		Why: "Law enforcement is lawful only with the person's consent, or where a competent authority needs it for its task. The lawful bases of Article 6 do not apply. " +
			"Each person can ask for the legal basis in their own case, so it is best said in the notice.",
		Bad:  dumping + dumpingLaw,
		Good: dumping + dumpingLaw + enforcementTask,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.enforcing() {
			if !written(p.LawEnforcementGround.Pos, p.LawfulBasis.Pos) {
				list = append(list, notices.Finding{
					Pos: enforcementPlace(p), About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " is law enforcement, but the notice does not say what makes it lawful.",
					Fix:     "Say whether it is a task of the body or the person's consent. For a task, name the law as well:\n\nlaw_enforcement_ground: task\nbasis_in_law: …",
				})
			}
		}
		return list
	},
}

var lawEnforcementBasisWrong = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "law-enforcement-basis-wrong", Title: "Law enforcement rests on the UK GDPR", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.29", "DPA 2018 s.35(2)"}, Section: notices.PurposesSection,
		Why: "Part 3 of the Data Protection Act 2018 governs law enforcement, not the UK GDPR: neither the lawful bases of Article 6 nor the conditions of Articles 9 and 10 apply. " +
			"Preventing crime is not always law enforcement in this sense. A camera that keeps a building safe can be a public task.",
		Bad:  dumping + "    lawful_basis: public-task\n" + dumpingLaw,
		Good: dumping + dumpingLaw + enforcementTask,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.enforcing() {
			for _, wrong := range []struct {
				term notices.Term
				of   string
			}{
				{p.LawfulBasis, "a lawful basis of Article 6"}, {p.Condition, "a condition of Article 9"},
				{p.OffenceCondition, "what Article 10 asks for"}, {p.Schedule1, "a condition of Schedule 1"},
			} {
				if wrong.term.Said() {
					list = append(list, gdprWords(p, wrong.term, wrong.of))
					break // the others go with it
				}
			}
		}
		return list
	},
}

func gdprWords(p notices.Purpose, term notices.Term, of string) notices.Finding {
	f := notices.Finding{
		Pos: term.Pos, About: p.ID.Value,
		Message: fmt.Sprintf("The purpose %s is law enforcement, but names %s (%s). The UK GDPR does not apply to it.", purposeName(p), of, term.Value),
		Fix: "If the body prevents, investigates or prosecutes offences here by a function that the law gives it, put the words of Part 3 in its place. " +
			"If not, take law-enforcement out of the activities.\n\nlaw_enforcement_ground: task",
		Related: []notices.Related{{Pos: enforcementPlace(p), Message: "law enforcement"}},
	}
	if p.LawEnforcementGround.Said() {
		f.Fix = "Take it out: the notice names the ground of Part 3."
	}
	return f
}

var lawEnforcementFunctionMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "law-enforcement-function-missing", Title: "The function of law enforcement is not named", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.30(1)(b)", "DPA 2018 s.35(2)"}, Section: notices.PurposesSection,
		Why: "Only a competent authority may use data for law enforcement. Schedule 7 to the Data Protection Act 2018 lists the police and others, but no council. " +
			"Any other body is one only as far as a law gives it such a function, such as prosecuting people who dump waste. So the notice names that law.",
		Bad:  dumping + enforcementTask,
		Good: dumping + enforcementTask + dumpingLaw,
	},
	Check: func(s *Subject) []notices.Finding {
		if slices.ContainsFunc(s.Notice.Controllers, func(o *notices.Organisation) bool { return o.CompetentAuthority.Is("schedule-7") }) {
			return nil // competent-authority-unlisted looks after a council that says so
		}
		var list []notices.Finding
		for _, p := range s.enforcing() {
			task := p.LawEnforcementGround.Is("task") && !p.LawfulBasis.Said() // the others have their own finding
			if task && !refused(p.BasisInLaw) && namesNoLaw(p.BasisInLaw.Value) {
				list = append(list, notices.Finding{
					Pos: firstPos(p.BasisInLaw.Pos, p.LawEnforcementGround.Pos), About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " is law enforcement, but the notice does not name the law that gives the body this function.",
					Fix:     "Name the Act and section:\n\nbasis_in_law: …",
				})
			}
		}
		return list
	},
}

var lawEnforcementMisplaced = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "law-enforcement-misplaced", Title: "Words of law enforcement where it is none", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "DPA 2018 s.29"}, Section: notices.PurposesSection,
		Why: "The conditions of Schedule 8 are for law enforcement in the UK only. Any other purpose that uses special category data needs a condition of Article 9, " +
			"and in the EU law enforcement stands in the law of each country.",
		Bad:  tenancyPurpose + "    schedule_8: statutory-purposes\n",
		Good: tenancyPurpose,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			word := p.Schedule8
			if !word.Said() {
				word = p.LawEnforcementGround
			}
			if !word.Said() || s.Law.UnderPart3(p) {
				continue
			}
			f := notices.Finding{
				Pos: word.Pos, About: p.ID.Value,
				Message: "The purpose " + purposeName(p) + " names a condition of law enforcement, but is not marked as law enforcement.",
				Fix:     "Take it out. If the purpose is law enforcement, mark it:\n\nactivities: [law-enforcement]",
			}
			if p.EnforcesLaw() {
				f.Message = "The purpose " + purposeName(p) + " names what only the UK's law has: a ground or condition of law enforcement."
				f.Fix = "Take it out."
			}
			list = append(list, f)
		}
		return list
	},
}
