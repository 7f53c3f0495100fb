package notices

// Organisation is content/organisations/<id>.yaml: a body that can be
// controller, processor, recipient, predecessor or authority. It is defined
// once and named by its ID everywhere else.
type Organisation struct {
	Pos                Pos          `yaml:"-"`                      // the start of its file
	ID                 ID           `yaml:"-"`                      // the file's name
	Name               Text         `fact:"true" varies:"language"` // its official name
	ShortName          Text         `fact:"true" varies:"language"` // how texts call it after the first time: "the council"
	AlsoKnownAs        []Text       // other names people know it by
	Description        Text         // what it is or does, in a sentence
	LegalForm          Text         // such as "unincorporated association"
	HostedBy           Ref          `refs:"organisation"` // the body that is legally accountable for it
	SitsWithin         Ref          `refs:"organisation"` // a controller of its own that works inside another body, such as a returning officer
	PublicAuthority    Answer       // DPA 2018 s.7; it decides which lawful bases are open to it
	ParishCouncil      Answer       // DPA 2018 s.7(3): not a public authority for the UK GDPR
	CompetentAuthority Term         `terms:"competent-authority"`   // why it may process for law enforcement: DPA 2018 s.30(1)
	Established        Term         `terms:"country"`               // where it is established; the site's country when not said
	Country            Term         `terms:"country"`               // where it handles data
	Address            Text         `fact:"true" varies:"language"` // one line, or several in a block
	Website            URL          `varies:"language"`             // its home page
	PrivacyNotice      URL          `varies:"language"`             // of another body's own notice
	Registration       Registration // its entry in the regulator's register
	Representative     Ref          `refs:"organisation"` // Article 27
	Contacts           []Contact    // how to reach it, by role
	Since              Date         // when it came into being
	Until              Date         // when it ceased
	SucceededBy        []Ref        `refs:"organisation"` // the bodies that took over from it
}

// Registration is the entry in the regulator's register of fee payers (in the
// UK, the Data Protection (Charges and Information) Regulations 2018).
type Registration struct {
	Pos    Pos  `yaml:"-"`
	Number Text `fact:"true"` // such as Z1745294
	Link   URL  // the entry itself
}

// Contact is one way of reaching a body: a role, never a person's name, with
// every channel it has.
type Contact struct {
	Pos       Pos   `yaml:"-"`
	Role      Term  `terms:"contact-role"` // who is reached
	Label     Text  // the name of the team or post, when the role's own is not enough
	Post      Text  `fact:"true" varies:"language"` // the postal address
	Email     Email // just the address
	Phone     Phone // as people dial it
	Textphone Phone // as people dial it
	Relay     Text  // how to call through a relay service
	Form      URL   `varies:"language"` // an online form
	Hours     Text  // when it is answered
}

// Reachable reports whether the contact has at least one channel.
func (c Contact) Reachable() bool {
	return c.Post.Said() || c.Email.Said() || c.Phone.Said() || c.Textphone.Said() || c.Form.Said()
}

// Contact gives the body's contact with that role, and whether there is one.
func (o *Organisation) Contact(role string) (Contact, bool) {
	for _, c := range o.Contacts {
		if c.Role.Value == role {
			return c, true
		}
	}
	return Contact{}, false
}

// Called is what texts call the body after the first time.
func (o *Organisation) Called() string {
	if o.ShortName.Said() {
		return o.ShortName.Value
	}
	return o.Name.Value
}
