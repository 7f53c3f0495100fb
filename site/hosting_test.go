package site_test

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

// moved gives a site with earlier addresses that hold what means something in one
// form of rules or another.
func moved(t testing.TB, base string) *site.Output {
	t.Helper()
	in := input()
	in.Set.Corpus.Site.BaseURL = link(base)
	in.Set.Corpus.Site.SecurityContact = &notices.SecurityContact{Email: notices.Email{Value: "security@wendle.example"}, Expires: date("2027-10-01")}
	in.Set.Corpus.Site.Redirects = nil
	for _, from := range oddAddresses {
		in.Set.Corpus.Site.Redirects = append(in.Set.Corpus.Site.Redirects, notices.Redirect{From: link(from), To: link("/glossary.html#retention")})
	}
	in.Set.Corpus.Site.Redirects = append(in.Set.Corpus.Site.Redirects,
		notices.Redirect{From: link("/away.html"), To: link("https://www.wendle.example/a b/%20$1?q=a&b=%{X}\"#c")})
	return render(t, in)
}

var oddAddresses = []string{
	"/old.html", "/old page.html", "/folder", "/$host/${x}.html", "/it's;{a}(b)[c].html", "/preifatrwydd-ŵyr.html", "/a&b=c+d,e.html", "/~user/^start!.html", "/v1.2/",
}

func TestServersAreToldOfEarlierAddresses(t *testing.T) {
	t.Parallel()
	out := moved(t, "https://privacy.wendle.example/notices/")
	for name, lines := range map[string][]string{
		"_redirects": {
			"/notices/old.html /notices/glossary.html#retention 301", "/notices/old%20page.html /notices/glossary.html#retention 301",
			"/notices/folder /notices/glossary.html#retention 301", "/notices/%24host/%24%7Bx%7D.html /notices/glossary.html#retention 301",
			"/notices/preifatrwydd-%C5%B5yr.html /notices/glossary.html#retention 301",
			"/notices/away.html https://www.wendle.example/a%20b/%20%241?q=a&b=%25%7BX%7D%22#c 301",
			"/notices/garden-waste /notices/notices/wendle/garden-waste.html 301",
		},
		"hosting/apache.conf": {
			`RewriteRule "^old\.html$" "/notices/glossary.html#retention" [R=301,L,NE]`, `RewriteRule "^old page\.html$" "/notices/glossary.html#retention" [R=301,L,NE]`,
			`RewriteRule "^folder/?$" "/notices/glossary.html#retention" [R=301,L,NE]`, `RewriteRule "^v1\.2/?$" "/notices/glossary.html#retention" [R=301,L,NE]`,
			`RewriteRule "^\$host/\$\{x\}\.html$" "/notices/glossary.html#retention" [R=301,L,NE]`,
			`RewriteRule "^away\.html$" "https://www.wendle.example/a\%20b/\%20\%241?q=a&b=\%25\%7BX\%7D\%22#c" [R=301,L,NE]`,
		},
		"hosting/nginx.conf": {
			`    "/notices/old.html" "/notices/glossary.html#retention";`, `    "/notices/old page.html" "/notices/glossary.html#retention";`,
			`    "/notices/folder" "/notices/glossary.html#retention";`, `    "/notices/folder/" "/notices/glossary.html#retention";`,
			`    "/notices/away.html" "https://www.wendle.example/a%20b/%20%241?q=a&b=%25%7BX%7D%22#c";`,
		},
	} {
		got := file(t, out, name)
		for _, line := range lines {
			if !strings.Contains(got, "\n"+line+"\n") {
				t.Errorf("%s has no line %s:\n%s", name, line, got)
			}
		}
		for _, problem := range site.UnsafeFile(site.File{Path: name, Content: []byte(got)}) {
			t.Errorf("%s %s", name, problem)
		}
	}
}

// The pattern of each rule for Apache has to match the address it is for, and no
// other.
func TestRulesForApacheMatchTheirAddress(t *testing.T) {
	t.Parallel()
	rules := regexp.MustCompile(`RewriteRule "([^"]+)"`).FindAllStringSubmatch(file(t, moved(t, ""), "hosting/apache.conf"), -1)
	for _, address := range oddAddresses {
		matched := 0
		for _, rule := range rules {
			if regexp.MustCompile(rule[1]).MatchString(strings.TrimPrefix(address, "/")) {
				matched++
			}
		}
		if matched != 1 {
			t.Errorf("%d rules match %s, want 1", matched, address)
		}
	}
}

func TestTheConfigurationForIISIsXML(t *testing.T) {
	t.Parallel()
	var config struct {
		XMLName xml.Name `xml:"configuration"`
		Add     []struct {
			Key   string `xml:"key,attr"`
			Value string `xml:"value,attr"`
		} `xml:"system.webServer>rewrite>rewriteMaps>rewriteMap>add"`
		If struct {
			Input string `xml:"input,attr"`
		} `xml:"system.webServer>rewrite>rules>rule>conditions>add"`
	}
	if err := xml.Unmarshal([]byte(file(t, moved(t, ""), "hosting/iis.config")), &config); err != nil {
		t.Fatal(err)
	}
	if config.If.Input != "{notices-moved:{PATH_INFO}}" { // REQUEST_URI holds the query too, and no address has one
		t.Errorf("addresses are looked up by %s", config.If.Input)
	}
	to := map[string]string{}
	for _, a := range config.Add {
		to[a.Key] = a.Value
	}
	for _, address := range oddAddresses {
		if to[address] != "/glossary.html#retention" {
			t.Errorf("%s leads to %q", address, to[address])
		}
	}
}

// What IIS sends is what the others do.
func TestTheConfigurationForIISHasTheHeaders(t *testing.T) {
	t.Parallel()
	out := moved(t, "https://privacy.wendle.example/privacy/")
	var config struct {
		Headers []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:"value,attr"`
		} `xml:"system.webServer>httpProtocol>customHeaders>add"`
		Error struct {
			Code string `xml:"statusCode,attr"`
			Path string `xml:"path,attr"`
			Mode string `xml:"responseMode,attr"`
		} `xml:"system.webServer>httpErrors>error"`
		Kept []struct {
			Path string `xml:"path,attr"`
		} `xml:"location"`
	}
	if err := xml.Unmarshal([]byte(file(t, out, "hosting/iis.config")), &config); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, h := range config.Headers {
		got[h.Name] = h.Value
	}
	if diff := cmp.Diff(headersOf(t, out), got); diff != "" {
		t.Errorf("(-_headers +IIS):\n%s", diff)
	}
	if e := config.Error; e.Code != "404" || e.Path != `privacy\404.html` || e.Mode != "File" {
		t.Errorf("what is not there is answered with %+v", e)
	}
	for _, kept := range config.Kept {
		if _, there := out.File(kept.Path); !there {
			t.Errorf("%s is kept for ever, and is not there", kept.Path)
		}
	}
}

// An address that would mean something in a configuration is left to people.
func TestOddAddressesOfSitesAreNotWrittenIntoConfigurations(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{
		"": "/", "https://privacy.wendle.example": "/", "https://privacy.wendle.example/a/b": "/a/b/", "https://privacy.wendle.example/~privacy/": "/~privacy/",
		"https://privacy.wendle.example/a b;{}$host/": "/", `https://privacy.wendle.example/a"b/`: "/", "https://privacy.wendle.example/a/../b/": "/", "https://privacy.wendle.example/ŵ/": "/",
	} {
		in := input()
		in.Set.Corpus.Site.BaseURL = link(base)
		out := render(t, in)
		for name, line := range map[string]string{"hosting/nginx-location.conf": "location ^~ " + want + " {\n", "hosting/apache.conf": "ErrorDocument 404 " + want + "404.html\n"} {
			if !strings.Contains(file(t, out, name), "\n"+line) {
				t.Errorf("with %q there is no line %q in %s", base, line, name)
			}
		}
	}
}

func TestASiteThatNeverMovedHasNoEarlierAddressesToTell(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Corpus.Site.Redirects = nil
	for _, c := range in.Set.Notices {
		c.Aliases = nil
	}
	for _, f := range render(t, in).Files {
		told := f.Path == "_headers" || strings.HasPrefix(f.Path, "hosting/")
		if f.Path == "_redirects" || f.Path == "hosting/nginx.conf" || told && strings.Contains(strings.ToLower(string(f.Content)), "rewriterule") || told && strings.Contains(string(f.Content), "rewriteMap") {
			t.Errorf("there is %s", f.Path)
		}
	}
}
