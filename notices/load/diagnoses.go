package load

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// tabIndent: YAML indents with spaces only, and a tab looks the same.
func tabIndent(x fault) (problem, bool) {
	for _, n := range []int{x.line, x.from} {
		line := x.text(n)
		lead := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		tab := strings.IndexByte(lead, '\t')
		if tab < 0 || !x.says("tab character", "cannot start any token", "expected ':'", "expected key", "'-' indicator") {
			continue
		}
		rest := strings.TrimLeft(line, " \t")
		if m := bulleted.FindStringSubmatch(rest); m != nil && m[2] != "-" {
			rest = "- " + m[4]
		}
		x.line = n
		better := strings.Repeat(" ", x.siblingIndent(rest, len(strings.ReplaceAll(lead, "\t", "  ")))) + rest
		return x.rewrite(n, tab+1, "This line is indented with a tab.", "Use spaces instead of the tab:", better), true
	}
	return problem{}, false
}

// tooDeep: things inside things beyond the limit.
func tooDeep(x fault) (problem, bool) {
	if !x.says("max depth") {
		return problem{}, false
	}
	p := x.problem(x.line, x.col, fmt.Sprintf("There are more than %d levels inside each other here.", maxDepth), "Use fewer brackets or less indentation.")
	p.rule = ruleFileTooLarge
	return p, true
}

// directive: a line that begins with % gives orders to YAML itself.
func directive(x fault) (problem, bool) {
	for _, n := range []int{x.line, x.above(x.line), x.from} {
		line := x.text(n)
		if !strings.HasPrefix(line, "%") {
			continue
		}
		p := x.problem(n, 1, "A line that begins with % has a special meaning that is not allowed here.", "Delete the line.")
		p.rule, p.length = ruleYAMLFeature, utf8.RuneCountInString(line)
		return p, true
	}
	return problem{}, false
}

// shortCut: a text that begins with * or &, such as *important*.
func shortCut(x fault) (problem, bool) {
	if !x.says("unknown anchor", "alphabetic or numeric", "undefined tag") && !strings.Contains(x.said, "tag") {
		return problem{}, false
	}
	p, ok := partsOf(x.text(x.line))
	if !ok || p.value == "" || !strings.Contains("*&!", p.value[:1]) {
		return problem{}, false
	}
	found := x.rewrite(x.line, p.column(), fmt.Sprintf("A value that begins with “%s” has a special meaning that is not allowed here.", p.value[:1]),
		"If it is a text, put it in quotes:", p.with(quoted(p.value)))
	found.rule = ruleYAMLFeature
	return found, true
}

// quoteNeverClosed: the library reads on to the end of the file, or to the next
// quote, and complains there. The cause is where the quote opens.
func quoteNeverClosed(x fault) (problem, bool) {
	n := 0
	switch {
	case x.says("unexpected end of stream", "unexpected document indicator"):
		n = x.from
	case x.says("expected key", "'-' indicator", "expected ',' or", "mapping values are not allowed", "expected ':'",
		"comment without preceding whitespace"): // where the next quote is that of "#14524a"
		n = x.openQuote()
	}
	p, ok := partsOf(x.text(n))
	if n == 0 || !ok || p.value == "" {
		return problem{}, false
	}
	better := p.with(quoted(withoutQuotes(p.value)))
	if strings.HasPrefix(p.value, "[") {
		better = p.with(strings.TrimSuffix(p.value, "]") + quoteOpen(p.value) + "]")
	}
	return x.rewrite(n, max(p.column(), columnOfOpen(p)), "A quote opens here and is never closed.", "Close it at the end of the text:", better), true
}

// openQuote is the last line up to the fault on which a value begins with a
// quote that the line does not close; 0 when there is none.
func (x fault) openQuote() int {
	for n := x.line; n >= x.first; n-- {
		p, ok := partsOf(x.text(n))
		if !ok || p.value == "" || !strings.ContainsAny(p.value[:1], `"'`) {
			continue
		}
		if strings.Count(p.value, p.value[:1]) == 1 && n < x.line && x.leadsOn(n) {
			return n
		}
	}
	return 0
}

// leadsOn reports whether a double quote that opens on line n may be what the fault
// comes of: the next one that it is closed by stands right before the fault.
func (x fault) leadsOn(n int) bool {
	p, _ := partsOf(x.text(n))
	last := []rune(x.text(x.line))
	text := strings.Join(append(slices.Clone(x.lines[n-1:x.line-1]), string(last[:min(x.col-1, len(last))])), "\n")
	return p.value[0] != '"' || strings.Count(text, `"`) <= 2
}

// quoteOpen is the quote that a list in brackets leaves open.
func quoteOpen(s string) string {
	for _, q := range []string{`"`, "'"} {
		if strings.Count(s, q)%2 == 1 {
			return q
		}
	}
	return ""
}

func columnOfOpen(p parts) int {
	if q := quoteOpen(p.value); q != "" && strings.HasPrefix(p.value, "[") {
		return p.column() + utf8.RuneCountInString(p.value[:strings.LastIndex(p.value, q)])
	}
	return 0
}

// badEscape: a backslash in double quotes, such as in "C:\new".
func badEscape(x fault) (problem, bool) {
	if !x.says("escape", "hexadecimal") {
		return problem{}, false
	}
	line := []rune(x.text(x.line))
	col := min(x.col, len(line))
	for col > 1 && line[col-1] != '\\' {
		col--
	}
	found := x.problem(x.line, col, "A backslash has a special meaning between double quotes, and this one cannot be understood.", "Use single quotes around the text, or write two backslashes.")
	if p, ok := partsOf(string(line)); ok && len(p.value) > 1 && p.value[0] == '"' && p.value[len(p.value)-1] == '"' {
		better := p.with("'" + strings.ReplaceAll(p.value[1:len(p.value)-1], "'", "''") + "'")
		return x.rewrite(x.line, col, found.message, "Use single quotes around the text:", better), true
	}
	return found, true
}

// blockHeader: text on the line of the | that begins a long text.
func blockHeader(x fault) (problem, bool) {
	if !x.says("comment or line break", "indentation indicator", "without preceding whitespace") || x.from == 0 {
		return problem{}, false
	}
	p, ok := partsOf(x.text(x.from))
	if !ok || len(p.value) < 2 {
		return problem{}, false
	}
	indent := strings.Repeat(" ", utf8.RuneCountInString(p.lead)+2)
	found := x.problem(x.from, p.column()+1, fmt.Sprintf("Nothing else may stand on the line after “%s”.", p.value[:1]),
		"Begin the text on the next line, indented:\n"+p.with(p.value[:1])+"\n"+indent+strings.TrimSpace(p.value[1:]))
	found.repaired = p.with(p.value[:1])
	return found, true
}

// quoteInsideQuotes: 'The Mayor's fund', "the "right" form".
func quoteInsideQuotes(x fault) (problem, bool) {
	p, ok := partsOf(x.text(x.line))
	if !ok || len(p.value) < 2 || !strings.ContainsAny(p.value[:1], `"'`) || !x.says("expected key", "'-' indicator", "expected ':'", "expected ',' or") {
		return problem{}, false
	}
	q := p.value[:1]
	inner := strings.TrimSuffix(p.value[1:], q)
	if strings.Count(inner, q) == 0 {
		return problem{}, false
	}
	better := `"` + inner + `"`
	if q == `"` || strings.ContainsAny(inner, `"\`) {
		better = "'" + strings.ReplaceAll(inner, "'", "''") + "'"
	}
	col := p.column() + 1 + utf8.RuneCountInString(inner[:strings.Index(inner, q)])
	return x.rewrite(x.line, col, fmt.Sprintf("The text is taken to end here, at the second %s.", q), "Use the other kind of quotes around it:", p.with(better)), true
}

// textAfterValue: something follows a closing bracket or quote.
func textAfterValue(x fault) (problem, bool) {
	if !x.says("expected key", "'-' indicator", "node content") {
		return problem{}, false
	}
	p, ok := partsOf(x.text(x.line))
	if !ok || p.value == "" || !strings.ContainsAny(p.value[:1], "[]{}") || x.col <= p.column()-1 {
		return problem{}, false
	}
	return x.rewrite(x.line, p.column(), fmt.Sprintf("A value that begins with “%s” is taken for a list or a group, and this one is not.", p.value[:1]),
		"If it is a text, put it in quotes:", p.with(quoted(p.value))), true
}

// bracketNotClosed: [ without ], or with another kind of bracket.
func bracketNotClosed(x fault) (problem, bool) {
	if !x.says("expected ',' or", "simple key", "flow", "node content") || x.from == 0 || x.fromCol < 1 {
		return problem{}, false
	}
	line := []rune(x.text(x.from))
	if x.fromCol > len(line) || line[x.fromCol-1] != '[' && line[x.fromCol-1] != '{' {
		return problem{}, false
	}
	shut := map[rune]string{'[': "]", '{': "}"}[line[x.fromCol-1]]
	better := strings.TrimRight(string(line), " \t,]}") + shut
	message := fmt.Sprintf("The bracket that opens here is not closed with “%s”.", shut)
	if strings.Contains(string(line[x.fromCol:]), shut) {
		found := x.problem(x.from, x.fromCol, "The list in brackets that begins here cannot be understood.", "Put commas between its items, and quotes around items that have commas, colons or brackets in them.")
		return found, true
	}
	if x.line > x.from+1 || x.line == x.from+1 && indentOf(x.text(x.line)) > 0 && !strings.Contains(x.text(x.line), ": ") {
		return x.problem(x.from, x.fromCol, message, fmt.Sprintf("Put “%s” after the last item.", shut)), true
	}
	return x.rewrite(x.from, x.fromCol, message, "Close it:", better), true
}

// listOnKeyLine: "data: - name".
func listOnKeyLine(x fault) (problem, bool) {
	p, ok := partsOf(x.text(x.line))
	if !ok || p.key == "" || !x.says("block sequence entries") || !strings.HasPrefix(p.value, "-") {
		return problem{}, false
	}
	indent := strings.Repeat(" ", utf8.RuneCountInString(p.lead))
	found := x.problem(x.line, p.column(), "A list cannot begin on the same line as its name.",
		fmt.Sprintf("Put every item on a line of its own:\n%s%s:\n%s  %s", p.lead, p.key, indent, p.value))
	found.repaired = p.with(quoted(p.value))
	return found, true
}

// colonInText: "title: Council tax: your data". A colon with a space after it
// parts a name from its value.
func colonInText(x fault) (problem, bool) {
	p, ok := partsOf(x.text(x.line))
	if !ok || p.value == "" || !x.says("mapping values are not allowed", "mapping keys") {
		return problem{}, false
	}
	colon := strings.Index(p.value+" ", ": ")
	if colon < 0 {
		return problem{}, false
	}
	col := p.column() + utf8.RuneCountInString(p.value[:colon])
	message := "There is a colon in this text, which makes it look like a second name and value."
	if strings.ContainsRune("“”‘’„", firstRune(p.value)) {
		message = "There is a colon in this text, and curly quotes do not hold a text together."
	}
	better := p.value
	if inner, around := curlyQuoted(p.value); around {
		better = inner
	}
	return x.rewrite(x.line, col, message, "Put straight quotes around the text:", p.with(quoted(better))), true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// specialStart: a value that begins with @, %, a backtick, ? and the like.
func specialStart(x fault) (problem, bool) {
	p, ok := partsOf(x.text(x.line))
	if !ok || p.value == "" || !x.says("cannot start any token", "node content", "mapping keys", "block sequence entries") {
		return problem{}, false
	}
	if !strings.ContainsAny(p.value[:1], "@`%?,|>-") {
		return problem{}, false
	}
	return x.rewrite(x.line, p.column(), fmt.Sprintf("A value cannot begin with “%s”.", p.value[:1]), "Put it in quotes:", p.with(quoted(p.value))), true
}

// joined is "controller:example", also with a space that is no ordinary one.
var joined = regexp.MustCompile(`^(\s*(?:- +)*)([A-Za-z][A-Za-z0-9_]*)(:)(?:\x{00a0})?(\S.*)$`)

// colonWithoutSpace: "controller:example".
func colonWithoutSpace(x fault) (problem, bool) {
	for _, n := range []int{x.from, x.line, x.above(x.line)} {
		m := joined.FindStringSubmatch(x.text(n))
		if m == nil || strings.HasPrefix(m[4], "//") {
			continue
		}
		col := utf8.RuneCountInString(m[1]+m[2]) + 1
		return x.rewrite(n, col, "There is no space after the colon.", "Put a space after it:", m[1]+m[2]+": "+strings.TrimLeft(m[4], "\u00a0")), true
	}
	return problem{}, false
}

// lineWithoutKey: a line that goes on from the one above but is not indented, or
// a name without its colon.
func lineWithoutKey(x fault) (problem, bool) {
	n := x.from
	switch above := x.above(x.line); {
	case x.says("expected ':'") && n > 0:
	case x.says("mapping values") && above > 0 && hasNoName(x.text(above)) && indentOf(x.text(above)) <= indentOf(x.text(x.line)):
		n = above
	default:
		return problem{}, false
	}
	line, above := x.text(n), x.above(n)
	col := indentOf(line) + 1
	// A short line above is not one that an editor has wrapped.
	if word, rest, ok := strings.Cut(strings.TrimSpace(line), " "); ok && isKey(word) && len(x.text(above)) < shortLine {
		return x.rewrite(n, col+len(word), "There is no colon after the name.", "Put one there:", strings.Repeat(" ", col-1)+word+": "+rest), true
	}
	const message = "This line is neither a name with a value nor an item of a list."
	if above == 0 {
		return x.problem(n, col, message, "Write a name, a colon, a space and the value, such as:\ntitle: Council tax"), true
	}
	return x.rewrite(n, col, message+" It may belong to the line above.",
		"If it belongs to the text above, indent it further than the line on which that text begins:", strings.Repeat(" ", indentOf(x.text(above))+2)+strings.TrimSpace(line)), true
}

// shortLine is the length below which a line has not been wrapped.
const shortLine = 45

// hasNoName reports whether a line is neither "name: value" nor a list item.
func hasNoName(line string) bool {
	_, named := partsOf(line)
	return !named && !isItem(line)
}
