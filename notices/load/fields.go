package load

import (
	"cmp"
	"slices"
	"strconv"
	"unique"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// fieldPaths gives what every place of the file is part of: its keys and the
// items of its lists, and the Markdown below them.
func (f *file) fieldPaths(root *yaml.Node) []notices.FieldStart {
	w := &fieldWalk{}
	if root != nil {
		w.inside(root, "")
	}
	if body := f.matter.body; f.isMarkdown() && body.Said() {
		w.starts = append(w.starts, notices.FieldStart{Line: body.Pos.Line, Col: 1, Path: "body"})
	}
	slices.SortStableFunc(w.starts, func(a, b notices.FieldStart) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	// Where two begin at one place, the first is the outer one.
	single := slices.CompactFunc(w.starts, func(a, b notices.FieldStart) bool { return a.Line == b.Line && a.Col == b.Col })
	return slices.Clone(single) // no larger than need be: there are as many as there are values on the site
}

// fieldWalk notes where keys and items start.
type fieldWalk struct{ starts []notices.FieldStart }

func (w *fieldWalk) start(n *yaml.Node, path string) {
	path = unique.Make(path).Value() // the same in many notices: without this, paths are a quarter of all memory
	w.starts = append(w.starts, notices.FieldStart{Line: n.Line, Col: n.Column, Path: path})
}

// inside notes what stands in a value with that path.
func (w *fieldWalk) inside(n *yaml.Node, path string) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			name := below(path, key.Value)
			if i > 0 || path == "" {
				w.start(key, name)
			} else if w.start(key, path); !isEmpty(value) { // the place of the first key is that of its group: see structure
				w.start(value, name)
			}
			w.inside(value, name)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			name := below(path, itemName(item, i))
			w.start(item, name)
			w.inside(item, name)
		}
	}
}

// itemName is what an item of a list is known by: its ID, or else its number.
func itemName(item *yaml.Node, i int) string {
	if item.Kind == yaml.MappingNode {
		for k := 0; k+1 < len(item.Content); k += 2 {
			if item.Content[k].Value == "id" && item.Content[k+1].Kind == yaml.ScalarNode && !isEmpty(item.Content[k+1]) {
				return item.Content[k+1].Value
			}
		}
	}
	return strconv.Itoa(i + 1)
}

// below adds a name to a path. A long one is cut: it is no key that is used.
func below(path, name string) string {
	name = shorten(name)
	if path == "" {
		return name
	}
	return path + "/" + name
}

// refuseField notes of a key that nothing that can be used stands there. The name
// is the one that was meant.
func (f *file) refuseField(pos notices.Pos, name string) {
	for i := range f.fields {
		field := &f.fields[i]
		if field.Line != pos.Line || field.Col != pos.Col {
			continue
		}
		field.Refused = true
		if parent, _, nested := cutLast(field.Path, "/"); nested {
			name = parent + "/" + name
		}
		field.Path = name
		return
	}
}
