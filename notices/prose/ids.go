package prose

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"notices.example/notices"
)

// ReservedIDs are ids that pages use for themselves besides notices.Sections.
// No heading has one of them. Nor has a heading an id with two hyphens in a row,
// so that pages are free to make such ids ("purpose--equality-analysis").
var ReservedIDs = []string{
	"a-to-z", "banner", "contacts", "content", "contents", "controls", "details", "footer", "glossary", "header",
	"in-short", "location", "main", "main-content", "menu", "nav", "navigation", "not-yet", "notices", "organisations",
	"page", "provides", "receives", "search", "skip", "summary", "title", "top",
}

// prefix tells an id that a heading would share with the page from the page's.
const prefix = "s-"

// slug makes an id of a heading's words: lower-case letters and digits, with
// single hyphens between words. Accents on Latin letters go ("Ŵyr" becomes "wyr",
// as in an address typed by hand); letters of other alphabets stay.
func slug(words string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(words) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r >= 0x300 && r <= 0x36F, r == '\'', r == '’': // accents; "don't" is one word
		case unicode.IsMark(r):
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return shortened(norm.NFC.String(b.String()))
}

// shortened cuts a long id between two words.
func shortened(id string) string {
	const most = 80 // bytes
	if len(id) <= most {
		return id
	}
	if i := strings.LastIndexByte(id[:most], '-'); i > 0 {
		return id[:i]
	}
	for most := most; ; most-- {
		if utf8.RuneStart(id[most]) {
			return id[:most]
		}
	}
}

func isSection(id string) bool {
	return slices.Contains(notices.Sections, notices.Section(id))
}

// idSet gives out ids, each once.
type idSet struct {
	taken map[string]bool
	next  map[string]int
}

func newIDSet() *idSet {
	return &idSet{taken: map[string]bool{}, next: map[string]int{}}
}

// take gives the id, or the id with the first free number after it.
func (s *idSet) take(id string) string {
	unique := id
	for s.taken[unique] {
		s.next[id]++
		unique = id + "-" + strconv.Itoa(s.next[id]+1)
	}
	s.taken[unique] = true
	return unique
}

// generated gives the id for a heading without one of its own.
func (s *idSet) generated(words string) string {
	id := slug(words)
	if id == "" {
		id = "part"
	}
	if isSection(id) || slices.Contains(ReservedIDs, id) {
		id = prefix + id
	}
	return s.take(id)
}
