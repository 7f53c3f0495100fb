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
	var concerned []ChildrenAcross
	for _, e := range a.editions {
		row := ChildrenAcross{Notice: a.name(e, notices.DataSection), Told: e.texts(e.c.Children.Items)}
		for _, s := range e.c.DataSubjects {
			if s.Children.Yes() {
				row.People = append(row.People, e.text(s.Label))
			}
		}
		if len(row.Told)+len(row.People) > 0 {
			concerned = append(concerned, row)
		}
	}
	lists := filled(List[ChildrenAcross]{
		ID: "children", Title: Text{Value: words.ForChildren},
		Groups: byLetter(a.abc, "children", concerned, func(c ChildrenAcross) string { return c.Notice.Link.Text.Value }),
	})
	after := filled(a.those("not-for-children", words.NotForChildren, func(e *edition) bool { return e.c.Children.None }))
	if len(lists)+len(after) == 0 {
		return nil
	}
	return subjectOf("children", words.Children, words.ChildrenIntro, lists, after, one,
		func(page AcrossPage, lists []List[ChildrenAcross], after []List[NoticeName]) any {
			return &ChildrenPage{AcrossPage: page, Lists: lists, After: after}
		})
}
