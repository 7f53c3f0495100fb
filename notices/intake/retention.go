package intake

import (
	"reflect"
	"slices"
	"strings"

	"notices.example/notices"
)

// retention takes how long data is kept.
func (b *builder) retention(group []*Activity) {
	for i, a := range group {
		p := b.d.Purposes[i]
		for _, c := range a.Cells(Retention) {
			if isNone(c.Words) || isOpen(c.Words) {
				b.ask(c, "retention", "How long is the data kept?")
				continue
			}
			for line := range strings.SplitSeq(c.Words, "\n") {
				if len(b.d.Retention) == most {
					b.full(c)
					break
				}
				if line = inLine(line); line != "" {
					b.keep(b.kept(line, c.lines), p)
				}
			}
		}
	}
	for _, r := range b.d.Retention {
		if len(r.Data) > 0 {
			r.Purposes = nil // the data says it
		} else if len(b.d.Purposes) == len(r.Purposes) && r.What != "" {
			r.Purposes = nil
		}
	}
}

// keep adds a row, or the purpose to the row that says the same.
func (b *builder) keep(r *retained, p *purpose) {
	for _, old := range b.d.Retention {
		same := *old
		same.Purposes = nil
		if reflect.DeepEqual(same, *r) {
			old.Purposes = added(old.Purposes, p.ID)
			return
		}
	}
	r.Purposes = []string{p.ID}
	b.d.Retention = append(b.d.Retention, r)
}

// kept reads a row: “Your name, Your address: 3 years from the end; deleted; row 12” in a
// record that notices were made into, and in others what it says as a whole.
func (b *builder) kept(line string, own bool) *retained {
	r := &retained{}
	if own {
		line = b.about(line, r)
		line = endOf(line, r)
	}
	address, words := link(line)
	if address != "" {
		r.Schedule = &schedule{Link: address}
	}
	k := retention(words)
	r.Period, r.From, r.Criteria = k.period, k.from, k.criteria
	if r.Period == "" && r.Criteria == "" {
		r.Criteria = "Our retention schedule says how long."
	}
	return r
}

// about takes what the row is about from its start: items of data, and something else.
func (b *builder) about(line string, r *retained) (rest string) {
	whole, others := line, []string{}
	for {
		if i, after := b.startsWith(line); i != nil {
			r.Data = append(r.Data, i.ID)
			if after[0] == ':' {
				r.What = strings.Join(others, ", ")
				return after[2:]
			}
			line = after[2:]
			continue
		}
		colon, comma := strings.Index(line, ": "), strings.Index(line, ", ")
		switch {
		case colon < 0:
			r.Data = nil
			return whole
		case comma < 0 || colon < comma:
			r.What = strings.Join(append(others, line[:colon]), ", ")
			return line[colon+2:]
		}
		others, line = append(others, line[:comma]), line[comma+2:]
	}
}

// startsWith gives the item of data with whose label the line starts, the longest, and
// what comes after it: a comma or a colon, and more.
func (b *builder) startsWith(line string) (longest *item, after string) {
	for _, i := range b.d.Data {
		rest, found := strings.CutPrefix(line, i.original)
		if found && (strings.HasPrefix(rest, ", ") || strings.HasPrefix(rest, ": ")) && (longest == nil || len(i.original) > len(longest.original)) {
			longest, after = i, rest
		}
	}
	return longest, after
}

// endOf takes what happens at the end, and the row of the schedule, from the end of the
// row.
func endOf(line string, r *retained) (rest string) {
	parts := strings.Split(line, "; ")
	for i, part := range parts {
		if i > 0 && slices.Contains(notices.TermLists["disposal"], part) {
			r.Then = part
			if row := strings.Join(parts[i+1:], "; "); row != "" {
				r.Schedule = &schedule{Row: row}
			}
			return strings.Join(parts[:i], "; ")
		}
	}
	return line
}
