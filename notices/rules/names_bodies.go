package rules

import (
	"strings"
	"unicode/utf8"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// bodyNames tells quickly which of many bodies sentences may name. It goes by a part of
// each name.
type bodyNames struct {
	parts pattern.Vocabulary
	of    [][]pattern.Word // of each body; nil when sentences may always name it
}

// namesOf gives the names of bodies.
func namesOf(bodies []*notices.Organisation) *bodyNames {
	const most = 50_000 // a vocabulary has no room for many more
	names, count := &bodyNames{of: make([][]pattern.Word, len(bodies))}, 0
	for i, o := range bodies {
		parts := partsOfNames(o)
		if count += len(parts); parts != nil && count <= most {
			names.of[i] = names.parts.Add(parts...)
		}
	}
	return names
}

// partsOfNames gives a part of each of the names of a body, or nil when one of them has
// none that can be looked for.
func partsOfNames(o *notices.Organisation) []string {
	parts := make([]string, 0, 1)
	for _, name := range append([]notices.Text{o.Name}, o.AlsoKnownAs...) {
		if !name.Said() {
			continue
		}
		part := partOfName(name.Value)
		if part == "" {
			return nil
		}
		parts = append(parts, part)
	}
	return parts
}

// partOfName gives a part of a name in small letters, those of ASCII: it stands wherever
// the name does.
func partOfName(name string) string {
	const enough = 12
	longest := ""
	for _, part := range strings.FieldsFunc(lowered(name), func(c rune) bool { return c >= utf8.RuneSelf }) {
		if len(part) > len(longest) {
			longest = part
		}
	}
	return longest[:min(enough, len(longest))]
}

// in gives the parts of names that stand in sentences.
func (n *bodyNames) in(sentences []sentence) pattern.Found {
	found := make(pattern.Found, n.parts.Room())
	for i := range sentences {
		n.parts.Find(sentences[i].Lower, found)
	}
	return found
}

// may reports whether a body may be named in sentences where these parts were found.
func (n *bodyNames) may(body int, found pattern.Found) bool {
	return n.of[body] == nil || found.HasOne(n.of[body])
}
