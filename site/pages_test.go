package site_test

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"notices.example/site"
)

// checkPages reads every page of a site as a browser would and reports what no
// page may have: a link or an anchor that leads nowhere, an id that is there
// twice, headings out of order, code, something loaded from elsewhere. Base is
// the path that the site is published below.
func checkPages(t testing.TB, out *site.Output, base string) {
	t.Helper()
	pages := map[string]*html.Node{}
	for _, f := range out.Files {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		root, err := html.Parse(bytes.NewReader(f.Content))
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		pages[f.Path] = root
		for _, problem := range site.UnsafePage(f) {
			t.Errorf("%s %s", f.Path, problem)
		}
		if !bytes.Contains(f.Content, []byte("Content-Security-Policy")) {
			t.Errorf("%s has no content security policy", f.Path)
		}
	}
	for name, root := range pages {
		checkHeadings(t, name, root)
		checkIDs(t, name, root)
		for _, link := range attributes(root, "href") {
			checkLink(t, out, pages, name, link, base)
		}
	}
}

// checkLink reports a link to a page, file or anchor that is not there.
func checkLink(t testing.TB, out *site.Output, pages map[string]*html.Node, from, link, base string) {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil {
		t.Errorf("%s: link %q: %v", from, link, err)
		return
	}
	if u.Scheme != "" {
		if !strings.Contains("https http mailto tel", u.Scheme) {
			t.Errorf("%s: link %q has an unknown scheme", from, link)
		}
		return
	}
	target := from
	switch {
	case strings.HasPrefix(u.Path, base) && base != "":
		target = strings.TrimPrefix(u.Path, base)
	case u.Path != "":
		target = path.Join(path.Dir(from), u.Path)
	}
	if _, there := out.File(target); !there {
		t.Errorf("%s: link %q leads to %s, which is not there", from, link, target)
		return
	}
	if u.Fragment != "" && !hasID(pages[target], u.Fragment) {
		t.Errorf("%s: link %q leads to an anchor that is not there", from, link)
	}
}

func checkHeadings(t testing.TB, name string, root *html.Node) {
	t.Helper()
	last, first := 0, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		level := int(n.Data[1] - '0')
		if level == 1 {
			first++
		}
		if level > last+1 {
			t.Errorf("%s: heading %q of level %d follows one of level %d", name, textOf(n), level, last)
		}
		if textOf(n) == "" {
			t.Errorf("%s: an empty heading", name)
		}
		last = level
	}
	if first != 1 {
		t.Errorf("%s: %d headings of level 1, want 1", name, first)
	}
}

func checkIDs(t testing.TB, name string, root *html.Node) {
	t.Helper()
	seen := map[string]bool{}
	for _, id := range attributes(root, "id") {
		if seen[id] {
			t.Errorf("%s: the id %q is there twice", name, id)
		}
		seen[id] = true
	}
	for _, id := range attributes(root, "aria-labelledby") {
		if !seen[id] {
			t.Errorf("%s: aria-labelledby names %q, which is not there", name, id)
		}
	}
	for n := range root.Descendants() {
		if n.Data == "table" && n.FirstChild != nil && !strings.Contains(outline(n), "caption") && !inProse(n) {
			t.Errorf("%s: a table has no caption", name)
		}
		if n.Data == "th" && len(attributesOf(n, "scope")) == 0 && !inProse(n) {
			t.Errorf("%s: the heading %q has no scope", name, textOf(n))
		}
	}
}

func inProse(n *html.Node) bool {
	for p := range n.Ancestors() {
		if len(attributesOf(p, "class")) > 0 && attributesOf(p, "class")[0] == "prose" {
			return true
		}
	}
	return false
}

func outline(n *html.Node) string {
	var names []string
	for child := range n.ChildNodes() {
		names = append(names, child.Data)
	}
	return strings.Join(names, " ")
}

func attributes(root *html.Node, key string) (values []string) {
	for n := range root.Descendants() {
		values = append(values, attributesOf(n, key)...)
	}
	return values
}

func attributesOf(n *html.Node, key string) (values []string) {
	for _, a := range n.Attr {
		if a.Key == key {
			values = append(values, a.Val)
		}
	}
	return values
}

func hasID(root *html.Node, id string) bool {
	if root == nil {
		return false
	}
	for _, there := range attributes(root, "id") {
		if there == id {
			return true
		}
	}
	return false
}

// textOf gives the words of an element, with every run of white space as one
// space.
func textOf(n *html.Node) string {
	var words []string
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			words = append(words, strings.Fields(d.Data)...)
		}
	}
	return strings.Join(words, " ")
}

// emptyLinks gives where the links lead that have no words.
func emptyLinks(t testing.TB, f site.File) (hrefs []string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(f.Content))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data == "a" && n.Type == html.ElementNode && textOf(n) == "" {
			hrefs = append(hrefs, strings.Join(attributesOf(n, "href"), ""))
		}
	}
	return hrefs
}
