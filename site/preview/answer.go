package preview

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"

	"notices.example/site"
)

// ownPath is where the preview's own pages are. No page of a site can be there.
const ownPath = "/__notices/"

// lastGood asks for a page as it was before its file had a mistake in it.
const lastGood = "last-good"

// answer is what a browser is given for an address.
type answer struct {
	status   int
	kind     string // media type
	location string // where to go instead
	body     []byte
	digest   string // of a page: what changes when anything on it does
}

// kinds are the media types by ending. They are not asked of the machine, because
// each has its own idea of them.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
	".pdf": "application/pdf", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json",
}

func kindOf(file string) string {
	if kind, known := kinds[path.Ext(file)]; known {
		return kind
	}
	return "text/plain; charset=utf-8" // what web servers are told of, and nothing that a browser runs
}

func (a answer) write(w http.ResponseWriter) {
	h := w.Header()
	if a.location != "" {
		h.Set("Location", a.location)
	}
	if a.kind != "" {
		h.Set("Content-Type", a.kind)
		h.Set("Content-Length", strconv.Itoa(len(a.body)))
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // whoever has gone needs no answer
}

// answer gives what is at an address now.
func (s *Server) answer(st *state, at string, query url.Values) answer {
	if rest, own := strings.CutPrefix(at, ownPath); own {
		return s.own(st, rest)
	}
	address, ok := addressIn(at)
	switch f, here := st.file(address); {
	case !ok:
		return s.notFound(st, "")
	case st.broken[address] != nil:
		return s.troubled(st, address, query.Has(lastGood))
	case here:
		return s.file(st, f, "")
	}
	if f, kept := st.kept[address]; kept && path.Ext(address) == ".css" {
		return s.file(st, f, "")
	}
	if b := st.broken[mainForm(address)]; b != nil {
		return s.trouble(st, b)
	}
	if _, folder := st.files[address+"/index.html"]; folder {
		return answer{status: http.StatusMovedPermanently, location: "./" + url.PathEscape(path.Base(address)) + "/"}
	}
	if st.files == nil {
		return s.nothingYet(st, address)
	}
	return s.notFound(st, address)
}

// addressIn gives the file that a path asks for. It is looked up and never opened,
// so a path cannot lead anywhere; what begins with a dot is not for browsers.
func addressIn(at string) (string, bool) {
	address, rooted := strings.CutPrefix(at, "/")
	if !rooted || strings.ContainsAny(address, "\\\x00") {
		return "", false
	}
	if address == "" || strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	for part := range strings.SplitSeq(address, "/") {
		if part == "" || strings.HasPrefix(part, ".") && part != ".well-known" {
			return "", false
		}
	}
	return address, true
}

// mainForm gives the page that a large print or a plain text is a form of.
func mainForm(address string) string {
	for _, ending := range []string{".large.html", ".txt", ".json"} {
		if stem, ok := strings.CutSuffix(address, ending); ok {
			return stem + ".html"
		}
	}
	return address
}

// link gives the path of a file of the site in a link.
func link(address string) string {
	if address == "index.html" {
		return "/"
	}
	return (&url.URL{Path: "/" + address}).EscapedPath()
}

// file gives a file of the site: a page with what there is to say of it.
func (s *Server) file(st *state, f site.File, before string) answer {
	if path.Ext(f.Path) != ".html" {
		return answer{status: http.StatusOK, kind: kindOf(f.Path), body: f.Content}
	}
	edits, err := s.editsFor(st, f, before)
	if err != nil {
		return failed(err)
	}
	var said strings.Builder
	for _, e := range edits {
		said.WriteString(e.put)
	}
	digest := digestOf(string(f.Content) + said.String())
	edits[len(edits)-1].put += ending(digest) // the last stands at the end of the body
	return answer{status: http.StatusOK, kind: kinds[".html"], body: apply(f.Content, edits), digest: digest}
}

// page gives one of the preview's own pages.
func (s *Server) page(status int, name string, view any) answer {
	var b bytes.Buffer
	if err := s.templates.ExecuteTemplate(&b, name, view); err != nil {
		return failed(err)
	}
	digest := digestOf(b.String())
	i := bytes.LastIndex(b.Bytes(), []byte("</body>"))
	body := apply(b.Bytes(), []edit{{at: i, put: ending(digest)}})
	return answer{status: status, kind: kinds[".html"], body: body, digest: digest}
}

// ending is what every page ends with: the script, which knows what it has, and
// the place where it says what happens.
func ending(digest string) string {
	return `<p id="np-status" class="np np-status" role="status"></p><script src="` + ownPath + `preview.js" data-digest="` + digest + `" defer></script>`
}

func failed(err error) answer {
	text := fmt.Sprintf("The preview could not make this page: %v\n", err)
	return answer{status: http.StatusInternalServerError, kind: kinds[".txt"], body: []byte(text)}
}

// own gives what is in the preview's own folder.
func (s *Server) own(st *state, name string) answer {
	switch name {
	case "":
		return s.desk(st)
	case "preview.js", "preview.css":
		content, err := ownFiles.ReadFile("own/" + name)
		if err != nil {
			return failed(err)
		}
		return answer{status: http.StatusOK, kind: kindOf(name), body: content}
	}
	if id, ok := strings.CutPrefix(name, "rules/"); ok {
		return s.rule(st, id)
	}
	return s.notFound(st, "")
}
