package site

import (
	"reflect"
	"slices"
)

// SharedByRows is what is the same for every data item: it is said once, above
// the table, and not in each row.
type SharedByRows struct {
	Recipients []Link
	Kept       []KeptFor
	Provision  string
	IfNotGiven Text
	RequiredBy Text
}

// Said reports whether anything is the same for all.
func (s SharedByRows) Said() bool {
	return len(s.Recipients) > 0 || len(s.Kept) > 0 || s.Provision != ""
}

// lift takes what all rows share off the rows, and leaves out columns in which
// nothing is left.
func (v *DataView) lift() {
	if len(v.Rows) > 1 {
		v.Shared.Recipients = common(v.Rows, func(r *DataRow) *[]Link { return &r.Recipients })
		v.Shared.Kept = common(v.Rows, func(r *DataRow) *[]KeptFor { return &r.Kept })
		v.liftProvision()
	}
	v.HasPurposes = slices.ContainsFunc(v.Rows, func(r DataRow) bool { return len(r.Purposes) > 0 })
	v.HasProvision = slices.ContainsFunc(v.Rows, func(r DataRow) bool {
		return r.Provision != "" || r.RequiredBy.Said() || r.IfNotGiven.Said()
	})
	v.HasSees = slices.ContainsFunc(v.Rows, func(r DataRow) bool { return r.VisibleTo.Said() || len(r.Recipients) > 0 })
	v.HasKept = slices.ContainsFunc(v.Rows, func(r DataRow) bool { return len(r.Kept) > 0 })
}

func (v *DataView) liftProvision() {
	first := v.Rows[0]
	if first.Provision == "" {
		return
	}
	for _, r := range v.Rows {
		if r.Provision != first.Provision || r.RequiredBy != first.RequiredBy || r.IfNotGiven != first.IfNotGiven {
			return
		}
	}
	v.Shared.Provision, v.Shared.RequiredBy, v.Shared.IfNotGiven = first.Provision, first.RequiredBy, first.IfNotGiven
	for i := range v.Rows {
		v.Rows[i].Provision, v.Rows[i].RequiredBy, v.Rows[i].IfNotGiven = "", Text{}, Text{}
	}
}

// common gives the values that every row's list has, and takes them off.
func common[T any](rows []DataRow, list func(*DataRow) *[]T) []T {
	shared := slices.DeleteFunc(slices.Clone(*list(&rows[0])), func(value T) bool {
		return slices.ContainsFunc(rows, func(r DataRow) bool { return !has(*list(&r), value) })
	})
	for i := range rows {
		own := list(&rows[i])
		*own = slices.DeleteFunc(slices.Clone(*own), func(value T) bool { return has(shared, value) })
	}
	return shared
}

func has[T any](list []T, value T) bool {
	return slices.ContainsFunc(list, func(other T) bool { return reflect.DeepEqual(other, value) })
}
