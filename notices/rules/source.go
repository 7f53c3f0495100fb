package rules

import (
	"slices"

	"notices.example/notices"
)

const plotData = nameOf + emailItem + "  - id: plot\n    label: The state of your plot\n    origin: obtained\n" +
	"purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email, plot]\n    lawful_basis: contract\n" +
	"retention:\n  - data: [name, email, plot]\n    period: 6 years\n    from: the end of your tenancy\n"

var sourceMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "source-missing", Title: "The source of data is missing", Severity: notices.Error,
		Provisions: []string{"14(2)(f)"}, Item: "source", Section: notices.SourcesSection,
		Why:  "When data does not come from the people themselves, the notice says where it comes from.",
		Bad:  plotData,
		Good: plotData + "sources:\n  - name: The allotment association\n    data: [plot]\n    publicly_available: no\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("source") {
			return nil
		}
		var list []notices.Finding
		for _, d := range s.withoutSource() {
			list = append(list, notices.Finding{
				Pos: d.Pos, About: d.ID.Value,
				Message: "The notice does not say where " + itemName(d) + " comes from.",
				Fix:     "Name the source:\n\nsources:\n  - name: …\n    data: " + ids([]notices.DataItem{d}) + "\n    publicly_available: no",
			})
		}
		return list
	},
}

func lookUpSource(s *Subject) answer {
	if !s.Article14 {
		return s.unneededOf(onlyFromPeople)
	}
	if len(s.withoutSource()) > 0 {
		return answer{}
	}
	return given(firstPos(s.Notice.Sources.Pos, s.Notice.Sources.Items[0].Pos))
}

// obtained gives the items that come from elsewhere; all items when none says so.
func (s *Subject) obtained() []notices.DataItem {
	if list := without(s.Notice.Data, func(d *notices.DataItem) bool { return !d.Origin.Is("obtained") }); len(list) > 0 {
		return list
	}
	return s.Notice.Data
}

// withoutSource gives the items obtained elsewhere that no source is for. One
// source that names no data may stand for all of it.
func (s *Subject) withoutSource() []notices.DataItem {
	var list []notices.DataItem
	for _, d := range s.Notice.Data {
		from := func(src notices.Source) bool { return len(src.Data) == 0 || notices.Refers(src.Data, d.ID.Value) }
		if d.Origin.Is("obtained") && !slices.ContainsFunc(s.Notice.Sources.Items, from) {
			list = append(list, d)
		}
	}
	return list
}

var sourceNameMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "source-name-missing", Title: "A source has no name", Severity: notices.Error,
		Provisions: []string{"14(2)(f)"}, Item: "source", Section: notices.SourcesSection,
		Why:  "A source needs a name, or words that say what kind of body or register it is.",
		Bad:  plotData + "sources:\n  - data: [plot]\n    publicly_available: no\n",
		Good: plotData + "sources:\n  - name: The allotment association\n    data: [plot]\n    publicly_available: no\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, src := range s.Notice.Sources.Items {
			if !src.Name.Said() && !src.Organisation.Said() && !written(src.Name.Pos, src.Organisation.Pos) {
				list = append(list, notices.Finding{
					Pos: src.Pos, About: src.ID.Value,
					Message: "One of the sources has no name.",
					Fix:     "Name the organisation by its file, or say what kind of source it is:\n\nname: …",
				})
			}
		}
		return list
	},
}

var sourcePublicMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "source-public-missing", Title: "Not said whether a source is public", Severity: notices.Warning,
		Provisions: []string{"14(2)(f)"}, Item: "source", Section: notices.SourcesSection,
		Why: "The law wants to know whether data came from publicly accessible sources, such as the open register or a website. " +
			"A person, a sign-in service and a service that checks identities are none, so nothing need be said of them.",
		Bad:  plotData + "sources:\n  - name: The allotment association\n    data: [plot]\n",
		Good: plotData + "sources:\n  - name: The allotment association\n    data: [plot]\n    publicly_available: no\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, src := range s.Notice.Sources.Items {
			private := src.Kind.Is("sign-in-service", "identity-verifier", "person")
			if !private && !isVagueSource(src) && unwritten(src.PubliclyAvailable.Said(), src.PubliclyAvailable.Pos) {
				list = append(list, notices.Finding{
					Pos: src.Pos, About: src.ID.Value,
					Message: "The notice does not say whether the source " + s.sourceName(src) + " is open to the public.",
					Fix:     "Say yes or no:\n\npublicly_available: …",
				})
			}
		}
		return list
	},
}

func (s *Subject) sourceName(src notices.Source) string {
	if src.Organisation.Said() {
		return s.bodyName(src.Organisation)
	}
	if src.Name.Said() {
		return quote(src.Name.Value)
	}
	return quote(src.ID.Value)
}

var sourceDataMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "source-data-missing", Title: "Not said which data a source gives", Severity: notices.Warning,
		Provisions: []string{"14(1)(d)", "14(2)(f)"}, Item: "source", Section: notices.SourcesSection,
		Why:  "People should be able to tell what each source says about them, and so where to turn when it is wrong.",
		Bad:  plotData + "sources:\n  - name: The allotment association\n    publicly_available: no\n",
		Good: plotData + "sources:\n  - name: The allotment association\n    data: [plot]\n    publicly_available: no\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Notice.Data) == 0 {
			return nil
		}
		var list []notices.Finding
		for _, src := range s.Notice.Sources.Items {
			if len(src.Data) == 0 && !isVagueSource(src) {
				list = append(list, notices.Finding{
					Pos: src.Pos, About: src.ID.Value,
					Message: "The notice does not say which data comes from the source " + s.sourceName(src) + ".",
					Fix:     "Name the data by its IDs, such as:\n\ndata: " + ids(s.obtained()),
				})
			}
		}
		return list
	},
}
