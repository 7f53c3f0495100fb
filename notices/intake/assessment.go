package intake

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"notices.example/notices/load"
)

// ErrNoAssessment is returned for a document without a question that a notice answers.
var ErrNoAssessment = errors.New("it has no question about what a notice says, such as “How long will you hold the personal data?”")

// Left is a question of an assessment whose answer did not become a fact of the draft.
type Left struct {
	Answer
	Why  string
	Open bool // it is an open question of the draft
}

// DraftOf makes the draft of a notice from an assessment, with an account of all answers
// that did not become facts. It returns ErrNoAssessment when no question is about what a
// notice says.
func DraftOf(s *Form, site Site) (Draft, []Left, error) {
	b := &assessed{builder: builder{site: site, countries: countriesByName(), ids: names{}}}
	b.d.Title, b.d.Kind, b.d.Status, b.d.Updated = s.Title, "service", "draft", site.Day.Format(time.DateOnly)
	b.d.Controller = site.Controller
	b.name = orElse(short(load.Slug(s.Title)), "imported")
	if s.People != "" {
		b.d.People = []string{s.People}
	}
	found := false
	for _, a := range s.Answers {
		found = found || a.topic != nil
		b.answer(a)
	}
	if !found {
		return Draft{}, nil, ErrNoAssessment
	}
	d, err := b.finish()
	return d, b.left, err
}

// assessed makes a draft of an assessment. Which answer belongs to which purpose a form
// does not say, so what stands by itself becomes a fact, and the rest a question.
type assessed struct {
	builder
	left []Left
}

// open makes an open question of an answer.
func (b *assessed) open(a Answer, why string) {
	q := question{Question: fmt.Sprintf("The impact assessment asks “%s” (line %d). %s", a.Question, a.Line, why)}
	if a.topic != nil {
		q.About = a.topic.about
	}
	if lower := strings.ToLower(a.Words); strings.Contains(lower, "dpo") || strings.Contains(lower, "data protection officer") {
		q.For = "the data protection officer"
	}
	b.d.OpenQuestions = append(b.d.OpenQuestions, q)
	b.left = append(b.left, Left{Answer: a, Why: why, Open: true})
}

func (b *assessed) answer(a Answer) {
	entries, prose := a.listing()
	switch {
	case a.topic == nil && a.open():
		b.open(a, fmt.Sprintf("The answer is still open: “%s”", Cell{Words: a.Words}.Short()))
	case a.topic == nil && a.Words != "" || a.topic == nil && a.Box != "":
		b.left = append(b.left, Left{Answer: a, Why: "a notice for people does not say it"})
	case a.Words == "" && a.Box == "":
		b.open(a, "It is not answered yet.")
	case len(entries) == 0 && a.open():
		b.open(a, fmt.Sprintf("The answer is still open: “%s”", Cell{Words: prose}.Short()))
	default:
		b.take(a, entries, prose)
	}
}

// take takes the facts of an answer.
func (b *assessed) take(a Answer, entries []string, prose string) {
	denied := a.Box == "no" || a.Box == "" && isNone(prose)
	switch f := a.topic.field; {
	case f == Data && len(entries) > 0:
		for _, label := range entries {
			b.item(label)
		}
	case f == Sensitive && len(entries) > 0:
		b.kinds(a, entries)
	case f == Sensitive && denied:
	case f == Purpose && len(entries) > 0:
		for _, words := range entries[:min(len(entries), most-len(b.d.Purposes))] {
			b.d.Purposes = append(b.d.Purposes, &purpose{ID: b.ids.free(orElse(short(load.Slug(words)), "purpose")), Purpose: words})
		}
	case f == People && len(entries) > 0:
		b.d.People = append(b.d.People, entries...)
	case f == Decisions && denied:
		b.d.Decisions, b.d.Profiling = "none", "none"
	case f == Countries && denied:
		b.d.Transfers = "none"
	case f == Recipients && denied:
		b.d.Recipients = "none"
	case f == Recipients && len(entries) > 0:
		var list []*recipient
		for _, entry := range entries {
			name, role := roleOf(entry)
			list = append(list, &recipient{Name: name, Role: role})
		}
		b.d.Recipients = list
	case f == Security && len(entries) > 0:
		b.d.Security = append(b.d.Security, entries...)
	case f == Retention && len(entries) == 0 && retention(prose).period != "":
		k := retention(prose)
		b.d.Retention = append(b.d.Retention, &retained{Period: k.period, From: k.from, What: "all of it"})
	case f == Basis:
		b.bases(a, entries, prose)
		return
	default:
		b.open(a, fmt.Sprintf("The answer has to be put into the notice by hand: “%s”", Cell{Words: a.Words}.Short()))
		return
	}
	if prose != "" && len(entries) > 0 {
		b.left = append(b.left, Left{Answer: a, Why: "the list was taken; what stands around it was not: “" + Cell{Words: prose}.Short() + "”"})
	}
}

// kinds takes kinds of special category data.
func (b *assessed) kinds(a Answer, entries []string) {
	for _, entry := range entries {
		found := terms("special-category", entry)
		i := b.item(entry)
		switch {
		case i == nil:
			return
		case len(found) == 1:
			i.Special = found[0]
		case strings.Contains(strings.ToLower(entry), "criminal"), strings.Contains(strings.ToLower(entry), "offence"):
			i.Offence = "yes"
		default:
			b.open(a, fmt.Sprintf("Is “%s” special category data, and of which kind?", entry))
		}
	}
}

// bases takes the lawful basis when there is one for all purposes.
func (b *assessed) bases(a Answer, entries []string, prose string) {
	found := terms("lawful-basis", strings.Join(append(entries, prose), "\n"))
	if len(found) == 1 && len(b.d.Purposes) > 0 {
		for _, p := range b.d.Purposes {
			p.Basis = found[0]
		}
		return
	}
	if len(found) > 1 {
		b.open(a, "It names several grounds: "+strings.Join(found, ", ")+". Which is it for each purpose?")
		return
	}
	b.open(a, fmt.Sprintf("Which ground is it for each purpose? The answer is “%s”", Cell{Words: a.Words}.Short()))
}
