package preview

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// policy is what a page in the preview may do. The pages' own policy allows no
// script, and so not the preview's either; it is left out of what is served.
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// ServeHTTP answers a browser, when it asks for itself and not for another page.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cache-Control", "no-store")
	if code, why := s.refuses(r); code != 0 {
		if code == http.StatusMethodNotAllowed {
			h.Set("Allow", "GET, HEAD")
		}
		http.Error(w, why, code)
		return
	}
	if s.o.Token != "" && !s.admits(w, r) {
		return
	}
	if r.URL.Path == eventsPath {
		s.stream(w, r)
		return
	}
	s.answer(s.current(), r.URL.Path, r.URL.Query()).write(w)
}

// refuses gives the status and the reason for not answering, or 0.
func (s *Server) refuses(r *http.Request) (int, string) {
	asked, ok := parseHost(r.Host)
	if !ok || !s.calls(asked) || asked.port != localPort(r) && s.o.Token == "" {
		return http.StatusMisdirectedRequest, "This preview does not go by that name. Use the address that notices serve printed."
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return http.StatusMethodNotAllowed, "The preview can be read only."
	}
	if origins := r.Header.Values("Origin"); len(origins) > 0 && !slices.Equal(origins, []string{asked.origin()}) && !sameOrigin(origins, asked) {
		return http.StatusForbidden, "Another site asked for this, and does not get it."
	}
	if !fetchedFromHere(r) {
		return http.StatusForbidden, "Another site asked for this, and does not get it."
	}
	return 0, ""
}

// host is what the preview is called by: a name or an address, and a port.
type host struct{ name, port string }

func (h host) origin() string { return "http://" + net.JoinHostPort(h.name, h.port) }

// parseHost understands the Host of a request. Case and the dot of the root do not
// matter; a numeric address is one in its usual form only.
func parseHost(written string) (host, bool) {
	h := host{name: written, port: "80"}
	if name, port, err := net.SplitHostPort(written); err == nil {
		h = host{name, port}
	}
	h.name = strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(h.name, "["), "]"), "."))
	if ip, err := netip.ParseAddr(h.name); err == nil {
		h.name = ip.Unmap().String()
	}
	return h, h.name != ""
}

// calls reports whether the preview goes by that name. A numeric address cannot be
// made to mean another computer, so all of them will do where a token is needed.
func (s *Server) calls(h host) bool {
	if ip, err := netip.ParseAddr(h.name); err == nil {
		return ip.IsLoopback() || s.o.Token != "" && !ip.IsUnspecified()
	}
	if h.name == "localhost" {
		return true
	}
	return s.o.Token != "" && slices.ContainsFunc(s.o.Hosts, func(name string) bool {
		return strings.EqualFold(strings.TrimSuffix(name, "."), h.name)
	})
}

// localPort gives the port that the request came in by.
func localPort(r *http.Request) string {
	if tcp, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr); ok {
		return strconv.Itoa(tcp.Port)
	}
	return "" // not asked over a network: no name is right
}

func sameOrigin(origins []string, asked host) bool {
	if len(origins) != 1 {
		return false
	}
	u, err := url.Parse(origins[0])
	if err != nil || u.Scheme != "http" || u.User != nil || u.Path != "" {
		return false
	}
	from, ok := parseHost(u.Host)
	return ok && from == asked
}

// fetchedFromHere reports whether a page of the preview, or a person, asked. A link
// on another page may open one of ours, but not in a frame.
func fetchedFromHere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return r.URL.Path != eventsPath &&
		r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}

// admits reports whether the browser knows the token. The address with the token,
// or with the word that opens once, gives it a cookie, and leads on to the same
// without either. When it does not, or is led on, the answer is already given.
func (s *Server) admits(w http.ResponseWriter, r *http.Request) bool {
	name := "notices-preview-" + localPort(r) // cookies do not know ports
	want := digestOf("a cookie for " + s.o.Token)
	query := r.URL.Query()
	known := query.Has("token") && same(digestOf(query.Get("token")), digestOf(s.o.Token))
	if !known && !(query.Has("once") && s.once.spend(query.Get("once"))) {
		if c, err := r.Cookie(name); err == nil && same(c.Value, want) {
			return true
		}
		http.Error(w, "This preview is not for everybody. Open it by the whole address that notices serve printed, with the token in it.", http.StatusForbidden)
		return false
	}
	http.SetCookie(w, &http.Cookie{Name: name, Value: want, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
	query.Del("token")
	query.Del("once")
	on := url.URL{Path: "/" + strings.TrimLeft(r.URL.Path, "/\\"), RawQuery: query.Encode()}
	w.Header().Set("Location", on.String())
	w.WriteHeader(http.StatusSeeOther)
	return false
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
