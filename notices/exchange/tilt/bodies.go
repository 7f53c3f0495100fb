package tilt

import (
	"regexp"
	"strings"

	"notices.example/notices"
)

func (w *writer) controller() Controller {
	if len(w.c.Controllers) == 0 {
		w.miss("the controller")
		return Controller{}
	}
	for _, other := range w.c.Controllers[1:] {
		w.note("TILT has room for one controller; " + other.Name.Value + " is left out.")
	}
	o := w.c.Controllers[0]
	c := Controller{Name: o.Name.Value, Address: address(o), Country: w.country(o), Representative: w.reach(o)}
	if unit := w.set.Organisations[w.c.ProvidedBy.Value]; unit != nil {
		c.Division = unit.Name.Value
	}
	if c.Address == "" {
		w.note("The notice gives no address of the controller, so TILT's is empty.")
	}
	if c.Representative.Email == "" {
		w.miss("an email address of " + o.Name.Value)
	}
	return c
}

// reach gives how to reach a body: by its general contact, or else the first that has
// an email address.
func (w *writer) reach(o *notices.Organisation) Person {
	general, ok := o.Contact("general")
	if !ok || !general.Email.Said() {
		for _, c := range o.Contacts {
			if c.Email.Said() {
				general = c
				break
			}
		}
	}
	return Person{Name: called(general), Email: general.Email.Value, Phone: phone(general.Phone)}
}

func (w *writer) officer() Officer {
	if len(w.c.Controllers) == 0 {
		return Officer{}
	}
	o := w.c.Controllers[0]
	c, ok := o.Contact("data-protection-officer")
	if !ok || !c.Email.Said() {
		w.miss("an email address of the data protection officer")
	}
	post := oneLine(c.Post.Value)
	if post == "" {
		post = address(o)
	}
	return Officer{Name: called(c), Address: post, Country: w.country(o), Email: c.Email.Value, Phone: phone(c.Phone)}
}

// country gives where a body is: where it says it is, or the country whose law the
// site is under. The EU is no country.
func (w *writer) country(o *notices.Organisation) string {
	switch {
	case o.Established.Said():
		return o.Established.Value
	case o.Country.Said():
		return o.Country.Value
	case w.law.Jurisdiction == "uk":
		return "GB"
	}
	w.miss("the country in which " + o.Name.Value + " is (established)")
	return ""
}

// called gives the name of a contact: what it is called, or its role.
func called(c notices.Contact) string {
	if c.Label.Said() {
		return c.Label.Value
	}
	if c.Role.Said() {
		return strings.ToUpper(c.Role.Value[:1]) + strings.ReplaceAll(c.Role.Value[1:], "-", " ")
	}
	return ""
}

func address(o *notices.Organisation) string {
	if o.Address.Said() {
		return oneLine(o.Address.Value)
	}
	for _, c := range o.Contacts {
		if c.Post.Said() {
			return oneLine(c.Post.Value)
		}
	}
	return ""
}

func oneLine(address string) string {
	return strings.Join(strings.FieldsFunc(address, func(r rune) bool { return r == '\n' }), ", ")
}

// phoneNumber is what TILT takes as a phone number.
var phoneNumber = regexp.MustCompile(`^[+]*[(]?[0-9]{1,4}[)]?[-\s./0-9]*$`)

// phone gives the number, or nothing where it is written as TILT does not take it: TILT can do without.
func phone(p notices.Phone) string {
	if !phoneNumber.MatchString(p.Value) {
		return ""
	}
	return p.Value
}
