package press

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// escapers are those of html/template that make a text part of HTML: between tags, in
// an attribute in quotes, and in a title. For plain texts they do the same.
var escapers = map[string]bool{
	"_html_template_htmlescaper":   true,
	"_html_template_attrescaper":   true,
	"_html_template_rcdataescaper": true,
}

// urlFilter lets addresses pass that are known to be safe.
const urlFilter = "_html_template_urlfilter"

// filters are what an address goes through before.
var filters = map[string]func(string) string{
	urlFilter:                      safeAddress,
	"_html_template_urlnormalizer": normalAddress,
}

// show compiles what shows a value: the value, what an address goes through, and an
// escaper.
func (c *compiler) show(pipe *parse.PipeNode) action {
	value := c.command(pipe.Cmds[0])
	last := len(pipe.Cmds) - 1
	if value.typ == nil || !plain(value.typ) || !escapers[pipe.Cmds[last].String()] {
		refuse("a value of the type %v: %s", value.typ, pipe)
	}
	if value.kind() == reflect.Int && last == 1 {
		return func(p *page, dot reflect.Value) { p.number(value.get(p, dot).Int()) }
	}
	if value.kind() != reflect.String {
		refuse("a value of the type %v: %s", value.typ, pipe)
	}
	if value.typ == reflect.TypeFor[template.HTML]() {
		if last > 1 || pipe.Cmds[last].String() != "_html_template_htmlescaper" {
			refuse("HTML where it cannot stand: %s", pipe)
		}
		return func(p *page, dot reflect.Value) { p.write(value.get(p, dot).String()) }
	}
	var through []func(string) string
	for _, n := range pipe.Cmds[1:last] {
		f := filters[n.String()]
		if f == nil {
			refuse("%s", pipe)
		}
		if n.String() != urlFilter || value.typ != reflect.TypeFor[template.URL]() {
			through = append(through, f)
		}
	}
	return showing(value.get, through)
}

// plain reports whether a text is shown as it is, and has no other form.
func plain(typ reflect.Type) bool {
	for _, other := range []reflect.Type{reflect.TypeFor[error](), reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[fmt.Formatter]()} {
		if reflect.PointerTo(typ).Implements(other) {
			return false
		}
	}
	return true
}

func showing(get getter, through []func(string) string) action {
	if len(through) == 0 {
		return func(p *page, dot reflect.Value) { p.escape(get(p, dot).String()) }
	}
	return func(p *page, dot reflect.Value) {
		s := get(p, dot).String()
		for _, f := range through {
			s = f(s)
		}
		p.escape(s)
	}
}

// number adds a number to the page.
func (p *page) number(n int64) {
	var digits [20]byte
	p.write(string(strconv.AppendInt(digits[:0], n, 10)))
}

// special are the bytes that have another form in HTML. No byte of a character of
// several is one.
var special = [256]bool{0: true, '"': true, '&': true, '\'': true, '+': true, '<': true, '>': true}

// escape adds a text to the page.
func (p *page) escape(s string) {
	written := 0
	for i := range len(s) {
		if special[s[i]] {
			p.write(s[written:i])
			p.write(instead(s[i]))
			written = i + 1
		}
	}
	p.write(s[written:])
}

// instead gives the other form of a special byte.
func instead(c byte) string {
	switch c {
	case '"':
		return "&#34;"
	case '&':
		return "&amp;"
	case '\'':
		return "&#39;"
	case '+':
		return "&#43;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	}
	return "\uFFFD"
}

// safeAddress gives an address that does no more than lead somewhere.
func safeAddress(s string) string {
	scheme, _, has := strings.Cut(s, ":")
	if !has || strings.Contains(scheme, "/") {
		return s
	}
	for _, safe := range []string{"http", "https", "mailto"} {
		if strings.EqualFold(scheme, safe) {
			return s
		}
	}
	return "#ZgotmplZ"
}

// normalAddress writes what may not stand in an address as % and two digits.
func normalAddress(s string) string {
	var b []byte
	written := 0
	for i := range len(s) {
		if c := s[i]; !inAddress[c] && (c != '%' || !escapedAt(s, i)) {
			b = fmt.Appendf(append(b, s[written:i]...), "%%%02x", c)
			written = i + 1
		}
	}
	if written == 0 {
		return s
	}
	return string(append(b, s[written:]...))
}

// inAddress are the bytes that may stand in an address.
var inAddress = func() (all [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!#$&*+,/:;=?@[]") {
		all[c] = true
	}
	return all
}()

// escapedAt reports whether two digits follow.
func escapedAt(s string, i int) bool {
	return i+2 < len(s) && strings.Trim(s[i+1:i+3], "0123456789abcdefABCDEF") == ""
}
