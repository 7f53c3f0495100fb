// Package wording reads the English of a privacy notice and says what does not
// tell readers enough, is out of date, or is harder to read than it need be.
//
// It takes the texts of one document, in order, and what is to be known of the
// law. It gives hits, each with the words it is about. It looks at words alone:
// it knows nothing of files, of what a notice states in its facts, or of the
// severity of a rule.
//
// It reports what it is sure of and lets the rest pass: a sentence that says when
// something happens is precise enough, and a word in quotation marks, which the
// caller blanks out, is somebody else's.
//
// The lists of words are in data/*.yaml, with dates where they age.
package wording

import "time"

// The rules that Read has hits of.
const (
	Qualifier           = "wording-qualifier"
	PurposeVague        = "purpose-vague"
	RetentionVague      = "retention-vague-in-text"
	RecipientVague      = "recipient-vague-in-text"
	ListOpen            = "list-open"
	ChangesLeft         = "changes-left-to-reader"
	InformationPromised = "information-promised"
	LawOutdated         = "law-outdated"
	BorderEEA           = "transfer-border-eea"
	CitationWrong       = "citation-wrong"
	LawNamedDifferently = "law-named-differently"
	NameOutdated        = "name-outdated"
	ConsentByUse        = "consent-by-use"
	ComplaintAsWish     = "complaint-as-wish"
	ObjectionAsConsent  = "objection-as-withdrawal"
	CompetentAuthority  = "competent-authority-claimed"
	RefusalAbsolute     = "refusal-absolute"
	Ownership           = "ownership-claimed"
	ParagraphRepeated   = "paragraph-repeated"
	BracketUnclosed     = "bracket-unclosed"
	SentenceLong        = "sentence-long"
	WordHard            = "word-hard"
	Acronym             = "acronym-unexplained"
	Capitals            = "words-in-capitals"
)

// Document is what is read at once: the texts of a file, in their order.
type Document struct {
	Texts        []Text
	Explained    Acronyms  // that the site explains elsewhere
	Jurisdiction string    // uk or eu
	Day          time.Time // whose law and whose names count
}

// Text is one paragraph, heading or value of a field, on one line.
type Text struct {
	Words   string // what is read: quotations, code and addresses are blank
	Written string // the same as it was written, offset for offset
	Field   string // the key of its field, or "body"
	Heading bool
}

// Hit is words that something is to be said of.
type Hit struct {
	Rule        string
	Text        int // the index in Document.Texts
	Start, Stop int // of the words, offsets in that text
	Message     string
	Fix         string
	Also        *Hit // the other place, when there are two; it has a place and a message only
}
