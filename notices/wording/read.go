package wording

import (
	"strings"
	"unicode/utf8"
)

// Read gives the hits in a document, text by text.
func Read(d Document) []Hit {
	r := &reader{document: d, lists: lists().heldAgainst(d), known: known(d), earlier: map[string]Hit{}, ownGDPR: namesOwnGDPR(d)}
	for i, t := range d.Texts {
		r.at, r.text, r.small = i, t, strings.ToLower(t.Words)
		r.sentences = inPieces(t.Words, sentences(t.Written))
		for _, look := range looks {
			if look.reads(t) {
				look.look(r)
			}
		}
	}
	r.lawsNamedDifferently()
	return r.hits
}

// look is one way of looking at a text.
type look struct {
	look  func(*reader)
	reads func(Text) bool
}

// looks are all of them.
var looks = []look{
	{(*reader).qualifiers, isConduct},
	{(*reader).purposes, isSentence},
	{(*reader).retention, isTelling},
	{(*reader).recipients, isTelling},
	{(*reader).openLists, isSentence},
	{(*reader).changes, isSentence},
	{(*reader).promises, isSentence},
	{(*reader).outdatedLaws, isAny},
	{(*reader).borders, isSentence},
	{(*reader).citations, isAny},
	{(*reader).namesOfLaws, isAny},
	{(*reader).outdatedNames, isAny},
	{(*reader).consent, isSentence},
	{(*reader).rights, isSentence},
	{(*reader).competence, isAny},
	{(*reader).repeats, isTelling},
	{(*reader).brackets, isAny},
	{(*reader).lengths, isSentence},
	{(*reader).hardWords, isSentence},
	{(*reader).capitals, isAny},
	{(*reader).acronyms, isSentence},
}

// names are the fields that hold a name, a reference or a law: no sentences.
var names = map[string]bool{
	"title": true, "service": true, "name": true, "term": true, "examples": true, "basis_in_law": true, "required_by": true,
	"assessment": true, "legal_form": true, "also_known_as": true, "approved_by": true, "by": true, "for": true, "who": true,
}

// conditions are the fields that say when something is so, or what follows then.
var conditions = map[string]bool{
	"if_not_given": true, "consequences": true, "exceptions": true, "when": true, "because": true, "question": true, "logic": true,
	"significance": true, "effect": true, "criteria": true,
}

// remarks are the fields in which the body speaks about the notice, not about data.
var remarks = map[string]bool{"reason": true, "what": true, "about": true, "meaning": true}

func isAny(Text) bool        { return true }
func isSentence(t Text) bool { return !t.Heading && !names[t.Field] }
func isConduct(t Text) bool  { return isSentence(t) && !conditions[t.Field] && !remarks[t.Field] }

// isTelling leaves out the fields that rules on the facts look at.
func isTelling(t Text) bool {
	return !t.Heading && (t.Field == "body" || t.Field == "summary" || t.Field == "note" || t.Field == "security" || t.Field == "essence")
}

// reader is Read at work on one text after the other.
type reader struct {
	document  Document
	lists     *wordLists
	hits      []Hit
	at        int
	text      Text
	small     string // its words in small letters
	sentences []part
	ownGDPR   bool // the document calls the UK's own GDPR so

	laws    []namedLaw      // in the order in which the document names them
	known   map[string]bool // acronyms that were explained or reported
	earlier map[string]Hit  // paragraphs by their words
}

// hit reports words of the text.
func (r *reader) hit(rule string, start, stop int, message, fix string) {
	r.hits = append(r.hits, Hit{Rule: rule, Text: r.at, Start: start, Stop: stop, Message: message, Fix: fix})
}

// part is a part of a text: from Start to Stop.
type part struct{ start, stop int }

// find calls f for all that matches in the text, with the words of the sentence
// around it in lower case.
func (r *reader) find(form pattern, f func(start, stop int, sentence string)) {
	for _, at := range r.matches(form) {
		s := r.sentence(at[0])
		f(at[0], at[1], plain(r.text.Words[s.start:s.stop]))
	}
}

// longest is how many bytes are read as one sentence: some three hundred words. What
// is longer, such as a text without a full stop, is read in pieces, as the time to
// read a sentence grows with its square.
const longest = 2000

// inPieces divides the parts of a text that are too long, between words where there
// are any.
func inPieces(text string, parts []part) (list []part) {
	for _, p := range parts {
		for p.stop-p.start > longest {
			end := p.start + longest
			if space := strings.LastIndexByte(text[p.start:end], ' '); space > 0 {
				end = p.start + space + 1
			}
			for !utf8.RuneStart(text[end]) {
				end--
			}
			list = append(list, part{p.start, end})
			p.start = end
		}
		list = append(list, p)
	}
	return list
}

// matches gives what a pattern matches in the sentences of the text, with its groups.
func (r *reader) matches(form pattern) [][]int {
	if form.hopeless(r.small) {
		return nil
	}
	if len(r.small) != len(r.text.Words) { // a letter that is longer when it is small
		return form.FindAllStringSubmatchIndex(r.text.Words, -1)
	}
	var list [][]int
	for _, s := range r.sentences {
		if !form.hopeless(r.small[s.start:s.stop]) {
			list = append(list, moved(form.FindAllStringSubmatchIndex(r.text.Words[s.start:s.stop], -1), s.start)...)
		}
	}
	return list
}

// moved adds an offset to all that was matched.
func moved(matches [][]int, offset int) [][]int {
	for _, m := range matches {
		for i := range m {
			if m[i] >= 0 {
				m[i] += offset
			}
		}
	}
	return matches
}

// sentence gives the sentence that an offset is in.
func (r *reader) sentence(offset int) part {
	for _, s := range r.sentences {
		if offset < s.stop {
			return s
		}
	}
	return part{0, len(r.text.Words)}
}

// quoted gives words of the text for a message.
func (r *reader) quoted(start, stop int) string {
	return "“" + strings.Join(strings.Fields(r.text.Words[start:stop]), " ") + "”"
}

// plain is a text in lower case with straight apostrophes.
func plain(text string) string { return strings.ReplaceAll(strings.ToLower(text), "’", "'") }
