package inherit

import (
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
)

// Last is what a run of Resolve went by: enough to make one notice complete again while
// everything else is as it was. Nothing that comes later changes it, so that this can be
// done while another run is under way. One goroutine at a time may do it.
type Last struct {
	resolver *resolver
	others   map[string]*resolver
	services map[string][]*notices.Face
	names    namesOf
}

// Last gives what the last run went by, or nil.
func (m *Memory) Last() *Last {
	if m == nil {
		return nil
	}
	return m.last
}

// First makes one notice complete of a corpus in which only its files are others than in
// the set of that run. It gives the set with it, which shares all else, and what
// is wrong with its references and translations. It gives nil when others build on the
// notice, so that they are other too.
func (l *Last) First(was *notices.Set, corpus *notices.Corpus, n *notices.Notice) (*notices.Set, *notices.Complete, []notices.Finding) {
	id := n.ID.Value
	at, there := slices.BinarySearchFunc(was.Notices, id, func(c *notices.Complete, id string) int { return strings.Compare(c.ID.Value, id) })
	if l == nil || !there || len(l.services[id]) > 0 || n.IsCorporate() || was.Completer != nil {
		return nil, nil, nil
	}
	one := *l.resolver
	one.corpus, one.memory, one.findings, one.unknown = corpus, newRun(nil), nil, 0
	c := &completer{&one, l.others, l.services}
	words := written{notice: n}
	for _, t := range corpus.Translations {
		if t.ID.Value == id {
			words.in = append(words.in, t)
		}
	}
	c.wordAll(&words)
	whole := c.completeWritten(words)
	for _, w := range words.words {
		one.findings = append(one.findings, w.findings...)
	}
	one.checkCorporate(n)
	one.checkNamed(n, l.names)
	notices.SortFindings(one.findings)

	set := *was
	set.Corpus, set.Faces, set.Notices, set.Files = corpus, slices.Clone(was.Faces), slices.Clone(was.Notices), maps.Clone(was.Files)
	set.Faces[at], set.Notices[at] = whole.Face(), whole
	for _, w := range append([]*notices.Notice{n}, words.in...) {
		f := set.Files[w.Pos.File]
		f.Title = w.Title.Value
		set.Files[w.Pos.File] = f
	}
	return &set, whole, one.findings
}
