package site_test

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/site"
)

// leftInEnglish is what the bilingual site does not say in Welsh, so that the tests
// see it marked, and an Act that is cited as it cites itself.
var leftInEnglish = []string{"Civic amenity site", "DPA 2018 s.165", "Runs library catalogues.", "The place where you can take waste yourself."}

// bilingual renders the site in testdata/bilingual.txtar.
func bilingual(t *testing.T) *site.Output {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/bilingual.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	read, err := load.Load(fsys)
	if err != nil || len(read.Findings) > 0 {
		t.Fatalf("load: findings %v, error %v", read.Findings, err)
	}
	set, findings := inherit.Resolve(read.Corpus)
	if len(findings) > 0 {
		t.Fatalf("findings: %v", findings)
	}
	return render(t, site.Input{Set: set, Day: today})
}

// pagesIn gives the pages in a language that are no redirects, by their addresses.
func pagesIn(t *testing.T, out *site.Output, lang string) map[string]*html.Node {
	t.Helper()
	pages := map[string]*html.Node{}
	for _, f := range out.Files {
		if path.Ext(f.Path) != ".html" || bytes.Contains(f.Content, []byte(`http-equiv="refresh"`)) {
			continue
		}
		root, err := html.Parse(bytes.NewReader(f.Content))
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(attributes(root, "lang")[:1], lang) {
			pages[f.Path] = root
		}
	}
	return pages
}

func TestABilingualSiteIsWhollyInBothLanguages(t *testing.T) {
	t.Parallel()
	out := bilingual(t)
	found := map[string]bool{}
	for name, root := range pagesIn(t, out, "cy") {
		for n := range root.Descendants() {
			if words := textOf(n); slices.Contains(attributesOf(n, "lang"), "en") && len(attributesOf(n, "hreflang")) == 0 {
				found[words] = true
				if !slices.Contains(leftInEnglish, words) {
					t.Errorf("%s: %q is marked as English", name, words)
				}
			}
		}
	}
	for _, words := range leftInEnglish {
		if !found[words] {
			t.Errorf("no page marks %q as English", words)
		}
	}
	for name, root := range pagesIn(t, out, "en") {
		for n := range root.Descendants() {
			if slices.Contains(attributesOf(n, "lang"), "cy") && len(attributesOf(n, "hreflang")) == 0 {
				t.Errorf("%s: %q is marked as Welsh", name, textOf(n))
			}
		}
	}
}

// englishOfTheSite are words that stand in the English files of the bilingual site,
// and that no page in Welsh may say, marked or not.
var englishOfTheSite = regexp.MustCompile(`\b(Example Council|the council|County Hall|Contact centre|Privacy at|is made up|Our main|Garden waste|Libraries|` +
	`Your name|Cameras|Pictures|The police|collection round|Library card|Monday|older tables|staff who)\b`)

func TestAWelshPageSaysNothingInEnglish(t *testing.T) {
	t.Parallel()
	for name, root := range pagesIn(t, bilingual(t), "cy") {
		for n := range root.Descendants() {
			if n.Type != html.TextNode || n.Parent.Data == "style" {
				continue
			}
			if words := englishOfTheSite.FindString(n.Data); words != "" {
				t.Errorf("%s says %q: %s", name, words, n.Data)
			}
		}
	}
}

func TestEveryPageLeadsToItselfInTheOtherLanguage(t *testing.T) {
	t.Parallel()
	out := bilingual(t)
	english, welsh := pagesIn(t, out, "en"), pagesIn(t, out, "cy")
	if len(english) != len(welsh)+1 { // the page for addresses that do not exist is in the main language alone
		t.Errorf("%d pages are in English and %d in Welsh", len(english), len(welsh))
	}
	for _, pair := range []struct {
		from, to map[string]*html.Node
		lang     string
	}{{english, welsh, "cy"}, {welsh, english, "en"}} {
		for name, root := range pair.from {
			if name == "404.html" {
				continue
			}
			checkPair(t, "a", name, root, pair.to, pair.lang)
			if !strings.Contains(name, ".large.") { // its head names the page that it is a form of
				checkPair(t, "link", name, root, pair.to, pair.lang)
			}
		}
	}
}

// checkPair holds that the elements with a tag lead to a page in the other language,
// and from that back again.
func checkPair(t *testing.T, tag, name string, root *html.Node, to map[string]*html.Node, lang string) {
	t.Helper()
	others := linksTo(root, tag, lang)
	if len(others) != 1 {
		t.Errorf("%s: its %s elements lead to %q in the other language", name, tag, others)
		return
	}
	other := path.Join(path.Dir(name), others[0])
	if to[other] == nil {
		t.Errorf("%s leads to %s, which is not there", name, other)
		return
	}
	back := linksTo(to[other], tag, map[string]string{"cy": "en", "en": "cy"}[lang])
	if len(back) != 1 || path.Join(path.Dir(other), back[0]) != name {
		t.Errorf("%s leads to %s, and that leads back to %q", name, other, back)
	}
}

// linksTo gives where the elements lead that name a language.
func linksTo(root *html.Node, tag, lang string) (hrefs []string) {
	for n := range root.Descendants() {
		if n.Data == tag && slices.Equal(attributesOf(n, "hreflang"), []string{lang}) {
			hrefs = append(hrefs, attributesOf(n, "href")...)
		}
	}
	return hrefs
}

func TestABilingualSiteHoldsTogether(t *testing.T) {
	t.Parallel()
	out := bilingual(t)
	checkPages(t, out, "/")
	checkForms(t, out)
	for _, f := range out.Files {
		if isTwin(f.Path) {
			checkTwin(t, out, f.Path)
		}
	}
}

func TestABodyThatOnlyTheTranslationNamesHasAPage(t *testing.T) {
	t.Parallel()
	out := bilingual(t)
	says(t, page(t, out, "notices/corporate.cy.html"), `<a href="../organisations/commissioner.cy.html">Gomisiynydd y Gymraeg</a>`)
	says(t, page(t, out, "organisations/commissioner.cy.html"), "<h1>Comisiynydd y Gymraeg</h1>")
}

func TestWordsHaveOneIDInEveryLanguage(t *testing.T) {
	t.Parallel()
	out := bilingual(t)
	terms := func(name string) map[string]string {
		found := map[string]string{}
		root := pagesIn(t, out, map[bool]string{true: "cy", false: "en"}[strings.Contains(name, ".cy.")])[name]
		for n := range root.Descendants() {
			if id := attributesOf(n, "id"); n.Data == "div" && len(id) == 1 && n.FirstChild.Data == "dt" {
				found[id[0]] = textOf(n.FirstChild)
			}
		}
		return found
	}
	english, welsh := terms("glossary.html"), terms("glossary.cy.html")
	for id := range english {
		if welsh[id] == "" {
			t.Errorf("the glossary in Welsh has nothing with the id %q", id)
		}
	}
	got := []string{welsh["collection-round"], welsh["card"], welsh["civic-amenity-site"], welsh["controller"]}
	if diff := cmp.Diff([]string{"Rownd gasglu", "Cerdyn llyfrgell", "Civic amenity site", "Rheolydd"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDataNamesTheLanguageOfWhatIsNotTranslated(t *testing.T) {
	t.Parallel()
	out := bilingual(t)
	silent(t, file(t, out, "notices/garden-waste.cy.json"), `"@value"`)
	says(t, file(t, out, "notices/garden-waste.cy.json"), `"label": "Lluniau ohonoch"`, `"name": "Cyngor Enghraifft"`, `"@language": "cy"`)

	in := input()
	for _, c := range in.Set.Notices {
		if translated := c.Translations["cy"]; translated != nil {
			translated.Summary = notices.Text{Value: "How we use your information.", Lang: "en"}
		}
	}
	d := file(t, render(t, in), "notices/wendle/garden-waste.cy.json")
	says(t, strings.Join(strings.Fields(d), " "), `"summary": { "@value": "How we use your information.", "@language": "en" }`)
	if got, want := readData(t, d).Summary, (site.TextData{Value: "How we use your information.", Lang: "en"}); got != want {
		t.Errorf("it is read as %+v", got)
	}
}
