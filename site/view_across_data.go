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

// held is one kind of information while it is gathered from the notices.
type held struct {
	id      string
	item    Text
	also    []Text
	special []Text
	offence bool
	notices []heldUnder
}

// heldUnder is a notice that has such information, and the first row of it.
type heldUnder struct {
	e   *entry
	row *itemRow
}

func (a *across) data() *subject {
	words := a.words.LookUp
	all := a.holdings()
	if len(all) == 0 {
		return nil
	}
	lists := filled(
		List[*held]{ID: "sensitive", Title: Text{Value: words.Sensitive}, Intro: Text{Value: words.SensitiveIntro}, Groups: a.sensitive()},
		List[*held]{ID: "all", Title: Text{Value: words.Everything}, Groups: byLetter(a.abc, "all", all, func(h *held) string { return h.item.Value })},
	)
	after := filled(
		a.those("no-sensitive", words.NoSensitive, func(e *entry) bool { return e.NoSpecial }),
		a.those("not-said", words.NotSaid, func(e *entry) bool { return len(e.Data) == 0 }),
	)
	return subjectOf("data", words.Data, words.DataIntro, lists, after, func(h *held) int { return len(h.notices) },
		func(page AcrossPage, lists []List[*held], after []List[*entry]) any {
			return &HoldingsPage{AcrossPage: page, Lists: onPage(lists, a.holding), After: a.names(after)}
		})
}

// holdings gives each kind of information once.
func (a *across) holdings() (all []*held) {
	kinds := newKinds(a.plan.words[a.main])
	a.eachItem(func(_ *entry, d *itemRow) { kinds.add(d.ID, d.Special, d.Main) })
	kinds.join()
	index, ids := map[string]*held{}, map[string]int{}
	a.eachItem(func(e *entry, d *itemRow) {
		kind := kinds.of(d.ID, d.Main)
		h := index[kind]
		if h == nil {
			h = &held{id: unique(ids, "data--"+or(slug(kind), "none"))}
			index[kind] = h
			all = append(all, h)
		}
		h.add(e, d, kinds.key(d.Main) == kind)
	})
	return all
}

func (a *across) eachItem(visit func(*entry, *itemRow)) {
	for _, e := range a.entries {
		for i := range e.Data {
			visit(e, &e.Data[i])
		}
	}
}

// unique gives an id that no other has.
func unique(taken map[string]int, id string) string {
	taken[id]++
	if n := taken[id]; n > 1 {
		return unique(taken, id+"--"+strings.Repeat("i", n))
	}
	return id
}

// add adds what a notice says of the kind. Its name is one in the language of the
// page, if there is one. Same says that the notice calls it by the name that
// stands for the kind.
func (h *held) add(e *entry, d *itemRow, same bool) {
	label := d.Label.text()
	switch {
	case same && (!h.item.Said() || h.item.Lang != "" && label.Lang == ""):
		h.item = label
	case !same && !slices.Contains(h.also, label):
		h.also = append(h.also, label)
	}
	h.offence = h.offence || d.Offence
	if d.Special != "" {
		if special := e.special(d.Special); !slices.Contains(h.special, special) {
			h.special = append(h.special, special)
		}
	}
	h.under(e, d)
}

// under adds a notice, once.
func (h *held) under(e *entry, d *itemRow) {
	if n := len(h.notices); n == 0 || h.notices[n-1].e != e {
		h.notices = append(h.notices, heldUnder{e, d})
	}
}

// holding gives a kind of information as the page shows it.
func (a *across) holding(h *held) Holding {
	shown := Holding{ID: h.id, Item: h.item, Also: h.also, Special: h.special, Offence: h.offence}
	shown.Notices = mapTo(h.notices, func(u heldUnder) NoticeName {
		name := a.name(u.e, "")
		name.Link.Href = u.e.page + "#" + or(anchor("data", notices.ID{Value: u.row.ID}), string(notices.DataSection))
		return name
	})
	if len(h.notices) > manyNotices {
		shown.Many = a.count(len(h.notices))
	}
	return shown
}

// parts cuts a kind of information that very many notices have.
func (h *held) parts(most int) []*held {
	return inParts(h.id, h.notices, most, func(id string, some []heldUnder) *held {
		part := *h
		part.id, part.notices = id, some
		return &part
	})
}

// sensitive lists the special categories and criminal offences in the order of
// the law, with the notices that use such data.
func (a *across) sensitive() []Group[*held] {
	const offences = "offences"
	found := map[string]*held{}
	a.eachItem(func(e *entry, d *itemRow) {
		category := d.Special
		if d.Offence {
			category = or(category, offences)
		}
		if category == "" {
			return
		}
		if found[category] == nil {
			found[category] = &held{id: "category--" + category, item: Text{Value: a.words.Part.Offence}}
			if category != offences {
				found[category].item = e.special(category)
			}
		}
		found[category].under(e, d)
	})
	var list []*held
	for _, category := range append(slices.Clone(law.TermLists()["special-category"]), offences) {
		if h := found[category]; h != nil {
			list = append(list, h)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []Group[*held]{{Rows: list}}
}
