package site

import (
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
)

// AccessibilityView is the accessibility statement, in the order of the model
// statement for UK public bodies.
type AccessibilityView struct {
	Page
	Applies, RunBy string
	HowToReport    Text
	Contact        *ContactView // nil when it has no channel
	Within         string
	Enforced       string
	EnforcedLink   Link
	Committed      string
	Status         string
	Standard       Link
	Lists          []ProblemsView
	Improvements   Text
	Preparation    []string // sentences
	HowTested      Text
}

// ProblemsView is what is not accessible for one reason.
type ProblemsView struct {
	Title    string
	Problems []ProblemView
}

// ProblemView is something that not everyone can use.
type ProblemView struct {
	What        Text
	Fails       string
	Alternative Text
	FixBy       string
}

// Where people turn who are not happy with an answer, and what the standard is.
const (
	equalityAdvice        = "https://www.equalityadvisoryservice.com/"
	equalityCommissionNI  = "https://www.equalityni.org/"
	accessibilityStandard = "https://www.w3.org/TR/WCAG22/"
)

func (p *place) planAccessibility() {
	a, words := p.siteHere().Accessibility, p.words.Access
	title := fillIn(words.Title, "site", p.siteTitle().Value)
	view := AccessibilityView{
		Page:        p.frame(Text{Value: title}, pageAddress(accessibilityID)),
		Applies:     fillIn(words.Applies, "scope", or(a.Scope.Value, or(p.base, words.ThisSite))),
		RunBy:       fillIn(words.RunBy, "organisation", a.Organisation.Value),
		HowToReport: p.common(a.HowToReport),
		Enforced:    words.Enforced,
		Committed:   capital(fillIn(words.Committed, "organisation", a.Organisation.Value)),
		Status:      words.status(a), Standard: Link{Text: Text{Value: words.Standard}, Href: accessibilityStandard},
		Improvements: p.common(a.Improvements), HowTested: p.common(a.HowTested), Preparation: p.preparation(a),
	}
	view.EnforcedLink = Link{Text: Text{Value: words.EnforcedLink}, Href: equalityAdvice}
	if a.NorthernIreland.Yes() {
		view.Enforced = words.EnforcedNorthernIreland
		view.EnforcedLink = Link{Text: Text{Value: words.NorthernIrelandLink}, Href: equalityCommissionNI}
	}
	if a.AnswerWithin.Said() {
		view.Within = fillIn(words.Within, "period", p.words.Period(a.AnswerWithin))
	}
	if a.Contact.Reachable() {
		contact := p.contact(a.Contact)
		view.Contact = &contact
	}
	view.Lists = p.problemLists(a)
	view.Description = Text{Value: view.Applies}
	view.Breadcrumbs = []Link{p.homeLink()}
	p.addFrom(p.siteHere().Pos.File, "", p.at, "accessibility", &view)
}

// capital gives a sentence that begins with a capital letter.
func capital(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	return string(unicode.ToUpper(first)) + sentence[size:]
}

// status gives the sentence that the model statement has for how far the site
// meets the standard, and why it does not.
func (w AccessWords) status(a *notices.Accessibility) string {
	problems, exempt := len(a.Problems) > 0, len(a.DisproportionateBurden)+len(a.OutOfScope) > 0
	both, partly := problems && exempt, !a.Compliance.Is("none")
	switch {
	case a.Compliance.Is("full"):
		return w.Full
	case both && partly:
		return w.PartialBoth
	case exempt && partly:
		return w.PartialExempt
	case partly:
		return w.PartialProblems
	case both:
		return w.NoneBoth
	case exempt:
		return w.NoneExempt
	}
	return w.NoneProblems
}

func (p *place) problemLists(a *notices.Accessibility) (lists []ProblemsView) {
	words := p.words.Access
	for _, l := range []struct {
		title string
		list  []notices.AccessibilityProblem
	}{{words.Problems, a.Problems}, {words.Burden, a.DisproportionateBurden}, {words.OutOfScope, a.OutOfScope}} {
		if len(l.list) > 0 {
			lists = append(lists, ProblemsView{Title: l.title, Problems: mapTo(l.list, p.problem)})
		}
	}
	return lists
}

func (p *place) problem(a notices.AccessibilityProblem) ProblemView {
	v := ProblemView{What: p.common(a.What), Alternative: p.common(a.Alternative)}
	if a.Criterion.Said() {
		v.Fails = fillIn(p.words.Access.Fails, "criterion", a.Criterion.Value)
	}
	if a.FixBy.Said() {
		v.FixBy = fillIn(p.words.Access.FixBy, "date", p.words.Date(a.FixBy))
	}
	return v
}

// preparation gives the sentences about when the statement was written and the
// site was tested.
func (p *place) preparation(a *notices.Accessibility) (sentences []string) {
	words := p.words.Access
	for _, s := range []struct{ sentence, place, value string }{
		{words.Prepared, "date", p.words.Date(a.Prepared)},
		{words.Reviewed, "date", p.words.Date(a.Reviewed)},
		{words.Tested, "date", p.words.Date(a.Tested)},
		{words.TestBy, "by", a.TestedBy.Value},
	} {
		if s.value != "" {
			sentences = append(sentences, fillIn(s.sentence, s.place, s.value))
		}
	}
	return sentences
}
