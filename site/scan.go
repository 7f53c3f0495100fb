package site

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Unsafe lists what a finished page does that no page may do: run code, carry
// its own style, load something from elsewhere. It reads the bytes that are
// published, so nothing that made them can hide from it, and it lists what is
// allowed: what it does not know is refused. A page may send its readers on to
// other sites only at the addresses given, which are those of a redirect.
func Unsafe(page []byte, onward ...string) (problems []string) {
	return UnsafePage(File{Content: page}, onward...)
}

// UnsafePage is Unsafe for a page at its address: what is refused anywhere else,
// the first page and the search page may hold, namely the form that leads to the
// search page, and on that page the program's own scripts.
func UnsafePage(page File, onward ...string) (problems []string) {
	return new(reader).look(page, onward)
}

// notWords is what is wrong with a file whose bytes are not UTF-8.
const notWords = "holds bytes that are no words"

// unsafeTree is UnsafePage for a page that has been read as a browser does that runs
// scripts.
func unsafeTree(page File, root *html.Node, onward []string) []string {
	var problems []string
	if !utf8.Valid(page.Content) {
		problems = append(problems, notWords)
	}
	problems = unsafeNodes(problems, root, page.Path, onward)
	if len(problems) == 0 && page.Path != "" && !policed(root) {
		problems = append(problems, noPolicy)
	}
	if !bytes.Contains(bytes.ToLower(page.Content), []byte("noscript")) {
		return problems
	}
	// What is in <noscript>, a browser that runs no scripts reads in another way.
	root, err := html.ParseWithOptions(bytes.NewReader(page.Content), html.ParseOptionEnableScripting(false))
	if err != nil {
		return append(problems, "cannot be read: "+err.Error())
	}
	return unsafeNodes(problems, root, page.Path, onward)
}

// unsafeNodes adds what the elements of a tree do, each problem once.
func unsafeNodes(problems []string, root *html.Node, address string, onward []string) []string {
	for n := root.FirstChild; n != nil; n = n.NextSibling {
		if n.Type == html.ElementNode && !searches(n, address) {
			for _, problem := range unsafeElement(n, onward) {
				if !slices.Contains(problems, problem) {
					problems = append(problems, problem)
				}
			}
		}
		problems = unsafeNodes(problems, n, address, onward)
	}
	return problems
}

// refused are the elements that no page may hold.
var refused = map[string]bool{
	"script": true, "style": true, "iframe": true, "frame": true, "frameset": true, "object": true, "embed": true, "applet": true,
	"portal": true, "fencedframe": true, "base": true, "form": true, "math": true,
	"select": true, // what browsers read in it has changed, and the program reads it in the old way
}

// telling are the attributes with which a page tells somebody that a link was
// followed or a thing was seen, whatever their value, and those that begin a tree
// of elements of its own.
var telling = map[string]bool{
	"ping": true, "attributionsrc": true, "browsingtopics": true, "adauctionheaders": true, "sharedstoragewritable": true, "shadowrootmode": true, "srcdoc": true,
}

// spoken are the attributes that hold words, and never an address that a browser
// loads. The value of every other attribute is taken for such an address.
var spoken = map[string]bool{
	"abbr": true, "alt": true, "class": true, "content": true, "datetime": true, "for": true, "headers": true, "id": true, "label": true,
	"lang": true, "media": true, "name": true, "placeholder": true, "property": true, "sizes": true, "summary": true, "title": true, "value": true,
}

func unsafeElement(n *html.Node, onward []string) (problems []string) {
	if n.Namespace != "" {
		return unsafeDrawing(n)
	}
	if refused[n.Data] {
		return []string{fmt.Sprintf("holds <%s>", n.Data)}
	}
	for _, a := range n.Attr {
		if problem := unsafeAttribute(n, a); problem != "" {
			problems = append(problems, problem)
		}
	}
	if n.Data == "meta" {
		problems = append(problems, unsafeMeta(n)...)
	}
	if to := refreshes(n); to != "" && !relativeOnly(to) && !slices.ContainsFunc(onward, func(known string) bool { return sameHost(to, known) }) {
		problems = append(problems, fmt.Sprintf("sends its readers to %q", to))
	}
	return problems
}

func unsafeAttribute(n *html.Node, a html.Attribute) string {
	switch {
	case spoken[a.Key]:
		return ""
	case strings.HasPrefix(a.Key, "on"):
		return fmt.Sprintf("runs code in the attribute %s", a.Key)
	case a.Key == "style" || telling[a.Key]:
		return fmt.Sprintf("holds a %s attribute", a.Key)
	case a.Key == "referrerpolicy" && !quiet(a.Val):
		return "tells other sites where its readers come from"
	case strings.HasPrefix(a.Key, "aria-"), strings.HasPrefix(a.Key, "data-"):
		return ""
	case strings.Contains(a.Val, "ZgotmplZ"):
		return fmt.Sprintf("has an address that was refused, in the attribute %s", a.Key)
	case a.Key == "href" && (n.Data == "a" || n.Data == "area" || named(n)):
		if !followed(a.Val) {
			return fmt.Sprintf("has a link that runs code, or leads to no page: %q", a.Val)
		}
	case a.Key == "srcset" || a.Key == "imagesrcset":
		for _, part := range strings.FieldsFunc(a.Val, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }) {
			if !relativeOnly(part) {
				return fmt.Sprintf("loads %q", part)
			}
		}
	case !relativeOnly(a.Val):
		return fmt.Sprintf("loads %q", a.Val)
	}
	return ""
}

// named reports whether a link element only names a page, and loads nothing.
func named(n *html.Node) bool {
	if n.Data != "link" {
		return false
	}
	var rels []string
	for _, a := range n.Attr {
		if a.Key == "rel" {
			rels = strings.Fields(strings.ToLower(a.Val))
		}
	}
	return len(rels) > 0 && !slices.ContainsFunc(rels, func(rel string) bool {
		return rel != "canonical" && rel != "alternate" && rel != "license"
	})
}

// notRead are the signs of an address that browsers leave out, or read as others.
var notRead = strings.NewReplacer("\t", "", "\r", "", "\n", "", `\`, "/")

// asBrowsersRead takes out of an address what browsers take out of it.
func asBrowsersRead(address string) string {
	address = strings.TrimFunc(address, func(r rune) bool { return r <= ' ' })
	return notRead.Replace(address)
}

// relativeOnly reports whether an address cannot leave the site.
func relativeOnly(address string) bool {
	if isSimple(address) {
		return !strings.HasPrefix(address, "//")
	}
	address = asBrowsersRead(address)
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "" && u.Host == "" && u.Opaque == "" && !strings.HasPrefix(address, "//")
}

// isSimple reports whether an address is made of letters, digits and a few signs that
// mean the same wherever they stand, as nearly all are. It names no scheme.
func isSimple(address string) bool {
	for i := range len(address) {
		switch c := address[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '-' <= c && c <= '9', c == '#', c == '_', c == '+':
		default:
			return false
		}
	}
	return true
}

// followed reports whether people may be given a link with that address.
func followed(address string) bool {
	if isSimple(address) || strings.HasPrefix(address, "https://") {
		return true
	}
	address = asBrowsersRead(address)
	before, _, found := strings.Cut(address, ":")
	if !found || strings.ContainsAny(before, "/?#") {
		return true
	}
	return slices.Contains([]string{"https", "http", "mailto", "tel"}, strings.ToLower(before))
}

// refreshTarget finds the address in "0; url=…" as browsers do: the words and the
// quotes can be left out.
var refreshTarget = regexp.MustCompile(`(?is)^[\s\d.]*[;,\s]*(?:url\s*=\s*)?["']?(.*)$`)

// refreshes gives the address that a meta element sends readers to.
func refreshes(n *html.Node) string {
	if n.Data != "meta" {
		return ""
	}
	content, refresh := "", false
	for _, a := range n.Attr {
		switch a.Key {
		case "content":
			content = a.Val
		case "http-equiv":
			refresh = strings.EqualFold(strings.TrimSpace(a.Val), "refresh")
		}
	}
	if !refresh {
		return ""
	}
	return refreshTarget.FindStringSubmatch(content)[1]
}

func sameHost(a, b string) bool {
	first, err := url.Parse(asBrowsersRead(a))
	second, wrong := url.Parse(b)
	return err == nil && wrong == nil && onTheWeb(a) && onTheWeb(b) && first.Host == second.Host
}

// stylePart finds, one after the other, the parts of a style sheet that have to be
// looked at: comments, texts, addresses, what is escaped, and imports.
var stylePart = regexp.MustCompile(`(?is)/\*.*?(?:\*/|$)|url\(\s*(?:"[^"\n\r\f]*"?|'[^'\n\r\f]*'?|[^)"']*)|"[^"\n\r\f]*"?|'[^'\n\r\f]*'?|\\|@import`)

// unsafeStyle lists what a style sheet loads from elsewhere. It is stricter than
// it has to be: it refuses every text with a colon, two slashes or a backslash in
// it, wherever it stands, and every backslash, because one can hide a word.
func unsafeStyle(sheet []byte) (problems []string) {
	for _, part := range stylePart.FindAllString(string(sheet), -1) {
		switch {
		case strings.HasPrefix(part, "/*"):
		case part == `\` || strings.Contains(part, `\`):
			problems = append(problems, fmt.Sprintf(`has a backslash in its style: %q`, shortened(part)))
		case strings.HasPrefix(part, "@") || strings.Contains(part, ":") || strings.Contains(notRead.Replace(part), "//"):
			problems = append(problems, fmt.Sprintf("loads something with its style: %q", shortened(part)))
		}
	}
	return problems
}
