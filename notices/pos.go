package notices

import (
	"cmp"
	"strconv"
)

// Pos is the place of a value in a content file. The zero Pos means that the
// value was not written anywhere.
type Pos struct {
	File string // path below the site's root, with forward slashes
	Line int    // from 1
	Col  int    // from 1, in code points
	Len  int    // in code points on that line; 0 when not known
}

// IsZero reports whether the value was not written anywhere.
func (p Pos) IsZero() bool { return p.File == "" }

// String gives file:line:col, without the parts that are not known.
func (p Pos) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			s += ":" + strconv.Itoa(p.Col)
		}
	}
	return s
}

// Compare orders places by file, then line, then column, as cmp.Compare does.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}
