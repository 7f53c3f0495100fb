package site

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// UnsafeFile lists what a finished file that is no page does that none may do:
// hold markup or a program in the place of words, name a namespace it has no use
// for, or be of a kind that nobody has looked at. Like Unsafe it reads the bytes
// that are published, and refuses what it does not know.
func UnsafeFile(f File) []string {
	if !utf8.Valid(f.Content) {
		return []string{"holds bytes that are no words"}
	}
	switch path.Ext(f.Path) {
	case ".json":
		return unsafeJSON(f.Content)
	case ".xml", ".svg":
		return unsafeXML(f.Content, xmlElements[path.Ext(f.Path)])
	case ".txt", ".conf", "":
		if strings.HasPrefix(f.Path, "notices/") && path.Ext(f.Path) == ".txt" {
			return unsafeProse(f.Content)
		}
		return unsafeLines(f)
	case ".js":
		return unsafeScript(f.Content)
	case ".csv":
		return unsafeCSV(f.Content)
	case ".config":
		return unsafeXML(f.Content, xmlElements[".config"])
	}
	return []string{"is of a kind that is not published"}
}

// unsafeJSON refuses what is not JSON, and the signs that begin markup: a browser
// that took the file for a page would find none in it.
func unsafeJSON(content []byte) []string {
	if !json.Valid(content) {
		return []string{"is not valid JSON"}
	}
	if bytes.ContainsAny(content, "<>&") {
		return []string{"holds a sign that begins markup"}
	}
	return nil
}

// xmlElements are the elements that a kind of file may hold, by its ending. The
// namespace stands before the name; a picture holds shapes and nothing else.
var xmlElements = map[string][]string{
	".xml": {
		"http://www.sitemaps.org/schemas/sitemap/0.9 urlset url loc lastmod sitemapindex sitemap",
		"http://www.w3.org/1999/xhtml link",
		"http://www.w3.org/2005/Atom feed id title updated author name link entry category summary",
	},
	".svg":    {"http://www.w3.org/2000/svg svg rect path"},
	".config": {" configuration system.webServer rewrite rewriteMaps rewriteMap add rules rule match conditions action"},
}

// unsafeXML refuses what is not XML, what a document type can declare, what tells
// programs to do something, and every element that is not among those allowed.
func unsafeXML(content []byte, allowed []string) (problems []string) {
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := d.Token()
		switch {
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
		case xml.StartElement:
			problems = append(problems, unsafeXMLElement(t, allowed)...)
		}
	}
}

func unsafeXMLElement(e xml.StartElement, allowed []string) (problems []string) {
	known := slices.ContainsFunc(allowed, func(line string) bool {
		space, names, _ := strings.Cut(line, " ")
		return space == e.Name.Space && slices.Contains(strings.Fields(names), e.Name.Local)
	})
	if !known {
		problems = append(problems, fmt.Sprintf("holds <%s>", e.Name.Local))
	}
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		switch {
		case strings.HasPrefix(name, "on") || name == "style":
			problems = append(problems, fmt.Sprintf("holds the attribute %s", a.Name.Local))
		case name == "href" && !followed(a.Value):
			problems = append(problems, fmt.Sprintf("has a link that runs code, or leads to no page: %q", a.Value))
		}
	}
	return problems
}

// unsafeProse refuses signs in words that tell a terminal to do something.
func unsafeProse(content []byte) []string {
	if bytes.ContainsFunc(content, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
		return []string{"holds signs that are no words"}
	}
	return nil
}

// lineForms are what a line of a text file may be, by the file's address.
var lineForms = map[string]*regexp.Regexp{
	robotsAddress:    regexp.MustCompile(`^(?:User-agent: \*|(?:Allow|Disallow): /|Sitemap: https?://[!-~]+|)$`),
	redirectsAddress: regexp.MustCompile(`^(?:#.*|/[!-~]* (?:/|https?://)[!-~]* 301)$`),
	apacheAddress:    regexp.MustCompile(`^(?:#.*|RewriteEngine On|RewriteRule "\^[^"]+\$" "(?:/|https?://)[!#-~]*" \[R=301,L,NE\])$`),
	nginxAddress:     regexp.MustCompile(`^(?:#.*|map \$uri \$notices_moved \{|    default "";|    "/[^"\\]*" "(?:/|https?://)[!#%-~]*";|\})$`),
}

// unsafeLines refuses every line that is not of one of the forms that the file is
// made of: what is read line by line must not have a line slipped in.
func unsafeLines(f File) (problems []string) {
	form, known := lineForms[f.Path]
	if !known {
		return []string{"is of a kind that is not published"}
	}
	for line := range strings.Lines(string(f.Content)) {
		if line = strings.TrimSuffix(line, "\n"); !form.MatchString(line) || strings.ContainsRune(line, '\r') {
			problems = append(problems, fmt.Sprintf("has a line that nobody expects: %q", shortened(line)))
		}
	}
	return problems
}
