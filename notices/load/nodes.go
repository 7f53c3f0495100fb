package load

import "go.yaml.in/yaml/v4"

// nodes holds the nodes of one file, and then, in the same memory, those of the next.
type nodes struct {
	pieces [][]yaml.Node
	used   int
	open   []*yaml.Node // of lists and groups that have not ended
	lists  []*yaml.Node // of those that have
}

// pieceSize is how many nodes are made at once: about those of a notice.
const pieceSize = 256

// reset forgets all nodes.
func (n *nodes) reset() {
	for i, piece := range n.pieces {
		clear(piece[:min(max(n.used-i*pieceSize, 0), pieceSize)])
	}
	n.used = 0
	clear(n.lists)
	n.open, n.lists = n.open[:0], n.lists[:0]
}

// add makes a node, of which nothing is known.
func (n *nodes) add() *yaml.Node {
	if n.used == len(n.pieces)*pieceSize {
		n.pieces = append(n.pieces, make([]yaml.Node, pieceSize))
	}
	n.used++
	return &n.pieces[(n.used-1)/pieceSize][(n.used-1)%pieceSize]
}

func (n *nodes) mark() int { return len(n.open) }

func (n *nodes) push(node *yaml.Node) { n.open = append(n.open, node) }

// since gives the nodes that were pushed since a mark, as what a node holds.
func (n *nodes) since(mark int) []*yaml.Node {
	start := len(n.lists)
	n.lists = append(n.lists, n.open[mark:]...) // what was taken from it before stays where it was
	n.open = n.open[:mark]
	return n.lists[start:len(n.lists):len(n.lists)]
}
