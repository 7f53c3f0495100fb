package site

import (
	"slices"
	"strconv"
)

// maxEntries is how many entries stand on one page that goes across all notices.
// What is longer goes on on a further page, so that none is too long to load, or
// too large to be published.
const maxEntries = 1000

// divided spreads lists over pages. A group stays together, unless it is too long
// for a page of its own. Size says how many entries a row has.
func divided[Row any](lists []List[Row], size func(Row) int) (pages [][]List[Row]) {
	page, entries := []List[Row]{}, 0
	for _, l := range lists {
		begun := false
		for _, g := range pieces(l.Groups, size) {
			if n := entriesOf(g, size); entries > 0 && entries+n > maxEntries {
				pages = append(pages, page)
				page, entries, begun = []List[Row]{}, 0, false
			}
			if !begun {
				again := l
				again.Groups = nil
				page = append(page, again)
				begun = true
			}
			last := &page[len(page)-1]
			last.Groups = append(last.Groups, g)
			entries += entriesOf(g, size)
		}
	}
	return append(pages, page)
}

// pieces cuts groups that are too long for one page.
func pieces[Row any](groups []Group[Row], size func(Row) int) (all []Group[Row]) {
	for _, g := range groups {
		if entriesOf(g, size) <= maxEntries {
			g.Rows = slices.Clone(g.Rows) // the page has rows of its own
			all = append(all, g)
			continue
		}
		piece, entries := Group[Row]{ID: g.ID, Title: g.Title}, 0
		for _, row := range short(g.Rows) {
			if n := size(row); entries > 0 && entries+n > maxEntries {
				all = append(all, piece)
				piece.Rows, entries = nil, 0
			}
			piece.Rows = append(piece.Rows, row)
			entries += size(row)
		}
		all = append(all, piece)
	}
	return all
}

// partible is a row that can be too long for one page.
type partible[Row any] interface {
	// parts gives rows that have so many entries at most. The first has its ID.
	parts(most int) []Row
}

// short cuts rows that are too long for one page.
func short[Row any](rows []Row) (all []Row) {
	for _, row := range rows {
		if long, may := any(row).(partible[Row]); may {
			all = append(all, long.parts(maxEntries)...)
		} else {
			all = append(all, row)
		}
	}
	return all
}

// inParts makes several rows of one with too many entries; with gives a row with an ID and
// some of them. The first keeps the ID.
func inParts[Row, Entry any](id string, entries []Entry, most int, with func(id string, some []Entry) Row) (parts []Row) {
	if len(entries) <= most {
		return []Row{with(id, entries)}
	}
	for some := range slices.Chunk(entries, most) {
		own := id
		if n := len(parts); n > 0 {
			own += "--part-" + strconv.Itoa(n+1)
		}
		parts = append(parts, with(own, some))
	}
	return parts
}

func entriesOf[Row any](g Group[Row], size func(Row) int) (n int) {
	for _, row := range g.Rows {
		n += size(row)
	}
	return n
}

func one[Row any](Row) int { return 1 }

// addParts adds the headings of the lists on one page. What goes on from the page
// before has its heading once.
func addParts[Row any](parts []subjectPart, page int, lists []List[Row]) []subjectPart {
	for _, l := range lists {
		if !l.Title.Said() {
			continue
		}
		if len(parts) == 0 || parts[len(parts)-1].id != l.ID {
			parts = append(parts, subjectPart{page: page, id: l.ID, title: l.Title})
		}
		last := &parts[len(parts)-1]
		for _, g := range l.Groups {
			if n := len(last.within); g.Title.Said() && (n == 0 || last.within[n-1].id != g.ID) {
				last.within = append(last.within, subjectPart{page: page, id: g.ID, title: g.Title})
			}
		}
	}
	return parts
}

// subjectOf makes a subject of lists, which are spread over pages, and of lists of
// notices that stand after them.
func subjectOf[Row any](
	name, title, intro string, lists []List[Row], after []List[*entry], size func(Row) int,
	view func(AcrossPage, []List[Row], []List[*entry]) any,
) *subject {
	s := &subject{name: name, title: title, intro: intro}
	pages, ends := divided(lists, size), [][]List[*entry]{after}
	if many := divided(after, one); len(many) > 1 {
		ends = append([][]List[*entry]{nil}, many...) // which have pages of their own
	}
	for i, page := range pages[:len(pages)-1] {
		s.parts = addParts(s.parts, i, page)
		s.pages = append(s.pages, func(a AcrossPage) any { return view(a, page, nil) })
	}
	last := pages[len(pages)-1]
	s.parts = addParts(s.parts, len(s.pages), last)
	for _, end := range ends {
		page := last
		s.parts = addParts(s.parts, len(s.pages), end)
		s.pages = append(s.pages, func(a AcrossPage) any { return view(a, page, end) })
		last = nil
	}
	return s
}

// eachRow visits every row with the page, from 0, on which it stands.
func eachRow[Row any](lists []List[Row], size func(Row) int, do func(page int, row Row)) {
	for page, lists := range divided(lists, size) {
		for _, l := range lists {
			for _, g := range l.Groups {
				for _, row := range g.Rows {
					do(page, row)
				}
			}
		}
	}
}
