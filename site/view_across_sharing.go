package site

import (
	"slices"
	"strconv"

	"notices.example/notices"
)

// SharingPage says who is given information, in which notice and what for. The
// bodies stand first, then the kinds of recipients, then the notices under which
// nobody is given any and those that do not say.
type SharingPage struct {
	AcrossPage
	Lists []List[RecipientAcross]
	After []List[NoticeName]
}

// RecipientAcross is a body or a kind of recipient in all notices.
type RecipientAcross struct {
	ID        string
	Name      Link
	Countries []string
	Outside   string // the words for outside the territory of the law, when it is there
	Uses      []RecipientUse
}

// RecipientUse is what one notice says of a recipient.
type RecipientUse struct {
	Notice NoticeName
	Row    RecipientRow
}

// given is a body or a kind of recipient while it is gathered from the notices.
type given struct {
	id   string
	name Link
	uses []givenUnder
}

// givenUnder is a row of one notice, and the notice.
type givenUnder struct {
	e *entry
	*recipientRow
}

func (a *across) sharing() *subject {
	bodies, kinds := a.recipientsAcross()
	words := a.words.LookUp
	byName := func(g *given) string { return g.name.Text.Value }
	lists := filled(
		List[*given]{ID: "organisations", Title: Text{Value: a.words.Home.Organisations}, Groups: byLetter(a.abc, "organisations", bodies, byName)},
		List[*given]{ID: "kinds", Title: Text{Value: words.Kinds}, Groups: byLetter(a.abc, "kinds", kinds, byName)},
	)
	none := a.those("no-one", words.NoOne, func(e *entry) bool { return e.Sharing.None })
	if len(lists)+len(none.Groups) == 0 {
		return nil
	}
	after := filled(none, a.those("not-said", words.NotSaid, func(e *entry) bool { return !e.Sharing.Said }))
	size := func(g *given) int { return len(g.uses) }
	eachRow(lists, size, func(page int, g *given) {
		if g.name.Href == "" && len(g.uses) < 2 {
			return // the notice itself says as much
		}
		a.anchors[g.id] = acrossAddress("sharing", page)
	})
	return subjectOf("sharing", words.Sharing, words.SharingIntro, lists, after, size,
		func(page AcrossPage, lists []List[*given], after []List[*entry]) any {
			return &SharingPage{AcrossPage: page, Lists: onPage(lists, a.recipient), After: a.names(after)}
		})
}

// parts cuts a recipient that very many notices have.
func (g *given) parts(most int) []*given {
	return inParts(g.id, g.uses, most, func(id string, some []givenUnder) *given {
		part := *g
		part.id, part.uses = id, some
		return &part
	})
}

// recipientsAcross gathers what the notices say of each body, and of each kind of
// recipient by its name.
func (a *across) recipientsAcross() (bodies, kinds []*given) {
	index := map[string]*given{}
	for _, e := range a.entries {
		for i := range e.Recipients {
			r := &e.Recipients[i]
			list, id := &kinds, r.Kind
			if id == "" {
				list, id = &bodies, bodyAnchor(r.Who.Body)
			}
			name, known := a.link(r.Who), index[id]
			if known == nil {
				known = &given{id: id, name: name}
				index[id] = known
				*list = append(*list, known)
			}
			if known.name.Text.Lang != "" && name.Text.Lang == "" {
				known.name = name
			}
			known.uses = append(known.uses, givenUnder{e, r})
		}
	}
	return bodies, kinds
}

func bodyAnchor(id string) string { return "organisation--" + id }

// recipientID gives the anchor of a body, or of a kind of recipient: the same in
// every notice.
func (e *edition) recipientID(r notices.Recipient) string {
	if e.organisation(r.Organisation).Said() {
		return bodyAnchor(r.Organisation.Value)
	}
	return "kind--" + or(slug(e.plan.words[e.main].key(e.mainName(r))), "none")
}

// mainName gives the name of a recipient in the main language.
func (e *edition) mainName(r notices.Recipient) string {
	for _, main := range e.whole.Recipients.Items {
		if main.ID.Value == r.ID.Value && r.ID.Value != "" {
			return main.Name.Value
		}
	}
	return r.Name.Value
}

// recipient gives a body or a kind of recipient as the page shows it.
func (a *across) recipient(g *given) RecipientAcross {
	shown := RecipientAcross{ID: g.id, Name: g.name}
	for _, u := range g.uses {
		row := u.shown()
		if row.Country != "" && !slices.Contains(shown.Countries, row.Country) {
			shown.Countries = append(shown.Countries, row.Country)
		}
		if row.Outside {
			shown.Outside = a.wording(u.e.law.Territory.Outside).Value
		}
		shown.Uses = append(shown.Uses, RecipientUse{Notice: a.nameAt(u.e, notices.RecipientsSection, row.ID), Row: row})
	}
	return shown
}

// shown gives the row without the data, which the notice itself tells of.
func (u givenUnder) shown() RecipientRow {
	row := RecipientRow{
		ID: anchor("recipient", notices.ID{Value: u.ID}), Name: u.e.link(u.Who), Examples: mapTo(u.Examples, phrase.text),
		Role: u.e.label("recipient-role", notices.Term{Value: u.Role}), Purpose: u.Purpose.text(), Purposes: u.e.purposes(u.Purposes),
		When: u.When.text(), RequiredBy: u.RequiredBy.text(), Origin: u.e.origin(u.From),
	}
	if u.For != nil {
		row.For = u.e.link(*u.For)
	}
	if u.NotSaid {
		row.NotSaid = u.e.words.Notice.NotSaid
	}
	if u.Country != "" {
		row.Country, row.Outside = u.e.words.Country(u.Country), u.e.law.Outside(u.Country)
	}
	return row
}

// sharedWith gives the link to where a body, or a kind of recipient, stands with
// all that it is given.
func (p *place) sharedWith(id string) string {
	page, known := p.anchor(p.lang, id)
	if !known {
		return ""
	}
	return p.to(page) + "#" + id
}

// count says how often something is there.
func (p *place) count(n int) string { return fillIn(p.words.LookUp.InNotices, "n", strconv.Itoa(n)) }
