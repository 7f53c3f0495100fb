package site

import (
	"slices"
	"time"

	"notices.example/notices"
)

// acrossRows is what the pages across notices show of one notice in one language, as
// small as it can be: bodies by their IDs, words of the law and of the interface by
// their terms. What they are called is looked up when a page is made.
type acrossRows struct {
	Service     phrase
	Covers      []coverRow
	Recipients  []recipientRow
	Sharing     answered
	Data        []itemRow
	NoSpecial   bool // it says that it has no special categories
	Purposes    []reasonRow
	Kept        []keptRow
	Decisions   []useRow
	Profiles    []useRow
	AI          []useRow
	Decided     answered
	Profiled    answered
	UsesAI      answered
	Abroad      []abroadRow
	Transfers   answered
	People      []phrase // those who are, or may be, children
	Told        []phrase // what it says to them
	NotChildren bool     // it says that it is not for them
	Changes     []dayRow
}

// answered is whether a notice says that there is none of something, or anything.
type answered struct{ None, Said bool }

// coverRow is a service that the notice speaks for.
type coverRow struct {
	Name   phrase
	Notice string
	Link   string // to a notice that is published elsewhere
}

// recipientRow is one recipient. Numbers are those of the notice's own rows.
type recipientRow struct {
	ID         string
	Kind       string // the anchor of the kind of recipient; empty for a body
	Who        party
	Examples   []phrase
	Role       string
	For        *party
	Purpose    phrase
	Purposes   []uint32
	When       phrase
	RequiredBy phrase
	Country    string
	From       string // the file that it is inherited from
	NotSaid    bool   // the reason is a gap that the notice owns up to
}

// itemRow is one data item.
type itemRow struct {
	ID      string
	Label   phrase
	Main    string // the label in the main language
	Special string
	Offence bool
}

// reasonRow is one purpose.
type reasonRow struct {
	ID               string
	Purpose          phrase
	Basis, Condition string
}

// keptRow is one rule of keeping.
type keptRow struct {
	What       phrase
	Items      []uint32
	Purposes   []uint32
	HeldBy     string
	Period     string // in words
	PeriodCode string
	Criteria   phrase
	Start      phrase
	Then       string
	Channels   []string
	Exceptions phrase
	Schedule   *notices.URL
	Row        string
	From       string // the file that it is inherited from
}

// useRow is an automated decision, a profile, or a use of artificial intelligence.
type useRow struct {
	What, Effect phrase
	AI           bool
}

// abroadRow is a transfer, or a recipient in another country.
type abroadRow struct {
	Who       party
	Told      bool // it is a transfer
	Countries []string
	Items     []uint32
	When      phrase
	Detail    phrase
	Safeguard string
}

// dayRow is an entry of the change log.
type dayRow struct {
	Day      time.Time
	What     phrase
	Material bool
}

// rows gives what the pages across notices show of this one.
func (e *edition) rows() *acrossRows {
	c := e.c
	r := &acrossRows{
		Service: phraseOf(e.text(c.Service)), Sharing: answered{c.Recipients.None, c.Recipients.Said()},
		NoSpecial: c.SpecialCategoryData.None, Transfers: answered{c.Transfers.None, c.Transfers.Said()},
		Decided:  answered{c.AutomatedDecisions.None, c.AutomatedDecisions.Said()},
		Profiled: answered{c.Profiling.None, c.Profiling.Said()}, UsesAI: answered{c.ArtificialIntelligence.None, c.ArtificialIntelligence.Said()},
		Told: e.phrases(c.Children.Items), NotChildren: c.Children.None,
	}
	r.Covers = mapTo(c.Covers, func(s notices.Covered) coverRow {
		return coverRow{Name: phraseOf(e.text(s.Name)), Notice: s.Notice.Value, Link: s.Link.Value}
	})
	r.Recipients, r.Data, r.Purposes, r.Kept = mapTo(c.Recipients.Items, e.recipientRow), mapTo(c.Data, e.itemRow), mapTo(c.Purposes, e.reasonRow), mapTo(c.Retention, e.keptRow)
	r.Decisions = mapTo(c.AutomatedDecisions.Items, func(d notices.AutomatedDecision) useRow { return e.useRow(d.What, d.Significance, d.UsesAI) })
	r.Profiles = mapTo(c.Profiling.Items, func(p notices.Profiling) useRow { return e.useRow(p.What, p.Effect, p.UsesAI) })
	r.AI = mapTo(c.ArtificialIntelligence.Items, func(u notices.AIUse) useRow { return e.useRow(u.What, u.Limits, notices.Answer{}) })
	r.Abroad = append(mapTo(c.Transfers.Items, e.transferRow), e.recipientsAbroad()...)
	for _, s := range c.DataSubjects {
		if s.Children.Yes() {
			r.People = append(r.People, phraseOf(e.text(s.Label)))
		}
	}
	r.Changes = mapTo(c.Changes, func(c notices.Change) dayRow {
		return dayRow{Day: c.Date.Time, What: phraseOf(e.text(c.What)), Material: c.Material.Yes()}
	})
	return r
}

func (e *edition) phrases(list []notices.Text) []phrase {
	return mapTo(list, func(t notices.Text) phrase { return phraseOf(e.text(t)) })
}

func (e *edition) useRow(what, effect notices.Text, ai notices.Answer) useRow {
	return useRow{What: phraseOf(e.text(what)), Effect: phraseOf(e.text(effect)), AI: ai.Yes()}
}

func (e *edition) recipientRow(r notices.Recipient) recipientRow {
	row := recipientRow{
		ID: r.ID.Value, Who: e.party(r.Organisation, r.Name), Examples: e.phrases(r.Examples), Role: r.Role.Value,
		Purpose: phraseOf(e.text(r.Purpose)), Purposes: e.purposeNumbers(r.Purposes), When: phraseOf(e.text(r.When)),
		RequiredBy: phraseOf(e.text(r.RequiredBy)), Country: e.countryOf(&r), From: e.inheritedFrom(r.Pos),
	}
	if row.Who.Body == "" {
		row.Kind = e.recipientID(r)
	}
	if works := e.partyNamed(r.For); works != (party{}) {
		row.For = &works
	}
	if row.Purpose == "" && len(row.Purposes) == 0 && row.When == "" && row.RequiredBy == "" {
		row.NotSaid = e.owns(r.Ref(), "recipient-purpose-missing")
	}
	return row
}

func (e *edition) itemRow(d notices.DataItem) itemRow {
	row := itemRow{ID: d.ID.Value, Label: phraseOf(e.textOr(d.Label, d.ID)), Main: or(d.Label.Value, d.ID.Value), Special: d.SpecialCategory.Value, Offence: d.CriminalOffence.Yes()}
	if main, found := e.whole.DataItem(d.ID.Value); found && main.Label.Said() {
		row.Main = main.Label.Value
	}
	return row
}

func (e *edition) reasonRow(p notices.Purpose) reasonRow {
	return reasonRow{ID: p.ID.Value, Purpose: phraseOf(e.textOr(p.Purpose, p.ID)), Basis: p.LawfulBasis.Value, Condition: p.Condition.Value}
}

func (e *edition) keptRow(r notices.Retention) keptRow {
	row := keptRow{
		What: phraseOf(e.text(r.What)), Items: e.itemNumbers(r.Data), Purposes: e.purposeNumbers(r.Purposes), HeldBy: r.HeldBy.Value,
		Period: e.words.Period(r.Period), PeriodCode: r.Period.String(), Start: phraseOf(e.text(r.From)), Then: r.Then.Value,
		Channels: mapTo(r.Channels, func(t notices.Term) string { return t.Value }), Exceptions: phraseOf(e.text(r.Exceptions)),
		Row: r.Schedule.Row.Value, From: e.inheritedFrom(r.Pos),
	}
	if row.Period == "" {
		row.Criteria = phraseOf(e.text(r.Criteria))
	}
	if r.Schedule.Link.Said() {
		link := r.Schedule.Link
		row.Schedule = &link
	}
	return row
}

func (e *edition) transferRow(t notices.Transfer) abroadRow {
	row := abroadRow{Who: e.partyNamed(t.Recipient), Told: true, Items: e.itemNumbers(t.Data), When: phraseOf(e.text(t.When)), Detail: phraseOf(e.text(t.Detail)), Safeguard: t.Safeguard.Value}
	for _, country := range t.Countries {
		if !slices.Contains(row.Countries, country.Value) {
			row.Countries = append(row.Countries, country.Value)
		}
	}
	if len(row.Countries) == 0 {
		row.Countries = []string{""}
	}
	return row
}

// recipientsAbroad gives the recipients in other countries of which the notice tells no
// more than that.
func (e *edition) recipientsAbroad() (all []abroadRow) {
	told := map[string]bool{}
	for _, t := range e.c.Transfers.Items {
		told[t.Recipient.Value] = true
	}
	for i := range e.c.Recipients.Items {
		r := &e.c.Recipients.Items[i]
		country := e.countryOf(r)
		if country != "" && e.law.Outside(country) && !told[r.ID.Value] && !told[r.Organisation.Value] {
			all = append(all, abroadRow{Who: e.party(r.Organisation, r.Name), Countries: []string{country}, Items: e.itemNumbers(r.Data), When: phraseOf(e.text(r.When))})
		}
	}
	return all
}

// itemNumbers gives the numbers of the data items that are named: see itemLinks.
func (e *edition) itemNumbers(refs []notices.Ref) (numbers []uint32) {
	for _, r := range refs {
		for i := range e.c.Data {
			if e.c.Data[i].ID.Value == r.Value {
				numbers = append(numbers, uint32(i))
				break
			}
		}
	}
	return numbers
}

// purposeNumbers gives the numbers of the purposes that are named: see purposeLinks.
func (e *edition) purposeNumbers(refs []notices.Ref) (numbers []uint32) {
	for _, r := range refs {
		for i := range e.c.Purposes {
			if e.c.Purposes[i].ID.Value == r.Value {
				numbers = append(numbers, uint32(i))
			}
		}
	}
	return numbers
}

// inheritedFrom gives the file that a value is written in, when it is of something else
// than the notice.
func (e *edition) inheritedFrom(pos notices.Pos) string {
	if pos.IsZero() {
		return ""
	}
	if f, _ := e.fileAt(pos.File); f.Kind == notices.NoticeFile && f.ID == e.c.ID.Value {
		return ""
	}
	return pos.File
}
