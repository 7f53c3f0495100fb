package wording

import (
	"slices"
	"strings"

	"notices.example/notices/pattern"
)

// Read gives the hits in a document, text by text.
func Read(d Document) []Hit {
	r := newReader(d)
	for i, t := range d.Texts {
		r.begin(i, t)
		for n := range looks {
			if r.kinds&looks[n].reads != 0 && !r.idle[n] {
				looks[n].look(r)
			}
		}
	}
	r.lawsNamedDifferently()
	return r.hits
}

// look is one way of looking at a text.
type look struct {
	look    func(*reader)
	reads   kind     // texts that are of one of these kinds
	phrases []phrase // what it looks for, where that is all
}

// looks are all of them.
var looks = []look{
	{(*reader).qualifiers, conduct, hedges},
	{(*reader).purposes, sentenceLike, nil},
	{(*reader).retention, telling, []phrase{asLongAs, bySchedule}},
	{(*reader).recipients, telling, []phrase{toAnyone}},
	{(*reader).openLists, sentenceLike, []phrase{openList}},
	{(*reader).changes, sentenceLike, []phrase{lookAgain}},
	{(*reader).promises, sentenceLike, []phrase{promised}},
	{(*reader).outdatedLaws, anyKind, nil},
	{(*reader).borders, sentenceLike, []phrase{area}},
	{(*reader).citations, anyKind, []phrase{pointOf, pointOfOne}},
	{(*reader).namesOfLaws, anyKind, []phrase{lawNames[0].form, lawNames[1].form}},
	{(*reader).outdatedNames, anyKind, nil},
	{(*reader).consent, sentenceLike, byUse},
	{(*reader).rights, sentenceLike, []phrase{asWish, objecting, refusal, owned}},
	{(*reader).competence, anyKind, []phrase{competent}},
	{(*reader).repeats, telling, nil},
	{(*reader).brackets, anyKind, nil},
	{(*reader).lengths, sentenceLike, nil},
	{(*reader).hardWords, sentenceLike, nil},
	{(*reader).capitals, anyKind, nil},
	{(*reader).acronyms, sentenceLike, nil},
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

// kind is what a text is; it may be of several.
type kind uint8

const (
	anyKind      kind = 1 << iota
	sentenceLike      // no heading, name or reference
	conduct           // what is done with data
	telling           // no field that rules on the facts look at
)

func kindsOf(t Text) kind {
	if t.Heading {
		return anyKind
	}
	if k, special := kindsByField[t.Field]; special {
		return k
	}
	return anyKind | sentenceLike | conduct
}

// kindsByField has the fields whose texts are of other kinds than most.
var kindsByField = func() map[string]kind {
	list := map[string]kind{}
	for field := range names {
		list[field] = anyKind
	}
	for _, fields := range []map[string]bool{conditions, remarks} {
		for field := range fields {
			list[field] = anyKind | sentenceLike
		}
	}
	for _, field := range []string{"body", "summary", "note", "security", "essence"} {
		list[field] = anyKind | sentenceLike | conduct | telling
	}
	return list
}()

// reader is Read at work on one text after the other.
type reader struct {
	document  Document
	idle      []bool // by the places in looks: it would find nothing in this document
	lists     held
	hits      []Hit
	at        int
	text      Text
	kinds     kind
	sentences []part
	loud      bool // two capitals stand side by side in the text
	ownGDPR   bool // the document calls the UK's own GDPR so

	parted parted        // all texts of the document
	found  pattern.Found // the hints in the text

	laws    []namedLaw       // in the order in which the document names them
	known   map[string]bool  // acronyms that the document explained, or that were reported
	earlier map[uint64]int   // the first texts of paragraphs, by the hash of their words
	alike   map[uint64][]int // others of the same hash and other words
}

func newReader(d Document) *reader {
	all := lists() // before the first text is read, for their hints
	r := &reader{document: d, ownGDPR: namesOwnGDPR(d), parted: partedOf(d)}
	r.known, r.found = known(d, r.parted.capitals), make(pattern.Found, hints.Room())
	r.lists = all.heldAgainst(d, r.parted.found)
	r.idle = make([]bool, len(looks))
	for i, look := range looks {
		r.idle[i] = len(look.phrases) > 0 && !slices.ContainsFunc(look.phrases, func(p phrase) bool { return !p.hopeless(r.parted.found) })
	}
	return r
}

// begin takes up the next text.
func (r *reader) begin(at int, t Text) {
	r.at, r.text, r.kinds = at, t, kindsOf(t)
	r.sentences = r.parted.text(at)
	clear(r.found)
	for i := range r.sentences {
		r.found.Add(r.parted.sentence(at, i))
	}
	r.loud = r.parted.capitals[at] && (t.Words == t.Written || hasCapitals(t.Words))
}

// hit reports words of the text.
func (r *reader) hit(rule string, start, stop int, message, fix string) {
	r.hits = append(r.hits, Hit{Rule: rule, Text: r.at, Start: start, Stop: stop, Message: message, Fix: fix})
}

// find calls f for all that matches in the text, with the words of the sentence
// around it in lower case.
func (r *reader) find(form phrase, f func(start, stop int, sentence string)) {
	for _, at := range r.matches(form) {
		s := r.sentence(at[0])
		f(at[0], at[1], plain(r.text.Words[s.start:s.stop]))
	}
}

// matches gives what a phrase matches in the sentences of the text, with its groups.
func (r *reader) matches(form phrase) (list [][]int) {
	if form.hopeless(r.found) {
		return nil
	}
	for i, s := range r.sentences {
		if len(r.sentences) == 1 || !form.hopeless(r.parted.sentence(r.at, i)) {
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
