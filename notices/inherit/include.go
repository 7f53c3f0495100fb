package inherit

import (
	"fmt"

	"notices.example/notices"
)

// checkIncluded reports blocks that cannot be told apart from the notice that
// includes them: the same block twice, or something of a block that has the ID
// of something else in the notice.
func (r *resolver) checkIncluded(n *notices.Notice) {
	included := map[string]notices.Pos{}
	taken := map[string]notices.Pos{}
	r.claimIDs(n, n.Processing, notices.Pos{}, taken)
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
			r.claimIDs(n, b.Processing, inclusion.Block.Pos, taken)
		}
	}
}

// claimIDs notes the IDs of a notice or block, and reports those of a block that
// are taken. Load has seen to it that each list has an ID once.
func (r *resolver) claimIDs(n *notices.Notice, p notices.Processing, at notices.Pos, taken map[string]notices.Pos) {
	claim := func(kind string, id notices.ID) {
		if id.Value == "" {
			return
		}
		first, again := taken[kind+" "+id.Value]
		if !again {
			taken[kind+" "+id.Value] = id.Pos
			return
		}
		r.report(notices.Finding{
			Rule: "block-id-taken", Severity: notices.Error, Pos: at, Notice: n.ID.Value, About: id.Value,
			Message: fmt.Sprintf("This block has %s called “%s”, and the notice has another one of that id.", kind, id.Value),
			Fix:     "Give one of the two another id.",
			Related: []notices.Related{{Pos: first, Message: "one"}, {Pos: id.Pos, Message: "the other, in the block"}},
		})
	}
	for _, d := range p.Data {
		claim("an item of data", d.ID)
	}
	for _, purpose := range p.Purposes {
		claim("a purpose", purpose.ID)
	}
	for _, recipient := range p.Recipients.Items {
		claim("a recipient", recipient.ID)
	}
	for _, source := range p.Sources.Items {
		claim("a source", source.ID)
	}
}
