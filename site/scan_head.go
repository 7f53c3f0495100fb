package site

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// orders are what a meta element may tell a browser by http-equiv. Where refresh
// leads is looked at by itself.
var orders = []string{"content-security-policy", "refresh", "content-type"}

// calling are the names of meta elements by which a browser, or the system it runs
// on, asks somebody else for something.
var calling = []string{"msapplication-", "apple-itunes-app", "google-play-app", "monetization"}

// unsafeMeta lists what a meta element tells a browser that none may: to read the
// page in other letters than those it was looked at in, to say who reads it, to ask
// somebody else for something.
func unsafeMeta(n *html.Node) (problems []string) {
	name, order := strings.ToLower(strings.TrimSpace(attribute(n, "name"))), strings.ToLower(strings.TrimSpace(attribute(n, "http-equiv")))
	content := strings.ToLower(strings.TrimSpace(attribute(n, "content")))
	if letters := attribute(n, "charset"); letters != "" && !isUTF8(letters) || order == "content-type" && !isUTF8(content[strings.LastIndex(content, "=")+1:]) {
		problems = append(problems, "is to be read in other letters than UTF-8")
	}
	if order != "" && !slices.Contains(orders, order) {
		problems = append(problems, fmt.Sprintf("tells browsers: %s", order))
	}
	if name == "referrer" && !quiet(content) {
		problems = append(problems, "tells other sites where its readers come from")
	}
	if slices.ContainsFunc(calling, func(start string) bool { return strings.HasPrefix(name, start) }) {
		problems = append(problems, fmt.Sprintf("lets browsers ask others for things: %s", name))
	}
	return problems
}

func isUTF8(letters string) bool {
	letters = strings.ToLower(strings.TrimSpace(letters))
	return letters == "utf-8" || letters == "utf8"
}

// quiet reports whether a policy tells other sites nothing about who comes.
func quiet(referrer string) bool {
	return slices.Contains([]string{"no-referrer", "same-origin"}, strings.ToLower(strings.TrimSpace(referrer)))
}

// noPolicy is what is wrong with a page that is not policed.
const noPolicy = "has no Content-Security-Policy that keeps everything else out"

// policed reports whether a page holds a Content-Security-Policy in its head that
// lets it load nothing but from its own site, and no code in the page itself.
func policed(root *html.Node) bool {
	for n := range root.Descendants() {
		if n.Parent.Data == "head" && polices(n) {
			return true
		}
	}
	return false
}

// polices reports whether an element is such a policy, when it stands in the head.
func polices(n *html.Node) bool {
	return n.Type == html.ElementNode && n.Data == "meta" && strings.EqualFold(attribute(n, "http-equiv"), "Content-Security-Policy") && strict(attribute(n, "content"))
}

// strict reports whether a policy begins with nothing and allows no more than what
// is on the site itself.
func strict(policy string) bool {
	closed := false
	for directive := range strings.SplitSeq(policy, ";") {
		words := strings.Fields(directive)
		switch {
		case len(words) == 0 || words[0] == "require-trusted-types-for":
			continue
		case words[0] == "default-src" && !closed:
			closed = len(words) == 2 && words[1] == "'none'"
		}
		for _, source := range words[1:] {
			if source != "'none'" && source != "'self'" {
				return false
			}
		}
	}
	return closed
}
