package site_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

// azureFile is what tests read of the file for Azure Static Web Apps.
type azureFile struct {
	Routes []struct {
		Route, Redirect string
		StatusCode      int
		Headers         map[string]string
	}
	GlobalHeaders     map[string]string
	ResponseOverrides map[string]map[string]string
	MimeTypes         map[string]string
}

func readAzure(t testing.TB, out *site.Output) (config azureFile) {
	t.Helper()
	if err := json.Unmarshal([]byte(file(t, out, "staticwebapp.config.json")), &config); err != nil {
		t.Fatal(err)
	}
	return config
}

// readFront gives the earlier addresses that CloudFront is told of.
func readFront(t testing.TB, out *site.Output) map[string]string {
	t.Helper()
	var store struct {
		Data []struct{ Key, Value string }
	}
	if err := json.Unmarshal([]byte(file(t, out, "hosting/cloudfront-moved.json")), &store); err != nil {
		t.Fatal(err)
	}
	moved := map[string]string{}
	for _, pair := range store.Data {
		if moved[pair.Key] != "" {
			t.Errorf("%q is there twice", pair.Key) // CloudFront refuses the whole file
		}
		moved[pair.Key] = pair.Value
	}
	return moved
}

// What Azure sends is what the others do; an earlier address that would mean more to it
// than itself is left to its small page.
func TestAzureIsToldOfHeadersAndEarlierAddresses(t *testing.T) {
	t.Parallel()
	out := moved(t, "https://privacy.wendle.example/privacy/")
	config := readAzure(t, out)
	want := headersOf(t, out)
	want["Cache-Control"] = "no-cache"
	if diff := cmp.Diff(want, config.GlobalHeaders); diff != "" {
		t.Errorf("(-_headers +Azure):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]map[string]string{"404": {"rewrite": "/privacy/404.html"}}, config.ResponseOverrides); diff != "" {
		t.Errorf("what is not there (-want +got):\n%s", diff)
	}
	kept, leads := 0, map[string]string{}
	for _, r := range config.Routes {
		if r.Redirect != "" {
			leads[r.Route] = fmt.Sprint(r.StatusCode, " ", r.Redirect)
			continue
		}
		kept++
		if _, there := out.File(strings.TrimPrefix(r.Route, "/privacy/")); !there || !strings.HasSuffix(r.Headers["Cache-Control"], "immutable") {
			t.Errorf("%s is not there, or not kept: %v", r.Route, r.Headers)
		}
	}
	if kept == 0 {
		t.Error("nothing is kept")
	}
	const retention = "301 /privacy/glossary.html#retention"
	if diff := cmp.Diff(map[string]string{
		"/privacy/old.html": retention, "/privacy/folder/index.html": retention, "/privacy/v1.2/index.html": retention,
		"/privacy/garden-waste/index.html": "301 /privacy/notices/wendle/garden-waste.html",
		"/privacy/away.html":               "301 https://www.wendle.example/a%20b/%20%241?q=a&b=%25%7BX%7D%22#c",
	}, leads); diff != "" {
		t.Errorf("earlier addresses (-want +got):\n%s", diff)
	}
	for _, ending := range []string{".html", ".csv", ".svg", ".json"} {
		if config.MimeTypes[ending] == "" {
			t.Errorf("Azure does not know %s", ending)
		}
	}
}

// Azure takes 20 KB and no more, and would not publish the site.
func TestTheFileForAzureIsNeverTooLong(t *testing.T) {
	t.Parallel()
	in := input()
	for n := range 500 {
		in.Set.Corpus.Site.Redirects = append(in.Set.Corpus.Site.Redirects, notices.Redirect{
			From: link(fmt.Sprintf("/earlier/address-%d.html", n)), To: link("https://www.wendle.example/?a=1&b=2&c=3&d=4&e=5")})
	}
	out := render(t, in)
	if n := len(file(t, out, "staticwebapp.config.json")); n > 20_000 || n < 19_000 {
		t.Errorf("the file has %d bytes", n)
	}
	if n := len(readFront(t, out)); n < 500 {
		t.Errorf("CloudFront is told of %d addresses", n)
	}
}

func TestCloudFrontIsToldOfEarlierAddresses(t *testing.T) {
	t.Parallel()
	leads := readFront(t, moved(t, "https://privacy.wendle.example/privacy/"))
	for _, address := range append(oddAddresses, "/folder/", "/v1.2") {
		if leads["/privacy"+address] != "/privacy/glossary.html#retention" {
			t.Errorf("%s leads to %q", address, leads["/privacy"+address])
		}
	}
}

// A header that has a place of its own is refused by CloudFront among the others.
func TestCloudFrontIsToldOfHeaders(t *testing.T) {
	t.Parallel()
	out := moved(t, "")
	var policy struct {
		SecurityHeadersConfig struct {
			ContentSecurityPolicy struct{ ContentSecurityPolicy string }
			ContentTypeOptions    struct{ Override bool }
			ReferrerPolicy        struct{ ReferrerPolicy string }
		}
		CustomHeadersConfig struct {
			Quantity int
			Items    []struct{ Header, Value string }
		}
	}
	if err := json.Unmarshal([]byte(file(t, out, "hosting/cloudfront-headers.json")), &policy); err != nil {
		t.Fatal(err)
	}
	security, others := policy.SecurityHeadersConfig, policy.CustomHeadersConfig
	got := map[string]string{"Content-Security-Policy": security.ContentSecurityPolicy.ContentSecurityPolicy, "Referrer-Policy": security.ReferrerPolicy.ReferrerPolicy}
	if security.ContentTypeOptions.Override {
		got["X-Content-Type-Options"] = "nosniff"
	}
	for _, h := range others.Items {
		if _, there := got[h.Header]; there {
			t.Errorf("%s stands among the others", h.Header)
		}
		got[h.Header] = h.Value
	}
	if diff := cmp.Diff(headersOf(t, out), got); diff != "" || others.Quantity != len(others.Items) {
		t.Errorf("%d others (-_headers +CloudFront):\n%s", others.Quantity, diff)
	}
}
