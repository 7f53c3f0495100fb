package load

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Some slips are good YAML that says something else: items behind Word's bullets
// run together into one text, and “none” swallows the list below it. They are
// looked for line by line before the file is read as YAML.

// slip is a line that says something else than was meant.
type slip struct {
	col           int
	message, hint string
	better        string
}

// mend reports the slips of a file's lines and puts them right in memory, so that
// the rest can be read. It gives the lines put right.
func (f *file) mend(lines []string, first int) []string {
	lines = slices.Clone(lines)
	block, found := -1, 0 // the indentation of the line that begins a long text
	for i := first - 1; i < len(lines) && found < maxRepairs; i++ {
		line := lines[i]
		if strings.TrimSpace(line) == "" || block >= 0 && indentOf(line) > block {
			continue
		}
		block = -1
		x := fault{lines: lines, first: first, line: i + 1}
		for _, look := range []func(fault) (slip, bool){nbspIndent, bullet, noneAndList} {
			if s, ok := look(x); ok {
				f.fatal(ruleYAMLSyntax, f.at(i+1, s.col, 1), s.message, s.hint+"\n"+s.better)
				lines[i] = s.better
				found++
			}
		}
		if blockStart.MatchString(lines[i]) {
			block = indentOf(lines[i])
		}
	}
	return lines
}

// blockStart is a line that ends with the | or > that begins a long text.
var blockStart = regexp.MustCompile(`(?::|-)[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$`)

const nbsp = '\u00a0'

// nbspIndent: a line pasted from Word or a web page, whose spaces are no ordinary
// ones. YAML takes them for a part of the name.
func nbspIndent(x fault) (slip, bool) {
	line := x.text(x.line)
	rest := strings.TrimLeft(line, " \u00a0")
	lead := line[:len(line)-len(rest)]
	at := strings.IndexRune(lead, nbsp)
	p, named := partsOf(rest)
	if at < 0 || !isItem(rest) && !bulleted.MatchString(rest) && !(named && isKey(p.key)) {
		return slip{}, false
	}
	width := utf8.RuneCountInString(lead)
	return slip{
		col: at + 1, message: "This line is indented with spaces that are no ordinary ones, as Word and web pages have them.",
		hint: "Use ordinary spaces:", better: strings.Repeat(" ", x.siblingIndent(rest, width)) + rest,
	}, true
}

// bulleted is a list item that does not begin with a hyphen and a space.
var bulleted = regexp.MustCompile(`^( *)([•‣▪▫◦●○■□·∙–—−‐‑*]|-)([\s\x{00a0}]*)(\S.*)$`)

// bullet: an item that begins with a bullet or a dash of Word, or whose hyphen
// has no space, or no ordinary one, after it.
func bullet(x fault) (slip, bool) {
	m := bulleted.FindStringSubmatch(x.text(x.line))
	if m == nil || m[2] == "-" && (isItem(m[0]) || strings.HasPrefix(m[4], "-")) || m[2] == "*" && m[3] == "" || !x.inList(len(m[1])) {
		return slip{}, false
	}
	message := fmt.Sprintf("This line begins with “%s”, which does not make it an item of a list.", m[2])
	switch {
	case m[2] == "-" && m[3] == "":
		message = "There is no space after the hyphen, so this is not an item of a list."
	case m[2] == "-":
		message = "The space after the hyphen is no ordinary one, so this is not an item of a list."
	}
	return slip{col: len(m[1]) + 1, message: message, hint: "Use a hyphen and a space:", better: m[1] + "- " + m[4]}, true
}

// inList reports whether an item could stand on the line: below a name without a
// value, or below another item.
func (x fault) inList(indent int) bool {
	for n := x.above(x.line); n > 0; n = x.above(n) {
		line := x.text(n)
		switch here := indentOf(line); {
		case here > indent:
		case here == indent && isItem(line):
			return true
		default:
			return strings.HasSuffix(strings.TrimRight(line, " \t"), ":")
		}
	}
	return false
}

// noneLine is "recipients: none".
var noneLine = regexp.MustCompile(`^( *(?:- +)?[a-z_]+:)[ \t]+["']?(?i:none)["']?\.?[ \t]*$`)

// noneAndList: “none” with the list left below it.
func noneAndList(x fault) (slip, bool) {
	m := noneLine.FindStringSubmatch(x.text(x.line))
	if m == nil {
		return slip{}, false
	}
	next := x.text(x.below(x.line))
	if !isItem(next) || indentOf(next) < len(m[1])-len(strings.TrimLeft(m[1], " -")) {
		return slip{}, false
	}
	return slip{
		col: utf8.RuneCountInString(m[1]) + 2, message: "This says that there is none, but a list follows.",
		hint: "Take out “none”, or delete the list:", better: m[1],
	}, true
}

// below is the next line after n that has text and is no comment; 0 when there
// is none.
func (x fault) below(n int) int {
	for n++; n <= len(x.lines); n++ {
		if s := strings.TrimSpace(x.text(n)); s != "" && s[0] != '#' {
			return n
		}
	}
	return 0
}

// siblingIndent is the indentation that a line needs whose own cannot be trusted:
// that of the lines it belongs with. The text of the line is given without its
// indentation, and how wide that was.
func (x fault) siblingIndent(rest string, width int) int {
	n := x.above(x.line)
	item := isItem(rest)
	if above := x.text(n); strings.HasSuffix(strings.TrimRight(above, " \t"), ":") {
		own := levels(above, false)[0]
		if below := x.text(x.below(x.line)); item && isItem(below) && indentOf(below) >= own {
			return indentOf(below)
		}
		return own + 2
	}
	best := -1
	for limit := 1 << 20; n > 0; n = x.above(n) {
		line := x.text(n)
		here := indentOf(line)
		if here > limit || item && !isItem(line) {
			continue
		}
		limit = here
		for _, level := range levels(line, item) {
			if level > 0 && (best < 0 || distance(level, width) < distance(best, width)) {
				best = level
			}
		}
	}
	if best < 0 {
		return width
	}
	return best
}
