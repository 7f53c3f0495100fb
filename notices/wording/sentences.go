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
	for i := 0; i < len(text); i++ {
		of := letterKinds[text[i]]
		if text[i] >= utf8.RuneSelf {
			c, size := utf8.DecodeRuneInString(text[i:])
			of, i = kindOfLetter(c), i+size-1
		}
		switch {
		case counted:
			counted = of != aSpace
		case of == ofWord:
			if n, counted = n+1, true; n == most {
				return n
			}
		}
	}
	return n
}

// letterKind is what a character is to who counts words.
type letterKind uint8

const (
	aMark letterKind = iota
	ofWord
	aSpace
)

func kindOfLetter(c rune) letterKind {
	switch {
	case unicode.IsSpace(c):
		return aSpace
	case unicode.IsLetter(c) || unicode.IsDigit(c):
		return ofWord
	}
	return aMark
}

// letterKinds are those of ASCII.
var letterKinds = func() (list [256]letterKind) {
	for c := range rune(utf8.RuneSelf) {
		list[c] = kindOfLetter(c)
	}
	return list
}()

// trimmed gives the part without the spaces around it.
func trimmed(text string, p part) part {
	words := strings.TrimSpace(text[p.start:p.stop])
	if words == "" {
		return p
	}
	start := p.start + strings.Index(text[p.start:p.stop], words)
	return part{start, start + len(words)}
}
