package load

import (
	"fmt"
	"net/mail"
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"

	"notices.example/notices"
)

// url checks an address. Only what is on the list is let through: https, http
// with a warning, paths and fragments of this site, and content files. Anything
// else never gets into the model, so that no page can link to it.
func (d *decoder) url(text string, pos notices.Pos, s slot) string {
	refuse := func(rule, message, fix string) string {
		d.report(rule, pos, message, fix)
		return ""
	}
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		return refuse(ruleURLInvalid, "There is a space or line end in this address.", "Take it out, or write %20 in its place if the address really has one.")
	}
	if strings.ContainsAny(text, "\\\"'<>`{}|^") || strings.ContainsFunc(text, unicode.IsControl) {
		return refuse(ruleURLUnsafe, "There is a character in this address that no address has.", "Copy the address again from the browser's address bar.")
	}
	u, err := url.Parse(text)
	if err != nil {
		return refuse(ruleURLInvalid, fmt.Sprintf("“%s” is not an address.", shorten(text)), "Copy the address again from the browser's address bar.")
	}
	if strings.ContainsFunc(u.Path, unicode.IsControl) || strings.ContainsFunc(unescaped(u.RawQuery), unicode.IsControl) {
		return refuse(ruleURLUnsafe, "There is a hidden control character in this address.", "Copy the address again from the browser's address bar.")
	}
	switch {
	case strings.EqualFold(u.Scheme, "https"), strings.EqualFold(u.Scheme, "http"):
		return d.webAddress(text, u, pos, s)
	case strings.HasPrefix(text, "//"):
		return refuse(ruleURLUnsafe, "This address leads to another site without saying so.", "Write it in full:\n"+s.key+": https:"+text)
	case looksLikeHost(text):
		return refuse(ruleURLInvalid, "The beginning of this address is missing.", "Write it in full:\n"+s.key+": https://"+text)
	case u.Scheme == "mailto" || u.Scheme == "tel":
		return refuse(ruleURLInvalid, fmt.Sprintf("“%s” takes the address of a page.", s.key), "Give an email address under “email”, and a telephone number under “phone”, of a contact.")
	case u.Scheme != "":
		return refuse(ruleURLUnsafe, fmt.Sprintf("An address that begins with “%s” can do harm, so it is not published.", shorten(u.Scheme)+":"), "Use an address that begins with https://.")
	}
	return d.siteAddress(text, u, pos)
}

func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// webAddress checks an address on the web.
func (d *decoder) webAddress(text string, u *url.URL, pos notices.Pos, s slot) string {
	switch {
	case u.User != nil:
		d.report(ruleURLUnsafe, pos, fmt.Sprintf("This address leads to “%s”, not to the name before the @.", u.Host), "Leave out the part before the @:\n"+s.key+": "+strings.ToLower(u.Scheme)+"://"+u.Host+u.EscapedPath())
		return ""
	case !hostPattern.MatchString(u.Hostname()):
		d.report(ruleURLInvalid, pos, fmt.Sprintf("“%s” is not the name of a site.", shorten(u.Hostname())), "Copy the address again from the browser's address bar.")
		return ""
	case strings.EqualFold(u.Scheme, "http"):
		d.report(ruleURLInsecure, pos, "This address begins with http://, so what people read there can be changed on the way.", "Use https:// if the page can be reached so:\n"+s.key+": https"+text[len("http"):])
	case strings.Contains(strings.ToLower("."+u.Hostname()), ".xn--"):
		d.add(notices.Finding{Rule: ruleURLUnsafe, Severity: notices.Warning, Pos: pos, Message: "The name of this site has letters that may look like others.", Fix: "Make sure that it is the right site."})
	}
	return text
}

var (
	hostPattern = regexp.MustCompile(`^(?i:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?i:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$`)
	bareHost    = regexp.MustCompile(`^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:uk|com|org|net|eu|ie|wales|cymru|scot|london)(?:[/:?#]|$))`)
)

// looksLikeHost recognises www.example.gov.uk/x.
func looksLikeHost(text string) bool { return bareHost.MatchString(strings.ToLower(text)) }

// siteAddress checks a path or fragment of this site, or the path of a content file.
func (d *decoder) siteAddress(text string, u *url.URL, pos notices.Pos) string {
	file := path.Join(path.Dir(d.path), u.Path)
	isFile := strings.HasSuffix(u.Path, ".md") || strings.HasSuffix(u.Path, ".yaml")
	switch {
	case text == "#":
		d.report(ruleURLInvalid, pos, "A lone # leads nowhere.", "Give the address of the page, or delete the line.")
	case strings.HasPrefix(text, "#"), strings.HasPrefix(text, "/") && !hasDotDot(u.Path):
		return text
	case isFile && strings.HasPrefix(file, "content/"):
		return text
	case isFile || hasDotDot(u.Path):
		d.report(ruleURLUnsafe, pos, "This path leads out of the content folder.", "Give the address of a page, or the path of a file in the content folder.")
	default:
		d.report(ruleURLInvalid, pos, fmt.Sprintf("“%s” is not an address that can be linked to.", shorten(text)),
			"Begin it with https://, or with / for a page of this site, or give the path of a content file, such as council-tax.md.")
	}
	return ""
}

func hasDotDot(p string) bool {
	for _, segment := range strings.Split(p, "/") {
		if segment == ".." || segment == "." {
			return true
		}
	}
	return false
}

// email checks that a value is an email address and nothing else.
func (d *decoder) email(text string, pos notices.Pos, s slot) string {
	a, err := mail.ParseAddress(text)
	_, host, _ := cutLast(text, "@")
	if err == nil && a.Name == "" && a.Address == text && hostPattern.MatchString(host) && !strings.ContainsAny(text, "?%&\"<>'\\ \t\r\n/:;,()") {
		return text
	}
	fix := "Write just the address:\n" + s.key + ": privacy@example.gov.uk"
	if err == nil && a.Address != text && hostPattern.MatchString(a.Address[strings.LastIndex(a.Address, "@")+1:]) {
		fix = "Write just the address:\n" + s.key + ": " + a.Address
	}
	if rest, ok := strings.CutPrefix(text, "mailto:"); ok {
		rest, _, _ = strings.Cut(rest, "?")
		fix = "Write just the address:\n" + s.key + ": " + rest
	}
	d.report(ruleEmailInvalid, pos, fmt.Sprintf("“%s” is not an email address.", shorten(text)), fix)
	return ""
}

// phonePattern is what a telephone number is written with.
var phonePattern = regexp.MustCompile(`^\+?[0-9() -]*[0-9][0-9() -]*$`)

// phone checks a telephone number, and warns when it has too many or too few
// digits for a British one. It is kept as typed.
func (d *decoder) phone(text string, pos notices.Pos, s slot) string {
	if !phonePattern.MatchString(text) {
		d.report(rulePhoneInvalid, pos, fmt.Sprintf("“%s” is not just a telephone number.", shorten(text)),
			phoneFix(text, s.key))
		return ""
	}
	if digits := onlyDigits(text); !plausible(digits, strings.HasPrefix(text, "+")) {
		d.report(rulePhoneDoubtful, pos, fmt.Sprintf("This number has %d digits, which is unusual for a telephone number.", len(digits)), "Call it, or compare it with your website.")
	}
	return text
}

// phoneStart is the number that a text begins with.
var phoneStart = regexp.MustCompile(`^\+?[0-9() -]*[0-9]`)

// phoneFix keeps the number that was written. It never shows another one, which
// could be pasted and would be somebody's.
func phoneFix(text, key string) string {
	const sentence = "Write the digits with spaces between them, and what else there is to say under “label” or “hours”"
	number := phoneStart.FindString(text)
	if !plausible(onlyDigits(number), strings.HasPrefix(number, "+")) {
		return sentence + "."
	}
	return sentence + ":\n" + key + ": " + number
}

func onlyDigits(s string) string {
	s = strings.ReplaceAll(s, "(0)", "")
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// plausible reports whether a number has a length that the National Telephone
// Numbering Plan (Ofcom) knows: 10 or 11 digits with the leading 0, short codes,
// and 1800x before a number for relay services. Others are held to ITU-T E.164.
func plausible(digits string, international bool) bool {
	n := len(digits)
	switch {
	case international && strings.HasPrefix(digits, "44"):
		return n == 11 || n == 12
	case international:
		return n >= 8 && n <= 15
	case strings.HasPrefix(digits, "1800") && n > 5:
		return plausible(digits[5:], false)
	case strings.HasPrefix(digits, "00"):
		return n >= 10 && n <= 17
	case strings.HasPrefix(digits, "0800") || strings.HasPrefix(digits, "0845"):
		return n == 8 || n == 10 || n == 11
	case strings.HasPrefix(digits, "0"):
		return n == 10 || n == 11
	}
	return n >= 3 && n <= 6
}
