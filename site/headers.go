package site

import (
	"regexp"
	"slices"
	"strings"
)

// header is a line that a web server sends with every page and file.
type header struct{ name, value string }

// transport is the promise that a host makes for all that it serves, not only for
// these pages, so it is written down for whoever runs it, and not made.
var transport = header{"Strict-Transport-Security", "max-age=31536000"}

// transportWords tell whoever sets up a server what that promise means.
const transportWords = "Once the whole host is served by HTTPS alone, and always will be, take the sign at the start of the next line away."

// powers are what pages could ask a browser for. These ask for nothing. Browsers
// complain of names that they do not know, so only old ones are here.
var powers = []string{
	"accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope", "magnetometer",
	"microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking",
}

// headers gives what every answer is sent with, apart from how long it is kept.
func (p *plan) headers() []header {
	return []header{
		{"Content-Security-Policy", p.policy()},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "no-referrer"},
		{"Permissions-Policy", strings.Join(powers, "=(), ") + "=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
	}
}

// policy is the Content-Security-Policy of the whole site: what its pages need
// between them. The one that each page holds itself is narrower: no page but that
// of the search runs the site's own script. A page cannot say who may frame it, so
// only this one does. Pages connect to nothing; that they may, to their own site,
// lets auditing programs read robots.txt from within a page.
func (p *plan) policy() string {
	policy := "default-src 'none'; "
	form := "'none'"
	if len(p.search) > 0 {
		policy, form = policy+"script-src 'self'; ", "'self'"
	}
	return policy + "style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action " + form +
		"; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
}

// How long browsers may keep what they have read. A file whose address holds a
// digest of its content never changes; a page is asked for anew each time, because
// a notice that was put right counts from then on.
const (
	keptForever = "public, max-age=31536000, immutable"
	askedAnew   = "no-cache"
)

// digestPattern matches an address with a digest of the content in it, in the form
// of the regular expressions that web servers read.
const digestPattern = `\.[0-9a-f]{12}\.[a-z0-9]+$`

var digestInAddress = regexp.MustCompile(digestPattern)

// feedPattern matches the addresses of feeds: feed.xml, a.feed.xml, a.feed.cy.xml.
const feedPattern = `(?:^|[/.])feed(?:\.[a-z]{2,3})?\.xml$`

// hashedAddresses gives the addresses that hold a digest, in order.
func (p *plan) hashedAddresses() []string {
	var list []string
	for address := range p.exists {
		const digest = ".0123456789ab"
		before := strings.LastIndexByte(address, '.') - len(digest)
		if before >= 0 && address[before] == '.' && digestInAddress.MatchString(address) { // few have to be looked at closely
			list = append(list, address)
		}
	}
	slices.Sort(list)
	return list
}

// mediaType says what the files with an ending are.
type mediaType struct{ ending, name string }

// mediaTypes are those of every kind of file that a site can hold. Browsers are
// told not to guess, so a server has to know them.
var mediaTypes = []mediaType{
	{"html", "text/html"}, {"css", "text/css"}, {"js", "text/javascript"}, {"json", "application/json"}, {"xml", "application/xml"},
	{"svg", "image/svg+xml"}, {"png", "image/png"}, {"jpg", "image/jpeg"}, {"jpeg", "image/jpeg"}, {"webp", "image/webp"}, {"gif", "image/gif"},
	{"avif", "image/avif"}, {"pdf", "application/pdf"}, {"csv", "text/csv"}, {"txt", "text/plain"}, {"conf", "text/plain"}, {"config", "text/plain"},
}

// inUTF8 are the endings of files whose type does not say itself how their
// letters are written. JSON is always UTF-8, XML says so in its first line.
var inUTF8 = []string{"html", "css", "js", "csv", "txt", "conf", "config"}

// inFull gives the type with how the letters are written, where that is not clear.
func (m mediaType) inFull() string {
	return m.name + optional(slices.Contains(inUTF8, m.ending), "; charset=utf-8")
}

// plainRoot matches a path that means the same in every form of configuration.
var plainRoot = regexp.MustCompile(`^/(?:[A-Za-z0-9._~-]+/)*$`)

// serverRoot gives the path that the site is published below, as it can be written
// into the configuration of a server, and whether it is known to be that.
func (p *plan) serverRoot() (root string, known bool) {
	if plainRoot.MatchString(p.root) && !strings.Contains(p.root, "/../") && !strings.Contains(p.root, "/./") {
		return p.root, true
	}
	return "/", false
}
