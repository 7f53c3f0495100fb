package site_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/site"
)

// file gives one file of a site.
func file(t testing.TB, out *site.Output, name string) string {
	t.Helper()
	content, there := out.File(name)
	if !there {
		t.Fatalf("there is no file %s", name)
	}
	return string(content)
}

// XML cannot hold every character, not even escaped.
func TestWhatXMLCannotHoldIsReplaced(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		c.Title = text("a\x00b\x1bc\ufffed")
	}
	out := render(t, in)
	if got := readFeed(t, file(t, out, "notices/wendle/garden-waste.feed.xml")).Entries[0].Title; got != "a\ufffdb\ufffdc\ufffdd" {
		t.Errorf("got %q", got)
	}
}

func readData(t testing.TB, content string) site.NoticeData {
	t.Helper()
	var d site.NoticeData
	dec := json.NewDecoder(strings.NewReader(content))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		t.Fatal(err)
	}
	return d
}

// The gate refuses what a file that is no page may not hold, whatever made it.
func TestTheGateForFiles(t *testing.T) {
	t.Parallel()
	const svg = `<svg xmlns="http://www.w3.org/2000/svg">`
	for _, c := range []struct{ name, file, content string }{
		{"markup in JSON", "a.json", `{"a":"<b>"}`},
		{"no JSON", "a.json", `{"a":}`},
		{"a script in a picture", "a.svg", svg + `<script>1</script></svg>`},
		{"code in a picture", "a.svg", svg + `<rect onload="x()"/></svg>`},
		{"a style in a picture", "a.svg", svg + `<rect style="x"/></svg>`},
		{"a page in a picture", "a.svg", svg + `<foreignObject/></svg>`},
		{"a picture in a picture", "a.svg", svg + `<image href="https://x.example/a.png"/></svg>`},
		{"a pattern from elsewhere", "a.svg", svg + `<rect fill="url(https://x.example/a.svg#b)"/></svg>`},
		{"a filter from elsewhere", "a.svg", svg + `<rect filter="URL( //x.example/a.svg#b )"/></svg>`},
		{"a pointer from elsewhere", "a.svg", svg + `<rect cursor="image-set('//x.example/a.cur' 1x)"/></svg>`},
		{"an address behind an escape", "a.svg", svg + `<rect mask="u\72l(\2f\2fx.example)"/></svg>`},
		{"another base", "a.svg", `<svg xmlns="http://www.w3.org/2000/svg" xml:base="https://x.example/"></svg>`},
		{"a link with a prefix", "a.svg", `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><rect xlink:href="https://x.example/"/></svg>`},
		{"a page in a picture by a prefix", "a.svg", `<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml"><h:script>x</h:script></svg>`},
		{"a movement", "a.svg", svg + `<rect><animate attributeName="href" to="https://x.example"/></rect></svg>`},
		{"another part", "a.svg", svg + `<use href="#a"/></svg>`},
		{"a style in a picture", "a.svg", svg + `<style>@import "https://x.example"</style></svg>`},
		{"another base of a feed", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example/"/>`},
		{"a schema from elsewhere", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a https://x.example/a.xsd"/>`},
		{"two documents", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom"/><feed xmlns="http://www.w3.org/2005/Atom"/>`},
		{"nothing", "a.xml", ``},
		{"words after a document", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom"/>x`},
		{"an attribute twice", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="a" rel="b"/></feed>`},
		{"other letters", "a.xml", `<?xml version="1.0" encoding="utf-7"?><feed xmlns="http://www.w3.org/2005/Atom"/>`},
		{"a control character", "a.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&#1;</title></feed>"},
		{"a line slipped into headers", "_headers", "/*\n  X: y\nSet-Cookie: a=b\n"},
		{"another header for Apache", "hosting/apache.conf", "Header set Set-Cookie \"a=b\"\n"},
		{"a variable for nginx", "hosting/nginx-location.conf", "    add_header X-A \"$http_x\" always;\n"},
		{"another directive for nginx", "hosting/nginx-location.conf", "    proxy_pass https://x.example/;\n"},
		{"a line slipped into security.txt", ".well-known/security.txt", "Contact: mailto:a@b.example\nHiring: https://x.example/\n"},
		{"a contact that runs code", ".well-known/security.txt", "Contact: javascript:x\n"},
		{"a script for IIS", "hosting/iis.config", `<configuration><system.webServer><handlers/></system.webServer></configuration>`},
		{"a login for Azure", "staticwebapp.config.json", `{"routes":[],"globalHeaders":{},"responseOverrides":{},"mimeTypes":{},"auth":{}}`},
		{"another page for all addresses", "staticwebapp.config.json", `{"routes":[],"navigationFallback":{"rewrite":"/a.html"}}`},
		{"a star in a rule for Azure", "staticwebapp.config.json", `{"routes":[{"route":"/*","redirect":"https://x.example/","statusCode":301}]}`},
		{"a header for one page", "staticwebapp.config.json", `{"routes":[{"route":"/a.html","headers":{"Set-Cookie":"a=b"}}]}`},
		{"a page in the place of another", "staticwebapp.config.json", `{"responseOverrides":{"401":{"rewrite":"/a.html"}}}`},
		{"a line in a header for Azure", "staticwebapp.config.json", `{"globalHeaders":{"X-A":"a\r\nSet-Cookie: a=b"}}`},
		{"cookies for CloudFront", "hosting/cloudfront-headers.json", `{"CorsConfig":{}}`},
		{"a line in a header for CloudFront", "hosting/cloudfront-headers.json", `{"CustomHeadersConfig":{"Items":[{"Header":"X-A","Value":"a\nb"}]}}`},
		{"an address that runs code", "hosting/cloudfront-moved.json", `{"data":[{"key":"/a","value":"javascript:x"}]}`},
		{"a manifest of a program", "app.webmanifest", `{"name":"a"}`},
		{"another namespace", "a.xml", `<feed xmlns="https://x.example/"/>`},
		{"a page as XML", "a.xml", `<html xmlns="http://www.w3.org/1999/xhtml"/>`},
		{"an entity", "a.xml", `<!DOCTYPE feed [<!ENTITY e "x">]><feed xmlns="http://www.w3.org/2005/Atom"/>`},
		{"a style sheet", "a.xml", `<?xml-stylesheet href="https://x.example/"?><feed xmlns="http://www.w3.org/2005/Atom"/>`},
		{"a link that runs code", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom"><link href="javascript:x()"/></feed>`},
		{"no XML", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom">`},
		{"a line in robots.txt", "robots.txt", "User-agent: *\nAllow: /\nCrawl-delay: 1\n"},
		{"a header slipped into rules", "_redirects", "/a /b 301\n/* https://x.example/:splat 200\n"},
		{"a directive slipped into rules", "hosting/apache.conf", "RewriteEngine On\nphp_value auto_prepend_file x\n"},
		{"a directive slipped into a map", "hosting/nginx.conf", "map $uri $notices_moved {\n    \"/a\" \"/b\"; } location / { return 200;\n}\n"},
		{"a variable in a map", "hosting/nginx.conf", "    \"/a\" \"/$arg_x\";\n"},
		{"a carriage return", "robots.txt", "User-agent: *\r\n"},
		{"a program", "a.js", "1"},
		{"a file of no known name", "other.txt", "words"},
		{"no words", "robots.txt", "\xff"},
	} {
		if found := site.UnsafeFile(site.File{Path: c.file, Content: []byte(c.content)}); len(found) == 0 {
			t.Errorf("%s is let through", c.name)
		}
	}
}

func TestEveryFileIsOfAKindThatTheGateKnows(t *testing.T) {
	t.Parallel()
	for _, f := range render(t, input()).Files {
		if ext := path.Ext(f.Path); ext != ".html" && ext != ".css" {
			for _, problem := range site.UnsafeFile(f) {
				t.Errorf("%s %s", f.Path, problem)
			}
		}
	}
}

type readSitemap struct {
	Pages []struct {
		Address string `xml:"loc"`
		Changed string `xml:"lastmod"`
		Links   []struct {
			Lang string `xml:"hreflang,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
}

func TestTheSitemapListsEveryPageThatPeopleAreToFind(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	var sitemap readSitemap
	if err := xml.Unmarshal([]byte(file(t, out, "sitemap.xml")), &sitemap); err != nil {
		t.Fatal(err)
	}
	const base = "https://privacy.wendle.example/notices/"
	listed := map[string]bool{}
	for _, p := range sitemap.Pages {
		address, _ := strings.CutPrefix(p.Address, base)
		if address == "" {
			address = "index.html"
		}
		listed[address] = true
		if _, there := out.File(address); !there {
			t.Errorf("%s is listed and not there", p.Address)
		}
		for _, l := range p.Links {
			if !strings.HasPrefix(l.Href, base) {
				t.Errorf("%s in %s is at %s", p.Address, l.Lang, l.Href)
			}
		}
		if address == "notices/wendle/garden-waste.cy.html" && (p.Changed != "2026-10-05" || len(p.Links) != 2) {
			t.Errorf("got %+v", p)
		}
		if address == "notices/wendle/allotments.html" && (p.Changed != "" || len(p.Links) != 0) {
			t.Errorf("got %+v", p)
		}
	}
	for _, f := range out.Files {
		leadsOn := bytes.Contains(f.Content, []byte(`http-equiv="refresh"`)) || bytes.Contains(f.Content, []byte(`content="noindex"`))
		if path.Ext(f.Path) == ".html" && listed[f.Path] == (leadsOn || f.Path == "404.html") {
			t.Errorf("%s is listed: %v", f.Path, listed[f.Path])
		}
	}
	if robots := file(t, out, "robots.txt"); robots != "User-agent: *\nAllow: /\n\nSitemap: "+base+"sitemap.xml\n" {
		t.Errorf("robots.txt is %q", robots)
	}
}

// A sitemap may list 50,000 addresses. None is left out for that.
func TestSitemapsOfALargeSite(t *testing.T) {
	t.Parallel()
	const most = 50_000
	for pages, want := range map[int][]string{
		1:            {"sitemap.xml"},
		most:         {"sitemap.xml"},
		most + 1:     {"sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"},
		2 * most:     {"sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"},
		2*most + 500: {"sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"},
	} {
		var names []string
		listed := 0
		for _, f := range site.SitemapFiles(pages) {
			names = append(names, f.Path)
			listed += bytes.Count(f.Content, []byte("<url>"))
			if problems := site.UnsafeFile(f); len(problems) > 0 {
				t.Errorf("%d pages: %s %v", pages, f.Path, problems)
			}
		}
		if listed != pages || !slices.Equal(names, want) {
			t.Errorf("%d pages: %d are listed, in %v", pages, listed, names)
		}
	}
	files := site.SitemapFiles(most + 1)
	if index := string(files[len(files)-1].Content); !strings.Contains(index, "<loc>https://privacy.wendle.example/sitemap-2.xml</loc>") {
		t.Errorf("the index is %s", index)
	}
}

func TestASiteWithoutAnAddressHasNoSitemap(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Corpus.Site.BaseURL = link("")
	out := render(t, in)
	if _, there := out.File("sitemap.xml"); there {
		t.Error("there is a sitemap without full addresses")
	}
	if robots := file(t, out, "robots.txt"); strings.Contains(robots, "Sitemap") {
		t.Errorf("robots.txt is %q", robots)
	}
	for _, f := range out.Files {
		if path.Ext(f.Path) == ".html" && bytes.Contains(f.Content, []byte("og:url")) {
			t.Errorf("%s names an address that is not known", f.Path)
		}
	}
}

func TestADraftIsKeptFromSearchEngines(t *testing.T) {
	t.Parallel()
	in := input()
	in.Draft = true
	out := render(t, in)
	if robots := file(t, out, "robots.txt"); robots != "User-agent: *\nDisallow: /\n" {
		t.Errorf("robots.txt is %q", robots)
	}
	if _, there := out.File("sitemap.xml"); there {
		t.Error("a draft has a sitemap")
	}
	for _, f := range out.Files {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		if !bytes.Contains(f.Content, []byte(`name="robots" content="noindex"`)) || bytes.Contains(f.Content, []byte("og:url")) {
			t.Errorf("%s may be listed", f.Path)
		}
	}
}

func TestHeadsTellProgramsWhatThePageIs(t *testing.T) {
	t.Parallel()
	got := page(t, render(t, input()), "notices/wendle/garden-waste.cy.html")
	const base = "https://privacy.wendle.example/notices/"
	for _, want := range []string{
		`<link rel="canonical" href="` + base + `notices/wendle/garden-waste.cy.html">`, `<meta property="og:url" content="` + base + `notices/wendle/garden-waste.cy.html">`,
		`<meta property="og:title" content="Casglu gwastraff gardd">`, `<meta property="og:type" content="article">`, `<meta property="og:locale" content="cy_GB">`,
		`<link rel="icon" type="image/svg+xml" href="../../assets/favicon.svg">`, `<link rel="alternate" type="application/json" title="`, `href="garden-waste.cy.json">`,
		`<link rel="alternate" type="application/atom+xml" title="Wendle privacy notices: beth sydd wedi newid" href="../../feed.cy.xml">`, `href="garden-waste.feed.cy.xml">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the head has no %s", want)
		}
	}
	if strings.Contains(got, "og:image") {
		t.Error("there is no image to show")
	}
	home := page(t, render(t, input()), "index.html")
	for _, want := range []string{`<link rel="canonical" href="` + base + `">`, `<meta property="og:type" content="website">`} {
		if !strings.Contains(home, want) {
			t.Errorf("the first page's head has no %s", want)
		}
	}
}

// A page for addresses that do not exist is shown at any depth, where relative
// links would lead nowhere.
func TestThePageForMissingPagesWorksAtAnyDepth(t *testing.T) {
	t.Parallel()
	for base, root := range map[string]string{"https://privacy.wendle.example/notices/": "/notices/", "https://privacy.wendle.example": "/"} {
		in := input()
		in.Set.Corpus.Site.BaseURL = link(base)
		doc, err := html.Parse(strings.NewReader(file(t, render(t, in), "404.html")))
		if err != nil {
			t.Fatal(err)
		}
		for _, href := range attributes(doc, "href") {
			if !strings.HasPrefix(href, root) && href != "#main" {
				t.Errorf("below %s, 404.html links to %s", root, href)
			}
		}
	}
}

func TestTheIconHasTheColourOfTheBrand(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	if icon := file(t, out, "assets/favicon.svg"); !strings.Contains(icon, `fill="#2b5d34"`) || !strings.Contains(icon, `fill="#ffffff"`) {
		t.Errorf("got %s", icon)
	}
	in := input()
	in.Set.Corpus.Site.Brand.Colour = text(`"/><script>`)
	colour := regexp.MustCompile(`fill="#[0-9a-f]{6}"`)
	if icon := file(t, render(t, in), "assets/favicon.svg"); len(colour.FindAllString(icon, -1)) != 3 || strings.Contains(icon, "script") {
		t.Errorf("got %s", icon)
	}
}

// A site that says nothing of when it changed still has all its other files.
func TestASiteWithoutDatesHasNoFeed(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		c.Updated, c.Changes = notices.Date{}, nil
	}
	out := render(t, in)
	for _, f := range out.Files {
		if strings.HasSuffix(f.Path, ".xml") && f.Path != "sitemap.xml" || strings.HasSuffix(f.Path, ".html") && bytes.Contains(f.Content, []byte("application/atom+xml")) {
			t.Errorf("%s has a feed", f.Path)
		}
	}
}

func TestAddressesOfEveryKindOfSite(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{
		"https://privacy.wendle.example":          "https://privacy.wendle.example/",
		"HTTPS://privacy.wendle.example:8443/a/b": "https://privacy.wendle.example:8443/a/b/",
		"https://preifatrwydd.ŵyr.example/Ŵyr":    "https://preifatrwydd.xn--yr-9ua.example/%C5%B4yr/",
	} {
		in := input()
		in.Set.Corpus.Site.BaseURL = link(base)
		if got := file(t, render(t, in), "robots.txt"); !strings.Contains(got, "\nSitemap: "+want+"sitemap.xml\n") {
			t.Errorf("%s: robots.txt is %q", base, got)
		}
	}
}
