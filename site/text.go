package site

import (
	"html/template"
	"regexp"
	"strings"

	"notices.example/notices"
	"notices.example/notices/law"
)

// Text is words on a page. Lang is set where they are in another language than
// the page. Before and Note stand before and behind them, in the page's language.
type Text struct {
	Value  string
	Lang   string
	Before string
	Note   string
	Runs   *Runs // the same in pieces, where words of it lead to an explanation; else nil
}

// plainText gives words in the language of the page.
func plainText(words string) Text { return Text{Value: words} }

// Said reports whether there are any words.
func (t Text) Said() bool { return t.Value != "" }

// Link is words that lead somewhere; Href is empty when they cannot.
type Link struct {
	Text Text
	Href string
}

// Said reports whether there are any words.
func (l Link) Said() bool { return l.Text.Said() }

// place is where words stand: on one page, in one language.
type place struct {
	*plan
	at    string // the page's address
	lang  string
	words *Words
	own   string // the language of texts that do not name theirs, when it is not the page's
}

// text gives words of the page's own content.
func (p *place) text(t notices.Text) Text { return p.tagged(t.Value, or(t.Lang, p.own)) }

// common gives words of content that several notices share: in the main language,
// unless they name another one.
func (p *place) common(t notices.Text) Text {
	if t.Lang != "" {
		return p.text(t)
	}
	return p.tagged(t.Value, p.main)
}

// fact gives words that are of no language, such as names.
func (p *place) fact(t notices.Text) Text { return p.tagged(t.Value, t.Lang) }

func (p *place) tagged(value, lang string) Text {
	if lang == p.lang || value == "" {
		lang = ""
	}
	return Text{Value: value, Lang: lang}
}

func (p *place) texts(list []notices.Text) []Text {
	return mapTo(list, p.text)
}

// wording gives words of the law.
func (p *place) wording(w law.Wording) Text {
	value, lang := w.In(p.lang)
	return p.tagged(value, lang)
}

// label gives the interface's word for a term.
func (p *place) label(list string, t notices.Term) string {
	if !t.Said() {
		return ""
	}
	return p.words.Label(list, t.Value)
}

func (p *place) labels(list string, terms []notices.Term) []string {
	return mapTo(terms, func(t notices.Term) string { return p.label(list, t) })
}

// to gives the link from this page to another page of the site. On a page in
// another language it leads to the other page in that language, if there is one.
func (p *place) to(address string) string {
	if translated := inLanguage(address, p.lang, p.main); p.isPage(translated) {
		address = translated
	}
	if p.at == notFoundAddress && p.root != "" {
		return p.root + address
	}
	return relative(p.at, address)
}

// toPart gives the link to a part of another page. The page that says that a
// notice is not translated has no such parts; the notice itself has them. The page that
// says that a notice has ended has none.
func (p *place) toPart(address, fragment string) string {
	if fragment != "" && p.hasEnded(address) {
		return p.to(address)
	}
	if fragment != "" && p.isStub(inLanguage(address, p.lang, p.main)) {
		return relative(p.at, address) + fragment
	}
	return p.to(address) + fragment
}

// organisation gives a body's name and the link to its page.
func (p *place) organisation(r notices.Ref) Link {
	o := p.bodyOf(r.Value)
	if o == nil {
		return Link{}
	}
	return Link{Text: p.nameOf(o), Href: p.to(organisationAddress(o.ID.Value))}
}

// nameOf gives a body's name. Where it has none, its ID stands for it: no link is
// without words.
func (p *place) nameOf(o *notices.Organisation) Text {
	if name := p.bodyHere(o).Name; name.Said() {
		return p.fact(name)
	}
	return Text{Value: o.ID.Value}
}

// textOr gives words of the page's own content, or the ID that stands for them.
func (p *place) textOr(t notices.Text, id notices.ID) Text {
	if t.Said() {
		return p.text(t)
	}
	return Text{Value: id.Value}
}

// notice gives a notice's title and the link to it, when it is published.
func (p *place) notice(id string) (Link, bool) {
	f := p.other(id)
	if f == nil {
		return Link{}, false
	}
	return Link{Text: p.title(f), Href: p.to(noticeAddress(id))}, true
}

// title gives a notice's title in the language of this page, if it has one. One
// that is not translated says so.
func (p *place) title(f *notices.Face) Text {
	if t := f.Translations[p.lang]; t != nil {
		return p.tagged(or(t.Title.Value, f.ID.Value), or(t.Title.Lang, t.Lang))
	}
	return p.marked(f, p.tagged(or(f.Title.Value, f.ID.Value), f.Lang))
}

// marked says behind the name of a notice which language it is in, when it is not
// translated into that of this page.
func (p *place) marked(f *notices.Face, name Text) Text {
	if p.untranslated(f.ID.Value, p.lang) {
		name.Note = p.words.Translation.Languages[p.main]
	}
	return name
}

// lines gives a text that stands on several lines.
func lines(t notices.Text) []string {
	var all []string
	for line := range strings.Lines(t.Value) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

var (
	plainEmail = regexp.MustCompile(`^[A-Za-z0-9.!#$&'*+/=_-]+@[A-Za-z0-9.-]+$`)
	plainPhone = regexp.MustCompile(`^\+?[0-9]{3,15}$`)
	separators = strings.NewReplacer(" ", "", "-", "", "(", "", ")", "", "\u00a0", "")
)

// mailto gives the link of an email address. html/template would let any address
// through; this lets only a plain one through.
func mailto(e notices.Email) template.URL {
	if !plainEmail.MatchString(e.Value) {
		return ""
	}
	return template.URL("mailto:" + e.Value)
}

// tel gives the link of a telephone number, which html/template does not allow
// as a plain text. A number with anything but digits and separators has no link.
func tel(n notices.Phone) template.URL {
	number := n.Value
	if strings.HasPrefix(number, "+") {
		number = strings.Replace(number, "(0)", "", 1) // dialled only inside the country
	}
	digits := separators.Replace(number)
	if !plainPhone.MatchString(digits) {
		return ""
	}
	return template.URL("tel:" + digits)
}

// brief gives as many values as fit in a number of characters, at least one, and
// how many are left.
func brief(values []Link, limit int) (shown []Link, left int) {
	length := 0
	for i, v := range values {
		length += len([]rune(v.Text.Value)) + 3
		if i > 0 && length > limit {
			return values[:i], len(values) - i
		}
	}
	return values, 0
}
