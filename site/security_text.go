package site

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/idna"

	"notices.example/notices"
)

// securityAddress is where programs and people look for security.txt: RFC 9116,
// section 3.
const securityAddress = ".well-known/security.txt"

// expiresSoon is how long before the last day people are told of it.
const expiresSoon = 30 * 24 * time.Hour

// securityText makes the file that says who is told of a hole in the site's
// security.
func (p *plan) securityText() []File {
	s := p.site.SecurityContact
	if s == nil {
		return nil
	}
	var b strings.Builder
	b.WriteString("# Please tell us of a hole in the security of this site (RFC 9116).\n")
	for _, contact := range securityContacts(s) {
		fmt.Fprintf(&b, "Contact: %s\n", contact)
	}
	fmt.Fprintf(&b, "Expires: %sT23:59:59Z\n", s.Expires)
	fmt.Fprintf(&b, "Preferred-Languages: %s\n", strings.Join(p.languages, ", "))
	if canonical := p.securityCanonical(); canonical != "" {
		fmt.Fprintf(&b, "Canonical: %s\n", canonical)
	}
	if policy, ok := secureAddress(s.Policy.Value); ok {
		fmt.Fprintf(&b, "Policy: %s\n", policy)
	}
	return []File{{Path: securityAddress, Content: []byte(b.String())}}
}

// securityContacts gives the ways to tell the body, the best one first.
func securityContacts(s *notices.SecurityContact) (list []string) {
	if address := string(mailto(s.Email)); address != "" {
		list = append(list, escaped(address))
	}
	if form, ok := secureAddress(s.Form.Value); ok {
		list = append(list, form)
	}
	if number := string(tel(s.Phone)); strings.HasPrefix(number, "tel:+") {
		list = append(list, number)
	}
	return list
}

// securityCanonical gives the full address of the file, which counts only at the
// top of a host, and only over HTTPS.
func (p *plan) securityCanonical() string {
	base, err := url.Parse(p.base)
	if err != nil || base.Scheme != "https" {
		return ""
	}
	return "https://" + base.Host + "/" + securityAddress
}

// secureAddress gives an address as a line of ASCII, and whether it is one that
// begins with https://.
func secureAddress(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || !strings.EqualFold(u.Scheme, "https") || u.Host == "" || u.User != nil {
		return "", false
	}
	if u.Host, err = idna.ToASCII(u.Host); err != nil {
		return "", false
	}
	return escaped(u.String()), true
}

// checkSecurityContact reports what keeps security.txt from being of use, on the
// day that the site is made for.
func (p *plan) checkSecurityContact() {
	s := p.site.SecurityContact
	if s == nil {
		return
	}
	if !s.Email.Said() && !s.Form.Said() && !s.Phone.Said() {
		p.securityIncomplete(s.Pos, "The security contact has no way to reach you.", "Add the address of a team:\nemail: security@anytown.gov.uk")
	}
	for _, address := range []notices.URL{s.Form, s.Policy} {
		if _, ok := secureAddress(address.Value); address.Said() && !ok {
			p.securityIncomplete(address.Pos, fmt.Sprintf("“%s” is not an address that begins with https://.", shortened(address.Value)), "Write the full address, as the browser shows it.")
		}
	}
	if s.Phone.Said() && !strings.HasPrefix(string(tel(s.Phone)), "tel:+") {
		p.securityIncomplete(s.Phone.Pos, "The telephone number has no code of the country.", "Write it as people dial it from abroad, such as +44 20 7946 0000.")
	}
	p.checkSecurityExpiry(s)
}

func (p *plan) checkSecurityExpiry(s *notices.SecurityContact) {
	const renew = "Make sure that somebody still reads what comes in there, then write a day within the next year."
	left := s.Expires.Time.Sub(p.in.Day)
	switch {
	case !s.Expires.Said():
		p.securityIncomplete(s.Pos, "The security contact does not say until when people can rely on it.", "Add a day within the next year:\nexpires: "+p.in.Day.AddDate(1, 0, -1).Format(time.DateOnly))
	case left < 0:
		p.findings = append(p.findings, notices.Finding{
			Rule: "security-contact-expired", Severity: notices.Error, Pos: s.Expires.Pos,
			Message: fmt.Sprintf("The security contact could be relied on until %s, which is over.", s.Expires), Fix: renew,
		})
	case left < expiresSoon:
		p.findings = append(p.findings, notices.Finding{
			Rule: "security-contact-expiring", Severity: notices.Warning, Pos: s.Expires.Pos,
			Message: fmt.Sprintf("The security contact can be relied on until %s, which is in less than 30 days.", s.Expires), Fix: renew,
		})
	}
}

func (p *plan) securityIncomplete(pos notices.Pos, message, fix string) {
	p.findings = append(p.findings, notices.Finding{Rule: "security-contact-incomplete", Severity: notices.Error, Pos: pos, Message: message, Fix: fix})
}
