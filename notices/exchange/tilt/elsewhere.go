package tilt

import (
	"notices.example/notices"
)

// transfers gives what goes to other countries, an entry for each country.
func (w *writer) transfers() []Transfer {
	list := []Transfer{}
	for _, t := range w.c.Transfers.Items {
		for _, country := range t.Countries {
			list = append(list, w.transfer(t, country.Value))
		}
		if len(t.Countries) == 0 {
			w.note("The notice names no country for a transfer, so TILT does not have it.")
		}
	}
	if !w.c.Transfers.Said() {
		w.note("The notice does not say whether data leaves the country; in TILT that reads as if it did not.")
	}
	return list
}

func (w *writer) transfer(t notices.Transfer, country string) Transfer {
	out := Transfer{Country: country}
	safeguard, known := w.law.Safeguard(t.Safeguard.Value)
	if !known {
		return out
	}
	label, _ := safeguard.Label.In("en")
	s := Statement{Available: true, Description: joined("; ", label, t.Detail.Value, t.Copy.Value, t.CopyLink.Value)}
	switch {
	case safeguard.Kind == "adequacy":
		out.Adequacy = s
	case t.Safeguard.Is("standard-contractual-clauses", "idta", "uk-addendum"):
		out.Clauses = s
	case safeguard.Kind == "appropriate":
		out.Guarantees = s
	default:
		w.note("TILT has no place for a transfer that rests on Article 49 (" + label + ").")
	}
	return out
}

// sources gives where items come from that the person does not give.
func (w *writer) sources() []DataSource {
	list := []DataSource{}
	for _, item := range w.c.Data {
		if from := w.sourcesOf(item); len(from) > 0 {
			list = append(list, DataSource{ID: item.ID.Value, Category: item.Label.Value, Sources: from})
		}
	}
	if !w.c.Sources.Said() {
		w.note("The notice does not say whether data comes from anyone else; in TILT that reads as if it did not.")
	}
	return list
}

// sourcesOf gives the sources of an item: those that name it, and for what is obtained
// those that name no item.
func (w *writer) sourcesOf(item notices.DataItem) (list []Source) {
	for _, s := range w.c.Sources.Items {
		if !notices.Refers(s.Data, item.ID.Value) && !(len(s.Data) == 0 && item.Origin.Is("obtained")) {
			continue
		}
		out := Source{Description: joined("; ", s.Name.Value, s.When.Value), Public: s.PubliclyAvailable.Yes()}
		if o := w.set.Organisations[s.Organisation.Value]; o != nil {
			out.Description, out.URL = joined("; ", o.Name.Value, s.When.Value), o.Website.Value
		}
		list = append(list, out)
	}
	return list
}

// decisions gives the decisions without people, and the profiles.
func (w *writer) decisions() Decisions {
	d := Decisions{InUse: len(w.c.AutomatedDecisions.Items)+len(w.c.Profiling.Items) > 0}
	for _, a := range w.c.AutomatedDecisions.Items {
		d.Logic = joined("\n", d.Logic, joined(": ", a.What.Value, a.Logic.Value))
		d.Scope = joined("\n", d.Scope, a.Significance.Value, a.Consequences.Value)
	}
	for _, p := range w.c.Profiling.Items {
		d.Logic, d.Scope = joined("\n", d.Logic, p.What.Value), joined("\n", d.Scope, p.Effect.Value)
	}
	if d.InUse && (d.Logic == "" || d.Scope == "") {
		w.note("The notice does not say what its decisions or profiles go by, or what they mean for a person; TILT's field for it is empty.")
	}
	if !w.c.AutomatedDecisions.Said() {
		w.note("The notice does not say whether decisions are made without people; in TILT that reads as if there were none.")
	}
	return d
}
