package site

import (
	"unicode"

	"notices.example/notices/law"
)

// legal is where words stand, and the law that what they say is judged by.
type legal struct {
	*place
	law *law.Law
}

// Citation is a provision of the law, and where to read it.
type Citation struct {
	Text      string
	Lang      string // of a name that is cited as the law writes it, when that is another language than the page's
	Href      string
	Provision string // in short: 13(2)(a)
}

// cite gives the citation of a provision: "6(1)(e)" is an article of the main
// instrument, anything else names its own.
func (e *legal) cite(id string) Citation {
	if id == "" {
		return Citation{}
	}
	c := Citation{Text: id, Provision: id}
	if provision, found := e.law.Provision(id); found {
		c.Href = provision.Link
	}
	if unicode.IsDigit(rune(id[0])) {
		name, _ := e.law.Name.In(e.lang)
		c.Text = fillIn(e.words.Notice.Article, "law", name, "article", id)
	} else {
		c.Lang = e.tagged(id, "en").Lang
	}
	return c
}

// LawSays is a sentence about the law in the interface's words, with its provision.
type LawSays struct {
	Text     string
	Citation Citation
}

// Said reports whether there is a sentence.
func (s LawSays) Said() bool { return s.Text != "" }

// lawSays gives a sentence with the first of the provisions that is in force.
func (e *legal) lawSays(sentence string, provisions ...string) LawSays {
	for _, id := range provisions {
		if _, found := e.law.Provision(id); found {
			return LawSays{Text: sentence, Citation: e.cite(id)}
		}
	}
	return LawSays{Text: sentence}
}

// Ground is a legal ground in plain words, with its legal name and provision.
type Ground struct {
	Plain    Text `explain:"no"`
	Label    Text `explain:"no"`
	Citation Citation
}

// basis gives a lawful basis: Article 6(1).
func (e *legal) basis(id string) Ground {
	b, found := e.law.Basis(id)
	if !found {
		return Ground{Label: Text{Value: e.words.Label("lawful-basis", id)}}
	}
	return Ground{Plain: e.wording(b.Plain), Label: e.wording(b.Label), Citation: e.cite(b.Provision)}
}

// condition gives a condition for special category data: Article 9(2).
func (e *legal) condition(id string) Ground {
	c, found := e.law.Condition(id)
	if !found {
		return Ground{Label: Text{Value: e.words.Label("special-category-condition", id)}}
	}
	return Ground{Plain: e.wording(c.Plain), Label: e.wording(c.Label), Citation: e.cite(c.Provision)}
}

// schedule1 gives a condition of DPA 2018 Schedule 1.
func (e *legal) schedule1(id string) Ground {
	c, found := e.law.Schedule1Condition(id)
	if !found {
		return Ground{Label: Text{Value: e.words.Label("schedule-1", id)}}
	}
	return Ground{Label: e.wording(c.Label), Citation: e.cite(c.Provision)}
}

// enforcementGround gives what allows law enforcement: DPA 2018 s.35(2).
func (e *legal) enforcementGround(id string) Ground {
	g, found := e.law.EnforcementGround(id)
	if !found {
		return Ground{Label: Text{Value: e.words.Label("law-enforcement-ground", id)}}
	}
	return Ground{Plain: e.wording(g.Plain), Label: e.wording(g.Label), Citation: e.cite(g.Provision)}
}

// schedule8 gives a condition of DPA 2018 Schedule 8.
func (e *legal) schedule8(id string) Ground {
	c, found := e.law.Schedule8Condition(id)
	if !found {
		return Ground{Label: Text{Value: e.words.Label("schedule-8", id)}}
	}
	return Ground{Label: e.wording(c.Label), Citation: e.cite(c.Provision)}
}

// recognised gives a recognised legitimate interest: UK GDPR Annex 1.
func (e *legal) recognised(id string) Ground {
	r, found := e.law.RecognisedInterest(id)
	if !found {
		return Ground{Label: Text{Value: e.words.Label("recognised-interest", id)}}
	}
	return Ground{Label: e.wording(r.Label), Citation: e.cite(r.Provision)}
}

// safeguard gives what a transfer rests on: Articles 45 to 49.
func (e *legal) safeguard(id string) Ground {
	s, found := e.law.Safeguard(id)
	if !found {
		return Ground{Label: Text{Value: e.words.Label("safeguard", id)}}
	}
	return Ground{Plain: e.wording(s.Plain), Label: e.wording(s.Label), Citation: e.cite(s.Provision)}
}

// special gives the label of a special category of data: Article 9(1).
func (e *legal) special(id string) Text {
	s, found := e.law.SpecialCategory(id)
	if !found {
		return Text{Value: e.words.Label("special-category", id)}
	}
	return e.wording(s.Label)
}
