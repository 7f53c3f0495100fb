package site

import (
	"slices"
	"strings"

	"notices.example/notices"
)

// findable is what the search has of one notice in one language.
type findable struct {
	Summary phrase // as far as it is shown
	Words   []byte // those that it is found by: for each weight, from the smallest, a line of words with spaces between them
}

// findable gives the words that a notice is found by.
func (e *edition) findable(w *weighing) *findable {
	w.begin()
	for _, item := range e.c.Data {
		w.texts(inData, item.Label)
	}
	for _, r := range e.c.Recipients.Items {
		w.texts(inData, r.Name)
		w.texts(inData, r.Examples...)
		w.body(inData, e.bodyIn(r.Organisation.Value))
	}
	for _, p := range e.c.Purposes {
		w.texts(inPurposes, p.Purpose)
	}
	for _, o := range e.c.Controllers {
		w.body(inPurposes, o)
	}
	w.texts(inPurposes, e.c.Summary)
	w.texts(inService, e.c.Service)
	w.texts(inTitle, notices.Text{Value: e.title(e.face).Value})
	summary := e.text(e.c.Summary)
	summary.Value = shortSummary(summary.Value)
	return &findable{Summary: phraseOf(summary), Words: w.lines()}
}

// bodyIn gives a body in the words of the page's language, or nil.
func (p *place) bodyIn(id string) *notices.Organisation {
	p.ask(theBody, id)
	return p.set.Organisation(id, p.lang)
}

// weighing gathers the words of one text after the other, each with the greatest weight
// that it is said with.
type weighing struct {
	*folder
	heaviest []weighed // by the number of the word
	order    []uint32  // the words as they were first said
	turn     uint32
}

// weighed is the greatest weight of a word in the turn in which it was said last.
type weighed struct {
	turn   uint32
	weight int
}

func newWeighing(lang string) *weighing { return &weighing{folder: newFolder(lang)} }

// begin forgets the words that were said.
func (w *weighing) begin() {
	w.turn++
	w.order = w.order[:0]
}

func (w *weighing) texts(weight int, texts ...notices.Text) {
	for i := range texts {
		for _, word := range w.fold(texts[i].Value) {
			for int(word) >= len(w.heaviest) {
				w.heaviest = append(w.heaviest, weighed{})
			}
			known := &w.heaviest[word]
			if known.turn != w.turn {
				*known = weighed{w.turn, weight}
				w.order = append(w.order, word)
			}
			known.weight = max(known.weight, weight)
		}
	}
}

func (w *weighing) body(weight int, o *notices.Organisation) {
	if o != nil {
		w.texts(weight, o.Name, o.ShortName)
		w.texts(weight, o.AlsoKnownAs...)
	}
}

func (w *weighing) lines() (lines []byte) {
	for weight := inData; weight <= inTitle; weight++ {
		for _, word := range w.order {
			if w.heaviest[word].weight == weight {
				lines = append(append(lines, w.words[word]...), ' ')
			}
		}
		lines = append(lines, '\n')
	}
	return slices.Clip(lines)
}

// eachWord visits all words with their weights.
func (f *findable) eachWord(visit func(word string, weight int)) {
	weight := inData
	for line := range strings.Lines(string(f.Words)) {
		for word := range strings.FieldsSeq(line) {
			visit(word, weight)
		}
		weight++
	}
}
