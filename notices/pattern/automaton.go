package pattern

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// automaton tells whether a text has a match. It reads a text once, from state to
// state: a state is all the places in the expression that the text so far may have
// come to. States, and the ways between them, are made as texts need them, by one
// goroutine at a time; any number read them without waiting.
type automaton struct {
	source string
	once   sync.Once
	prog   *syntax.Prog // nil where there is no automaton for the expression
	start  *state

	bounds  []rune        // the first character of each class but the first: those of a class lead from each state to the same one
	all     bool          // every character is in a class; the commonest always are
	classes [tabled]uint8 // the numbers of those of the commonest

	making sync.Mutex
	known  map[string]*state // by places and what stands before
	stack  []uint32          // these two are of use to step alone
	seen   []bool
}

// What is beyond these limits is left to package regexp: they bound what an automaton
// takes.
const (
	mostStates       = 400
	mostInstructions = 2000
	mostClasses      = 200 // an expression that asks for letters of all languages has more
)

// The commonest characters are ASCII, and the block that has the typographic quotes
// and dashes.
const (
	punctuation = 0x2010
	tabled      = utf8.RuneSelf + 0x20
)

// state is a place in the reading of a text.
type state struct {
	places  []uint32 // in the expression, to go on from
	before  context
	matched bool                    // whatever comes
	ends    bool                    // there is a match if nothing comes
	next    []atomic.Pointer[state] // by class; nil when not known yet
}

// context is what stands before a place in a text, as far as \b, ^ and $ ask.
type context uint8

const (
	atStart context = iota
	afterWord
	afterLine
	afterOther
)

func contextOf(c rune) context {
	switch {
	case syntax.IsWordChar(c):
		return afterWord
	case c == '\n':
		return afterLine
	}
	return afterOther
}

// rune gives a character of the context.
func (c context) rune() rune { return [...]rune{nothing, 'a', '\n', ' '}[c] }

// nothing stands for the character before and behind a text.
const nothing = -1

// matches reports whether the text has a match, and whether that is sure.
func (a *automaton) matches(text string) (matches, sure bool) {
	a.once.Do(a.prepare)
	if a.prog == nil {
		return false, false
	}
	at := a.start
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		class, known := a.class(c)
		if !known {
			return false, false
		}
		next := at.next[class].Load()
		if next == nil {
			if next = a.step(at, c); next == nil {
				return false, false
			}
			at.next[class].Store(next)
		}
		if next.matched {
			return true, true
		}
		at = next
	}
	return at.ends, true
}

// class gives the number of a character's class, if it is known.
func (a *automaton) class(c rune) (class int, known bool) {
	switch {
	case c < utf8.RuneSelf:
		return int(a.classes[c]), true
	case punctuation <= c && c < punctuation+tabled-utf8.RuneSelf:
		return int(a.classes[c-punctuation+utf8.RuneSelf]), true
	case !a.all:
		return 0, false
	}
	return a.classOf(c), true
}

// prepare makes the first state, and the classes.
func (a *automaton) prepare() {
	form, err := syntax.Parse(a.source, syntax.Perl)
	if err != nil {
		return
	}
	prog, err := syntax.Compile(form.Simplify())
	if err != nil || len(prog.Inst) > mostInstructions { // too long to be worth it
		return
	}
	a.known, a.seen = map[string]*state{}, make([]bool, len(prog.Inst))
	a.prog = prog
	a.classify()
	a.start = a.state([]uint32{uint32(prog.Start)}, atStart)
}

// classify puts characters that no instruction tells apart, nor \b, ^ or $, into one
// class. With too many classes it knows the commonest characters alone.
func (a *automaton) classify() {
	bounds := []rune{'\n', '\n' + 1, '0', '9' + 1, 'A', 'Z' + 1, '_', '_' + 1, 'a', 'z' + 1, utf8.RuneSelf, punctuation}
	for i := range a.prog.Inst {
		bounds = appendBounds(bounds, a.prog.Inst[i].Rune)
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	a.all = len(bounds) < mostClasses
	if !a.all {
		bounds = slices.DeleteFunc(bounds, func(c rune) bool { return c > utf8.RuneSelf && (c < punctuation || c >= punctuation+tabled) })
	}
	a.bounds = slices.Clip(bounds)
	for i := range a.classes {
		c := rune(i)
		if c >= utf8.RuneSelf {
			c += punctuation - utf8.RuneSelf
		}
		a.classes[i] = uint8(a.classOf(c))
	}
}

// appendBounds adds where the ranges of an instruction begin, and what comes after
// each. A single character may stand for its other case too.
func appendBounds(bounds, ranges []rune) []rune {
	if len(ranges) == 1 {
		bounds = append(bounds, ranges[0], ranges[0]+1)
		for c := unicode.SimpleFold(ranges[0]); c != ranges[0]; c = unicode.SimpleFold(c) {
			bounds = append(bounds, c, c+1)
		}
		return bounds
	}
	for i, c := range ranges {
		bounds = append(bounds, c+rune(i%2)) // the second of a pair is the last of its range
	}
	return bounds
}

// classOf gives the number of the class that a character is in.
func (a *automaton) classOf(c rune) int {
	class, begins := slices.BinarySearch(a.bounds, c)
	if begins {
		class++
	}
	return class
}

// step gives the state after one more character, or nil beyond the limits.
func (a *automaton) step(at *state, c rune) *state {
	a.making.Lock()
	defer a.making.Unlock()
	var next []uint32
	match := a.follow(at, c, func(inst *syntax.Inst) {
		if inst.MatchRune(c) {
			next = append(next, inst.Out)
		}
	})
	if match {
		return &state{matched: true}
	}
	return a.state(append(next, uint32(a.prog.Start)), contextOf(c)) // a match may begin anywhere
}

// follow goes from the places of a state to all that can be reached before a
// character, and calls f for each instruction that takes one. It reports whether
// there is a match already.
func (a *automaton) follow(at *state, c rune, f func(*syntax.Inst)) bool {
	clear(a.seen)
	holds := syntax.EmptyOpContext(at.before.rune(), c)
	a.stack = append(a.stack[:0], at.places...)
	for len(a.stack) > 0 {
		place := a.stack[len(a.stack)-1]
		a.stack = a.stack[:len(a.stack)-1]
		if a.seen[place] {
			continue
		}
		a.seen[place] = true
		inst := &a.prog.Inst[place]
		switch inst.Op {
		case syntax.InstMatch:
			return true
		case syntax.InstAlt, syntax.InstAltMatch:
			a.stack = append(a.stack, inst.Out, inst.Arg)
		case syntax.InstCapture, syntax.InstNop:
			a.stack = append(a.stack, inst.Out)
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(inst.Arg)&^holds == 0 {
				a.stack = append(a.stack, inst.Out)
			}
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			f(inst)
		}
	}
	return false
}

// state gives the state of these places: one there is, or a new one, or nil when
// there are too many.
func (a *automaton) state(places []uint32, before context) *state {
	slices.Sort(places)
	places = slices.Compact(places)
	key := []byte{byte(before)}
	for _, p := range places {
		key = binary.LittleEndian.AppendUint16(key, uint16(p))
	}
	if s := a.known[string(key)]; s != nil {
		return s
	}
	if len(a.known) == mostStates {
		return nil
	}
	s := &state{places: slices.Clip(places), before: before, next: make([]atomic.Pointer[state], len(a.bounds)+1)}
	s.ends = a.follow(s, nothing, func(*syntax.Inst) {})
	a.known[string(key)] = s
	return s
}
