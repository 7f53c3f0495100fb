package inherit

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"notices.example/notices"
)

// checkReferences reports every reference to something that is not there. It
// looks at what was written, not at complete notices, so that a reference in a
// shared file is reported once.
func (r *resolver) checkReferences() {
	site := r.siteNames()
	for _, o := range r.corpus.Organisations {
		r.check(o, site, "")
	}
	for _, b := range r.corpus.Blocks {
		r.check(b, withNames(site, b.Processing), "")
	}
	r.memory.is.names = site
	same := r.memory.is.bases[r.lang].same && maps.EqualFunc(r.memory.was.names, site, maps.Equal)
	for _, n := range r.corpus.Notices {
		if n.Brief {
			continue
		}
		r.checkCorporate(n)
		r.checkNotice(n, site, same)
	}
}

// checkNotice reports what is wrong with the references and blocks of a notice. One
// that was right is right as long as all that it can name is the same.
func (r *resolver) checkNotice(n *notices.Notice, site namesOf, same bool) {
	var recipients recipientsOf
	if names(n.Inherits, "recipients") {
		recipients = r.corporateOf(n)
	}
	if from, sound := r.memory.was.sound[n]; sound && same && from == recipients {
		r.memory.is.sound[n] = from
		return
	}
	before := len(r.findings)
	r.checkNamed(n, site)
	if len(r.findings) == before {
		r.memory.is.sound[n] = recipients
	}
}

// checkNamed is checkNotice for a notice that is not to be known again.
func (r *resolver) checkNamed(n *notices.Notice, site namesOf) {
	r.checkIncluded(n)
	r.check(n, r.noticeNames(n, site), n.ID.Value)
}

// namesOf is what references may name, by the kind in the tag refs:"…".
type namesOf map[string]map[string]bool

// siteNames are the things that are known all over the site.
func (r *resolver) siteNames() namesOf {
	known := namesOf{
		"organisation": keys(r.organisations),
		"notice":       keys(r.notices),
		"block":        keys(r.blocks),
	}
	for _, f := range r.corpus.Unread {
		if known[string(f.Kind)] == nil {
			known[string(f.Kind)] = map[string]bool{}
		}
		known[string(f.Kind)][f.ID] = true
	}
	return known
}

// noticeNames adds what a notice and the blocks it includes define.
func (r *resolver) noticeNames(n *notices.Notice, site namesOf) namesOf {
	processing := n.Processing
	for _, inclusion := range n.Include {
		if b := r.blocks[inclusion.Block.Value]; b != nil {
			processing = joined(processing, b.Processing)
		}
	}
	known := withNames(site, processing)
	if corporate := r.corporateOf(n); corporate != nil && names(n.Inherits, "recipients") {
		maps.Copy(known["recipient"], scopeOf(corporate.Processing).recipients)
	}
	return known
}

func withNames(site namesOf, p notices.Processing) namesOf {
	known, s := maps.Clone(site), scopeOf(p)
	known["data"], known["purpose"], known["recipient"] = s.data, s.purposes, s.recipients
	known["source"] = map[string]bool{}
	for _, source := range p.Sources.Items {
		known["source"][source.ID.Value] = true
	}
	return known
}

// check reports the unknown references in a value of the vocabulary.
func (r *resolver) check(v any, known namesOf, notice string) {
	r.named = notices.References(v, r.named[:0])
	for _, to := range r.named {
		if known[to.Kind][to.Value] || r.corpus.Fields.Refused(to.Pos.File, listOf[to.Kind]) {
			continue
		}
		var names []string
		if r.unknown++; r.unknown <= mostHints {
			names = slices.Sorted(maps.Keys(known[to.Kind]))
		}
		r.report(unknownReference(to.Kind, *to.Ref, names, notice))
	}
}

// listOf is the list that defines a kind of thing. Where load refused all of the
// list, and says so, what it would have defined is not known.
var listOf = map[string]string{"data": "data", "purpose": "purposes"}

// mostHints is for how many unknown references a name that is like them is looked
// for. A site with more of them has another trouble than slips, and looking
// through all names for each takes long.
const mostHints = 100

// kindWords say in plain English what a reference should have named.
var kindWords = map[string]struct{ thing, place string }{
	"organisation": {"organisation", "content/organisations/%s.yaml"},
	"notice":       {"notice", "content/notices/%s.md"},
	"block":        {"shared block", "content/shared/%s.yaml"},
	"data":         {"item of data", "an entry with “id: %s” under data:"},
	"purpose":      {"purpose", "an entry with “id: %s” under purposes:"},
	"recipient":    {"recipient", "an entry with “id: %s” under recipients:"},
	"source":       {"source", "an entry with “id: %s” under sources:"},
}

func unknownReference(kind string, ref notices.Ref, known []string, notice string) notices.Finding {
	words := kindWords[kind]
	f := notices.Finding{
		Rule: "reference-unknown", Severity: notices.Error, Pos: ref.Pos, Notice: notice, About: ref.Value,
		Message: fmt.Sprintf("There is no %s called “%s”.", words.thing, ref.Value),
	}
	if near := nearest(ref.Value, known); near != "" {
		f.Message += fmt.Sprintf(" Did you mean “%s”?", near)
		f.Fix = fmt.Sprintf("Write “%s”, or add "+words.place+".", near, ref.Value)
		return f
	}
	f.Fix = fmt.Sprintf("Add "+words.place+", or name one that is there", ref.Value)
	if len(known) > 0 && len(known) <= 12 {
		f.Fix += ": " + strings.Join(known, ", ")
	}
	f.Fix += "."
	return f
}

// nearest gives the known name that is most like the one typed, or "" when none
// is close: within a third of its length.
func nearest(typed string, known []string) string {
	best, distance := "", len([]rune(typed))/3+1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(strings.ToLower(typed), k); d < distance {
			best, distance = k, d
		}
	}
	return best
}

// checkCorporate reports a notice whose corporate notice is not clear.
func (r *resolver) checkCorporate(n *notices.Notice) {
	if named := r.notices[n.Corporate.Value]; named != nil && (!named.IsCorporate() || named.ID.Value == n.ID.Value) {
		r.report(notices.Finding{
			Rule: "corporate-notice-wrong", Severity: notices.Error, Pos: n.Corporate.Pos, Notice: n.ID.Value,
			Message: fmt.Sprintf("“%s” is not a corporate notice that this one can build on.", n.Corporate.Value),
			Fix:     "Name a notice that says “kind: corporate”, or take the line out.",
			Related: []notices.Related{{Pos: named.Pos, Message: "this is the notice that is named"}},
		})
	}
	if !n.Corporate.Said() && !n.IsCorporate() {
		r.checkOneCorporate(n)
	}
	if len(n.Inherits) > 0 && r.corporateOf(n) == nil && r.controllerKnown(n) {
		r.report(notices.Finding{
			Rule: "inherits-from-nothing", Severity: notices.Error, Pos: n.Inherits[0].Pos, Notice: n.ID.Value,
			Message: "This notice takes parts from a corporate notice, but its controller has none.",
			Fix:     "Add a notice with “kind: corporate” for the controller, or write the parts here.",
		})
	}
}

// controllerKnown reports whether a notice names a controller that exists. Without
// one, its corporate notice cannot be told, and another finding says why.
func (r *resolver) controllerKnown(n *notices.Notice) bool {
	return slices.ContainsFunc(n.Controller, func(ref notices.Ref) bool { return r.organisations[ref.Value] != nil })
}

func (r *resolver) checkOneCorporate(n *notices.Notice) {
	var found []*notices.Notice
	for _, ref := range n.Controller {
		found = append(found, r.corporate[ref.Value]...)
	}
	if len(found) < 2 {
		return
	}
	f := notices.Finding{
		Rule: "corporate-notice-unclear", Severity: notices.Error, Pos: n.Controller[0].Pos, Notice: n.ID.Value,
		Message: "The controller has more than one corporate notice, so it is not clear which one this notice builds on.",
		Fix:     "Add the one you mean:\ncorporate: " + found[0].ID.Value,
	}
	for _, c := range found {
		f.Related = append(f.Related, notices.Related{Pos: c.Pos, Message: "a corporate notice: " + c.ID.Value})
	}
	r.report(f)
}

func keys[V any](m map[string]V) map[string]bool {
	set := make(map[string]bool, len(m))
	for k := range m {
		set[k] = true
	}
	return set
}
