package site_test

import (
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

// securedBy gives a site with a security contact.
func securedBy(s notices.SecurityContact) site.Input {
	in := input()
	in.Set.Corpus.Site.BaseURL = link("https://privacy.wendle.example/notices/")
	s.Pos = at("site.yaml")
	in.Set.Corpus.Site.SecurityContact = &s
	return in
}

func TestSecurityTextSaysWhoIsTold(t *testing.T) {
	t.Parallel()
	out := render(t, securedBy(notices.SecurityContact{
		Email: notices.Email{Value: "security@wendle.example"}, Form: link("https://www.ŵendle.example/report a hole?x=1&y=Ŵ"),
		Phone: notices.Phone{Value: "+44 (0)20 7946 0000"}, Expires: date("2027-10-01"), Policy: link("HTTPS://www.wendle.example/security"),
	}))
	const want = `# Please tell us of a hole in the security of this site (RFC 9116).
Contact: mailto:security@wendle.example
Contact: https://www.xn--endle-9gb.example/report%20a%20hole?x=1&y=%C5%B4
Contact: tel:+442079460000
Expires: 2027-10-01T23:59:59Z
Preferred-Languages: en, cy
Canonical: https://privacy.wendle.example/.well-known/security.txt
Policy: https://www.wendle.example/security
`
	if got := file(t, out, ".well-known/security.txt"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestASiteWithoutASecurityContactHasNoSecurityText(t *testing.T) {
	t.Parallel()
	if _, there := render(t, input()).File(".well-known/security.txt"); there {
		t.Error("there is one")
	}
}

func TestSecurityContactsThatAreOfNoUse(t *testing.T) {
	t.Parallel()
	email, later := notices.Email{Value: "security@wendle.example"}, date("2027-10-01")
	for _, c := range []struct {
		name    string
		contact notices.SecurityContact
		rule    string // and a word of what is said
		blocks  bool
	}{
		{"the last day is over", notices.SecurityContact{Email: email, Expires: date("2026-11-19")}, "security-contact-expired: 2026-11-19", true},
		{"the last day is today", notices.SecurityContact{Email: email, Expires: date("2026-11-20")}, "security-contact-expiring: 2026-11-20", false},
		{"29 days are left", notices.SecurityContact{Email: email, Expires: date("2026-12-19")}, "security-contact-expiring: 30 days", false},
		{"30 days are left", notices.SecurityContact{Email: email, Expires: date("2026-12-20")}, "", false},
		{"no last day", notices.SecurityContact{Email: email}, "security-contact-incomplete: until when", true},
		{"no way to tell", notices.SecurityContact{Expires: later}, "security-contact-incomplete: no way", true},
		{"a form that everybody can read", notices.SecurityContact{Form: link("http://wendle.example/form"), Expires: later}, "security-contact-incomplete: https://", true},
		{"a policy that runs code", notices.SecurityContact{Email: email, Policy: link("javascript:alert(1)"), Expires: later}, "security-contact-incomplete: https://", true},
		{"a telephone number of this country", notices.SecurityContact{Phone: notices.Phone{Value: "020 7946 0000"}, Expires: later}, "security-contact-incomplete: country", true},
	} {
		out, findings, err := site.Render(faced(securedBy(c.contact)))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		rule, word, _ := strings.Cut(c.rule, ": ")
		switch {
		case c.rule == "" && len(findings) > 0, c.rule != "" && (len(findings) != 1 || findings[0].Rule != rule || !strings.Contains(findings[0].Message, word) || findings[0].Fix == ""):
			t.Errorf("%s: found %+v, want %s", c.name, findings, c.rule)
		case (out == nil) != c.blocks:
			t.Errorf("%s: blocked: %v", c.name, out == nil)
		}
	}
}

// What is in security.txt is read line by line.
func TestNothingCanBeSlippedIntoSecurityText(t *testing.T) {
	t.Parallel()
	for _, hostile := range []string{"a@b.example\nPolicy: https://x.example", "a@b.example?bcc=x@y.example", "a@b.example\r\nExpires: 2099-01-01T23:59:59Z"} {
		out, _, err := site.Render(faced(securedBy(notices.SecurityContact{Email: notices.Email{Value: hostile}, Phone: notices.Phone{Value: "+44 20 7946 0000"}, Expires: date("2027-10-01"),
			Policy: link("https://x.example/\nContact: https://y.example/")})))
		if err != nil {
			t.Fatal(err)
		}
		if out == nil {
			continue
		}
		if got := file(t, out, ".well-known/security.txt"); strings.Count(got, "\n") != 6 || strings.Contains(got, "x.example\n") {
			t.Errorf("with %q there is\n%s", hostile, got)
		}
	}
}
