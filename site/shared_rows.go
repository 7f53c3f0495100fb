package site

import "slices"

// SharedByRows is what is the same for every data item: it is said once, above
// the table, and not in each row.
type SharedByRows struct {
	Basis      UseBasis
	Recipients []Link
	Kept       []KeptFor
	Provision  string
	IfNotGiven Text `explain:"here"`
	RequiredBy Text `explain:"here"`
}

// Said reports whether anything is the same for all.
func (s SharedByRows) Said() bool {
	return s.Basis.Said() || len(s.Recipients) > 0 || len(s.Kept) > 0 || s.Provision != ""
}

// lift takes what all rows share off the rows, and leaves out columns in which
// nothing is left.
func (v *DataView) lift() {
	if len(v.Rows) > 1 {
		v.Shared.Recipients = common(v.Rows, func(r *DataRow) *[]Link { return &r.Recipients }, equal)
		v.Shared.Kept = common(v.Rows, func(r *DataRow) *[]KeptFor { return &r.Kept }, equalKept)
		v.liftProvision()
		v.liftBasis()
	}
	v.Why = v.whyHeading()
	v.HasProvision = slices.ContainsFunc(v.Rows, func(r DataRow) bool {
		return r.Provision != "" || r.RequiredBy.Said() || r.IfNotGiven.Said()
	})
	v.HasSees = slices.ContainsFunc(v.Rows, func(r DataRow) bool { return r.VisibleTo.Said() || len(r.Recipients) > 0 })
	v.HasKept = slices.ContainsFunc(v.Rows, func(r DataRow) bool { return len(r.Kept) > 0 })
}

// whyHeading says what the column of purposes tells: with what allows each, unless
// that is said for all of them.
func (v *DataView) whyHeading() (heading string) {
	for _, r := range v.Rows {
		for _, u := range r.Purposes {
			if u.Basis.Said() {
				return v.Words.Column.WhyBasis
			}
			heading = v.Words.Column.Why
		}
	}
	return heading
}

// liftBasis takes off the basis that every use of every item has. An item that no
// purpose uses has no basis: only that none is said yet holds for it too.
func (v *DataView) liftBasis() {
	var first *UseBasis
	unused := false
	for i := range v.Rows {
		uses := v.Rows[i].Purposes
		unused = unused || len(uses) == 0
		for j := range uses {
			if first == nil {
				first = &uses[j].Basis
			}
			if uses[j].Basis != *first {
				return
			}
		}
	}
	if first == nil || unused && first.Label.Said() {
		return
	}
	v.Shared.Basis = *first
	for i := range v.Rows {
		for j := range v.Rows[i].Purposes {
			v.Rows[i].Purposes[j].Basis = UseBasis{}
		}
	}
}

func (v *DataView) liftProvision() {
	first := v.Rows[0]
	if first.Provision == "" {
		return
	}
	for _, r := range v.Rows {
		if r.Provision != first.Provision || r.RequiredBy != first.RequiredBy || r.IfNotGiven != first.IfNotGiven || r.NotSaid.IfNotGiven != "" {
			return
		}
	}
	v.Shared.Provision, v.Shared.RequiredBy, v.Shared.IfNotGiven = first.Provision, first.RequiredBy, first.IfNotGiven
	for i := range v.Rows {
		v.Rows[i].Provision, v.Rows[i].RequiredBy, v.Rows[i].IfNotGiven = "", Text{}, Text{}
	}
}

// common gives the values that every row's list has, and takes them off.
func common[T any](rows []DataRow, list func(*DataRow) *[]T, equal func(a, b T) bool) []T {
	has := func(list []T, value T) bool {
		return slices.ContainsFunc(list, func(other T) bool { return equal(other, value) })
	}
	shared := slices.Clone(*list(&rows[0]))
	for i := range rows {
		own := *list(&rows[i])
		shared = slices.DeleteFunc(shared, func(value T) bool { return !has(own, value) })
	}
	if len(shared) == 0 {
		return nil
	}
	for i := range rows {
		own := list(&rows[i])
		*own = slices.DeleteFunc(slices.Clone(*own), func(value T) bool { return has(shared, value) })
	}
	return shared
}

// equalKept compares how long things are kept, before words of it lead anywhere.
func equalKept(a, b KeptFor) bool {
	return slices.Equal(a.Only, b.Only) && a.Period == b.Period && a.Criteria == b.Criteria && a.After == b.After &&
		a.From == b.From && a.Then == b.Then && a.NotSaid == b.NotSaid
}
