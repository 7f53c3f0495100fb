package site

import (
	"bytes"
	"strconv"

	"golang.org/x/net/html/atom"
)

// plainWidth is how many characters a line of plain text has at most, unless one
// word is longer.
const plainWidth = 72

// plain writes a page as plain text: headings are underlined, lists have dashes,
// what has a name stands behind it, and links are numbered. Their addresses are
// listed at the end.
type plain struct {
	*form
	here    string // the link from the page to this text
	out     []byte
	line    []byte // of the block that is being read
	words   []byte // what was taken of it
	bullet  string // stands before the next block
	label   []byte // likewise: the name of what follows
	depth   int    // of lists
	close   int    // how many blocks around this one hold theirs close together
	kept    bool   // the last block stands close to the next
	links   []string
	numbers map[string]int
	cited   map[*startTag]int // the number of each link that was read, and 0 for those without one
}

// of begins another text in the room of the last one.
func (w *plain) of(f *form) {
	here := relative(f.at, inLanguage(textAddress(f.id), f.view.Lang, f.main))
	if w.numbers == nil {
		w.numbers, w.cited = map[string]int{}, map[*startTag]int{}
	}
	clear(w.numbers)
	clear(w.cited)
	*w = plain{
		form: f, here: here, out: w.out[:0], line: w.line[:0], words: w.words[:0], label: w.label[:0],
		links: w.links[:0], numbers: w.numbers, cited: w.cited,
	}
}

// text writes the page as plain text, from its tree without tables, and gives its
// address.
func (f *form) text(w *plain, root *node) (address string) {
	w.of(f)
	words := f.view.Words
	w.say(f.view.Site.Value)
	if f.view.Draft {
		w.write([]byte(words.Frame.Draft + ": " + words.Frame.DraftMeaning))
	}
	if why := f.view.Unpublished; why.Mark != "" {
		w.write([]byte(why.Mark + ": " + why.Sentence))
	}
	w.say(f.view.Banner.Value)
	w.write([]byte(f.absolute(f.at)))
	if main := root.firstOf(atom.Main); main != nil {
		w.children(main)
		w.flush()
	}
	if len(w.links) > 0 {
		w.heading([]byte(words.Forms.Links), '-')
		for i, address := range w.links {
			w.bullet, w.close = "["+strconv.Itoa(i+1)+"] ", 1
			w.write([]byte(address))
		}
	}
	return inLanguage(textAddress(f.id), f.view.Lang, f.main)
}

func (w *plain) children(n *node) {
	for child := n.first; child != nil; child = child.next {
		w.node(child)
	}
}

func (w *plain) node(n *node) {
	switch tag := n.tag; {
	case n.isWords():
		from := len(w.line)
		w.line = append(w.line, n.words...)
		inOneLine(w.line[from:])
	case !n.isElement() || n.atom() == atom.Nav || tag.drawing || n.hasClass(screenClass):
	case n.atom() == atom.Br:
		w.line = append(w.line, '\n')
	case n.atom() == atom.A && n.attribute("href") == w.here:
		w.line = append(w.line, w.view.Words.Forms.Ordinary...)
		w.cite(or(w.absolute(w.at), w.at))
	case n.atom() == atom.A:
		w.children(n)
		w.number(n)
	case n.atom() == atom.Ul && n.hasClass(runClass|lawClass):
		w.run(n)
	case n.hasClass(tagClass):
		w.children(n)
		w.line = append(w.line, afterTag(n)...)
	case tag.block:
		w.flush()
		w.block(n)
		w.flush()
	default:
		w.children(n)
	}
}

// inOneLine puts spaces in the place of line breaks.
func inOneLine(words []byte) {
	for i := bytes.IndexByte(words, '\n'); i >= 0; i = bytes.IndexByte(words, '\n') {
		words[i] = ' '
		words = words[i+1:]
	}
}

// afterTag gives the sign that stands between a tag and what follows it.
func afterTag(tag *node) string {
	for n := tag.next; n != nil; n = n.next {
		switch {
		case n.hasClass(tagClass):
			return ";"
		case len(bytes.TrimSpace(n.words)) > 0:
			return ":"
		}
	}
	return ""
}

// run writes a short list on one line. Provisions of the law do not go on on the
// line of the words before them.
func (w *plain) run(list *node) {
	between := ""
	if list.hasClass(lawClass) {
		between = "\n"
	}
	for item := list.first; item != nil; item = item.next {
		if item.atom() == atom.Li {
			w.line = append(w.line, between...)
			w.children(item)
			between = "; "
		}
	}
}

// underlines are what stands below a heading of each kind.
var underlines = map[atom.Atom]byte{atom.H1: '=', atom.H2: '-', atom.H3: '~', atom.H4: '.', atom.H5: '.', atom.H6: '.'}

func (w *plain) block(n *node) {
	switch {
	case underlines[n.atom()] != 0:
		w.children(n)
		w.heading(w.take(), underlines[n.atom()])
	case n.atom() == atom.Dt, n.hasClass(labelClass):
		w.children(n)
		w.label = appendLabel(w.label[:0], w.take())
	case n.atom() == atom.Ul, n.atom() == atom.Ol:
		w.list(n)
	case n.atom() == atom.Dl, n.hasClass(contactClass):
		w.kept = w.kept && w.close > 0
		w.close++
		w.children(n)
		w.flush()
		w.close--
		w.kept, w.label = w.close > 0, w.label[:0]
	default:
		w.children(n)
	}
}

// appendLabel adds the name of something as it stands before it.
func appendLabel(text, name []byte) []byte {
	text = append(text, name...)
	if len(name) == 0 || name[len(name)-1] == '?' || name[len(name)-1] == ':' {
		return append(text, ' ')
	}
	return append(text, ": "...)
}

func (w *plain) list(n *node) {
	if len(w.label) > 0 {
		w.words = append(w.words[:0], bytes.TrimSpace(w.label)...)
		w.label = w.label[:0]
		w.write(w.words)
	}
	w.depth++
	w.close++
	number := 0
	for item := n.first; item != nil; item = item.next {
		if item.atom() != atom.Li {
			continue
		}
		number++
		w.bullet = "- "
		if n.atom() == atom.Ol {
			w.bullet = strconv.Itoa(number) + ". "
		}
		w.children(item)
		w.flush()
		w.bullet = ""
	}
	w.depth--
	w.close--
	w.kept = w.close > 0
}
