package site

import (
	"fmt"
	"slices"

	"golang.org/x/net/html"
)

// drawn are the elements that a drawing in a page may hold, each with its
// attributes: shapes and words, and nothing that leads anywhere, moves or loads.
var drawn = map[string][]string{
	"svg":  {"class", "viewBox", "width", "height", "role", "aria-labelledby", "aria-describedby"},
	"rect": {"class", "x", "y", "width", "height", "rx"},
	"path": {"d"},
	"text": {"class", "x", "y", "lang"},
}

// isDrawn reports whether the value of an attribute is made of what that of one of a
// drawing may be made of: numbers, the commands of a path, names.
func isDrawn(value string) bool {
	for i := range len(value) {
		switch c := value[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == ' ', c == '.', c == ',', c == '-':
		default:
			return false
		}
	}
	return true
}

// unsafeDrawing lists what an element of a drawing does that it may not do. A
// drawing has a name, for those who do not see it.
func unsafeDrawing(n *html.Node) (problems []string) {
	allowed, known := drawn[n.Data]
	if !known || n.Namespace != "svg" {
		return []string{fmt.Sprintf("holds <%s>", n.Data)}
	}
	if n.Data == "svg" && (attribute(n, "role") != "img" || attribute(n, "aria-labelledby") == "") {
		problems = append(problems, "holds <svg> without a name")
	}
	for _, a := range n.Attr {
		if a.Namespace != "" || !slices.Contains(allowed, a.Key) || !isDrawn(a.Val) {
			problems = append(problems, fmt.Sprintf("holds the attribute %s in a drawing", a.Key))
		}
	}
	return problems
}
