package site

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// netlifyHeaders writes the headers that Netlify and Cloudflare Pages read. Both
// have pages asked for anew of themselves; Cloudflare joins what two rules say of
// one header, so no two rules here name the same one for one address. A site that
// is published below a path can be the whole folder or a part of it.
func (p *plan) netlifyHeaders() []byte {
	var b strings.Builder
	b.WriteString("# Sent with every page and file, for Netlify and Cloudflare Pages.\n/*\n")
	for _, h := range p.headers() {
		fmt.Fprintf(&b, "  %s: %s\n", h.name, h.value)
	}
	fmt.Fprintf(&b, "# %s\n#  %s: %s\n", transportWords, transport.name, transport.value)
	root, _ := p.serverRoot()
	for _, address := range p.hashedAddresses() {
		for _, at := range slices.Compact([]string{"/", root}) {
			fmt.Fprintf(&b, "%s%s\n  Cache-Control: %s\n", at, address, keptForever)
		}
	}
	for _, address := range p.feedPatterns() {
		fmt.Fprintf(&b, "/%s\n  Content-Type: %s; charset=utf-8\n", address, atomType)
	}
	return []byte(b.String())
}

// feedPatterns gives the addresses of feeds with a star for the names of notices.
func (p *plan) feedPatterns() (list []string) {
	for _, lang := range p.languages {
		if address := inLanguage(siteFeedAddress, lang, p.main); p.exists[address] {
			list = append(list, address, "*."+address)
		}
	}
	return list
}

// apacheHeaders writes what Apache sends with the pages, for a .htaccess file in
// the site's folder, or for the <Directory> of it.
func (p *plan) apacheHeaders() []byte {
	var b strings.Builder
	b.WriteString("# For Apache 2.4 with mod_headers, and mod_rewrite for earlier addresses. Put all of this into\n# .htaccess in the site's folder, or into the <Directory> of that folder.\n")
	for _, h := range p.headers() {
		fmt.Fprintf(&b, "Header always set %s \"%s\"\n", h.name, h.value)
	}
	fmt.Fprintf(&b, "Header always set Cache-Control \"%s\"\n", askedAnew)
	fmt.Fprintf(&b, "Header always set Cache-Control \"%s\" \"expr=%%{REQUEST_STATUS} -in {'200','206','304'} && %%{REQUEST_URI} =~ m#%s#\"\n", keptForever, digestPattern)
	fmt.Fprintf(&b, "# %s\n#Header always set %s \"%s\"\n", transportWords, transport.name, transport.value)
	for _, m := range mediaTypes {
		fmt.Fprintf(&b, "AddType %s .%s\n", m.name, m.ending)
	}
	fmt.Fprintf(&b, "AddCharset utf-8 .%s\n", strings.Join(inUTF8, " ."))
	fmt.Fprintf(&b, "<FilesMatch \"%s\">\nForceType \"%s; charset=utf-8\"\n</FilesMatch>\n", feedPattern, atomType)
	root, _ := p.serverRoot()
	fmt.Fprintf(&b, "ErrorDocument 404 %s%s\n", root, notFoundAddress)
	return []byte(b.String())
}

// nginxLocation writes what nginx sends with the pages, as a location of their own:
// what the rest of the server says of style sheets or pictures does not reach it.
// A block with an add_header in it sends none of those around it, which is why they
// stand in the inner one again.
func (p *plan) nginxLocation() []byte {
	root, known := p.serverRoot()
	var b strings.Builder
	b.WriteString("# For nginx. Include this file in server { }, which names the root folder that the site's\n# folder lies in. A block with an add_header of its own sends none of those around it.\n")
	if !known {
		b.WriteString("# Where the site is published is not known. If it is not at the top of the host, write its path\n# in the place of / in the lines location ^~ and error_page.\n")
	}
	fmt.Fprintf(&b, "location ^~ %s {\n    types {\n", root)
	for _, m := range mediaTypes {
		fmt.Fprintf(&b, "        %s %s;\n", m.name, m.ending)
	}
	fmt.Fprintf(&b, "    }\n    default_type application/octet-stream;\n    charset utf-8;\n    charset_types %s %s;\n", strings.Join(typesInUTF8(), " "), atomType)
	fmt.Fprintf(&b, "    index %s;\n    error_page 404 %s%s;\n", homeAddress, root, notFoundAddress)
	p.writeNginxHeaders(&b, "    ", askedAnew, true)
	fmt.Fprintf(&b, "    location ~ \"%s\" {\n        types { }\n        default_type %s;\n    }\n", feedPattern, atomType)
	fmt.Fprintf(&b, "    location ~ \"%s\" {\n", digestPattern)
	p.writeNginxHeaders(&b, "        ", keptForever, false)
	b.WriteString("    }\n}\n")
	return []byte(b.String())
}

// typesInUTF8 gives the media types that do not say themselves how their letters
// are written, but for HTML, to which nginx gives the letters anyway.
func typesInUTF8() (list []string) {
	for _, m := range mediaTypes {
		if slices.Contains(inUTF8, m.ending) && m.ending != "html" && !slices.Contains(list, m.name) {
			list = append(list, m.name)
		}
	}
	return list
}

func (p *plan) writeNginxHeaders(b *strings.Builder, indent, cache string, always bool) {
	for _, h := range p.headers() {
		fmt.Fprintf(b, "%sadd_header %s \"%s\" always;\n", indent, h.name, h.value)
	}
	fmt.Fprintf(b, "%sadd_header Cache-Control \"%s\"%s;\n", indent, cache, optional(always, " always"))
	fmt.Fprintf(b, "%s# %s\n%s#add_header %s \"%s\" always;\n", indent, transportWords, indent, transport.name, transport.value)
}

// folderAddress gives the folder of a path on the server as Windows names it.
func folderAddress(root, file string) string {
	return strings.ReplaceAll(strings.TrimPrefix(path.Join(root, file), "/"), "/", `\`)
}
