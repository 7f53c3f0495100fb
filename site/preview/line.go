package preview

import (
	"fmt"
	"strings"
	"unicode"

	"notices.example/notices"
)

// line is a line of a content file with the words that a finding is about.
type line struct {
	Number                int
	Before, Marked, After string // as they are shown
}

// Seen reports whether there is anything to see on the line.
func (l line) Seen() bool {
	text := strings.TrimSpace(l.Before + l.Marked + l.After)
	return text != "" && text != "---"
}

// longestLine is how many characters of a line are shown around the place.
const longestLine = 160

// newLine marks the place on a line. A long line is cut around it.
func newLine(text string, p notices.Pos) line {
	runes := []rune(text)
	if p.Col <= 0 {
		return line{Number: p.Line, Before: head(runes)}
	}
	start := min(p.Col-1, len(runes))
	end := min(start+max(p.Len, 1), len(runes))
	from := max(0, start-longestLine/3)
	to := min(len(runes), from+longestLine)
	end = min(end, to)
	l := line{Number: p.Line, Before: visible(runes[from:start]), Marked: visible(runes[start:end]), After: visible(runes[end:to])}
	if from > 0 {
		l.Before = "…" + l.Before
	}
	if to < len(runes) {
		l.After += "…"
	}
	if l.Marked == "" {
		l.Marked = " " // after the end of the line
	}
	return l
}

func head(runes []rune) string {
	if len(runes) <= longestLine {
		return visible(runes)
	}
	return visible(runes[:longestLine]) + "…"
}

// visible shows characters that cannot be seen, or that turn the direction of
// others, as what they are.
func visible(runes []rune) string {
	var b strings.Builder
	for _, r := range runes {
		switch {
		case r == '\t':
			b.WriteString("    ")
		case unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain makes a text of several lines safe to show.
func plain(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = visible([]rune(l))
	}
	return strings.Join(lines, "\n")
}
