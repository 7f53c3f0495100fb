package change

import (
	"fmt"
	"slices"

	"github.com/gohugoio/hashstructure"

	"notices.example/notices"
)

// FingerprintForm is the form in which fingerprints are made. It gets another number
// whenever the same notice would get another fingerprint, so that nobody takes a new
// release of the program for a new meaning.
const FingerprintForm = 1

// Fingerprint gives a number for what a notice means: the facts that Articles 13 and
// 14 ask for, wherever they come from, and not the words they are told in nor their
// order. It is 16 hexadecimal digits, the same on every machine. Two notices with one
// fingerprint most likely mean the same; nobody can rely on it who does not trust the
// author, since others can be found that have it too. Of other content it needs the
// bodies that the notice names.
func Fingerprint(c *notices.Complete, body func(id string) *notices.Organisation) (string, error) {
	var meant []meantPart
	for i, p := range parts {
		items := p.items(edition{body, c})
		part := meantPart{Part: i}
		if p.denied != nil {
			part.None = p.denied(edition{body, c}).none
		}
		for _, it := range items {
			if m, any := it.meant(p); any {
				part.Items = append(part.Items, m)
			}
		}
		meant = append(meant, part)
	}
	sum, err := hashstructure.Hash(meant, &hashstructure.HashOptions{SlicesAsSets: true})
	if err != nil {
		return "", fmt.Errorf("make the fingerprint of %s: %w", c.ID, err)
	}
	return fmt.Sprintf("%016x", sum), nil
}

// meantPart is what a part of a notice means.
type meantPart struct {
	Part  int
	None  bool
	Items []meantItem
}

// meantItem is what one item means.
type meantItem struct {
	Known string // its ID, or its name when it has none
	Facts []meantFact
}

// meantFact is a fact, by its words or by the IDs that it names.
type meantFact struct {
	Label  string
	Values []string
}

// meant gives what an item means, and whether that is anything: an item of a part in
// which all is wording means nothing.
func (i item) meant(p part) (meantItem, bool) {
	m := meantItem{Known: i.key}
	if i.key == "" || p.renamed > Wording {
		m.Known += " " + i.name
	}
	for _, f := range i.facts {
		if f.weight == Wording || len(f.values) == 0 {
			continue
		}
		fact := meantFact{Label: f.label}
		for _, v := range f.values {
			if v.key != "" {
				fact.Values = append(fact.Values, v.key)
			} else {
				fact.Values = append(fact.Values, v.words)
			}
		}
		slices.Sort(fact.Values)
		m.Facts = append(m.Facts, fact)
	}
	return m, p.weight > Wording
}
