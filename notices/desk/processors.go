package desk

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// processors has a row for each processor and notice in force: who handles what for
// which service, Article 28.
func processors(set *notices.Set, day time.Time) Table {
	t := Table{
		ID: "processors", Title: "Processors across all services",
		About:   "Each body that handles information for a controller, once for each notice that names it.",
		None:    "No notice names a processor.",
		Columns: []string{"Processor", "Country", "Works for", "Notice", "Controller", "What for", "Information", "Safeguard for transfers"},
	}
	for _, c := range set.Notices {
		if c.Standing(day) != notices.InForce {
			continue
		}
		for _, r := range c.Recipients.Items {
			if r.Role.Is("processor", "sub-processor") {
				t.Rows = append(t.Rows, processor(set, c, r))
			}
		}
	}
	slices.SortStableFunc(t.Rows, func(a, b []string) int { return cmp.Or(strings.Compare(a[0], b[0]), strings.Compare(a[3], b[3])) })
	return t
}

func processor(set *notices.Set, c *notices.Complete, r notices.Recipient) []string {
	country := r.Country
	if o := set.Organisations[r.Organisation.Value]; o != nil && !country.Said() {
		country = o.Country
	}
	var controllers []string
	for _, o := range c.Controllers {
		controllers = append(controllers, o.Name.Value)
	}
	worksFor := "the controller"
	if r.For.Said() {
		worksFor = nameOf(set, c, r.For.Value)
	}
	return []string{nameOf(set, c, r.Ref()), country.Value, worksFor, c.ID.Value, strings.Join(controllers, "\n"), r.Purpose.Value, information(c, r.Data), safeguards(c, r)}
}

// nameOf gives what a recipient is called that the notice calls by a word of its own.
func nameOf(set *notices.Set, c *notices.Complete, ref string) string {
	for _, r := range c.Recipients.Items {
		if r.Ref() != ref && r.Organisation.Value != ref {
			continue
		}
		if o := set.Organisations[r.Organisation.Value]; o != nil {
			return o.Name.Value
		}
		return r.Name.Value
	}
	return ref
}

// information gives the names of what a recipient gets: all when it names none.
func information(c *notices.Complete, data []notices.Ref) string {
	var labels []string
	for _, d := range c.Data {
		if len(data) == 0 || notices.Refers(data, d.ID.Value) {
			labels = append(labels, d.Label.Value)
		}
	}
	return strings.Join(labels, "\n")
}

func safeguards(c *notices.Complete, r notices.Recipient) string {
	var list []string
	for _, t := range c.Transfers.Items {
		if t.Recipient.Value == r.Ref() && t.Safeguard.Said() {
			list = append(list, meaning("safeguard", t.Safeguard))
		}
	}
	return strings.Join(list, "\n")
}

func meaning(kind string, t notices.Term) string {
	if !t.Said() {
		return ""
	}
	label, _ := law.Meaning(kind, t.Value)
	return label
}
