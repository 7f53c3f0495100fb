package change

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
)

// part is one kind of thing that a notice lists, such as its recipients. Its
// sentences are for people, with the name of the item.
type part struct {
	section notices.Section
	weight  Weight // of an item that is added; one that is gone is at most material
	items   func(edition) []item
	added   string
	gone    string
	renamed Weight // of another name
	derived bool   // an item has no name of its own but those of others

	denied   func(edition) statement // nil when it cannot be said that there are none
	denial   string                  // when the notice now says that there are none, and said nothing before
	withdraw string                  // when it no longer says so, and says nothing else
}

// statement is what a notice says of a part as a whole.
type statement struct {
	said bool
	none bool
}

// item is one thing of a part: what it is known by, and the facts about it.
type item struct {
	key   string // its ID, or what stands for one
	name  string // for people
	facts []fact
	whole string // what to say of it when it is added; its name when empty
}

// fact is one thing that is said of an item.
type fact struct {
	label  string // such as “the lawful basis”; of a list who does what, such as “it gets”
	values []value
	list   bool // the values are a list, whose order does not matter
	quiet  bool // it is too long to be quoted in a sentence
	weight Weight
}

// value is one value of a fact. Two are the same when they have the same key, or
// read the same: an item of data can get another name, or another ID.
type value struct{ key, words string }

func (v value) is(other value) bool {
	return v.words == other.words || v.key != "" && v.key == other.key
}

// compare gives what is different between two lists of items.
func (p part) compare(old, now []item) []Change {
	both, gone, added := pair(old, now)
	var list []Change
	for _, i := range added {
		list = append(list, Change{Section: p.section, Weight: p.weight, Say: sentence(fmt.Sprintf(p.added, cmp.Or(i.whole, i.name)))})
	}
	for _, i := range gone {
		list = append(list, Change{Section: p.section, Weight: min(p.weight, Material), Say: sentence(fmt.Sprintf(p.gone, i.name))})
	}
	for _, b := range both {
		list = append(list, p.differences(b[0], b[1])...)
	}
	return list
}

// denials gives what is different in the statement that there are none. Where items
// have come or gone, they say it already.
func (p part) denials(was, is statement) []Change {
	switch {
	case is.none && !was.said:
		return []Change{{Section: p.section, Weight: Wording, Say: p.denial}}
	case was.none && !is.said:
		return []Change{{Section: p.section, Weight: Material, Say: p.withdraw}}
	}
	return nil
}

// differences gives what is different in what is said of one item.
func (p part) differences(old, now item) []Change {
	var list []Change
	if old.name != now.name && !p.derived {
		list = append(list, Change{Section: p.section, Weight: p.renamed, Say: fmt.Sprintf("“%s” is now called “%s”.", old.name, now.name), Was: old.name, Now: now.name})
	}
	for i, f := range now.facts {
		list = append(list, f.difference(p.section, now.name, old.facts[i])...)
	}
	return list
}

// difference gives how a fact differs from what it was.
func (f fact) difference(section notices.Section, name string, old fact) []Change {
	was, is := inAll(old.values), inAll(f.values)
	if f.list {
		more, fewer := missing(f.values, old.values), missing(old.values, f.values)
		if len(more)+len(fewer) == 0 {
			return nil
		}
		return []Change{{Section: section, Weight: f.weight, Say: sentence(fmt.Sprintf("%s: %s.", name, moreAndFewer(f.label, more, fewer))), Was: was, Now: is}}
	}
	switch {
	case was == is:
		return nil
	case f.quiet:
		return []Change{{Section: section, Weight: f.weight, Say: sentence(f.label + " reads differently."), Was: was, Now: is}}
	case was == "":
		return []Change{{Section: section, Weight: f.weight, Say: sentence(fmt.Sprintf("%s: we now say %s: “%s”.", name, f.label, withoutStop(is))), Now: is}}
	case is == "":
		return []Change{{Section: section, Weight: f.weight, Say: sentence(fmt.Sprintf("%s: we no longer say %s. It was “%s”.", name, f.label, withoutStop(was))), Was: was}}
	}
	return []Change{{Section: section, Weight: f.weight, Say: sentence(fmt.Sprintf("%s: %s is now “%s”. It was “%s”.", name, f.label, withoutStop(is), withoutStop(was))), Was: was, Now: is}}
}

// inAll writes all values of a fact.
func inAll(values []value) string {
	var words []string
	for _, v := range values {
		words = append(words, v.words)
	}
	return strings.Join(words, ", ")
}

// moreAndFewer says what has come to a list and what has gone: “it gets” and a name
// make “it now also gets your name”.
func moreAndFewer(label string, more, fewer []value) string {
	who, does, _ := strings.Cut(label, " ")
	var words []string
	if len(more) > 0 {
		words = append(words, who+" now also "+does+" "+inAll(more))
	}
	if len(fewer) > 0 {
		words = append(words, who+" no longer "+does+" "+inAll(fewer))
	}
	return strings.Join(words, "; ")
}

// sentence begins with a capital.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// missing gives what of a list another list lacks.
func missing(list, other []value) []value {
	var lacking []value
	for _, v := range list {
		if !slices.ContainsFunc(other, v.is) {
			lacking = append(lacking, v)
		}
	}
	return lacking
}

// pair finds the items that are the same thing in both lists: those with one key,
// then those with one name, and at last, where just one is left on each side of a
// list without keys, that one.
func pair(old, now []item) (both [][2]item, gone, added []item) {
	gone = slices.Clone(old)
	for _, same := range []func(a, b item) bool{
		func(a, b item) bool { return a.key != "" && a.key == b.key },
		func(a, b item) bool { return a.name == b.name },
	} {
		rest := now
		now = nil
		for _, b := range rest {
			i := slices.IndexFunc(gone, func(a item) bool { return same(a, b) })
			if i < 0 {
				now = append(now, b)
				continue
			}
			both = append(both, [2]item{gone[i], b})
			gone = slices.Delete(gone, i, i+1)
		}
	}
	return both, gone, now
}

func withoutStop(s string) string { return strings.TrimRight(s, ". ") }
