package site

import (
	"slices"

	"notices.example/notices"
)

// DataView is what the body holds about the person.
type DataView struct {
	Words        *Words
	People       []Text // whom the data is about
	Rows         []DataRow
	Shared       SharedByRows // what holds for every row
	HasPurposes  bool         // whether the column has anything in it
	HasProvision bool
	HasSees      bool
	HasKept      bool
	NotCollected []Text
	Statements   []Statement // what it does not use
	Children     []Text
	NoChildren   Statement
}

// DataRow is one data item: the unit people ask about.
type DataRow struct {
	ID         string
	Item       Text
	Special    Text // the special category
	Offence    bool // data about criminal offences
	Origin     Origin
	From       string // where it comes from, in a word
	When       Text
	Note       Text
	FreeText   bool
	Channels   []string
	Purposes   []Link
	Provision  string // must it be given?
	RequiredBy Text
	IfNotGiven Text
	VisibleTo  Text
	Recipients []Link
	Kept       []KeptFor
	NotSaid    DataGaps
}

// DataGaps are the words for cells of a row that are empty because of a gap that
// the notice owns up to. They are empty where there is no such gap.
type DataGaps struct {
	Purposes, Provision, IfNotGiven, Kept string
}

// KeptFor is how long something is kept, in one line.
type KeptFor struct {
	Period   string
	Criteria Text   // instead of a period
	After    string // the word before the event it runs from
	From     Text   // that event
	Then     string
	Only     []string // the channels it holds for
	NotSaid  string   // said instead, where the length is a gap that the notice owns up to
}

func (e *edition) data() *DataView {
	v := &DataView{Words: e.words, NotCollected: e.texts(e.c.NotCollected)}
	for _, s := range e.c.DataSubjects {
		v.People = append(v.People, e.text(s.Label))
	}
	for _, d := range e.c.Data {
		v.Rows = append(v.Rows, e.dataRow(d))
	}
	v.lift()
	words := e.words.Statement
	for _, d := range []struct {
		denial   notices.Denial
		sentence string
	}{
		{e.c.SpecialCategoryData, words.NoSpecial},
		{e.c.CriminalOffenceData, words.NoOffence},
		{e.c.LawEnforcementProcessing, words.NoEnforcement},
	} {
		if s := e.denied(d.denial.None, d.denial.Reason, d.denial.Pos, d.sentence); s.Said() {
			v.Statements = append(v.Statements, s)
		}
	}
	v.Children = e.texts(e.c.Children.Items)
	v.NoChildren = e.denied(e.c.Children.None, e.c.Children.Reason, e.c.Children.Pos, words.NoChildren)
	if len(v.Rows)+len(v.People)+len(v.Statements)+len(v.NotCollected)+len(v.Children) == 0 && !v.NoChildren.Said() {
		return nil
	}
	return v
}

func (e *edition) dataRow(d notices.DataItem) DataRow {
	row := DataRow{
		ID: anchor("data", d.ID), Item: e.textOr(d.Label, d.ID), Offence: d.CriminalOffence.Yes(), Origin: e.origin(d.Pos),
		When: e.text(d.When), Note: e.text(d.Note), FreeText: d.FreeText.Yes(), Channels: e.labels("channel", d.Channels),
		Provision: e.label("provision", d.Provision), RequiredBy: e.text(d.RequiredBy), IfNotGiven: e.text(d.IfNotGiven),
		VisibleTo: e.text(d.VisibleTo), Recipients: e.recipientsOf(d.ID.Value), Kept: e.keptFor(d.ID.Value),
	}
	if d.SpecialCategory.Said() {
		row.Special = e.special(d.SpecialCategory.Value)
	}
	if d.Origin.Said() && !d.Origin.Is("given") {
		row.From = e.label("origin", d.Origin)
	}
	for _, p := range e.c.PurposesUsing(d.ID.Value) {
		row.Purposes = append(row.Purposes, e.purposeLink(p))
	}
	row.NotSaid = e.dataGaps(d, row)
	return row
}

func (e *edition) dataGaps(d notices.DataItem, row DataRow) (g DataGaps) {
	asked := !d.Origin.Is("observed", "derived", "obtained")
	if len(row.Purposes) == 0 {
		g.Purposes = e.notSaid(d.ID.Value, "data-unused", "purpose-data-missing")
	}
	if asked && row.Provision == "" {
		g.Provision = e.notSaid(d.ID.Value, "provision-missing")
	}
	if asked && row.Provision != "" && !row.IfNotGiven.Said() {
		g.IfNotGiven = e.notSaid(d.ID.Value, "if-not-given-missing")
	}
	if len(row.Kept) == 0 && !e.retained(d.ID.Value) && len(e.gaps(string(notices.RetentionSection))) > 0 {
		g.Kept = e.words.Notice.NotSaid
	}
	return g
}

// recipientsOf gives who is given a data item: the recipients that name it, or
// a purpose that uses it, or nothing in particular.
func (e *edition) recipientsOf(item string) []Link {
	var links []Link
	for _, r := range e.c.Recipients.Items {
		if e.concerns(item, r.Data, r.Purposes) {
			links = append(links, e.named(r.Organisation, r.Name))
		}
	}
	return links
}

// keptFor gives how long a data item is kept.
func (e *edition) keptFor(item string) []KeptFor {
	var kept []KeptFor
	for _, r := range e.c.Retention {
		if e.concerns(item, r.Data, r.Purposes) && !r.HeldBy.Said() && !(r.What.Said() && len(r.Data)+len(r.Purposes) == 0) {
			kept = append(kept, e.kept(r))
		}
	}
	return kept
}

// retained reports whether anything is said of how long a data item is kept, by
// whomever. What is said of other things than data can be said of any item.
func (e *edition) retained(item string) bool {
	return slices.ContainsFunc(e.c.Retention, func(r notices.Retention) bool {
		return e.concerns(item, r.Data, r.Purposes) && (r.Period.Said() || r.Criteria.Said())
	})
}

// concerns reports whether something that names data and purposes has to do with
// a data item. What names neither has to do with all of them.
func (e *edition) concerns(item string, data, purposes []notices.Ref) bool {
	if len(data) > 0 {
		return notices.Refers(data, item)
	}
	if len(purposes) == 0 {
		return true
	}
	return slices.ContainsFunc(e.c.PurposesUsing(item), func(p notices.Purpose) bool { return notices.Refers(purposes, p.ID.Value) })
}

func (e *edition) kept(r notices.Retention) KeptFor {
	k := KeptFor{
		Period: e.words.Period(r.Period), From: e.text(r.From), Then: e.label("disposal", r.Then),
		Only: e.labels("channel", r.Channels),
	}
	if k.From.Said() {
		k.After = e.words.KeyFacts.After
	}
	if k.Period == "" {
		k.Criteria = e.text(r.Criteria)
	}
	if k.Period == "" && !k.Criteria.Said() && len(e.gaps(string(notices.RetentionSection))) > 0 {
		k.NotSaid = e.words.Notice.NotSaid
	}
	return k
}
