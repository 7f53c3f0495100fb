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
	w := fieldWalk{starts: f.worker.starts[:0]}
	if root != nil {
		w.inside(root, &f.worker.paths)
	}
	if body := f.matter.body; f.isMarkdown() && body.Said() {
		w.starts = append(w.starts, notices.FieldStart{Line: int32(body.Pos.Line), Col: 1, Path: "body"})
	}
	f.worker.starts = w.starts
	order := func(a, b notices.FieldStart) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	}
	if !slices.IsSortedFunc(w.starts, order) {
		slices.SortStableFunc(w.starts, order)
	}
	// Where two begin at one place, the first is the outer one.
	single := slices.CompactFunc(w.starts, func(a, b notices.FieldStart) bool { return order(a, b) == 0 })
	return slices.Clone(single) // no larger than need be: there are as many as there are values on the site
}

// fieldPath is a path and, by their names, those below it. They are the same in many
// notices, so that each is put together and kept once.
type fieldPath struct {
	path string
	next map[string]*fieldPath
}

// below gives the path of a name below this one. A long name is cut: it is no key that
// is used.
func (p *fieldPath) below(name string) *fieldPath {
	if known := p.next[name]; known != nil {
		return known
	}
	path := shorten(name)
	if p.path != "" {
		path = p.path + "/" + path
	}
	if p.next == nil {
		p.next = map[string]*fieldPath{}
	}
	known := &fieldPath{path: unique.Make(path).Value()} // also the same in the next run
	p.next[name] = known
	return known
}

// fieldWalk notes where keys and items start.
type fieldWalk struct{ starts []notices.FieldStart }

func (w *fieldWalk) start(n *yaml.Node, p *fieldPath) {
	w.starts = append(w.starts, notices.FieldStart{Line: int32(n.Line), Col: uint16(n.Column), Path: p.path})
}

// inside notes what stands in a value with that path.
func (w *fieldWalk) inside(n *yaml.Node, p *fieldPath) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			name := p.below(key.Value)
			if i > 0 || p.path == "" {
				w.start(key, name)
			} else if w.start(key, p); !isEmpty(value) { // the place of the first key is that of its group: see structure
				w.start(value, name)
			}
			w.inside(value, name)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			name := p.below(itemName(item, i))
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

// refuseField notes of a key that nothing that can be used stands there. The name
// is the one that was meant.
func (f *file) refuseField(pos notices.Pos, name string) {
	f.findFields()
	for i := range f.fields {
		field := &f.fields[i]
		if int(field.Line) != pos.Line || int(field.Col) != pos.Col {
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
