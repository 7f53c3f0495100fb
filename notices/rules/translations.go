package rules

import (
	"fmt"
	"maps"
	"slices"

	"notices.example/notices"
)

var translationStale = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "translation-stale", Title: "A translation follows an earlier version of the notice", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "12(1)"}, Section: notices.AboutSection,
		Why: "People who read the notice in the other language are told something else. A translation says which version it follows: translates is the day " +
			"on which the notice that was translated had last been updated. Until the two agree, the page in the other language says that there is a newer version.",
		Bad:  welshPlots + "translates: 2026-05-01\n",
		Good: welshPlots + "translates: 2026-06-22\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, t := range s.translations() {
			updated := s.Notice.Updated
			if !t.Translates.Said() || !updated.Said() || t.Translates.Time.Equal(updated.Time) {
				continue
			}
			f := notices.Finding{
				Pos:     t.Translates.Pos,
				Message: fmt.Sprintf("This translation follows the notice of %s, but the notice was updated on %s.", t.Translates, updated),
				Fix:     "Translate what has changed, then write:\n\ntranslates: " + updated.String(),
				Related: []notices.Related{{Pos: updated.Pos, Message: "the notice was last updated on this day"}},
			}
			if t.Translates.Time.After(updated.Time) {
				f.Message = fmt.Sprintf("This translation follows a notice of %s, but the notice says that it was last updated on %s, before that.", t.Translates, updated)
				f.Fix = "If the notice did change on that day, correct updated in the notice. Otherwise write here:\n\ntranslates: " + updated.String()
			}
			list = append(list, f)
		}
		return list
	},
}

var translationDateMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "translation-date-missing", Title: "A translation does not say which version it follows", Severity: notices.Advice, Section: notices.AboutSection,
		Why: "When the notice changes, nobody can tell that the translation is out of date. With translates, the day on which the notice that was translated " +
			"had last been updated, it is noticed.",
		Bad:  welshPlots,
		Good: welshPlots + "translates: 2026-06-22\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, t := range s.translations() {
			if updated := s.Notice.Updated; updated.Said() && unwritten(t.Translates.Said(), t.Translates.Pos) {
				list = append(list, notices.Finding{
					Pos:     t.Pos,
					Message: "The translation does not say which version of the notice it follows.",
					Fix:     "If it says all that the notice says now, write here:\n\ntranslates: " + updated.String(),
				})
			}
		}
		return list
	},
}

var translatesMisplaced = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "translates-misplaced", Title: "A notice that is no translation says which version it follows", Severity: notices.Warning, Section: notices.AboutSection,
		Why:  "translates belongs into the file of a translation, such as allotments.cy.yaml. In the notice itself nothing looks at it; the day of a change is written as updated.",
		Bad:  "updated: 2026-06-22\ntranslates: 2026-06-22\n",
		Good: "updated: 2026-06-22\n",
	},
	Check: func(s *Subject) []notices.Finding {
		written := s.Notice.Written.Translates
		if !written.Said() {
			return nil
		}
		return finding(notices.Finding{
			Pos:     written.Pos,
			Message: "This is not a translation, so it follows no other text.",
			Fix:     "Take the line out. The day of the last change is:\n\nupdated: " + written.String(),
		})
	},
}

const welshPlots = "-- content/site.yaml --\nlanguages: [en, cy]\n-- content/notices/allotments.cy.yaml --\ntitle: Rhandiroedd\n"

// translations gives the notice in its other languages, in the order of those.
func (s *Subject) translations() []*notices.Notice {
	var list []*notices.Notice
	for _, lang := range slices.Sorted(maps.Keys(s.Notice.Translations)) {
		list = append(list, s.Notice.Translations[lang])
	}
	return list
}
