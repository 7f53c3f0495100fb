// Package tilt writes a notice in the Transparency Information Language, TILT: JSON
// of which programs of researchers and registers read what a body does with data.
//
// It takes a complete notice and a day and gives a Document, with notes on what TILT
// cannot say as the notice says it. It refuses a notice that leaves out what TILT
// requires: nothing is made up to fill a place. What TILT and our notices can each
// say that the other cannot is in docs/exchange.md.
package tilt

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// Export is a notice in TILT, or what keeps it from being one.
type Export struct {
	Document *Document // nil when something is missing
	Missing  []string  // what TILT requires and the notice does not say, as phrases
	Notes    []string  // where the document says less than the notice, or has to say more, as sentences
}

// writer writes one notice.
type writer struct {
	set *notices.Set
	c   *notices.Complete
	law *law.Law
	Export
}

// Of gives the notice in TILT, as it stands on the day. Page is the address of its
// page, which may be empty. It is an error when the law of the site is not known.
func Of(set *notices.Set, c *notices.Complete, page string, day time.Time) (*Export, error) {
	inForce, err := law.At(set.Jurisdiction(), c.LawDay(day))
	if err != nil {
		return nil, err
	}
	w := &writer{set: set, c: c, law: inForce}
	d := &Document{
		Controller: w.controller(), Officer: w.officer(), Data: w.data(), Transfers: w.transfers(),
		Sources: w.sources(), Decisions: w.decisions(), Changes: w.changes(),
	}
	w.addRights(d)
	d.Meta = w.meta(page, day)
	d.Meta.Name = d.Controller.Name
	w.left()
	if len(w.Missing) > 0 {
		return &w.Export, nil
	}
	if d.Meta.Hash, err = digest(d); err != nil {
		return nil, err
	}
	w.Document = d
	return &w.Export, nil
}

// digest gives the SHA-256 of the document as JSON.
func digest(d *Document) (string, error) {
	text, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("write TILT: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

func (w *writer) meta(page string, day time.Time) Meta {
	m := Meta{
		ID: w.c.ID.Value, Version: 1 + len(w.c.Changes), Language: w.c.Lang, URL: page,
		Status: "inactive", Created: w.created(day), Modified: w.c.Updated.String(),
	}
	if w.c.Standing(day) == notices.InForce {
		m.Status = "active"
	}
	if m.Modified == "" {
		m.Modified = m.Created
		w.note("The notice has no date, so TILT gives the day of the export.")
	}
	return m
}

// created gives the first day that the notice knows of, or else the day of the export.
func (w *writer) created(day time.Time) string {
	dates := []notices.Date{w.c.Effective, w.c.Updated}
	for _, change := range w.c.Changes {
		dates = append(dates, change.Date)
	}
	dates = slices.DeleteFunc(dates, func(d notices.Date) bool { return !d.Said() })
	if len(dates) == 0 {
		return day.Format(time.DateOnly)
	}
	return slices.MinFunc(dates, func(a, b notices.Date) int { return a.Time.Compare(b.Time) }).String()
}

// changes gives the changes of which people were to be told before: Article 13(3).
func (w *writer) changes() []Change {
	list := []Change{}
	for _, c := range w.c.Changes {
		if c.Material.Yes() {
			list = append(list, Change{Description: c.What.Value, Affected: []string{}, Planned: c.Date.String()})
		}
	}
	return list
}

// left notes what the notice says that TILT has no place for. What no notice can say in
// TILT, such as its text in Markdown, docs/exchange.md tells once.
func (w *writer) left() {
	for _, part := range []struct {
		said bool
		what string
	}{
		{w.c.JointArrangement.Essence.Said(), "what the joint controllers agreed"},
		{len(w.c.Exemptions) > 0, "what the notice is exempt from giving"},
		{len(w.c.Security) > 0, "how data is protected"},
		{len(w.c.NeverSharedFor) > 0, "what data is never shared for"},
		{len(w.c.Access) > 0, "who inside the body sees what"},
		{len(w.c.ArtificialIntelligence.Items) > 0, "uses of AI"},
		{w.c.Transition != nil, "the time of transition"},
		{w.c.Complaints != nil && w.c.Complaints.ToController != nil, "how to complain to the body itself"},
		{len(w.c.Translations) > 0, "the notice in other languages"},
	} {
		if part.said {
			w.note("TILT has no place for " + part.what + ".")
		}
	}
}

func (w *writer) note(sentence string) {
	if !slices.Contains(w.Notes, sentence) {
		w.Notes = append(w.Notes, sentence)
	}
}

func (w *writer) miss(phrase string) {
	if !slices.Contains(w.Missing, phrase) {
		w.Missing = append(w.Missing, phrase)
	}
}
