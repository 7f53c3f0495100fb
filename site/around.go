package site

import (
	"maps"
	"reflect"
	"slices"
	"time"

	"notices.example/notices"
)

// What the pages and files of a notice show of the rest of the site, they ask for
// with the methods below, which take down what was asked. A notice is planned again
// only when one of the answers is another.

// question is what the planning of a notice asked of the rest of the site.
type question struct {
	about aspect
	name  string
}

// aspect is what a question is about.
type aspect uint8

const (
	theAddress aspect = iota // whether there is a page, and whether it says only that it is not translated
	theNotice                // by ID: what others call it, and how it stands
	theSummary               // of a notice, by ID
	theFile                  // by path: what it defines
	theBody                  // by ID, in all languages
	theBlock                 // likewise
	theArchive               // by ID: the kept versions of a notice
	theAnchor                // where a recipient stands on the pages across notices, by language and id
)

func (p *plan) ask(about aspect, name string) {
	if p.asked != nil {
		p.asked[question{about, name}] = true
	}
}

// isPage reports whether there is a page or file at an address.
func (p *plan) isPage(address string) bool {
	p.ask(theAddress, address)
	return p.exists[address]
}

// isStub reports whether the page at an address says only that a notice is not
// translated.
func (p *plan) isStub(address string) bool {
	p.ask(theAddress, address)
	return p.stubs[address]
}

// hasEnded reports whether the page at an address says only that a notice has ended.
func (p *plan) hasEnded(address string) bool {
	p.ask(theAddress, address)
	return p.ended[address]
}

// other gives the notice with that ID, or nil when it is not published. Its title and
// how it stands may be shown; its summary is summaryHere's.
func (p *plan) other(id string) *notices.Face {
	p.ask(theNotice, id)
	return p.published[id]
}

// summaryHere gives a notice's summary in the language of this page, or in its own.
func (p *place) summaryHere(f *notices.Face) Text {
	p.ask(theSummary, f.ID.Value)
	words := &f.FaceText
	if t := f.Translations[p.lang]; t != nil {
		words = t
	}
	return p.tagged(words.Summary.Value, or(words.Summary.Lang, words.Lang))
}

// fileAt gives what a content file defines.
func (p *plan) fileAt(path string) (notices.ContentFile, bool) {
	p.ask(theFile, path)
	f, known := p.set.Files[path]
	return f, known
}

// bodyOf gives the body with that ID in the main language, or nil.
func (p *plan) bodyOf(id string) *notices.Organisation {
	p.ask(theBody, id)
	return p.set.Organisations[id]
}

// versionsOf gives the kept versions of the notice with that ID, the oldest first.
func (p *plan) versionsOf(id string) []*notices.Version {
	p.ask(theArchive, id)
	return p.set.Corpus.Archive[id]
}

// anchor gives the page on which a recipient stands with all that it is given.
func (p *plan) anchor(lang, id string) (page string, known bool) {
	p.ask(theAnchor, lang+" "+id)
	page, known = p.anchors[lang][id]
	return page, known
}

// surroundings are what stands around the notices in one run.
type surroundings struct {
	siteWide  siteWide
	subjects  map[string][]Link // by language
	exists    map[string]bool
	stubs     map[string]bool
	ended     map[string]bool
	published map[string]*notices.Face
	anchors   map[string]map[string]string
	set       *notices.Set
}

// siteWide is what pages of all notices show, or hang on. When it is other, all
// are planned again.
type siteWide struct {
	Day            time.Time
	Draft, Preview bool
	Law            string
	Base           string
	Style          string
	Languages      []inLang
}

// inLang is the part of it in one language.
type inLang struct {
	Lang          string
	Title, Banner Text
	Standard      []string
	Footer        []footerPage
	Terms         []Term
}

// surroundings takes them down as far as they are known: see planAll.
func (p *plan) surroundings() *surroundings {
	s := &surroundings{exists: p.exists, stubs: p.stubs, ended: maps.Clone(p.ended), published: p.published, anchors: p.anchors, set: p.set, subjects: map[string][]Link{}}
	if p.in.Memory != nil { // more are added in this run, and the next one is to know these
		s.exists, s.anchors = maps.Clone(p.exists), maps.Clone(p.anchors)
	}
	s.siteWide = siteWide{Day: p.in.Day, Draft: p.in.Draft, Preview: p.in.Preview, Law: p.jurisdiction, Base: p.base, Style: p.style.Path}
	for _, lang := range p.languages {
		here := p.at(inLanguage(homeAddress, lang, p.main), lang)
		in := inLang{
			Lang: lang, Title: here.siteTitle(), Banner: here.common(here.siteHere().Banner), Standard: p.standard, Footer: here.footerPages(), Terms: here.termsIn().terms,
		}
		for _, subject := range p.subjects[lang] {
			s.subjects[lang] = append(s.subjects[lang], Link{Text: Text{Value: subject.title}, Href: subject.name})
		}
		s.siteWide.Languages = append(s.siteWide.Languages, in)
	}
	return s
}

// since gives the questions to which the answer is another than it was.
func (s *surroundings) since(old *surroundings) map[question]bool {
	changed := map[question]bool{}
	differ(changed, theAddress, "", old.exists, s.exists, equal)
	differ(changed, theAddress, "", old.stubs, s.stubs, equal)
	differ(changed, theAddress, "", old.ended, s.ended, equal)
	differ(changed, theNotice, "", old.published, s.published, sameName)
	differ(changed, theSummary, "", old.published, s.published, sameSummary)
	differ(changed, theFile, "", old.set.Files, s.set.Files, equal)
	differ(changed, theBody, "", old.set.Organisations, s.set.Organisations, alike)
	differ(changed, theArchive, "", old.set.Corpus.Archive, s.set.Corpus.Archive, slices.Equal)
	for _, in := range s.siteWide.Languages { // they are those of the last run, or nothing is compared
		differ(changed, theAnchor, in.Lang+" ", old.anchors[in.Lang], s.anchors[in.Lang], equal)
		was, is := old.set.Shared[in.Lang], s.set.Shared[in.Lang]
		if was == nil {
			was = &notices.Shared{}
		}
		if is == nil {
			is = &notices.Shared{}
		}
		differ(changed, theBody, "", was.Organisations, is.Organisations, alike)
		differ(changed, theBlock, "", was.Blocks, is.Blocks, alike)
	}
	return changed
}

// differ adds a question about every key whose value is another, or is there in only
// one of the two.
func differ[T any](changed map[question]bool, about aspect, before string, old, now map[string]T, same func(a, b T) bool) {
	if reflect.ValueOf(old).Pointer() == reflect.ValueOf(now).Pointer() {
		return
	}
	for key, value := range now {
		if was, there := old[key]; !there || !same(was, value) {
			changed[question{about, before + key}] = true
		}
	}
	for key := range old {
		if _, still := now[key]; !still {
			changed[question{about, before + key}] = true
		}
	}
}

func equal[T comparable](a, b T) bool { return a == b }

func alike[T any](a, b *T) bool { return a == b || reflect.DeepEqual(a, b) }

// sameName reports whether the pages of any other notice show the same of two, but for
// the summary: what they are called, and how they stand.
func sameName(a, b *notices.Face) bool {
	sameTitle := func(a, b *notices.FaceText) bool {
		return a.Lang == b.Lang && a.Title.Lang == b.Title.Lang && a.Title.Value == b.Title.Value
	}
	return a == b || a.Status.Value == b.Status.Value && a.Effective == b.Effective && a.Expires == b.Expires && inEach(a, b, sameTitle)
}

// sameSummary reports whether two notices have one summary, in all languages.
func sameSummary(a, b *notices.Face) bool {
	return a == b || inEach(a, b, func(a, b *notices.FaceText) bool {
		return a.Lang == b.Lang && a.Summary.Lang == b.Summary.Lang && a.Summary.Value == b.Summary.Value
	})
}

// inEach reports whether two notices are in the same languages, and alike in each.
func inEach(a, b *notices.Face, alike func(a, b *notices.FaceText) bool) bool {
	return alike(&a.FaceText, &b.FaceText) && maps.EqualFunc(a.Translations, b.Translations, alike)
}

// sameNotice reports whether all that the pages of a notice show of the notice itself
// is the same. Of the corporate notice and of those that build on it, it has their
// IDs: the rest is asked for.
func sameNotice(a, b *notices.Complete) bool {
	if a == b {
		return true
	}
	sameID := func(a, b *notices.Face) bool { return a.ID.Value == b.ID.Value }
	if (a.CorporateOf == nil) != (b.CorporateOf == nil) || a.CorporateOf != nil && a.CorporateOf.ID.Value != b.CorporateOf.ID.Value || !slices.EqualFunc(a.Services, b.Services, sameID) {
		return false
	}
	first, second := *a, *b
	for _, c := range []*notices.Complete{&first, &second} {
		c.Written, c.WrittenIn, c.CorporateOf, c.Services = nil, nil, nil, nil
	}
	return reflect.DeepEqual(&first, &second)
}
