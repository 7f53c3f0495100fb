package prose

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The limits of a text. They are far above what a notice needs; above them,
// goldmark needs time that grows with the square of the text, or the page
// becomes many times as long as the text.
const (
	maxBody      = 128 << 10 // bytes: some 20,000 words
	maxLine      = 20_000    // characters
	maxParagraph = 64 << 10  // bytes without a blank line between them
	maxMarks     = 1_000     // marks such as * and [ without a blank line between them
	maxNesting   = 16        // lists, quotations and emphasis within each other
	maxIndent    = 136       // columns before the first letter of a line
	maxColumns   = 64        // of a table
	maxCells     = 10_000    // of all tables
	maxAddress   = 2_048     // bytes of one address
	maxAddresses = 1 << 20   // bytes of all addresses and their titles, as often as they are used
	maxHTML      = 4 << 20   // bytes of a section's HTML
)

// withinLimits reports whether goldmark can be given the text. It looks at lines
// only, in one pass, and is stricter than Markdown's grammar would have to be.
func (r *reader) withinLimits(source string) bool {
	if len(source) > maxBody {
		r.report("text-too-long", r.places.span(0, 0),
			fmt.Sprintf("This text is %d KB long. The most that can be read is %d KB.", len(source)>>10, maxBody>>10),
			"Split it into several notices or pages.")
		return false
	}
	var p paragraph
	offset := 0
	for line := range strings.Lines(source) {
		if rule, message, fix := p.add(line); rule != "" {
			r.report(rule, r.places.rest(offset), message, fix)
			return false
		}
		offset += len(line)
	}
	return true
}

// paragraph is what is counted from one blank line to the next. Cells are
// counted through the whole text.
type paragraph struct {
	bytes, marks, columns int
	cells                 int
}

// add counts one line and gives the rule that it breaks, if any.
func (p *paragraph) add(line string) (rule, message, fix string) {
	if strings.Trim(line, " \t\n") == "" {
		*p = paragraph{cells: p.cells}
		return "", "", ""
	}
	levels, indent, content := containers(line)
	p.bytes += len(line)
	p.marks += countMarks(line)
	p.countCells(content)
	switch {
	case utf8.RuneCountInString(line) > maxLine:
		return "line-too-long", fmt.Sprintf("This line has more than %d characters.", maxLine),
			"Break it into paragraphs, with an empty line between them."
	case levels > maxNesting || indent > maxIndent:
		return nestingFault()
	case p.bytes > maxParagraph || p.marks > maxMarks:
		return "paragraph-too-long",
			"This paragraph, list or table is too long to be read, or has too many links and other marks.",
			"Break it up: put an empty line between its parts, and a heading where a new subject begins."
	case p.columns > maxColumns:
		return "table-too-wide", fmt.Sprintf("This table has more than %d columns.", maxColumns),
			"Turn the table round, or make several tables of it."
	case p.cells > maxCells:
		return "table-too-long", fmt.Sprintf("The tables of this text have more than %d cells.", maxCells),
			"Split them over several pages."
	}
	return "", "", ""
}

func nestingFault() (rule, message, fix string) {
	return "nesting-too-deep",
		fmt.Sprintf("Lists, quotations or emphasis are nested more than %d deep here.", maxNesting),
		"Take out levels: two or three are as much as a reader can follow."
}

// containers looks at the marks of quotations and list items that a line begins
// with: how many there are, the columns they take, and what follows.
func containers(line string) (levels, indent int, content string) {
	for line != "" {
		switch mark := markLength(line); {
		case line[0] == ' ':
			indent++
			line = line[1:]
		case line[0] == '\t':
			indent += 4
			line = line[1:]
		case mark > 0:
			levels++
			line = line[mark:]
		default:
			return levels, indent, line
		}
	}
	return levels, indent, ""
}

// markLength gives the length of the mark of a quotation or list item that the
// line begins with.
func markLength(line string) int {
	if line[0] == '>' {
		return 1
	}
	n := strings.IndexFunc(line, func(c rune) bool { return c < '0' || c > '9' })
	if n < 0 || n > 9 {
		return 0
	}
	marks := "-+*"
	if n > 0 {
		marks = ".)"
	}
	if !strings.ContainsRune(marks, rune(line[n])) {
		return 0
	}
	if end := n + 1; end == len(line) || strings.IndexByte(" \t\n", line[end]) >= 0 {
		return end
	}
	return 0
}

// countMarks counts what goldmark has to find a counterpart for. A row of stars,
// underlines or code marks is one. A brace weighs more: behind a heading,
// goldmark tries each of them.
func countMarks(line string) int {
	n := 0
	for i := range len(line) {
		switch c := line[i]; c {
		case '[', ']', '<':
			n++
		case '*', '_', '`':
			if i == 0 || line[i-1] != c {
				n++
			}
		case '{':
			n += 20
		}
	}
	return n
}

// countCells takes note of the row of dashes below a table's head, and of the
// rows after it: a row has as many cells as the head, however short it is.
func (p *paragraph) countCells(row string) {
	p.cells += p.columns
	row = strings.Trim(row, " \t\n")
	if row == "" || strings.Trim(row, "|:- \t") != "" || !strings.Contains(row, "-") {
		return
	}
	p.columns = max(p.columns, strings.Count(row, "|")+1)
}

// withinAddressLimit reports whether all links were read (see countAddress).
func (r *reader) withinAddressLimit() bool {
	if r.addresses <= maxAddresses {
		return true
	}
	r.report("text-too-long", r.places.span(0, 0),
		"The addresses of this text's links are too long for one page.", "Use fewer links, or shorter addresses.")
	return false
}
