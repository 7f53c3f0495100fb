package load

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// items parts a group of names and values where names begin to repeat: without
// its hyphen, the next item of a list runs into the one above.
func (d *decoder) items(n *yaml.Node, tell bool) []*yaml.Node {
	var parts []*yaml.Node
	for {
		at := d.repeatsAt(n)
		if at == 0 {
			return append(parts, n)
		}
		if tell {
			d.reportHyphen(n, n.Content[at])
		}
		rest := *n
		rest.Content = n.Content[at:]
		rest.Line, rest.Column = rest.Content[0].Line, rest.Content[0].Column
		above := *n
		above.Content = n.Content[:at]
		parts = append(parts, &above)
		n = &rest
	}
}

// repeatsAt is where the first name of a group comes again, or two names in a
// row do; 0 when they do not.
func (d *decoder) repeatsAt(n *yaml.Node) int {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 {
		return 0
	}
	seen := d.seenIn(n)
	for i := 0; i < len(n.Content); i += 2 {
		name := n.Content[i].Value
		if seen(name, i) && (name == n.Content[0].Value || i+2 < len(n.Content) && seen(n.Content[i+2].Value, i)) {
			return i
		}
	}
	return 0
}

// seenIn gives what tells whether a name stands in a group above the node with an index.
// It is asked for the indexes in their order.
func (d *decoder) seenIn(n *yaml.Node) func(name string, above int) bool {
	const few = 32 // nodes: to look through them is quicker than to know them
	if len(n.Content) <= few {
		return func(name string, above int) bool {
			for i := 0; i < above; i += 2 {
				if n.Content[i].Value == name {
					return true
				}
			}
			return false
		}
	}
	seen, next := d.worker.firstNames(), 0
	return func(name string, above int) bool {
		for ; next < above; next += 2 {
			seen[n.Content[next].Value] = true
		}
		return seen[name]
	}
}

// reportHyphen reports that the group begins anew at a key.
func (d *decoder) reportHyphen(group, key *yaml.Node) {
	first := group.Content[0]
	message := fmt.Sprintf("“%s” begins a second item here, but the line has no hyphen. Is a hyphen missing before line %d?", shorten(key.Value), key.Line)
	rest := d.restOf(first.Line, first.Column)
	lead := strings.TrimSuffix(d.line(first.Line), rest)
	if strings.Trim(lead, " -") != "" || strings.Count(lead, "-") != 1 {
		lead = strings.Repeat(" ", max(key.Column-3, 0)) + "- "
	}
	d.report(ruleKeyDuplicate, d.value(key), message, "Begin every item of the list with a hyphen:\n"+lead+d.restOf(key.Line, key.Column),
		notices.Related{Pos: d.value(first), Message: "the item above begins here"})
}
