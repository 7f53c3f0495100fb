package preview

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"notices.example/notices"
)

// edit is one change to the copy of a page that is served: bytes cut out at a
// place, others put in there. All else of the page stays as it is.
type edit struct {
	at, cut int
	put     string
}

// apply gives the page with its edits, which do not overlap.
func apply(page []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.at - b.at })
	var b bytes.Buffer
	done := 0
	for _, e := range edits {
		b.Write(page[done:e.at])
		b.WriteString(e.put)
		done = e.at + e.cut
	}
	b.Write(page[done:])
	return b.Bytes()
}

// heading is a heading of a page that can be linked to.
type heading struct {
	text string
	end  int // where it ends in the page
}

// scanned is where the parts of a page are.
type scanned struct {
	policies []edit // each takes out a policy that the page gives itself
	head     int    // the end of its head
	start    int    // the start of its body
	end      int    // the end of its body
	title    int    // the end of its first heading of the first order
	last     int    // the end of the last section of a notice, or of its main part
	headings map[string]heading
	sections map[string]int // where each section begins, by the id of its heading
}

// scanner reads a page tag by tag.
type scanner struct {
	scanned
	from, to int      // the tag's place
	open, id string   // the heading that the place is in
	within   []string // the sections that the place is in, by the ids of their headings
	main     int      // the end of the main part; 0 until it is known
	words    strings.Builder
}

// scan reads a page without changing it. Whatever it is given, it finds places in
// it: the last ones for what is not there.
func scan(page []byte) scanned {
	s := scanner{scanned: scanned{head: -1, start: -1, end: -1, title: -1, headings: map[string]heading{}, sections: map[string]int{}}}
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		s.from, s.to = s.to, s.to+len(z.Raw())
		switch kind {
		case html.ErrorToken:
			s.settle(len(page))
			return s.scanned
		case html.TextToken:
			if s.open != "" {
				s.words.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			s.opens(z.Token())
		case html.EndTagToken:
			name, _ := z.TagName()
			s.closes(string(name))
		}
	}
}

func (s *scanner) opens(t html.Token) {
	switch {
	case t.Data == "body" && s.start < 0:
		s.start = s.to
		if s.head < 0 {
			s.head = s.from
		}
	case t.Data == "meta" && isPolicy(t):
		s.policies = append(s.policies, edit{at: s.from, cut: s.to - s.from})
	case t.Data == "section":
		id := attribute(t, "aria-labelledby")
		if _, seen := s.sections[id]; !seen {
			s.sections[id] = s.from
		}
		s.within = append(s.within, id)
	case isHeading(t.Data):
		s.open, s.id = t.Data, attribute(t, "id")
		s.words.Reset()
	}
}

func (s *scanner) closes(tag string) {
	switch {
	case tag == "head" && s.head < 0:
		s.head = s.from
	case tag == "body":
		s.end = s.from
	case tag == "main":
		s.main = s.from
	case tag == "section" && len(s.within) > 0:
		if n := len(s.within) - 1; slices.Contains(notices.Sections, notices.Section(s.within[n])) {
			s.last = s.to
		}
		s.within = s.within[:len(s.within)-1]
	case tag == s.open:
		if tag == "h1" && s.title < 0 {
			s.title = s.to
		}
		if _, seen := s.headings[s.id]; s.id != "" && !seen {
			s.headings[s.id] = heading{strings.Join(strings.Fields(s.words.String()), " "), s.to}
		}
		s.open = ""
	}
}

// settle gives the parts that were not found a place at the end of the page.
func (s *scanner) settle(end int) {
	if s.end < 0 {
		s.end = end
	}
	if s.last == 0 {
		s.last = cmp.Or(s.main, s.end)
	}
	if s.start < 0 || s.start > s.end {
		s.start = s.end
	}
	if s.head < 0 || s.head > s.start {
		s.head = s.start
	}
	if s.title < 0 {
		s.title = s.start
	}
}

func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
}

func isPolicy(t html.Token) bool {
	return strings.EqualFold(strings.TrimSpace(attribute(t, "http-equiv")), "Content-Security-Policy")
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
