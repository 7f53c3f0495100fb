package handbook

import (
	"strings"
	"unicode/utf8"
)

// Style says how a page is written as text.
type Style struct {
	Colour bool
	Width  int // of the terminal, in columns; 80 when not said
}

// Text writes a page for a terminal.
func Text(p Page, s Style) string {
	if s.Width == 0 {
		s.Width = 80
	}
	var b strings.Builder
	b.WriteString(s.strong(p.Title) + "\n")
	for _, part := range p.Parts {
		b.WriteString("\n")
		indent := ""
		if part.Heading != "" {
			b.WriteString(s.strong(part.Heading) + "\n")
			indent = "  "
		}
		if part.Text != "" {
			b.WriteString(s.wrap(strings.ReplaceAll(part.Text, "`", ""), indent, indent))
		}
		for _, e := range part.List {
			b.WriteString(s.entry(e))
		}
		if part.Example != "" {
			b.WriteString(separate(part) + indented(part.Example))
		}
	}
	return b.String()
}

// separate gives an empty line between a paragraph and the lines to paste.
func separate(p Part) string {
	if p.Text == "" {
		return ""
	}
	return "\n"
}

func indented(example string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimRight(example, "\n") + "\n") {
		b.WriteString(strings.TrimRight("      "+line, " \n") + "\n")
	}
	return b.String()
}

func (s Style) entry(e Entry) string {
	words := e.Name
	if e.Text != "" {
		words += ": " + e.Text
	}
	text := s.wrap(words, "  ", "    ")
	if strings.HasPrefix(e.Link, "https://") {
		text += "    " + e.Link + "\n"
	}
	return text
}

// wrap breaks a paragraph into lines that fit, the first set in by first.
func (s Style) wrap(text, first, indent string) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		length := utf8.RuneCountInString(word)
		switch {
		case column == 0:
			b.WriteString(first)
			column = len(first)
		case column+1+length > s.Width:
			b.WriteString("\n" + indent)
			column = len(indent)
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(word)
		column += length
	}
	return b.String() + "\n"
}

func (s Style) strong(text string) string {
	if !s.Colour {
		return text
	}
	return "\x1b[1m" + text + "\x1b[0m"
}
