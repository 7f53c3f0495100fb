package site

import (
	"bytes"
	"slices"
	"testing"

	"golang.org/x/net/html"
)

// asAny holds what is made of words in a quick way to what is made of any words. It
// reports whether they are for the quick way.
func asAny(t *testing.T, words []byte, margin, room int) bool {
	t.Helper()
	if !isOneLine(words) {
		return false
	}
	if took := (&plain{line: slices.Clone(words)}).takeAny(); !bytes.Equal(took, words) {
		t.Errorf("%q is taken as %q", words, took)
	}
	quick, any := &plain{}, &plain{}
	quick.wrapPlain(words, margin, room)
	any.wrapAny(words, margin, room)
	if !bytes.Equal(quick.out, any.out) {
		t.Errorf("%q, %d and %d\ngot  %q\nwant %q", words, margin, room, quick.out, any.out)
	}
	return true
}

func TestPlainWordsAreWrappedAsOthers(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"a", "one two three", "a-word-that-is-longer-than-a-line b", "b a-word-that-is-longer-than-a-line", "~ ! a"} {
		for room := -2; room < 20; room++ {
			if !asAny(t, []byte(words), 65, room) {
				t.Errorf("%q is not plain", words)
			}
		}
	}
	for _, words := range []string{"", " ", " a", "a ", "a  b", "a\nb", "a\tb", "ŵ", "a\x7f", "\x00"} {
		if asAny(t, []byte(words), 0, 72) {
			t.Errorf("%q is plain", words)
		}
	}
}

// FuzzPlainWords wraps anything.
func FuzzPlainWords(f *testing.F) {
	f.Add("one two three", 70, 5)
	f.Fuzz(func(t *testing.T, words string, margin, room int) { asAny(t, []byte(words), margin&0xff, room%100) })
}

// FormsTwoWays holds the other forms of notices' pages to what they are when html.Parse
// has read the page. It gives how many there are.
func FormsTwoWays(t *testing.T, in Input) (forms int) {
	t.Helper()
	p, f := planOf(t, in), &finisher{}
	r := &renderer{plan: p, templates: p.shop.templates, small: newMinifier()}
	for _, page := range p.pages {
		one := &rendered{}
		if f.make(r, page, r.templates.compiled(page.layout), one); one.err != nil {
			t.Fatal(one.err)
		}
		root, err := html.Parse(bytes.NewReader(one.files[0].Content))
		if err != nil {
			t.Fatal(err)
		}
		other := &finisher{}
		for i, want := range other.otherForms(r, page, reading{root: other.reader.taken(root, nil)}) {
			forms++
			if got := one.files[i+1]; got.Path != want.Path || !bytes.Equal(got.Content, want.Content) {
				t.Errorf("%s is\n%s\nwant\n%s", got.Path, got.Content, want.Content)
			}
		}
	}
	return forms
}
