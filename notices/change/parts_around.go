package change

import (
	"strings"

	"notices.example/notices"
)

// together is what else a notice says of who is responsible for what.
func together(e edition) (list []item) {
	if e.ProvidedBy.Said() {
		list = append(list, item{key: "provided", name: "the service is run by " + e.body(e.ProvidedBy, notices.Text{})})
	}
	for _, p := range e.AlsoProcessorFor {
		list = append(list, item{key: p.Organisation.Value, name: "we also act for " + e.body(p.Organisation, p.Name), facts: []fact{
			{label: "the cases", values: text(p.When), weight: Material},
		}})
	}
	list = append(list, item{key: "joint", name: "what the bodies have agreed", facts: []fact{
		{label: "what you need to know of it", values: text(e.JointArrangement.Essence), weight: Material},
		{label: "whom to turn to", values: said(e.name(e.JointArrangement.Contact)), weight: Material},
		{label: "the agreement", values: said(e.JointArrangement.Agreement.Value), weight: Material},
	}})
	for _, s := range e.JointArrangement.Shares {
		list = append(list, item{key: "share " + s.Organisation.Value, name: e.name(s.Organisation), facts: []fact{
			{label: "what it looks after", values: text(s.For), weight: Material},
		}})
	}
	return list
}

// kinds is what the notice says of the data as a whole.
func kinds(e edition) []item {
	none := func(d notices.Denial) []value {
		if d.None {
			return said(strings.TrimSpace("none " + d.Reason.Value))
		}
		return nil
	}
	return []item{{key: "kinds", name: "The data as a whole", facts: []fact{
		{label: "that there is no special category data", values: none(e.SpecialCategoryData), weight: Material},
		{label: "that there is no data about offences", values: none(e.CriminalOffenceData), weight: Material},
		{label: "that it is not used for law enforcement", values: none(e.LawEnforcementProcessing), weight: Material},
		{label: "we tell children by", values: quoted(e.Children.Items), list: true, weight: Material},
	}}}
}

func notCollected(e edition) (list []item) {
	for _, t := range e.NotCollected {
		list = append(list, item{name: lower(t.Value)})
	}
	return list
}

func access(e edition) (list []item) {
	for _, a := range e.Access {
		list = append(list, item{name: lower(a.Who.Value), facts: []fact{
			{label: "whether they can recognise you", values: said(spaced(a.Sees.Value)), weight: Material},
			{label: "they see", values: e.data(a.Data), list: true, weight: Material},
			{label: "what they see it for", values: text(a.Why), weight: Material},
		}})
	}
	return list
}

// transition is from whom and to whom services go, and where to turn meanwhile.
func transition(e edition) (list []item) {
	t := e.Transition
	if t == nil {
		return nil
	}
	list = append(list, item{key: "transition", name: "the change of council", facts: []fact{
		{label: "its first day", values: said(t.From.String()), weight: Material},
		{label: "its last day", values: said(t.Until.String()), weight: Material},
		{label: "it replaces", values: e.names(t.Replaces), list: true, weight: Material},
	}})
	for _, r := range t.Routes {
		list = append(list, item{name: lower(r.Topic.Value), facts: []fact{
			{label: "you ask", values: e.names(r.Organisation), list: true, weight: Material},
			{label: "the notice", values: said(r.Notice.Value), weight: Wording},
			{label: "the page", values: said(r.Link.Value), weight: Wording},
		}})
	}
	return list
}

func services(e edition) (list []item) {
	for _, c := range e.Covers {
		list = append(list, item{name: c.Name.Value, facts: []fact{
			{label: "its notice", values: said(strings.TrimSpace(c.Notice.Value + " " + c.Link.Value)), weight: Wording},
		}})
	}
	return list
}

func documents(e edition) (list []item) {
	for _, d := range e.Documents {
		list = append(list, item{name: d.Title.Value, facts: []fact{
			{label: "where it is", values: said(d.Link.Value), weight: Wording},
			{label: "what it is about", values: text(d.About), weight: Wording},
		}})
	}
	for _, r := range e.ReadWith {
		list = append(list, item{name: "the notice " + r.Value})
	}
	return list
}

// texts are what is read as it is.
func texts(e edition) []item {
	return []item{{key: "notice", name: e.Title.Value, facts: []fact{
		{label: "the name of the service", values: text(e.Service), weight: Wording},
		{label: "the summary", values: text(e.Summary), weight: Wording, quiet: true},
		{label: "the text", values: said(e.Body.Source), weight: Wording, quiet: true},
		{label: "we say", values: quoted(e.Security), list: true, weight: Wording},
	}}}
}

// name gives the name of a body that is named; nothing when none is.
func (e edition) name(ref notices.Ref) string {
	if !ref.Said() {
		return ""
	}
	return e.body(ref, notices.Text{})
}

func (e edition) names(refs []notices.Ref) (values []value) {
	for _, r := range refs {
		values = append(values, value{r.Value, e.name(r)})
	}
	return values
}
