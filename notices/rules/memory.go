package rules

import (
	"maps"
	"slices"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/wording"
)

// Memory is what the last run found, for the next run to use again: a rule looks at
// a notice a second time only when the notice is another, or an answer to what the
// rule asked of the rest of the content; a text is read again only when it is
// another. The zero value remembers nothing, and nil never does. On another day,
// or under other law, nothing can be used again.
//
// It knows notices by their addresses, as inherit.Memory keeps them. A Memory is
// for one site, and for one run at a time.
type Memory struct {
	day           time.Time
	jurisdiction  string
	organisations *[]*notices.Organisation
	judged        map[string]*judged // by the ID of the notice
	pieces        map[pieceKey]*piece
	told          map[string]*told // by file
	wordings      wordings
	left          map[*notices.Notice][]leftText
}

// judged is what the rules said of one notice.
type judged struct {
	subject Subject
	asked   []note  // to begin with
	rules   []ruled // those that asked or found something, in the order of All
	again   bool    // the rules are of an earlier run, which saw the same notice
}

// ruled is what one rule said of one notice.
type ruled struct {
	rule  int // its place in All
	asked []note
	found []notices.Finding
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
	organisations := slices.Clone(set.Corpus.Organisations) // a copy, so that it does not keep the corpus
	now := &Memory{
		day: day, jurisdiction: set.Jurisdiction(), organisations: &organisations,
		judged: map[string]*judged{}, pieces: map[pieceKey]*piece{}, told: map[string]*told{}, left: map[*notices.Notice][]leftText{},
	}
	if m.organisations != nil && slices.Equal(*m.organisations, *now.organisations) {
		now.organisations = m.organisations
	}
	return now
}

// end keeps what this run used, and forgets everything else.
func (m *Memory) end(now *Memory) {
	if m != nil {
		*m = *now
	}
}

// subject gives a notice as rules see it. It is worked out anew when the notice is
// another, or anything that was asked for it.
func (r *run) subject(c *notices.Complete, l *law.Law, index *index) *Subject {
	old := r.was.judged[c.ID.Value]
	around := &around{index: index}
	if old != nil && old.subject.Notice == c && index.holds(old.asked) {
		s := old.subject
		s.around = around
		r.is.judged[c.ID.Value] = &judged{subject: old.subject, asked: old.asked, rules: old.rules, again: true}
		return &s
	}
	s := newSubject(c, l, r.day, around)
	kept := *s
	kept.around = nil
	r.is.judged[c.ID.Value] = &judged{subject: kept, asked: around.take()}
	return s
}

// judge gives what the rules say of a notice. Those of which an earlier run knows
// that they would say the same are not asked again.
func (r *run) judge(s *Subject) (list []notices.Finding) {
	now := r.is.judged[s.Notice.ID.Value]
	before, known := now.rules, now.again
	now.rules = nil
	for i, rule := range r.rules {
		var old *ruled
		if len(before) > 0 && before[0].rule == i {
			old, before = &before[0], before[1:]
		}
		switch {
		case rule.Check == nil || known && old == nil:
			continue
		case known && s.around.index.holds(old.asked):
			now.rules = append(now.rules, *old)
		default:
			if again := r.ask(i, s); again.asked != nil || again.found != nil {
				now.rules = append(now.rules, again)
			}
		}
	}
	for _, ruled := range now.rules {
		list = append(list, ruled.found...)
	}
	return list
}

// ask has one rule look at a notice.
func (r *run) ask(rule int, s *Subject) ruled {
	said := ruled{rule: rule}
	for _, f := range r.rules[rule].Check(s) {
		said.found = append(said.found, r.rules[rule].complete(f, s))
	}
	said.asked = s.around.take()
	return said
}

// wordings is what package wording said of texts.
type wordings struct {
	allowed   string // the pattern of the words that are left alone
	explained wording.Acronyms
	hits      map[wordingKey][]notices.Finding // with their rules
}

// wordingKey is what was read.
type wordingKey struct {
	texts *told
	day   time.Time
}

// next gives what to fill in this run: with what was said before, when it holds for
// such words.
func (w wordings) next(allowed string, explained wording.Acronyms) (was, now wordings) {
	now = wordings{allowed, explained, map[wordingKey][]notices.Finding{}}
	if w.allowed != allowed || !maps.Equal(w.explained, explained) {
		w.hits = nil
	}
	return w, now
}
