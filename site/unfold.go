package site

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unfold puts blocks in the place of a table, one for each row. A block begins
// with what heads the row; the other cells follow, each below the name of its
// column. Every word of the table stays.
func unfold(table *html.Node) {
	whole := element(atom.Div)
	if id := attribute(table, "id"); id != "" {
		setAttribute(whole, "id", id)
	}
	headed := hasClass(table, "rows") // the tables that stand in a section
	if caption := first(table, atom.Caption); caption != nil {
		whole.AppendChild(moved(caption, element(headingOr(headed, atom.H3))))
	}
	var columns []string
	if head := first(table, atom.Thead); head != nil {
		for th := range all(head, atom.Th) {
			columns = append(columns, said(th))
		}
		head.Parent.RemoveChild(head)
	}
	for tr := range all(table, atom.Tr) {
		whole.AppendChild(unfoldRow(tr, columns, headed))
	}
	table.Parent.InsertBefore(whole, table)
	table.Parent.RemoveChild(table)
}

func headingOr(headed bool, kind atom.Atom) atom.Atom {
	if headed {
		return kind
	}
	return atom.P
}

func unfoldRow(tr *html.Node, columns []string, headed bool) *html.Node {
	row := element(atom.Div)
	setAttribute(row, "class", "contact")
	if id := attribute(tr, "id"); id != "" {
		setAttribute(row, "id", id)
	}
	i := -1
	for cell := range tr.ChildNodes() {
		if cell.Type != html.ElementNode {
			continue
		}
		i++
		name := ""
		if i < len(columns) {
			name = columns[i]
		}
		if i > 0 || !unfoldHead(row, cell, headed) {
			unfoldCell(row, cell, name)
		}
	}
	return row
}

// unfoldHead makes the heading of a block from the first words of its first cell.
// It reports false when the cell begins with something else, such as a list.
func unfoldHead(row, cell *html.Node, headed bool) bool {
	heading := element(headingOr(headed, atom.H4))
	for n := cell.FirstChild; n != nil && !isBlock(n); n = cell.FirstChild {
		cell.RemoveChild(n)
		heading.AppendChild(n)
	}
	if strings.TrimSpace(said(heading)) == "" {
		return false
	}
	row.AppendChild(heading)
	row.AppendChild(moved(cell, element(atom.Div)))
	return true
}

func unfoldCell(row, cell *html.Node, name string) {
	for label := range all(cell, atom.Span) {
		if hasClass(label, "k") {
			name = said(label)
			label.Parent.RemoveChild(label)
			break
		}
	}
	if strings.TrimSpace(said(cell)) == "" {
		return
	}
	if name != "" {
		label, strong := element(atom.P), element(atom.Strong)
		setAttribute(label, "class", "label")
		strong.AppendChild(&html.Node{Type: html.TextNode, Data: name})
		label.AppendChild(strong)
		row.AppendChild(label)
	}
	row.AppendChild(moved(cell, element(atom.Div)))
}

func element(kind atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: kind, Data: kind.String()}
}

// moved puts everything that is in one node into another.
func moved(from, to *html.Node) *html.Node {
	for n := from.FirstChild; n != nil; n = from.FirstChild {
		from.RemoveChild(n)
		to.AppendChild(n)
	}
	if lang := attribute(from, "lang"); lang != "" {
		setAttribute(to, "lang", lang)
	}
	return to
}

func said(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// isBlock reports whether a node stands on lines of its own.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Figure, atom.Figcaption,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Pre,
		atom.Address, atom.Blockquote, atom.Details, atom.Summary, atom.Hr, atom.Table:
		return true
	}
	return false
}
