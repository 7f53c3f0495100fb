package rules

import (
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// index finds content by what the rules look for, so that no rule goes through
// all notices for each of them.
type index struct {
	order       []*outline          // all notices, in the order of their IDs
	outlines    map[string]*outline // by ID
	named       map[string]string   // IDs of notices by their folded titles and services; the first of each
	controllers map[string]string   // IDs of the controllers by the folder of the notices, all of which name that one

	cookiePage bool // the site has a page on cookies

	heirs map[string]string // IDs of the notices that have an address among their earlier ones

	set    *notices.Set
	day    time.Time // of the check
	notes  bool      // a later run may want to know what was asked
	shared *reading  // every text that several notices share
	own    *reading  // those of the notices that are looked at; nil when none is yet
	apart  *apart    // the headings of others
	known
	hints func() map[string]string
}

func newIndex(set *notices.Set, order []*outline, was, is *Memory) *index {
	x := &index{
		set: set, day: is.day, order: order,
		outlines: make(map[string]*outline, len(order)), named: make(map[string]string, len(order)), heirs: map[string]string{},
		controllers: controllersByFolder(set), shared: read(set, was, is), apart: &apart{}, known: was.known.next(set),
	}
	x.cookiePage = slices.ContainsFunc(set.Corpus.Pages, func(p *notices.Page) bool {
		return aboutCookies.MatchString(p.ID.Value + " " + p.Title.Value)
	})
	for _, o := range order {
		x.outlines[o.ID.Value] = o
		addFirst(x.named, o.title, o.ID.Value)
		addFirst(x.named, o.service, o.ID.Value)
		for _, a := range o.Aliases {
			x.heirs[a.Value] += o.ID.Value + " "
		}
	}
	x.holdAgainst(was)
	x.hints = sync.OnceValue(x.findHints)
	return x
}

// with gives the index for notices with these texts.
func (x *index) with(own *reading) *index {
	those := *x
	those.own = own
	those.hints = sync.OnceValue(those.findHints)
	return &those
}

// told gives what is written in a file, or nil when it is not among the texts.
func (x *index) told(file string) *told {
	if x.own != nil {
		if t := x.own.told[file]; t != nil {
			return t
		}
	}
	return x.shared.told[file]
}

// textFiles gives all files that are read, those of notices first.
func (x *index) textFiles() []string {
	if x.own == nil {
		return x.shared.files
	}
	return slices.Concat(x.own.files, x.shared.files)
}

// concerned gives the ID of a notice, or nothing when there is no such notice.
func (x *index) concerned(notice string) string {
	if x.outlines[notice] == nil {
		return ""
	}
	return notice
}

// includedIn gives the files of the blocks that stand on the page of a file.
func (x *index) includedIn(file string) []string {
	if o := x.outlines[x.set.Files[file].ID]; o != nil {
		return o.included[file]
	}
	return nil
}

// controllersByFolder gives the controller that the notices of a folder agree on.
// A folder whose notices name several has none.
func controllersByFolder(set *notices.Set) map[string]string {
	m := map[string]string{}
	for _, f := range set.Faces {
		folder := path.Dir(f.Pos.File)
		for _, ref := range f.Controller {
			if id, said := m[folder]; said && id != ref.Value || set.Organisations[ref.Value] == nil {
				m[folder] = ""
				break
			}
			m[folder] = ref.Value
		}
	}
	return m
}

// site gives what holds for the whole site, or nil when its file could not be read:
// what is missing from it then may well be written there.
func (x *index) site() *notices.Site {
	if siteUnread(x.set.Corpus) {
		return nil
	}
	return x.set.Corpus.Site
}

func siteUnread(c *notices.Corpus) bool {
	return slices.ContainsFunc(c.Unread, func(f notices.ContentFile) bool { return f.Kind == notices.SiteFile })
}

// corporateName is which corporate notice another one builds on; nothing when it
// builds on none.
type corporateName struct {
	id  string
	pos notices.Pos
}

// holdAgainst takes of each corporate notice what the rules hold against those that
// build on it: as long as that is the same, it is the same value.
func (x *index) holdAgainst(was *Memory) {
	builtOn := map[string]bool{}
	for _, o := range x.order {
		builtOn[o.CorporateOf] = true
	}
	for _, c := range x.set.Corpus.Notices {
		if !builtOn[c.ID.Value] {
			continue
		}
		held := &notices.Notice{
			Pos: c.Pos, ID: c.ID, Controller: c.Controller, Status: c.Status, Effective: c.Effective, Expires: c.Expires, Processing: c.Processing,
		}
		if old := was.known.against[c.ID.Value]; reflect.DeepEqual(old, held) {
			held = old
		}
		x.against[c.ID.Value] = held
	}
}

// heldAgainst gives what is held against a notice, or nil when it builds on no other.
func (x *index) heldAgainst(notice string) *notices.Notice {
	o := x.outlines[notice]
	if o == nil {
		return nil
	}
	return x.against[o.CorporateOf]
}

func (x *index) corporateName(notice string) corporateName {
	c := x.heldAgainst(notice)
	if c == nil {
		return corporateName{}
	}
	return corporateName{c.ID.Value, c.Pos}
}

func addFirst(m map[string]string, key, value string) {
	if _, taken := m[key]; !taken && key != "" {
		m[key] = value
	}
}

// validName matches the path of a file that load reads: no space, no capital, and
// one ending, so that it is no translation either.
var validName = pattern.MustCompile(`^[a-z0-9/-]+\.(md|yaml)$`)

// linkable reports whether a link can lead to a file: whether a page is made of it.
func linkable(f notices.ContentFile) bool {
	switch f.Kind {
	case notices.NoticeFile, notices.PageFile, notices.OrganisationFile:
		return validName.MatchString(f.Path)
	}
	return false
}

// stem gives the name of a file without folder and endings, as a file of the site
// would have it: “Parking Permits.md.txt” is parking-permits.
func stem(file string) string {
	name, _, _ := strings.Cut(path.Base(file), ".")
	return strings.Join(strings.Fields(strings.ToLower(name)), "-")
}
