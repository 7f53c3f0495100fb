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
	complete    map[string]*notices.Complete // all notices, by ID
	titles      []string                     // of the notices, in their order, folded
	named       map[string]string            // IDs of notices by their folded titles and services; the first of each
	controllers map[string]string            // IDs of the controllers by the folder of the notices, all of which name that one

	cookiePage bool // the site has a page on cookies

	corporate map[string]*notices.Notice // what is held against notices of the corporate ones that they build on, by their IDs
	included  map[string][]string        // files of the blocks that a notice, or a translation of it, includes, by its file
	heirs     map[string]string          // IDs of the notices that have an address among their earlier ones

	set     *notices.Set
	day     time.Time // of the check
	notes   bool      // a later run may want to know what was asked
	reading *reading  // every text
	known
	hints func() map[string]string
}

func newIndex(set *notices.Set, all []seen, was, is *Memory) *index {
	x := &index{
		set: set, day: is.day,
		complete: make(map[string]*notices.Complete, len(all)), named: make(map[string]string, len(all)),
		included: map[string][]string{}, heirs: map[string]string{},
		controllers: controllersByFolder(set), corporate: make(map[string]*notices.Notice, len(all)),
		reading: read(set, was, is), known: was.known.next(set),
	}
	x.cookiePage = slices.ContainsFunc(set.Corpus.Pages, func(p *notices.Page) bool {
		return aboutCookies.MatchString(p.ID.Value + " " + p.Title.Value)
	})
	for i, c := range set.Notices {
		x.complete[c.ID.Value], x.corporate[c.ID.Value] = all[i].notice, x.heldAgainst(c.CorporateOf, was)
		x.titles = append(x.titles, all[i].title)
		addFirst(x.named, all[i].title, c.ID.Value)
		addFirst(x.named, all[i].service, c.ID.Value)
		for _, a := range c.Aliases {
			x.heirs[a.Value] += c.ID.Value + " "
		}
		for _, b := range c.Included {
			x.included[c.Pos.File] = append(x.included[c.Pos.File], b.Block.Pos.File)
			x.addIncluded(set, c, b.Block.ID.Value)
		}
	}
	x.hints = sync.OnceValue(x.findHints)
	return x
}

// concerned gives the ID of a notice, or nothing when there is no such notice.
func (x *index) concerned(notice string) string {
	if x.complete[notice] == nil {
		return ""
	}
	return notice
}

// controllersByFolder gives the controller that the notices of a folder agree on.
// A folder whose notices name several has none.
func controllersByFolder(set *notices.Set) map[string]string {
	m := map[string]string{}
	for _, c := range set.Notices {
		folder := path.Dir(c.Pos.File)
		for _, ref := range c.Controller {
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

// addIncluded notes the files of the words of a block in the translations of a notice
// that includes it.
func (x *index) addIncluded(set *notices.Set, c *notices.Complete, block string) {
	for lang, translation := range c.Translations {
		shared := set.Shared[lang]
		if shared == nil || shared.Blocks[block] == nil || !shared.Blocks[block].Body.Said() {
			continue
		}
		file := translation.Pos.File
		x.included[file] = append(x.included[file], shared.Blocks[block].Body.Pos.File)
	}
}

// corporateName is which corporate notice another one builds on; nothing when it
// builds on none.
type corporateName struct {
	id  string
	pos notices.Pos
}

// heldAgainst gives of a corporate notice what the rules hold against those that build
// on it: as long as that is the same, it is the same value.
func (x *index) heldAgainst(c *notices.Notice, was *Memory) *notices.Notice {
	if c == nil {
		return nil
	}
	if held := x.against[c.ID.Value]; held != nil {
		return held
	}
	held := &notices.Notice{
		Pos: c.Pos, ID: c.ID, Controller: c.Controller, Status: c.Status, Effective: c.Effective, Expires: c.Expires, Processing: c.Processing,
	}
	if old := was.known.against[c.ID.Value]; reflect.DeepEqual(old, held) {
		held = old
	}
	x.against[c.ID.Value] = held
	return held
}

func (x *index) corporateName(notice string) corporateName {
	c := x.corporate[notice]
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
