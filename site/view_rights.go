package site

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/law"
)

// RightsView is the rights of the person, and how to use them.
type RightsView struct {
	Words     *Words
	Intro     string
	Free      LawSays
	Rows      []RightRow
	How       Text `explain:"here"`
	Contacts  []ContactView
	Identity  Text `explain:"here"`
	TimeLimit Text `explain:"here"`
	Withdraw  Text `explain:"here"`
	Link      string
	Origin    Origin
}

// RightRow is one right, and whether it applies to these purposes.
type RightRow struct {
	ID        string
	Label     Text
	Plain     Text
	Applies   string // in words
	State     string // yes, no or limited
	Reason    Text
	Claim     Text       `explain:"here"` // what the body says of it
	Citations []Citation // two where the GDPR and Part 3 govern different purposes
}

// ObjectionView is the right to object, apart from other information: Article
// 21(4).
type ObjectionView struct {
	Words     *Words
	Text      string
	Marketing []Link // purposes that stop without a reason given: Article 21(3)
	Weighed   []Link // purposes for which reasons are weighed: Article 21(1)
	Unsure    Text   // said instead, when no lawful basis tells
	Contacts  []ContactView
	Citation  Citation
}

// ComplaintsView is how to complain to the controller and to the regulator.
type ComplaintsView struct {
	Words        *Words
	ToController *ControllerComplaint
	ToRegulator  *RegulatorComplaint
	Origin       Origin
}

// ControllerComplaint is the way to complain to the body itself.
type ControllerComplaint struct {
	Words    *Words
	How      Text `explain:"here"`
	Contacts []ContactView
	Form     string
	Stages   []Text `explain:"here"`
}

// RegulatorComplaint is the way to complain to the supervisory authority.
type RegulatorComplaint struct {
	Words   *Words
	Says    LawSays // whether the body itself has to be told first
	How     Text    `explain:"here"`
	Name    Text
	Address []string
	Phone   ContactView // its telephone, in the form of a contact
	Website string
	Link    string
}

func (e *edition) rights() *RightsView {
	if !e.hasRights() {
		return nil
	}
	r := e.c.Rights
	v := &RightsView{
		Words: e.words, Intro: e.words.Statement.RightsIntro, Free: e.lawSays(e.words.Statement.Free, "12(5)"),
		How: e.text(r.How), Contacts: e.contacts(r.Contact, "rights-requests", "data-protection-officer", "information-governance"),
		Identity: e.text(r.Identity), TimeLimit: e.text(r.TimeLimit), Withdraw: e.text(r.WithdrawConsent),
		Link: e.href(r.Link), Origin: e.origin(r.Pos),
	}
	for _, status := range e.rightsOf() {
		v.Rows = append(v.Rows, e.right(status, r.Statements))
	}
	return v
}

func (e *edition) hasRights() bool { return e.c.Rights != nil }

// rightsOf gives the rights that people have under the notice. They are worked out
// once.
func (e *edition) rightsOf() []law.RightStatus {
	if e.rightsHeld == nil {
		e.rightsHeld = e.law.RightsOf(e.c)
	}
	return e.rightsHeld
}

func (e *edition) right(s law.RightStatus, claims []notices.RightStatement) RightRow {
	row := RightRow{
		ID: "right--" + s.Right.ID, Label: e.wording(s.Right.Label), Plain: e.wording(s.Right.Plain),
		State: s.Applies, Applies: e.words.Label("applies", s.Applies), Reason: e.wording(s.Reason),
		Citations: mapTo(s.Provisions, e.cite),
	}
	for _, claim := range claims {
		if claim.Right.Value == s.Right.ID {
			row.Claim = e.text(claim.Reason)
		}
	}
	return row
}

// contacts gives each controller's contact with the role, or with the first of
// the other roles that it has.
func (e *edition) contacts(role notices.Term, others ...string) []ContactView {
	var all []ContactView
	for _, o := range e.c.Controllers {
		for _, r := range append([]string{role.Value}, others...) {
			c, found := o.Contact(r)
			if !found {
				continue
			}
			contact := e.contact(c)
			if len(e.c.Controllers) > 1 {
				contact.Body = e.nameOf(o)
			}
			all = append(all, contact)
			break
		}
	}
	return all
}

// objection gives the right to object where it applies. It needs no word of the
// notice: it follows from the lawful bases.
func (e *edition) objection() *ObjectionView {
	s := e.objectsTo()
	if s == nil {
		return nil
	}
	v := &ObjectionView{
		Words: e.words, Text: e.words.Statement.Objection,
		Contacts: e.contacts(e.c.Rights.Contact, "rights-requests", "data-protection-officer", "information-governance", "general"),
		Citation: e.cite(s.Right.Provision),
	}
	o := law.ObjectionsTo(e.c)
	v.Marketing, v.Weighed = mapTo(o.Marketing, e.purposeLink), mapTo(o.Weighed, e.purposeLink)
	if len(o.Marketing)+len(o.Weighed) == 0 {
		v.Unsure = e.wording(s.Reason)
	}
	return v
}

// objectsTo gives the right to object, or nil where it does not apply.
func (e *edition) objectsTo() *law.RightStatus {
	if len(e.c.Purposes) == 0 || !e.hasRights() {
		return nil
	}
	held := e.rightsOf()
	for i := range held {
		if held[i].Right.ID == "objection" && held[i].Applies != "no" {
			return &held[i]
		}
	}
	return nil
}

// mapTo gives a list with each value made into another.
func mapTo[A, B any](list []A, to func(A) B) []B {
	if len(list) == 0 {
		return nil
	}
	all := make([]B, len(list))
	for i := range list {
		all[i] = to(list[i])
	}
	return all
}

func (e *edition) complaints() *ComplaintsView {
	if !e.hasComplaints() {
		return nil
	}
	c := e.c.Complaints
	v := &ComplaintsView{Words: e.words, Origin: e.origin(c.Pos)}
	if r := c.ToController; r != nil {
		v.ToController = &ControllerComplaint{
			Words: e.words, How: e.text(r.How), Form: e.href(r.Form), Stages: e.texts(r.Stages),
			Contacts: e.contacts(r.Contact, "complaints", "data-protection-officer", "information-governance"),
		}
		if slices.ContainsFunc(v.ToController.Contacts, func(c ContactView) bool { return c.Form == v.ToController.Form }) {
			v.ToController.Form = "" // it is among the contacts
		}
	}
	if r := c.ToRegulator; r != nil {
		v.ToRegulator = e.regulator(*r)
	}
	return v
}

func (e *edition) hasComplaints() bool {
	c := e.c.Complaints
	return c != nil && (c.ToController != nil || c.ToRegulator != nil)
}

// regulatorProvisions are the right to complain to the regulator, the one that says
// most first.
var regulatorProvisions = []string{"DPA 2018 s.165", "77"}

// regulator gives the regulator that is named, or the only one there is. Its
// contact points are dated data of the law, not content.
func (e *edition) regulator(r notices.ComplaintRoute) *RegulatorComplaint {
	v := &RegulatorComplaint{Words: e.words, Says: e.lawSays(e.words.Statement.Regulator, regulatorProvisions...), How: e.text(r.How)}
	if _, first := e.law.Item("complaint-to-controller"); first {
		v.Says.Text = e.words.Statement.RegulatorSecond
	}
	named, found := e.law.Regulator(r.Regulator.Value)
	if !found && len(e.law.Regulators) == 1 {
		named = e.law.Regulators[0]
	}
	v.Name = e.wording(named.Name)
	v.Address = lines(notices.Text{Value: named.Address})
	v.Phone = ContactView{Words: e.words, Phone: named.Phone, PhoneHref: tel(notices.Phone{Value: named.Phone})}
	v.Website = named.Website
	v.Link = or(e.href(r.Form), named.ComplaintLink)
	return v
}
