package site

import (
	"notices.example/notices"
	"notices.example/notices/law"
)

// WhyPage says what allows each use: the lawful bases in the order of the law,
// the conditions for sensitive information, and what no basis is named for.
type WhyPage struct {
	AcrossPage
	Lists []List[PurposesAcross]
}

// PurposesAcross is the purposes of one notice that rest on one ground.
type PurposesAcross struct {
	Notice   NoticeName
	Purposes []Link
}

func (a *across) why() *subject {
	words := a.words.LookUp
	bases := a.grounds("basis", "lawful-basis", (*edition).basis, func(p *notices.Purpose) string { return p.LawfulBasis.Value })
	conditions := a.grounds("condition", "special-category-condition", (*edition).condition, func(p *notices.Purpose) string { return p.Condition.Value })
	if len(bases) == 0 {
		return nil
	}
	for i := range conditions {
		conditions[i].Title.Value = a.words.Part.Sensitive + ": " + conditions[i].Title.Value
	}
	unsaid := a.resting("not-said", func(p *notices.Purpose) bool { return !p.LawfulBasis.Said() })
	unsaid.Title.Value = words.NoBasis
	lists := filled(append(append(bases, conditions...), unsaid)...)
	return subjectOf("why", words.Why, words.WhyIntro, lists, nil, func(p PurposesAcross) int { return len(p.Purposes) },
		func(page AcrossPage, lists []List[PurposesAcross], _ []List[NoticeName]) any {
			return &WhyPage{AcrossPage: page, Lists: lists}
		})
}

// grounds lists the purposes by a ground that they rest on. Kind keeps the ids of
// one list of grounds apart from those of another.
func (a *across) grounds(kind, list string, explain func(*edition, string) Ground, of func(*notices.Purpose) string) []List[PurposesAcross] {
	explained := map[string]Ground{}
	for _, e := range a.editions {
		for i := range e.c.Purposes {
			if id := of(&e.c.Purposes[i]); id != "" && !explained[id].Plain.Said() {
				explained[id] = explain(e, id) // older law may not know it
			}
		}
	}
	var lists []List[PurposesAcross]
	for _, id := range law.TermLists()[list] {
		ground, used := explained[id]
		if !used {
			continue
		}
		l := a.resting(anchor(kind, notices.ID{Value: id}), func(p *notices.Purpose) bool { return of(p) == id })
		l.Title, l.Intro, l.Citation = ground.Label, ground.Plain, ground.Citation
		lists = append(lists, l)
	}
	return lists
}

// resting lists the notices with those of their purposes that are asked for.
func (a *across) resting(id string, asked func(*notices.Purpose) bool) List[PurposesAcross] {
	var found []PurposesAcross
	for _, e := range a.editions {
		var purposes []Link
		for i := range e.c.Purposes {
			if p := &e.c.Purposes[i]; asked(p) {
				purposes = append(purposes, e.purposeLink(p))
			}
		}
		if len(purposes) > 0 {
			found = append(found, PurposesAcross{Notice: a.name(e, notices.PurposesSection), Purposes: e.there(purposes)})
		}
	}
	return List[PurposesAcross]{ID: id, Groups: byLetter(a.abc, id, found, func(p PurposesAcross) string { return p.Notice.Link.Text.Value })}
}
