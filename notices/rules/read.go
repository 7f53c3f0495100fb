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
	place   func(start, stop int) notices.Pos
}

// bodyKey is the key of every Markdown text.
const bodyKey = "body"

// english is the language that passages are read in.
const english = "en"

// reading is every text of the site, read once for all rules.
type reading struct {
	files []string         // in the order they are read
	told  map[string]*told // by file

	was, is *Memory
	shapes  shapes
}

// read reads the content files of a set.
func read(set *notices.Set, was, is *Memory) *reading {
	r := &reading{told: map[string]*told{}, was: was, is: is, shapes: shapes{}}
	c := set.Corpus
	main := english
	if c.Site != nil {
		main = c.Site.Language()
		r.add(source{file: c.Site.Pos.File, lang: main}, c.Site, notices.Markdown{})
	}
	for _, n := range slices.Concat(c.Notices, c.Translations) {
		r.add(source{n.Pos.File, n.ID.Value, n.Lang}, n, n.Body)
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
		p = r.piece(key, body)
	}
	r.is.pieces[key] = p
	t.pieces = append(t.pieces, p)
}

// piece reads a value: its texts, then its Markdown.
func (r *reading) piece(key pieceKey, body notices.Markdown) *piece {
	w := textWalker{source: key.source, shapes: r.shapes}
	w.walk(reflect.ValueOf(key.value), "")
	p := &piece{value: key.value}
	if body.Said() {
		p.doc = prose.Parse(body)
		w.prose(body, p.doc)
	}
	p.passages = w.passages
	return p
}

// settle puts the pieces of each file together. A file of the same pieces is the
// same as before.
func (r *reading) settle() {
	for file, t := range r.told {
		if old := r.was.told[file]; old != nil && slices.Equal(old.pieces, t.pieces) {
			r.told[file] = old
			continue
		}
		for _, p := range t.pieces {
			t.passages = append(t.passages, p.passages...)
			t.doc = cmp.Or(p.doc, t.doc)
		}
		t.sentences = sync.OnceValue(func() []sentence { return sentencesOf(t.passages) })
		t.targets = sync.OnceValue(func() []string { return targetsOf(file, t.doc) })
	}
	r.is.told = r.told
}

// passages gives the words that the notice itself publishes, in English: its own
// texts and Markdown, and those of the shared blocks it includes. Quotations are left
// out, and so are code and addresses: they are not the writer's words.
func (s *Subject) passages() []passage {
	list := slices.Clip(s.around.passages(s.Notice.Pos.File)) // shared by all rules: to add to it makes a copy
	for _, b := range s.Notice.Included {
		list = append(list, s.around.passages(b.Block.Pos.File)...)
	}
	return list
}

// textWalker collects the texts of a value.
type textWalker struct {
	source
	shapes   shapes
	about    string
	passages []passage
}

// walk goes through a value. The key is that of the field it stands in.
func (w *textWalker) walk(v reflect.Value, key string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.walk(v.Elem(), key)
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.walk(v.Index(i), key)
		}
	case reflect.Struct:
		switch value := v.Interface().(type) {
		case notices.Text:
			w.text(value, key)
		case notices.Checks: // words for the program, not for readers
		default:
			w.fields(v, key)
		}
	}
}

// fields goes through the fields of a struct that hold words.
func (w *textWalker) fields(v reflect.Value, key string) {
	before := w.about
	shape := w.shapes.of(v.Type())
	if shape.id != nil && key != "" {
		if id := v.FieldByIndex(shape.id).Interface().(notices.ID); id.Value != "" {
			w.about = id.Value
		}
	}
	for _, f := range shape.fields {
		if f.key == "" {
			w.walk(v.Field(f.index), key)
			continue
		}
		w.walk(v.Field(f.index), f.key)
	}
	w.about = before
}

// shapes are what is to be known of types, each found out once: to ask for every
// value would take longer than to read it.
type shapes map[reflect.Type]shape

// shape is where a struct has its words.
type shape struct {
	id     []int // the index of its ID, if it has one
	fields []shapeField
}

// shapeField is a field that may hold words.
type shapeField struct {
	index int
	key   string // empty where it has the key of its struct
}

// of gives the shape of a struct. Facts, such as names and addresses, are not words
// that anyone chose.
func (s shapes) of(t reflect.Type) shape {
	if known, ok := s[t]; ok {
		return known
	}
	var made shape
	if f, ok := t.FieldByName("ID"); ok && f.Type == reflect.TypeFor[notices.ID]() {
		made.id = f.Index
	}
	_, stated := t.FieldByName("None") // the key of a list is also that of the reason for having none
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case !f.IsExported() || f.Tag.Get("fact") == "true" || !mayHoldWords(f.Type):
		case f.Anonymous || stated:
			made.fields = append(made.fields, shapeField{index: i})
		default:
			made.fields = append(made.fields, shapeField{i, notices.Key(f.Name)})
		}
	}
	s[t] = made
	return made
}

// mayHoldWords reports whether values of a type can hold words.
func mayHoldWords(t reflect.Type) bool {
	return t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Struct
}

func (w *textWalker) text(t notices.Text, key string) {
	if !t.Said() || !w.readable(t.Lang) {
		return
	}
	written := oneLine.Replace(t.Value)
	w.add(passage{Text: masked(written, nil), Written: written, Key: key, place: t.Place})
}

// prose adds the passages of a Markdown text.
func (w *textWalker) prose(m notices.Markdown, doc *prose.Document) {
	if !w.readable(m.Lang) {
		return
	}
	for _, p := range doc.Passages {
		if !p.Quoted {
			w.add(passage{
				Text: masked(p.Text, p.Literal), Written: p.Text, Key: bodyKey, Section: p.Section, Heading: p.Heading, place: p.Place,
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
	out := []byte(text)
	blank := func(start, stop int) { copy(out[start:stop], strings.Repeat(" ", stop-start)) }
	for _, r := range literal {
		blank(r.Start, r.Stop)
	}
	if !mayQuote(text) {
		return string(out)
	}
	for _, at := range notOurs.FindAllIndex(out, -1) {
		blank(at[0], at[1])
	}
	return string(out)
}

// mayQuote reports whether a text has what every quotation or address has.
func mayQuote(text string) bool {
	return strings.ContainsAny(text, "“‘\"@") || strings.Contains(text, "://") || strings.Contains(text, "www.")
}
