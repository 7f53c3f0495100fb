package rules

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// index finds content by what the rules look for, so that no rule goes through
// all notices for each of them.
type index struct {
	complete    map[string]*notices.Complete // all notices, by ID
	named       map[string]string            // IDs of notices by their folded titles and services; the first of each
	stems       []string                     // the names of the files that a link can lead to, without folder and ending, sorted
	files       map[string]string            // the first of these files by that name
	controllers map[string]string            // IDs of the controllers by the folder of the notices, all of which name that one

	takers map[string][]string // files of the notices that include a block, by the file of the block

	cookiePage bool // the site has a page on cookies

	set           *notices.Set
	organisations *[]*notices.Organisation // all; as long as it is the same list, with the same address
	reading       func() *reading          // every text, read when it is first asked for
}

func newIndex(set *notices.Set, was, is *Memory) *index {
	x := &index{
		set: set, organisations: is.organisations,
		complete: map[string]*notices.Complete{}, named: map[string]string{},
		files: map[string]string{}, takers: map[string][]string{},
		controllers: controllersByFolder(set),
		reading:     sync.OnceValue(func() *reading { return read(set, was, is) }),
	}
	x.cookiePage = slices.ContainsFunc(set.Corpus.Pages, func(p *notices.Page) bool {
		return aboutCookies.MatchString(p.ID.Value + " " + p.Title.Value)
	})
	for _, c := range set.Notices {
		x.complete[c.ID.Value] = c
		addFirst(x.named, folded(c.Title.Value), c.ID.Value)
		addFirst(x.named, folded(c.Service.Value), c.ID.Value)
		for _, b := range c.Included {
			file := b.Block.Pos.File
			x.takers[file] = append(x.takers[file], c.Pos.File)
			x.addTakers(set, c, b.Block.ID.Value)
		}
	}
	for _, f := range slices.Sorted(maps.Keys(set.Files)) {
		if linkable(set.Files[f]) {
			addFirst(x.files, stem(f), f)
		}
	}
	x.stems = slices.Sorted(maps.Keys(x.files))
	return x
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

// addTakers notes which translations of a notice include a block, by the file of
// the block's text in their language.
func (x *index) addTakers(set *notices.Set, c *notices.Complete, block string) {
	for _, lang := range slices.Sorted(maps.Keys(c.Translations)) {
		shared := set.Shared[lang]
		if shared == nil || shared.Blocks[block] == nil || !shared.Blocks[block].Body.Said() {
			continue
		}
		file := shared.Blocks[block].Body.Pos.File
		x.takers[file] = append(x.takers[file], c.Translations[lang].Pos.File)
	}
}

// markdown gives the Markdown of a file, or nil.
func (x *index) markdown(file string) *prose.Document {
	if t := x.reading().told[file]; t != nil {
		return t.doc
	}
	return nil
}

// sentencesIn gives what is stated in a file.
func (x *index) sentencesIn(file string) []sentence {
	if t := x.reading().told[file]; t != nil {
		return t.sentences()
	}
	return nil
}

func addFirst(m map[string]string, key, value string) {
	if _, taken := m[key]; !taken && key != "" {
		m[key] = value
	}
}

// validName matches the path of a file that load reads: no space, no capital, and
// one ending, so that it is no translation either.
var validName = regexp.MustCompile(`^[a-z0-9/-]+\.(md|yaml)$`)

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
