package site

import (
	"fmt"
	"regexp"
	"strings"

	"notices.example/notices"
)

// The addresses of what web servers can be told: which headers to send, and of
// earlier addresses. Netlify and Cloudflare read the first two where they are, and
// Azure the third; the others are for whoever sets up a server, and have no name that
// one would act on.
// None is needed for the pages to work: each holds its policy itself, and every
// earlier address has a page that leads on.
const (
	headersAddress       = "_headers"
	redirectsAddress     = "_redirects"
	azureAddress         = "staticwebapp.config.json"
	apacheAddress        = "hosting/apache.conf"
	nginxAddress         = "hosting/nginx.conf"
	nginxLocationAddress = "hosting/nginx-location.conf"
	iisAddress           = "hosting/iis.config"
	frontHeadersAddress  = "hosting/cloudfront-headers.json"
	frontMovedAddress    = "hosting/cloudfront-moved.json"
)

// claimHosting speaks for the files for web servers.
func (p *plan) claimHosting() {
	for _, address := range []string{headersAddress, azureAddress, apacheAddress, nginxLocationAddress, iisAddress, frontHeadersAddress} {
		p.claim(address, notices.Pos{})
	}
	if len(p.moves) == 0 {
		return
	}
	for _, address := range []string{redirectsAddress, nginxAddress, frontMovedAddress} {
		p.claim(address, notices.Pos{})
	}
}

// served is an earlier address as a web server sees it.
type served struct {
	path   string // below the site, without a slash at its start, as it is on disk
	folder bool   // the address had no ending
	to     string // escaped for a header: a path from the server's root, or a full address
}

// hosting makes the files for web servers.
func (p *plan) hosting() []File {
	var list []served
	for _, m := range p.moves {
		if to, ok := p.servedTarget(m.to); ok {
			folder, isFolder := strings.CutSuffix(m.address, "/index.html")
			list = append(list, served{path: folder, folder: isFolder, to: to})
		}
	}
	files := []File{
		{Path: headersAddress, Content: p.netlifyHeaders()},
		{Path: apacheAddress, Content: append(p.apacheHeaders(), apache(list)...)},
		{Path: nginxLocationAddress, Content: p.nginxLocation()},
		p.iis(list),
		p.azure(list),
		p.frontHeaders(),
	}
	if len(p.moves) > 0 {
		root := escaped(or(p.root, "/"))
		files = append(files, File{Path: redirectsAddress, Content: netlify(list, root)}, File{Path: nginxAddress, Content: nginx(list, root)}, frontMoved(list, or(p.root, "/")))
	}
	return files
}

// servedTarget gives where an earlier address leads, for the header of an answer.
func (p *plan) servedTarget(to notices.URL) (string, bool) {
	if onTheWeb(to.Value) {
		return escaped(to.Value), true
	}
	address, fragment, ok := p.pageAt(to)
	if fragment != "" {
		fragment = "#" + fragment
	}
	return escaped(or(p.root, "/") + address + fragment), ok
}

// plainInHeaders matches what an address may hold as it is: the characters that no
// form of rules gives a meaning to, and those that are escaped already.
var plainInHeaders = regexp.MustCompile(`^(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~/:?#@!&*+,;=-])`)

// escaped writes every other character as %XX.
func escaped(address string) string {
	var b strings.Builder
	for address != "" {
		plain := plainInHeaders.FindString(address)
		if b.WriteString(plain); plain == "" {
			fmt.Fprintf(&b, "%%%02X", address[0])
		}
		address = address[max(len(plain), 1):]
	}
	return b.String()
}

// netlify writes the rules that Netlify and Cloudflare Pages read: from, to and
// the code, with spaces between them. A star would stand for anything, and a colon
// for a name, so both are escaped.
func netlify(list []served, root string) []byte {
	var b strings.Builder
	b.WriteString("# Earlier addresses, for Netlify and Cloudflare Pages.\n")
	for _, s := range list {
		from := strings.NewReplacer("*", "%2A", ":", "%3A", "#", "%23", "?", "%3F").Replace(escaped(s.path))
		fmt.Fprintf(&b, "%s%s %s 301\n", root, from, s.to)
	}
	return []byte(b.String())
}

// apache writes the rules for earlier addresses. In what an address is replaced by,
// a percent sign would stand for a part of a condition.
func apache(list []served) []byte {
	if len(list) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString("# Earlier addresses.\nRewriteEngine On\n")
	for _, s := range list {
		fmt.Fprintf(&b, "RewriteRule \"^%s%s$\" \"%s\" [R=301,L,NE]\n",
			regexp.QuoteMeta(s.path), optional(s.folder, "/?"), strings.ReplaceAll(s.to, "%", `\%`))
	}
	return []byte(b.String())
}

func optional(wanted bool, words string) string {
	if wanted {
		return words
	}
	return ""
}

// nginx writes a map, whose keys nginx compares with the address as it is on disk.
func nginx(list []served, root string) []byte {
	var b strings.Builder
	b.WriteString("# Earlier addresses, for nginx. Include this file in http { }, and write in server { }:\n" +
		"#   if ($notices_moved) { return 301 $notices_moved; }\n" +
		"# When nginx asks for more room for long addresses, write map_hash_bucket_size 512; in http { }.\n" +
		"map $uri $notices_moved {\n    default \"\";\n")
	for _, s := range list {
		fmt.Fprintf(&b, "    \"%s%s\" \"%s\";\n", root, s.path, s.to)
		if s.folder {
			fmt.Fprintf(&b, "    \"%s%s/\" \"%s\";\n", root, s.path, s.to)
		}
	}
	b.WriteString("}\n")
	return []byte(b.String())
}
