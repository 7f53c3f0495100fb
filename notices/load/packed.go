package load

import (
	"encoding/binary"
	"math/bits"
	"reflect"
	"strings"
	"time"

	"notices.example/notices"
)

// packed is what the file of a notice says, but for its words: these are read from the
// file again. It takes a small part of the room of the notice, and of the time of
// reading its YAML.
//
// Of each struct it has the fields that are not empty; of a place, how many lines it is
// below the one before; of a text, where it stands in the file. A text that stands
// there otherwise, such as one that goes over several lines, is in it as it is.
type packed string

// packer packs one notice after the other, in the same memory.
type packer struct {
	out    []byte
	lines  []int // where those of the text begin
	file   string
	text   string
	line   int  // of the last place
	at     int  // in the text, of the last words that were found there
	failed bool // a place is in another file
}

// pack packs a notice that was read from a text. It gives nothing for one that is not
// from there alone.
func (p *packer) pack(n *notices.Notice, text string) packed {
	p.out, p.lines, p.file, p.text, p.line, p.at, p.failed = p.out[:0], append(p.lines[:0], 0), n.Pos.File, text, 0, 0, false
	for i := range len(text) {
		if text[i] == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	p.value(noticePacking(), reflect.ValueOf(n).Elem())
	if p.failed {
		return ""
	}
	return packed(p.out)
}

func (p *packer) number(n int) {
	if n < 0x80 {
		p.out = append(p.out, byte(n))
		return
	}
	p.out = binary.AppendUvarint(p.out, uint64(n))
}

func (p *packer) signed(n int64) { p.out = binary.AppendVarint(p.out, n) }

func (p *packer) day(t time.Time) { p.signed(t.Unix()) }

func (p *packer) value(how *packing, v reflect.Value) {
	switch how.kind {
	case aSaying, aWord, aDate, anAnswer, aTextList, aRefList, aTermList:
		p.usual(how.kind, v.Addr().Interface())
	case aPlace:
		p.pos(v.Addr().Interface().(*notices.Pos))
	case aDay:
		p.day(*v.Addr().Interface().(*time.Time))
	case aStruct:
		p.fields(how, v)
	case aPointer:
		p.value(how.elem, v.Elem())
	case aList:
		p.number(v.Len())
		for i := range v.Len() {
			p.value(how.elem, v.Index(i))
		}
	case aText:
		p.words(v.String())
	case aNumber:
		p.signed(v.Int())
	case aSmallNumber:
		p.number(int(v.Uint()))
	} // of what is not false nothing more is to be said
}

// fields packs which fields of a struct are not empty, and those.
func (p *packer) fields(how *packing, v reflect.Value) {
	var said uint64
	for i := range how.fields {
		if !v.Field(how.fields[i].index).IsZero() {
			said |= 1 << i
		}
	}
	for p.number(int(said)); said != 0; said &= said - 1 {
		own := &how.fields[bits.TrailingZeros64(said)]
		p.value(own.how, v.Field(own.index))
	}
}

func (p *packer) pos(at *notices.Pos) {
	p.failed = p.failed || at.File != p.file
	p.signed(int64(at.Line - p.line))
	p.number(at.Col)
	p.number(at.Len)
	p.line = at.Line
}

// words packs a text: how long it is, and where it stands in the file, from the one
// before; or else the text itself. It is looked for on the line of the last place.
func (p *packer) words(s string) {
	const further = 200
	from := p.lines[min(max(p.line-1, 0), len(p.lines)-1)]
	at := strings.Index(p.text[from:min(len(p.text), from+len(s)+further)], s)
	if at < 0 {
		p.number(len(s)<<1 | 1)
		p.out = append(p.out, s...)
		return
	}
	p.number(len(s) << 1)
	p.signed(int64(from + at - p.at))
	p.at = from + at
}

// unpack gives the notice again, with words from the same text. The file is that of
// its places.
func (p packed) unpack(file, text string) *notices.Notice {
	var n notices.Notice
	u := unpacker{packed: string(p), file: file, text: text}
	u.value(noticePacking(), reflect.ValueOf(&n).Elem())
	return &n
}

// unpacker is unpack at work.
type unpacker struct {
	packed     string
	next       int // up to where it is unpacked
	file, text string
	line, at   int // see packer
	room       rooms
}

func (u *unpacker) number() uint64 {
	if c := u.packed[u.next]; c < 0x80 {
		u.next++
		return uint64(c)
	}
	return u.longNumber()
}

func (u *unpacker) longNumber() (n uint64) {
	for i := 0; ; i++ {
		c := u.packed[u.next]
		u.next++
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			return n
		}
	}
}

// signed gives a number that may be negative, as binary.Varint does.
func (u *unpacker) signed() int64 {
	n := u.number()
	return int64(n>>1) ^ -int64(n&1)
}

func (u *unpacker) value(how *packing, v reflect.Value) {
	switch how.kind {
	case aSaying, aWord, aDate, anAnswer, aTextList, aRefList, aTermList:
		u.usual(how.kind, v.Addr().Interface())
	case aPlace:
		u.pos(v.Addr().Interface().(*notices.Pos))
	case aDay:
		*v.Addr().Interface().(*time.Time) = u.day()
	case aStruct:
		for said := u.number(); said != 0; said &= said - 1 {
			own := &how.fields[bits.TrailingZeros64(said)]
			u.value(own.how, v.Field(own.index))
		}
	case aPointer:
		v.Set(reflect.New(how.elem.of))
		u.value(how.elem, v.Elem())
	case aList:
		n := int(u.number())
		v.Set(reflect.MakeSlice(how.of, n, n))
		for i := range n {
			u.value(how.elem, v.Index(i))
		}
	case aText:
		v.SetString(u.words())
	case aNumber:
		v.SetInt(u.signed())
	case aSmallNumber:
		v.SetUint(u.number())
	case aYes:
		v.SetBool(true)
	}
}

func (u *unpacker) day() time.Time { return time.Unix(u.signed(), 0).UTC() }

func (u *unpacker) pos(at *notices.Pos) {
	u.line += int(u.signed())
	at.File, at.Line, at.Col, at.Len = u.file, u.line, int(u.number()), int(u.number())
}

func (u *unpacker) words() string {
	n := u.number()
	length := int(n >> 1)
	if n&1 == 0 {
		u.at += int(u.signed())
		return u.text[u.at : u.at+length]
	}
	words := u.packed[u.next : u.next+length]
	u.next += length
	return words
}
