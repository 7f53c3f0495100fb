package wording

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceEnd is a mark that can end a sentence, with what closes behind it.
var sentenceEnd = regexp.MustCompile(`[.!?]+[)\]”’"']*(?:\s+|$)`)

// abbreviated are words whose full stop ends no sentence.
var abbreviated = regexp.MustCompile(`(?i)(?:^|[\s(])(?:e\.g|i\.e|no|mr|mrs|ms|dr|art|arts|s|ss|para|paras|sch|cf|vs|st|ltd|inc|approx|reg|v|\pL)$`)

// longAbbreviation is more letters than any of them has.
const longAbbreviation = 12

// sentences gives the sentences of a text.
func sentences(text string) []part {
	var list []part
	start := 0
	for _, at := range sentenceEnd.FindAllStringIndex(text, -1) {
		next, _ := utf8.DecodeRuneInString(text[at[1]:])
		if unicode.IsLower(next) || at[1] < len(text) && abbreviated.MatchString(text[max(start, at[0]-longAbbreviation):at[0]]) {
			continue
		}
		list = append(list, part{start, at[1]})
		start = at[1]
	}
	if strings.TrimSpace(text[start:]) != "" {
		list = append(list, part{start, len(text)})
	}
	return list
}

// wordsToRead is countWords without what readers pass over.
func wordsToRead(text string) int { return countWords(uncounted.ReplaceAllString(text, " ")) }

// uncounted matches what readers pass over: the number of an item, and the place of
// a law in brackets.
var uncounted = regexp.MustCompile(`(?:^|\s)(?:\d+(?:\.\d+)+\.?|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|\d{1,2}\.)(?:\s|$)|` +
	`\((?:[^()]|\([^()]*\))*\b(?:Act|Acts|Regulations?|Order|Rules|Directive|GDPR|DPA|[Aa]rt|[Aa]rticles?|[Ss]ections?|[Ss]ch|[Ss]chedules?|[Pp]aragraphs?|[Ss]s?\.)(?:[^()]|\([^()]*\))*\d(?:[^()]|\([^()]*\))*\)`)

// countWords gives how many words a text has: what has a letter or digit in it.
func countWords(text string) int {
	n := 0
	for _, w := range strings.Fields(text) {
		if strings.IndexFunc(w, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) >= 0 {
			n++
		}
	}
	return n
}

// trimmed gives the part without the spaces around it.
func trimmed(text string, p part) part {
	words := strings.TrimSpace(text[p.start:p.stop])
	if words == "" {
		return p
	}
	start := p.start + strings.Index(text[p.start:p.stop], words)
	return part{start, start + len(words)}
}
