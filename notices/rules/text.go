package rules

import (
	"slices"
	"time"

	"notices.example/notices"
)

// Text is what is written in one content file, as a rule on words sees it.
type Text struct {
	File string
	Day  time.Time // on which it is read: that of the check, or a day on which its notice holds

	*told
	draft  bool // its notice is a draft
	around *around
	was    *said // what an earlier run found, or nil
	is     *said // what this run finds
}

// said is what the rules said of one text.
type said struct {
	told  *told
	asked []note
	found []notices.Finding // with their rules; not complete yet
	words *worded           // nil when no rule on wording looked
}

// texts gives what the rules say of the texts of files, in their order. A text is looked
// at anew when it is another, or an answer to what was asked for it.
func (r *run) texts(x *index, files []string) []*said {
	list := make([]*said, len(files))
	each(len(list), func(i int) {
		told, old := x.told(files[i]), r.was.said[files[i]]
		if old == nil || old.told != told || !x.holds(old.asked) {
			list[i] = newText(x, files[i], told, old).say(r.onTexts)
			return
		}
		list[i] = old
	})
	if r.notes {
		for i, file := range files {
			r.is.said[file] = list[i]
		}
	}
	return list
}

func newText(x *index, file string, told *told, was *said) *Text {
	t := &Text{File: file, told: told, around: &around{index: x}, was: was, is: &said{told: told}}
	when := t.around.whenRead(told.notice)
	t.draft, t.Day = when.draft, when.day
	return t
}

// whenRead is the day on which the texts of a notice are read, unless it is a draft.
type whenRead struct {
	draft bool
	day   time.Time
}

func (x *index) whenRead(notice string) whenRead {
	c := x.outlines[notice]
	if c == nil {
		return whenRead{day: x.day}
	}
	return whenRead{c.IsDraft(), c.LawDay(x.day)}
}

// say asks the rules.
func (t *Text) say(rules []Rule) *said {
	for _, rule := range rules {
		for _, f := range rule.CheckText(t) {
			f.Rule, f.Notice = rule.ID, t.notice
			t.is.found = append(t.is.found, f)
		}
	}
	t.is.found = slices.Clip(t.is.found)
	t.is.asked = t.around.index.gist(t.around.take())
	return t.is
}
