package rules

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// around is all that a rule on a notice can look at besides the notice and the law:
// the rest of the content. It takes down what was asked and what the answer was, so
// that a later run knows whether the rule would see the same again. There is no
// other way from a Subject to other content, so nothing can be looked at unnoticed.
type around struct {
	index *index
	asked []note
}

// question is what a rule asked of the rest of the content.
type question struct {
	about aspect
	name  string
	pos   notices.Pos
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
	theNamed                       // name: a title or service, folded
	hasCookiePage                  //
	theTexts                       // name: of a file
	theController                  // name: of a folder
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
		return x.complete[q.name]
	case theNamed:
		return x.named[q.name]
	case hasCookiePage:
		return x.cookiePage
	case theController:
		return x.controllers[q.name]
	}
	return x.reading().told[q.name]
}

// holds reports whether every question would be answered as it was.
func (x *index) holds(list []note) bool {
	return !slices.ContainsFunc(list, func(n note) bool { return x.answer(n.question) != n.answer })
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

// site gives what holds for the whole site; it is nil when its file could not be read.
func (a *around) site() *notices.Site { return ask[*notices.Site](a, question{about: theSite}) }

// origin is Set.Origin.
func (a *around) origin(c *notices.Complete, p notices.Pos) (f notices.ContentFile, inherited bool) {
	if p.IsZero() {
		return ask[notices.ContentFile](a, question{about: aFile, name: c.Pos.File}), false
	}
	f = ask[notices.ContentFile](a, question{about: aFile, name: p.File})
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

// notice gives the notice with that ID, or nil.
func (a *around) notice(id string) *notices.Complete {
	return ask[*notices.Complete](a, question{about: theNotice, name: id})
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
