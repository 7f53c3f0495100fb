package load

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// problem is a fault of form in words for people who do not program. It points
// at the cause, which is often not where the YAML library noticed it.
type problem struct {
	rule              string
	line, col, length int // of the file
	message, fix      string
	repaired          string // the line as it may have been meant, to find further faults; empty when unclear
}

// fault is what the YAML library says of a text, and the text.
type fault struct {
	lines     []string // the whole file, what is not YAML left empty
	first     int      // the line on which the YAML begins
	said      string
	line, col int // where it was noticed
	from      int // the line on which the surrounding thing begins; 0 when not said
	fromCol   int
}

// diagnosis is one way to explain a fault. It gives false when it is another.
type diagnosis func(fault) (problem, bool)

// diagnoses are all ways to explain a fault, the surest first.
var diagnoses = []diagnosis{
	tabIndent, tooDeep, directive, shortCut, quoteNeverClosed, badEscape, blockHeader,
	quoteInsideQuotes, textAfterValue, bracketNotClosed, listOnKeyLine, colonInText,
	specialStart, colonWithoutSpace, lineWithoutKey, colonInSecondLine, wrongIndent,
}

// explain turns an error of the YAML library into a problem.
func explain(lines []string, first int, err error) problem {
	x := fault{lines: lines, first: first}
	var le *yaml.LoadError
	if errors.As(err, &le) {
		x.said, x.line, x.col = le.Message, le.Mark.Line, le.Mark.Column
		x.from, x.fromCol = le.ContextMark.Line, le.ContextMark.Column
	}
	x.settle()
	for _, d := range diagnoses {
		if p, ok := d(x); ok {
			return p
		}
	}
	return x.problem(x.line, x.col, "This line cannot be understood.", "Look at its quotes, its colons and its indentation, and at those of the line above.")
}

// settle makes sure that the fault is at a line that has text: the library names
// none at times, or the one after the last.
func (x *fault) settle() {
	x.line = min(max(x.line, x.first, 1), len(x.lines))
	if x.col < 1 {
		x.col = 1
	}
	for x.line > x.first && strings.TrimSpace(x.text(x.line)) == "" {
		x.line--
		x.col = 1
	}
}

func (x fault) text(n int) string {
	if n < 1 || n > len(x.lines) {
		return ""
	}
	return x.lines[n-1]
}

// says reports whether the library's words contain one of the texts.
func (x fault) says(any ...string) bool {
	for _, s := range any {
		if strings.Contains(x.said, s) {
			return true
		}
	}
	return false
}

// problem makes a problem of form without a repair.
func (x fault) problem(line, col int, message, fix string) problem {
	return problem{rule: ruleYAMLSyntax, line: line, col: col, length: 1, message: message, fix: fix}
}

// rewrite makes a problem that is put right by writing its line anew.
func (x fault) rewrite(line, col int, message, sentence, better string) problem {
	p := x.problem(line, col, message, sentence+"\n"+better)
	p.repaired = better
	return p
}

// keyLine takes a line apart: indentation and dashes, key, space, value.
var keyLine = regexp.MustCompile(`^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s:#"'\[\]{},-][^:#"]*?)(:[ \t]+)(\S.*)?$`)

// parts are the pieces of a line "key: value" or "- value".
type parts struct{ lead, key, gap, value string }

func partsOf(line string) (parts, bool) {
	if m := keyLine.FindStringSubmatch(line + " "); m != nil {
		return parts{m[1], m[2], m[3], strings.TrimRight(m[4], " \t")}, true
	}
	if m := dashLine.FindStringSubmatch(line); m != nil {
		return parts{lead: m[1], value: strings.TrimRight(m[2], " \t")}, true
	}
	return parts{}, false
}

var dashLine = regexp.MustCompile(`^(\s*(?:- +)+)(\S.*)$`)

// column is where the value begins, in characters from 1.
func (p parts) column() int { return utf8.RuneCountInString(p.lead+p.key+p.gap) + 1 }

// with gives the line with another value.
func (p parts) with(value string) string { return p.lead + p.key + p.gap + value }

// quoted puts a text in quotes so that YAML takes it letter for letter.
func quoted(s string) string {
	if !strings.Contains(s, `"`) && !strings.Contains(s, `\`) {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// withoutQuotes takes a quote off the start and the end of a text, also a curly one
// and also when there is only one of them.
func withoutQuotes(s string) string {
	const quotes = "\"'“”‘’„"
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || !strings.ContainsRune(quotes, first) {
		return s
	}
	s = s[size:]
	if last, size := utf8.DecodeLastRuneInString(s); size > 0 && strings.ContainsRune(quotes, last) {
		s = s[:len(s)-size]
	}
	return s
}

// curlyQuoted gives what stands between the curly quotes around a text. It is false
// for “one” and “two”, where they are not around the whole.
func curlyQuoted(s string) (inner string, around bool) {
	last, size := utf8.DecodeLastRuneInString(s)
	first := firstRune(s)
	if len(s) <= 2*size || !strings.ContainsRune("“‘„", first) || !strings.ContainsRune("”’“", last) {
		return "", false
	}
	inner = s[utf8.RuneLen(first) : len(s)-size]
	if strings.ContainsAny(inner, "“”„") || first == '‘' && strings.Contains(inner, "‘") {
		return "", false
	}
	return inner, true
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// above is the last line before n that has text and is no comment.
func (x fault) above(n int) int {
	for n--; n >= x.first; n-- {
		if s := strings.TrimSpace(x.text(n)); s != "" && s[0] != '#' {
			return n
		}
	}
	return 0
}
