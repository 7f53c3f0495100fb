package rules

import (
	"regexp"
	"slices"
	"strings"

	"notices.example/notices"
)

// sentence is one sentence of a passage that states something to readers.
type sentence struct {
	passage
	Lower string // the sentence in lower case, offset for offset
	Start int    // its offset in the passage
}

// at gives the place in the content file of a part of the sentence.
func (s sentence) at(span []int) notices.Pos { return s.place(s.Start+span[0], s.Start+span[1]) }

// words gives a part of the sentence as it is written.
func (s sentence) words(span []int) string {
	return strings.TrimSpace(s.Written[s.Start+span[0] : s.Start+span[1]])
}

// negated reports whether the sentence says that something is not so, or hangs
// what it says on something.
func (s sentence) negated() bool { return negation.MatchString(s.Lower) || s.conditional() }

func (s sentence) conditional() bool { return conditional.MatchString(s.Lower) }

var negation = regexp.MustCompile(`\b(?:not|never|no|none|nothing|nobody|neither|nor|cannot|without|instead of|rather than)\b|n(?:'|’)t\b`)

// stating are the keys of the texts that tell readers what is done. What an
// author asks, accepts or explains to colleagues is no statement of the notice.
var stating = []string{
	bodyKey, "summary", "note", "purpose", "what", "when", "how", "criteria", "exceptions", "security", "detail",
	"visible_to", "why", "effect", "limits", "essence", "identity", "withdraw_consent", "withdrawal",
}

// sentenceEnd matches the end of a sentence within a passage.
var sentenceEnd = regexp.MustCompile(`[.!?;]\s+`)

// sentencesOf splits passages. Headings are none: they name, they do not state.
func sentencesOf(list []passage) []sentence {
	var found []sentence
	for _, p := range list {
		if p.Heading || !slices.Contains(stating, p.Key) {
			continue
		}
		start := 0
		for _, end := range append(sentenceEnd.FindAllStringIndex(p.Text, -1), []int{len(p.Text), len(p.Text)}) {
			if end[1] < len(p.Text) && p.Text[end[0]] == '.' && isSmall(p.Text[end[1]]) {
				continue // "e.g." and "i.e." end no sentence
			}
			if strings.TrimSpace(p.Text[start:end[1]]) != "" {
				found = append(found, sentence{p, lowered(p.Text[start:end[1]]), start})
			}
			start = end[1]
		}
	}
	return found
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

// lowered is a text in lower case, offset for offset: only letters that keep
// their length are changed.
func lowered(text string) string {
	out := []byte(text)
	for i, c := range out {
		if 'A' <= c && c <= 'Z' {
			out[i] = c + ('a' - 'A')
		}
	}
	return string(out)
}

// sentences gives what the notice states in its own texts and in those of the
// shared blocks it includes.
func (s *Subject) sentences() []sentence {
	list := slices.Clip(s.around.sentences(s.Notice.Pos.File)) // shared by all rules: to add to it makes a copy
	for _, b := range s.Notice.Included {
		list = append(list, s.around.sentences(b.Block.Pos.File)...)
	}
	return list
}

// claim is a form of words that states something. One of the hints stands in every
// sentence of that form, so that most sentences are passed over quickly.
type claim struct {
	hints []string
	form  *regexp.Regexp
}

// mentions reports whether one of the hints, which are in small letters, stands in a
// text: where a slow pattern needs one, most texts are passed over quickly.
func mentions(text string, hints ...string) bool {
	small := lowered(text)
	return slices.ContainsFunc(hints, func(hint string) bool { return strings.Contains(small, hint) })
}

// claimed makes a claim of a pattern, which is held against lower case. The hints
// are separated by |. An apostrophe in the pattern stands for a typographic one too.
func claimed(hints, pattern string) claim {
	return claim{strings.Split(hints, "|"), regexp.MustCompile(strings.ReplaceAll(pattern, "'", "(?:'|’)"))}
}

// in gives the part of the sentence that makes the claim, and the words that the
// pattern has in brackets; or nothing.
func (c claim) in(s sentence) []int {
	if !slices.ContainsFunc(c.hints, func(hint string) bool { return strings.Contains(s.Lower, hint) }) {
		return nil
	}
	return c.form.FindStringSubmatchIndex(s.Lower)
}

// anyOf gives the first of the claims that the sentence makes.
func anyOf(claims []claim, s sentence) []int {
	for _, c := range claims {
		if at := c.in(s); at != nil {
			return at
		}
	}
	return nil
}
