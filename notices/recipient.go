package notices

// Recipient is a body that data is disclosed to: Articles 4(9), 13(1)(e). A
// processor is a recipient.
type Recipient struct {
	Pos          Pos    `yaml:"-"`
	ID           ID     // what the rest of the notice calls it; its organisation's when absent
	Organisation Ref    `refs:"organisation"` // the body
	Name         Text   `scalar:"true"`       // a category of recipients, when it is not one organisation
	Examples     []Text // members of the category
	Role         Term   `terms:"recipient-role"` // what it is in law
	For          Ref    `refs:"recipient"`       // the processor a sub-processor works for
	Purpose      Text   // what it gets the data for
	Purposes     []Ref  `refs:"purpose"` // the notice's purposes it serves
	Data         []Ref  `refs:"data"`    // the items it gets; all when absent
	When         Text   // in which cases
	RequiredBy   Text   // the enactment that requires or allows it
	Country      Term   `terms:"country"` // where it handles the data, when not where the organisation does
}

// Ref is what other parts of the notice call the recipient: its ID, or that of
// its organisation when it has none of its own.
func (r Recipient) Ref() string {
	if r.ID.Value != "" {
		return r.ID.Value
	}
	return r.Organisation.Value
}

// Access says who inside the body sees what.
type Access struct {
	Pos  Pos   `yaml:"-"`
	Who  Text  // by role
	Sees Term  `terms:"identifiability"` // whether people can be recognised in it
	Data []Ref `refs:"data"`             // the items; all when absent
	Why  Text  // what for
}

// Transfer is a transfer to another country: Articles 13(1)(f), 44 to 49.
type Transfer struct {
	Pos       Pos    `yaml:"-"`
	ID        ID     // what the rest of the notice calls it
	Recipient Ref    `refs:"recipient"`  // who gets it there
	Countries []Term `terms:"country"`   // where to
	Safeguard Term   `terms:"safeguard"` // what protects it there
	Detail    Text   // which regulations, decision or agreement
	Copy      Text   // how to get a copy of the safeguards
	CopyLink  URL    // the safeguards themselves
	Data      []Ref  `refs:"data"` // the items; all when absent
	When      Text   // in which cases
}
