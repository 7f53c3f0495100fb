package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/load"
)

// record takes all that a record says of the purposes of one service.
func (b *builder) record(group []*Activity) {
	b.d.Title, b.d.Kind, b.d.Status, b.d.Updated = titleOf(group[0]), "service", "draft", b.site.Day.Format(time.DateOnly)
	b.controllers(group)
	if len(group) > most {
		b.tooMany(group[most:])
		group = group[:most]
	}
	for _, a := range group {
		p := &purpose{Purpose: a.Purpose}
		p.ID = b.ids.free(orElse(short(load.Slug(a.Purpose)), "purpose"))
		b.people(a)
		b.data(a, p)
		b.grounds(a, p)
		b.d.Purposes = append(b.d.Purposes, p)
	}
	b.recipients(group)
	b.transfers(group)
	b.retention(group)
	b.sources(group)
	b.decisions(group)
	for _, a := range group {
		b.measures(a)
		b.assessment(a)
	}
}

// tooMany tells of the purposes that are too many for one notice.
func (b *builder) tooMany(left []*Activity) {
	for _, a := range left {
		for _, c := range a.Cells(Purpose) {
			b.unplaced = append(b.unplaced, Unplaced{Cell: c, Draft: b.name, Why: fmt.Sprintf("A draft takes %d purposes at most.", most)})
		}
	}
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// controllers takes those that the record names and the site knows.
func (b *builder) controllers(group []*Activity) {
	var ids []string
	for _, f := range []Field{Controller, Joint} {
		for _, c := range group[0].Cells(f) {
			for line := range strings.SplitSeq(c.Words, "\n") {
				name, _, _ := strings.Cut(line, ";")
				id := b.site.Bodies[strings.ToLower(inLine(name))]
				switch {
				case id != "" && !slices.Contains(ids, id):
					ids = append(ids, id)
				case id == "" && !isNone(line) && strings.TrimSpace(line) != "":
					b.ask(c, "controller", "No organisation of the site has that name. Is it a controller of this service?")
					b.unplaced[len(b.unplaced)-1].Body = inLine(name)
				}
			}
		}
		if f == Controller && len(ids) == 0 {
			ids = append(ids, b.site.Controller)
		}
	}
	b.d.Controller = ids[0]
	if len(ids) > 1 {
		b.d.Controller = ids
	}
}

func (b *builder) people(a *Activity) {
	for _, c := range a.Cells(People) {
		if isNone(c.Words) || isOpen(c.Words) {
			b.ask(c, "", "Whose data is it?")
			continue
		}
		for _, label := range c.entries() {
			b.d.People = b.within(c, b.d.People, label)
		}
	}
}

// data takes the items of a purpose.
func (b *builder) data(a *Activity, p *purpose) {
	for _, c := range a.Cells(Data) {
		if isNone(c.Words) || isOpen(c.Words) {
			b.ask(c, "data-categories", "What data is it?")
			continue
		}
		for _, label := range c.entries() {
			b.uses(c, p, b.item(label))
		}
	}
	for _, c := range a.Cells(Sensitive) {
		b.sensitive(c, p)
	}
}

// item gives the item with that label, a new one when there is none, and nil when there
// are too many.
func (b *builder) item(label string) *item {
	for _, i := range b.d.Data {
		if strings.EqualFold(i.original, label) {
			return i
		}
	}
	if len(b.d.Data) == most {
		return nil
	}
	i := &item{ID: b.ids.free(orElse(short(load.Slug(label)), "data")), Label: label, original: label}
	b.d.Data = append(b.d.Data, i)
	return i
}

func (b *builder) uses(c Cell, p *purpose, i *item) {
	if i == nil {
		b.full(c)
		return
	}
	p.Data = added(p.Data, i.ID)
}

// within adds to a list what is not there yet, as long as there is room.
func (b *builder) within(c Cell, list []string, entry string) []string {
	if len(list) == most {
		b.full(c)
		return list
	}
	return added(list, entry)
}

// full tells of a cell for which there is no room, once.
func (b *builder) full(c Cell) {
	if last := len(b.unplaced) - 1; last < 0 || b.unplaced[last].Cell != c {
		b.unplaced = append(b.unplaced, Unplaced{Cell: c, Draft: b.name, Why: fmt.Sprintf("A draft has room for %d entries of a kind.", most)})
	}
}

// sensitive takes what a record says of special category data and of offences.
func (b *builder) sensitive(c Cell, p *purpose) {
	if isNone(c.Words) {
		return
	}
	for _, entry := range c.entries() {
		label, kind := entry, entry
		if i := strings.LastIndex(entry, ": "); i > 0 {
			label, kind = entry[:i], entry[i+2:]
		}
		offence := strings.Contains(strings.ToLower(kind), "offence") || strings.Contains(strings.ToLower(kind), "criminal")
		found := terms("special-category", kind)
		switch {
		case isOpen(entry) || strings.EqualFold(entry, "yes"):
			b.ask(c, "data-categories", "Which kinds of special category data are they?")
			continue
		case !offence && len(found) != 1:
			b.ask(c, "data-categories", "Is “"+entry+"” special category data, and of which kind?")
		}
		i := b.item(label)
		b.uses(c, p, i)
		switch {
		case i == nil:
		case offence:
			i.Offence = "yes"
		case len(found) == 1:
			i.Special = found[0]
		}
	}
}

// grounds takes what a purpose rests on in law.
func (b *builder) grounds(a *Activity, p *purpose) {
	p.Basis = b.term(a, Basis, "lawful-basis", "lawful-basis", "law-enforcement-ground")
	if isGround(p.Basis) {
		p.Enforcement, p.Basis = p.Basis, ""
	}
	p.Condition = b.term(a, Condition, "lawful-basis", "special-category-condition", "schedule-8")
	if p.Enforcement != "" {
		p.Schedule8, p.Condition = p.Condition, ""
	}
	p.Schedule1 = b.term(a, Schedule1, "lawful-basis", "schedule-1")
	b.interests(a, p)
	for _, c := range a.Cells(BasisInLaw) {
		if !isNone(c.Words) && !isOpen(c.Words) {
			p.Law = inLine(c.Words)
		} else if isOpen(c.Words) {
			b.ask(c, "lawful-basis", "Which enactment gives the task or duty?")
		}
	}
	for _, c := range a.Cells(Offences) {
		if term := strings.ReplaceAll(strings.ToLower(inLine(c.Words)), " ", "-"); slices.Contains(notices.TermLists["offence-condition"], term) {
			p.Offences = term
		} else if !isNone(c.Words) {
			b.ask(c, "lawful-basis", "What allows data about offences to be used: official authority, or a condition in Schedule 1?")
		}
	}
	for _, c := range a.Cells(Policy) {
		if address := inLine(c.Words); isLink(address) || c.lines {
			p.Policy = address
		} else if !isNone(address) {
			b.ask(c, "", "Where can people read that document? It takes an address that begins with https://.")
		}
	}
}

// term takes a word of the law from a cell. Several, or none that is known, are a
// question.
func (b *builder) term(a *Activity, f Field, about string, lists ...string) string {
	var found []string
	var last Cell
	for _, c := range a.Cells(f) {
		if isNone(c.Words) {
			continue
		}
		last = c
		for _, list := range lists {
			if t := terms(list, c.Words); len(t) > 0 {
				for _, term := range t {
					if !slices.Contains(found, term) {
						found = append(found, term)
					}
				}
				break
			}
		}
	}
	switch {
	case last.Words == "":
		return ""
	case isOpen(last.Words):
		b.ask(last, about, "What is it for “"+a.Purpose+"”?")
	case len(found) == 1:
		return found[0]
	case len(found) == 0:
		b.ask(last, about, "Which ground of the law does that stand for?")
	default:
		b.ask(last, about, "It names several: "+strings.Join(found, ", ")+". Which is it for “"+a.Purpose+"”? A purpose with two grounds is best written as two purposes.")
	}
	return ""
}

// interests takes legitimate interests, or the recognised one.
func (b *builder) interests(a *Activity, p *purpose) {
	for _, c := range a.Cells(Interests) {
		switch {
		case isNone(c.Words):
		case p.Basis == "recognised-legitimate-interests":
			if t := terms("recognised-interest", c.Words); len(t) == 1 {
				p.Recognised = t[0]
				continue
			}
			b.ask(c, "legitimate-interests", "Which of the recognised interests is it?")
		case p.Basis == "legitimate-interests" && !isOpen(c.Words):
			p.Interests = inLine(c.Words)
		default:
			b.ask(c, "legitimate-interests", "“"+a.Purpose+"” does not rest on legitimate interests here. Should it?")
		}
	}
}
