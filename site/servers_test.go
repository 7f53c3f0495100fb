package site_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"notices.example/site"
)

// webServer is a web server of those that councils have, set up as docs/hosting.md
// says, which has the site below /privacy/.
type webServer struct {
	name   string
	client *http.Client
	base   string
}

// program gives the path of a program that .ci/setup installs.
func program(t testing.TB, name string) string {
	t.Helper()
	for _, dir := range append(filepath.SplitList(os.Getenv("PATH")), "/usr/sbin") {
		if file, err := exec.LookPath(filepath.Join(dir, name)); err == nil {
			return file
		}
	}
	const words = "%s is not installed; this command installs it: .ci/setup"
	if os.Getenv("CI") == "true" {
		t.Fatalf(words, name)
	}
	t.Skipf(words, name)
	return ""
}

// start starts a server and waits until it answers.
func (s *webServer) start(t testing.TB, command *exec.Cmd) {
	t.Helper()
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	go func() { _ = command.Wait(); close(over) }()
	t.Cleanup(func() { _ = command.Process.Kill(); <-over })
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for {
		answer, err := s.client.Get(s.base + "/privacy/")
		if err == nil {
			_ = answer.Body.Close()
			return
		}
		select {
		case <-over:
			t.Fatalf("%s ended: %s", s.name, &said)
		case <-ctx.Done():
			t.Fatalf("%s does not answer: %v: %s", s.name, err, &said)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// get asks for a path and gives the answer and its content. It follows nothing.
func (s *webServer) get(t testing.TB, path string) (*http.Response, string) {
	t.Helper()
	answer, err := s.client.Get(s.base + path)
	if err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	return answer, string(content)
}

func direct(dial func(ctx context.Context, network, address string) (net.Conn, error)) *http.Client {
	return &http.Client{
		Transport:     &http.Transport{DialContext: dial, DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// folderForServers gives a folder that a server may read which runs as nobody.
func folderForServers(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "served")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // it holds what is published
		t.Fatal(err)
	}
	return dir
}

// below publishes a site to the folder privacy in a folder.
func below(t testing.TB, dir string, out *site.Output) string {
	t.Helper()
	for _, f := range out.Files {
		name := filepath.Join(dir, "privacy", filepath.FromSlash(f.Path))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, f.Content, 0o644)); err != nil { //nolint:gosec // likewise
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "privacy")
}

// The rest of the server has what nginx sets traps with: headers of its own, and a
// block for style sheets.
const nginxAround = `daemon off;
master_process off;
pid %[1]s/nginx.pid;
error_log stderr;
events { }
http {
	access_log off;
	client_body_temp_path %[1]s/1; proxy_temp_path %[1]s/2; fastcgi_temp_path %[1]s/3; uwsgi_temp_path %[1]s/4; scgi_temp_path %[1]s/5;
	map_hash_bucket_size 512;
	include %[2]s/hosting/nginx.conf;
	server {
		listen unix:%[1]s/socket;
		root %[1]s;
		add_header X-Frame-Options SAMEORIGIN;
		if ($notices_moved) { return 301 $notices_moved; }
		include %[2]s/hosting/nginx-location.conf;
		location ~ \.(css|svg|html)$ { expires 30d; add_header X-Trap yes; }
	}
}
`

func startNginx(t testing.TB, out *site.Output) *webServer {
	t.Helper()
	nginx, dir := program(t, "nginx"), folderForServers(t)
	config := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, nginxAround, dir, below(t, dir, out)), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.CommandContext(t.Context(), nginx, "-t", "-p", dir, "-c", config, "-e", "stderr").CombinedOutput(); err != nil || bytes.Contains(said, []byte("[warn]")) {
		t.Fatalf("nginx -t: %v\n%s", err, said)
	}
	s := &webServer{name: "nginx", base: "http://privacy.wendle.example", client: direct(func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", filepath.Join(dir, "socket"))
	})}
	s.start(t, exec.Command(nginx, "-p", dir, "-c", config, "-e", "stderr"))
	return s
}

const apacheAround = `ServerRoot %[1]s
ServerName localhost
Listen %[2]s
PidFile %[1]s/apache.pid
ErrorLog /dev/stderr
%[3]s
<IfModule unixd_module>
User #65534
Group #65534
</IfModule>
TypesConfig /dev/null
DocumentRoot %[1]s
DirectoryIndex index.html
<Directory %[1]s>
AllowOverride All
Require all granted
</Directory>
`

func startApache(t testing.TB, out *site.Output) *webServer {
	t.Helper()
	apache, dir := program(t, "apache2"), folderForServers(t)
	folder := below(t, dir, out)
	rules, err := os.ReadFile(filepath.Join(folder, "hosting", "apache.conf"))
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	var modules strings.Builder
	for _, m := range []string{"mpm_event", "authz_core", "mime", "dir", "headers", "rewrite"} {
		fmt.Fprintf(&modules, "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", m, m)
	}
	config := filepath.Join(dir, "apache.conf")
	if err := errors.Join(os.WriteFile(filepath.Join(folder, ".htaccess"), rules, 0o644), //nolint:gosec // the server runs as nobody
		os.WriteFile(config, fmt.Appendf(nil, apacheAround, dir, address, &modules), 0o600), listener.Close()); err != nil {
		t.Fatal(err)
	}
	s := &webServer{name: "Apache", base: "http://" + address, client: direct(nil)}
	s.start(t, exec.Command(apache, "-X", "-f", config))
	return s
}

// headersOf reads what a site says in its file for Netlify and Cloudflare.
func headersOf(t testing.TB, out *site.Output) map[string]string {
	t.Helper()
	all := map[string]string{}
	at := ""
	for line := range strings.Lines(file(t, out, "_headers")) {
		name, value, found := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case strings.HasPrefix(line, "/"):
			at = strings.TrimSpace(line)
		case at == "/*" && found && !strings.HasPrefix(line, "#"):
			all[name] = value
		}
	}
	if len(all) < 6 {
		t.Fatalf("the file _headers names %d headers", len(all))
	}
	return all
}

func TestServersSendTheHeadersWithEveryAnswer(t *testing.T) {
	t.Parallel()
	out := moved(t, "https://privacy.wendle.example/privacy/")
	want := headersOf(t, out)
	style := ""
	for _, f := range out.Files {
		if strings.HasSuffix(f.Path, ".css") {
			style = f.Path
		}
	}
	const forever, anew = "public, max-age=31536000, immutable", "no-cache"
	for _, start := range []func(testing.TB, *site.Output) *webServer{startNginx, startApache} {
		s := start(t, out)
		for _, c := range []struct {
			path        string
			code        int
			kind, cache string
		}{
			{"", 200, "text/html; charset=utf-8", anew},
			{"index.html", 200, "text/html; charset=utf-8", anew},
			{"404.html", 200, "text/html; charset=utf-8", anew},
			{"not-there", 404, "text/html; charset=utf-8", anew},
			{"not/there.svg", 404, "text/html; charset=utf-8", anew},
			{"assets/gone.0123456789ab.css", 404, "text/html; charset=utf-8", anew},
			{"notices/not-there.feed.xml", 404, "text/html; charset=utf-8", anew},
			{"assets/favicon.svg", 200, "image/svg+xml", anew},
			{style, 200, "text/css; charset=utf-8", forever},
			{"notices/wendle/garden-waste.json", 200, "application/json", anew},
			{"notices/wendle/garden-waste.txt", 200, "text/plain; charset=utf-8", anew},
			{"notices/wendle/garden-waste.feed.xml", 200, "application/atom+xml; charset=utf-8", anew},
			{"feed.xml", 200, "application/atom+xml; charset=utf-8", anew},
			{"sitemap.xml", 200, "application/xml", anew},
			{"robots.txt", 200, "text/plain; charset=utf-8", anew},
			{".well-known/security.txt", 200, "text/plain; charset=utf-8", anew},
			{"how-long.csv", 200, "text/csv; charset=utf-8", anew},
		} {
			answer, content := s.get(t, "/privacy/"+c.path)
			if answer.StatusCode != c.code {
				t.Errorf("%s: /privacy/%s is answered with %s, want %d\n%s", s.name, c.path, answer.Status, c.code, content)
			}
			if c.code == 404 && content != file(t, out, "404.html") {
				t.Errorf("%s: /privacy/%s shows another page than 404.html:\n%s", s.name, c.path, content)
			}
			for name, value := range want {
				if got := strings.Join(answer.Header.Values(name), " | "); got != value {
					t.Errorf("%s: /privacy/%s has %s %q, want %q", s.name, c.path, name, got, value)
				}
			}
			for name, value := range map[string]string{"Content-Type": c.kind, "Cache-Control": c.cache, "X-Trap": "", "X-Frame-Options": "", "Strict-Transport-Security": "", "Expires": ""} {
				if got := strings.Join(answer.Header.Values(name), " | "); !strings.EqualFold(got, value) {
					t.Errorf("%s: /privacy/%s has %s %q, want %q", s.name, c.path, name, got, value)
				}
			}
		}
		for _, from := range oddAddresses {
			answer, _ := s.get(t, "/privacy"+(&url.URL{Path: from}).EscapedPath())
			if to := strings.TrimPrefix(answer.Header.Get("Location"), s.base); answer.StatusCode != 301 || to != "/privacy/glossary.html#retention" {
				t.Errorf("%s: %s leads to %q with %s", s.name, from, to, answer.Status)
			}
		}
	}
}
