package site

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
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
	label   string // likewise: the name of what follows
	depth   int    // of lists
	close   int    // how many blocks around this one hold theirs close together
	kept    bool   // the last block stands close to the next
	links   []string
	numbers map[string]int
}

// of begins another text in the room of the last one.
func (w *plain) of(f *form) {
	here := relative(f.at, inLanguage(textAddress(f.id), f.view.Lang, f.main))
	clear(w.numbers)
	*w = plain{form: f, here: here, out: w.out[:0], line: w.line[:0], words: w.words[:0], links: w.links[:0], numbers: w.numbers}
	if w.numbers == nil {
		w.numbers = map[string]int{}
	}
}

// text makes the page as plain text, from its tree without tables.
func (f *form) text(w *plain, root *html.Node) File {
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
	if main := first(root, atom.Main); main != nil {
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
	return File{Path: inLanguage(textAddress(f.id), f.view.Lang, f.main), Content: bytes.Clone(w.out)}
}

func (w *plain) children(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.node(child)
	}
}

func (w *plain) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		from := len(w.line)
		w.line = append(w.line, n.Data...)
		inOneLine(w.line[from:])
	case n.Type != html.ElementNode || n.DataAtom == atom.Nav, n.Data == "svg", hasClass(n, "screen"):
	case n.DataAtom == atom.Br:
		w.line = append(w.line, '\n')
	case n.DataAtom == atom.A && attribute(n, "href") == w.here:
		w.line = append(w.line, w.view.Words.Forms.Ordinary...)
		w.cite(or(w.absolute(w.at), w.at))
	case n.DataAtom == atom.A:
		w.children(n)
		w.number(n)
	case n.DataAtom == atom.Ul && hasClass(n, "run", "law"):
		w.run(n)
	case hasClass(n, "tag"):
		w.children(n)
		w.line = append(w.line, afterTag(n)...)
	case isBlock(n):
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
func afterTag(tag *html.Node) string {
	for n := tag.NextSibling; n != nil; n = n.NextSibling {
		switch {
		case hasClass(n, "tag"):
			return ";"
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			return ":"
		}
	}
	return ""
}

// run writes a short list on one line. Provisions of the law do not go on on the
// line of the words before them.
func (w *plain) run(list *html.Node) {
	between := ""
	if hasClass(list, "law") {
		between = "\n"
	}
	for item := range list.ChildNodes() {
		if item.DataAtom == atom.Li {
			w.line = append(w.line, between...)
			w.children(item)
			between = "; "
		}
	}
}

// underlines are what stands below a heading of each kind.
var underlines = map[atom.Atom]byte{atom.H1: '=', atom.H2: '-', atom.H3: '~', atom.H4: '.', atom.H5: '.', atom.H6: '.'}

func (w *plain) block(n *html.Node) {
	switch {
	case underlines[n.DataAtom] != 0:
		w.children(n)
		w.heading(w.take(), underlines[n.DataAtom])
	case n.DataAtom == atom.Dt, hasClass(n, "label"):
		w.children(n)
		w.label = asLabel(string(w.take()))
	case n.DataAtom == atom.Ul, n.DataAtom == atom.Ol:
		w.list(n)
	case n.DataAtom == atom.Dl, hasClass(n, "contact"):
		w.kept = w.kept && w.close > 0
		w.close++
		w.children(n)
		w.flush()
		w.close--
		w.kept, w.label = w.close > 0, ""
	default:
		w.children(n)
	}
}

// asLabel gives the name of something as it stands before it.
func asLabel(name string) string {
	if strings.HasSuffix(name, "?") || strings.HasSuffix(name, ":") || name == "" {
		return name + " "
	}
	return name + ": "
}

func (w *plain) list(n *html.Node) {
	if w.label != "" {
		label := strings.TrimSpace(w.label)
		w.label = ""
		w.write([]byte(label))
	}
	w.depth++
	w.close++
	number := 0
	for item := range n.ChildNodes() {
		if item.DataAtom != atom.Li {
			continue
		}
		number++
		w.bullet = "- "
		if n.DataAtom == atom.Ol {
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
