package rules

import (
	"notices.example/notices"
	"notices.example/notices/pattern"
)

// besides is what can be left out of the name of a source without making it any clearer.
var besides = pattern.MustCompile(`,? ?\b(mentioned|listed|named|described|set out) (above|below|elsewhere|here)\b|\bpublic |\bprivate |\blocal `)

var sourceVague = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "source-vague", Title: "A source could be anybody", Severity: notices.Warning,
		Provisions: []string{"14(2)(f)", "12(1)"}, Item: "source", Section: notices.SourcesSection,
		Why: "“Third parties” or “other organisations” could be anybody. If you cannot name the source, say what kind of body it is, " +
			"what it does and in which sector (WP260 rev.01, annex).",
		Bad:  plotData + "sources:\n  - name: Public bodies and other organisations\n    data: [plot]\n    publicly_available: no\n",
		Good: plotData + plotSource,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, src := range s.Notice.Sources.Items {
			if isVagueSource(src) {
				list = append(list, notices.Finding{
					Pos: src.Name.Pos, About: src.ID.Value,
					Message: quote(src.Name.Value) + " could be anybody: readers cannot tell where their data comes from.",
					Fix:     "Name the body, or say what it does and in which sector:\n\nname: …",
				})
			}
		}
		return list
	},
}

// isVagueSource reports whether a source could be anybody. Of such a one nothing
// else is asked before it is known who it is.
func isVagueSource(src notices.Source) bool {
	return !src.Organisation.Said() && vagueRecipient.MatchString(besides.ReplaceAllString(plain(src.Name.Value), ""))
}

var matchingSourceMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "matching-source-missing", Title: "Does matching bring in data from others?", Severity: notices.Advice,
		Provisions: []string{"5(1)(a)", "14(2)(f)", "14(1)(d)"}, Item: "source", Section: notices.SourcesSection,
		Why: "Data matching compares records of several bodies or services, and mostly something comes back. Then data comes from others, " +
			"and the notice has to say from whom. If nothing comes back, say that there are no sources.",
		Bad:  tenancyPurpose + "    activities: [data-matching]\n",
		Good: tenancyPurpose + "    activities: [data-matching]\nsources: none\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Article14 || written(s.Notice.Sources.Pos) {
			return nil
		}
		for _, p := range s.Notice.Purposes {
			for _, a := range p.Activities {
				if a.Is("data-matching") {
					return finding(notices.Finding{
						Pos: a.Pos, About: p.ID.Value,
						Message: "Records are matched for the purpose " + purposeName(p) + ", but the notice says nothing on data that comes from others. Does none come back?",
						Fix:     "If data comes from others, name them as sources. If none does, say so:\n\nsources: none",
					})
				}
			}
		}
		return nil
	},
}
