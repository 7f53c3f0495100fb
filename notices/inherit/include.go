package inherit

import (
	"fmt"

	"notices.example/notices"
)

// checkIncluded reports blocks that cannot be told apart from the notice that
// includes them: the same block twice, or something of a block that has the ID
// of something else in the notice.
func (r *resolver) checkIncluded(n *notices.Notice) {
	if len(n.Include) == 0 {
		return
	}
	included := map[string]notices.Pos{}
	taken := takenIDs{}
	taken.claim(n.Processing, func(string, notices.ID, notices.Pos) {}) // what it says twice itself, load has reported
	for _, inclusion := range n.Include {
		id := inclusion.Block.Value
		if first, again := included[id]; again {
			r.report(notices.Finding{
				Rule: "block-included-twice", Severity: notices.Error, Pos: inclusion.Block.Pos, Notice: n.ID.Value, About: id,
				Message: fmt.Sprintf("The shared block “%s” is included twice.", id),
				Fix:     "Take one of the two out.",
				Related: []notices.Related{{Pos: first, Message: "the other one"}},
			})
			continue
		}
		included[id] = inclusion.Block.Pos
		if b := r.blocks[id]; b != nil {
			taken.claim(b.Processing, func(kind string, id notices.ID, first notices.Pos) {
				r.report(idTaken(n, inclusion, kind, id, first))
			})
		}
	}
}

// takenIDs are the IDs of a notice and its blocks, with where they are given.
type takenIDs map[takenID]notices.Pos

// takenID is the ID of a kind of thing.
type takenID struct{ kind, id string }

// claim notes the IDs of a notice or block, and tells of those that are taken.
func (taken takenIDs) claim(p notices.Processing, tell func(kind string, id notices.ID, first notices.Pos)) {
	claim := func(kind string, id notices.ID) {
		if id.Value == "" {
			return
		}
		if first, again := taken[takenID{kind, id.Value}]; again {
			tell(kind, id, first)
		} else {
			taken[takenID{kind, id.Value}] = id.Pos
		}
	}
	for i := range p.Data {
		claim("an item of data", p.Data[i].ID)
	}
	for i := range p.Purposes {
		claim("a purpose", p.Purposes[i].ID)
	}
	for i := range p.Recipients.Items {
		claim("a recipient", p.Recipients.Items[i].ID)
	}
	for i := range p.Sources.Items {
		claim("a source", p.Sources.Items[i].ID)
	}
}

func idTaken(n *notices.Notice, by notices.Inclusion, kind string, id notices.ID, first notices.Pos) notices.Finding {
	return notices.Finding{
		Rule: "block-id-taken", Severity: notices.Error, Pos: by.Block.Pos, Notice: n.ID.Value, About: id.Value,
		Message: fmt.Sprintf("This block has %s called “%s”, and the notice has another one of that id.", kind, id.Value),
		Fix:     "Give one of the two another id.",
		Related: []notices.Related{{Pos: first, Message: "one"}, {Pos: id.Pos, Message: "the other, in the block"}},
	}
}
