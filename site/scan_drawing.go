package site

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// drawn are the elements that a drawing in a page may hold, each with its
// attributes: shapes and words, and nothing that leads anywhere, moves or loads.
var drawn = map[string]string{
	"svg":  "class viewBox width height role aria-labelledby aria-describedby",
	"rect": "class x y width height rx",
	"path": "d",
	"text": "class x y lang",
}

// drawnValue is what the value of an attribute of a drawing may be made of:
// numbers, the commands of a path, names.
var drawnValue = regexp.MustCompile(`^[A-Za-z0-9 .,-]*$`)

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
		if a.Namespace != "" || !strings.Contains(" "+allowed+" ", " "+a.Key+" ") || !drawnValue.MatchString(a.Val) {
			problems = append(problems, fmt.Sprintf("holds the attribute %s in a drawing", a.Key))
		}
	}
	return problems
}
