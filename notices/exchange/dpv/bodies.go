package dpv

import (
	"slices"

	"notices.example/notices"
)

func (w *writer) controller(o *notices.Organisation) Body {
	b := Body{ID: w.bodyNode(o), Types: []string{"dpv:DataController"}, Name: w.say(o.Name), Address: w.say(o.Address), Country: country(o.Established)}
	if o.PublicAuthority.Yes() {
		b.Types = append(b.Types, "dpv:PublicSectorBody")
	}
	if c, ok := o.Contact("data-protection-officer"); ok {
		b.Officer = &Body{Types: []string{"dpv:DataProtectionOfficer"}, Name: w.say(c.Label), Address: w.say(c.Post), Contact: reached(c)}
	}
	if c, ok := o.Contact("general"); ok {
		b.Contact = reached(c)
	}
	return b
}

func (w *writer) bodyNode(o *notices.Organisation) string {
	return w.page + "#organisation-" + o.ID.Value
}

// reached gives how to reach a contact.
func reached(c notices.Contact) []string {
	return slices.DeleteFunc([]string{c.Email.Value, c.Phone.Value, c.Form.Value}, func(s string) bool { return s == "" })
}

func (w *writer) joint() *Joint {
	if len(w.c.Controllers) < 2 {
		return nil
	}
	j := &Joint{Type: "dpv:JointDataControllers", About: w.say(w.c.JointArrangement.Essence)}
	for _, o := range w.c.Controllers {
		j.Controllers = append(j.Controllers, Node{w.bodyNode(o)})
	}
	return j
}

// recipient gives who gets data: a body or a kind of bodies.
func (w *writer) recipient(r notices.Recipient) Body {
	b := Body{Types: classes("dpv:Recipient", roles, r.Role), Name: w.say(r.Name), About: w.say(r.Purpose), Country: country(r.Country)}
	if o := w.set.Organisations[r.Organisation.Value]; o != nil {
		b.Name, b.Address = w.say(o.Name), w.say(o.Address)
		if b.Country == nil {
			b.Country = country(o.Country)
		}
	}
	return b
}

// sources gives where an item comes from that the person does not give.
func (w *writer) sources(item notices.DataItem) (list []Body) {
	for _, s := range w.c.Sources.Items {
		if !notices.Refers(s.Data, item.ID.Value) && !(len(s.Data) == 0 && item.Origin.Is("obtained")) {
			continue
		}
		b := Body{Types: []string{"dpv:DataSource"}, Name: w.say(s.Name), About: w.say(s.When)}
		if o := w.set.Organisations[s.Organisation.Value]; o != nil {
			b.Name = w.say(o.Name)
		}
		if s.PubliclyAvailable.Yes() {
			b.Types = append(b.Types, "dpv:PublicDataSource")
		} else if s.PubliclyAvailable.No() {
			b.Types = append(b.Types, "dpv:NonPublicDataSource")
		}
		list = append(list, b)
	}
	return list
}
