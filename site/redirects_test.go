package site_test

import (
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

func TestEarlierAddressesAreClaimedAsCarefullyAsPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		aliases []string
		rule    string
	}{
		{"the page itself", []string{"/notices/wendle/allotments.html"}, "address-taken"},
		{"a page in capital letters", []string{"/Glossary.HTML", "/GLOSSARY.html"}, "address-taken"},
		{"two of them in capital letters", []string{"/old.html", "/OLD.html"}, "address-taken"},
		{"an accent stored in two ways", []string{"/caf\u00e9.html", "/cafe\u0301.html"}, "address-taken"},
		{"a page as a folder", []string{"/404.html/old.html"}, "address-taken"},
		{"a page as a folder of folders", []string{"/Index.html/a/b.html"}, "address-taken"},
		{"an earlier address as a folder", []string{"/a.html", "/a.html/b.html"}, "address-taken"},
		{"a folder as an earlier address", []string{"/a.html/b.html", "/a.html"}, "address-taken"},
		{"a long name", []string{"/" + strings.Repeat("x", 300) + ".html"}, "address-unusable"},
		{"many folders", []string{"/" + strings.Repeat("x/", 120) + "a.html"}, "address-unusable"},
		{"an instruction to a program", []string{"/-rf.html"}, "address-unusable"},
		{"a folder like an instruction", []string{"/--help/a.html"}, "address-unusable"},
		{"a long folder", []string{"/" + strings.Repeat("x", 300) + "/a.html"}, "address-unusable"},
		{"a device of Windows", []string{"/con.html"}, "address-unusable"},
		{"a device of Windows as a folder", []string{"/AUX/old.html"}, "address-unusable"},
		{"a device of Windows with two endings", []string{"/lpt1.v2.html"}, "address-unusable"},
		{"a full stop at the end", []string{"/old./a.html"}, "address-unusable"},
		{"a question in quotes", []string{`/"old".html`}, "address-unusable"},
		{"a line end", []string{"/old\n.html"}, "address-unusable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			in := input()
			for _, alias := range c.aliases {
				in.Set.Notices[0].Aliases = append(in.Set.Notices[0].Aliases, link(alias))
			}
			out, found, err := site.Render(faced(in))
			if err != nil || out != nil || len(found) == 0 {
				t.Fatalf("got output %v, findings %v, error %v", out != nil, found, err)
			}
			if f := found[0]; f.Rule != c.rule || len(f.Message) > 400 {
				t.Errorf("got %s: %s", f.Rule, f.Message)
			}
		})
	}
}

func TestRedirectsArriveSomewhere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		to string
		ok bool
	}{
		{"/glossary.html", true},
		{"/glossary.html#personal-data", true},
		{"/garden-waste", false}, // an earlier address itself
		{"/privacy2", false},
		{"#here", false},
		{"/nowhere.html", false},
		{"https://www.wendle.example/privacy", true},
		{"organisations/wendle.yaml", true},
	} {
		in := input()
		to := link(c.to)
		to.Pos = at("site.yaml")
		in.Set.Corpus.Site.Redirects = []notices.Redirect{{From: link("/privacy2"), To: to}}
		out, found, err := site.Render(faced(in))
		if err != nil || c.ok != (out != nil) || !c.ok && (len(found) != 1 || found[0].Rule != "redirect-invalid") {
			t.Errorf("to %s: got output %v, findings %v, error %v", c.to, out != nil, found, err)
		}
	}
}
