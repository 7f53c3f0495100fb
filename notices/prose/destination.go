package prose

import (
	"fmt"
	"net/mail"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// fault is what is wrong with an address.
type fault struct {
	rule, message, fix string
}

// inspectFrom gives what is wrong with the address of a link in that file, or nil.
func inspectFrom(file, address string) *fault {
	if f := inspect(address); f != nil || schemeOf(address) != "" || file == "" {
		return f
	}
	if _, _, local := Target(file, address); !local {
		return &fault{"link-path", "This link does not lead to a file of this site: " + shown(address) + ".", pathFix}
	}
	return nil
}

const pathFix = "Write where the file is as seen from this one, such as ../council-tax.md, or an address that begins with https://."

// inspect gives what is wrong with the address of a link, or nil. What is not on
// the list of known kinds is wrong, whatever it is.
func inspect(address string) *fault {
	if isPlainPath(address) {
		return nil
	}
	return inspectAny(address)
}

// inspectAny is inspect for any address.
func inspectAny(address string) *fault {
	switch scheme := schemeOf(address); {
	case address == "" || address == "#":
		return &fault{"link-empty", "This link leads nowhere.", "Put the address between the round brackets, or take the link out."}
	case len(address) > maxAddress:
		return &fault{"link-too-long", fmt.Sprintf("This address has more than %d characters.", maxAddress), "Use a shorter address for the same page."}
	case hiddenCharacter(address) != 0:
		return hiddenFault(address)
	case scheme == "https" || scheme == "http":
		return inspectWeb(address, scheme)
	case scheme == "mailto":
		return inspectMail(address[len("mailto:"):])
	case scheme == "tel":
		return inspectPhone(address[len("tel:"):])
	case scheme == "file" || len(scheme) == 1: // C:\Documents
		return &fault{"link-scheme", "This is a file on a computer or a shared drive: readers of the site cannot open it.",
			"Publish the file on a website, and link to its address there."}
	case scheme != "":
		return &fault{"link-scheme", fmt.Sprintf("A link cannot begin with %s:", cut(scheme)),
			"Links begin with https://, mailto: or tel:, or name a file of this site, such as ../council-tax.md."}
	}
	return inspectPath(address)
}

// schemeOf gives what stands before the first colon, in small letters, when a
// browser would take it for the kind of address.
func schemeOf(address string) string {
	scheme, _, found := strings.Cut(address, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return ""
	}
	return strings.ToLower(scheme)
}

// hiddenCharacter gives the first character that cannot be seen or that browsers
// take out of an address, or 0.
func hiddenCharacter(address string) rune {
	for _, c := range address {
		if unicode.IsControl(c) || unicode.IsSpace(c) || unicode.Is(unicode.Cf, c) || c == unicode.ReplacementChar {
			return c
		}
	}
	return 0
}

func hiddenFault(address string) *fault {
	c := hiddenCharacter(address)
	if c == ' ' {
		return &fault{"link-character", "This address has a space in it.", "Write %20 for the space, or rename the file with hyphens."}
	}
	return &fault{"link-character", fmt.Sprintf("This address has a character that cannot be seen (U+%04X).", c),
		"Delete the address and type it again."}
}

func inspectWeb(address, scheme string) *fault {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Hostname() == "" || strings.Contains(address, `\`):
		return &fault{"link-scheme", shown(address) + " is not a complete address.", "Copy the address from the browser again."}
	case u.User != nil:
		return &fault{"link-user", "This address has a name before an @ sign. Readers could take that for the website; it leads to " + shown(u.Hostname()) + ".",
			scheme + "://" + u.Host + u.RequestURI()}
	}
	if f := inspectHost(u.Hostname()); f != nil {
		return f
	}
	if scheme == "http" {
		return &fault{"link-insecure", "This address begins with http://, so others can see and change what people read there.",
			"https" + cut(address[len("http"):])}
	}
	return nil
}

// inspectHost points out names of websites with letters that look like others.
func inspectHost(host string) *fault {
	name, err := idna.ToUnicode(host)
	if err == nil && !strings.ContainsFunc(name, func(c rune) bool { return c > unicode.MaxASCII }) {
		return nil
	}
	return &fault{"link-host", fmt.Sprintf("The name of this website has unusual letters: browsers show it as %s.", shown(name)),
		"Make sure that it is the website you mean, and not one that looks like it."}
}

func inspectMail(address string) *fault {
	bare, _, _ := strings.Cut(address, "?")
	parsed, err := mail.ParseAddress(bare)
	if err != nil || parsed.Address != bare || strings.ContainsAny(bare, `%"`) {
		return &fault{"link-mailto", "mailto: is not followed by an email address.", "mailto:privacy@example.gov.uk"}
	}
	if bare != address {
		return &fault{"link-mailto", "A link to an email address can have nothing after the address: a hidden copy could be sent to someone else.",
			"mailto:" + bare}
	}
	return nil
}

func inspectPhone(number string) *fault {
	readable, _ := url.PathUnescape(number)
	digits := strings.Map(keepDigits, readable)
	if strings.Trim(strings.TrimPrefix(number, "+"), "0123456789-") == "" && digits != "" {
		return nil
	}
	if digits == "" {
		digits = "03001234567"
	}
	return &fault{"link-phone", "tel: is followed by something other than a telephone number.", "tel:" + digits}
}

func keepDigits(c rune) rune {
	if c < '0' || c > '9' {
		return -1
	}
	return c
}

// inspectPath looks at an address that has no scheme.
func inspectPath(address string) *fault {
	forward := strings.ReplaceAll(address, `\`, "/")
	_, err := url.Parse(forward)
	switch {
	case strings.HasPrefix(forward, "//"):
		return &fault{"link-scheme", "This address begins with two slashes.", "https://" + cut(strings.TrimLeft(forward, "/"))}
	case forward != address:
		return &fault{"link-path", `This address has a backslash (\). Addresses have slashes that lean forward.`, cut(forward)}
	case startsLikeWeb(address):
		return &fault{"link-scheme", "The beginning of this web address is missing.", "https://" + cut(address)}
	case strings.Contains(address, "@") && !strings.ContainsAny(address, "/#"):
		return &fault{"link-mailto", "The beginning of this email link is missing.", "mailto:" + cut(address)}
	case strings.HasPrefix(address, "/"):
		return &fault{"link-path", "This address begins with a slash, so it works only while the site has a domain of its own.",
			pathFix}
	case err != nil || strings.Contains(address, "?"):
		return &fault{"link-path", shown(address) + " is not the name of a file.", pathFix}
	}
	return nil
}
