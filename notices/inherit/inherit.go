// Package inherit makes notices complete: it gives each notice the parts of the
// corporate notice it builds on, the shared blocks it includes, the basis of the
// notice as a whole for purposes that name none, and the bodies it names.
//
// It takes a corpus as load has read it and gives a set of complete notices. It
// copies values and never changes their Pos, so that the place of every value
// still says where it was written; the corpus itself is left as it was. What
// cannot be resolved is a finding, never an error.
package inherit

import (
	"slices"

	"notices.example/notices"
)

// Resolve makes every notice of the corpus complete, in each language it is
// written in. Only notices that could be read are in the set.
func Resolve(c *notices.Corpus) (*notices.Set, []notices.Finding) { return (*Memory)(nil).Resolve(c) }

// Resolve is the function Resolve, which uses again what m has of the last run. The
// result is the same.
func (m *Memory) Resolve(c *notices.Corpus) (*notices.Set, []notices.Finding) {
	r := newResolver(c, languageOf(c), newRun(m))
	set, made := r.resolve()
	services, written := servicesOf(set.Faces), r.written()
	for i, b := range made.all {
		id := b.ID.Value
		with := additions{services[id], made.translations[id], written[id]}
		set.Notices = append(set.Notices, r.memory.complete(b, set.Faces[i], with))
	}
	r.checkReferences()
	r.memory.is.last = &Last{r, made.others, services, r.memory.is.names}
	r.memory.done()
	notices.SortFindings(r.findings)
	return set, r.findings
}

// made is what a set is put together from.
type made struct {
	all          []*notices.Complete                   // in the main language
	translations map[string]map[string]*notices.Notice // by ID, then by language; nil for those in brief
	others       map[string]*resolver                  // by their languages
}

// resolve gives a set with the faces of the notices, and what these are made of.
func (r *resolver) resolve() (*notices.Set, made) {
	set := &notices.Set{Corpus: r.corpus, Organisations: r.organisations, Files: files(r.corpus)}
	var made made
	for _, n := range r.corpus.Notices {
		if !n.Brief {
			made.all = append(made.all, r.base(n))
		}
	}
	made.translations, made.others = r.translateAll(set)
	for _, b := range made.all {
		set.Faces = append(set.Faces, r.memory.face(b, made.translations[b.ID.Value]))
	}
	return set, made
}

// written gives the translations as they stand in their files, by the ID of the notice.
func (r *resolver) written() map[string][]*notices.Notice {
	written := map[string][]*notices.Notice{}
	for _, t := range r.corpus.Translations {
		written[t.ID.Value] = append(written[t.ID.Value], t)
	}
	return written
}

// resolver holds the look-ups of one Resolve.
type resolver struct {
	corpus        *notices.Corpus
	lang          string
	memory        *run
	organisations map[string]*notices.Organisation
	notices       map[string]*notices.Notice
	blocks        map[string]*notices.Block
	corporate     map[string][]*notices.Notice          // by controller
	whole         map[*notices.Notice]*notices.Complete // corporate notices with their blocks in place
	unknown       int                                   // references that lead nowhere
	named         []notices.Reference                   // of the value that is looked at
	findings      []notices.Finding
}

func newResolver(c *notices.Corpus, lang string, memory *run) *resolver {
	r := &resolver{
		corpus:        c,
		lang:          lang,
		memory:        memory,
		organisations: map[string]*notices.Organisation{},
		notices:       map[string]*notices.Notice{},
		blocks:        map[string]*notices.Block{},
		corporate:     map[string][]*notices.Notice{},
		whole:         map[*notices.Notice]*notices.Complete{},
	}
	r.among()
	for _, o := range c.Organisations {
		r.organisations[o.ID.Value] = o
	}
	for _, b := range c.Blocks {
		r.blocks[b.ID.Value] = b
	}
	for _, n := range c.Notices {
		r.notices[n.ID.Value] = n
		if !n.IsCorporate() {
			continue
		}
		for _, ref := range n.Controller {
			r.corporate[ref.Value] = append(r.corporate[ref.Value], n)
		}
	}
	for controller, all := range r.corporate { // a draft stands in no published notice's way
		if finished := slices.DeleteFunc(slices.Clone(all), (*notices.Notice).IsDraft); len(finished) > 0 {
			r.corporate[controller] = finished
		}
	}
	return r
}

// complete gives the notice with everything it relies on in place.
func (r *resolver) complete(n *notices.Notice) *notices.Complete {
	c := r.related(n)
	fillBasis(c)
	r.include(c)
	if c.CorporateOf != nil {
		r.inheritFrom(c, r.completeCorporate(c.CorporateOf, n))
	}
	fillOrigin(c)
	r.fillCountry(c)
	return c
}

// related gives the notice with the bodies it names, and the notice it builds on.
func (r *resolver) related(n *notices.Notice) *notices.Complete {
	c := &notices.Complete{Notice: *n, Written: n, CorporateOf: r.corporateOf(n)}
	for _, ref := range n.Controller {
		if o := r.organisations[ref.Value]; o != nil {
			c.Controllers = append(c.Controllers, o)
		}
	}
	return c
}

// completeCorporate gives the corporate notice with its own blocks in place. A
// corporate notice that builds on another one is taken as it stands, so that a
// circle ends.
func (r *resolver) completeCorporate(corporate, by *notices.Notice) *notices.Complete {
	if known := r.whole[corporate]; known != nil && corporate != by {
		return known
	}
	c := &notices.Complete{Notice: *corporate, Written: corporate}
	if corporate != by {
		r.include(c)
		r.whole[corporate] = c
	}
	return c
}

// corporateOf finds the corporate notice that a notice builds on: the one it
// names, or its controller's. Where a controller has several, checkCorporate
// reports it and the first is taken.
func (r *resolver) corporateOf(n *notices.Notice) *notices.Notice {
	if n.Corporate.Said() {
		if named := r.notices[n.Corporate.Value]; named != nil && n.ID.Value != n.Corporate.Value {
			return named
		}
		return nil
	}
	if n.IsCorporate() {
		return nil
	}
	for _, ref := range n.Controller {
		if found := r.corporate[ref.Value]; len(found) > 0 {
			return found[0]
		}
	}
	return nil
}

// servicesOf gives the notices that build on each corporate notice, by its ID.
func servicesOf(all []*notices.Face) map[string][]*notices.Face {
	services := map[string][]*notices.Face{}
	for _, f := range all {
		if f.CorporateOf != "" {
			services[f.CorporateOf] = append(services[f.CorporateOf], f)
		}
	}
	return services
}

// fillBasis gives the notice's basis to its own purposes that name none. One that
// names its ground in law enforcement needs none. Those of a shared block have to name theirs: nobody stated it of them. A basis that
// load has refused is given too, empty and with its place, so that it does not
// count as not written.
func fillBasis(c *notices.Complete) {
	if c.LawfulBasis.Pos.IsZero() {
		return
	}
	c.Purposes = filled(c.Purposes, func(p *notices.Purpose) bool {
		return p.LawfulBasis.Pos.IsZero() && p.LawEnforcementGround.Pos.IsZero()
	}, func(p *notices.Purpose) {
		p.LawfulBasis = c.LawfulBasis
		if !p.BasisInLaw.Said() {
			p.BasisInLaw = c.BasisInLaw
		}
	})
}

// filled gives a list whose items have what they lack. It is a list of its own if any
// item does, as that of the corpus must stay as it was.
func filled[T any](list []T, lacks func(*T) bool, fill func(*T)) []T {
	own := false
	for i := range list {
		if !lacks(&list[i]) {
			continue
		}
		if !own {
			list, own = slices.Clone(list), true
		}
		fill(&list[i])
	}
	return list
}

// fillOrigin says of each item that does not say it that the person gives it.
func fillOrigin(c *notices.Complete) {
	c.Data = filled(c.Data, func(d *notices.DataItem) bool { return !d.Origin.Said() }, func(d *notices.DataItem) {
		d.Origin = notices.Term{Value: "given", Pos: d.Pos}
	})
}

// fillCountry gives a recipient the country its organisation handles data in.
func (r *resolver) fillCountry(c *notices.Complete) {
	c.Recipients.Items = filled(c.Recipients.Items, func(to *notices.Recipient) bool {
		o := r.organisations[to.Organisation.Value]
		return o != nil && !to.Country.Said() && o.Country != to.Country
	}, func(to *notices.Recipient) {
		to.Country = r.organisations[to.Organisation.Value].Country
	})
}

// files says what each content file defines.
func files(c *notices.Corpus) map[string]notices.ContentFile {
	all := map[string]notices.ContentFile{}
	add := func(pos notices.Pos, kind notices.FileKind, id, title string) {
		all[pos.File] = notices.ContentFile{Path: pos.File, Kind: kind, ID: id, Title: title}
	}
	if c.Site != nil {
		add(c.Site.Pos, notices.SiteFile, "site", c.Site.Title.Value)
	}
	for _, o := range c.Organisations {
		add(o.Pos, notices.OrganisationFile, o.ID.Value, o.Name.Value)
	}
	for _, n := range slices.Concat(c.Notices, c.Translations) {
		add(n.Pos, notices.NoticeFile, n.ID.Value, n.Title.Value)
	}
	for _, s := range c.Shared {
		addShared(s, add)
	}
	for _, b := range c.Blocks {
		add(b.Pos, notices.BlockFile, b.ID.Value, b.Title.Value)
	}
	for _, p := range c.Pages {
		add(p.Pos, notices.PageFile, p.ID.Value, p.Title.Value)
	}
	for _, f := range c.Unread {
		all[f.Path] = f
	}
	return all
}

// addShared adds the files of translations of what notices share.
func addShared(s *notices.Shared, add func(pos notices.Pos, kind notices.FileKind, id, title string)) {
	if s.Site != nil {
		add(s.Site.Pos, notices.SiteFile, "site", s.Site.Title.Value)
	}
	for id, o := range s.Organisations {
		add(o.Pos, notices.OrganisationFile, id, o.Name.Value)
	}
	for id, b := range s.Blocks {
		add(b.Pos, notices.BlockFile, id, b.Title.Value)
	}
}

func (r *resolver) report(f notices.Finding) { r.findings = append(r.findings, f) }
