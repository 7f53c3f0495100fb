package site

import (
	"slices"
	"strconv"
	"strings"

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

func (a *across) sharing() *subject {
	bodies, kinds := a.recipientsAcross()
	words := a.words.LookUp
	byName := func(r RecipientAcross) string { return r.Name.Text.Value }
	lists := filled(
		List[RecipientAcross]{ID: "organisations", Title: Text{Value: a.words.Home.Organisations}, Groups: byLetter(a.abc, "organisations", bodies, byName)},
		List[RecipientAcross]{ID: "kinds", Title: Text{Value: words.Kinds}, Groups: byLetter(a.abc, "kinds", kinds, byName)},
	)
	none := a.those("no-one", words.NoOne, func(e *edition) bool { return e.c.Recipients.None })
	if len(lists)+len(none.Groups) == 0 {
		return nil
	}
	after := filled(none, a.those("not-said", words.NotSaid, func(e *edition) bool { return !e.c.Recipients.Said() }))
	size := func(r RecipientAcross) int { return len(r.Uses) }
	eachRow(lists, size, func(page int, r RecipientAcross) {
		if r.Name.Href == "" && len(r.Uses) < 2 {
			return // the notice itself says as much
		}
		a.anchors[r.ID] = acrossAddress("sharing", page)
	})
	return subjectOf("sharing", words.Sharing, words.SharingIntro, lists, after, size,
		func(page AcrossPage, lists []List[RecipientAcross], after []List[NoticeName]) any {
			return &SharingPage{AcrossPage: page, Lists: lists, After: after}
		})
}

// recipientsAcross gathers what the notices say of each body, and of each kind of
// recipient by its name.
func (a *across) recipientsAcross() (bodies, kinds []RecipientAcross) {
	index := map[string]int{}
	for _, e := range a.editions {
		for _, r := range e.c.Recipients.Items {
			list, id := &kinds, e.recipientID(r)
			if e.organisation(r.Organisation).Said() {
				list = &bodies
			}
			i, known := index[id]
			if !known {
				i = len(*list)
				index[id] = i
				*list = append(*list, RecipientAcross{ID: id, Name: e.named(r.Organisation, r.Name)})
			}
			if name := e.named(r.Organisation, r.Name); (*list)[i].Name.Text.Lang != "" && name.Text.Lang == "" {
				(*list)[i].Name = name
			}
			(*list)[i].add(a, e, r)
		}
	}
	return bodies, kinds
}

// recipientID gives the anchor of a body, or of a kind of recipient: the same in
// every notice.
func (e *edition) recipientID(r notices.Recipient) string {
	if e.organisation(r.Organisation).Said() {
		return "organisation--" + r.Organisation.Value
	}
	return "kind--" + or(slug(e.plan.words[e.main].key(e.mainName(r))), "none")
}

// mainName gives the name of a recipient in the main language.
func (e *edition) mainName(r notices.Recipient) string {
	for _, main := range e.other(e.c.ID.Value).Recipients.Items {
		if main.ID.Value == r.ID.Value && r.ID.Value != "" {
			return main.Name.Value
		}
	}
	return r.Name.Value
}

func (r *RecipientAcross) add(a *across, e *edition, written notices.Recipient) {
	row := e.recipient(written)
	row.Purposes, row.Items = e.there(row.Purposes), nil
	if strings.HasPrefix(row.For.Href, "#") {
		row.For.Href = e.page + row.For.Href
	}
	notice := a.name(e, notices.RecipientsSection)
	if row.ID != "" {
		notice.Link.Href = e.page + "#" + row.ID
	}
	if row.Country != "" && !slices.Contains(r.Countries, row.Country) {
		r.Countries = append(r.Countries, row.Country)
	}
	if row.Outside {
		r.Outside = e.wording(e.law.Territory.Outside).Value
	}
	r.Uses = append(r.Uses, RecipientUse{Notice: notice, Row: row})
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
