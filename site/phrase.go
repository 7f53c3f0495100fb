package site

import (
	"strings"

	"notices.example/notices"
)

// phrase is words and, where it is not that of the page, their language. Words in the
// page's language are as they are; before others stand the language and two marks.
type phrase string

const phraseMark = "\x00"

func phraseOf(t Text) phrase {
	if t.Lang == "" && !strings.HasPrefix(t.Value, phraseMark) {
		return phrase(t.Value)
	}
	return phrase(phraseMark + t.Lang + phraseMark + t.Value)
}

// text gives the words as a page shows them.
func (p phrase) text() Text {
	behind, marked := strings.CutPrefix(string(p), phraseMark)
	if !marked {
		return Text{Value: string(p)}
	}
	lang, words, _ := strings.Cut(behind, phraseMark)
	return Text{Value: words, Lang: lang}
}

// party is a body, by its ID, or somebody else by what they are called.
type party struct {
	Body string // empty when there is no such body
	Name phrase
}

// party gives whom a notice means.
func (e *edition) party(body notices.Ref, name notices.Text) party {
	if e.bodyOf(body.Value) != nil {
		return party{Body: body.Value}
	}
	return party{Name: phraseOf(e.text(name))}
}

// partyNamed finds a recipient by its ID, or by the body it is: see recipientNamed.
func (e *edition) partyNamed(ref notices.Ref) party {
	if !ref.Said() {
		return party{}
	}
	for i := range e.c.Recipients.Items {
		if r := &e.c.Recipients.Items[i]; r.ID.Value == ref.Value || r.Organisation.Value == ref.Value {
			return e.party(r.Organisation, r.Name)
		}
	}
	return e.party(ref, notices.Text{})
}

// link leads to a body's page, or says what else somebody is called.
func (p *place) link(who party) Link {
	if who.Body != "" {
		return p.organisation(notices.Ref{Value: who.Body})
	}
	return Link{Text: who.Name.text()}
}
