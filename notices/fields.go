package notices

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Fields tells what a place in a content file is part of. The zero value knows no
// file.
type Fields struct {
	known   map[string][]FieldStart        // in the order of their places, by the file's path
	read    func(file string) []FieldStart // gives those of the files that are not known
	refused func(file string) []FieldStart // gives those of them that are refused, sooner
}

// NewFields gives fields to which those of files can be added.
func NewFields() *Fields { return &Fields{known: map[string][]FieldStart{}} }

// Set says what stands in a file, in the order of the places.
func (f *Fields) Set(file string, list []FieldStart) { f.known[file] = list }

// ReadWith says how to learn what stands in the files of which nothing was said, and
// what of that is refused, which takes less. Both may be called by several at a time.
func (f *Fields) ReadWith(read, refused func(file string) []FieldStart) {
	f.read, f.refused = read, refused
}

// Known gives the files of which is said what stands in them.
func (f *Fields) Known() iter.Seq2[string, []FieldStart] {
	if f == nil {
		return maps.All(map[string][]FieldStart(nil))
	}
	return maps.All(f.known)
}

// In gives what stands in a file, in the order of the places.
func (f *Fields) In(file string) []FieldStart {
	if f == nil {
		return nil
	}
	list, known := f.known[file]
	if !known && f.read != nil {
		return f.read(file)
	}
	return list
}

// FieldStart is where a value starts, and what the value is.
type FieldStart struct {
	Path    string // keys, and of list items the ID or else the number from 1: purposes/billing/data/2, or body
	Line    int32  // small, as there is one of these for every value of the site
	Col     uint16
	Refused bool // a key was written, but nothing that could be used stands there; load says so
}

// At gives the path of the value that stands at the place, or nothing. It does
// not change when lines are added elsewhere in the file, so it can be used to
// know a finding again. The start of a file, without a length, is the file as a
// whole and no part of it.
func (f *Fields) At(p Pos) string {
	if p.Line <= 1 && p.Col <= 1 && p.Len == 0 {
		return ""
	}
	list := f.In(p.File)
	i, exact := slices.BinarySearchFunc(list, p, func(s FieldStart, p Pos) int {
		return cmp.Or(cmp.Compare(int(s.Line), p.Line), cmp.Compare(int(s.Col), p.Col))
	})
	switch {
	case exact:
		return list[i].Path
	case i == 0:
		return ""
	}
	return list[i-1].Path
}

// Refused reports whether the key that ends the path was written in the file, but
// nothing that could be used stands there. A plain list keeps no place of its own
// that could tell this from a key that was not written at all.
func (f *Fields) Refused(file, path string) bool {
	return slices.ContainsFunc(f.refusedIn(file), func(s FieldStart) bool { return s.Refused && s.Path == path })
}

// refusedIn gives what of a file is refused, and may give more.
func (f *Fields) refusedIn(file string) []FieldStart {
	if f == nil {
		return nil
	}
	list, known := f.known[file]
	if !known && f.refused != nil {
		return f.refused(file)
	}
	return list
}

// StableField is the field without the numbers of list items, which change when
// another item is put before them: a finding is known again by it.
func (f Finding) StableField() string {
	names := slices.DeleteFunc(strings.Split(f.Field, "/"), func(name string) bool {
		_, err := strconv.Atoi(name)
		return err == nil
	})
	return strings.Join(names, "/")
}

// Fill sets the field of each finding that has none yet.
func (f *Fields) Fill(findings []Finding) {
	for i := range findings {
		if findings[i].Field == "" {
			findings[i].Field = f.At(findings[i].Pos)
		}
	}
}
