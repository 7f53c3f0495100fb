package inherit

import (
	"maps"
	"reflect"
	"slices"

	"notices.example/notices"
)

// Memory is what the last run made, for the next run to use again: a notice is
// made complete a second time only when something it is made of was read anew. The
// zero value remembers nothing, and nil never does.
//
// What is used again is the same value, with the same address, so that later
// stages know it again; nobody may change it. A Memory is for one site, and for
// one run at a time. It knows the parts of a corpus by their addresses, as
// load.Memory keeps them.
type Memory struct {
	names     namesOf // that were known all over the site
	sound     map[*notices.Notice]recipientsOf
	worded    map[wordedKey]worded
	bases     map[string]bases // by language
	completes map[string]completed
	last      *Last
}

// wordedKey is a value and its translation, and from and into which language.
type wordedKey struct {
	main, translation any // pointers
	from, to          string
}

// worded is a value with the words of its translation.
type worded struct {
	merged   any // a pointer
	findings []notices.Finding
}

// recipientsOf is the corporate notice whose recipients a notice may name, or nil. It
// is noted for each notice all of whose references and blocks were found to be right.
type recipientsOf *notices.Notice

// bases are the notices of a language with what they inherit in place.
type bases struct {
	among []any // the bodies and blocks, by their addresses
	same  bool  // they are those of the run before
	of    map[string]base
}

// base is one of them, and what else it was made of.
type base struct {
	notice, corporate *notices.Notice
	complete          *notices.Complete
}

// completed is a base with all that other notices and languages add to it.
type completed struct {
	base, complete *notices.Complete
	face           *notices.Face // of the complete one; as long as it shows the same it is the same value
}

// run is a memory in use: what was, and what is kept of it.
type run struct {
	was, is *Memory
	pairs   map[[2]*notices.Notice]bool // of which it is known whether the two are equal
}

func newRun(m *Memory) *run {
	if m == nil {
		m = &Memory{}
	}
	return &run{was: m, pairs: map[[2]*notices.Notice]bool{}, is: &Memory{
		sound: map[*notices.Notice]recipientsOf{}, worded: map[wordedKey]worded{}, bases: map[string]bases{}, completes: map[string]completed{},
	}}
}

// done forgets what this run had no use for.
func (m *run) done() { *m.was = *m.is }

// word puts a translation over a value, or gives what that came to before.
func (m *run) word(key wordedKey, put func() worded) worded {
	w, known := m.was.worded[key]
	if !known {
		w = put()
	}
	m.is.worded[key] = w
	return w
}

// base gives a notice with what it inherits in place. It is the same value as
// before when it is made of the same, or comes out the same.
func (r *resolver) base(n *notices.Notice) *notices.Complete {
	before, now := r.memory.was.bases[r.lang], r.memory.is.bases[r.lang]
	old, corporate := before.of[n.ID.Value], r.corporateOf(n)
	b := base{n, corporate, old.complete}
	if old.complete == nil || old.notice != n || old.corporate != corporate || !now.same {
		b.complete = r.complete(n)
		if old.complete != nil && r.memory.equal(old.corporate, corporate) && reflect.DeepEqual(old.complete, b.complete) {
			b.complete = old.complete
		}
	}
	now.of[n.ID.Value] = b
	return b.complete
}

// equal reports whether two corporate notices are equal. Of many notices that build on
// the same one, it is worked out once.
func (m *run) equal(a, b *notices.Notice) bool {
	pair := [2]*notices.Notice{a, b}
	same, known := m.pairs[pair]
	if !known {
		same = a == b || reflect.DeepEqual(a, b)
		m.pairs[pair] = same
	}
	return same
}

// among begins the bases of this resolver's language.
func (r *resolver) among() {
	now := bases{of: map[string]base{}}
	for _, o := range r.corpus.Organisations {
		now.among = append(now.among, o)
	}
	for _, b := range r.corpus.Blocks {
		now.among = append(now.among, b)
	}
	now.same = slices.Equal(r.memory.was.bases[r.lang].among, now.among)
	r.memory.is.bases[r.lang] = now
}

// face gives what others see of a base with its other languages.
func (m *run) face(b *notices.Complete, translations map[string]*notices.Notice) *notices.Face {
	if old := m.was.completes[b.ID.Value]; old.base == b && maps.Equal(old.complete.Translations, translations) {
		return old.face
	}
	whole := b
	if len(translations) > 0 {
		copied := *b
		whole, copied.Translations = &copied, translations
	}
	face := whole.Face()
	if old := m.was.completes[b.ID.Value].face; reflect.DeepEqual(old, face) {
		return old
	}
	return face
}

// additions are what other notices and files add to a base.
type additions struct {
	services     []*notices.Face            // the notices that build on it
	translations map[string]*notices.Notice // by language
	written      []*notices.Notice          // the same as they stand in their files
}

// complete gives a base with all that is added to it.
func (m *run) complete(b *notices.Complete, face *notices.Face, with additions) *notices.Complete {
	c := m.was.completes[b.ID.Value]
	if c.base != b || !slices.Equal(c.complete.Services, with.services) || !maps.Equal(c.complete.Translations, with.translations) || !slices.Equal(c.complete.WrittenIn, with.written) {
		whole := b // a large value, so that it is copied only for those that need it
		if len(with.services)+len(with.translations)+len(with.written) > 0 {
			copied := *b
			whole = &copied
			whole.Services, whole.Translations, whole.WrittenIn = with.services, with.translations, with.written
		}
		c.base, c.complete = b, whole
	}
	c.face = face
	m.is.completes[b.ID.Value] = c
	return c.complete
}
