package site

import "notices.example/notices"

// AbroadPage says which countries information goes to, and how it is protected
// there.
type AbroadPage struct {
	AcrossPage
	Lists []List[TransferAcross] // by country
	After []List[NoticeName]
}

// TransferAcross is one transfer to one country, and the notice that tells of it.
type TransferAcross struct {
	Notice NoticeName
	Row    TransferRow
}

// sent is what a notice sends to one country.
type sent struct {
	e       *entry
	row     *abroadRow
	country string
}

func (a *across) abroad() *subject {
	words := a.words.LookUp
	lists := a.countries()
	outside := a.outside()
	none := a.those("none", fillIn(words.StaysHere, "outside", outside), func(e *entry) bool { return e.Transfers.None && len(e.Abroad) == 0 })
	unsaid := a.those("not-said", words.NotSaid, func(e *entry) bool { return !e.Transfers.Said && len(e.Abroad) == 0 })
	if len(lists)+len(none.Groups) == 0 {
		return nil
	}
	return subjectOf("abroad", fillIn(words.Abroad, "outside", outside), fillIn(words.AbroadIntro, "outside", outside), lists, filled(none, unsaid), one,
		func(page AcrossPage, lists []List[sent], after []List[*entry]) any {
			return &AbroadPage{AcrossPage: page, Lists: onPage(lists, a.transfer), After: a.names(after)}
		})
}

// outside gives the words for outside the territory of the law.
func (p *place) outside() string {
	return p.wording(p.lawFor(&notices.Notice{}).Territory.Outside).Value
}

// countries lists the transfers by country.
func (a *across) countries() []List[sent] {
	var lists []List[sent]
	index := map[string]int{}
	for _, e := range a.entries {
		for n := range e.Abroad {
			for _, country := range e.Abroad[n].Countries {
				i, known := index[country]
				if !known {
					i = len(lists)
					index[country] = i
					lists = append(lists, List[sent]{ID: "country--" + or(slug(country), "none"), Title: a.countryTitle(country), Groups: make([]Group[sent], 1)})
				}
				lists[i].Groups[0].Rows = append(lists[i].Groups[0].Rows, sent{e, &e.Abroad[n], country})
			}
		}
	}
	for i, l := range lists {
		lists[i].Groups = byLetter(a.abc, l.ID, l.Groups[0].Rows, func(s sent) string { return a.link(s.row.Who).Text.Value })
	}
	inOrder(a.abc, lists, func(l List[sent]) string { return l.Title.Value })
	return lists
}

func (a *across) countryTitle(country string) Text {
	if country == "" {
		return Text{Value: a.words.LookUp.NoCountry}
	}
	return Text{Value: a.words.Country(country)}
}

// transfer gives a transfer, or a recipient in another country of which the notice
// tells no more than that.
func (a *across) transfer(s sent) TransferAcross {
	row := TransferRow{Recipient: a.link(s.row.Who), Items: s.e.items(s.row.Items), When: s.row.When.text(), Detail: s.row.Detail.text()}
	row.NotSaid.Safeguard = a.words.LookUp.Unsaid
	if s.row.Safeguard != "" {
		row.Safeguard, row.NotSaid.Safeguard = s.e.safeguard(s.row.Safeguard), ""
	}
	section := notices.RecipientsSection
	if s.row.Told {
		section = notices.TransfersSection
	}
	return TransferAcross{Notice: a.name(s.e, section), Row: row}
}
