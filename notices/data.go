package notices

// DataSubject is a group of people whose data is used.
type DataSubject struct {
	Pos      Pos    `yaml:"-"`
	Label    Text   `scalar:"true"` // such as people who apply for a permit
	Children Answer // whether they are, or may be, children
}

// DataItem is one kind of personal data: the unit people ask about.
type DataItem struct {
	Pos             Pos    `yaml:"-"`
	ID              ID     // what the rest of the notice calls it
	Label           Text   // what people call it
	SpecialCategory Term   `terms:"special-category"` // Article 9(1)
	CriminalOffence Answer // Article 10
	Origin          Term   `terms:"origin"`  // given unless said; inherit fills that in
	Channels        []Term `terms:"channel"` // where it is collected
	When            Text   // "only in some consultations"
	FreeText        Answer // people can write anything, so it may hold other kinds of data
	Provision       Term   `terms:"provision"` // Article 13(2)(e)
	RequiredBy      Text   // the enactment or contract, for statutory and contractual
	IfNotGiven      Text   // the consequence, Article 13(2)(e)
	VisibleTo       Text   // who sees it besides the recipients
	Note            Text   // anything else worth knowing
}

// FromPerson reports whether the item comes from the person: given by them, or
// observed of them. That brings Article 13 in (WP260 rev.01, para 26).
func (d DataItem) FromPerson() bool { return d.Origin.Is("given", "observed") }

// Source is where data comes from when it is not the person: Article 14(2)(f).
type Source struct {
	Pos               Pos    `yaml:"-"`
	ID                ID     // what the rest of the notice calls it
	Organisation      Ref    `refs:"organisation"` // the body it comes from
	Name              Text   `scalar:"true"`       // a kind of source, when it is not one organisation
	Kind              Term   `terms:"source-kind"` // what sort of source it is
	When              Text   // in which cases
	Data              []Ref  `refs:"data"` // which items it gives
	PubliclyAvailable Answer // whether anyone can look it up
}
