package site

import (
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/law"
)

// HoldingsPage says what information is held, and under which notices.
type HoldingsPage struct {
	AcrossPage
	Lists []List[Holding]
	After []List[NoticeName]
}

// Holding is one kind of information in all notices.
type Holding struct {
	ID      string
	Item    Text
	Also    []Text // what other notices call it
	Special []Text // the special categories
	Offence bool
	Notices []NoticeName
	Many    string // how many notices there are, when they are too many to show at once
}

// manyNotices is how many names can stand in a row before they are folded up.
const manyNotices = 12

func (a *across) data() *subject {
	words := a.words.LookUp
	all := a.holdings()
	if len(all) == 0 {
		return nil
	}
	lists := filled(
		List[Holding]{ID: "sensitive", Title: Text{Value: words.Sensitive}, Intro: Text{Value: words.SensitiveIntro}, Groups: a.sensitive()},
		List[Holding]{ID: "all", Title: Text{Value: words.Everything}, Groups: byLetter(a.abc, "all", all, func(h Holding) string { return h.Item.Value })},
	)
	after := filled(
		a.those("no-sensitive", words.NoSensitive, func(e *edition) bool { return e.c.SpecialCategoryData.None }),
		a.those("not-said", words.NotSaid, func(e *edition) bool { return len(e.c.Data) == 0 }),
	)
	return subjectOf("data", words.Data, words.DataIntro, lists, after, func(h Holding) int { return len(h.Notices) },
		func(page AcrossPage, lists []List[Holding], after []List[NoticeName]) any {
			return &HoldingsPage{AcrossPage: page, Lists: lists, After: after}
		})
}

// holdings gives each kind of information once.
func (a *across) holdings() []Holding {
	kinds := newKinds(a.plan.words[a.main])
	for _, e := range a.editions {
		for _, d := range e.c.Data {
			kinds.add(d.ID.Value, d.SpecialCategory.Value, e.mainLabel(d))
		}
	}
	kinds.join()
	var all []Holding
	index, ids := map[string]int{}, map[string]int{}
	for _, e := range a.editions {
		for _, d := range e.c.Data {
			kind := kinds.of(d.ID.Value, e.mainLabel(d))
			i, known := index[kind]
			if !known {
				i = len(all)
				index[kind] = i
				all = append(all, Holding{ID: unique(ids, "data--"+or(slug(kind), "none"))})
			}
			all[i].add(a, e, d, kinds.words.key(e.mainLabel(d)) == kind)
		}
	}
	for i := range all {
		all[i].settle(a)
	}
	return all
}

// unique gives an id that no other has.
func unique(taken map[string]int, id string) string {
	taken[id]++
	if n := taken[id]; n > 1 {
		return unique(taken, id+"--"+strings.Repeat("i", n))
	}
	return id
}

// mainLabel gives the label in the main language, by which kinds are told apart on
// the pages of every language.
func (e *edition) mainLabel(d notices.DataItem) string {
	if main, found := e.other(e.c.ID.Value).DataItem(d.ID.Value); found && main.Label.Said() {
		return main.Label.Value
	}
	return or(d.Label.Value, d.ID.Value)
}

// add adds what a notice says of the kind. Its name is one in the language of the
// page, if there is one. Same says that the notice calls it by the name that
// stands for the kind.
func (h *Holding) add(a *across, e *edition, d notices.DataItem, same bool) {
	label := e.textOr(d.Label, d.ID)
	switch {
	case same && (!h.Item.Said() || h.Item.Lang != "" && label.Lang == ""):
		h.Item = label
	case !same && !slices.Contains(h.Also, label):
		h.Also = append(h.Also, label)
	}
	h.Offence = h.Offence || d.CriminalOffence.Yes()
	if d.SpecialCategory.Said() {
		if special := e.special(d.SpecialCategory.Value); !slices.Contains(h.Special, special) {
			h.Special = append(h.Special, special)
		}
	}
	h.holds(a, e, d)
}

// holds adds a notice, once.
func (h *Holding) holds(a *across, e *edition, d notices.DataItem) {
	name := a.name(e, "")
	if n := len(h.Notices); n > 0 && strings.HasPrefix(h.Notices[n-1].Link.Href, e.page+"#") {
		return
	}
	name.Link.Href = e.page + "#" + or(anchor("data", d.ID), string(notices.DataSection))
	h.Notices = append(h.Notices, name)
}

// settle ends a row when all notices have been seen.
func (h *Holding) settle(a *across) {
	if len(h.Notices) > manyNotices {
		h.Many = a.count(len(h.Notices))
	}
}

// sensitive lists the special categories and criminal offences in the order of
// the law, with the notices that use such data.
func (a *across) sensitive() []Group[Holding] {
	const offences = "offences"
	found := map[string]*Holding{}
	for _, e := range a.editions {
		for _, d := range e.c.Data {
			category := d.SpecialCategory.Value
			if d.CriminalOffence.Yes() {
				category = or(category, offences)
			}
			if category == "" {
				continue
			}
			if found[category] == nil {
				found[category] = &Holding{ID: "category--" + category, Item: Text{Value: a.words.Part.Offence}}
				if category != offences {
					found[category].Item = e.special(category)
				}
			}
			found[category].holds(a, e, d)
		}
	}
	var list []Holding
	for _, category := range append(slices.Clone(law.TermLists()["special-category"]), offences) {
		if h := found[category]; h != nil {
			h.settle(a)
			list = append(list, *h)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []Group[Holding]{{Rows: list}}
}
