package prose

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// plainPiece is words of a block, from start to stop, which end where a line, a link or
// the block does, or where a link begins.
type plainPiece struct {
	start, stop int
	end         pieceEnd
	link        plainLink // that begins or ends
}

type pieceEnd uint8

const (
	atBlockEnd pieceEnd = iota
	atLineEnd
	atLinkStart
	atLinkEnd
)

// pieces calls f for the pieces of a block with these links, in their order. Some are
// empty.
func (p *plainText) pieces(b *plainBlock, links []plainLink, source string, f func(plainPiece)) {
	at := b.start
	for within := false; ; {
		piece, onward := plainPiece{start: at, stop: b.stop}, b.stop
		if n := strings.IndexByte(source[at:b.stop], '\n'); n >= 0 {
			piece.stop, piece.end, onward = at+n, atLineEnd, at+n+1
		}
		switch {
		case within && links[0].closed < piece.stop:
			piece.link, links, within = links[0], links[1:], false
			piece.stop, piece.end, onward = piece.link.closed, atLinkEnd, piece.link.end
		case !within && len(links) > 0 && links[0].open < piece.stop:
			piece.link, within = links[0], true
			piece.stop, piece.end, onward = piece.link.open, atLinkStart, piece.link.open+1
		}
		f(piece)
		if piece.end == atBlockEnd {
			return
		}
		at = onward
	}
}

// plainBlocks are blocks of a plain text, from start to stop.
type plainBlocks struct{ start, stop int }

// blocksOf gives the blocks of a section, as goldmark would read them.
func (d *Document) blocksOf(s Section) []ast.Node {
	if d.plain == nil {
		return s.blocks
	}
	list := make([]ast.Node, 0, s.plain.stop-s.plain.start)
	for i := s.plain.start; i < s.plain.stop; i++ {
		links := d.plain.links[:d.plain.blocks[i].links]
		if i > 0 {
			links = links[d.plain.blocks[i-1].links:]
		}
		list = append(list, d.plain.node(&d.plain.blocks[i], links, d.text))
	}
	return list
}

// node gives a block as goldmark would read it.
func (p *plainText) node(b *plainBlock, links []plainLink, source string) ast.Node {
	var block ast.Node = ast.NewParagraph()
	if b.level > 0 {
		block = ast.NewHeading(b.level)
		block.SetAttributeString("id", b.id)
	}
	parent := block
	p.pieces(b, links, source, func(piece plainPiece) {
		if piece.start < piece.stop || piece.end == atLineEnd {
			words := ast.NewTextSegment(text.NewSegment(piece.start, piece.stop))
			words.SetSoftLineBreak(piece.end == atLineEnd)
			parent.AppendChild(parent, words)
		}
		switch piece.end {
		case atLinkStart:
			link := ast.NewLink()
			link.Destination = []byte(source[piece.link.closed+len("](") : piece.link.end-1])
			block.AppendChild(block, link)
			parent = link
		case atLinkEnd:
			parent = block
		}
	})
	return block
}
