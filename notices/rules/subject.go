package rules

import (
	"slices"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// Subject is one notice as a rule sees it: complete, with the law that is in
// force for it.
type Subject struct {
	Notice    *notices.Complete // its CorporateOf is nil, and so in all that around gives: see corporate
	Law       *law.Law          // on the day that Notice.LawDay gives
	Day       time.Time         // of the check
	Article13 bool              // data comes from the people themselves
	Article14 bool              // data comes from someone or somewhere else
	Part3     bool              // a purpose is law enforcement: DPA 2018 Part 3
	Rights    []law.RightStatus

	asked  []*notices.DataItem // the items that people are asked for
	items  map[string]ItemState
	around *around
}

func newSubject(c *notices.Complete, l *law.Law, day time.Time, around *around) *Subject {
	s := &Subject{Notice: c, Law: l, Day: day, Rights: l.RightsOf(c), around: around}
	s.Article13, s.Article14 = c.Articles()
	gdpr, part3 := l.Regimes(c)
	s.Article13, s.Article14, s.Part3 = s.Article13 && gdpr, s.Article14 && gdpr, part3
	s.asked = make([]*notices.DataItem, 0, len(c.Data))
	for i := range c.Data {
		if d := &c.Data[i]; askedFor(*d) {
			s.asked = append(s.asked, d)
		}
	}
	s.items = make(map[string]ItemState, len(lookUps))
	for id := range lookUps {
		s.items[id] = s.itemState(id)
	}
	return s
}

// onlyPart3 reports whether every purpose is law enforcement, so that the notice
// is not under the GDPR at all.
func (s *Subject) onlyPart3() bool { return s.Part3 && !s.Article13 && !s.Article14 }

// Item gives the state of an item of information in the notice.
func (s *Subject) Item(id string) ItemState { return s.items[id] }

// missing reports whether an item is missing and no other finding says why.
func (s *Subject) missing(item string) bool {
	return s.items[item].State == Missing && !s.items[item].Refused
}

// unwritten reports whether a value was not written at all. One that is written
// but not said was refused by load, which reports it: one finding is enough.
func unwritten(said bool, p notices.Pos) bool { return !said && p.IsZero() }

// refused reports whether a text was written and load refused it.
func refused(t notices.Text) bool { return !t.Said() && !t.Pos.IsZero() }

// organisation gives the body a reference names, or nil: inherit reports a
// reference to nothing.
func (s *Subject) organisation(r notices.Ref) *notices.Organisation {
	return s.around.organisation(r.Value)
}

// sharedPlace is where a part is missing that notices take over from the corporate
// notice: there, so that what one line puts right is told once for all of them.
func (s *Subject) sharedPlace() notices.Pos { return s.corporateName().pos }

// corporate gives the corporate notice that this one builds on, or nil; and
// corporateName no more than its name and place, which seldom change.
func (s *Subject) corporate() *notices.Notice { return s.around.corporate(s.Notice.ID.Value) }

func (s *Subject) corporateName() corporateName { return s.around.corporateName(s.Notice.ID.Value) }

// contact gives the contact of a body with that role. A body that another one
// is accountable for can be reached through that one.
func (s *Subject) contact(o *notices.Organisation, role string) (notices.Contact, bool) {
	if c, ok := o.Contact(role); ok {
		return c, true
	}
	if host := s.organisation(o.HostedBy); host != nil && host != o {
		return host.Contact(role)
	}
	return notices.Contact{}, false
}

// roleRefused reports whether a contact of the body, or of the one that is
// accountable for it, has a role that load refused: it may be any.
func (s *Subject) roleRefused(o *notices.Organisation) bool {
	contacts := o.Contacts
	if host := s.organisation(o.HostedBy); host != nil {
		contacts = slices.Concat(contacts, host.Contacts)
	}
	unread := func(c notices.Contact) bool { return !c.Role.Said() && !c.Role.Pos.IsZero() }
	return slices.ContainsFunc(contacts, unread) || s.contactsRefused(o)
}

// channelRefused reports whether a way to reach the body was written and load
// refused it.
func channelRefused(o *notices.Organisation) bool {
	if refused(o.Address) {
		return true
	}
	return slices.ContainsFunc(o.Contacts, func(c notices.Contact) bool {
		return !c.Reachable() && written(c.Post.Pos, c.Email.Pos, c.Phone.Pos, c.Textphone.Pos, c.Form.Pos)
	})
}

// reachable reports whether a notice that names the body says how to reach it, or
// the body that is accountable for it: a postal address will do, and so will any
// channel of any contact.
func (s *Subject) reachable(o *notices.Organisation) bool {
	host := s.organisation(o.HostedBy)
	return hasChannel(o) || host != nil && hasChannel(host)
}

func hasChannel(o *notices.Organisation) bool {
	return o.Address.Said() || slices.ContainsFunc(o.Contacts, notices.Contact.Reachable)
}

// isPublicAuthority reports whether the body is a public authority for this law.
// In the UK a parish or community council is not: DPA 2018 s.7(3).
func (s *Subject) isPublicAuthority(o *notices.Organisation) bool {
	parish := o.ParishCouncil.Yes() && s.Law.Jurisdiction == "uk"
	return o.PublicAuthority.Yes() && !parish
}

// publicAuthority gives the first controller that is a public authority.
func (s *Subject) publicAuthority() (*notices.Organisation, bool) {
	for _, o := range s.Notice.Controllers {
		if s.isPublicAuthority(o) {
			return o, true
		}
	}
	return nil, false
}

// country gives where a recipient handles data, as far as is said.
func (s *Subject) country(r notices.Recipient) notices.Term {
	if r.Country.Said() {
		return r.Country
	}
	o := s.organisation(r.Organisation)
	switch {
	case o == nil:
		return notices.Term{}
	case o.Country.Said():
		return o.Country
	}
	return o.Established
}

// purposesUsing gives the purposes that use a data item with the property.
func (s *Subject) purposesUsing(has func(notices.DataItem) bool) []usedBy {
	having := map[string]*notices.DataItem{} // the first of each ID, where that has it
	for i := range s.Notice.Data {
		if d := &s.Notice.Data[i]; has(*d) && s.item(d.ID.Value) == d {
			having[d.ID.Value] = d
		}
	}
	if len(having) == 0 {
		return nil
	}
	var list []usedBy
	for i := range s.Notice.Purposes {
		u := usedBy{Purpose: &s.Notice.Purposes[i]}
		for _, ref := range u.Purpose.Data {
			if d := having[ref.Value]; d != nil {
				u.of = append(u.of, d)
			}
		}
		if len(u.of) > 0 {
			list = append(list, u)
		}
	}
	return list
}

// item gives the data item with that ID, or nil.
func (s *Subject) item(id string) *notices.DataItem {
	for i := range s.Notice.Data {
		if d := &s.Notice.Data[i]; d.ID.Value == id {
			return d
		}
	}
	return nil
}

// isUsed reports whether a purpose uses the data item.
func (s *Subject) isUsed(item string) bool {
	return s.isUsedFor(item, func(*notices.Purpose) bool { return true })
}

// isUsedFor reports whether such a purpose uses the data item.
func (s *Subject) isUsedFor(item string, such func(*notices.Purpose) bool) bool {
	for i := range s.Notice.Purposes {
		if p := &s.Notice.Purposes[i]; notices.Refers(p.Data, item) && such(p) {
			return true
		}
	}
	return false
}

// usedBy is a purpose with those of its data items that are looked for.
type usedBy struct {
	Purpose *notices.Purpose
	of      []*notices.DataItem
}

// items gives the data items, for a finding.
func (u usedBy) items() []notices.DataItem {
	list := make([]notices.DataItem, len(u.of))
	for i, d := range u.of {
		list[i] = *d
	}
	return list
}
