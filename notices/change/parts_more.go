package change

import (
	"cmp"
	"slices"
	"strings"

	"notices.example/notices"
)

func recipients(e edition) (list []item) {
	for _, r := range e.Recipients.Items {
		name, what := e.body(r.Organisation, r.Name), cmp.Or(inAll(e.data(r.Data)), "your information")
		list = append(list, item{key: r.Ref(), name: name, whole: what + " with " + name, facts: []fact{
			{label: "it gets", values: e.data(r.Data), list: true, weight: Material},
			{label: "what it is in law", values: said(spaced(r.Role.Value)), weight: Material},
			{label: "what it gets it for", values: text(r.Purpose), weight: Material},
			{label: "it serves", values: e.purposes(r.Purposes), list: true, weight: Material},
			{label: "the cases", values: text(r.When), weight: Material},
			{label: "the law that asks for it", values: text(r.RequiredBy), weight: Material},
			{label: "the country", values: said(r.Country.Value), weight: Material},
			{label: "these include", values: quoted(r.Examples), list: true, weight: Material},
			{label: "who it works for", values: said(e.recipient(r.For)), weight: Material},
		}})
	}
	return list
}

func promises(e edition) (list []item) {
	for _, p := range e.NeverSharedFor {
		list = append(list, item{name: lower(p.Value)})
	}
	return list
}

func transfers(e edition) (list []item) {
	for _, t := range e.Transfers.Items {
		name := inAll(terms(t.Countries))
		if who := e.recipient(t.Recipient); who != "" {
			name = who + " (" + name + ")"
		}
		list = append(list, item{key: t.ID.Value, name: name, facts: []fact{
			{label: "it goes to", values: terms(t.Countries), list: true, weight: Material},
			{label: "what protects it", values: meaning("safeguard", t.Safeguard), weight: Material},
			{label: "which decision or agreement", values: text(t.Detail), weight: Material},
			{label: "how to get a copy", values: text(t.Copy), weight: Material},
			{label: "it covers", values: e.data(t.Data), list: true, weight: Material},
			{label: "the cases", values: text(t.When), weight: Material},
			{label: "where to read the safeguards", values: said(t.CopyLink.Value), weight: Material},
		}})
	}
	return list
}

// retention are the rows on how long things are kept. They have no IDs: a row is
// known by the IDs of what it is about.
func retention(e edition) (list []item) {
	for _, r := range e.Retention {
		about := slices.Concat(e.data(r.Data), e.purposes(r.Purposes), terms(r.Channels), text(r.What))
		if len(about) == 0 {
			about = said("your information")
		}
		if r.HeldBy.Said() {
			about = append(about, value{r.HeldBy.Value, "held by " + e.body(r.HeldBy, notices.Text{})})
		}
		list = append(list, item{key: keysOf(about), name: inAll(about), facts: []fact{
			{label: "how long we keep this", values: said(r.Period.Words()), weight: Material},
			{label: "how the time is decided", values: text(r.Criteria), weight: Material},
			{label: "when that time begins", values: text(r.From), weight: Material},
			{label: "what happens then", values: said(spaced(r.Then.Value)), weight: Material},
			{label: "the exceptions", values: text(r.Exceptions), weight: Material},
			{label: "the row of our schedule", values: text(r.Schedule.Row), weight: Wording},
			{label: "our schedule", values: said(r.Schedule.Link.Value), weight: Wording},
		}})
	}
	return list
}

func decisions(e edition) (list []item) {
	for _, d := range e.AutomatedDecisions.Items {
		list = append(list, item{key: d.ID.Value, name: lower(d.What.Value), facts: []fact{
			{label: "what it goes by", values: text(d.Logic), weight: Material},
			{label: "what it means for you", values: text(d.Significance), weight: Material},
			{label: "what may follow", values: text(d.Consequences), weight: Material},
			{label: "it uses", values: e.data(d.Data), list: true, weight: Material},
			{label: "how a person looks at it", values: text(d.Safeguards.HumanIntervention), weight: Material},
			{label: "how to contest it", values: text(d.Safeguards.Contest), weight: Material},
			{label: "how to put your view", values: text(d.Safeguards.Representations), weight: Material},
			{label: "it serves", values: e.purposes(d.Purposes), list: true, weight: Material},
			{label: "whether artificial intelligence takes part", values: answer(d.UsesAI), weight: Material},
		}})
	}
	return list
}

func profiling(e edition) (list []item) {
	for _, p := range e.Profiling.Items {
		list = append(list, item{key: p.ID.Value, name: lower(p.What.Value), facts: []fact{
			{label: "it uses", values: e.data(p.Data), list: true, weight: Material},
			{label: "what it means for you", values: text(p.Effect), weight: Material},
			{label: "it serves", values: e.purposes(p.Purposes), list: true, weight: Material},
			{label: "whether artificial intelligence takes part", values: answer(p.UsesAI), weight: Material},
		}})
	}
	return list
}

func artificialIntelligence(e edition) (list []item) {
	for _, a := range e.ArtificialIntelligence.Items {
		list = append(list, item{name: lower(a.What.Value), facts: []fact{
			{label: "it uses", values: e.data(a.Data), list: true, weight: Material},
			{label: "what it is not used for", values: text(a.Limits), weight: Material},
			{label: "it serves", values: e.purposes(a.Purposes), list: true, weight: Material},
		}})
	}
	return list
}

// rights are how to use them, and what the body says of single ones.
func rights(e edition) (list []item) {
	r := e.Rights
	if r == nil {
		return nil
	}
	list = append(list, item{key: "how", name: "how to use them", facts: []fact{
		{label: "the way to ask", values: text(r.How), weight: Material},
		{label: "whom to ask", values: said(spaced(r.Contact.Value)), weight: Material},
		{label: "what proof of identity we ask for", values: text(r.Identity), weight: Material},
		{label: "how soon you get an answer", values: text(r.TimeLimit), weight: Material},
		{label: "how to take back consent", values: text(r.WithdrawConsent), weight: Material},
		{label: "where to read more", values: said(r.Link.Value), weight: Wording},
	}})
	for _, s := range r.Statements {
		list = append(list, item{key: s.Right.Value, name: inAll(meaning("right", s.Right)), facts: []fact{
			{label: "whether you can use it", values: said(s.Applies.Value), weight: Material},
			{label: "the reason", values: text(s.Reason), weight: Material},
		}})
	}
	return list
}

func complaints(e edition) (list []item) {
	if e.Complaints == nil {
		return nil
	}
	for _, way := range []struct {
		name  string
		route *notices.ComplaintRoute
	}{{"to us", e.Complaints.ToController}, {"to the regulator", e.Complaints.ToRegulator}} {
		if way.route != nil {
			list = append(list, item{key: way.name, name: way.name, facts: []fact{
				{label: "the way", values: text(way.route.How), weight: Material},
				{label: "whom to turn to", values: said(spaced(way.route.Contact.Value)), weight: Material},
				{label: "the regulator", values: meaning("regulator", way.route.Regulator), weight: Material},
				{label: "the form", values: said(way.route.Form.Value), weight: Material},
				{label: "what happens, step by step,", values: quoted(way.route.Stages), weight: Material},
			}})
		}
	}
	return list
}

// keysOf gives what a row is known by that is about those.
func keysOf(about []value) string {
	var keys []string
	for _, v := range about {
		keys = append(keys, cmp.Or(v.key, v.words))
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}
