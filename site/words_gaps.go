package site

import (
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
)

// GapWords say to residents what a notice leaves open. The sentences of Missing
// and Of go by the first words of a rule's ID; those of Of are followed by the
// names of what they concern. Those of Wrong go by the section, and are said of
// what is there but is not right.
type GapWords struct {
	Missing map[string]string
	Of      map[string]string
	Wrong   map[string]string
}

// GapPoint is one thing that a notice leaves open, in words for residents.
type GapPoint struct {
	Sentence string
	Items    []Text // the names of what it concerns
}

// leftOut are the last words of the IDs of rules that report that something is
// not said. Other rules report what is said, but not rightly.
var leftOut = []string{"missing", "incomplete", "unreachable", "unstated", "not-said", "not-told", "open"}

// about says the point of a finding: that something is missing, of single items
// where their names are known, or that something is not right.
func (w *GapWords) about(rule string, section notices.Section, item Text) GapPoint {
	isLast := func(word string) bool { return strings.HasSuffix(rule, "-"+word) }
	if !slices.ContainsFunc(leftOut, isLast) {
		return GapPoint{Sentence: w.Wrong[string(section)]}
	}
	for words := rule; words != ""; {
		if of := w.Of[words]; of != "" && item.Said() {
			item.Value = strings.TrimRight(item.Value, ".") // the sentence has its own
			return GapPoint{Sentence: of, Items: []Text{item}}
		}
		if all := w.Missing[words]; all != "" {
			return GapPoint{Sentence: all}
		}
		words = words[:max(strings.LastIndexByte(words, '-'), 0)]
	}
	return GapPoint{Sentence: w.Wrong[string(section)]}
}

// together adds a point to others. Those that say the same of several items
// become one.
func together(points []GapPoint, p GapPoint) []GapPoint {
	for i := range points {
		old := &points[i]
		if old.Sentence != p.Sentence {
			continue
		}
		for _, item := range p.Items {
			if !slices.Contains(old.Items, item) {
				old.Items = append(old.Items, item)
			}
		}
		return points
	}
	return append(points, p)
}

// forAll gives a point about every single purpose, or every item of data, in one
// sentence without their names.
func (e *edition) forAll(p GapPoint) GapPoint {
	if len(p.Items) < 2 || !e.namesAll(p.Items) {
		return p
	}
	words := e.words.Gap
	for _, rule := range slices.Sorted(maps.Keys(words.Of)) {
		if words.Of[rule] == p.Sentence && words.Missing[rule] != "" {
			return GapPoint{Sentence: words.Missing[rule]}
		}
	}
	return p
}

// namesAll reports whether the names are those of all purposes, or of all data.
func (e *edition) namesAll(names []Text) bool {
	purposes := mapTo(e.c.Purposes, func(p notices.Purpose) notices.Text { return p.Purpose })
	data := mapTo(e.c.Data, func(d notices.DataItem) notices.Text { return d.Label })
	return slices.ContainsFunc([][]notices.Text{purposes, data}, func(all []notices.Text) bool {
		return len(all) > 1 && len(all) == len(names) && !slices.ContainsFunc(names, func(name Text) bool {
			return !slices.ContainsFunc(all, func(t notices.Text) bool { return strings.TrimRight(t.Value, ".") == name.Value })
		})
	})
}

// nameOfItem gives the name of a purpose, an item of data or a recipient of the
// notice, by its ID.
func (e *edition) nameOfItem(id string) Text {
	if id == "" {
		return Text{}
	}
	for _, p := range e.c.Purposes {
		if p.ID.Value == id {
			return e.text(p.Purpose)
		}
	}
	if d, found := e.c.DataItem(id); found {
		return e.text(d.Label)
	}
	for _, r := range e.c.Recipients.Items {
		if r.Ref() == id {
			return e.named(r.Organisation, r.Name).Text
		}
	}
	for _, s := range e.c.Sources.Items {
		if s.ID.Value == id || s.Organisation.Value == id {
			return e.named(s.Organisation, s.Name).Text
		}
	}
	return Text{}
}
