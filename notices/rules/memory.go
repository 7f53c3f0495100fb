package rules

import (
	"reflect"
	"slices"
	"time"

	"notices.example/notices"
)

// Memory is what the last run found, for the next run to use again: a rule looks at
// a notice or a text a second time only when that is another, or an answer to what
// the rule asked of the rest of the content. The zero value remembers nothing, and
// nil never does. On another day, or under other law, nothing can be used again.
//
// It knows notices by their addresses, as inherit.Memory keeps them. A Memory is
// for one site, and for one run at a time.
type Memory struct {
	day          time.Time
	jurisdiction string

	notices map[string]seen    // as rules see them, by ID
	judged  map[string]*judged // by the ID of the notice
	said    map[string]*said   // by file
	pieces  map[pieceKey]*piece
	told    map[string]*told // by file
	known   known
}

// recall gives the memory in use: itself, or an empty one when nothing in it can be
// used on that day for that set.
func (m *Memory) recall(set *notices.Set, day time.Time) *Memory {
	if m == nil || m.day != day || m.jurisdiction != set.Jurisdiction() {
		return &Memory{}
	}
	return m
}

// begin gives the memory that this run fills.
func (m *Memory) begin(set *notices.Set, day time.Time) *Memory {
	return &Memory{
		day: day, jurisdiction: set.Jurisdiction(),
		notices: make(map[string]seen, len(set.Notices)), judged: make(map[string]*judged, len(set.Notices)),
		said: map[string]*said{}, pieces: map[pieceKey]*piece{}, told: map[string]*told{},
	}
}

// end keeps what this run used, and forgets everything else.
func (m *Memory) end(now *Memory) {
	if m != nil {
		*m = *now
	}
}

// seen is a notice, and the same as rules see it: without the corporate notice it
// builds on, which they ask for. A change there that they do not look at is none.
type seen struct {
	complete, notice *notices.Complete
	outline          *outline // of it; as long as that is the same, it is the same value
}

// see gives a notice as rules see it: the same as before when it is no other.
func (r *run) see(f *notices.Face, c *notices.Complete) seen {
	now := r.was.notices[c.ID.Value]
	if now.complete != c {
		own := *c
		own.CorporateOf = nil
		if now.complete == nil || !sameNotice(now.notice, &own) {
			now.notice = &own
		}
	}
	if now.complete != c || now.outline.Face != f {
		if o := outlineOf(r.set, f, c); !reflect.DeepEqual(now.outline, o) {
			now.outline = o
		}
	}
	now.complete = c
	if r.notes {
		r.is.notices[c.ID.Value] = now
	}
	return now
}

// sameNotice reports whether two notices say the same, and are made of the same
// bodies, blocks and notices.
func sameNotice(a, b *notices.Complete) bool {
	return a.Written == b.Written && slices.Equal(a.Controllers, b.Controllers) && slices.Equal(a.Services, b.Services) &&
		slices.EqualFunc(a.Included, b.Included, func(a, b notices.IncludedBlock) bool { return a.Block == b.Block }) &&
		reflect.DeepEqual(a, b)
}
