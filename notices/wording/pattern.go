package wording

import (
	"slices"
	"strings"

	"notices.example/notices/pattern"
)

// phrase is a regular expression with hints: small letters of which at least one
// stands in every text it matches. Looking for them is much quicker than matching,
// and nearly every text has none.
type phrase struct {
	*pattern.Pattern
	hints []pattern.Hint
}

// hinted makes a phrase. The hints are separated by |.
func hinted(hints, form string) phrase {
	return phrase{pattern.MustCompile(form), pattern.Hints(strings.Split(hints, "|")...)}
}

// words makes a phrase that begins with a whole word, whatever its case.
func words(forms ...string) phrase {
	form := strings.Join(forms, "|")
	return phrase{pattern.MustCompile(`(?i)\b(?:` + form + `)`), pattern.Hints(hintsOf(form)...)}
}

// with gives the phrase hints of its own, where its words have none to be found.
func (p phrase) with(hints string) phrase {
	p.hints = pattern.Hints(strings.Split(hints, "|")...)
	return p
}

// hopeless reports whether the phrase matches nothing in a text of these letters. That
// it does not say so means nothing.
func (p phrase) hopeless(letters pattern.Letters) bool {
	return len(p.hints) > 0 && !letters.MayHoldOne(p.hints)
}

// hinted reports whether a text, given in small letters, has a hint of the phrase.
func (p phrase) hinted(small string) bool {
	return len(p.hints) == 0 || slices.ContainsFunc(p.hints, func(h pattern.Hint) bool { return h.In(small) })
}

// hintsOf gives a hint for each branch of a regular expression: the longest run of
// letters and digits that it cannot match without. It gives nothing when a branch
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

// longestRun gives the longest run of letters and digits outside of brackets.
func longestRun(branch string) string {
	longest, run, depth := "", "", 0
	for i := 0; i <= len(branch); i++ {
		c := byte(' ')
		if i < len(branch) {
			c = branch[i]
		}
		if depth == 0 && ('a' <= c|' ' && c|' ' <= 'z' || '0' <= c && c <= '9') {
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
