package rules

import (
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// sentence is one sentence of a passage that states something to readers.
type sentence struct {
	*passage
	Lower string // the sentence in lower case, offset for offset
	Start int    // its offset in the passage

	hints pattern.Found // of claims, that stand in it
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

var negation = pattern.MustCompile(`\b(?:not|never|no|none|nothing|nobody|neither|nor|cannot|without|instead of|rather than)\b|n(?:'|’)t\b`)

// stating are the keys of the texts that tell readers what is done. What an
// author asks, accepts or explains to colleagues is no statement of the notice.
var stating = []string{
	bodyKey, "summary", "note", "purpose", "what", "when", "how", "criteria", "exceptions", "security", "detail",
	"visible_to", "why", "effect", "limits", "essence", "identity", "withdraw_consent", "withdrawal",
}

// endOfSentence gives the next end of a sentence within a text, from an offset on: the
// mark, and where the spaces behind it stop. There is none when mark is negative.
func endOfSentence(text string, from int) (mark, stop int) {
	for i := from; i+1 < len(text); i++ {
		if text[i] > '?' || text[i] == ' ' { // as nearly all are
			continue
		}
		switch text[i] {
		case '.', '!', '?', ';':
			if rest := strings.TrimLeft(text[i+1:], " \t\n\f\r"); len(rest) < len(text)-i-1 {
				return i, len(text) - len(rest)
			}
		}
	}
	return -1, len(text)
}

// sentencesIn parts a text at the ends of sentences.
func sentencesIn(text string) (list []string) {
	for start := 0; ; {
		mark, stop := endOfSentence(text, start)
		if mark < 0 {
			return append(list, text[start:])
		}
		list = append(list, text[start:mark])
		start = stop
	}
}

// sentencesOf splits passages. Headings are none: they name, they do not state.
func sentencesOf(list []passage) []sentence {
	length, some := 0, 0
	for i := range list {
		if list[i].states() {
			length, some = length+len(list[i].Text), some+2
		}
	}
	var lower strings.Builder // of all, one after the other
	lower.Grow(length)
	found := make([]sentence, 0, some)
	for i := range list {
		if p := &list[i]; p.states() {
			from := lower.Len()
			writeLowered(&lower, p.Text)
			found = appendSentences(found, p, lower.String()[from:])
		}
	}
	room := hints.Room()
	sets := make(pattern.Found, room*len(found))
	for i := range found {
		found[i].hints = sets[i*room : (i+1)*room : (i+1)*room]
		hints.Find(found[i].Lower, found[i].hints)
	}
	return slices.Clip(found)
}

// states reports whether a passage tells readers what is done.
func (p *passage) states() bool { return !p.Heading && slices.Contains(stating, p.Key) }

// appendSentences adds the sentences of a passage whose text in lower case is given.
func appendSentences(list []sentence, p *passage, lower string) []sentence {
	for start, from := 0, 0; start < len(lower); {
		mark, stop := endOfSentence(lower, from)
		from = stop
		if mark >= 0 && stop < len(p.Text) && p.Text[mark] == '.' && isSmall(p.Text[stop]) {
			continue // "e.g." and "i.e." end no sentence
		}
		if strings.TrimSpace(lower[start:stop]) != "" {
			list = append(list, sentence{passage: p, Lower: lower[start:stop], Start: start})
		}
		start = stop
	}
	return list
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

// lowered is a text in lower case, offset for offset: only letters that keep
// their length are changed.
func lowered(text string) string {
	first := strings.IndexFunc(text, func(c rune) bool { return 'A' <= c && c <= 'Z' })
	if first < 0 {
		return text
	}
	out := []byte(text)
	for i, c := range out[first:] {
		out[first+i] = smallLetter(c)
	}
	return string(out)
}

// writeLowered writes a text as lowered gives it.
func writeLowered(b *strings.Builder, text string) {
	from := 0
	for i := range len(text) {
		if c := text[i]; 'A' <= c && c <= 'Z' {
			b.WriteString(text[from:i])
			b.WriteByte(smallLetter(c))
			from = i + 1
		}
	}
	b.WriteString(text[from:])
}

// sentences gives what the notice states in its own texts and in those of the
// shared blocks it includes.
func (s *Subject) sentences() []sentence {
	list := s.around.sentences(s.Notice.Pos.File)
	if len(s.Notice.Included) == 0 {
		return list // shared by all rules: none may change it
	}
	list = slices.Clip(list)
	for _, b := range s.Notice.Included {
		list = append(list, s.around.sentences(b.Block.Pos.File)...)
	}
	return list
}

// claim is a form of words that states something. One of the hints stands in every
// sentence of that form, so that most sentences are passed over quickly.
type claim struct {
	hints []pattern.Word
	form  *pattern.Pattern
}

// hints are those of all claims.
var hints pattern.Vocabulary

func smallLetter(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + ('a' - 'A')
	}
	return c
}

// claimed makes a claim of a form, which is held against lower case. The hints
// are separated by |. An apostrophe in the form stands for a typographic one too.
func claimed(list, form string) claim {
	return claim{hints.Add(strings.Split(list, "|")...), pattern.MustCompile(strings.ReplaceAll(form, "'", "(?:'|’)"))}
}

// in gives the part of the sentence that makes the claim, and the words that the
// form has in brackets; or nothing.
func (c claim) in(s sentence) []int {
	if !s.hints.HasOne(c.hints) {
		return nil
	}
	return c.form.FindStringSubmatchIndex(s.Lower)
}

// hintsOfAll gives the hints of several lists of claims, each once: a sentence with none
// of them makes no claim in the lists.
func hintsOfAll(lists ...[]claim) []pattern.Word {
	var all []pattern.Word
	for _, list := range lists {
		for _, c := range list {
			all = append(all, c.hints...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
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
