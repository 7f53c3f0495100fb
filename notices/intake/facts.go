package intake

import (
	"strings"

	"notices.example/notices"
	"notices.example/notices/law"
)

// sayings goes through the cells of a field that say something.
func (a *Activity) sayings(f Field, take func(*facts, Cell)) facts {
	var out facts
	for _, c := range a.Cells(f) {
		switch {
		case isNone(c.Words):
		case isOpen(c.Words):
			out.open = true
		default:
			take(&out, c)
		}
	}
	return out
}

func wordsOf(f Field) func(*Activity) facts {
	return func(a *Activity) facts {
		return a.sayings(f, func(out *facts, c Cell) { out.add(inLine(c.Words), normal(c.Words)) })
	}
}

func entriesOf(f Field) func(*Activity) facts {
	return func(a *Activity) facts {
		return a.sayings(f, func(out *facts, c Cell) {
			for _, entry := range c.entries() {
				out.add(entry, normal(entry))
			}
		})
	}
}

func sourcesOf(a *Activity) facts {
	return a.sayings(Sources, func(out *facts, c Cell) {
		for _, entry := range c.entries() {
			if !theirOwn(entry) {
				out.add(entry, normal(entry))
			}
		}
	})
}

// namesIn gives the names that stand at the start of each line, before an address.
func namesIn(f Field) func(*Activity) facts {
	return func(a *Activity) facts {
		return a.sayings(f, func(out *facts, c Cell) {
			for line := range strings.SplitSeq(c.Words, "\n") {
				name, _, _ := strings.Cut(line, ";")
				out.add(inLine(name), normal(name))
			}
		})
	}
}

func recipientsOf(a *Activity) facts {
	return a.sayings(Recipients, func(out *facts, c Cell) {
		for _, entry := range c.entries() {
			name, _ := roleOf(entry)
			out.add(name, normal(name))
		}
	})
}

// countriesOf gives the codes of countries, or what is written where it is none.
func countriesOf(a *Activity) facts {
	return a.sayings(Countries, func(out *facts, c Cell) {
		for _, entry := range c.entries() {
			for _, name := range strings.Split(entry, ", ") {
				same := a.countries[strings.ToLower(strings.Trim(name, " ."))]
				if same == "" {
					same = normal(name)
				}
				out.add(name, same)
			}
		}
	})
}

// termsOf gives the words of the law that are named, or what is written where it is none.
func termsOf(f Field, lists ...string) func(*Activity) facts {
	return func(a *Activity) facts {
		return a.sayings(f, func(out *facts, c Cell) {
			for _, list := range lists {
				found := terms(list, c.Words)
				for _, term := range found {
					label, _ := law.Meaning(list, term)
					out.add(label, term)
				}
				if len(found) > 0 {
					return
				}
			}
			out.add(inLine(c.Words), normal(c.Words))
		})
	}
}

// special gives the kinds of special category data, and whether there is data about
// offences.
func special(a *Activity) facts {
	return a.sayings(Sensitive, func(out *facts, c Cell) {
		for _, entry := range c.entries() {
			kind := entry[strings.LastIndex(entry, ": ")+1:]
			if lower := strings.ToLower(kind); strings.Contains(lower, "offence") || strings.Contains(lower, "criminal") {
				out.add("offences", "offences")
				continue
			}
			found := terms("special-category", kind)
			for _, term := range found {
				label, _ := law.Meaning("special-category", term)
				out.add(label, term)
			}
			if len(found) == 0 {
				out.add(entry, normal(entry))
			}
		}
	})
}

// retentionOf gives the lengths of time, or how they are decided.
func retentionOf(a *Activity) facts {
	return a.sayings(Retention, func(out *facts, c Cell) {
		for line := range strings.SplitSeq(c.Words, "\n") {
			if c.lines {
				line = endOf(inLine(line), &retained{})
			}
			if lengths := aPeriod.FindAllString(line, -1); len(lengths) == 1 {
				if p, err := notices.ParsePeriod(lengths[0]); err == nil {
					out.add(p.Words(), p.String())
					continue
				}
			}
			if _, after, found := strings.Cut(line, ": "); found && c.lines {
				line = after
			}
			out.add(inLine(line), normal(line))
		}
	})
}
