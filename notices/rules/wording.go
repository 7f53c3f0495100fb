package rules

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/wording"
)

// worded is what package wording said of a text, by rule, and what that hung on.
type worded struct {
	allowed   *regexp.Regexp
	explained *wording.Acronyms
	day       time.Time
	hits      map[string][]notices.Finding
}

// worded gives what package wording says of the text under a rule. All its rules read
// a text at once, and only once while what they hang on is the same.
func (t *Text) worded(rule string) []notices.Finding {
	if len(t.passages) == 0 {
		return nil
	}
	if t.is.words == nil {
		allowed, explained := t.around.words()
		now := &worded{allowed: allowed, explained: explained, day: t.Day}
		if old := t.was; old != nil && old.told == t.told && old.words.holds(now) {
			now = old.words
		} else {
			now.hits = map[string][]notices.Finding{}
			for _, f := range readWords(t.passages, allowed, wording.Document{Explained: *explained, Jurisdiction: t.around.jurisdiction(), Day: t.Day}) {
				now.hits[f.Rule] = append(now.hits[f.Rule], f)
			}
		}
		t.is.words = now
	}
	return t.is.words.hits[rule]
}

// holds reports whether the same words would be read in the same way.
func (w *worded) holds(now *worded) bool {
	return w != nil && w.allowed == now.allowed && w.explained == now.explained && w.day.Equal(now.day)
}

// readWords reads the passages of one file.
func readWords(passages []passage, allowed *regexp.Regexp, doc wording.Document) (hits []notices.Finding) {
	doc.Texts = make([]wording.Text, len(passages))
	for i, p := range passages {
		doc.Texts[i] = wording.Text{Words: blanked(p.Text, allowed), Written: p.Written, Field: p.Key, Heading: p.Heading}
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

// explainedIn gives the words that the site explains: those of the glossary, and the
// names of bodies.
func explainedIn(c *notices.Corpus) []string {
	var list []string
	for _, g := range c.Glossary {
		list = append(list, g.Term.Value)
	}
	for _, o := range c.Organisations {
		list = append(list, o.Name.Value, o.ShortName.Value)
		for _, other := range o.AlsoKnownAs {
			list = append(list, other.Value)
		}
	}
	return list
}

// allowedPattern matches the words that the site wants left alone; it is empty when
// there are none.
func allowedPattern(site *notices.Site) string {
	if site == nil {
		return ""
	}
	var list []string
	for _, t := range site.Checks.WordsAllowed {
		if t.Said() {
			list = append(list, strings.Join(quotedWords(t.Value), `\s+`))
		}
	}
	if len(list) == 0 {
		return ""
	}
	slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) }) // the longest first
	return `(?i)(?:^|[^\pL\d])(?:` + strings.Join(list, "|") + `)`
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
