package rules

import "notices.example/notices"

var profilingContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "profiling-contradicted", Title: "“No profiling” is contradicted", Severity: notices.Error,
		Provisions: []string{"5(1)(a)", "4(4)"}, Section: notices.AutomatedDecisionsSection,
		Why: "The notice denies profiling, but one of its purposes involves it. Choosing whom to contact by what is known of them mostly is profiling too: " +
			"there the finding is advice, and a reason with the denial settles it.",
		Bad:  "profiling: none\n" + tenancyPurpose + "    activities: [profiling]\n",
		Good: "profiling:\n  - what: We look at who gives up plots early.\n" + tenancyPurpose + "    activities: [profiling]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.Notice.Profiling.None {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			for _, a := range p.Activities {
				f := notices.Finding{
					Pos: a.Pos, About: p.ID.Value,
					Message: "The notice says that there is no profiling, but the purpose " + purposeName(p) + " involves it.",
					Fix:     "Describe the profiling in place of “none”, or take the activity out:\n\nprofiling:\n  - what: …\n    effect: …",
					Related: []notices.Related{{Pos: s.Notice.Profiling.Pos, Message: "profiling is denied here"}},
				}
				switch {
				case a.Is("profiling"):
				case a.Is("targeting") && !s.Notice.Profiling.Reason.Said():
					f.Severity = notices.Advice
					f.Message = "The notice says that there is no profiling, but the purpose " + purposeName(p) + " chooses people by what is known of them. Is that not profiling?"
					f.Fix = "Describe it in place of “none”, or say why it is none:\n\nprofiling:\n  none: …"
				default:
					continue
				}
				list = append(list, f)
			}
		}
		return list
	},
}

var profilingMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "profiling-missing", Title: "Nothing is said about profiling", Severity: notices.Warning,
		Provisions: []string{"4(4)", "5(1)(a)"}, Section: notices.AutomatedDecisionsSection,
		Why: "To choose people by what is known of them is profiling, even when a person takes the decisions. " +
			"The law does not ask for a statement in so many words, but fairness does (recital 60).",
		Bad:  tenancyPurpose + "    activities: [targeting]\n",
		Good: tenancyPurpose + "    activities: [targeting]\nprofiling:\n  - what: We invite tenants of some sites only.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Notice.Profiling.Said() || !s.Notice.Profiling.Pos.IsZero() {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if p.Does("profiling", "targeting") {
				list = append(list, notices.Finding{
					Pos: p.Activities[0].Pos, About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " singles people out by what is known of them, but the notice does not speak of profiling.",
					Fix:     "Describe it, or write “none” with a reason if it is something else:\n\nprofiling:\n  - what: …\n    effect: …",
				})
			}
		}
		return list
	},
}
