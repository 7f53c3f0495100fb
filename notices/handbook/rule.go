package handbook

import (
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/rules"
)

// RulePage gives the page of a rule.
func (h *Handbook) RulePage(doc notices.RuleDoc, c Chapter) Page {
	p := Page{Title: doc.Title, Parts: []Part{
		{Text: "`" + doc.ID + "`: " + doc.Severity.String() + ". " + meaning(doc)},
		{Text: doc.Why},
	}}
	if !h.Applies(doc) {
		p.Parts = slices.Insert(p.Parts, 0, Part{Text: "Does not apply under this law."})
	}
	if len(doc.Provisions) > 0 {
		p.Parts = append(p.Parts, Part{Heading: "Law", List: h.provisions(doc.Provisions)})
	}
	if doc.Bad != "" {
		p.Parts = append(p.Parts, Part{Heading: "Reported", Example: doc.Bad, Language: c.Language})
	}
	if doc.Good != "" {
		p.Parts = append(p.Parts, Part{Heading: "Put right", Example: doc.Good, Language: c.Language})
	}
	return Page{p.Title, append(p.Parts, settling(doc)...)}
}

// meaning says what a rule's severity has as a consequence.
func meaning(doc notices.RuleDoc) string {
	switch doc.Severity {
	case notices.Error:
		return "It keeps a notice from being published."
	case notices.Warning:
		return "It keeps nothing from being published. A site can make it an error, but no less."
	}
	return "It keeps nothing from being published. A site can turn it off, or make it a warning or an error."
}

// settling says what can be done about a finding besides putting it right.
func settling(doc notices.RuleDoc) []Part {
	var parts []Part
	if slices.Contains(rules.Acceptable(), doc.ID) {
		parts = append(parts, Part{
			Heading: "If it cannot be put right yet",
			Text:    "A notice can accept the gap for a time. It is then shown as accepted, and blocks nothing until the last day.",
			Example: "accepted:\n  - rule: " + doc.ID + "\n    reason: Why it cannot be put right yet, and what is being done\n" +
				"    by: The role that accepts it\n    until: 2027-06-30\n",
			Language: "yaml",
		})
	}
	switch doc.Severity {
	case notices.Advice:
		parts = append(parts, severity(doc.ID, "If your site decides otherwise", "off"))
	case notices.Warning:
		parts = append(parts, severity(doc.ID, "If it is to keep a notice from being published", "error"))
	}
	return parts
}

func severity(rule, heading, as string) Part {
	return Part{
		Heading: heading, Text: "The site can settle it for all notices, in content/site.yaml.",
		Example: "checks:\n  severities:\n    - rule: " + rule + "\n      as: " + as + "\n", Language: "yaml",
	}
}

// provisions lists provisions with what they are about and when they hold.
func (h *Handbook) provisions(ids []string) []Entry {
	var list []Entry
	for _, id := range ids {
		p, known := h.Law.Find(id)
		if !known || p.ID != id {
			list = append(list, Entry{Name: h.Law.Cite(id), Text: "Not part of the law of this jurisdiction."})
			continue
		}
		list = append(list, Entry{h.Law.Cite(id), p.Link, sentence(p.Title) + " " + dates(p.InForce, h.Law.Day)})
	}
	return list
}

func sentence(title string) string { return strings.TrimRight(title, ".") + "." }

// dates says when something holds, seen from a day.
func dates(f law.InForce, day time.Time) string {
	from, until := f.From.Format("2 January 2006"), f.Until.Format("2 January 2006")
	switch {
	case f.On(day) && f.From.IsZero() && f.Until.IsZero():
		return "In force."
	case f.On(day) && f.Until.IsZero():
		return "In force since " + from + "."
	case f.On(day):
		return "In force until " + until + "."
	case !f.Until.IsZero() && day.After(f.Until):
		return "No longer in force: it ended on " + until + "."
	}
	return "Not in force yet: it comes on " + from + "."
}
