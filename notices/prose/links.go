package prose

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

func (r *reader) readLink(n *ast.Link) {
	if !r.countAddress(len(n.Destination) + len(n.Title)) {
		return
	}
	words := r.plain(n)
	link := Link{Destination: resolve(n.Destination), Text: words, Pos: r.places.span(n.Pos(), r.linkStop(n))}
	r.doc.Links = append(r.doc.Links, link)
	r.checkLink(link)
	r.checkLinkText(link)
}

func (r *reader) readAutoLink(n *ast.AutoLink) {
	if !r.countAddress(len(n.Label(r.doc.bytes()))) {
		return
	}
	link := Link{
		Destination: autoDestination(n, r.doc.bytes()), Text: string(n.Label(r.doc.bytes())),
		Pos: r.places.span(n.Pos(), n.Pos()+len(n.Label(r.doc.bytes()))+len("<>")),
	}
	r.doc.Links = append(r.doc.Links, link)
	r.checkLink(link)
}

// countAddress reports whether the addresses of all links together leave the
// page at a reasonable length: one long address can be used thousands of times.
func (r *reader) countAddress(bytes int) bool {
	r.addresses += bytes
	return r.addresses <= maxAddresses
}

// autoDestination gives the address of a link written <address>.
func autoDestination(n *ast.AutoLink, source []byte) string {
	address := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
		address = "mailto:" + address
	}
	return address
}

// resolve gives a destination without the escapes and entities of Markdown, as
// goldmark does when it writes HTML: what a browser will see.
func resolve(destination []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(destination))))
}

// linkStop gives the offset just behind the words of the link: with its opening
// bracket, that is what a report underlines.
func (r *reader) linkStop(n *ast.Link) int {
	last := n.LastChild()
	for last != nil && last.LastChild() != nil {
		last = last.LastChild()
	}
	if t, ok := last.(*ast.Text); ok {
		return t.Segment.Stop + len("]")
	}
	return n.Pos() + len("[")
}

func (r *reader) checkLink(l Link) {
	if f := inspectFrom(r.places.text.Pos.File, l.Destination); f != nil {
		r.report(f.rule, l.Pos, f.message, f.fix)
	}
}

// vagueWords are words that say nothing of where a link leads: WCAG 2.2, 2.4.4.
var vagueWords = []string{
	"click", "click here", "click this", "click this link", "continue", "details", "find out more", "follow this link",
	"go", "here", "learn more", "link", "more", "more information", "more details", "page", "read more", "read this",
	"see here", "see more", "this", "this link", "this page", "this website", "visit", "website",
	"cliciwch yma", "darllen mwy", "darllenwch fwy", "dolen", "mwy", "rhagor", "y ddolen hon", "yma",
}

func (r *reader) checkLinkText(l Link) {
	words := strings.ToLower(strings.Trim(l.Text, " .,:;!?…>»→"))
	switch {
	case words == "":
		r.report("link-text-empty", l.Pos, "This link has no words, so some people cannot use it.",
			"Put words between the square brackets that say where the link leads: [Council tax]("+cut(l.Destination)+").")
	case slices.Contains(vagueWords, words):
		r.report("link-text-vague", l.Pos, shown(l.Text)+" does not say where the link leads. People who use a screen reader often hear links by themselves.",
			"Use the name of what is behind the link: [Council tax]("+cut(l.Destination)+").")
	}
}

func (r *reader) readImage(n *ast.Image) {
	if !r.countAddress(len(n.Destination) + len(n.Title)) {
		return
	}
	image := Image{Destination: resolve(n.Destination), Alt: r.plain(n), Pos: r.places.span(n.Pos(), n.Pos()+len("!["))}
	r.doc.Images = append(r.doc.Images, image)
	if schemeOf(image.Destination) != "" || strings.HasPrefix(image.Destination, "//") || strings.Contains(image.Destination, `\`) {
		r.report("image-remote", image.Pos,
			"This picture is not a file of this site. Whoever provides it would learn who reads the notice.",
			"Say in words what the picture shows.")
		return
	}
	r.report("image-unsupported", image.Pos, "Pictures are not published yet, so this one would be missing from the page.",
		"Say in words what the picture shows.")
}
