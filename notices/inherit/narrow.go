package inherit

import (
	"slices"
	"strings"

	"notices.example/notices"
)

// Narrowly is Briefly for a corpus that load.Narrowly read. The faces are those it was
// given, by the IDs of the notices. What is found is of the notices that it read alone.
func Narrowly(corpus *notices.Corpus, faces map[string]*notices.Face) (*notices.Set, []notices.Finding) {
	r := newResolver(corpus, languageOf(corpus), newRun(nil))
	set, made := r.resolve()
	for _, n := range corpus.Notices {
		if n.Brief {
			set.Faces = append(set.Faces, faces[n.ID.Value])
		}
	}
	slices.SortFunc(set.Faces, func(a, b *notices.Face) int { return strings.Compare(a.ID.Value, b.ID.Value) })
	c := newCompleter(r, made.others, servicesOf(set.Faces))
	r.checkReferences()
	r.forgetBrief()
	for _, other := range made.others {
		other.forgetBrief()
	}
	set.Completer = c
	notices.SortFindings(r.findings)
	return set, r.findings
}
