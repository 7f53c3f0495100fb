package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices/pattern"
)

// abbreviated are words whose full stop ends no sentence.
var abbreviated = pattern.MustCompile(`(?i)(?:^|[\s(])(?:e\.g|i\.e|no|mr|mrs|ms|dr|art|arts|s|ss|para|paras|sch|cf|vs|st|ltd|inc|approx|reg|v|\pL)$`)

// longAbbreviation is more letters than any of them has.
const longAbbreviation = 12

// appendSentences adds the sentences of a text to a list.
func appendSentences(list []part, text string) []part {
	start := 0
	for from := 0; ; {
		mark, stop := sentenceEnd(text, from)
		if mark < 0 {
			break
		}
		from = stop
		next, _ := utf8.DecodeRuneInString(text[stop:])
		if unicode.IsLower(next) || stop < len(text) && abbreviated.MatchString(text[max(start, mark-longAbbreviation):mark]) {
			continue
		}
		list = append(list, part{start, stop})
		start = stop
	}
	if strings.TrimSpace(text[start:]) != "" {
		list = append(list, part{start, len(text)})
	}
	return list
}

// sentenceEnd gives the next marks that can end a sentence, from an offset on: where
// they begin, and where what closes and the spaces behind them end. There are none
// when mark is negative.
func sentenceEnd(text string, from int) (mark, stop int) {
	for from < len(text) {
		at := strings.IndexAny(text[from:], ".!?")
		if at < 0 {
			break
		}
		mark = from + at
		closed := strings.TrimLeft(strings.TrimLeft(text[mark:], ".!?"), ")]”’\"'")
		behind := strings.TrimLeft(closed, " \t\n\f\r")
		if len(behind) < len(closed) || closed == "" {
			return mark, len(text) - len(behind)
		}
		from = len(text) - len(closed)
	}
	return -1, 0
}

// wordsToRead is countWords without what readers pass over.
func wordsToRead(text string) int {
	return countWords(uncounted.ReplaceAllString(text, " "), len(text))
}

// uncounted matches what readers pass over: the number of an item, and the place of
// a law in brackets.
var uncounted = pattern.MustCompile(`(?:^|\s)(?:\d+(?:\.\d+)+\.?|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|\d{1,2}\.)(?:\s|$)|` +
	`\((?:[^()]|\([^()]*\))*\b(?:Act|Acts|Regulations?|Order|Rules|Directive|GDPR|DPA|[Aa]rt|[Aa]rticles?|[Ss]ections?|[Ss]ch|[Ss]chedules?|[Pp]aragraphs?|[Ss]s?\.)(?:[^()]|\([^()]*\))*\d(?:[^()]|\([^()]*\))*\)`)

// countWords gives how many words a text has: what has a letter or digit in it. It
// counts no further than most.
func countWords(text string, most int) int {
	n, counted := 0, false
	for _, c := range text {
		switch {
		case counted:
			counted = !unicode.IsSpace(c)
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if n, counted = n+1, true; n == most {
				return n
			}
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
