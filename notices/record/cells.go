package record

import (
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
)

// none is what a cell says where the notice says that there is none.
const none = "None"

func (a activity) controllers() string {
	var list []string
	for _, o := range a.c.Controllers {
		list = append(list, joined(o.Name.Value, inLine(o.Address.Value)))
	}
	return strings.Join(list, "\n")
}

// officers gives how to reach the data protection officer of each controller.
func (a activity) officers() string {
	var list []string
	for _, o := range a.c.Controllers {
		if c, ok := o.Contact("data-protection-officer"); ok {
			list = append(list, joined(c.Label.Value, c.Email.Value, c.Phone.Value, inLine(c.Post.Value)))
		}
	}
	return strings.Join(list, "\n")
}

func (a activity) subjects() string {
	var list []string
	for _, s := range a.c.DataSubjects {
		list = append(list, s.Label.Value)
	}
	return strings.Join(list, "\n")
}

// data gives the items that the purpose uses.
func (a activity) data() string { return strings.Join(a.labels(a.p.Data), "\n") }

func (a activity) labels(refs []notices.Ref) (list []string) {
	for _, r := range refs {
		if d, found := a.c.DataItem(r.Value); found {
			list = append(list, d.Label.Value)
		}
	}
	return list
}

// sensitive gives what of it is special category data or about offences.
func (a activity) sensitive() string {
	var list []string
	for _, r := range a.p.Data {
		d, found := a.c.DataItem(r.Value)
		switch {
		case !found:
		case d.SpecialCategory.Said():
			list = append(list, d.Label.Value+": "+meaning("special-category", d.SpecialCategory))
		case d.CriminalOffence.Yes():
			list = append(list, d.Label.Value+": offences (10)")
		}
	}
	return strings.Join(list, "\n")
}

// recipients gives those who get data for the purpose: those that name it, and those
// that name none and get some of its data.
func (a activity) recipients() string {
	if a.c.Recipients.None {
		return none
	}
	var list []string
	for _, r := range a.c.Recipients.Items {
		if a.concerned(r.Purposes, r.Data) {
			list = append(list, joined(a.recipient(r), strings.ReplaceAll(r.Role.Value, "-", " ")))
		}
	}
	return strings.Join(list, "\n")
}

// concerned reports whether what is said of purposes and data concerns this purpose.
// Saying neither means all.
func (a activity) concerned(purposes, data []notices.Ref) bool {
	if len(purposes) > 0 {
		return notices.Refers(purposes, a.p.ID.Value)
	}
	return len(data) == 0 || slices.ContainsFunc(data, func(r notices.Ref) bool { return notices.Refers(a.p.Data, r.Value) })
}

func (a activity) recipient(r notices.Recipient) string {
	if o := a.set.Organisations[r.Organisation.Value]; o != nil {
		return o.Name.Value
	}
	return either(r.Name.Value, r.Organisation.Value)
}

// transfers gives the transfers of data that the purpose uses.
func (a activity) transfers() (list []notices.Transfer) {
	for _, t := range a.c.Transfers.Items {
		if a.concerned(nil, t.Data) {
			list = append(list, t)
		}
	}
	return list
}

func (a activity) countries() string {
	if a.c.Transfers.None {
		return none
	}
	var list []string
	for _, t := range a.transfers() {
		for _, country := range t.Countries {
			if !slices.Contains(list, country.Value) {
				list = append(list, country.Value)
			}
		}
	}
	return strings.Join(list, ", ")
}

func (a activity) safeguards() string {
	var list []string
	for _, t := range a.transfers() {
		list = append(list, joined(meaning("safeguard", t.Safeguard), t.Detail.Value))
	}
	return strings.Join(list, "\n")
}

// retention gives the rows on how long the data of the purpose is kept.
func (a activity) retention() string {
	var list []string
	for _, r := range a.c.Retention {
		if !a.concerned(r.Purposes, r.Data) {
			continue
		}
		about := strings.Join(append(a.labels(r.Data), either(r.What.Value, "")), ", ")
		how := either(r.Period.Words(), r.Criteria.Value)
		if r.From.Said() {
			how += " from " + r.From.Value
		}
		list = append(list, strings.TrimPrefix(fmt.Sprintf("%s: %s", strings.Trim(about, ", "), joined(how, r.Then.Value, r.Schedule.Row.Value)), ": "))
	}
	return strings.Join(list, "\n")
}

func (a activity) sources() string {
	if a.c.Sources.None {
		return none
	}
	var list []string
	for _, s := range a.c.Sources.Items {
		if a.concerned(nil, s.Data) {
			name := s.Name.Value
			if o := a.set.Organisations[s.Organisation.Value]; o != nil {
				name = o.Name.Value
			}
			list = append(list, name)
		}
	}
	return strings.Join(list, "\n")
}

func (a activity) decisions() string {
	if a.c.AutomatedDecisions.None {
		return none
	}
	var list []string
	for _, d := range a.c.AutomatedDecisions.Items {
		if a.concerned(d.Purposes, d.Data) {
			list = append(list, d.What.Value)
		}
	}
	return strings.Join(list, "\n")
}

// joined puts the parts that there are into one line.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}

// inLine puts the lines of an address into one.
func inLine(address string) string {
	return strings.Join(strings.FieldsFunc(address, func(r rune) bool { return r == '\n' }), ", ")
}
