package site

import (
	"fmt"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

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
	out     strings.Builder
	line    strings.Builder // of the block that is being read
	bullet  string          // stands before the next block
	label   string          // likewise: the name of what follows
	depth   int             // of lists
	close   int             // how many blocks around this one hold theirs close together
	kept    bool            // the last block stands close to the next
	links   []string
	numbers map[string]int
}

// text makes the page as plain text, from its tree without tables.
func (f *form) text(root *html.Node) File {
	w := &plain{form: f, numbers: map[string]int{}}
	words := f.view.Words
	w.say(f.view.Site.Value)
	if f.view.Draft {
		w.write(words.Frame.Draft + ": " + words.Frame.DraftMeaning)
	}
	if why := f.view.Unpublished; why.Mark != "" {
		w.write(why.Mark + ": " + why.Sentence)
	}
	w.say(f.view.Banner.Value)
	w.write(f.absolute(f.at))
	if main := first(root, atom.Main); main != nil {
		w.children(main)
		w.flush()
	}
	if len(w.links) > 0 {
		w.heading(words.Forms.Links, "-")
		for i, address := range w.links {
			w.bullet, w.close = fmt.Sprintf("[%d] ", i+1), 1
			w.write(address)
		}
	}
	return File{Path: inLanguage(textAddress(f.id), f.view.Lang, f.main), Content: []byte(w.out.String())}
}

func (w *plain) children(n *html.Node) {
	for child := range n.ChildNodes() {
		w.node(child)
	}
}

func (w *plain) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.line.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
	case n.Type != html.ElementNode || n.DataAtom == atom.Nav, n.Data == "svg", hasClass(n, "screen"):
	case n.DataAtom == atom.Br:
		w.line.WriteString("\n")
	case n.DataAtom == atom.A && w.leadsHere(n):
		w.line.WriteString(w.view.Words.Forms.Ordinary)
		w.cite(or(w.absolute(w.at), w.at))
	case n.DataAtom == atom.A:
		w.children(n)
		w.number(n)
	case n.DataAtom == atom.Ul && hasClass(n, "run", "law"):
		w.run(n)
	case hasClass(n, "tag"):
		w.children(n)
		w.line.WriteString(afterTag(n))
	case isBlock(n):
		w.flush()
		w.block(n)
		w.flush()
	default:
		w.children(n)
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
			w.line.WriteString(between)
			w.children(item)
			between = "; "
		}
	}
}

// underlines are what stands below a heading of each kind.
var underlines = map[atom.Atom]string{atom.H1: "=", atom.H2: "-", atom.H3: "~", atom.H4: ".", atom.H5: ".", atom.H6: "."}

func (w *plain) block(n *html.Node) {
	switch {
	case underlines[n.DataAtom] != "":
		w.children(n)
		w.heading(w.take(), underlines[n.DataAtom])
	case n.DataAtom == atom.Dt, hasClass(n, "label"):
		w.children(n)
		w.label = asLabel(w.take())
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
		w.write(label)
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
			w.bullet = fmt.Sprintf("%d. ", number)
		}
		w.children(item)
		w.flush()
		w.bullet = ""
	}
	w.depth--
	w.close--
	w.kept = w.close > 0
}

// take gives the words read so far, on as many lines as they were written on.
func (w *plain) take() string {
	var lines []string
	for line := range strings.SplitSeq(w.line.String(), "\n") {
		line = strings.Join(strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
		if line != "" {
			lines = append(lines, line)
		}
	}
	w.line.Reset()
	return strings.Join(lines, "\n")
}

// say writes words that are on no page.
func (w *plain) say(words string) {
	w.line.WriteString(words)
	w.flush()
}

// flush ends the block that is being read.
func (w *plain) flush() { w.write(w.take()) }

func (w *plain) heading(words, underline string) {
	if words == "" {
		return
	}
	close := w.close
	w.close, w.kept = 0, false
	w.write(words)
	w.out.WriteString(strings.Repeat(underline, min(utf8.RuneCountInString(words), plainWidth)) + "\n")
	w.close, w.kept = close, close > 0
}

// write writes a block of words, broken into lines.
func (w *plain) write(words string) {
	if words == "" {
		return
	}
	if w.out.Len() > 0 && (!w.kept || w.close == 0) {
		w.out.WriteByte('\n')
	}
	w.kept = w.close > 0
	margin := strings.Repeat("  ", max(w.depth-1, 0))
	start := margin + w.bullet + w.label
	rest := margin + strings.Repeat(" ", utf8.RuneCountInString(w.bullet))
	if w.label != "" || w.bullet == "" && w.depth > 0 {
		rest += "  "
	}
	if start == margin && w.depth > 0 {
		start = rest
	}
	w.bullet, w.label = "", ""
	for line := range strings.SplitSeq(words, "\n") {
		w.wrap(start, rest, line)
		start = rest
	}
}

func (w *plain) wrap(start, rest, line string) {
	w.out.WriteString(start)
	room, begun := plainWidth-utf8.RuneCountInString(start), false
	for word := range strings.FieldsSeq(line) {
		length := utf8.RuneCountInString(word)
		if begun && length+1 > room {
			w.out.WriteString("\n" + rest)
			room, begun = plainWidth-utf8.RuneCountInString(rest), false
		}
		if begun {
			w.out.WriteByte(' ')
			room--
		}
		w.out.WriteString(word)
		room, begun = room-length, true
	}
	w.out.WriteByte('\n')
}

// number puts the number of a link behind its words, unless they are its address
// or it leads to the same page.
func (w *plain) number(a *html.Node) {
	href := attribute(a, "href")
	if href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(href, "tel:") || strings.TrimPrefix(href, "mailto:") == said(a) || href == said(a) {
		return
	}
	if u, err := url.Parse(href); err == nil && u.Scheme == "" {
		there := path.Join(path.Dir(w.at), u.Path)
		if there == w.at {
			return
		}
		href = or(w.absolute(there), there)
		if u.Fragment != "" {
			href += "#" + u.EscapedFragment()
		}
	}
	w.cite(href)
}

// leadsHere reports whether a link leads to this text.
func (w *plain) leadsHere(a *html.Node) bool {
	return attribute(a, "href") == relative(w.at, inLanguage(textAddress(w.id), w.view.Lang, w.main))
}

// cite puts the number of an address, which is new or has been used before.
func (w *plain) cite(href string) {
	if w.numbers[href] == 0 {
		w.links = append(w.links, href)
		w.numbers[href] = len(w.links)
	}
	fmt.Fprintf(&w.line, " [%d]", w.numbers[href])
}
