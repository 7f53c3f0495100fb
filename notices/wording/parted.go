package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"notices.example/notices/pattern"
)

// part is a part of a text: from start to stop.
type part struct{ start, stop int }

// parted is the texts of a document in sentences, with the hints of phrases that stand
// in them.
type parted struct {
	sentences []part
	ends      []int         // by text, where its sentences end among those of all
	capitals  []bool        // by text, whether two stand side by side in it as it was written
	ofPart    pattern.Found // of one sentence after the other
	found     pattern.Found // in all
}

func partedOf(d Document) parted {
	p := parted{ends: make([]int, len(d.Texts)), capitals: make([]bool, len(d.Texts)), sentences: make([]part, 0, 2*len(d.Texts))}
	for i := range d.Texts {
		t := &d.Texts[i]
		p.capitals[i] = hasCapitals(t.Written)
		from := len(p.sentences)
		p.sentences = appendSentences(p.sentences, t.Written)
		p.sentences = append(p.sentences[:from], inPieces(t.Words, p.sentences[from:])...)
		p.ends[i] = len(p.sentences)
	}
	room := hints.Room()
	sets := make(pattern.Found, room*(1+len(p.sentences)))
	p.found, p.ofPart = sets[:room], sets[room:]
	for i := range d.Texts {
		words := d.Texts[i].Words
		for n, s := range p.text(i) {
			own := p.sentence(i, n)
			hints.Find(words[s.start:s.stop], own)
			p.found.Add(own)
		}
	}
	return p
}

// first is where the sentences of a text begin among those of all.
func (p *parted) first(text int) int {
	if text == 0 {
		return 0
	}
	return p.ends[text-1]
}

// text gives the sentences of a text.
func (p *parted) text(i int) []part { return p.sentences[p.first(i):p.ends[i]] }

// sentence gives the hints in a sentence of a text.
func (p *parted) sentence(text, n int) pattern.Found {
	room, at := hints.Room(), p.first(text)+n
	return p.ofPart[at*room : (at+1)*room]
}

// longest is how many bytes are read as one sentence: some three hundred words. What
// is longer, such as a text without a full stop, is read in pieces, as the time to
// read a sentence grows with its square.
const longest = 2000

// inPieces divides the parts of a text that are too long, between words where there
// are any.
func inPieces(text string, parts []part) (list []part) {
	if !slices.ContainsFunc(parts, func(p part) bool { return p.stop-p.start > longest }) {
		return parts
	}
	for _, p := range parts {
		for p.stop-p.start > longest {
			end := p.start + longest
			if space := strings.LastIndexByte(text[p.start:end], ' '); space > 0 {
				end = p.start + space + 1
			}
			for back := 1; back < utf8.UTFMax && !utf8.RuneStart(text[end]); back++ { // no letter is longer
				end--
			}
			list = append(list, part{p.start, end})
			p.start = end
		}
		list = append(list, p)
	}
	return list
}
