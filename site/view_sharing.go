package site

import (
	"slices"

	"notices.example/notices"
)

// SourcesView is where data comes from when it is not the person: Article
// 14(2)(f).
type SourcesView struct {
	Words     *Words
	Statement Statement
	Told      LawSays // when people are told
	Rows      []SourceRow
	HasWhen   bool // whether the column has anything in it
	HasItems  bool
	HasPublic bool
}

// SourceRow is one source.
type SourceRow struct {
	Name    Link
	Kind    string
	When    Text `explain:"here"`
	Items   []Link
	Public  string // whether it is publicly accessible
	NotSaid SourceGaps
	Origin  Origin
}

// SourceGaps are the words for cells of a row that are empty because of a gap that
// the notice owns up to.
type SourceGaps struct {
	Items, Public string
}

// RecipientsView is who is given the data, and who sees it inside the body.
type RecipientsView struct {
	Words      *Words
	Statement  Statement
	Rows       []RecipientRow
	HasReason  bool   // whether the column has anything in it
	HasItems   bool   // whether it has something in half of the rows: otherwise it stands below the name
	HasCountry bool   // likewise
	Never      []Text `explain:"here"` // what it is never shared for
	Access     []AccessRow
}

// RecipientRow is one recipient.
type RecipientRow struct {
	ID         string
	Name       Link
	Examples   []Text `explain:"here"`
	Role       string
	For        Link // the processor a sub-processor works for
	Purpose    Text `explain:"here"`
	Purposes   []Link
	Items      []Link
	When       Text `explain:"here"`
	RequiredBy Text `explain:"here"`
	Country    string
	NotSaid    string // said instead of a reason, where that is a gap that the notice owns up to
	Outside    bool   // the country is outside the territory of the law
	Origin     Origin
}

// HasReason reports whether the row says why or when the recipient is given
// anything.
func (r RecipientRow) HasReason() bool {
	return r.Purpose.Said() || len(r.Purposes) > 0 || r.When.Said() || r.RequiredBy.Said()
}

// AccessRow says who inside the body sees what.
type AccessRow struct {
	Who   Text
	Sees  string `explain:"name"`
	Items []Link
	Why   Text `explain:"here"`
}

// TransfersView is what is sent to other countries: Articles 44 to 49.
type TransfersView struct {
	Words     *Words
	Statement Statement
	Intro     string
	Rows      []TransferRow
}

// TransferRow is one transfer.
type TransferRow struct {
	Recipient Link
	Countries []string
	Safeguard Ground
	Detail    Text `explain:"here"`
	Copy      Text `explain:"here"`
	CopyLink  string
	Items     []Link
	When      Text `explain:"here"`
	NotSaid   TransferGaps
	Origin    Origin
}

// TransferGaps are the words for cells of a row that are empty because of a gap
// that the notice owns up to.
type TransferGaps struct {
	Countries, Safeguard, Copy string
}

func (e *edition) sources() *SourcesView {
	if !e.c.Sources.Said() {
		return nil
	}
	s := e.c.Sources
	v := &SourcesView{Words: e.words, Told: e.told(), Statement: e.denied(s.None, s.Reason, s.Pos, e.words.Statement.NoSources)}
	for _, s := range s.Items {
		row := SourceRow{
			Name: e.named(s.Organisation, s.Name), Kind: e.label("source-kind", s.Kind), When: e.text(s.When),
			Items: e.itemLinks(s.Data), Origin: e.origin(s.Pos),
		}
		switch s.PubliclyAvailable.Value {
		case notices.Yes:
			row.Public = e.words.Statement.PubliclyAvailable
		case notices.No:
			row.Public = e.words.Statement.NotPubliclyAvailable
		}
		row.NotSaid = e.sourceGaps(s, row)
		v.HasWhen = v.HasWhen || row.When.Said()
		v.HasItems = v.HasItems || len(row.Items) > 0
		v.HasPublic = v.HasPublic || row.Public != ""
		v.Rows = append(v.Rows, row)
	}
	return v
}

func (e *edition) sourceGaps(s notices.Source, row SourceRow) (g SourceGaps) {
	if len(row.Items) == 0 {
		g.Items = e.notSaid(s.ID.Value, "source-data-missing")
	}
	if row.Public == "" {
		g.Public = e.notSaid(s.ID.Value, "source-public-missing")
	}
	return g
}

func (e *edition) recipients() *RecipientsView {
	r := e.c.Recipients
	if !r.Said() && len(e.c.NeverSharedFor)+len(e.c.Access) == 0 {
		return nil
	}
	v := &RecipientsView{
		Words: e.words, Never: e.texts(e.c.NeverSharedFor),
		Statement: e.denied(r.None, r.Reason, r.Pos, e.words.Statement.NoRecipients),
	}
	for i := range r.Items {
		row := e.recipient(i)
		v.HasReason = v.HasReason || row.HasReason()
		v.Rows = append(v.Rows, row)
	}
	v.HasItems = inHalf(v.Rows, func(r RecipientRow) bool { return len(r.Items) > 0 })
	v.HasCountry = inHalf(v.Rows, func(r RecipientRow) bool { return r.Country != "" })
	for _, a := range e.c.Access {
		v.Access = append(v.Access, AccessRow{
			Who: e.text(a.Who), Sees: e.label("identifiability", a.Sees), Items: e.itemLinks(a.Data), Why: e.text(a.Why),
		})
	}
	return v
}

// inHalf reports whether at least half of the rows have something in a column.
func inHalf(rows []RecipientRow, filled func(RecipientRow) bool) bool {
	n := 0
	for _, row := range rows {
		if filled(row) {
			n++
		}
	}
	return n > 0 && 2*n >= len(rows)
}

func (e *edition) recipient(number int) RecipientRow {
	r := &e.c.Recipients.Items[number]
	row := RecipientRow{
		ID: anchor("recipient", r.ID), Name: e.nameOfRecipient(number), Examples: e.texts(r.Examples),
		Role: e.label("recipient-role", r.Role), For: e.recipientNamed(r.For), Purpose: e.text(r.Purpose),
		Purposes: e.purposeLinks(r.Purposes), Items: e.itemLinks(r.Data), When: e.text(r.When),
		RequiredBy: e.text(r.RequiredBy), Origin: e.origin(r.Pos),
	}
	if row.Name.Href == "" {
		row.Name.Href = e.sharedWith(e.recipientID(*r))
	}
	if !row.HasReason() {
		row.NotSaid = e.notSaid(r.Ref(), "recipient-purpose-missing")
	}
	if country := e.countryOf(r); country != "" {
		row.Country, row.Outside = e.words.Country(country), e.law.Outside(country)
	}
	return row
}

// countryOf gives the country a recipient handles the data in.
func (e *edition) countryOf(r *notices.Recipient) string {
	if r.Country.Said() {
		return r.Country.Value
	}
	if o := e.bodyOf(r.Organisation.Value); o != nil {
		return o.Country.Value
	}
	return ""
}

// recipientNamed finds a recipient by its ID, or by the body it is.
func (e *edition) recipientNamed(ref notices.Ref) Link {
	if !ref.Said() {
		return Link{}
	}
	i := slices.IndexFunc(e.c.Recipients.Items, func(r notices.Recipient) bool {
		return r.ID.Value == ref.Value || r.Organisation.Value == ref.Value
	})
	if i < 0 {
		return e.organisation(ref)
	}
	return e.nameOfRecipient(i)
}

func (e *edition) transfers() *TransfersView {
	t := e.c.Transfers
	if !t.Said() {
		return nil
	}
	outside := e.wording(e.law.Territory.Outside).Value
	v := &TransfersView{
		Words:     e.words,
		Statement: e.denied(t.None, t.Reason, t.Pos, fillIn(e.words.Statement.NoTransfers, "outside", outside)),
		Intro:     fillIn(e.words.Statement.Transfers, "outside", outside),
	}
	for _, t := range t.Items {
		row := TransferRow{
			Recipient: e.recipientNamed(t.Recipient), Detail: e.text(t.Detail), Copy: e.text(t.Copy),
			CopyLink: e.href(t.CopyLink), Items: e.itemLinks(t.Data), When: e.text(t.When), Origin: e.origin(t.Pos),
		}
		for _, country := range t.Countries {
			row.Countries = append(row.Countries, e.words.Country(country.Value))
		}
		if t.Safeguard.Said() {
			row.Safeguard = e.safeguard(t.Safeguard.Value)
		}
		row.NotSaid = e.transferGaps(t, row)
		v.Rows = append(v.Rows, row)
	}
	return v
}

func (e *edition) transferGaps(t notices.Transfer, row TransferRow) (g TransferGaps) {
	if len(row.Countries) == 0 {
		g.Countries = e.notSaid(t.ID.Value, "transfer-country-missing")
	}
	if !row.Safeguard.Label.Said() {
		g.Safeguard = e.notSaid(t.ID.Value, "transfer-safeguard-missing")
	}
	if !row.Copy.Said() && row.CopyLink == "" {
		g.Copy = e.notSaid(t.ID.Value, "transfer-copy-missing")
	}
	return g
}
