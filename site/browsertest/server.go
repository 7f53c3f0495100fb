package browsertest

import (
	"compress/gzip"
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// StrictPolicy is a Content-Security-Policy for pages without scripts. Nothing on
// them can connect to anywhere; that they might, to their own site, lets Lighthouse
// read robots.txt.
const StrictPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// policyAt gives the policy of a page. What StrictPolicy forbids all others, the
// pages with the search form may do: lead to a page of the same site, and on the
// search page itself run the site's own script.
func policyAt(file, policy string) string {
	if policy != StrictPolicy {
		return policy
	}
	switch name, _, _ := strings.Cut(file, "."); name {
	case "search":
		policy += "; script-src 'self'"
		fallthrough
	case "index":
		policy = strings.Replace(policy, "form-action 'none'", "form-action 'self'", 1)
	}
	return policy
}

// Site is a web server for the files of a folder.
type Site struct {
	server *httptest.Server
	files  fs.FS
	at     string
	rest   chan struct{} // tells that the rest of a page may be sent, which was asked for in halves

	mu      sync.Mutex
	missing []string
}

// Serve starts a web server that has the folder's files below the path at, "/" or
// such as "/privacy/", with the Content-Security-Policy on every answer. It is
// stopped at the end of the test.
func Serve(t testing.TB, dir, at, policy string) *Site {
	t.Helper()
	return serve(t, dir, at, func(h http.Header, file string) {
		h.Set("Content-Security-Policy", policyAt(file, policy))
		h.Set("X-Content-Type-Options", "nosniff")
	})
}

// ServeAsPublished is Serve with the headers that the site itself asks for, in its
// file _headers.
func ServeAsPublished(t testing.TB, dir, at string) *Site {
	t.Helper()
	own := publishedHeaders(t, dir)
	return serve(t, dir, at, func(h http.Header, _ string) { maps.Copy(h, own) })
}

// publishedHeaders reads what _headers says of every file, and fails the test when
// there is no policy in it.
func publishedHeaders(t testing.TB, dir string) http.Header {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	headers, ofAll := http.Header{}, false
	for line := range strings.Lines(string(content)) {
		if strings.HasPrefix(line, "/") {
			ofAll = line == "/*\n"
		}
		name, value, found := strings.Cut(strings.TrimSpace(line), ": ")
		if ofAll && found && strings.HasPrefix(line, " ") {
			headers.Set(name, value)
		}
	}
	if headers.Get("Content-Security-Policy") == "" {
		t.Fatalf("%s/_headers has no policy", dir)
	}
	return headers
}

// serve starts a web server that asks head for the headers of each file.
func serve(t testing.TB, dir, at string, head func(h http.Header, file string)) *Site {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	s := &Site{files: root.FS(), at: at, rest: make(chan struct{})}
	s.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head(w.Header(), strings.TrimPrefix(r.URL.Path, at))
		s.answer(w, r)
	}))
	t.Cleanup(s.server.Close)
	return s
}

// URL gives the address of a file.
func (s *Site) URL(file string) string { return s.server.URL + s.at + file }

// Missing gives the paths that were asked for and are not there.
func (s *Site) Missing() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.missing)
}

func (s *Site) answer(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/favicon.ico" {
		w.WriteHeader(http.StatusNoContent) // browsers ask for it by themselves
		return
	}
	file, below := strings.CutPrefix(r.URL.Path, s.at)
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	content, err := fs.ReadFile(s.files, file)
	if err != nil || !below {
		s.mu.Lock()
		s.missing = append(s.missing, r.URL.Path)
		s.mu.Unlock()
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(file)))
	if r.URL.Query().Has(cutAt) || !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		_, _ = w.Write(s.halve(w, r, content))
		return
	}
	w.Header().Set("Content-Encoding", "gzip") // as hosts send it
	z := gzip.NewWriter(w)
	_, _ = z.Write(content)
	_ = z.Close()
}

// FileURL gives the address of a file on disk.
func FileURL(t testing.TB, dir, file string) string {
	t.Helper()
	full, err := filepath.Abs(filepath.Join(dir, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(full)}).String()
}

// leadsOn is found in pages that only lead on to another page.
var leadsOn = regexp.MustCompile(`(?i)<meta[^>]+http-equiv="?refresh`)

// Pages gives the HTML files of a folder and the folders in it, in order, but not
// those that lead on to another page by themselves. It fails the test when there
// are none.
func Pages(t testing.TB, dir string) []string {
	t.Helper()
	var pages []string
	files := os.DirFS(dir)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err == nil && !leadsOn.Match(content) {
			pages = append(pages, name)
		}
		return err
	})
	if err != nil || len(pages) == 0 {
		t.Fatalf("%s has no pages: %v", dir, err)
	}
	return pages
}
