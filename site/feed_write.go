package site

import (
	"bytes"
	"encoding/xml"
	"unicode/utf8"
)

// feedWriter writes feeds: the bytes that encoding/xml writes with an indent of one space,
// but without asking each value again what it is made of. There is one for every notice.
type feedWriter struct{ bytes.Buffer }

func feedFileOf(address string, feed *atomFeed) File {
	w := &feedWriter{}
	w.Grow(2 << 10)
	w.feed(feed)
	return File{Path: address, Content: w.Bytes()}
}

func (w *feedWriter) feed(f *atomFeed) {
	w.WriteString(xml.Header)
	w.WriteString(`<feed xmlns="http://www.w3.org/2005/Atom"`)
	w.attribute("xml:lang", f.Lang)
	w.WriteByte('>')
	w.element("\n ", "id", f.ID)
	w.element("\n ", "title", f.Title)
	w.element("\n ", "updated", f.Updated)
	w.about("\n ", f.Authors, f.Links)
	for i := range f.Entries {
		w.entry(&f.Entries[i])
	}
	w.WriteString("\n</feed>\n")
}

func (w *feedWriter) entry(e *atomEntry) {
	const line = "\n  "
	w.WriteString("\n <entry>")
	w.element(line, "id", e.ID)
	w.words(line, "title", e.Title)
	w.element(line, "updated", e.Updated)
	w.about(line, e.Authors, e.Links)
	if c := e.Category; c != nil {
		w.WriteString(line + "<category")
		w.attribute("term", c.Term)
		w.attribute("label", c.Label)
		w.WriteString("></category>")
	}
	w.words(line, "summary", e.Summary)
	w.WriteString("\n </entry>")
}

// about writes whose a feed or an entry is, and where it leads.
func (w *feedWriter) about(line string, authors []atomPerson, links []atomLink) {
	for _, a := range authors {
		w.WriteString(line + "<author>")
		w.element(line+" ", "name", a.Name)
		w.WriteString(line + "</author>")
	}
	for _, l := range links {
		w.WriteString(line + "<link")
		w.attribute("rel", l.Rel)
		w.attribute("type", l.Type)
		w.attribute("href", l.Href)
		w.WriteString("></link>")
	}
}

func (w *feedWriter) element(line, name, words string) { w.words(line, name, atomText{Words: words}) }

func (w *feedWriter) words(line, name string, t atomText) {
	w.WriteString(line)
	w.WriteByte('<')
	w.WriteString(name)
	if t.Lang != "" {
		w.attribute("xml:lang", t.Lang)
	}
	w.WriteByte('>')
	w.text(t.Words)
	w.WriteString("</")
	w.WriteString(name)
	w.WriteByte('>')
}

func (w *feedWriter) attribute(name, value string) {
	w.WriteByte(' ')
	w.WriteString(name)
	w.WriteString(`="`)
	w.text(value)
	w.WriteByte('"')
}

// text writes words. Those with a sign that has to be written otherwise are left to
// encoding/xml.
func (w *feedWriter) text(s string) {
	if plainXML(s) {
		w.WriteString(s)
		return
	}
	_ = xml.EscapeText(w, []byte(s)) // memory can always be written to
}

// plainXML reports whether words stand in XML as they are.
func plainXML(s string) bool {
	for _, r := range s {
		switch {
		case r < ' ' || r == '"' || r == '\'' || r == '&' || r == '<' || r == '>':
			return false
		case r >= utf8.RuneError && r <= utf8.RuneError+2: // the last two are no letters
			return false
		}
	}
	return true
}
