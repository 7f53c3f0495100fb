package prose

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Explained is a part of a text whose words are explained elsewhere on the page.
type Explained struct {
	Start, Stop int // offsets in bytes
	Href        string
}

// edge is where a link to an explanation begins or ends, within one text node.
type edge struct {
	at   int    // offset in the source
	href string // empty where the link ends
}

// hidden stands for what is no word in the text that is asked about.
const hidden = '\x01'

// explain finds the words of a section that are explained, from its beginning to
// its end. Headings, links, quotations, code and the heads of tables are left as
// they are.
func (p *pageRenderer) explain(source []byte) {
	p.edges = map[*ast.Text][]edge{}
	for _, block := range p.section.blocks {
		p.explainIn(block, source)
	}
}

func (p *pageRenderer) explainIn(n ast.Node, source []byte) {
	switch n.Kind() {
	case ast.KindHeading, ast.KindLink, ast.KindAutoLink, ast.KindImage, ast.KindBlockquote, ast.KindCodeSpan, ast.KindCodeBlock,
		ast.KindFencedCodeBlock, ast.KindHTMLBlock, ast.KindRawHTML, east.KindTableHeader:
		return
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if _, isText := child.(*ast.Text); !isText {
			p.explainIn(child, source)
			continue
		}
		run := textRun(child)
		p.explainRun(run, source)
		child = run[len(run)-1]
	}
}

// textRun gives a text node and those that follow it without anything between: a
// phrase can be broken over two lines.
func textRun(n ast.Node) (run []*ast.Text) {
	for ; n != nil; n = n.NextSibling() {
		t, isText := n.(*ast.Text)
		if !isText {
			break
		}
		run = append(run, t)
	}
	return run
}

// explainRun takes note of where the links in a run begin and end. A link goes
// over two nodes when its words do.
func (p *pageRenderer) explainRun(run []*ast.Text, source []byte) {
	var words []byte
	starts := make([]int, len(run))
	for i, t := range run {
		if t.Segment.Padding != 0 {
			return // its offsets are not those of the source
		}
		starts[i] = len(words)
		words = append(words, t.Segment.Value(source)...)
		hideEscapes(words[starts[i]:])
		if t.SoftLineBreak() {
			words = append(words, '\n')
		} else if t.HardLineBreak() {
			words = append(words, hidden)
		}
	}
	for _, x := range p.options.Explain(string(words)) {
		p.addEdge(run, starts, x.Start, x.Href)
		p.addEdge(run, starts, x.Stop, "")
	}
}

// addEdge adds an edge to the node that holds its place. A link that ends between
// two nodes ends in the first.
func (p *pageRenderer) addEdge(run []*ast.Text, starts []int, at int, href string) {
	for i, t := range run {
		stop := starts[i] + t.Segment.Len()
		if at < stop || at == stop && href == "" {
			p.edges[t] = append(p.edges[t], edge{t.Segment.Start + at - starts[i], href})
			return
		}
	}
}

// anyEscape matches what is written otherwise than it is read.
var anyEscape = regexp.MustCompile(`\\[[:punct:]]|&#?[0-9A-Za-z]+;`)

// hideEscapes hides escapes such as "&amp;" and "\*", so that no link begins or ends
// within one. Every byte keeps its place.
func hideEscapes(written []byte) {
	if !bytes.ContainsAny(written, `\&`) {
		return
	}
	for _, at := range anyEscape.FindAllIndex(written, -1) {
		for i := at[0]; i < at[1]; i++ {
			written[i] = hidden
		}
	}
}

// text writes a text node with the links that begin or end in it.
func (p *pageRenderer) text(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	t := n.(*ast.Text)
	edges := p.edges[t]
	if len(edges) == 0 || !entering {
		return plainly(w, source, n, entering)
	}
	start := t.Segment.Start
	for _, e := range edges {
		if e.at > start {
			before := ast.NewTextSegment(text.NewSegment(start, e.at))
			if status, err := plainly(w, source, before, true); err != nil {
				return status, err
			}
		}
		start = e.at
		if e.href == "" {
			_, _ = w.WriteString("</a>")
		} else {
			_, _ = fmt.Fprintf(w, `<a href="%s">`, util.EscapeHTML([]byte(e.href)))
		}
	}
	rest := *t
	rest.Segment = t.Segment.WithStart(start)
	return plainly(w, source, &rest, true)
}
