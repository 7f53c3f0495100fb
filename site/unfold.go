package site

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unfold puts blocks in the place of a table, one for each row. A block begins
// with what heads the row; the other cells follow, each below the name of its
// column. Every word of the table stays.
func (r *reader) unfold(table *node) {
	whole := r.element(atom.Div, html.Attribute{Key: "id", Val: table.attribute("id")})
	headed := table.hasClass(rowsClass) // the tables that stand in a section
	if caption := table.firstOf(atom.Caption); caption != nil {
		whole.add(r.moved(caption, headingOr(headed, atom.H3)))
	}
	var columns [][]byte
	if head := table.firstOf(atom.Thead); head != nil {
		for th := range head.all(atom.Th) {
			columns = append(columns, r.said(th))
		}
		head.takeOut()
	}
	for tr := range table.all(atom.Tr) {
		whole.add(r.unfoldRow(tr, columns, headed))
	}
	table.replace(whole)
}

func headingOr(headed bool, kind atom.Atom) atom.Atom {
	if headed {
		return kind
	}
	return atom.P
}

func (r *reader) unfoldRow(tr *node, columns [][]byte, headed bool) *node {
	row := r.element(atom.Div, html.Attribute{Key: "class", Val: "contact"}, html.Attribute{Key: "id", Val: tr.attribute("id")})
	i := -1
	for cell := tr.first; cell != nil; cell = cell.next {
		if !cell.isElement() {
			continue
		}
		i++
		var name []byte
		if i < len(columns) {
			name = columns[i]
		}
		if i > 0 || !r.unfoldHead(row, cell, headed) {
			r.unfoldCell(row, cell, name)
		}
	}
	return row
}

// unfoldHead makes the heading of a block from the first words of its first cell.
// It reports false when the cell begins with something else, such as a list.
func (r *reader) unfoldHead(row, cell *node, headed bool) bool {
	heading := r.element(headingOr(headed, atom.H4))
	for n := cell.first; n != nil && !n.tag.block; n = cell.first {
		n.takeOut()
		heading.add(n)
	}
	if heading.isSilent() {
		return false
	}
	row.add(heading)
	row.add(r.moved(cell, atom.Div))
	return true
}

func (r *reader) unfoldCell(row, cell *node, name []byte) {
	for label := range cell.all(atom.Span) {
		if label.hasClass(nameClass) {
			name = r.said(label)
			label.takeOut()
			break
		}
	}
	if cell.isSilent() {
		return
	}
	if len(name) > 0 {
		label, strong := r.element(atom.P, html.Attribute{Key: "class", Val: "label"}), r.element(atom.Strong)
		r.node(strong, wordsTag).words = name
		label.add(strong)
		row.add(label)
	}
	row.add(r.moved(cell, atom.Div))
}

// element gives an element with the attributes that have a value.
func (r *reader) element(kind atom.Atom, attributes ...html.Attribute) *node {
	return r.node(nil, r.tagOf(kind, attributes...))
}

// moved gives an element with everything that is in a node, from where it is taken.
func (r *reader) moved(from *node, kind atom.Atom) *node {
	to := r.element(kind, html.Attribute{Key: "lang", Val: from.attribute("lang")})
	for n := from.first; n != nil; n = n.next {
		n.parent = to
	}
	to.first, to.last = from.first, from.last
	from.empty()
	return to
}

// isBlock reports whether an element stands on lines of its own.
func isBlock(kind atom.Atom) bool {
	switch kind {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Figure, atom.Figcaption,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Pre,
		atom.Address, atom.Blockquote, atom.Details, atom.Summary, atom.Hr, atom.Table:
		return true
	}
	return false
}
