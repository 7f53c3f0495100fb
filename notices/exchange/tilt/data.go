package tilt

import (
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/law"
)

// data gives the items of data, each with all that is done with it.
func (w *writer) data() []Data {
	list := []Data{}
	for _, item := range w.c.Data {
		d := Data{
			ID: item.ID.Value, Category: item.Label.Value, Purposes: []Purpose{}, Grounds: []Ground{},
			Recipients: w.recipients(item), Storage: w.storage(item), NotProvided: w.notProvided(item),
		}
		for _, p := range w.c.PurposesUsing(item.ID.Value) {
			d.Purposes = append(d.Purposes, Purpose{Purpose: p.Purpose.Value, Description: joined(". ", p.Purpose.Value, p.Note.Value)})
			d.addGrounds(w.grounds(p))
			if p.LawfulBasis.Is("legitimate-interests") {
				d.Interests = append(d.Interests, Interest{Exists: true, Reasoning: p.LegitimateInterests.Value})
			}
		}
		if len(d.Interests) == 0 {
			d.Interests = []Interest{{Exists: false}}
		}
		if len(d.Purposes) == 0 {
			w.note("The notice has no purpose for “" + item.Label.Value + "”.")
		}
		if item.SpecialCategory.Said() || item.CriminalOffence.Yes() {
			w.note("TILT does not tell special category and offence data from other data; only the grounds do.")
		}
		list = append(list, d)
	}
	w.noteNotProvided()
	if !w.c.Recipients.Said() {
		w.note("The notice does not say who gets the data; in TILT that reads as if nobody did.")
	}
	if len(list) == 0 {
		w.note("The notice has no items of data, and in TILT all purposes belong to one; so none of them is there.")
	}
	return list
}

func (d *Data) addGrounds(grounds []Ground) {
	for _, g := range grounds {
		if !slices.Contains(d.Grounds, g) {
			d.Grounds = append(d.Grounds, g)
		}
	}
}

// grounds gives what a purpose rests on in law.
func (w *writer) grounds(p notices.Purpose) (list []Ground) {
	for _, g := range []struct {
		list   string
		term   notices.Term
		detail string
	}{
		{"lawful-basis", p.LawfulBasis, p.BasisInLaw.Value},
		{"recognised-interest", p.RecognisedInterest, ""},
		{"special-category-condition", p.Condition, ""},
		{"schedule-1", p.Schedule1, ""},
		{"law-enforcement-ground", p.LawEnforcementGround, p.BasisInLaw.Value},
		{"schedule-8", p.Schedule8, ""},
	} {
		if label, provision := law.Meaning(g.list, g.term.Value); provision != "" {
			list = append(list, Ground{Reference: w.reference(provision), Description: joined(": ", label, g.detail)})
		}
	}
	return list
}

// reference writes a provision as TILT has it: 6(1)(e) is UKGDPR-6-1-e, and DPA 2018
// Sch 1 para 6 is DPA-2018-sch-1-para-6.
func (w *writer) reference(provision string) string {
	act := "GDPR"
	if w.law.Jurisdiction == "uk" {
		act = "UKGDPR"
	}
	if rest, found := strings.CutPrefix(provision, "DPA 2018 "); found {
		act, provision = "DPA-2018", rest
	}
	parts := strings.FieldsFunc(strings.ToLower(provision), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	})
	return act + "-" + strings.Join(parts, "-")
}

// recipients gives who gets the item.
func (w *writer) recipients(item notices.DataItem) []Recipient {
	list := []Recipient{}
	for _, r := range w.c.Recipients.Items {
		if !w.concerns(item, r.Data, r.Purposes) {
			continue
		}
		t := Recipient{Category: strings.ReplaceAll(r.Role.Value, "-", " "), Country: r.Country.Value}
		if o := w.set.Organisations[r.Organisation.Value]; o != nil {
			t.Name, t.Address = o.Name.Value, address(o)
			if t.Country == "" {
				t.Country = o.Country.Value
			}
		} else {
			t.Category = joined("; ", r.Name.Value, t.Category)
		}
		list = append(list, t)
	}
	return list
}

// storage gives how long the item is kept.
func (w *writer) storage(item notices.DataItem) []Storage {
	s := Storage{Aggregation: "max"}
	for _, r := range w.c.Retention {
		if !w.concerns(item, r.Data, r.Purposes) {
			continue
		}
		words := retentionWords(r)
		if r.Period.Said() {
			s.Temporal = append(s.Temporal, Temporal{Description: words, TTL: duration(r.Period)})
		} else if words = joined("; ", r.Criteria.Value, words); words != "" {
			s.Conditional = append(s.Conditional, words)
		}
	}
	if s.Temporal == nil && s.Conditional == nil {
		return []Storage{}
	}
	return []Storage{s}
}

// retentionWords gives what a row of retention says besides how long.
func retentionWords(r notices.Retention) string {
	from, then := "", ""
	if r.From.Said() {
		from = "From " + r.From.Value
	}
	if r.Then.Said() {
		then = "then " + r.Then.Value
	}
	return joined("; ", r.What.Value, from, then, r.Exceptions.Value, r.Schedule.Row.Value)
}

// duration writes a length of time in the units that TILT knows.
func duration(p notices.Period) string {
	p.Days, p.Weeks = p.Days+7*p.Weeks, 0
	return p.String()
}

// notProvided gives what follows when the item is not given: Article 13(2)(e). What has
// to be given for something else to be done is no obligation.
func (w *writer) notProvided(item notices.DataItem) NonDisclosure {
	return NonDisclosure{
		LegalRequirement: item.Provision.Is("statutory"), ContractualRegulation: item.Provision.Is("contractual"),
		ObligationToProvide: item.Provision.Is("statutory", "contractual"), Consequences: item.IfNotGiven.Value,
	}
}

// noteNotProvided tells of the items of which the notice says nothing there.
func (w *writer) noteNotProvided() {
	var open []string
	for _, item := range w.c.Data {
		if item.FromPerson() && !item.Provision.Said() {
			open = append(open, "“"+item.Label.Value+"”")
		}
	}
	if len(open) > 0 {
		w.note(fmt.Sprintf("The notice does not say whether people have to give %s; TILT says that they do not.", strings.Join(open, ", ")))
	}
}

// concerns reports whether what is said of data and purposes concerns the item. Saying
// neither means all.
func (w *writer) concerns(item notices.DataItem, data, purposes []notices.Ref) bool {
	if notices.Refers(data, item.ID.Value) || len(data)+len(purposes) == 0 {
		return true
	}
	return len(data) == 0 && slices.ContainsFunc(w.c.PurposesUsing(item.ID.Value), func(p notices.Purpose) bool {
		return notices.Refers(purposes, p.ID.Value)
	})
}

// joined puts the parts that there are together.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}
