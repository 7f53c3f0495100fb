package wording

import (
	"strings"

	"notices.example/notices/pattern"
)

// phrase is a regular expression with hints: small letters of which at least one
// stands in every text it matches. Looking for those of all phrases at once is much
// quicker than matching, and nearly every text has none.
type phrase struct {
	*pattern.Pattern
	hints []pattern.Word
	needs [][]pattern.Word // of each group one stands there too
}

// hints are those of all phrases.
var hints pattern.Vocabulary

// hinted makes a phrase. The hints are separated by |.
func hinted(list, form string) phrase {
	return phraseOf(pattern.MustCompile(form), strings.Split(list, "|"))
}

// phraseOf makes a phrase of a form and its hints; there are none where nothing is listed.
func phraseOf(form *pattern.Pattern, list []string) phrase {
	p := phrase{Pattern: form, hints: hints.Add(list...)}
	for _, group := range pattern.Needed(form.String()) {
		p.needs = append(p.needs, hints.Add(group...))
	}
	return p
}

// words makes a phrase that begins with a whole word, whatever its case.
func words(forms ...string) phrase {
	form := strings.Join(forms, "|")
	return phraseOf(pattern.MustCompile(`(?i)\b(?:`+form+`)`), hintsOf(form))
}

// with gives the phrase hints of its own, where its words have none to be found.
func (p phrase) with(list string) phrase {
	p.hints = hints.Add(strings.Split(list, "|")...)
	return p
}

// hopeless reports whether the phrase matches nothing where these hints were found.
func (p phrase) hopeless(found pattern.Found) bool {
	if len(p.hints) > 0 && !found.HasOne(p.hints) {
		return true
	}
	for _, group := range p.needs {
		if !found.HasOne(group) {
			return true
		}
	}
	return false
}

// hintsOf gives a hint for each branch of a regular expression: the longest run of
// letters, digits and slashes that it cannot match without. It gives nothing when a branch
// has none that is long enough to be of use.
func hintsOf(form string) []string {
	const short = 3
	var hints []string
	for _, branch := range branches(form) {
		hint := longestRun(branch)
		if len(hint) < short {
			return nil
		}
		hints = append(hints, hint)
	}
	return hints
}

// longestRun gives the longest run of letters, digits and slashes outside of brackets.
func longestRun(branch string) string {
	longest, run, depth := "", "", 0
	for i := 0; i <= len(branch); i++ {
		c := byte(' ')
		if i < len(branch) {
			c = branch[i]
		}
		if depth == 0 && ('a' <= c|' ' && c|' ' <= 'z' || '/' <= c && c <= '9') {
			run += string(c)
			continue
		}
		if strings.IndexByte("*?{", c) >= 0 && run != "" {
			run = run[:len(run)-1] // the letter before may be missing
		}
		if len(run) > len(longest) {
			longest = run
		}
		run = ""
		switch c {
		case '\\':
			i++
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		}
	}
	return strings.ToLower(longest)
}

// branches parts a regular expression where a | stands in no brackets.
func branches(form string) []string {
	var list []string
	depth, start := 0, 0
	for i := 0; i < len(form); i++ {
		switch form[i] {
		case '\\':
			i++
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case '|':
			if depth == 0 {
				list = append(list, form[start:i])
				start = i + 1
			}
		}
	}
	return append(list, form[start:])
}
