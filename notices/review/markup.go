package review

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/charmap"
)

// fromWindows reads the letters of Windows in Western Europe, every one of which it
// has.
func fromWindows(content []byte) string {
	text, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil {
		return strings.ToValidUTF8(string(content), "\ufffd")
	}
	return string(text)
}

// readMarkdown reads the blocks of a Markdown file. Front matter is left out.
func readMarkdown(source []byte) (list []Passage) {
	above := 0
	if rest, matter := strings.CutPrefix(string(source), "---\n"); matter {
		if front, body, closed := strings.Cut(rest, "\n---\n"); closed {
			above = strings.Count(front, "\n") + 3
			source = []byte(body)
		}
	}
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindHeading, ast.KindParagraph, ast.KindTextBlock, extast.KindTableRow, extast.KindTableHeader:
		default:
			return ast.WalkContinue, nil
		}
		if entering {
			list = add(list, above+lineOf(n, source), n.Kind() == ast.KindHeading, said(n, source))
		}
		return ast.WalkSkipChildren, nil
	})
	return list
}

// lineOf gives the line on which a block begins, from 1.
func lineOf(n ast.Node, source []byte) int {
	for ; n != nil; n = n.FirstChild() {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			return 1 + strings.Count(string(source[:n.Lines().At(0).Start]), "\n")
		}
	}
	return 1
}

// said gives the words of a block, and the addresses of its links.
func said(block ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(n.Segment.Value(source))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(source))
			}
		case *ast.Link:
			if !entering {
				b.WriteString(address(string(n.Destination)))
			}
		case *extast.TableCell:
			if !entering {
				b.WriteString(" · ")
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// address gives what a link says beyond its words: the address that mail goes to.
func address(destination string) string {
	if to, mail := strings.CutPrefix(destination, "mailto:"); mail {
		to, _, _ = strings.Cut(to, "?")
		return " (" + to + ")"
	}
	return ""
}

// blocks are the elements that part one passage from the next.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Tr: true, atom.Table: true, atom.Section: true,
	atom.Article: true, atom.Main: true, atom.Header: true, atom.Footer: true, atom.Nav: true, atom.Aside: true, atom.Dt: true, atom.Dd: true, atom.Dl: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Br: true, atom.Body: true,
	atom.Blockquote: true, atom.Details: true, atom.Summary: true, atom.Form: true, atom.Fieldset: true, atom.Caption: true, atom.Address: true,
}

// unread are the elements whose words are not those of the notice.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Head: true, atom.Template: true, atom.Nav: true, atom.Noscript: true, atom.Svg: true, atom.Form: true, atom.Select: true, atom.Button: true, atom.Iframe: true,
}

// readHTML reads the words of a page, its lines as they are in the file.
func readHTML(page string) []Passage {
	r := &pageReader{z: html.NewTokenizer(strings.NewReader(page)), line: 1}
	for {
		kind := r.z.Next()
		if kind == html.ErrorToken {
			r.end()
			return r.list
		}
		r.take(kind)
	}
}

// pageReader reads a page token by token.
type pageReader struct {
	z       *html.Tokenizer
	line    int
	begun   int // the line on which the passage begins
	words   strings.Builder
	heading bool
	hidden  atom.Atom // the element that is left out; 0 when none is
	depth   int       // of elements of that name in it
	mail    string
	list    []Passage
}

func (r *pageReader) take(kind html.TokenType) {
	lines := strings.Count(string(r.z.Raw()), "\n")
	token := r.z.Token()
	switch {
	case r.hidden != 0:
		r.hide(kind, token)
	case kind == html.TextToken:
		if r.words.Len() == 0 {
			r.begun = r.line + strings.Count(token.Data[:len(token.Data)-len(strings.TrimLeft(token.Data, " \t\r\n"))], "\n")
		}
		if strings.TrimSpace(token.Data) != "" || r.words.Len() > 0 {
			r.words.WriteString(token.Data)
		}
	case kind == html.StartTagToken && unread[token.DataAtom]:
		r.end()
		r.hidden, r.depth = token.DataAtom, 1
	case kind == html.StartTagToken && token.DataAtom == atom.A:
		r.mail = ""
		for _, a := range token.Attr {
			if a.Key == "href" {
				r.mail = address(a.Val)
			}
		}
	case kind == html.EndTagToken && token.DataAtom == atom.A:
		r.words.WriteString(r.mail)
		r.mail = ""
	case blocks[token.DataAtom]:
		r.end()
		r.heading = kind == html.StartTagToken && strings.HasPrefix(token.Data, "h") && len(token.Data) == 2 && token.Data != "hr"
	case token.DataAtom == atom.Td || token.DataAtom == atom.Th:
		r.words.WriteString(" · ")
	}
	r.line += lines
}

// hide goes on to the end of what is left out.
func (r *pageReader) hide(kind html.TokenType, token html.Token) {
	if token.DataAtom != r.hidden {
		return
	}
	switch kind {
	case html.StartTagToken:
		r.depth++
	case html.EndTagToken:
		if r.depth--; r.depth == 0 {
			r.hidden = 0
		}
	}
}

// end ends a passage.
func (r *pageReader) end() {
	r.list = add(r.list, r.begun, r.heading, strings.Trim(strings.TrimSpace(r.words.String()), "·"))
	r.words.Reset()
	r.heading = false
}
