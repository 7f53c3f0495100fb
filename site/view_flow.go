package site

import (
	"slices"
	"strconv"
	"strings"

	"notices.example/notices"
)

// FlowView shows the way information takes: from whom it comes, who is responsible
// and who gets it. The lists say the same in words, together with the tables that
// they lead to, so that nobody has to read the names twice; the picture may group.
type FlowView struct {
	Words   *Words
	Picture Picture
	Lists   []FlowList
}

// FlowList is one step of the way, with everyone who stands there.
type FlowList struct {
	Label string
	Names []FlowName
	Own   []FlowName // those that the table does not name
	Table Link       // to the table that names all others; it has no words when there is none
	Us    bool       // those who are responsible
}

// FlowName is someone who gives or gets information, and the country.
type FlowName struct {
	Name    Text
	Country string
}

// flow gives the way information takes, when the notice says who gets it.
func (e *edition) flow() *FlowView {
	if !e.c.Recipients.Said() || len(e.c.Controllers) == 0 {
		return nil
	}
	words := e.words.Flow
	from, us, to := FlowList{Label: words.From, Names: e.givers()}, FlowList{Label: words.Us, Names: e.responsible(), Us: true}, FlowList{Label: words.To, Names: e.getters()}
	from.Own, us.Own, to.Own = from.Names, us.Names, to.Names
	if n := len(e.c.Sources.Items); n > 0 {
		from.Own, from.Table = from.Names[:len(from.Names)-n], Link{Text: plainText(words.Sources), Href: "#sources--table"}
	}
	if len(e.c.Recipients.Items) > 0 {
		to.Own, to.Table = nil, Link{Text: plainText(words.Recipients), Href: "#recipients--table"}
	}
	v := &FlowView{Words: e.words, Lists: []FlowList{from, us, to}}
	v.Picture = e.words.picture(v.Lists)
	return v
}

func (e *edition) responsible() (names []FlowName) {
	for _, o := range e.c.Controllers {
		names = append(names, FlowName{Name: e.nameOf(o)})
	}
	return names
}

// givers gives the person, where the data does not all come from others, and the
// sources that are named; where data comes from others who are not named, it says
// no more than that.
func (e *edition) givers() (names []FlowName) {
	own, others := len(e.c.Data) == 0, false
	for _, d := range e.c.Data {
		own = own || !d.Origin.Is("obtained", "derived")
		others = others || d.Origin.Is("obtained")
	}
	if own {
		names = append(names, FlowName{Name: Text{Value: e.words.Flow.You}})
	}
	for _, s := range e.c.Sources.Items {
		names = append(names, FlowName{Name: e.named(s.Organisation, s.Name).Text})
	}
	if len(e.c.Sources.Items) == 0 && (others || !own) {
		names = append(names, FlowName{Name: Text{Value: e.words.Flow.Unsaid}})
	}
	return names
}

// getters gives the recipients in their order, each with its country.
func (e *edition) getters() (names []FlowName) {
	if e.c.Recipients.None {
		return []FlowName{{Name: Text{Value: e.words.KeyFacts.NoOne}}}
	}
	for i := range e.c.Recipients.Items {
		name := FlowName{Name: e.nameOfRecipient(i).Text}
		if country := e.countryOf(&e.c.Recipients.Items[i]); country != "" {
			name.Country = e.words.Country(country)
		}
		names = append(names, name)
	}
	return names
}

// told says when people are told of data that comes from others, as GDPR Article
// 14(3) lays down; not where the notice relies on an exemption from telling them.
func (e *edition) told() LawSays {
	_, fromOthers := e.c.Articles()
	exempt := slices.ContainsFunc(e.c.Exemptions, func(x notices.Exemption) bool { return strings.HasPrefix(x.Provision.Value, "14(5)") })
	if !fromOthers || exempt {
		return LawSays{}
	}
	return e.lawSays(e.words.Flow.Told, "14(3)")
}

// others says how many are left out of the picture.
func (w *Words) others(n int) string {
	return fillIn(w.KeyFacts.More, "and", w.and(strconv.Itoa(n)), "n", strconv.Itoa(n))
}
