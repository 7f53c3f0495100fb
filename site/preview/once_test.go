package preview

import (
	"strings"
	"testing"
)

func TestTheBrowserIsLetInOneTimeWithoutTheToken(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{Token: "s3cret"}, some())
	v := serve(t, s, "0.0.0.0:0")
	port := portOf(v.addr)
	opening := s.Opening(v.addr)
	lacks(t, opening, "s3cret", "token")
	_, query, _ := strings.Cut(opening, "?")
	for _, wrong := range []string{"/?once=", "/?once=" + digestOf("x")} {
		holds(t, say(t, v.addr, get(wrong, port)), "HTTP/1.1 403 ")
	}
	first := say(t, v.addr, get("/?"+query, port))
	holds(t, first, "HTTP/1.1 303 ", "Location: /\r\n", "Set-Cookie: notices-preview-"+port+"=")
	again := say(t, v.addr, get("/?"+query, port))
	holds(t, again, "HTTP/1.1 403 ")
	lacks(t, again, "Set-Cookie")
	if s.once.spend("") {
		t.Error("no word at all lets somebody in")
	}
	old := s.once.renew()
	s.once.renew()
	if s.once.spend(old) {
		t.Error("a word is good after there was a newer one")
	}
	if open := newServer(t, Options{}, some()); open.Opening(pipeAddr) != open.Address(pipeAddr) {
		t.Error("without a token the address is another one")
	}
}

// A container may be reached by another port than the one that it listens at. That
// is let through where the token decides, and by the preview's own names alone.
func TestAForwardedPortIsLetThroughWithAToken(t *testing.T) {
	t.Parallel()
	v := serve(t, newServer(t, Options{Token: "s3cret"}, some()), "0.0.0.0:0")
	port := portOf(v.addr)
	at := func(host, path string, headers ...string) string {
		return strings.Replace(get(path, port, headers...), "127.0.0.1:"+port, host, 1)
	}
	holds(t, say(t, v.addr, at("localhost:8080", "/")), "HTTP/1.1 403 ")
	answer := say(t, v.addr, at("localhost:8080", "/?token=s3cret"))
	holds(t, answer, "HTTP/1.1 303 ")
	_, cookie, _ := strings.Cut(answer, "Set-Cookie: ")
	cookie, _, _ = strings.Cut(cookie, ";")
	holds(t, say(t, v.addr, at("localhost:8080", "/", "Cookie: "+cookie)), "HTTP/1.1 200 ", "Welcome")
	holds(t, say(t, v.addr, at("localhost:8080", "/", "Cookie: "+cookie, "Origin: http://localhost:8080")), "HTTP/1.1 200 ")
	holds(t, say(t, v.addr, at("localhost:8080", "/", "Cookie: "+cookie, "Origin: http://localhost:9090")), "HTTP/1.1 403 ")
	holds(t, say(t, v.addr, at("evil.example:8080", "/", "Cookie: "+cookie)), "HTTP/1.1 421 ")
}
