package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices/pattern"
)

var (
	// shouted is two or more words in capitals, or a long one.
	shouted = pattern.MustCompile(`\b\p{Lu}{2,}(?:[ ,/&–—-]+(?:\p{Lu}{2,}|[AI]\b))+\b|\b\p{Lu}{8,}\b`)
	// letters is a word of capitals.
	letters = pattern.MustCompile(`\b\p{Lu}{2,7}s?\b`)
	shape   = pattern.MustCompile(`\p{Lu}{4,}`)
)

// capitals reports words in capitals that are no acronyms: they are hard to read,
// and screen readers may spell them.
func (r *reader) capitals() {
	if !r.loud {
		return
	}
	for _, at := range shouted.FindAllStringIndex(r.text.Words, -1) {
		if r.isShouted(r.text.Words[at[0]:at[1]]) {
			r.hit(Capitals, at[0], at[1], "Words in capitals are hard to read: "+r.quoted(at[0], at[1])+".", "Write them in small letters.")
		}
	}
}

// hasCapitals reports whether two capitals stand side by side.
func hasCapitals(text string) bool {
	before := false
	for i := 0; i < len(text); i++ {
		capital := text[i]-'A' <= 'Z'-'A'
		if text[i] >= utf8.RuneSelf {
			c, size := utf8.DecodeRuneInString(text[i:])
			capital = unicode.IsUpper(c)
			i += size - 1
		}
		if capital && before {
			return true
		}
		before = capital
	}
	return false
}

// isShouted reports whether words in capitals are words, and not only acronyms.
func (r *reader) isShouted(words string) bool {
	for _, w := range strings.FieldsFunc(words, func(c rune) bool { return strings.ContainsRune(" ,/&–—-", c) }) {
		if shape.MatchString(w) && strings.ContainsAny(w, "AEIOU") && !r.lists.acronyms[w] && !r.knows(w) {
			return true
		}
	}
	return false
}

// Acronyms are acronyms that are explained.
type Acronyms map[string]bool

// AcronymsIn gives those in the terms of a glossary and the names of bodies.
func AcronymsIn(texts []string) Acronyms {
	list := Acronyms{}
	for _, t := range texts {
		for _, a := range letters.FindAllString(t, -1) {
			list[a] = true
		}
	}
	return list
}

// known gives the acronyms that the document explains, in those texts that have
// capitals.
func known(d Document, capitals []bool) map[string]bool {
	list := map[string]bool{}
	for i, t := range d.Texts {
		if !capitals[i] {
			continue
		}
		for _, m := range defined.FindAllStringSubmatch(t.Written, -1) {
			list[m[1]] = true
		}
		if !strings.Contains(t.Written, "(") {
			continue
		}
		for _, m := range explained.FindAllStringSubmatch(t.Written, -1) {
			list[strings.TrimSuffix(m[1]+m[2], "s")] = true
		}
	}
	return list
}

// knows reports whether the site or the document explains an acronym, or it was
// reported.
func (r *reader) knows(acronym string) bool {
	return r.known[acronym] || r.document.Explained[acronym]
}

var (
	// explained is "Data Protection Officer (DPO)", "a subject access request (access
	// request or SAR)" and "DPO (Data Protection Officer)".
	explained = pattern.MustCompile(`[\pL\d’']{3,}[”"’']? \((?:[^()]{0,60}\bor )?(?:the )?[“"‘']?(\p{Lu}{2,7}s?)[”"’']?\)|\b(\p{Lu}{2,7}s?) \((?:the )?\pL{3,} \pL`)
	// defined is "DPO means Data Protection Officer" and "an EHCP is an Education, Health and Care Plan".
	defined = pattern.MustCompile(`\b(\p{Lu}{2,7})s?[”"’']? (?:is|are|means?|stands? for|is short for) (?:an? |the |our )?[“"‘']?\p{Lu}\pL+,? (?:(?:of|for|and|to|in) )*\p{Lu}\pL`)
)

// acronyms reports an acronym that nothing explains, once.
func (r *reader) acronyms() {
	if !r.loud {
		return
	}
	var loud [][]int
	for _, at := range shouted.FindAllStringIndex(r.text.Words, -1) {
		if r.isShouted(r.text.Words[at[0]:at[1]]) {
			loud = append(loud, at)
		}
	}
	for _, at := range letters.FindAllStringIndex(r.text.Words, -1) {
		if at[0] == 0 && at[1] == len(strings.TrimSpace(r.text.Words)) {
			continue // a paragraph of one word, such as “END”, is no acronym
		}
		word := r.text.Words[at[0]:at[1]]
		single := strings.TrimSuffix(word, "s")
		if r.lists.acronyms[single] || r.knows(single) || r.knows(word) || covered(at, loud) || partOfCode(r.text.Words, at) || r.reported(at[0], at[1]) {
			continue
		}
		r.known[single] = true
		r.hit(Acronym, at[0], at[1], "Not everybody knows what "+r.quoted(at[0], at[1])+" means.",
			"Write it out the first time, with the letters in brackets behind it, or explain it in content/glossary.yaml.")
	}
}

func covered(at []int, ranges [][]int) bool {
	for _, r := range ranges {
		if at[0] >= r[0] && at[1] <= r[1] {
			return true
		}
	}
	return false
}

// partOfCode reports whether the letters stand in a number, a postcode or a form's
// name, such as "ISO 27001", "CB2 1BY" or "AB-12".
func partOfCode(text string, at []int) bool {
	return code.MatchString(text[at[1]:]) || codeBefore.MatchString(text[:at[0]])
}

var (
	code       = pattern.MustCompile(`^(?: ?[-/]?\d|[-/&]\pL)`)
	codeBefore = pattern.MustCompile(`(?:[\d/&-]|\d )$`)
)
