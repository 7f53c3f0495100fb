package town

import (
	"embed"
	"strings"
)

//go:embed words
var words embed.FS

// text gives a file of words.
func text(name string) []byte {
	b, err := words.ReadFile("words/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	return b
}

// writer writes texts by rule: in a text, {a|b|c} becomes one of the three, and {name}
// a value. The same seed always gives the same text.
type writer struct {
	state  uint64
	values map[string]string
}

// pick gives a number below n. The generator is splitmix64, so that no release of Go
// changes what it gives.
func (w *writer) pick(n int) int {
	w.state += 0x9e3779b97f4a7c15
	z := w.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

// write gives a text with its braces filled in. {#name} is the name of a heading and
// stays as it is.
func (w *writer) write(pattern string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		inner, after := closed(rest)
		b.WriteString(w.fill(inner))
		pattern = after
	}
}

func (w *writer) fill(inner string) string {
	if strings.HasPrefix(inner, "#") {
		return "{" + inner + "}"
	}
	if strings.Contains(inner, "|") {
		options := strings.Split(inner, "|") // an option may have a value in it, and no options
		return w.write(options[w.pick(len(options))])
	}
	value, ok := w.values[inner]
	if !ok {
		panic("town: no value is called " + inner)
	}
	return value
}

// closed cuts a text at the brace that closes the one before it.
func closed(s string) (inner, after string) {
	open := 1
	for i, r := range s {
		switch r {
		case '{':
			open++
		case '}':
			open--
		}
		if open == 0 {
			return s[:i], s[i+1:]
		}
	}
	panic("town: a brace is not closed: " + s)
}

// paragraphs gives so many of some sentences, in their order, three to a paragraph.
func (w *writer) paragraphs(sentences []string, count int) string {
	var b strings.Builder
	taken := 0
	for i, s := range sentences {
		if w.pick(len(sentences)-i) >= count-taken {
			continue
		}
		switch {
		case taken == 0:
		case taken%3 == 0:
			b.WriteString("\n\n")
		default:
			b.WriteString("\n")
		}
		written := w.write(s)
		b.WriteString(strings.ToUpper(written[:1]) + written[1:])
		taken++
	}
	return b.String()
}

// sections reads a file of sentences: [name], then a sentence a line.
func sections(name string) map[string][]string {
	all, section := map[string][]string{}, ""
	for line := range strings.Lines(string(text(name))) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = strings.Trim(line, "[]")
		default:
			all[section] = append(all[section], line)
		}
	}
	return all
}
