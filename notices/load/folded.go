package load

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// A program that saves a long text, such as a content management system, may write it
// after >, and part long lines where they are full. Nothing is lost by that: it leaves an
// empty line for each line end. A person who writes > loses the line ends of lists and
// headings, because a line goes on in the next.

// foldWidth is how long a program lets lines be, less what it indents them by.
const foldWidth = 76

var (
	heading    = regexp.MustCompile(`^#{1,6} `)
	blockBegin = regexp.MustCompile(`^(?:[-*+] |\d{1,9}[.)] |#{1,6} |[>|]|~~~|` + "```" + `)`)
)

// foldedAway reports whether a text after > loses a line end that it needs: that of a
// heading, or before a list, and not where a program parts a line that is full.
func (d *decoder) foldedAway(n *yaml.Node) bool {
	pos := d.value(n)
	margin := strings.Repeat(" ", pos.Col-1)
	above := ""
	for i := pos.Line; i <= len(d.lines); i++ {
		line, within := strings.CutPrefix(d.line(i), margin)
		switch {
		case strings.TrimSpace(d.line(i)) == "", strings.HasPrefix(line, " "):
			above = "" // such a line end is kept
			continue
		case !within:
			return false
		case above != "" && (heading.MatchString(above) || blockBegin.MatchString(line)) && !fills(above, line):
			return true
		}
		above = line
	}
	return false
}

// fills reports whether the first word of the next line has no place on a line.
func fills(line, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > foldWidth
}
