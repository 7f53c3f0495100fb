// Package handbook is what is to be known of every rule of the program, and of
// the provisions that they serve.
//
// It takes the law of a day and the rules of the packages, and gives a page for
// each rule, for each provision, for the list of rules and for what of Articles
// 13 and 14 is covered. A page is written as Markdown for docs/rules, or as text
// for a terminal: the words are the same.
package handbook

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/law"
	"notices.example/notices/load"
	"notices.example/notices/prose"
	"notices.example/notices/rules"
)

// Handbook is every rule of the program beside the law of a day.
type Handbook struct {
	Law      *law.Law
	Chapters []Chapter
}

// Chapter is the rules of one part of the program.
type Chapter struct {
	Title    string
	About    string // when they are checked
	Rules    []notices.RuleDoc
	Language string // of the examples
}

// New gives the handbook. The rules that are checked while pages are made are
// passed in, because package site stands behind this one.
func New(l *law.Law, ofSite []notices.RuleDoc) *Handbook {
	ofProse := prose.Rules()
	var checked []notices.RuleDoc
	for _, r := range rules.All() {
		if !slices.ContainsFunc(ofProse, func(d notices.RuleDoc) bool { return d.ID == r.ID }) {
			checked = append(checked, r.RuleDoc)
		}
	}
	return &Handbook{l, []Chapter{
		{"What a notice says", "Checked on each notice with all that it inherits, against the law in force for it.", checked, "yaml"},
		{"Text", "Checked on the Markdown of notices, pages and shared blocks.", ofProse, "markdown"},
		{"Names and inheritance", "Checked when notices are put together.", inherit.Rules(), "yaml"},
		{"Files", "Checked when files are read.", load.Rules(), "yaml"},
		{"Pages", "Checked when the site is made.", ofSite, "yaml"},
	}}
}

// Rules gives every rule, in the order of the chapters.
func (h *Handbook) Rules() []notices.RuleDoc {
	var list []notices.RuleDoc
	for _, c := range h.Chapters {
		list = append(list, c.Rules...)
	}
	return list
}

// Rule gives a rule, and the chapter it stands in.
func (h *Handbook) Rule(id string) (doc notices.RuleDoc, in Chapter, ok bool) {
	for _, c := range h.Chapters {
		for _, d := range c.Rules {
			if d.ID == id {
				return d, c, true
			}
		}
	}
	return notices.RuleDoc{}, Chapter{}, false
}

// Applies reports whether a rule can apply under the law at some time: whether one
// of its provisions is part of that law, or it has none.
func (h *Handbook) Applies(doc notices.RuleDoc) bool {
	known := func(id string) bool {
		p, found := h.Law.Find(id)
		return found && p.ID == id
	}
	return len(doc.Provisions) == 0 || slices.ContainsFunc(doc.Provisions, known)
}

// Serving gives the rules that serve a provision.
func (h *Handbook) Serving(provision string) []notices.RuleDoc {
	return slices.DeleteFunc(h.Rules(), func(d notices.RuleDoc) bool { return !slices.Contains(d.Provisions, provision) })
}
