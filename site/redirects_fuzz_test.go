package site_test

import (
	"encoding/xml"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
	"notices.example/site"
)

// The lines that the files for web servers may have.
var serverLines = map[string]*regexp.Regexp{
	"_redirects":         regexp.MustCompile(`^(?:#.*|/[^\s*:]* [^\s"]+ 301)$`),
	"hosting/nginx.conf": regexp.MustCompile(`^(?:#.*|map \$uri \$notices_moved \{|    default "";|    "[^"]*" "[^"\s$]*";|\}|)$`),
}

// FuzzRedirects gives earlier addresses, where they lead and the title of the page
// there whatever values at all, past everything that load would have refused: what
// web servers are told has one line for each, and nothing slips into another.
func FuzzRedirects(f *testing.F) {
	for _, from := range oddAddresses {
		f.Add(from, "/glossary.html#retention", "Garden waste")
	}
	for _, s := range []string{
		"/old.html\n/* https://evil.example 301", "/old.html /x 301", "/a.html\r\nSet-Cookie: a=b", `/";}server{return 301 https://evil.example;}#`, "/a\\\" b.html", "/${uri}.html", "/%0a.html",
		"/*", "/:splat", "/a\u2028b.html", "/a\u0085b.html", "/</configuration>.html", "/_headers", "/_redirects", "/../x.html", "//evil.example/x.html", "/index.html", "/a#b.html", "/\x00.html", "",
		"https://evil.example/\n/x https://evil.example 301", "javascript:alert(1)", "https://www.wendle.example/a b\"c;d}\\", "/notices/wendle/garden-waste.html", "https://www.wendle.example/$1%{ENV:X}",
	} {
		f.Add(s, s, s)
		f.Add("/old.html", s, s)
		f.Add(s, "/index.html", s)
	}
	plain := input()
	plain.Memory = &site.Memory{} // the layouts are read once
	headers := file(f, render(f, plain), "_headers")
	f.Fuzz(func(t *testing.T, from, to, title string) {
		if len(from)+len(to)+len(title) > 4000 || !utf8.ValidString(from+to+title) {
			t.Skip()
		}
		memory := *plain.Memory
		in := input()
		in.Memory = &memory
		in.Set.Corpus.Site.Redirects = []notices.Redirect{{From: link("/before.html"), To: link("/glossary.html")}, {From: link(from), To: link(to)}, {From: link("/behind.html"), To: link("/glossary.html")}}
		in.Set.Notices[0].Aliases = append(in.Set.Notices[0].Aliases, link(from+".html"))
		in.Set.Notices[0].Title = text(title)
		out, _, err := site.Render(faced(in))
		if err != nil && letThrough(to) {
			t.Fatal(err)
		}
		if out == nil {
			return // a finding says why, or the finished page was refused
		}
		for name, allowed := range serverLines {
			got := file(t, out, name)
			for line := range strings.SplitSeq(strings.TrimSuffix(got, "\n"), "\n") {
				if !allowed.MatchString(line) {
					t.Errorf("%s has the line %q", name, line)
				}
			}
			if strings.Count(got, "/before.html") != 1 || strings.Count(got, "/behind.html") != 1 {
				t.Errorf("%s has not the two other addresses once:\n%s", name, got)
			}
		}
		if got := file(t, out, "_headers"); got != headers {
			t.Errorf("_headers hangs on what earlier addresses are called:\n%s", got)
		}
		checkApache(t, file(t, out, "hosting/apache.conf"))
		checkPairs(t, readFront(t, out))
		if err := xml.Unmarshal([]byte(file(t, out, "hosting/iis.config")), new(struct{ XMLName xml.Name })); err != nil {
			t.Errorf("hosting/iis.config: %v", err)
		}
	})
}

// letThrough reports whether load might let an address through.
func letThrough(address string) bool {
	_, err := url.Parse(address)
	return err == nil && !strings.ContainsAny(address, "\\\"'<>`{}|^") && !strings.ContainsFunc(address, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
}

func checkPairs(t *testing.T, moved map[string]string) {
	t.Helper()
	for from, to := range moved {
		if !strings.HasPrefix(from, "/") || strings.ContainsFunc(to, func(r rune) bool { return unicode.IsSpace(r) || r > unicode.MaxASCII }) {
			t.Errorf("CloudFront is told that %q leads to %q", from, to)
		}
	}
	if moved["/notices/before.html"] == "" || moved["/notices/behind.html"] == "" {
		t.Errorf("CloudFront is not told of the two other addresses: %q", moved)
	}
}

var apacheRule = regexp.MustCompile(`^RewriteRule "\^[^"]*\$" "[^"\s]*" \[R=301,L,NE\]$`)

func checkApache(t *testing.T, content string) {
	t.Helper()
	for line := range strings.Lines(content) {
		if line = strings.TrimSuffix(line, "\n"); strings.HasPrefix(line, "RewriteRule") && !apacheRule.MatchString(line) || strings.Contains(line, "\r") {
			t.Errorf("hosting/apache.conf has the line %q", line)
		}
	}
}
