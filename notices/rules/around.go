package rules

import (
	"regexp"
	"slices"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/prose"
	"notices.example/notices/wording"
)

// around is all that a rule on a notice, or on a text, can look at besides that and
// the law: the rest of the content. It takes down what was asked and what the answer
// was, so that a later run knows whether the rule would see the same again. There is
// no other way from a Subject or a Text to other content, so nothing can be looked
// at unnoticed.
type around struct {
	index *index
	asked []note

	forSure []law.RightStatus // see rightsForSure; it hangs on the notice alone
	meant   *meant            // see Subject.meaning
}

// question is what a rule asked of the rest of the content.
type question struct {
	about aspect
	name  string
	pos   notices.Pos
	day   time.Time
}

// note is a question with its answer, which can be compared: things are known by
// their address, as the memories of load, inherit and this package keep them.
type note struct {
	question
	answer any
}

// aspect is what a question is about.
type aspect uint8

const (
	theOrganisation  aspect = iota // name: its ID
	allOrganisations               //
	theSite                        //
	aFile                          // name: its path
	theField                       // pos: of a value
	isRefused                      // pos: in the file; name: the path of the key
	theNotice                      // name: its ID
	isPublished                    // name: the ID of a notice; day: on which; no other question has one
	theNamed                       // name: a title or service, folded
	hasCookiePage                  //
	theTexts                       // name: of a file
	theController                  // name: of a folder
	theFields                      // name: of a file; all of theField and isRefused there
	siteLacks                      // whether the file of the site could not be read
	isCorporate                    // name: the ID of a notice; which corporate notice it builds on, and no more
	theCorporate                   // name: the ID of a notice; what it is held against of that corporate notice
	theReading                     // name: the ID of a notice; when its texts are read
	theNearFile                    // name: of a file that is not there
	hasPart                        // name: a file, # and an ID
	theParts                       // name: of a file
	theHeirs                       // name: an address
	wordsAllowed                   //
	wordsExplained                 //
	theLedger                      // name: the ID of a notice; what the ledger has of it
	hasLedger                      // whether the site keeps one that can be compared
	hasKept                        // name: the ID of a notice; whether words of it were kept
)

// answer gives the answer to a question. It is of one type for each aspect.
func (x *index) answer(q question) any {
	c := x.set.Corpus
	switch q.about {
	case theOrganisation:
		return x.set.Organisations[q.name]
	case allOrganisations:
		return x.organisations
	case theSite:
		return x.site()
	case aFile:
		return x.set.Files[q.name]
	case theField:
		return c.Fields.At(q.pos)
	case isRefused:
		return c.Fields.Refused(q.pos.File, q.name)
	case theNotice:
		return x.outlines[q.name]
	case isPublished:
		c := x.outlines[q.name]
		return c != nil && c.Standing(q.day) == notices.InForce
	case theNamed:
		return x.named[q.name]
	case hasCookiePage:
		return x.cookiePage
	case theController:
		return x.controllers[q.name]
	case theTexts:
		return x.told(q.name)
	}
	return x.answerOfText(q)
}

// answerOfText answers what is asked more about texts than about notices.
func (x *index) answerOfText(q question) any {
	switch q.about {
	case theFields:
		return x.fields[q.name]
	case siteLacks:
		return siteUnread(x.set.Corpus)
	case isCorporate:
		return x.corporateName(q.name)
	case theCorporate:
		return x.heldAgainst(q.name)
	case theReading:
		return x.whenRead(q.name)
	case theNearFile:
		return x.nearFile(q.name)
	case hasPart:
		return x.hasPart(q.name)
	case theParts:
		return x.parts(q.name)
	case theHeirs:
		return x.heirs[q.name]
	case wordsAllowed:
		return x.allowed
	case theLedger, hasLedger:
		return x.answerOfLedger(q)
	case hasKept:
		return len(x.set.Corpus.Archive[q.name]) > 0
	}
	return x.explained
}

// holds reports whether every question would be answered as it was.
func (x *index) holds(list []note) bool {
	return !slices.ContainsFunc(list, func(n note) bool { return x.answer(n.question) != n.answer })
}

// gist gives the questions of several lists, each once. Of the many about places in
// a file it makes one about the file: where that would be answered as it was, they
// would be too.
func (x *index) gist(lists ...[]note) []note {
	known := map[question]bool{}
	var gist []note
	for _, list := range lists {
		for _, n := range list {
			if n.about == theField || n.about == isRefused {
				n.question = question{about: theFields, name: n.pos.File}
				n.answer = x.answer(n.question)
			}
			if !known[n.question] {
				known[n.question] = true
				gist = append(gist, n)
			}
		}
	}
	return gist
}

// take gives what was asked since it was last called.
func (a *around) take() []note {
	list := a.asked
	a.asked = nil
	return list
}

// ask answers a question and takes both down.
func ask[T any](a *around, q question) T {
	answer := a.index.answer(q)
	if !a.index.notes {
		return answer.(T)
	}
	if same := (note{q, answer}); !slices.Contains(a.asked, same) {
		a.asked = append(a.asked, same)
	}
	return answer.(T)
}

// organisation gives the body with that ID, or nil.
func (a *around) organisation(id string) *notices.Organisation {
	return ask[*notices.Organisation](a, question{about: theOrganisation, name: id})
}

// organisations gives all bodies, in the order of their IDs.
func (a *around) organisations() []*notices.Organisation {
	return *ask[*[]*notices.Organisation](a, question{about: allOrganisations})
}

// bodies finds bodies by their names.
func (a *around) bodies() spellings {
	a.organisations()
	return a.index.bodies
}

// site gives what holds for the whole site; it is nil when its file could not be read.
func (a *around) site() *notices.Site { return ask[*notices.Site](a, question{about: theSite}) }

// file says what a content file defines; nothing of one that is not there.
func (a *around) file(path string) notices.ContentFile {
	if !a.index.notes {
		return a.index.set.Files[path]
	}
	return ask[notices.ContentFile](a, question{about: aFile, name: path})
}

// origin is Set.Origin.
func (a *around) origin(c *notices.Complete, p notices.Pos) (f notices.ContentFile, inherited bool) {
	if p.IsZero() {
		return a.file(c.Pos.File), false
	}
	f = a.file(p.File)
	return f, f.Kind != notices.NoticeFile || f.ID != c.ID.Value
}

// fieldAt is Fields.At.
func (a *around) fieldAt(p notices.Pos) string {
	return ask[string](a, question{about: theField, pos: p})
}

// refused is Fields.Refused.
func (a *around) refused(file, path string) bool {
	return ask[bool](a, question{about: isRefused, name: path, pos: notices.Pos{File: file}})
}

// notice gives what is to be seen of the notice with that ID, or nil.
func (a *around) notice(id string) *outline {
	return ask[*outline](a, question{about: theNotice, name: id})
}

// published reports whether there is a notice with that ID, which is published on the
// day. Where that is all that matters, other changes of it are none.
func (a *around) published(id string, day time.Time) bool {
	return ask[bool](a, question{about: isPublished, name: id, day: day})
}

// named gives the ID of the notice with that title or service, or nothing.
func (a *around) named(name string) string {
	return ask[string](a, question{about: theNamed, name: folded(name)})
}

// cookiePage reports whether the site has a page on cookies.
func (a *around) cookiePage() bool { return ask[bool](a, question{about: hasCookiePage}) }

// controllerIn gives the ID of the one controller that the notices in a folder name,
// or nothing where they differ or name none.
func (a *around) controllerIn(folder string) string {
	return ask[string](a, question{about: theController, name: folder})
}

// texts gives what is written in a file, or nil.
func (a *around) texts(file string) *told {
	return ask[*told](a, question{about: theTexts, name: file})
}

// markdown gives the Markdown of a file, or nil.
func (a *around) markdown(file string) *prose.Document {
	if t := a.texts(file); t != nil {
		return t.doc
	}
	return nil
}

// passages gives the words in a file, and sentences what they state.
func (a *around) passages(file string) []passage {
	if t := a.texts(file); t != nil {
		return t.passages
	}
	return nil
}

func (a *around) sentences(file string) []sentence {
	if t := a.texts(file); t != nil {
		return t.sentences()
	}
	return nil
}

// siteLacks reports whether the file of the site could not be read.
func (a *around) siteLacks() bool { return ask[bool](a, question{about: siteLacks}) }

// corporate gives the corporate notice that a notice builds on, or nil, with no more in
// it than heldAgainst gives; and corporateName its name and place.
func (a *around) corporate(id string) *notices.Notice {
	return ask[*notices.Notice](a, question{about: theCorporate, name: id})
}

func (a *around) corporateName(id string) corporateName {
	if !a.index.notes {
		return a.index.corporateName(id)
	}
	return ask[corporateName](a, question{about: isCorporate, name: id})
}

// whenRead gives when the texts of a notice are read.
func (a *around) whenRead(notice string) whenRead {
	return ask[whenRead](a, question{about: theReading, name: notice})
}

// nearFile gives the file that a link to one that is not there may have meant, or
// nothing.
func (a *around) nearFile(file string) string {
	return ask[string](a, question{about: theNearFile, name: file})
}

// hasPart reports whether a link may name that part of a file; and parts gives all
// that it may name, separated by spaces.
func (a *around) hasPart(file, id string) bool {
	return ask[bool](a, question{about: hasPart, name: file + "#" + id})
}

func (a *around) parts(file string) string {
	return ask[string](a, question{about: theParts, name: file})
}

// heirs gives the IDs of the notices that have taken over an address, separated by
// spaces.
func (a *around) heirs(address string) string {
	return ask[string](a, question{about: theHeirs, name: address})
}

// words gives the words that the site wants left alone, and those that it explains.
func (a *around) words() (allowed *regexp.Regexp, explained *wording.Acronyms) {
	return ask[*regexp.Regexp](a, question{about: wordsAllowed}), ask[*wording.Acronyms](a, question{about: wordsExplained})
}

// jurisdiction is Set.Jurisdiction. It needs no note: under another one nothing is
// used again.
func (a *around) jurisdiction() string { return a.index.set.Jurisdiction() }
