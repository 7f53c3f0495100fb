package review

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Caution is what whoever reads a review has to know of it.
const Caution = `This reads words, not meaning. “Seems to be stated” means that words which usually
state it are there: read the place, and see whether it is true, complete and about
this service. “No words found” means that none of the usual words are there: it may
be said in other words. It is not legal advice.`

// Text gives the review for people to read.
func (r *Review) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, read as %s: %d words in %d paragraphs.\n", r.Document.Name, r.Document.Kind, r.Document.Words(), len(r.Document.Passages))
	fmt.Fprintf(&b, "Held against Articles 13 and 14 as of %s.\n\n%s\n", r.Day.Format("2 January 2006"), Caution)
	for _, part := range []struct {
		answer Answer
		title  string
	}{
		{Missing, "No words found that look like it"},
		{Spoken, "Is spoken of, and perhaps not stated"},
		{Stated, "Seems to be stated"},
		{NotSure, "Perhaps not needed: nothing here shows that it applies"},
	} {
		r.part(&b, part.answer, part.title)
	}
	r.vague(&b)
	return b.String()
}

func (r *Review) part(b *strings.Builder, answer Answer, title string) {
	n := r.Count(answer)
	if n == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s (%d of %d)\n", title, n, len(r.Items))
	for _, item := range r.Items {
		if item.Answer != answer {
			continue
		}
		fmt.Fprintf(b, "\n  %s (Article %s)\n", item.Label, strings.Join(item.Provisions, ", "))
		switch answer {
		case Stated:
		case NotSure:
			fmt.Fprintf(b, "    %s\n", item.Applies)
		default:
			fmt.Fprintf(b, "    Look for %s. %s\n", item.Look, item.Applies)
		}
		for _, p := range item.Places {
			fmt.Fprintf(b, "    %s %d: %s\n", r.where(), p.Passage.Line, p.Quote())
		}
	}
}

// where is what the numbers of the places count.
func (r *Review) where() string {
	if r.Document.Kind == "Word" {
		return "paragraph"
	}
	return "line"
}

// mostVague is how many vague places are listed.
const mostVague = 20

func (r *Review) vague(b *strings.Builder) {
	if len(r.Vague) == 0 {
		return
	}
	fmt.Fprintf(b, "\nWords that tell readers too little (%d)\n", len(r.Vague))
	for _, v := range r.Vague[:min(len(r.Vague), mostVague)] {
		fmt.Fprintf(b, "\n  %s %d: %s\n    %s\n", r.where(), v.Passage.Line, v.Quote(), v.Message)
	}
	if more := len(r.Vague) - mostVague; more > 0 {
		fmt.Fprintf(b, "\n  and %d more.\n", more)
	}
}

// around is how many letters are shown on either side of the words.
const around = 40

// Quote gives the words of a place with some of what stands around them.
func (p Place) Quote() string {
	text := p.Passage.Text
	start := strings.Index(text, p.Words)
	if start < 0 {
		return "“" + text + "”"
	}
	stop := start + len(p.Words)
	before, cutBefore := lastLetters(text[:start])
	after, cutAfter := firstLetters(text[stop:])
	words := p.Words
	if utf8.RuneCountInString(words) > 4*around {
		head, _ := firstLetters(words)
		tail, _ := lastLetters(words)
		words = head + " … " + tail
	}
	quote := before + words + after
	if cutBefore {
		quote = "… " + quote
	}
	if cutAfter {
		quote += " …"
	}
	return "“" + quote + "”"
}

// lastLetters gives the end of a text, from the beginning of a word.
func lastLetters(text string) (end string, cut bool) {
	letters := []rune(text)
	if len(letters) <= around {
		return text, false
	}
	end = string(letters[len(letters)-around:])
	if _, after, found := strings.Cut(end, " "); found {
		end = after
	}
	return end, true
}

// firstLetters gives the beginning of a text, to the end of a word.
func firstLetters(text string) (beginning string, cut bool) {
	letters := []rune(text)
	if len(letters) <= around {
		return text, false
	}
	beginning = string(letters[:around])
	if i := strings.LastIndexByte(beginning, ' '); i > 0 {
		beginning = beginning[:i]
	}
	return beginning, true
}
