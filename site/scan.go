package site

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// Unsafe lists what a finished page does that no page may do: run code, carry
// its own style, load something from elsewhere. It reads the bytes that are
// published, so nothing that made them can hide from it.
func Unsafe(page []byte) (problems []string) {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return []string{"cannot be read: " + err.Error()}
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			problems = append(problems, unsafeElement(n)...)
		}
	}
	return problems
}

// refused are the elements that no page may hold.
var refused = map[string]bool{
	"script": true, "style": true, "iframe": true, "object": true, "embed": true, "base": true, "form": true, "svg": true, "math": true,
}

// loads are the attributes whose address a browser fetches by itself.
var loads = map[string]bool{
	"src": true, "srcset": true, "poster": true, "data": true, "background": true, "action": true, "formaction": true, "ping": true,
}

func unsafeElement(n *html.Node) (problems []string) {
	if refused[n.Data] {
		return []string{fmt.Sprintf("holds <%s>", n.Data)}
	}
	for _, a := range n.Attr {
		switch {
		case strings.HasPrefix(a.Key, "on"):
			problems = append(problems, fmt.Sprintf("runs code in the attribute %s", a.Key))
		case a.Key == "style":
			problems = append(problems, "holds a style attribute")
		case loads[a.Key] && elsewhere(a.Val), n.Data == "link" && a.Key == "href" && elsewhere(a.Val) && !named(n):
			problems = append(problems, fmt.Sprintf("loads %q", a.Val))
		case a.Key == "href" && runs(a.Val):
			problems = append(problems, fmt.Sprintf("has a link that runs code: %q", a.Val))
		}
		if strings.Contains(a.Val, "ZgotmplZ") {
			problems = append(problems, fmt.Sprintf("has an address that was refused, in the attribute %s", a.Key))
		}
	}
	return problems
}

// named reports whether a link element only names a page, and loads nothing.
func named(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "rel" {
			return a.Val == "canonical" || a.Val == "alternate"
		}
	}
	return false
}

func elsewhere(address string) bool {
	return strings.Contains(address, ":") || strings.HasPrefix(strings.TrimSpace(address), "//")
}

func runs(address string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(strings.TrimSpace(address)), ":")
	return found && (strings.HasSuffix(scheme, "script") || scheme == "data" || scheme == "blob")
}

var fetched = regexp.MustCompile(`(?i)@import|url\(\s*["']?\s*(?:[a-z]+:|//)`)

// unsafeStyle lists what a style sheet loads from elsewhere.
func unsafeStyle(sheet []byte) (problems []string) {
	for _, found := range fetched.FindAll(sheet, -1) {
		problems = append(problems, fmt.Sprintf("loads something with its style: %q", found))
	}
	return problems
}
