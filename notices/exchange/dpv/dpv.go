// Package dpv writes a notice in the terms of the Data Privacy Vocabulary, DPV 2, of
// the W3C's community group: JSON-LD in which every key is a term, for registers that
// read RDF.
//
// It takes a complete notice and a day and gives a Document: the notice, and a process
// for each purpose with the data, people, grounds, recipients, transfers and times of
// storage that concern it. It refuses nothing; what a notice does not say is not there.
// The data file beside each page, docs/notice-json.md, has more, for programs that
// read plain JSON. What has no term is in docs/exchange.md.
package dpv

import (
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// writer writes one notice.
type writer struct {
	set  *notices.Set
	c    *notices.Complete
	law  *law.Law
	page string
}

// Of gives the notice as it stands on the day. Page is the address of its page, which
// names the notice and its parts. It is an error when the law of the site is not known.
func Of(set *notices.Set, c *notices.Complete, page string, day time.Time) (*Document, error) {
	inForce, err := law.At(set.Jurisdiction(), c.LawDay(day))
	if err != nil {
		return nil, err
	}
	w := &writer{set: set, c: c, law: inForce, page: page}
	d := &Document{
		Context: namespaces, Node: page, Type: "dpv:PrivacyNotice", Identifier: c.ID.Value, Title: *w.say(c.Title), Summary: w.say(c.Summary),
		Language: c.Lang, Updated: date(c.Updated), Effective: date(c.Effective), Law: Node{laws[inForce.Jurisdiction]}, Rights: w.rights(),
	}
	for _, o := range c.Controllers {
		d.Controllers = append(d.Controllers, w.controller(o))
	}
	d.Joint = w.joint()
	for _, p := range c.Purposes {
		d.Processes = append(d.Processes, w.process(p))
	}
	for _, measure := range c.Security {
		d.Measures = append(d.Measures, Thing{Types: []string{"dpv:TechnicalOrganisationalMeasure"}, About: w.say(measure)})
	}
	if c.Assessment.Said() {
		d.Assessment = &Thing{Types: []string{"dpv:DPIA"}, Label: w.say(c.Assessment)}
	}
	return d, nil
}

// say gives a text in its language, or nothing when it was not written.
func (w *writer) say(t notices.Text) *Words {
	if t.Lang == "" {
		t.Lang = w.c.Lang
	}
	if !t.Said() {
		return nil
	}
	return &Words{Value: t.Value, Language: t.Lang}
}

// english gives words of the law's, or of our own.
func english(words string) *Words {
	if words == "" {
		return nil
	}
	return &Words{Value: words, Language: "en"}
}

func date(d notices.Date) *Literal {
	if !d.Said() {
		return nil
	}
	return &Literal{Value: d.String(), Type: "xsd:date"}
}

// country names a country by its ISO 3166-1 code.
func country(t notices.Term) *Node {
	if !t.Said() {
		return nil
	}
	return &Node{"loc:" + t.Value}
}
