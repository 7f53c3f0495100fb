package site

import (
	"maps"
	"reflect"
	"slices"
	"time"

	"notices.example/notices"
)

// planned is what was planned of one notice, and from what: its pages in all
// languages, the findings about them, its files of data.
type planned struct {
	notice   *notices.Complete
	listed   []*notices.Complete // those that it lists with their summaries
	about    []notices.Finding
	pages    []page
	findings []notices.Finding
	files    []File // nil until they are asked for
}

// surroundings is all that the pages of a notice can show besides the notice
// itself and those that it lists: see listedBy. As long as it is the same, only notices that are others are planned
// again.
type surroundings struct {
	Day           time.Time
	Draft         bool
	Preview       bool
	Site          *notices.Site
	Organisations []*notices.Organisation
	Glossary      []notices.GlossaryTerm
	Shared        map[string]*notices.Shared
	Files         map[string]notices.ContentFile
	Exists        map[string]bool
	Stubs         map[string]bool
	Style         string
	Subjects      []Link
	Anchors       map[string]map[string]string
	Pages         []face
	Notices       []face
}

// face is what the pages of any other notice show of a notice or page.
type face struct {
	ID, Lang, Title    string
	Draft              bool
	Effective, Expires notices.Date
	Titles             map[string]string // by the language of the translation
}

// surroundings takes them down, once every address is known.
func (p *plan) surroundings() *surroundings {
	c := p.set.Corpus
	s := &surroundings{
		Day: p.in.Day, Draft: p.in.Draft, Preview: p.in.Preview, Site: p.site, Organisations: c.Organisations, Glossary: c.Glossary,
		Shared: p.set.Shared, Files: p.set.Files, Exists: maps.Clone(p.exists), Stubs: p.stubs, Style: p.style.Path, Anchors: p.anchors,
	}
	for _, index := range p.search {
		delete(s.Exists, index.Path) // its address tells of every word of the site, and no notice leads there
	}
	for _, lang := range p.languages {
		for _, subject := range p.subjects[lang] {
			s.Subjects = append(s.Subjects, Link{Text: Text{Value: subject.title, Lang: lang}, Href: subject.name})
		}
	}
	for _, page := range c.Pages {
		s.Pages = append(s.Pages, face{ID: page.ID.Value, Lang: page.Lang, Title: page.Title.Value})
	}
	for _, n := range p.order {
		f := face{ID: n.ID.Value, Lang: n.Lang, Title: n.Title.Value, Draft: n.IsDraft(), Effective: n.Effective, Expires: n.Expires, Titles: map[string]string{}}
		for lang, t := range n.Translations {
			f.Titles[lang] = t.Title.Lang + ":" + t.Title.Value
		}
		s.Notices = append(s.Notices, f)
	}
	return s
}

// look compares what stands around the notices with the last run. When it is
// other, nothing that was planned then can be used again.
func (p *plan) look() {
	p.around = p.surroundings()
	p.known = p.memory.planned
	if !reflect.DeepEqual(p.memory.around, p.around) {
		p.known = nil
	}
	p.kept = make(map[string]*planned, len(p.order))
}

// planAgain plans the pages of a notice, or takes those of the last run.
func (p *plan) planAgain(c *notices.Complete) {
	id := c.ID.Value
	made, listed := p.known[id], p.listedBy(c)
	if made == nil || made.notice != c || !slices.Equal(made.listed, listed) || !reflect.DeepEqual(made.about, p.about[id]) {
		pages, findings := p.pages, p.findings
		p.pages, p.findings = nil, nil
		p.planNotice(c)
		made = &planned{notice: c, listed: listed, about: p.about[id], pages: p.pages, findings: p.findings}
		p.pages, p.findings = pages, findings
	}
	p.kept[id] = made
	p.pages = append(p.pages, made.pages...)
	for _, f := range made.findings {
		p.findings = addOnce(p.findings, f)
	}
}

// listedBy gives the notices whose summaries stand on the page of a notice: see
// services. What is not published is nil.
func (p *plan) listedBy(c *notices.Complete) (list []*notices.Complete) {
	for _, covered := range c.Covers {
		list = append(list, p.published[covered.Notice.Value])
	}
	for _, n := range c.Services {
		list = append(list, p.published[n.ID.Value])
	}
	return list
}

// dataFiles gives the files of data of a notice, made once.
func (p *plan) dataFiles(c *notices.Complete) ([]File, error) {
	made := p.kept[c.ID.Value]
	if made.files != nil {
		return made.files, nil
	}
	var files []File
	for _, lang := range p.languagesOf(c) {
		f, err := p.edition(c, lang).dataFile()
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	made.files = files
	return files, nil
}
