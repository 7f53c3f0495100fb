package site

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// KeyFact answers one of the six questions that people have, in a few words:
// who, why, what, who sees it, how long, what can I do.
type KeyFact struct {
	Label  string
	Href   string // the section that says all of it
	Values []Link
	More   string // how much is left, in words
}

// briefLength is how many characters an answer has at most, so that all six can be
// taken in at once. Only the one thing that must be named makes an answer longer.
const briefLength = 60

// keyFacts derives the answers from the data. Where the notice owns up to a gap,
// the answer is that it is not said yet; a question that does not arise is left
// out.
func (e *edition) keyFacts(shown choices) []KeyFact {
	words := e.words.KeyFacts
	facts := []KeyFact{
		e.keyFact(words.Who, notices.ControllerSection, e.whoFact()),
		e.whyFact(),
		e.whatFact(),
		e.keyFact(words.WhoSees, notices.RecipientsSection, e.whoSeesFact()),
		e.keyFact(words.HowLong, notices.RetentionSection, e.howLongFact()),
	}
	can := e.keyFact(words.Choices, notices.RightsSection, nil)
	can.Values = e.choicesFact(shown)
	if !shown.rights && len(can.Values) > 0 {
		can.Href = can.Values[0].Href
	}
	facts = append(facts, can)
	return slices.DeleteFunc(facts, func(f KeyFact) bool { return len(f.Values) == 0 })
}

func (e *edition) keyFact(label string, section notices.Section, values []Link) KeyFact {
	href := "#" + string(section)
	if len(values) == 0 && section != notices.RightsSection && e.hasGaps(section) {
		values = []Link{{Text: Text{Value: e.words.Notice.NotSaid}}}
	}
	shown, left := brief(values, briefLength)
	return KeyFact{Label: label, Href: href, Values: shown, More: e.words.andMore(left)}
}

func (e *edition) whoFact() (values []Link) {
	for _, o := range e.c.Controllers {
		values = append(values, Link{Text: e.nameOf(o)})
	}
	return values
}

// whyFact names the first purpose, and one of direct marketing if there is any: it is
// the one that people can stop.
func (e *edition) whyFact() KeyFact {
	name := func(p notices.Purpose) Link { return Link{Text: e.textOr(p.Purpose, p.ID)} }
	values := mapTo(e.c.Purposes, name)
	f := e.keyFact(e.words.KeyFacts.Why, notices.PurposesSection, values)
	stopped := law.ObjectionsTo(e.c).Marketing
	marketing := slices.IndexFunc(e.c.Purposes, func(p notices.Purpose) bool {
		return slices.ContainsFunc(stopped, func(m *notices.Purpose) bool { return m.ID.Value == p.ID.Value })
	})
	if marketing >= len(f.Values) {
		f.Values = []Link{values[0], values[marketing]}
		f.More = e.words.andMore(len(values) - 2)
	}
	return f
}

// whatFact names what is sensitive first, by the kinds of it, and then other
// information.
func (e *edition) whatFact() KeyFact {
	var kinds []string
	var others []Link
	for _, d := range e.c.Data {
		if !d.SpecialCategory.Said() {
			others = append(others, Link{Text: e.textOr(d.Label, d.ID)})
		} else if kind := e.special(d.SpecialCategory.Value).Value; !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		return e.keyFact(e.words.KeyFacts.What, notices.DataSection, others)
	}
	sensitive := Text{Before: e.words.Part.Sensitive + ":", Value: listed(kinds, briefLength)}
	return e.keyFact(e.words.KeyFacts.What, notices.DataSection, append([]Link{{Text: sensitive}}, others...))
}

// listed gives as many of the names as there is room for, in characters.
func listed(names []string, room int) string {
	shown, left := brief(mapTo(names, func(name string) Link { return Link{Text: Text{Value: name}} }), room)
	said := strings.Join(names[:len(shown)], ", ")
	if left > 0 {
		return said + " …"
	}
	return said
}

// andMore says how many there are besides those named.
func (w *Words) andMore(left int) string {
	if left == 0 {
		return ""
	}
	return fillIn(w.KeyFacts.More, "and", w.and(strconv.Itoa(left)), "n", strconv.Itoa(left))
}

// whoSeesFact names the recipients, or says that there are none.
func (e *edition) whoSeesFact() (values []Link) {
	if e.c.Recipients.None {
		return []Link{{Text: Text{Value: e.words.KeyFacts.NoOne}}}
	}
	for i := range e.c.Recipients.Items {
		values = append(values, Link{Text: e.nameOfRecipient(i).Text})
	}
	return values
}

// howLongFact says the one period there is, or the shortest and the longest; or
// how it is decided, when no length is given.
func (e *edition) howLongFact() []Link {
	var periods []notices.Period
	for _, r := range e.c.Retention {
		if r.Period.Said() {
			periods = append(periods, r.Period)
		}
	}
	if len(periods) == 0 {
		return e.criteriaFact()
	}
	values := e.periodsFact(periods)
	values[0].Text.Value = strings.Join(append([]string{values[0].Text.Value}, e.otherwiseKept()...), "; ")
	return values
}

func (e *edition) periodsFact(periods []notices.Period) []Link {
	slices.SortStableFunc(periods, byLength)
	first, last := e.words.Period(periods[0]), e.words.Period(periods[len(periods)-1])
	if first != last {
		return []Link{{Text: Text{Value: fillIn(e.words.KeyFacts.Between, "first", first, "last", last)}}}
	}
	values := []Link{{Text: Text{Value: first}}}
	if only := e.c.Retention[0]; len(e.c.Retention) == 1 && only.From.Said() {
		from := e.text(only.From)
		from.Before = e.words.KeyFacts.After
		values = append(values, Link{Text: from})
	}
	return values
}

// otherwiseKept says that the periods do not hold for everything: that some of it
// has no rule yet, or goes by one that is no length of time.
func (e *edition) otherwiseKept() (words []string) {
	unsaid := func(d notices.DataItem) bool { return !e.retained(d.ID.Value) }
	criteria := func(r notices.Retention) bool { return !r.Period.Said() && r.Criteria.Said() }
	empty := func(r notices.Retention) bool { return !r.Period.Said() && !r.Criteria.Said() }
	if slices.ContainsFunc(e.c.Retention, criteria) {
		words = append(words, e.words.KeyFacts.OtherRules)
	}
	if slices.ContainsFunc(e.c.Data, unsaid) || slices.ContainsFunc(e.c.Retention, empty) {
		words = append(words, e.words.KeyFacts.SomeNotSaid)
	}
	return words
}

func (e *edition) criteriaFact() (values []Link) {
	for _, r := range e.c.Retention {
		if r.Criteria.Said() {
			criteria := e.text(r.Criteria)
			criteria.Value = firstSentence(criteria.Value)
			values = append(values, Link{Text: criteria})
		}
	}
	return values
}

// firstSentence gives the first of several sentences.
func firstSentence(s string) string {
	if first, _, more := strings.Cut(s, ". "); more {
		return first + "."
	}
	return s
}

// byLength orders periods by their end, counted from one and the same day.
func byLength(a, b notices.Period) int {
	day := time.Date(2001, time.January, 1, 0, 0, 0, 0, time.UTC)
	return a.After(day).Compare(b.After(day))
}

// choices are the sections of a page that say what the person can do: whether each is
// there, and whether that of the rights has a row for each right.
type choices struct{ rights, rows, objection, complaints bool }

// choicesIn gives those of a page's sections.
func choicesIn(sections []SectionView) choices {
	return choices{
		rights: hasSection(sections, notices.RightsSection), objection: hasSection(sections, notices.ObjectionSection), complaints: hasSection(sections, notices.ComplaintsSection),
		rows: slices.ContainsFunc(sections, func(s SectionView) bool { return s.Rights != nil }),
	}
}

// choicesHad gives those that the data can fill.
func (e *edition) choicesHad() choices {
	rights := e.hasRights()
	return choices{rights: rights, rows: rights, objection: e.objectsTo() != nil, complaints: e.hasComplaints()}
}

// choicesFact gives what the person can do, each with a link to where it stands.
func (e *edition) choicesFact(shown choices) (values []Link) {
	words := e.words.KeyFacts
	link := func(words, href string) { values = append(values, Link{Text: Text{Value: words}, Href: href}) }
	if shown.rows {
		for _, right := range []struct{ id, words string }{
			{"access", words.See}, {"rectification", words.Correct}, {"withdraw-consent", words.Withdraw},
		} {
			if e.sure(right.id) {
				link(right.words, "#right--"+right.id)
			}
		}
	}
	if shown.objection && e.sure("objection") {
		link(words.Object, "#"+string(notices.ObjectionSection))
	}
	if shown.complaints {
		link(words.Complain, "#"+string(notices.ComplaintsSection))
	}
	return values
}

// sure reports whether a right can be used for at least one purpose. It is left
// out of the short answers when it depends on a basis that the notice does not
// name.
func (e *edition) sure(right string) bool {
	for _, s := range e.rightsOf() {
		if s.Right.ID == right {
			return s.Applies == "yes" || s.Applies == "limited" && len(s.Purposes) > 0
		}
	}
	return false
}

func hasSection(sections []SectionView, id notices.Section) bool {
	for i := range sections {
		if sections[i].ID == string(id) {
			return true
		}
	}
	return false
}
