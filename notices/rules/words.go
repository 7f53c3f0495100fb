package rules

import (
	"bytes"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
)

// finding makes a list of one finding.
func finding(f notices.Finding) []notices.Finding { return []notices.Finding{f} }

// quote puts typographic quotes round a text. Cutting it to what a terminal has
// room for is up to whoever shows the message.
func quote(text string) string {
	return "“" + strings.Join(strings.Fields(text), " ") + "”"
}

// and lists things as a sentence does: a, b and c.
func and(list []string) string {
	switch len(list) {
	case 0:
		return ""
	case 1:
		return list[0]
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// some lists things as a sentence does, and only counts those after the sixth.
func some(list []string) string {
	const most = 6
	if len(list) <= most+1 {
		return and(list)
	}
	return strings.Join(list[:most], ", ") + " and " + strconv.Itoa(len(list)-most) + " others"
}

func longDate(t time.Time) string { return t.Format("2 January 2006") }

func purposeName(p notices.Purpose) string {
	if p.Purpose.Said() {
		return quote(p.Purpose.Value)
	}
	return quote(p.ID.Value)
}

func itemName(d notices.DataItem) string {
	if d.Label.Said() {
		return quote(d.Label.Value)
	}
	return quote(d.ID.Value)
}

func itemNames(items []notices.DataItem) []string {
	var names []string
	for _, d := range items {
		names = append(names, itemName(d))
	}
	return names
}

func (s *Subject) bodyName(r notices.Ref) string {
	if o := s.organisation(r); o != nil {
		return organisationName(o)
	}
	return quote(r.Value)
}

func organisationName(o *notices.Organisation) string {
	if o.Name.Said() {
		return quote(o.Name.Value)
	}
	return quote(o.ID.Value)
}

func (s *Subject) recipientName(r notices.Recipient) string {
	if r.Organisation.Said() {
		return s.bodyName(r.Organisation)
	}
	if r.Name.Said() {
		return quote(r.Name.Value)
	}
	return quote(r.ID.Value)
}

// ids gives the IDs of data items as a YAML list to paste: [name, email].
func ids(items []notices.DataItem) string {
	var list []string
	for _, d := range items {
		if d.ID.Value != "" {
			list = append(list, d.ID.Value)
		}
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// firstPos gives the first place that was written.
func firstPos(places ...notices.Pos) notices.Pos {
	for _, p := range places {
		if !p.IsZero() {
			return p
		}
	}
	return notices.Pos{}
}

// written reports whether something was written at one of the places.
func written(places ...notices.Pos) bool { return !firstPos(places...).IsZero() }

// folded is a text as it is compared: lower case, single spaces, no full stop.
func folded(text string) string {
	const usual = 80 // letters
	var room [usual]byte
	out, gap := room[:0], false
	for i := range len(text) {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			return foldedInGeneral(text)
		case c == ' ' || '\t' <= c && c <= '\r':
			gap = len(out) > 0
		case gap:
			out, gap = append(out, ' ', smallLetter(c)), false
		default:
			out = append(out, smallLetter(c))
		}
	}
	return string(bytes.TrimRight(out, ".! "))
}

// foldedInGeneral is folded for letters of all kinds.
func foldedInGeneral(text string) string {
	return strings.TrimRight(strings.Join(strings.Fields(strings.ToLower(text)), " "), ".! ")
}

// plain is a folded text with straight apostrophes, as patterns expect it.
func plain(text string) string {
	return straightened.Replace(folded(text))
}

var straightened = strings.NewReplacer("’", "'", "‘", "'")

// saysNothing reports whether a text is there only to fill the field.
func saysNothing(text string) bool {
	const longest = len("to be confirmed")
	letters := 0
	for _, c := range text {
		if c == '.' || c == '!' || unicode.IsSpace(c) {
			continue
		}
		if letters++; letters > longest {
			return false // as most texts do
		}
	}
	switch folded(text) {
	case "", "not applicable", "n/a", "na", "none", "nil", "-", "–", "—", "tbc", "tbd", "to be confirmed", "unknown", "not known", "?", "…", "...":
		return true
	}
	return false
}
