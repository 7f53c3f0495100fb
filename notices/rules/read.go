package rules

import (
	"cmp"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// passage is words as a reader meets them: a paragraph of a body, or a text of
// the front matter.
type passage struct {
	Text    string // one line; quotations, code and addresses are blank
	Written string // the same with nothing blank, offset for offset
	Notice  string // the ID of the notice it stands in; "" for what several share
	About   string // the ID of the purpose, data item or recipient it is part of
	Key     string // the key of the field it stands in, such as "purpose", "criteria", "name"; "body" for Markdown
	Section string // for a body: the id of the nearest heading above it, "" before the first
	Heading bool   // it is a heading
	written placed
}

// placed is a text that knows where it is written.
type placed interface {
	Place(start, stop int) notices.Pos
}

// place gives the place of a part of the passage.
func (p *passage) place(start, stop int) notices.Pos { return p.written.Place(start, stop) }

// bodyKey is the key of every Markdown text.
const bodyKey = "body"

// english is the language that passages are read in.
const english = "en"

// reading is texts, read once for all rules.
type reading struct {
	files []string         // in the order they are read
	told  map[string]*told // by file

	unread  []unread // what add has come upon
	was, is *Memory
}

// unread is a value that no earlier run has read.
type unread struct {
	key   pieceKey
	body  notices.Markdown
	piece *piece
}

// readNotices reads the content files of notices, and of their translations.
func (r *run) readNotices(list []*notices.Complete) *reading {
	texts := newReading(r.was, r.is)
	for _, c := range list {
		texts.addNotice(c.Written)
	}
	for _, c := range list {
		for _, t := range c.WrittenIn {
			texts.addNotice(t)
		}
	}
	texts.settle()
	return texts
}

func newReading(was, is *Memory) *reading {
	return &reading{told: map[string]*told{}, was: was, is: is}
}

func (r *reading) addNotice(n *notices.Notice) {
	r.add(source{n.Pos.File, n.ID.Value, n.Lang}, n, n.Body)
}

// read reads the content files of a set that are no notice's.
func read(set *notices.Set, was, is *Memory) *reading {
	r := newReading(was, is)
	c := set.Corpus
	main := english
	if c.Site != nil {
		main = c.Site.Language()
		r.add(source{file: c.Site.Pos.File, lang: main}, c.Site, notices.Markdown{})
	}
	for _, t := range c.Translations {
		if set.Face(t.ID.Value) == nil { // it translates nothing
			r.addNotice(t)
		}
	}
	for _, b := range c.Blocks {
		r.add(source{file: b.Pos.File, lang: main}, b, b.Body)
	}
	for _, p := range c.Pages {
		r.add(source{file: p.Pos.File, lang: p.Lang}, p, p.Body)
	}
	for _, o := range c.Organisations {
		r.add(source{file: o.Pos.File, lang: main}, o, notices.Markdown{})
	}
	for i := range c.Glossary {
		term := &c.Glossary[i]
		r.add(source{file: term.Pos.File, lang: main}, term, notices.Markdown{})
	}
	for _, shared := range c.Shared {
		r.addShared(shared)
	}
	r.settle()
	return r
}

// addShared reads the translations of what notices share.
func (r *reading) addShared(s *notices.Shared) {
	if s.Site != nil {
		r.add(source{file: s.Site.Pos.File, lang: s.Lang}, s.Site, notices.Markdown{})
	}
	for _, id := range slices.Sorted(maps.Keys(s.Organisations)) {
		o := s.Organisations[id]
		r.add(source{file: o.Pos.File, lang: s.Lang}, o, notices.Markdown{})
	}
	for _, id := range slices.Sorted(maps.Keys(s.Blocks)) {
		b := s.Blocks[id]
		r.add(source{file: b.Pos.File, lang: s.Lang}, b, b.Body)
	}
	for i := range s.Glossary {
		term := &s.Glossary[i]
		r.add(source{file: term.Pos.File, lang: s.Lang}, term, notices.Markdown{})
	}
}

// source is where passages come from.
type source struct {
	file   string
	notice string
	lang   string
}

// told is what is written in one file.
type told struct {
	notice    string // the ID of the notice it belongs to; "" for what several share
	pieces    []*piece
	doc       *prose.Document // the Markdown, or nil
	passages  []passage
	sentences func() []sentence // what the passages state, worked out when it is first asked for
	targets   func() []string   // the files that the Markdown links to, likewise
}

// piece is what is written in a value: a whole file, or an entry of the glossary.
type piece struct {
	value    any // a pointer
	doc      *prose.Document
	passages []passage
}

// pieceKey is the value, a pointer, and how it was read.
type pieceKey struct {
	source
	value any
}

// add reads what a file defines, unless an earlier run has read the same value.
func (r *reading) add(from source, v any, body notices.Markdown) {
	t, again := r.told[from.file]
	if !again {
		t = &told{notice: from.notice}
		r.told[from.file] = t
		r.files = append(r.files, from.file)
	}
	key := pieceKey{from, v}
	p, known := r.was.pieces[key]
	if !known {
		p = &piece{value: v}
		r.unread = append(r.unread, unread{key, body, p})
	}
	if r.is.pieces != nil {
		r.is.pieces[key] = p
	}
	t.pieces = append(t.pieces, p)
}

// read reads a value: its texts, then its Markdown.
func (u unread) read() {
	const some = 80 // as many as most notices have besides
	paragraphs := 0
	if u.body.Said() {
		u.piece.doc = prose.Parse(u.body)
		paragraphs = len(u.piece.doc.Passages)
	}
	w := textWalker{source: u.key.source, passages: make([]passage, 0, some+paragraphs)}
	w.walk(reflect.ValueOf(u.key.value), shapeOf(u.key.value), "")
	if u.piece.doc != nil {
		w.prose(u.body, u.piece.doc)
	}
	u.piece.passages = slices.Clip(w.passages)
}

// settle reads what is to be read, and puts the pieces of each file together. A file of the same pieces is the
// same as before.
func (r *reading) settle() {
	each(len(r.unread), func(i int) { r.unread[i].read() })
	r.unread = nil
	for file, t := range r.told {
		if old := r.was.told[file]; old != nil && slices.Equal(old.pieces, t.pieces) {
			r.told[file] = old
			continue
		}
		for _, p := range t.pieces {
			t.doc = cmp.Or(p.doc, t.doc)
		}
		if len(t.pieces) == 1 { // as all but the glossary
			t.passages = t.pieces[0].passages
		} else {
			for _, p := range t.pieces {
				t.passages = append(t.passages, p.passages...)
			}
		}
		t.sentences = sync.OnceValue(func() []sentence { return sentencesOf(t.passages) })
		t.targets = sync.OnceValue(func() []string { return targetsOf(file, t.doc) })
	}
	if r.is.told != nil {
		maps.Copy(r.is.told, r.told)
	}
}

// passages gives the words that the notice itself publishes, in English: its own
// texts and Markdown, and those of the shared blocks it includes. Quotations are left
// out, and so are code and addresses: they are not the writer's words.
func (s *Subject) passages() []passage {
	list := s.around.passages(s.Notice.Pos.File)
	if len(s.Notice.Included) == 0 {
		return list // shared by all rules: none may change it
	}
	list = slices.Clip(list)
	for _, b := range s.Notice.Included {
		list = append(list, s.around.passages(b.Block.Pos.File)...)
	}
	return list
}

// textWalker collects the texts of a value.
type textWalker struct {
	source
	about    string
	passages []passage
}

// walk goes through a value of a shape. The key is that of the field it stands in.
func (w *textWalker) walk(v reflect.Value, of *shape, key string) {
	switch of.kind {
	case pointerShape:
		if !v.IsNil() {
			w.walk(v.Elem(), of.elem, key)
		}
	case listShape:
		for i := range v.Len() {
			w.walk(v.Index(i), of.elem, key)
		}
	case textShape:
		w.text(v.Addr().Interface().(*notices.Text), key)
	case structShape:
		w.fields(v, of, key)
	}
}

// fields goes through the fields of a struct that hold words.
func (w *textWalker) fields(v reflect.Value, of *shape, key string) {
	before := w.about
	if of.id != nil && key != "" {
		if id := v.FieldByIndex(of.id).Addr().Interface().(*notices.ID); id.Value != "" {
			w.about = id.Value
		}
	}
	for _, f := range of.fields {
		if !f.words {
			continue
		}
		w.walk(v.Field(f.index), f.shape, cmp.Or(f.key, key))
	}
	w.about = before
}

func (w *textWalker) text(t *notices.Text, key string) {
	if !t.Said() || !w.readable(t.Lang) {
		return
	}
	written := oneLine.Replace(t.Value)
	w.add(passage{Text: masked(written, nil), Written: written, Key: key, written: t})
}

// prose adds the passages of a Markdown text.
func (w *textWalker) prose(m notices.Markdown, doc *prose.Document) {
	if !w.readable(m.Lang) {
		return
	}
	for i := range doc.Passages {
		if p := &doc.Passages[i]; !p.Quoted {
			w.add(passage{
				Text: masked(p.Text, p.Literal), Written: p.Text, Key: bodyKey, Section: p.Section, Heading: p.Heading, written: p,
			})
		}
	}
}

func (w *textWalker) add(p passage) {
	p.Notice, p.About = w.notice, w.about
	w.passages = append(w.passages, p)
}

// readable reports whether a text is in English. One that names no language is in
// that of its file.
func (w *textWalker) readable(lang string) bool {
	if lang == "" {
		lang = w.lang
	}
	return lang == english
}

// oneLine puts a text on one line, with every offset as before.
var oneLine = strings.NewReplacer("\n", " ", "\t", " ")

// notOurs matches what a writer quotes, and addresses of all kinds.
var notOurs = regexp.MustCompile(`“[^“”]*”|"[^"]*"|‘[^‘’]*(?:’\pL[^‘’]*)*’|https?://\S+|\bwww\.\S+|[^\s@<>()]+@[^\s@<>()]+\.[a-z]+`)

// masked blanks out of a text what is not its writer's own words. Offsets stay.
func masked(text string, literal []prose.Range) string {
	quotes := mayQuote(text)
	if !quotes && len(literal) == 0 {
		return text
	}
	out := []byte(text)
	blank := func(start, stop int) {
		for i := start; i < stop; i++ {
			out[i] = ' '
		}
	}
	for _, r := range literal {
		blank(r.Start, r.Stop)
	}
	if quotes {
		for _, at := range notOurs.FindAllIndex(out, -1) {
			blank(at[0], at[1])
		}
	}
	return string(out)
}

// mayQuote reports whether a text has what every quotation or address has.
func mayQuote(text string) bool {
	return strings.IndexByte(text, '"') >= 0 || strings.IndexByte(text, '@') >= 0 || strings.Contains(text, "“") || strings.Contains(text, "‘") ||
		strings.Contains(text, "://") || strings.Contains(text, "www.")
}
