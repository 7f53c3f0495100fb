package site

import (
	"slices"

	"notices.example/notices"
)

// AbroadPage says which countries information goes to, and how it is protected
// there.
type AbroadPage struct {
	AcrossPage
	Lists []List[TransferAcross] // by country
	After []List[NoticeName]
}

// TransferAcross is one transfer to one country, and the notice that tells of it.
type TransferAcross struct {
	Notice  NoticeName
	Row     TransferRow
	country string
}

func (a *across) abroad() *subject {
	words := a.words.LookUp
	lists := a.countries()
	outside := a.outside()
	none := a.those("none", fillIn(words.StaysHere, "outside", outside), func(e *edition) bool {
		return e.c.Transfers.None && len(a.abroadOf(e)) == 0
	})
	unsaid := a.those("not-said", words.NotSaid, func(e *edition) bool { return !e.c.Transfers.Said() && len(a.abroadOf(e)) == 0 })
	if len(lists)+len(none.Groups) == 0 {
		return nil
	}
	return subjectOf("abroad", fillIn(words.Abroad, "outside", outside), fillIn(words.AbroadIntro, "outside", outside), lists, filled(none, unsaid), one,
		func(page AcrossPage, lists []List[TransferAcross], after []List[NoticeName]) any {
			return &AbroadPage{AcrossPage: page, Lists: lists, After: after}
		})
}

// outside gives the words for outside the territory of the law.
func (p *place) outside() string {
	return p.wording(p.lawFor(&notices.Notice{}).Territory.Outside).Value
}

// countries lists the transfers by country.
func (a *across) countries() []List[TransferAcross] {
	var lists []List[TransferAcross]
	index := map[string]int{}
	for _, e := range a.editions {
		for _, t := range a.abroadOf(e) {
			i, known := index[t.country]
			if !known {
				i = len(lists)
				index[t.country] = i
				l := List[TransferAcross]{ID: "country--" + or(slug(t.country), "none"), Groups: make([]Group[TransferAcross], 1)}
				l.Title.Value = a.words.LookUp.NoCountry
				if t.country != "" {
					l.Title.Value = a.words.Country(t.country)
				}
				lists = append(lists, l)
			}
			lists[i].Groups[0].Rows = append(lists[i].Groups[0].Rows, t)
		}
	}
	for i, l := range lists {
		lists[i].Groups = byLetter(a.abc, l.ID, l.Groups[0].Rows, func(t TransferAcross) string { return t.Row.Recipient.Text.Value })
	}
	inOrder(a.abc, lists, func(l List[TransferAcross]) string { return l.Title.Value })
	return lists
}

// abroadOf gives what a notice sends to each country: the transfers it tells of,
// and the recipients in other countries of which it tells no more than that.
func (a *across) abroadOf(e *edition) (all []TransferAcross) {
	add := func(section notices.Section, row TransferRow, countries ...string) {
		for _, country := range countries {
			all = append(all, TransferAcross{Notice: a.name(e, section), Row: row, country: country})
		}
	}
	told := map[string]bool{}
	for _, t := range e.c.Transfers.Items {
		told[t.Recipient.Value] = true
		row := TransferRow{Recipient: e.recipientNamed(t.Recipient), Items: e.there(e.itemLinks(t.Data)), When: e.text(t.When), Detail: e.text(t.Detail)}
		row.Safeguard, row.NotSaid.Safeguard = Ground{}, a.words.LookUp.Unsaid
		if t.Safeguard.Said() {
			row.Safeguard, row.NotSaid.Safeguard = e.safeguard(t.Safeguard.Value), ""
		}
		var codes []string
		for _, country := range t.Countries {
			if !slices.Contains(codes, country.Value) {
				codes = append(codes, country.Value)
			}
		}
		if len(codes) == 0 {
			codes = []string{""}
		}
		add(notices.TransfersSection, row, codes...)
	}
	for _, r := range e.c.Recipients.Items {
		country := e.countryOf(r)
		if country != "" && e.law.Outside(country) && !told[r.ID.Value] && !told[r.Organisation.Value] {
			row := TransferRow{Recipient: e.named(r.Organisation, r.Name), Items: e.there(e.itemLinks(r.Data)), When: e.text(r.When)}
			row.NotSaid.Safeguard = a.words.LookUp.Unsaid
			add(notices.RecipientsSection, row, country)
		}
	}
	return all
}
