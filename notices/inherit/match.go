package inherit

import (
	"fmt"
	"reflect"

	"notices.example/notices"
)

// matchOf gives the index in tr of what translates item i of dst, or -1. Both are lists
// of such values.
func (how *overlaid) matchOf(dst, tr reflect.Value, i int) int {
	if !tr.IsValid() {
		return -1
	}
	id, hasID := how.idOf(dst.Index(i))
	if !hasID {
		if i < tr.Len() {
			return i
		}
		return -1
	}
	if i < tr.Len() && how.isRoleless(tr.Index(i)) {
		return i
	}
	earlier := 0 // a body may have several contacts of one role
	for j := range i {
		if other, _ := how.idOf(dst.Index(j)); other == id {
			earlier++
		}
	}
	for j := range tr.Len() {
		if other, _ := how.idOf(tr.Index(j)); other == id {
			if earlier == 0 {
				return j
			}
			earlier--
		}
	}
	return -1
}

// idOf gives the ID of a thing, or the role of a contact, and whether it is of a
// kind that has one and has been given one.
func (how *overlaid) idOf(v reflect.Value) (string, bool) {
	switch {
	case how.contact:
		role := &v.Addr().Interface().(*notices.Contact).Role
		return role.Value, role.Said()
	case how.id != nil:
		id := v.FieldByIndex(how.id).Addr().Interface().(*notices.ID).Value
		return id, id != ""
	}
	return "", false
}

// isRoleless reports whether a value is a contact that names no role. It is matched
// by its order, too.
func (how *overlaid) isRoleless(v reflect.Value) bool {
	return how.contact && !v.Addr().Interface().(*notices.Contact).Role.Said()
}

func (how *overlaid) unmatchedTranslation(v reflect.Value, notice string) notices.Finding {
	id, _ := how.idOf(v)
	f := notices.Finding{
		Rule: "translation-unmatched", Severity: notices.Error, Pos: posOf(v), Notice: notice, About: id,
		Message: "This translates something that is not in the main file.",
		Fix:     "Give it the id that the main file uses, or take it out. What is inherited is translated where it is written.",
	}
	switch {
	case how.contact && id != "":
		f.Message = fmt.Sprintf("This translates a contact with the role “%s”, but the main file has no more of that role.", id)
		f.Fix = "Give it the role that the main file uses, or take it out."
	case id != "":
		f.Message = fmt.Sprintf("This translates “%s”, but the main file has nothing with that id.", id)
	}
	return f
}
