package load

import (
	"slices"
	"unique"

	"notices.example/notices"
)

// beyond gives what a notice names and does not define itself: see notices.Reader. It is
// nil for one that includes blocks, as these define more.
func (w *worker) beyond(n *notices.Notice) []notices.Named {
	if len(n.Include) > 0 {
		return nil
	}
	list := []notices.Named{}
	w.named = notices.References(n, w.named[:0])
	for _, to := range w.named {
		named := notices.Named{Kind: to.Kind, ID: to.Value}
		if !defines(n, named) && !slices.Contains(list, named) {
			named.ID = unique.Make(named.ID).Value() // no part of the file's text, and mostly one that others name too
			list = append(list, named)
		}
	}
	return slices.Clip(list)
}

// defines reports whether there is such a thing in a notice.
func defines(n *notices.Notice, named notices.Named) bool {
	switch named.Kind {
	case "data":
		return has(n.Data, func(d *notices.DataItem) bool { return d.ID.Value == named.ID })
	case "purpose":
		return has(n.Purposes, func(p *notices.Purpose) bool { return p.ID.Value == named.ID })
	case "recipient":
		return has(n.Recipients.Items, func(r *notices.Recipient) bool { return r.Ref() == named.ID })
	case "source":
		return has(n.Sources.Items, func(s *notices.Source) bool { return s.ID.Value == named.ID })
	}
	return false
}

// has is slices.ContainsFunc for a list of large values, which it does not copy.
func has[T any](list []T, is func(*T) bool) bool {
	for i := range list {
		if is(&list[i]) {
			return true
		}
	}
	return false
}

// Beyond gives what a notice names and does not define itself.
func (r *reader) Beyond(id string) ([]notices.Named, bool) {
	for _, f := range r.files[id] {
		if f.isMain() && f.reading.said && !f.nameless {
			return f.kept.beyond, f.kept.beyond != nil
		}
	}
	return nil, false
}
