package main

import (
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

var (
	headingShown = regexp.MustCompile(`(?m)^#{1,6} +(.+?) *#*$`)
	// linkShown is a link or a picture: the sign of a picture, the words, and the address.
	linkShown = regexp.MustCompile(`(!?)\[([^\]]*)\]\(([^)\s]+)\)`)
	codeShown = regexp.MustCompile("`[^`\n]+`")
	// linkMarks are the signs of a link within a heading.
	linkMarks = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

// guideTexts are the texts for people, by their paths in the repository. The pages of
// the rules are made by a program, and stand for themselves.
func guideTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, form := range []string{"*.md", "docs/*.md", "docs/rules/README.md", "docs/rules/coverage.md"} {
		files, err := filepath.Glob("../../" + form)
		if err != nil || len(files) == 0 {
			t.Fatalf("there is no %s: %v", form, err)
		}
		for _, file := range files {
			texts[strings.TrimPrefix(filepath.ToSlash(file), "../../")] = readText(t, file)
		}
	}
	return texts
}

// Every link of the documents leads to a file that is there, and to a heading in it;
// and whoever does not see a picture is told what is on it.
func TestLinksInTheDocumentsLeadSomewhere(t *testing.T) {
	t.Parallel()
	texts := guideTexts(t)
	links := 0
	for name, text := range texts {
		for _, m := range linkShown.FindAllStringSubmatch(codeShown.ReplaceAllString(fenced.ReplaceAllString(text, ""), ""), -1) {
			links++
			if fault := linkFault(texts, name, m[3]); fault != "" {
				t.Errorf("%s: %s", name, fault)
			}
			if words := strings.TrimSpace(m[2]); words == "" || m[1] == "!" && len(words) < 40 {
				t.Errorf("%s: %s says too little in words: %q", name, m[3], words)
			}
		}
	}
	if links < 100 {
		t.Errorf("only %d links were found", links)
	}
}

// linkFault says what is wrong with a link of a document.
func linkFault(texts map[string]string, from, link string) string {
	to, err := url.Parse(link)
	switch {
	case err != nil:
		return err.Error()
	case to.Scheme == "https" || to.Scheme == "mailto":
		return ""
	case to.Scheme != "" || strings.HasPrefix(link, "/"):
		return link + " leads out of the repository"
	}
	file := from
	if to.Path != "" {
		file = path.Join(path.Dir(from), to.Path)
	}
	if _, err := os.Stat(filepath.Join("../..", filepath.FromSlash(file))); err != nil && texts[file] == "" {
		return fmt.Sprintf("%s leads to %s, which is not there", link, file)
	}
	if to.Fragment != "" && !headings(texts[file])[to.Fragment] {
		return fmt.Sprintf("%s: %s has no such heading", link, file)
	}
	return ""
}

// headings are the fragments that lead to the headings of a document, as GitHub, GitLab
// and editors make them.
func headings(text string) map[string]bool {
	list, times := map[string]bool{}, map[string]int{}
	for _, m := range headingShown.FindAllStringSubmatch(fenced.ReplaceAllString(text, ""), -1) {
		words := strings.ToLower(linkMarks.ReplaceAllString(m[1], "$1"))
		anchor := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r):
				return r
			}
			return -1
		}, words)
		times[anchor]++
		if n := times[anchor]; n > 1 {
			anchor = fmt.Sprintf("%s-%d", anchor, n-1)
		}
		list[anchor] = true
	}
	return list
}

// A link that leads nowhere is found.
func TestLinksThatLeadNowhereAreFound(t *testing.T) {
	t.Parallel()
	texts := map[string]string{"docs/a.md": "# A page\n\n## What is *said*: a `word`, twice\n\n## What is said: a word, twice\n\n```\n# no heading\n```\n"}
	for link, want := range map[string]string{
		"b.md":                             "not there",
		"../README.md":                     "",
		"#a-page":                          "",
		"#what-is-said-a-word-twice":       "",
		"#what-is-said-a-word-twice-1":     "",
		"#what-is-said-a-word-twice-2":     "no such heading",
		"#no-heading":                      "no such heading",
		"/docs/a.md":                       "out of the repository",
		"javascript:x":                     "out of the repository",
		"https://www.example.org/#nothing": "",
	} {
		if got := linkFault(texts, "docs/a.md", link); (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", link, got, want)
		}
	}
}

// A page of the guides is found from the map of them.
func TestTheMapOfTheDocumentsNamesEveryPage(t *testing.T) {
	t.Parallel()
	const start = "docs/README.md"
	texts := guideTexts(t)
	named := map[string]bool{start: true}
	for _, m := range linkShown.FindAllStringSubmatch(texts[start], -1) {
		file, _, _ := strings.Cut(m[3], "#")
		named[path.Join("docs", file)] = true
	}
	for name := range texts {
		if strings.HasPrefix(name, "docs/") && !named[name] {
			t.Errorf("%s does not name %s", start, name)
		}
	}
}
