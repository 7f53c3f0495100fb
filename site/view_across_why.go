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

// resting is the purposes of one notice that rest on one ground, by their numbers.
type resting struct {
	e        *entry
	purposes []uint32
}

func (a *across) why() *subject {
	words := a.words.LookUp
	bases := a.grounds("basis", "lawful-basis", (*legal).basis, func(p *reasonRow) string { return p.Basis })
	conditions := a.grounds("condition", "special-category-condition", (*legal).condition, func(p *reasonRow) string { return p.Condition })
	if len(bases) == 0 {
		return nil
	}
	for i := range conditions {
		conditions[i].Title.Value = a.words.Part.Sensitive + ": " + conditions[i].Title.Value
	}
	unsaid := a.resting("not-said", func(p *reasonRow) bool { return p.Basis == "" })
	unsaid.Title.Value = words.NoBasis
	lists := filled(append(append(bases, conditions...), unsaid)...)
	return subjectOf("why", words.Why, words.WhyIntro, lists, nil, func(r resting) int { return len(r.purposes) },
		func(page AcrossPage, lists []List[resting], _ []List[*entry]) any {
			return &WhyPage{AcrossPage: page, Lists: onPage(lists, a.restingOn)}
		})
}

func (a *across) restingOn(r resting) PurposesAcross {
	return PurposesAcross{Notice: a.name(r.e, notices.PurposesSection), Purposes: r.e.purposes(r.purposes)}
}

// grounds lists the purposes by a ground that they rest on. Kind keeps the ids of
// one list of grounds apart from those of another.
func (a *across) grounds(kind, list string, explain func(*legal, string) Ground, of func(*reasonRow) string) []List[resting] {
	explained := map[string]Ground{}
	for _, e := range a.entries {
		for i := range e.Purposes {
			if id := of(&e.Purposes[i]); id != "" && !explained[id].Plain.Said() {
				explained[id] = explain(&e.legal, id) // older law may not know it
			}
		}
	}
	var lists []List[resting]
	for _, id := range law.TermLists()[list] {
		ground, used := explained[id]
		if !used {
			continue
		}
		l := a.resting(anchor(kind, notices.ID{Value: id}), func(p *reasonRow) bool { return of(p) == id })
		l.Title, l.Intro, l.Citation = ground.Label, ground.Plain, ground.Citation
		lists = append(lists, l)
	}
	return lists
}

// resting lists the notices with those of their purposes that are asked for.
func (a *across) resting(id string, asked func(*reasonRow) bool) List[resting] {
	var found []resting
	for _, e := range a.entries {
		var purposes []uint32
		for i := range e.Purposes {
			if asked(&e.Purposes[i]) {
				purposes = append(purposes, uint32(i))
			}
		}
		if len(purposes) > 0 {
			found = append(found, resting{e, purposes})
		}
	}
	return List[resting]{ID: id, Groups: entriesByLetter(a.abc, id, found, func(r resting) *entry { return r.e })}
}
