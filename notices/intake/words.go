package intake

import (
	"regexp"
	"slices"
	"strings"
)

// What people write for “there is none”, and for what they do not know yet.
var (
	noneWords = []string{"none", "n/a", "na", "no", "not applicable", "nil", "-", "–", "n.a.", "not used", "none identified"}
	openWords = regexp.MustCompile(`(?i)\b(tbc|tbd|to be confirmed|to be decided|to be determined|to be completed|unknown|not known|don't know|do not know|` +
		`for (the )?(dpo|data protection officer)( to)? (advise|check|confirm)|(dpo|data protection officer) to (advise|check|confirm)|to advise|to check|awaiting|pending|unsure|not sure)\b|\?\?`)
)

// isNone reports whether the words say that there is none.
func isNone(words string) bool {
	return slices.Contains(noneWords, strings.ToLower(strings.TrimRight(strings.TrimSpace(words), ".")))
}

// isOpen reports whether the words say that it is not known yet. What says more than that
// is taken for what it says.
func isOpen(words string) bool {
	const long = 160
	return len(words) <= long && openWords.MatchString(words)
}

// entries gives the things that a cell lists, each once, and no more than a notice can
// hold.
func (c Cell) entries() (list []string) {
	words := c.Words
	parts := strings.Split(words, "\n")
	if !c.lines {
		parts = strings.FieldsFunc(words, func(r rune) bool { return r == '\n' || r == ';' || r == '•' || r == '·' })
		if len(parts) == 1 {
			parts = byCommas(words)
		}
	}
	for _, p := range parts {
		p = strings.Join(strings.Fields(strings.TrimLeft(p, "-–*• \t")), " ")
		if p != "" && len(list) < most && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list
}

// byCommas parts a list of short things: “name, address and email”. A sentence stays
// one, and so does what is in brackets.
func byCommas(words string) []string {
	const short = 6
	var parts []string
	depth, start := 0, 0
	for i, r := range words {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ',' && depth == 0:
			parts, start = append(parts, words[start:i]), i+1
		}
	}
	parts = append(parts, words[start:])
	for _, p := range parts {
		if len(strings.Fields(p)) > short {
			return []string{words}
		}
	}
	if last := len(parts) - 1; last > 0 {
		if before, after, found := strings.Cut(parts[last], " and "); found {
			parts = append(parts[:last], before, after)
		}
	}
	return parts
}
