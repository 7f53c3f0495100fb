package law

import (
	"regexp"
	"strings"
)

// Exemption is a provision that lifts duties to tell people something.
type Exemption struct {
	ID      string   // the provision: "14(5)(c)", "DPA 2018 Sch 2 para 2"
	Lifts   []string // the provisions whose duties it lifts: "14", "13(3)"
	Whole   bool     // one fact lifts all of them, so that no item need be named
	InForce InForce  `yaml:",inline"`
}

// LiftsDuty reports whether the exemption lifts the duty in that provision, such
// as 14(1)(e).
func (e Exemption) LiftsDuty(provision string) bool {
	for _, lifted := range e.Lifts {
		if provision == lifted || strings.HasPrefix(provision, lifted+"(") {
			return true
		}
	}
	return false
}

// Exemption gives the exemption that people mean by words such as "Art. 14(5)(c)"
// or "Schedule 2 paragraph 2(1)", and whether there is one in force. The words
// cite one provision of the GDPR or of the Data Protection Act 2018, and nothing
// else: no other Act, and not two provisions.
func (l *Law) Exemption(words string) (Exemption, bool) {
	for _, id := range meantBy(words) {
		if e, ok := find(l.Exemptions, id); ok {
			return e, true
		}
		if paragraph, _, ok := strings.Cut(id, "("); ok && strings.HasPrefix(id, act+" Sch ") {
			if e, ok := find(l.Exemptions, paragraph); ok {
				return e, true // a part of a paragraph
			}
		}
	}
	return Exemption{}, false
}

// Cited gives the ID of the provision that words cite, if that is all they do. The
// law need not have such a provision.
func Cited(words string) (id string, ok bool) {
	ids := meantBy(words)
	if len(ids) == 0 {
		return "", false
	}
	return ids[0], true
}

var (
	// citing matches what a citation of the GDPR or the Act consists of, without numbers.
	citing = regexp.MustCompile(`(?i)\b(?:uk|eu|gdpr|general data protection regulations?|regulation|2016/679|data protection act|dpa|2018|of|to|in|under|the|points?)\b`)
	kinds  = []*regexp.Regexp{
		regexp.MustCompile(`(?i)\b(?:articles?|arts?)\b`), regexp.MustCompile(`(?i)\b(?:sections?|secs?|ss?)\b`), regexp.MustCompile(`(?i)\b(?:schedules?|sched|sch)\b`),
		regexp.MustCompile(`(?i)\b(?:parts?|pt)\b`), regexp.MustCompile(`(?i)\b(?:paragraphs?|paras?)\b`),
	}
	bracketed = regexp.MustCompile(`\(\s?\w{1,4}\s?\)`)
	outermost = regexp.MustCompile(`(?i)\d+[a-z]{0,2}\b(?:\.\w{1,3}\b)*`) // 14.5.c is one
)

// meantBy gives the IDs that the words can stand for, or none where they cite more
// than one provision or hold anything that is no part of a citation.
func meantBy(words string) []string {
	rest := bracketed.ReplaceAllString(citing.ReplaceAllString(words, " "), " ")
	named := 0
	for _, kind := range kinds {
		n := len(kind.FindAllString(rest, -1))
		if n > 1 {
			return nil
		}
		named += n
		rest = kind.ReplaceAllString(rest, " ")
	}
	if len(outermost.FindAllString(rest, -1)) != max(named, 1) || strings.Trim(outermost.ReplaceAllString(rest, ""), " ,.") != "" {
		return nil
	}
	return citationOf(words).ids()
}
