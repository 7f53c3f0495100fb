package notices

// Recipient is a body that data is disclosed to: Articles 4(9), 13(1)(e). A
// processor is a recipient.
type Recipient struct {
	Pos          Pos `yaml:"-"`
	ID           ID
	Organisation Ref  `refs:"organisation"`
	Name         Text `scalar:"true"` // a category of recipients, when it is not one organisation
	Examples     []Text
	Role         Term `terms:"recipient-role"`
	For          Ref  `refs:"recipient"` // the processor a sub-processor works for
	Purpose      Text
	Purposes     []Ref `refs:"purpose"`
	Data         []Ref `refs:"data"`
	When         Text
	RequiredBy   Text // the enactment that requires or allows it
	Country      Term `terms:"country"` // where it handles the data, when not where the organisation does
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
	Pos  Pos `yaml:"-"`
	Who  Text
	Sees Term  `terms:"identifiability"`
	Data []Ref `refs:"data"`
	Why  Text
}

// Transfer is a transfer to another country: Articles 13(1)(f), 44 to 49.
type Transfer struct {
	Pos       Pos `yaml:"-"`
	ID        ID
	Recipient Ref    `refs:"recipient"`
	Countries []Term `terms:"country"`
	Safeguard Term   `terms:"safeguard"`
	Detail    Text   // which regulations, decision or agreement
	Copy      Text   // how to get a copy of the safeguards
	CopyLink  URL
	Data      []Ref `refs:"data"`
	When      Text
}
