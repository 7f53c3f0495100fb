package site

import (
	"bytes"
	"testing"
)

func TestRoomIsUsedAgainOnlyWhenItWasGivenBack(t *testing.T) {
	t.Parallel()
	s := &spare{}
	one := s.copied([]byte("one page"), []byte("\n"))
	if two := s.copied([]byte("two")); &one[0] == &two[0] || string(one) != "one page\n" || string(two) != "two" {
		t.Errorf("%q and %q share room", one, two)
	}
	first := &one[0]
	s.give([]File{{Content: one}})
	if again := s.copied([]byte("another")); &again[0] != first || string(again) != "another" {
		t.Errorf("%q is not in the room that was given back", again)
	}
	s.give([]File{{}})
	for size := range 20_000 {
		page := bytes.Repeat([]byte("a"), size)
		if got := s.copied(page); !bytes.Equal(got, page) {
			t.Fatalf("of %d bytes %d are left", size, len(got))
		} else if size%3 == 0 {
			s.give([]File{{Content: got}})
		}
	}
	if got := (*spare)(nil).copied([]byte("a")); string(got) != "a" {
		t.Errorf("without spare room, %q", got)
	}
}
