package handbook

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
	"notices.example/notices/law"
)

// ProvisionPage gives the page of a provision: what it asks for, and the rules
// that serve it or why there is none.
func (h *Handbook) ProvisionPage(p law.Provision) Page {
	page := Page{Title: capital(h.Law.Cite(p.ID)), Parts: []Part{{Text: sentence(p.Title) + " " + dates(p.InForce, h.Law.Day)}}}
	if p.Now != "" {
		page.Parts = append(page.Parts, Part{Text: "Now: " + sentence(p.Now)})
	}
	if p.Link != "" {
		page.Parts = append(page.Parts, Part{Heading: "Official text", List: []Entry{{Name: h.Law.Cite(p.ID), Link: p.Link}}})
	}
	if asked := h.asked(p.ID); len(asked) > 0 {
		page.Parts = append(page.Parts, Part{Heading: "What a notice has to say", List: asked})
	}
	if points := h.points(p.ID); len(points) > 0 {
		page.Parts = append(page.Parts, Part{Heading: "Its points", List: points})
	}
	page.Parts = append(page.Parts, h.served(p.ID)...)
	return page
}

// served gives the rules that serve a provision and its points, or why there are
// none.
func (h *Handbook) served(id string) []Part {
	var parts []Part
	own, ofPoints := h.Serving(id), h.servingPoints(id)
	switch reason, stated := unserved[id]; {
	case len(own) > 0:
		parts = append(parts, Part{Heading: "Rules that serve it", List: listed(own)})
	case stated:
		parts = append(parts, Part{Heading: "Why no rule serves it", Text: reason})
	case len(ofPoints) == 0:
		parts = append(parts, Part{Heading: "Why no rule serves it", Text: uncalled})
	}
	if len(ofPoints) > 0 {
		parts = append(parts, Part{Heading: "Rules that serve its points", List: listed(ofPoints)})
	}
	return parts
}

// servingPoints gives the rules that serve a point of a provision, and not the
// provision as a whole.
func (h *Handbook) servingPoints(id string) []notices.RuleDoc {
	point := func(provision string) bool { return strings.HasPrefix(provision, id+"(") }
	return slices.DeleteFunc(h.Rules(), func(d notices.RuleDoc) bool {
		return slices.Contains(d.Provisions, id) || !slices.ContainsFunc(d.Provisions, point)
	})
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// uncalled is why most provisions are served by no rule.
const uncalled = "It is not among what a notice has to say. It is known here because notices and rules cite it."

// asked gives the items of information that a provision asks for.
func (h *Handbook) asked(id string) []Entry {
	var list []Entry
	for _, item := range h.Law.Items {
		if item.Article13 == id || item.Article14 == id {
			label, _ := item.Label.In("en")
			list = append(list, Entry{Name: label, Text: item.Applies})
		}
		if own, asked := h.Law.EnforcementItem(item.ID); asked && own.Provision == id {
			label, _ := item.Label.In("en")
			list = append(list, Entry{Name: label, Text: "Where a purpose is law enforcement."})
		}
	}
	return list
}

// points gives the provisions that stand right below one.
func (h *Handbook) points(id string) []Entry {
	var list []Entry
	for _, p := range h.Law.Provisions {
		rest, below := strings.CutPrefix(p.ID, id+"(")
		if below && strings.Count(rest, "(") == 0 && !slices.ContainsFunc(list, func(e Entry) bool { return e.Name == p.ID }) {
			list = append(list, Entry{Name: p.ID, Text: p.Title})
		}
	}
	return list
}
