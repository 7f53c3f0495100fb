package site

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// xmlElements are the elements that a kind of file may hold, by its ending. The
// namespace stands before the name; a picture holds shapes and nothing else.
var xmlElements = map[string][]string{
	".xml": {
		"http://www.sitemaps.org/schemas/sitemap/0.9 urlset url loc lastmod sitemapindex sitemap",
		"http://www.w3.org/1999/xhtml link",
		"http://www.w3.org/2005/Atom feed id title updated author name link entry category summary",
	},
	".svg": {"http://www.w3.org/2000/svg svg rect path"},
	".config": {
		" configuration location system.webServer rewrite rewriteMaps rewriteMap add rules rule match conditions action",
		" httpProtocol customHeaders staticContent remove mimeMap clientCache httpErrors error",
	},
}

// unsafeXML refuses what is not XML, what a document type can declare, what tells
// programs to do something, and every element that is not among those of the kind.
// It is as strict as the programs that read the file: they take one element that
// holds all others, and no attribute twice.
func unsafeXML(content []byte, kind string) (problems []string) {
	d := xml.NewDecoder(bytes.NewReader(content))
	depth, roots := 0, 0
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && roots != 1:
			return append(problems, fmt.Sprintf("is not valid XML: it has %d outermost elements", roots))
		case errors.Is(err, io.EOF):
			return problems
		case err != nil:
			return append(problems, "is not valid XML: "+err.Error())
		}
		switch t := token.(type) {
		case xml.Directive:
			problems = append(problems, "declares a document type")
		case xml.ProcInst:
			if t.Target != "xml" {
				problems = append(problems, fmt.Sprintf("holds an instruction to %s", t.Target))
			}
		case xml.CharData:
			if depth == 0 && len(bytes.TrimSpace(t)) > 0 {
				problems = append(problems, "is not valid XML: it has words outside of its element")
			}
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			depth++
			problems = append(problems, unsafeXMLElement(t, kind)...)
		case xml.EndElement:
			depth--
		}
	}
}

func unsafeXMLElement(e xml.StartElement, kind string) (problems []string) {
	known := slices.ContainsFunc(xmlElements[kind], func(line string) bool {
		space, names, _ := strings.Cut(line, " ")
		return space == e.Name.Space && slices.Contains(strings.Fields(names), e.Name.Local)
	})
	if !known {
		problems = append(problems, fmt.Sprintf("holds <%s>", e.Name.Local))
	}
	seen := map[xml.Name]bool{}
	for _, a := range e.Attr {
		if seen[a.Name] {
			problems = append(problems, fmt.Sprintf("is not valid XML: the attribute %s is there twice", a.Name.Local))
		}
		seen[a.Name] = true
		if problem := unsafeXMLAttribute(a, kind); problem != "" {
			problems = append(problems, problem)
		}
	}
	return problems
}

// lettersOnly is the one attribute with a prefix that a file may hold: xml:lang.
const lettersOnly = "http://www.w3.org/XML/1998/namespace"

func unsafeXMLAttribute(a xml.Attr, kind string) string {
	name := strings.ToLower(a.Name.Local)
	switch {
	case a.Name.Space == "xmlns" || a.Name.Space == "" && name == "xmlns":
		return ""
	case strings.HasPrefix(name, "on") || name == "style" || a.Name.Space != "" && (a.Name.Space != lettersOnly || name != "lang"):
		return fmt.Sprintf("holds the attribute %s", a.Name.Local)
	case kind == ".svg" && loadsInDrawing(a.Value):
		return fmt.Sprintf("loads something with the attribute %s: %q", a.Name.Local, shortened(a.Value))
	case name == "href" && !followed(a.Value):
		return fmt.Sprintf("has a link that runs code, or leads to no page: %q", a.Value)
	}
	return ""
}

// loadsInDrawing reports whether the value of an attribute of a picture can name
// something to load: an address, or a function of styles that takes one.
func loadsInDrawing(value string) bool {
	value = strings.ToLower(notRead.Replace(value))
	return strings.Contains(value, ":") || strings.Contains(value, "/") || strings.Contains(value, "url(") || strings.Contains(value, "src(") || strings.Contains(value, "image")
}
