package change

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
	"notices.example/notices/law"
)

// said gives a value as those of a fact; none when nothing was written.
func said(words string) []value {
	words = strings.Join(strings.Fields(words), " ")
	if words == "" {
		return nil
	}
	return []value{{words: words}}
}

func text(t notices.Text) []value { return said(t.Value) }

func quoted(texts []notices.Text) (values []value) {
	for _, t := range texts {
		values = append(values, text(t)...)
	}
	return values
}

func terms(list []notices.Term) (values []value) {
	for _, t := range list {
		values = append(values, said(spaced(t.Value))...)
	}
	return values
}

func answer(a notices.Answer) []value {
	switch {
	case a.Yes():
		return said("yes")
	case a.No():
		return said("no")
	}
	return nil
}

// meaning gives what a word of the law stands for. Its key is the word, which stays
// when the law's own words are put another way.
func meaning(list string, t notices.Term) []value {
	label, provision := law.Meaning(list, t.Value)
	words := lower(label)
	switch {
	case !t.Said():
		return nil
	case label == "":
		words = spaced(t.Value)
	case provision != "":
		words += " (" + provision + ")"
	}
	return []value{{t.Value, words}}
}

// data gives what items of data are called.
func (e edition) data(refs []notices.Ref) (values []value) {
	for _, r := range refs {
		name := spaced(r.Value)
		if d, found := e.DataItem(r.Value); found {
			name = lower(d.Label.Value)
		}
		values = append(values, value{r.Value, name})
	}
	return values
}

// purposes gives what purposes are called.
func (e edition) purposes(refs []notices.Ref) (values []value) {
	for _, r := range refs {
		name := spaced(r.Value)
		for _, p := range e.Purposes {
			if p.ID.Value == r.Value {
				name = lower(p.Purpose.Value)
			}
		}
		values = append(values, value{r.Value, name})
	}
	return values
}

// body gives the name of a body, or of a kind of them.
func (e edition) body(ref notices.Ref, name notices.Text) string {
	if ref.Said() {
		if o := e.bodies(ref.Value); o != nil {
			return o.Name.Value
		}
		return spaced(ref.Value)
	}
	return lower(name.Value)
}

func (e edition) recipient(ref notices.Ref) string {
	for _, r := range e.Recipients.Items {
		if ref.Said() && r.Ref() == ref.Value {
			return e.body(r.Organisation, r.Name)
		}
	}
	return ""
}

// spaced writes an ID or a word of a list as people do.
func spaced(id string) string { return strings.ReplaceAll(id, "-", " ") }

// lower puts a text into the middle of a sentence: without its full stop, and with a
// small letter first unless it begins with an acronym or a name in capitals.
func lower(s string) string {
	s = withoutStop(strings.TrimSpace(s))
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if unicode.IsUpper(second) || strings.HasPrefix(s, "I ") {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}
