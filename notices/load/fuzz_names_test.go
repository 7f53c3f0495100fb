package load

import (
	"io/fs"
	"net/mail"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// FuzzNames holds the name of any file and folder to this: what becomes part of an
// address is harmless on every system, and a better name that is offered is one that
// can be used.
func FuzzNames(f *testing.F) {
	for _, name := range []string{
		"parking", "Parking Permits", "..", "a/../../b", "con", "aux.v2", "x.", "a:b", "-rf", `..\x`, "a\nb", "\x1b[31m", "::error", "café", "ŵyr", "cafe\u0301", "%2e%2e%2f",
		"parking.cy", "parking.xx.cy", ".git", "_headers", strings.Repeat("x", 300), "a\u202eb", "ﬁle", "ß", "İ", "a--b", "--", "\xff",
	} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if len(name) > 1000 {
			t.Skip()
		}
		better := slug(name)
		if problem := idProblem(better); better != "" && problem != "" {
			t.Errorf("for %q the name %q is offered, but %s", name, better, problem)
		}
		if again := slug(better); again != better {
			t.Errorf("for %q the name %q is offered, and for that %q", name, better, again)
		}
		file := "content/notices/" + name + ".md"
		if !fs.ValidPath(file) {
			return
		}
		res := mustLoad(t, siteOf(map[string]string{file: "---\ntitle: Parking\nsummary: What we do.\n---\nText.\n"}))
		checkPlaces(t, res)
		for _, n := range slices.Concat(res.Corpus.Notices, res.Corpus.Translations) {
			if !harmlessPath.MatchString(n.ID.Value) || path.Clean(n.ID.Value) != n.ID.Value || len(n.ID.Value) > maxID {
				t.Errorf("%q is the ID %q", file, n.ID.Value)
			}
		}
		for _, f := range res.Findings {
			if strings.ContainsFunc(f.Pos.File+f.Message, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }) {
				t.Errorf("%q shows as it is in %q", name, f.Message)
			}
		}
	})
}

var harmlessPath = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*$`)

// FuzzAddresses holds any address, email address and telephone number to this: what
// gets into the model leads, as browsers read it, to a page on the web or of this
// site, writes to one mailbox, or dials.
func FuzzAddresses(f *testing.F) {
	for _, address := range []string{
		"https://www.example.gov.uk/a?b=c#d", "http://example.gov.uk/", "/notices/a.html", "#data", "b.md", "../../etc/passwd", "//evil.example/x", `/\evil.example`, `\\evil.example`,
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "javascript&colon;alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
		"blob:https://example.org/x", "view-source:https://example.org", "https://bank.example@evil.example/", "https://xn--80ak6aa92e.example/", "https:/example.org", "https:example.org",
		"https:///evil.example", "https://example.org:99999/", "https://[::1]/", "https://2130706433/", "/a/%2e%2e/b", "/a%0d%0aSet-Cookie:x", "/a?b=%0a", "a@example.org", "a@example.org?bcc=b@example.org",
		"a@example.org,b@example.org", "\"a b\"@example.org", "a@example.org\nBcc: b", "0300 123 4567", "+44 (0)300 123 4567", "0300 123 4567;ext=1", "*#06#", "https://example.org/\u202egnp.exe", "/\u2028",
	} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		if len(address) > 4000 {
			t.Skip()
		}
		quoted := strconv.Quote(address)
		res := mustLoad(t, siteOf(map[string]string{"content/organisations/a.yaml": "name: A\nwebsite: " + quoted + "\ncontacts:\n  - role: general\n    email: " + quoted + "\n    phone: " + quoted + "\n    form: " + quoted + "\n"}))
		checkPlaces(t, res)
		for _, o := range res.Corpus.Organisations {
			checkLink(t, o.Website.Value)
			for _, c := range o.Contacts {
				checkLink(t, c.Form.Value)
				if a, err := mail.ParseAddress(c.Email.Value); c.Email.Said() && (err != nil || a.Address != c.Email.Value || strings.ContainsAny(a.Address, "?&,; ")) {
					t.Errorf("the email address %q is let through", c.Email.Value)
				}
				if strings.Trim(c.Phone.Value, "+0123456789() -") != "" {
					t.Errorf("the telephone number %q is let through", c.Phone.Value)
				}
			}
		}
	})
}

// checkLink reads an address as browsers do: without white space at its ends, and
// without tabs and line ends.
func checkLink(t *testing.T, address string) {
	t.Helper()
	as := strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(strings.TrimFunc(address, func(r rune) bool { return r <= ' ' }))
	if as != address {
		t.Errorf("the address %q is read as %q", address, as)
	}
	u, err := url.Parse(as)
	switch {
	case err != nil, strings.ContainsFunc(as, unicode.IsControl), strings.ContainsAny(as, "\\\"<>"):
		t.Errorf("the address %q is let through: %v", address, err)
	case u.Scheme == "" && u.Host == "" && u.User == nil:
	case (u.Scheme == "https" || u.Scheme == "http") && u.User == nil && strings.Contains(u.Hostname(), "."):
	default:
		t.Errorf("the address %q is let through", address)
	}
}
