package notices

import (
	"iter"
	"slices"
	"strings"
	"time"
)

// Set is a corpus with every notice made complete: what rules check and site
// shows. inherit.Resolve makes it.
type Set struct {
	Corpus        *Corpus
	Faces         []*Face                  // of all notices, in the order of the IDs
	Notices       []*Complete              // in the main language, in the order of the IDs; those that are there as a whole
	Organisations map[string]*Organisation // by ID
	Files         map[string]ContentFile   // what each content file defines
	Shared        map[string]*Shared       // what notices share, by language; of a language without translations nothing
	Completer     Completer                // makes notices whole that are not among these; nil when all are
}

// Completer makes notices complete whenever they are needed.
type Completer interface {
	// Complete gives the notices with these faces, in their order. The error is for
	// trouble of the machine, and for files that were changed meanwhile.
	Complete(faces []*Face) ([]*Complete, error)
}

// Organisation gives the body with that ID in a language, or nil when there is none.
func (s *Set) Organisation(id, lang string) *Organisation {
	if shared := s.Shared[lang]; shared != nil && shared.Organisations[id] != nil {
		return shared.Organisations[id]
	}
	return s.Organisations[id]
}

// Complete is a notice with all it relies on in place: the parts inherited from
// the corporate notice, the shared blocks it includes, the basis of the notice
// as a whole given to the purposes that name none, and the bodies it names. Each
// value keeps the place it was written at, so Set.Origin tells where it is from.
type Complete struct {
	Notice                          // with everything filled in
	Written      *Notice            // as it stands in its own file; never nil
	WrittenIn    []*Notice          // its translations as they stand in theirs
	Controllers  []*Organisation    // those that were found; no item is nil
	CorporateOf  *Notice            // the corporate notice it builds on; nil when there is none
	Services     []*Face            // of a corporate notice: the notices that build on it
	Included     []IncludedBlock    // the shared blocks, in the order they are named
	Translations map[string]*Notice // complete notices by language tag, facts as here
}

// IncludedBlock is a shared block as one notice includes it.
type IncludedBlock struct {
	Block   *Block // never nil
	Because Text
}

// ContentFile says what a content file defines.
type ContentFile struct {
	Path  string
	Kind  FileKind
	ID    string
	Title string
}

// FileKind is the kind of thing a content file defines.
type FileKind string

// The kinds of content file.
const (
	SiteFile         FileKind = "site"
	OrganisationFile FileKind = "organisation"
	NoticeFile       FileKind = "notice"
	BlockFile        FileKind = "block"
	PageFile         FileKind = "page"
	GlossaryFile     FileKind = "glossary"
	BaselineFile     FileKind = "baseline"
	LedgerFile       FileKind = "ledger"
	VersionFile      FileKind = "version"
)

// Origin gives the file a value was written in, and whether that is a file of
// something else than the notice: whether the value is inherited. The files of a
// notice's languages all count as its own.
func (s *Set) Origin(c *Complete, p Pos) (f ContentFile, inherited bool) {
	if p.IsZero() {
		return s.Files[c.Pos.File], false
	}
	f = s.Files[p.File]
	return f, f.Kind != NoticeFile || f.ID != c.ID.Value
}

// Face gives what others see of the notice with that ID, or nil when there is none.
func (s *Set) Face(id string) *Face {
	i, there := slices.BinarySearchFunc(s.Faces, id, func(f *Face, id string) int { return strings.Compare(f.ID.Value, id) })
	if !there {
		return nil
	}
	return s.Faces[i]
}

// Whole gives notices with all that is in them, in the order of their faces. They may
// be made anew each time, so take some at a time and keep none. The error is that of
// a Completer.
func (s *Set) Whole(faces []*Face) ([]*Complete, error) {
	if s.Completer != nil {
		return s.Completer.Complete(faces)
	}
	list := make([]*Complete, len(faces))
	for i, f := range faces {
		at, _ := slices.BinarySearchFunc(s.Notices, f.ID.Value, func(c *Complete, id string) int { return strings.Compare(c.ID.Value, id) })
		list[i] = s.Notices[at]
	}
	return list, nil
}

// atATime is how many notices Portions gives at once: few, so that no more of a large
// site is in memory, and enough for all processors.
const atATime = 64

// Portions gives all notices as a whole, some at a time, in the order of their IDs. It
// ends with the first error.
func (s *Set) Portions() iter.Seq2[[]*Complete, error] { return s.PortionsOf(s.Faces) }

// PortionsOf is Portions for some of the notices, in their order.
func (s *Set) PortionsOf(faces []*Face) iter.Seq2[[]*Complete, error] {
	return func(yield func([]*Complete, error) bool) {
		for some := range slices.Chunk(faces, atATime) {
			list, err := s.Whole(some)
			if !yield(list, err) || err != nil {
				return
			}
		}
	}
}

// MarkUnpublished marks the findings in the files of drafts, and of notices that
// have expired on the day, whichever package made them: what is wrong there keeps
// nothing from being published.
func (s *Set) MarkUnpublished(findings []Finding, day time.Time) {
	standings := map[string]Standing{} // by file
	for _, f := range s.Faces {
		standing := f.Standing(day)
		standings[f.Pos.File] = standing
		for _, t := range f.Translations {
			standings[t.Pos.File] = standing
		}
	}
	for i := range findings {
		f := &findings[i]
		standing := standings[f.Pos.File]
		f.Draft, f.Ended = f.Draft || standing == Draft, f.Ended || standing == Expired
	}
}

// Jurisdiction is whose law the site is under: the one it names, or uk.
func (s *Set) Jurisdiction() string {
	if s.Corpus.Site == nil || !s.Corpus.Site.Law.Said() {
		return "uk"
	}
	return s.Corpus.Site.Law.Value
}

// Articles reports which of Articles 13 and 14 apply. Data given by the person
// or observed of them brings 13, data from anyone or anywhere else brings 14. A
// notice that lists no data and no source is held to 13, the plainer case.
func (c *Complete) Articles() (thirteen, fourteen bool) {
	fourteen = len(c.Sources.Items) > 0
	for _, d := range c.Data {
		switch {
		case d.FromPerson():
			thirteen = true
		case d.Origin.Is("obtained"):
			fourteen = true
		}
	}
	return thirteen || !fourteen, fourteen
}

// PurposesUsing gives the purposes that use the data item, in order.
func (c *Complete) PurposesUsing(item string) []Purpose {
	var using []Purpose
	for _, p := range c.Purposes {
		if Refers(p.Data, item) {
			using = append(using, p)
		}
	}
	return using
}

// DataItem gives the data item with that ID, and whether there is one.
func (c *Complete) DataItem(id string) (DataItem, bool) {
	for i := range c.Data {
		if c.Data[i].ID.Value == id {
			return c.Data[i], true
		}
	}
	return DataItem{}, false
}

// Uses reports whether a purpose rests on one of the lawful bases.
func (c *Complete) Uses(bases ...string) bool {
	for _, p := range c.Purposes {
		if p.LawfulBasis.Is(bases...) {
			return true
		}
	}
	return false
}

// Refers reports whether one of the references names that ID.
func Refers(refs []Ref, id string) bool {
	for _, r := range refs {
		if r.Value == id {
			return true
		}
	}
	return false
}
