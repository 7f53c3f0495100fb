package site

import "notices.example/notices"

// ChildrenPage lists the notices that concern children and young people, with how
// they are told.
type ChildrenPage struct {
	AcrossPage
	Lists []List[ChildrenAcross]
	After []List[NoticeName] // those of services that are not meant for children
}

// ChildrenAcross is what one notice says to and about children.
type ChildrenAcross struct {
	Notice NoticeName
	People []Text // those of the people it concerns who are, or may be, children
	Told   []Text
}

func (a *across) children() *subject {
	words := a.words.LookUp
	var concerned []*entry
	for _, e := range a.entries {
		if len(e.Told)+len(e.People) > 0 {
			concerned = append(concerned, e)
		}
	}
	lists := filled(List[*entry]{
		ID: "children", Title: Text{Value: words.ForChildren}, Groups: entriesByLetter(a.abc, "children", concerned, itself),
	})
	after := filled(a.those("not-for-children", words.NotForChildren, func(e *entry) bool { return e.NotChildren }))
	if len(lists)+len(after) == 0 {
		return nil
	}
	return subjectOf("children", words.Children, words.ChildrenIntro, lists, after, one,
		func(page AcrossPage, lists, after []List[*entry]) any {
			return &ChildrenPage{AcrossPage: page, Lists: onPage(lists, a.concerned), After: a.names(after)}
		})
}

func (a *across) concerned(e *entry) ChildrenAcross {
	return ChildrenAcross{Notice: a.name(e, notices.DataSection), Told: mapTo(e.Told, phrase.text), People: mapTo(e.People, phrase.text)}
}
