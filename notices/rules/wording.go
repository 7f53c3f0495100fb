package rules

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/wording"
)

// worded is what package wording says of every text of the site, by rule. All its
// rules read a text at once.
func (s *Site) worded(rule string) []notices.Finding {
	if s.hits == nil {
		s.hits = map[string][]notices.Finding{}
		allowed, explained := s.allowed(), wording.AcronymsIn(s.explained())
		was, now := s.was.wordings.next(pattern(allowed), explained)
		r := s.index.reading()
		for _, file := range r.files {
			t := r.told[file]
			if len(t.passages) == 0 {
				continue
			}
			key := wordingKey{t, s.lawDay(t.passages[0].Notice)}
			hits, known := was.hits[key]
			if !known {
				hits = readWords(t.passages, allowed, wording.Document{Explained: explained, Jurisdiction: s.Set.Jurisdiction(), Day: key.day})
			}
			now.hits[key] = hits
			for _, f := range hits {
				s.hits[f.Rule] = append(s.hits[f.Rule], f)
			}
		}
		s.is.wordings = now
	}
	return s.hits[rule]
}

func pattern(r *regexp.Regexp) string {
	if r == nil {
		return ""
	}
	return r.String()
}

// readWords reads the passages of one file.
func readWords(passages []passage, allowed *regexp.Regexp, doc wording.Document) (hits []notices.Finding) {
	for _, p := range passages {
		doc.Texts = append(doc.Texts, wording.Text{
			Words: blanked(p.Text, allowed), Written: p.Written, Field: p.Key, Heading: p.Heading,
		})
	}
	for _, hit := range wording.Read(doc) {
		p := passages[hit.Text]
		f := notices.Finding{Rule: hit.Rule, Pos: p.place(hit.Start, hit.Stop), Notice: p.Notice, About: p.About, Message: hit.Message, Fix: hit.Fix}
		if also := hit.Also; also != nil {
			f.Related = []notices.Related{{Pos: passages[also.Text].place(also.Start, also.Stop), Message: also.Message}}
		}
		hits = append(hits, f)
	}
	return hits
}

// lawDay gives the day whose law a notice is judged by, and for what several
// share the day of the check.
func (s *Site) lawDay(notice string) time.Time {
	if c, ok := s.index.complete[notice]; ok {
		return c.LawDay(s.Day)
	}
	return s.Day
}

// explained gives the words that the site explains: those of the glossary, and the
// names of bodies.
func (s *Site) explained() []string {
	var list []string
	for _, g := range s.Set.Corpus.Glossary {
		list = append(list, g.Term.Value)
	}
	for _, o := range s.Set.Corpus.Organisations {
		list = append(list, o.Name.Value, o.ShortName.Value)
		for _, other := range o.AlsoKnownAs {
			list = append(list, other.Value)
		}
	}
	return list
}

// allowed matches the words that the site wants left alone; nil when there are none.
func (s *Site) allowed() *regexp.Regexp {
	if s.Set.Corpus.Site == nil {
		return nil
	}
	var list []string
	for _, t := range s.Set.Corpus.Site.Checks.WordsAllowed {
		if t.Said() {
			list = append(list, strings.Join(quotedWords(t.Value), `\s+`))
		}
	}
	if len(list) == 0 {
		return nil
	}
	slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) }) // the longest first
	return regexp.MustCompile(`(?i)(?:^|[^\pL\d])(?:` + strings.Join(list, "|") + `)`)
}

// quotedWords gives the words of a text for use in a pattern.
func quotedWords(text string) []string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	return words
}

// blanked takes out of a text what is allowed, where it is a word of its own.
// Offsets stay.
func blanked(text string, allowed *regexp.Regexp) string {
	if allowed == nil {
		return text
	}
	out := []byte(text)
	for _, at := range allowed.FindAllStringIndex(text, -1) {
		if !startsInWord.MatchString(text[at[1]:]) {
			copy(out[at[0]:at[1]], strings.Repeat(" ", at[1]-at[0]))
		}
	}
	return string(out)
}

var startsInWord = regexp.MustCompile(`^[\pL\d]`)
