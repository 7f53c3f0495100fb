package rules

import (
	"fmt"

	"notices.example/notices"
)

var nameMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "name-missing", Title: "Something has no name", Severity: notices.Error,
		Provisions: []string{"12(1)"},
		Why: "Headings, menus and lists are made of the titles and names in the content files. Without one, readers see an empty heading, " +
			"an empty row or a link without words. A notice also needs its kind: service notices build on the corporate one.",
		Bad: "data:\n  - id: name\n    provision: contractual\n    required_by: the tenancy agreement\n" +
			"    if_not_given: We cannot rent you a plot.\n" + emailItem,
		Good: nameOf + emailItem,
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice.Written
		if !unwritten(n.Title.Said(), n.Title.Pos) && !unwritten(n.Kind.Said(), n.Kind.Pos) {
			return nameless(labels(n.Data))
		}
		what := "The notice " + quote(n.ID.Value)
		return nameless(append([]name{
			{what: what, key: "title", of: n.Pos, said: n.Title.Said(), pos: n.Title.Pos},
			{what: what, key: "kind", of: n.Pos, said: n.Kind.Said(), pos: n.Kind.Pos},
		}, labels(n.Data)...))
	},
	CheckSite: func(s *Site) []notices.Finding {
		list := s.required()
		for _, b := range s.Set.Corpus.Blocks {
			list = append(list, labels(b.Data)...)
		}
		return nameless(list)
	},
}

// nameless gives a finding for each name that is not written.
func nameless(names []name) []notices.Finding {
	var list []notices.Finding
	for _, n := range names {
		if unwritten(n.said, n.pos) {
			list = append(list, notices.Finding{
				Pos: n.of, About: n.about,
				Message: fmt.Sprintf("%s has no %s.", n.what, n.key),
				Fix:     "Add it:\n\n" + n.key + ": …",
			})
		}
	}
	return list
}

// name is a text or word that something cannot be shown without.
type name struct {
	what string      // what it is the name of, at the start of a sentence
	key  string      // the key it stands under
	of   notices.Pos // where that thing is written
	said bool
	pos  notices.Pos // where the name is written

	about string
}

// required gives every name, but for those of notices, that the pages cannot do
// without. Recipients, sources and controllers have rules of their own, and so has
// what a purpose is.
func (s *Site) required() []name {
	c := s.Set.Corpus
	var list []name
	text := func(what, key string, of notices.Pos, t notices.Text) {
		list = append(list, name{what: what, key: key, of: of, said: t.Said(), pos: t.Pos})
	}
	if c.Site != nil && !siteUnread(c) {
		text("The site", "title", c.Site.Pos, c.Site.Title)
	}
	controllers := s.controllers()
	for _, o := range c.Organisations {
		if !controllers[o.ID.Value] {
			text("The organisation "+quote(o.ID.Value), "name", o.Pos, o.Name)
		}
	}
	for _, p := range c.Pages {
		text("The page "+quote(p.ID.Value), "title", p.Pos, p.Title)
	}
	for _, b := range c.Blocks {
		text("The shared part "+quote(b.ID.Value), "title", b.Pos, b.Title)
	}
	for _, g := range c.Glossary {
		text("An entry of the glossary", "term", g.Pos, g.Term)
		text("The word "+quote(g.Term.Value)+" in the glossary", "meaning", g.Pos, g.Meaning)
	}
	return list
}

// labels gives the labels that data items lack.
func labels(items []notices.DataItem) []name {
	var list []name
	for i := range items {
		d := &items[i]
		if !unwritten(d.Label.Said(), d.Label.Pos) {
			continue
		}
		list = append(list, name{
			what: "The data " + quote(d.ID.Value), key: "label", of: d.Pos, said: d.Label.Said(), pos: d.Label.Pos,
			about: d.ID.Value,
		})
	}
	return list
}

// controllers gives the IDs of the bodies that a notice names as controllers:
// controller-name-missing tells when they have no name.
func (s *Site) controllers() map[string]bool {
	ids := map[string]bool{}
	for _, f := range s.Set.Faces {
		for _, id := range f.Controllers {
			ids[id] = true
		}
	}
	return ids
}

var glossaryTermRepeated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "glossary-term-repeated", Title: "A word is explained twice", Severity: notices.Warning,
		Provisions: []string{"12(1)"},
		Why:        "Two entries for one word leave readers unsure which meaning holds.",
		Bad: "-- content/glossary.yaml --\n- term: Plot\n  meaning: The piece of land that you rent.\n" +
			"- term: plot\n  meaning: A part of an allotment site.\n",
		Good: "-- content/glossary.yaml --\n- term: Plot\n  meaning: The piece of land that you rent.\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		first := map[string]notices.Pos{}
		for _, g := range s.Set.Corpus.Glossary {
			earlier, repeated := first[folded(g.Term.Value)]
			switch {
			case !g.Term.Said():
			case !repeated:
				first[folded(g.Term.Value)] = g.Term.Pos
			default:
				list = append(list, notices.Finding{
					Pos:     g.Term.Pos,
					Message: "The glossary explains " + quote(g.Term.Value) + " twice.",
					Fix:     "Put the two meanings into one entry, and take the other out.",
					Related: []notices.Related{{Pos: earlier, Message: "the first one"}},
				})
			}
		}
		return list
	},
}

// noticesFolder is where the notices of a site are.
const noticesFolder = "content/notices"

var noticesMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "notices-missing", Title: "The site has no notice", Severity: notices.Error,
		Provisions: []string{"13", "14"},
		Why:        "A site without any notice tells people nothing. Often the files are in another folder, or their names do not end in .md or .yaml.",
	},
	CheckSite: func(s *Site) []notices.Finding {
		c := s.Set.Corpus
		if c.Site == nil || len(c.Notices) > 0 { // load tells that there is no site
			return nil
		}
		for _, f := range c.Unread {
			if f.Kind == notices.NoticeFile { // load says what is wrong with it
				return nil
			}
		}
		return finding(notices.Finding{
			Pos:     notices.Pos{File: noticesFolder},
			Message: "There is no notice in " + noticesFolder + ", so there is nothing to publish.",
			Fix:     "Put each notice into a file of its own in that folder, with a name such as parking-permits.md.",
		})
	},
}
