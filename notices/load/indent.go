package load

import (
	"strings"
	"unicode/utf8"
)

// colonInSecondLine: a text that goes on in the next line, with a colon there.
func colonInSecondLine(x fault) (problem, bool) {
	above := x.above(x.line)
	p, ok := partsOf(x.text(x.line))
	start, begun := partsOf(x.text(above))
	if !x.says("mapping values are not allowed") || !ok || p.key == "" || !begun || start.value == "" {
		return problem{}, false
	}
	if isKey(p.key) || indentOf(x.text(x.line)) <= indentOf(x.text(above)) {
		return problem{}, false
	}
	col := utf8.RuneCountInString(p.lead+p.key) + 1
	indent := strings.Repeat(" ", utf8.RuneCountInString(start.lead)+2)
	found := x.problem(x.line, col, "There is a colon in this text, which makes it look like a name and a value.",
		"Begin the text with > on the line above, and put all of it below:\n"+start.with(">")+"\n"+indent+start.value+"\n"+indent+strings.TrimSpace(x.text(x.line)))
	found.repaired = strings.Replace(x.text(x.line), ": ", "; ", 1)
	return found, true
}

// wrongIndent: a line that is indented like none of the lines above it.
func wrongIndent(x fault) (problem, bool) {
	if !x.says("expected key", "'-' indicator", "mapping values are not allowed", "block sequence entries") {
		return problem{}, false
	}
	line := x.text(x.line)
	indent, item := indentOf(line), isItem(line)
	want, ok := x.nearestIndent(item, indent)
	if !ok {
		return x.mixedList(item)
	}
	what := "name"
	if item {
		what = "list item"
	}
	message := "This " + what + " does not begin below the one it belongs with."
	return x.rewrite(x.line, indent+1, message, "Indent it like the others:", strings.Repeat(" ", want)+strings.TrimLeft(line, " ")), true
}

// mixedList: a list item among names, or a name among list items.
func (x fault) mixedList(item bool) (problem, bool) {
	line := x.text(x.line)
	col := indentOf(line) + 1
	if item {
		return x.problem(x.line, col, "A list item cannot stand here: the line above already has a value, or is not a list.",
			"Give the list a name on a line of its own, such as:\ndata_subjects:\n  - people who pay council tax"), true
	}
	return x.problem(x.line, col, "This line stands among the items of a list but does not begin with a hyphen.",
		"Begin it with a hyphen and a space, or indent it to make it part of the item above."), true
}

// nearestIndent is the indentation of an earlier line of the same sort that is
// closest to the one given, but not the same.
func (x fault) nearestIndent(item bool, indent int) (want int, found bool) {
	limit := 1 << 20
	for n := x.above(x.line); n > 0; n = x.above(n) {
		line := x.text(n)
		here := indentOf(line)
		if here > limit || !strings.Contains(line+" ", ": ") && !isItem(line) {
			continue
		}
		for _, level := range levels(line, item) {
			if level != indent && (!found || distance(level, indent) < distance(want, indent)) {
				want, found = level, true
			}
		}
		limit = here
		if here == 0 {
			break
		}
	}
	return want, found
}

// levels are the indentations at which a line could be followed: its own, and
// that of the name after its hyphen.
func levels(line string, item bool) []int {
	here := indentOf(line)
	switch {
	case item && isItem(line):
		return []int{here}
	case item:
		return nil
	case isItem(line):
		return []int{here + len(line[here:]) - len(strings.TrimLeft(line[here+1:], " "))}
	}
	return []int{here}
}

func isItem(line string) bool {
	s := strings.TrimLeft(line, " ")
	return s == "-" || strings.HasPrefix(s, "- ")
}

func distance(a, b int) int { return max(a-b, b-a) }
