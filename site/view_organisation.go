package site

import (
	"slices"

	"notices.example/notices"
)

// OrganisationView is the page of one body.
type OrganisationView struct {
	Page
	Summary       Text
	Closed        string // the day it ceased, when it has
	LegalForm     Text
	AlsoKnownAs   []Text
	HostedBy      Link
	SitsWithin    Link
	Address       []string
	Country       string
	Website       string
	PrivacyNotice string
	Registration  RegistrationView
	Represents    Link // its representative under Article 27
	Since         string
	SucceededBy   []Link
	Replaced      []Link // its predecessors
	Contacts      []ContactView
	Controls      []NoticeLink // notices it is controller of
	Receives      []NoticeLink // notices it is a recipient in
	Given         string       // the link to what it is given, and what for
	GivenIn       string       // in how many notices, when they are too many to list
	Provides      []NoticeLink // notices it is a source in
}

// HasDetails reports whether there is anything to list below the contacts.
func (v *OrganisationView) HasDetails() bool {
	return len(v.Address)+len(v.AlsoKnownAs)+len(v.Replaced) > 0 ||
		v.Country != "" || v.Website != "" || v.PrivacyNotice != "" || v.Registration.Number != "" || v.Since != "" ||
		v.LegalForm.Said() || v.HostedBy.Said() || v.SitsWithin.Said() || v.Represents.Said()
}

// brief says what the page is for, when the body itself is not described.
func (v *OrganisationView) brief() string {
	if v.Closed != "" {
		return v.Words.Org.Closed + " " + v.Closed
	}
	return v.Words.Org.Contacts
}

// planOrganisation plans the page of a body in one language. Its facts are the
// same in all of them.
func (p *plan) planOrganisation(o *notices.Organisation, lang string) {
	address := organisationAddress(o.ID.Value)
	here := p.at(inLanguage(address, lang, p.main), lang)
	o, here.own = here.bodyHere(o), p.main
	v := &OrganisationView{
		Page: here.frame(here.nameOf(o), address), Summary: here.common(o.Description),
		Closed: here.words.Date(o.Until), Since: here.words.Date(o.Since), LegalForm: here.common(o.LegalForm),
		AlsoKnownAs: here.texts(o.AlsoKnownAs), HostedBy: here.organisation(o.HostedBy), SitsWithin: here.organisation(o.SitsWithin),
		Address: lines(o.Address), Website: here.href(o.Website), PrivacyNotice: here.href(o.PrivacyNotice),
		Registration: here.registration(o), Represents: here.organisation(o.Representative),
	}
	v.Description = v.Summary
	if !v.Description.Said() {
		v.Description = Text{Value: v.Title.Value + ": " + v.brief()}
	}
	v.Breadcrumbs = []Link{here.homeLink()}
	if country := or(o.Country.Value, o.Established.Value); country != "" {
		v.Country = here.words.Country(country)
	}
	for _, c := range o.Contacts {
		v.Contacts = append(v.Contacts, here.contact(c))
	}
	here.succession(v, o)
	here.roles(v, o.ID.Value)
	if v.Given = here.sharedWith("organisation--" + o.ID.Value); v.Given != "" && len(v.Receives) > manyLinks {
		v.Receives, v.GivenIn = nil, here.count(len(v.Receives))
	}
	for _, list := range [][]NoticeLink{v.Controls, v.Receives, v.Provides} {
		here.sortLinks(list)
	}
	p.addFrom(o.Pos.File, "", here.at, "organisation", v)
}

// succession links a body with those before and after it.
func (p *place) succession(v *OrganisationView, o *notices.Organisation) {
	for _, r := range o.SucceededBy {
		v.SucceededBy = append(v.SucceededBy, p.organisation(r))
	}
	for _, other := range p.predecessors()[o.ID.Value] {
		v.Replaced = append(v.Replaced, p.organisation(notices.Ref{Value: other.ID.Value}))
	}
}

// predecessors gives the bodies that others took over from, in the order of their
// names, by the ID of the other. They are looked for once.
func (p *place) predecessors() map[string][]*notices.Organisation {
	all, known := p.replaced[p.lang]
	if !known {
		all = map[string][]*notices.Organisation{}
		for _, o := range p.byName() {
			for i, successor := range o.SucceededBy {
				if !notices.Refers(o.SucceededBy[:i], successor.Value) { // once
					all[successor.Value] = append(all[successor.Value], o)
				}
			}
		}
		p.replaced[p.lang] = all
	}
	return all
}

// roles lists the notices that a body has a part in.
func (p *place) roles(v *OrganisationView, id string) {
	for _, part := range p.partsOf(id) {
		link := p.noticeLink(part.notice)
		if part.role.Controls {
			v.Controls = append(v.Controls, link)
		}
		if part.role.Receives {
			v.Receives = append(v.Receives, link)
		}
		if part.role.Provides {
			v.Provides = append(v.Provides, link)
		}
	}
}

// role is what a body has to do with one notice.
type role struct {
	Body                         string // its ID
	Responsible                  bool   // it is among the controllers that were found
	Controls, Receives, Provides bool
}

// rolesIn gives the bodies that have anything to do with a notice.
func rolesIn(c *notices.Complete) (roles []role) {
	of := func(id string) *role {
		i := slices.IndexFunc(roles, func(r role) bool { return r.Body == id })
		if i < 0 {
			i, roles = len(roles), append(roles, role{Body: id})
		}
		return &roles[i]
	}
	for _, o := range c.Controllers {
		of(o.ID.Value).Responsible = true
	}
	for _, r := range c.Controller {
		of(r.Value).Controls = true
	}
	for _, r := range c.Recipients.Items {
		of(r.Organisation.Value).Receives = true
	}
	for _, s := range c.Sources.Items {
		of(s.Organisation.Value).Provides = true
	}
	return slices.DeleteFunc(roles, func(r role) bool { return r.Body == "" })
}

// part is a notice, and what a body has to do with it.
type part struct {
	notice *notices.Face
	role   *role
}

// partsOf gives the notices that name a body, in their order. All notices are looked
// through once, for all bodies.
func (p *plan) partsOf(id string) []part {
	if p.parts == nil {
		p.parts = map[string][]part{}
		for _, f := range p.order {
			roles := p.surveyed[f.ID.Value].Roles
			for i := range roles {
				r := &roles[i]
				p.parts[r.Body] = append(p.parts[r.Body], part{f, r})
			}
		}
	}
	return p.parts[id]
}

// controlledBy gives the notices that a body is responsible for.
func (p *plan) controlledBy(id string) (list []*notices.Face) {
	for _, part := range p.partsOf(id) {
		if part.role.Responsible {
			list = append(list, part.notice)
		}
	}
	return list
}
