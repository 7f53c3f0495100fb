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
	Why          string       // what heads the column of purposes, or nothing when it is empty
	HasProvision bool         // whether the column has anything in it
	HasSees      bool
	HasKept      bool
	Careful      []LawSays   // what the law says of rows that need more care
	NotCollected []Text      `explain:"here"`
	Statements   []Statement // what it does not use
	Children     []Text      `explain:"here"`
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
	When       Text   `explain:"here"`
	Note       Text   `explain:"here"`
	FreeText   bool
	Channels   []string
	Purposes   []PurposeUse
	Provision  string // must it be given?
	RequiredBy Text   `explain:"here"`
	IfNotGiven Text   `explain:"here"`
	VisibleTo  Text   `explain:"here"`
	Recipients []Link
	Kept       []KeptFor
	NotSaid    DataGaps
}

// DataGaps are the words for cells of a row that are empty because of a gap that
// the notice owns up to. They are empty where there is no such gap.
type DataGaps struct {
	Purposes, Provision, IfNotGiven, Kept string
}

// PurposeUse is a purpose that a data item is used for, and what allows that.
type PurposeUse struct {
	Purpose   Link
	Basis     UseBasis
	Condition Text `explain:"no"` // what allows it for a special category
	Offence   Text `explain:"no"` // likewise, for criminal offences
}

// UseBasis is a lawful basis in a few words; the row of the purpose says all of it.
// Neither a label nor NotSaid is there when nothing is known.
type UseBasis struct {
	Label    Text   `explain:"no"`
	Brief    string // what it means
	Plain    Text   `explain:"no"` // the same as a whole sentence
	Citation Citation
	NotSaid  string // said instead, where the notice owns up to the gap
}

// Said reports whether anything is said of the basis.
func (b UseBasis) Said() bool { return b.Label.Said() || b.NotSaid != "" }

// KeptFor is how long something is kept, in one line.
type KeptFor struct {
	Period   string
	Criteria Text     `explain:"here"` // instead of a period
	After    string   // the word before the event it runs from
	From     Text     `explain:"here"` // that event
	Then     string   `explain:"name"`
	Only     []string // the channels it holds for
	NotSaid  string   // said instead, where the length is a gap that the notice owns up to
}

func (e *edition) data() *DataView {
	v := &DataView{Words: e.words, NotCollected: e.texts(e.c.NotCollected)}
	v.People = mapTo(e.c.DataSubjects, func(s notices.DataSubject) Text { return e.text(s.Label) })
	v.Rows = mapTo(e.c.Data, e.dataRow)
	v.Careful = e.careful(v.Rows)
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

// careful says what the law says of sensitive data and of criminal offences, where
// there are rows about them. Articles 9 and 10 are not for law enforcement, of which
// DPA 2018 s.35 speaks.
func (e *edition) careful(rows []DataRow) (says []LawSays) {
	gdpr, _ := e.law.Regimes(e.c)
	sensitive := "9(1)"
	if !gdpr {
		sensitive = "DPA 2018 s.35(8)"
	}
	if slices.ContainsFunc(rows, func(r DataRow) bool { return r.Special.Said() }) {
		says = append(says, e.lawSays(e.words.Statement.Sensitive, sensitive))
	}
	if gdpr && slices.ContainsFunc(rows, func(r DataRow) bool { return r.Offence }) {
		says = append(says, e.lawSays(e.words.Statement.Offence, "10"))
	}
	return says
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
	for i := range e.c.Purposes {
		if notices.Refers(e.c.Purposes[i].Data, d.ID.Value) {
			row.Purposes = append(row.Purposes, e.purposeUse(i, d))
		}
	}
	row.NotSaid = e.dataGaps(d, row)
	return row
}

// purposeUse gives the purpose with that number, and what allows it to use that data
// item.
func (e *edition) purposeUse(number int, d notices.DataItem) PurposeUse {
	p, row := &e.c.Purposes[number], &e.purposeRows()[number]
	use := PurposeUse{Purpose: e.purposeNumbered(number), Basis: UseBasis{Label: row.Basis.Label, Plain: row.Basis.Plain, Citation: row.Basis.Citation}}
	if row.Basis.Label.Said() && e.basisOf(*p).Said() {
		use.Basis.Brief = e.words.Basis[p.LawfulBasis.Value]
	}
	if row.NotSaid {
		use.Basis.NotSaid = e.words.Notice.NotSaid
	}
	if d.SpecialCategory.Said() {
		use.Condition = row.Condition.Label
		use.Condition.Before = e.words.Part.Sensitive + ":"
	}
	if d.CriminalOffence.Yes() {
		use.Offence = Text{Before: e.words.Part.Offence + ":", Value: row.OffenceCondition}
	}
	return use
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
	if len(row.Kept) == 0 && !e.retained(d.ID.Value) && e.hasGaps(notices.RetentionSection) {
		g.Kept = e.words.Notice.NotSaid
	}
	return g
}

// recipientsOf gives who is given a data item: the recipients that name it, or
// a purpose that uses it, or nothing in particular.
func (e *edition) recipientsOf(item string) []Link {
	var links []Link
	for i := range e.c.Recipients.Items {
		if r := &e.c.Recipients.Items[i]; e.concerns(item, r.Data, r.Purposes) {
			links = append(links, e.nameOfRecipient(i))
		}
	}
	return links
}

// nameOfRecipient gives what the recipient with that number is called, with a link to its
// page. All of them are made once.
func (e *edition) nameOfRecipient(number int) Link {
	if e.getting == nil {
		e.getting = mapTo(e.c.Recipients.Items, func(r notices.Recipient) Link { return e.named(r.Organisation, r.Name) })
	}
	return e.getting[number]
}

// keptFor gives how long a data item is kept.
func (e *edition) keptFor(item string) []KeptFor {
	var kept []KeptFor
	if e.lengths == nil {
		e.lengths = mapTo(e.c.Retention, e.kept)
	}
	for i := range e.c.Retention {
		r := &e.c.Retention[i]
		if e.concerns(item, r.Data, r.Purposes) && !r.HeldBy.Said() && !(r.What.Said() && len(r.Data)+len(r.Purposes) == 0) {
			kept = append(kept, e.lengths[i])
		}
	}
	return kept
}

// retained reports whether anything is said of how long a data item is kept, by
// whomever. What is said of other things than data can be said of any item.
func (e *edition) retained(item string) bool {
	for i := range e.c.Retention {
		if r := &e.c.Retention[i]; (r.Period.Said() || r.Criteria.Said()) && e.concerns(item, r.Data, r.Purposes) {
			return true
		}
	}
	return false
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
	for i := range e.c.Purposes {
		if p := &e.c.Purposes[i]; notices.Refers(p.Data, item) && notices.Refers(purposes, p.ID.Value) {
			return true
		}
	}
	return false
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
	if k.Period == "" && !k.Criteria.Said() && e.hasGaps(notices.RetentionSection) {
		k.NotSaid = e.words.Notice.NotSaid
	}
	return k
}
