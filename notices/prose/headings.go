package prose

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"notices.example/notices"
)

// readHeadings takes note of all headings and gives each its id. Ids that are
// written come first, so that no generated id takes one of them away.
func (r *reader) readHeadings(root ast.Node) {
	var headings []*ast.Heading
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			headings = append(headings, h)
		}
		return ast.WalkContinue, nil
	})
	r.findSections(root)
	ids := newIDSet()
	given := make([]string, len(headings))
	for i, h := range headings {
		given[i] = r.writtenID(h, ids)
	}
	level := 1
	for i, h := range headings {
		words := r.plain(h)
		if given[i] == "" {
			given[i] = ids.generated(words)
		}
		h.RemoveAttributes()
		h.SetAttributeString("id", given[i])
		pos := r.headingPlace(h)
		r.checkHeading(h.Level, pos, words, level)
		level = h.Level
		r.doc.Headings = append(r.doc.Headings, Heading{ID: given[i], Text: words, Level: h.Level, Pos: pos})
	}
}

func headingID(h *ast.Heading) string {
	id, _ := h.AttributeString("id")
	s, _ := id.(string)
	return s
}

// headingPlace gives the place of the heading's first line.
func (r *reader) headingPlace(h *ast.Heading) notices.Pos {
	return r.places.rest(h.Pos())
}

// writtenID gives the id that the heading's attributes ask for, when it can be
// had, and reports attributes that do something else.
func (r *reader) writtenID(h *ast.Heading, ids *idSet) string {
	asked := ""
	var others []string
	for _, a := range h.Attributes() {
		value, isText := a.Value.([]byte)
		if string(a.Name) == "id" && isText {
			asked = string(value)
			continue
		}
		others = append(others, string(a.Name))
	}
	if len(others) > 0 {
		r.report("heading-attribute", r.attributePlace(h),
			fmt.Sprintf("A heading can have an id, but not %s.", shown(strings.Join(others, ", "))),
			"Leave out everything between { and } except an id, such as {#recipients}.")
	}
	if asked == "" {
		return ""
	}
	return r.idAsked(asked, r.begins[h], func() notices.Pos { return r.attributePlace(h) }, ids)
}

// idAsked gives the id that is asked for, if it can be had. The place is that of the
// braces.
func (r *reader) idAsked(asked string, begins bool, place func() notices.Pos, ids *idSet) string {
	if fault, fix := idFault(asked, begins); fault != "" {
		r.report("heading-id", place(), fault, fix)
		return ""
	}
	id := ids.take(asked)
	if id != asked {
		r.report("heading-id", place(), fmt.Sprintf("Two headings have the id %s.", shown(asked)),
			"Put both texts under one heading, or give this heading another id.")
	}
	return id
}

// idFault says what is wrong with an id that was written, and how to mend it.
func idFault(id string, beginsSection bool) (fault, fix string) {
	switch plain := slug(id); {
	case plain != id && plain != "":
		return fmt.Sprintf("%s cannot be an id. An id has small letters, digits and single hyphens.", shown(id)), "{#" + plain + "}"
	case plain != id:
		return fmt.Sprintf("%s cannot be an id. An id has small letters, digits and single hyphens.", shown(id)), "{#more-about-this}"
	case slices.Contains(ReservedIDs, id):
		return fmt.Sprintf("The id %s is used by the page itself.", shown(id)), "{#about-" + id + "}"
	case isSection(id) && !beginsSection:
		return fmt.Sprintf("The id %s names a part of the notice, but this heading is inside another part.", shown(id)),
			"Make it a heading of the main level, with two # signs."
	}
	return "", ""
}

// findSections finds the headings that sections begin at: those that have the
// same or a higher rank than the one before. A heading of the first level, which
// is a mistake, counts as one of the second. Headings within lists and quotations
// begin no section.
func (r *reader) findSections(root ast.Node) {
	r.begins = map[*ast.Heading]bool{}
	rank := 6
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level <= rank {
			r.begins[h] = true
			rank = max(h.Level, 2)
		}
	}
}

// attributePlace gives the place of the braces behind a heading.
func (r *reader) attributePlace(h *ast.Heading) notices.Pos {
	from := max(h.Pos(), 0)
	if n := h.Lines().Len(); n > 0 {
		from = h.Lines().At(n - 1).Stop
	}
	line, _, _ := bytes.Cut(r.doc.bytes()[from:], []byte("\n"))
	i := max(bytes.IndexByte(line, '{'), 0)
	return r.places.span(from+i, from+len(bytes.TrimRight(line, " \t")))
}

func (r *reader) checkHeading(rank int, pos notices.Pos, words string, before int) {
	switch {
	case words == "":
		r.report("heading-empty", pos, "This heading has no words.", "Give it words, or take out the # signs.")
	case rank == 1:
		r.report("heading-first-level", pos, "The first level of heading is the notice's title.",
			"## "+words)
	case rank > before+1:
		r.report("heading-skipped", pos,
			fmt.Sprintf("This heading is of level %d, but the one before it is of level %d: a level is left out.", rank, before),
			strings.Repeat("#", before+1)+" "+words)
	}
}
