package prose

import "notices.example/notices"

// ParseInGeneral is Parse, by goldmark even where a text is plain.
func ParseInGeneral(m notices.Markdown) *Document {
	r := &reader{doc: &Document{text: m.Source}, passages: true}
	r.parse(m)
	notices.SortFindings(r.doc.Problems)
	return r.doc
}

// IsPlain reports whether the text was read without goldmark.
func (d *Document) IsPlain() bool { return d.plain != nil }

// Section gives the section with that ID, and whether there is one.
func (d *Document) Section(id string) (Section, bool) {
	for _, s := range d.Sections {
		if s.ID == id {
			return s, true
		}
	}
	return Section{}, false
}

// PartsOf gives the path and the fragment of a destination as package url reads them.
func PartsOf(destination string) (file, fragment string, plain, local bool) {
	file, fragment, local = parts(destination)
	return file, fragment, isPlainPath(destination), local && inspectAny(destination) == nil
}
