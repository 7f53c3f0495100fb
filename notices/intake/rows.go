package intake

import (
	"net/url"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/law"
)

func isGround(term string) bool {
	return slices.Contains(law.TermLists()["law-enforcement-ground"], term) && term != "consent"
}

// isLink reports whether the words are an address that people can open.
func isLink(words string) bool {
	u, err := url.Parse(words)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsAny(words, " \n")
}

// link gives the address in the words, and the words without it.
func link(words string) (address, rest string) {
	for _, w := range strings.Fields(words) {
		if isLink(w) {
			return w, strings.Trim(inLine(strings.Replace(words, w, "", 1)), " :;,-")
		}
	}
	return "", words
}

// stated is whether a record says that there is none of something, or that it is not
// known yet.
type stated struct {
	none, open bool
}

// each goes through the entries of a field, with the purpose they stand for.
func (b *builder) each(group []*Activity, f Field, about, whatIsIt string, take func(entry string, c Cell, p *purpose)) (s stated) {
	taken := 0
	for i, a := range group {
		for _, c := range a.Cells(f) {
			switch {
			case isNone(c.Words):
				s.none = true
				continue
			case isOpen(c.Words):
				s.open = true
				b.ask(c, about, whatIsIt)
				continue
			}
			for _, entry := range c.entries() {
				if taken == 10*most {
					b.full(c)
					break
				}
				if !isNone(entry) {
					take(entry, c, b.d.Purposes[i])
					taken++
				}
			}
		}
	}
	return s
}

// asList gives a list, or “none” where the record says so and nothing else.
func asList[T any](items []T, s stated) any {
	switch {
	case len(items) > 0:
		return items
	case s.none && !s.open:
		return "none"
	}
	return nil
}

// those gives the IDs of purposes, or nothing when it is all of them.
func (b *builder) those(ids []string) []string {
	if len(ids) == len(b.d.Purposes) {
		return nil
	}
	return ids
}

func (b *builder) recipients(group []*Activity) {
	var list []*recipient
	s := b.each(group, Recipients, "recipients", "Who gets the data?", func(entry string, _ Cell, p *purpose) {
		name, role := roleOf(entry)
		r := recipient{Name: name, Role: role}
		if id := b.site.Bodies[strings.ToLower(name)]; id != "" {
			r = recipient{Organisation: id, Role: role}
		}
		i := slices.IndexFunc(list, func(o *recipient) bool {
			return o.Name == r.Name && o.Organisation == r.Organisation && o.Role == r.Role
		})
		if i < 0 {
			i, list = len(list), append(list, &r)
		}
		list[i].Purposes = added(list[i].Purposes, p.ID)
	})
	for _, r := range list {
		r.Purposes = b.those(r.Purposes)
	}
	b.d.Recipients = asList(list, s)
}

func added(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// roleOf parts “Printers Limited; processor” and “Printers Limited (processor)”.
func roleOf(entry string) (name, role string) {
	name = entry
	if i := strings.LastIndexAny(entry, ";("); i > 0 {
		role = strings.ReplaceAll(strings.ToLower(strings.Trim(entry[i+1:], " )")), " ", "-")
		role = strings.TrimPrefix(role, "data-")
		if slices.Contains(notices.TermLists["recipient-role"], role) {
			return strings.TrimSpace(entry[:i]), role
		}
	}
	return name, ""
}

// transfers takes the countries, with what protects data there.
func (b *builder) transfers(group []*Activity) {
	var list []*transfer
	s := b.each(group, Countries, "transfers", "Does data leave the country, and where to?", func(entry string, c Cell, p *purpose) {
		for _, name := range strings.Split(entry, ", ") {
			code := b.countries[strings.ToLower(strings.Trim(name, " ."))]
			if code == "" {
				b.ask(c, "transfers", "Which country is “"+name+"”?")
				continue
			}
			i := slices.IndexFunc(list, func(t *transfer) bool { return t.Countries[0] == code })
			if i < 0 {
				i, list = len(list), append(list, &transfer{Countries: []string{code}})
			}
			list[i].purposes = added(list[i].purposes, p.ID)
		}
	})
	b.safeguards(group, list)
	for _, t := range list {
		t.Data = b.dataOf(t.purposes)
	}
	b.d.Transfers = asList(list, s)
}

// safeguards gives each country what the record says of it: one for all, or one for each
// in the order of the countries.
func (b *builder) safeguards(group []*Activity, list []*transfer) {
	var said []Cell
	for _, a := range group {
		for _, c := range a.Cells(Safeguards) {
			for _, line := range strings.Split(c.Words, "\n") {
				one := c
				one.Words = inLine(line)
				if !isNone(line) && !slices.ContainsFunc(said, func(o Cell) bool { return o.Words == one.Words }) {
					said = append(said, one)
				}
			}
		}
	}
	for i, c := range said {
		words, detail, _ := strings.Cut(c.Words, "; ")
		found := terms("safeguard", words)
		if len(found) != 1 || len(list) == 0 || len(said) > 1 && len(said) != len(list) {
			b.ask(c, "transfers", "Which transfer is that for, and which safeguard of Articles 45 to 49 is it?")
			continue
		}
		for at, t := range list {
			if len(said) == 1 || at == i {
				t.Safeguard, t.Detail = found[0], detail
			}
		}
	}
}

// dataOf gives the items that only these purposes use, or nothing when it is all
// purposes: what a list speaks of that knows data and no purposes.
func (b *builder) dataOf(purposes []string) (ids []string) {
	if b.those(purposes) == nil {
		return nil
	}
	var others []string
	for _, p := range b.d.Purposes {
		if !slices.Contains(purposes, p.ID) {
			others = append(others, p.Data...)
		}
	}
	var all []string
	for _, p := range b.d.Purposes {
		if !slices.Contains(purposes, p.ID) {
			continue
		}
		for _, id := range p.Data {
			all = added(all, id)
			if !slices.Contains(others, id) {
				ids = added(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		return all
	}
	return ids
}

func (b *builder) sources(group []*Activity) {
	var list []*source
	s := b.each(group, Sources, "source", "Where does data come from that people do not give?", func(entry string, _ Cell, p *purpose) {
		if theirOwn(entry) {
			return
		}
		o := source{Name: entry}
		if id := b.site.Bodies[strings.ToLower(entry)]; id != "" {
			o = source{Organisation: id}
		}
		i := slices.IndexFunc(list, func(old *source) bool { return old.Name == o.Name && old.Organisation == o.Organisation })
		if i < 0 {
			i, list = len(list), append(list, &o)
		}
		list[i].purposes = added(list[i].purposes, p.ID)
	})
	for _, o := range list {
		o.Data = b.dataOf(o.purposes)
	}
	b.d.Sources = asList(list, s)
}

// theirOwn reports whether the source is the people themselves.
func theirOwn(entry string) bool {
	switch strings.TrimPrefix(strings.ToLower(entry), "the ") {
	case "data subject", "data subjects", "individual", "individuals", "person", "customer", "applicant", "employee", "resident":
		return true
	}
	return false
}

func (b *builder) decisions(group []*Activity) {
	var list []*decision
	both := false
	s := b.each(group, Decisions, "automated-decisions", "Does a computer decide anything important about people by itself?", func(entry string, c Cell, p *purpose) {
		if strings.EqualFold(entry, "yes") {
			b.ask(c, "automated-decisions", "What is decided, and by what does it go?")
			return
		}
		i := slices.IndexFunc(list, func(d *decision) bool { return d.What == entry })
		if i < 0 {
			i, list = len(list), append(list, &decision{What: entry})
		}
		list[i].Purposes = added(list[i].Purposes, p.ID)
	})
	for _, a := range group {
		for _, c := range a.Cells(Decisions) {
			both = both || strings.Contains(strings.ToLower(c.Column), "profiling")
		}
	}
	for _, d := range list {
		d.Purposes = b.those(d.Purposes)
	}
	b.d.Decisions = asList(list, s)
	if both && b.d.Decisions == "none" {
		b.d.Profiling = "none"
	}
}

func (b *builder) measures(a *Activity) {
	for _, c := range a.Cells(Security) {
		if isOpen(c.Words) {
			b.ask(c, "", "How is the data protected?")
			continue
		}
		for _, entry := range c.entries() {
			if !isNone(entry) {
				b.d.Security = b.within(c, b.d.Security, entry)
			}
		}
	}
}

func (b *builder) assessment(a *Activity) {
	for _, c := range a.Cells(Assessment) {
		if !isNone(c.Words) {
			b.d.Assessment = inLine(c.Words)
		}
	}
	for _, c := range a.Cells(AssessNeeded) {
		if len(a.Cells(Assessment)) == 0 && !isNone(c.Words) {
			b.ask(c, "", "Which impact assessment is it? “assessment” takes its reference.")
		}
	}
}
