package site

import (
	"html/template"
	"slices"

	"notices.example/notices"
)

// ControllersView says who decides how the data is used, and how to reach them.
type ControllersView struct {
	Words        *Words
	Joint        bool
	Controllers  []ControllerView
	Essence      Text `explain:"here"` // of the joint arrangement
	JointContact Link
	Shares       []ShareRow
	Agreement    string
	ProvidedBy   Link
	ProcessorFor []ProcessorForRow
}

// ControllerView is one controller.
type ControllerView struct {
	Name                 Link
	Description          Text `explain:"here"`
	HostedBy, SitsWithin Link
	Address              []string
	Website              string
	Registration         RegistrationView
	Representative       Link
	Contacts             []ContactView
}

// RegistrationView is a body's entry in the regulator's register.
type RegistrationView struct {
	Number string
	Href   string
}

// ShareRow says what a joint controller looks after.
type ShareRow struct {
	Organisation Link
	For          Text `explain:"here"`
}

// ProcessorForRow says for whom the body works as a processor.
type ProcessorForRow struct {
	Name Link
	When Text `explain:"here"`
}

// ContactView is one way of reaching a body, with every channel it has.
type ContactView struct {
	Words         *Words
	Body          Text // whose contact it is, where that is not plain
	Role          Text `explain:"here"`
	Meaning       Text `explain:"no"` // of the role, where it is said first
	Post          []string
	Email         string
	EmailHref     template.URL
	Phone         string
	PhoneHref     template.URL
	Textphone     string
	TextphoneHref template.URL
	Relay         Text
	Form          string
	Hours         Text
}

func (e *edition) controllers() *ControllersView {
	if len(e.c.Controllers) == 0 {
		return nil
	}
	v := &ControllersView{Words: e.words, Joint: len(e.c.Controllers) > 1}
	for _, o := range e.c.Controllers {
		v.Controllers = append(v.Controllers, e.controller(o))
	}
	e.sayRoles(v.Controllers)
	joint := e.c.JointArrangement
	v.Essence, v.JointContact, v.Agreement = e.text(joint.Essence), e.organisation(joint.Contact), e.href(joint.Agreement)
	for _, s := range joint.Shares {
		v.Shares = append(v.Shares, ShareRow{Organisation: e.organisation(s.Organisation), For: e.text(s.For)})
	}
	v.ProvidedBy = e.organisation(e.c.ProvidedBy)
	for _, f := range e.c.AlsoProcessorFor {
		v.ProcessorFor = append(v.ProcessorFor, ProcessorForRow{Name: e.named(f.Organisation, f.Name), When: e.text(f.When)})
	}
	return v
}

// controllerRoles are the contacts that a notice shows; the body's own page has
// all of them.
var controllerRoles = []string{"data-protection-officer", "information-governance", "rights-requests", "general"}

func (e *edition) controller(o *notices.Organisation) ControllerView {
	v := ControllerView{
		Name:         e.organisation(notices.Ref{Value: o.ID.Value}),
		Description:  e.common(o.Description),
		HostedBy:     e.organisation(o.HostedBy),
		SitsWithin:   e.organisation(o.SitsWithin),
		Address:      lines(o.Address),
		Website:      e.href(o.Website),
		Registration: e.registration(o),
	}
	v.Representative = e.organisation(o.Representative)
	for _, role := range controllerRoles {
		if contact, found := o.Contact(role); found {
			shown := e.contact(contact)
			if slices.Equal(shown.Post, v.Address) {
				shown.Post = nil // it stands above
			}
			v.Contacts = append(v.Contacts, shown)
		}
	}
	return v
}

// unlinkRoles takes the link to its meaning off each role that has its meaning
// beside it.
func (v *ControllersView) unlinkRoles() {
	if v == nil {
		return
	}
	for i := range v.Controllers {
		for j := range v.Controllers[i].Contacts {
			if contact := &v.Controllers[i].Contacts[j]; contact.Meaning.Said() {
				contact.Role.Runs = nil
			}
		}
	}
}

// sayRoles says of each role what it means, where it stands first.
func (e *edition) sayRoles(controllers []ControllerView) {
	said := map[Text]bool{}
	for i := range controllers {
		for j := range controllers[i].Contacts {
			contact := &controllers[i].Contacts[j]
			if meaning := e.termsIn().meaning(contact.Role); !said[meaning] {
				contact.Meaning, said[meaning] = meaning, meaning.Said()
			}
		}
	}
}

// registration links to the body's entry, or else to the regulator's register.
func (p *place) registration(o *notices.Organisation) RegistrationView {
	v := RegistrationView{Number: o.Registration.Number.Value, Href: p.href(o.Registration.Link)}
	if v.Number != "" && v.Href == "" {
		v.Href = p.register()
	}
	return v
}

// register gives the address of the regulator's register, where there is one
// regulator that keeps one.
func (p *place) register() string {
	for _, r := range p.lawFor(&notices.Notice{}).Regulators {
		if r.RegisterLink != "" {
			return r.RegisterLink
		}
	}
	return ""
}

// contact gives a contact with its channels. What stands in a body's own file is
// written in the main language.
func (p *place) contact(c notices.Contact) ContactView {
	role := Text{Value: p.label("contact-role", c.Role)}
	if c.Label.Said() {
		role = p.common(c.Label)
	}
	return ContactView{
		Words: p.words, Role: role, Post: lines(c.Post),
		Email: c.Email.Value, EmailHref: mailto(c.Email),
		Phone: c.Phone.Value, PhoneHref: tel(c.Phone),
		Textphone: c.Textphone.Value, TextphoneHref: tel(c.Textphone),
		Relay: p.common(c.Relay), Form: p.href(c.Form), Hours: p.common(c.Hours),
	}
}

// named gives the link to a body, or the words that stand for it.
func (e *edition) named(r notices.Ref, name notices.Text) Link {
	if link := e.organisation(r); link.Said() {
		return link
	}
	return Link{Text: e.text(name)}
}
