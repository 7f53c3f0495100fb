package review

import (
	"cmp"
	"regexp"
	"slices"
	"time"

	"notices.example/notices/law"
	"notices.example/notices/wording"
)

// Answer says how a document deals with an item of information, as far as its words
// tell.
type Answer string

// The answers.
const (
	Stated  Answer = "seems to be stated"
	Spoken  Answer = "is spoken of"       // words about it are there, perhaps no more
	Missing Answer = "no words found"     // that look like it
	NotSure Answer = "perhaps not needed" // nothing in the document shows that it applies
)

// Review is what the words of a document tell.
type Review struct {
	Document *Document `json:"document"`
	Day      time.Time `json:"day"`
	Items    []Item    `json:"items"` // those that the law has on that day, in its order
	Vague    []Vague   `json:"vague"`
}

// Item is an item of information.
type Item struct {
	ID         string   `json:"id"`
	Label      string   `json:"label"`      // what residents read: “How long we keep it”
	Provisions []string `json:"provisions"` // of Articles 13 and 14: “13(2)(a)”
	Applies    string   `json:"applies"`    // when it has to be given, in plain English
	Look       string   `json:"look_for"`   // what to look for in the document
	Answer     Answer   `json:"answer"`
	Places     []Place  `json:"places,omitempty"` // for Stated and Spoken, at most three
}

// Place is words in a document.
type Place struct {
	Passage Passage `json:"passage"`
	Words   string  `json:"words"` // of the passage, as far as they look like the item
}

// Vague is words that tell readers too little.
type Vague struct {
	Place
	Rule    string `json:"rule"` // its ID; notices explain tells of it
	Message string `json:"message"`
	Fix     string `json:"fix"`
}

// mostPlaces is how many places are given for an item: to look at, not to count.
const mostPlaces = 3

// Of reads a document under the law of a jurisdiction and a day. The error is for a
// jurisdiction that package law does not know.
func Of(d *Document, jurisdiction string, day time.Time) (*Review, error) {
	l, err := law.At(jurisdiction, day)
	if err != nil {
		return nil, err
	}
	r := &Review{Document: d, Day: day, Vague: vague(d, jurisdiction, day)}
	for _, item := range l.Items {
		i := slices.IndexFunc(cues(), func(c cue) bool { return c.Item == item.ID })
		if i < 0 {
			continue // held not to happen by a test
		}
		r.Items = append(r.Items, cues()[i].review(d, item))
	}
	return r, nil
}

// review looks for an item.
func (c cue) review(d *Document, item law.Item) Item {
	label, _ := item.Label.In("en")
	made := Item{ID: item.ID, Label: label, Applies: item.Applies, Look: c.Look, Answer: Missing}
	for _, provision := range []string{item.Article13, item.Article14} {
		if provision != "" {
			made.Provisions = append(made.Provisions, provision)
		}
	}
	if len(c.asked) > 0 && len(d.find(c.asked)) == 0 {
		made.Answer = NotSure
	}
	if made.Places = d.find(c.stated); len(made.Places) > 0 {
		made.Answer = Stated
	} else if made.Places = d.find(c.spoken); len(made.Places) > 0 && made.Answer != NotSure {
		made.Answer = Spoken
	} else {
		made.Places = nil
	}
	return made
}

// find gives the first places that match one of the patterns, one in each passage. A
// heading alone says nothing, so headings come last.
func (d *Document) find(patterns []*regexp.Regexp) (places []Place) {
	for _, p := range d.Passages {
		for _, pattern := range patterns {
			if at := pattern.FindStringIndex(p.Text); at != nil {
				places = append(places, Place{p, p.Text[at[0]:at[1]]})
				break
			}
		}
	}
	slices.SortStableFunc(places, func(a, b Place) int { return cmp.Compare(after(a), after(b)) })
	return places[:min(len(places), mostPlaces)]
}

func after(p Place) int {
	if p.Passage.Heading {
		return 1
	}
	return 0
}

// style are the rules on how something is said. What is said comes first here.
var style = []string{wording.SentenceLong, wording.WordHard, wording.Acronym, wording.Capitals, wording.BracketUnclosed, wording.ParagraphRepeated}

// vague gives the words that tell readers too little, as they would be found in the
// text of a notice here.
func vague(d *Document, jurisdiction string, day time.Time) (list []Vague) {
	doc := wording.Document{Jurisdiction: jurisdiction, Day: day, Explained: wording.AcronymsIn(nil)}
	for _, p := range d.Passages {
		doc.Texts = append(doc.Texts, wording.Text{Words: p.Text, Written: p.Text, Field: "body", Heading: p.Heading})
	}
	for _, hit := range wording.Read(doc) {
		if slices.Contains(style, hit.Rule) {
			continue
		}
		p := d.Passages[hit.Text]
		list = append(list, Vague{Place: Place{p, p.Text[hit.Start:hit.Stop]}, Rule: hit.Rule, Message: hit.Message, Fix: hit.Fix})
	}
	return list
}

// Count gives how many items have an answer.
func (r *Review) Count(a Answer) (n int) {
	for _, item := range r.Items {
		if item.Answer == a {
			n++
		}
	}
	return n
}
