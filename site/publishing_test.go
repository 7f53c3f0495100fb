package site_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// recipe gives a block of docs/publishing.md, the only one of its language.
func recipe(t testing.TB, language string) string {
	t.Helper()
	guide, err := os.ReadFile("../docs/publishing.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllSubmatch(guide, -1)
	if len(blocks) != 1 {
		t.Fatalf("the guide has %d blocks of %s", len(blocks), language)
	}
	return string(blocks[0][1])
}

// Whoever copies the server that the guide shows for nginx has one that starts, and
// knows headers, earlier addresses and what is not there.
func TestTheRecipeForNginx(t *testing.T) {
	t.Parallel()
	out := moved(t, "https://www.anytown.gov.uk/privacy/")
	nginx, dir := program(t, "nginx"), folderForServers(t)
	below(t, dir, out)
	config := filepath.Join(dir, "nginx.conf")
	http := strings.NewReplacer("/srv/www", dir, "listen 80;", "listen unix:"+dir+"/socket;", "http {", fmt.Sprintf("http {\n"+
		"client_body_temp_path %[1]s/1; proxy_temp_path %[1]s/2; fastcgi_temp_path %[1]s/3; uwsgi_temp_path %[1]s/4; scgi_temp_path %[1]s/5;\n"+
		"access_log off; map_hash_bucket_size 512;", dir)).Replace(recipe(t, "nginx"))
	around := fmt.Sprintf("daemon off;\nmaster_process off;\npid %s/nginx.pid;\nerror_log stderr;\nevents { }\n%s", dir, http)
	if err := os.WriteFile(config, []byte(around), 0o600); err != nil {
		t.Fatal(err)
	}
	s := &webServer{name: "nginx", base: "http://www.anytown.gov.uk", client: direct(func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", filepath.Join(dir, "socket"))
	})}
	s.start(t, exec.Command(nginx, "-p", dir, "-c", config, "-e", "stderr"))
	for path, want := range map[string]int{"/privacy/": 200, "/privacy/not-there.html": 404, "/privacy/old.html": 301} {
		answer, _ := s.get(t, path)
		if answer.StatusCode != want || want != 301 && answer.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s is answered with %s, want %d; headers: %v", path, answer.Status, want, answer.Header)
		}
	}
}

// asked has the function answer for each address that the runner is given, and print
// where it leads, or which file it asks for.
const asked = `
import { readFileSync } from 'node:fs';
const answers = {};
for (const uri of JSON.parse(readFileSync(0, 'utf8'))) {
  const said = await handler({ request: { uri, headers: {}, querystring: {} } });
  answers[uri] = said.statusCode ? said.statusCode + ' ' + said.headers.location.value : said.uri;
}
console.log(JSON.stringify(answers));
`

// store stands in for CloudFront's: it has what the site's file says, and throws for a
// key that is not there.
const store = `
import { readFileSync } from 'node:fs';
const pairs = new Map(JSON.parse(readFileSync(process.env.MOVED, 'utf8')).data.map(p => [p.key, p.value]));
export default { kvs: () => ({ get: async key => { if (!pairs.has(key)) throw new Error('KeyNotFound'); return pairs.get(key); } }) };
`

// The function that the guide shows for CloudFront leads earlier addresses on, and
// names the page of a folder.
func TestTheRecipeForCloudFront(t *testing.T) {
	t.Parallel()
	out := moved(t, "https://www.anytown.gov.uk/privacy/")
	node, dir := program(t, "node"), t.TempDir()
	library, list := filepath.Join(dir, "node_modules", "cloudfront"), filepath.Join(dir, "moved.json")
	if err := errors.Join(os.MkdirAll(library, 0o755),
		os.WriteFile(filepath.Join(library, "package.json"), []byte(`{"name":"cloudfront","type":"module","exports":"./index.js"}`), 0o600),
		os.WriteFile(filepath.Join(library, "index.js"), []byte(store), 0o600),
		os.WriteFile(list, []byte(file(t, out, "hosting/cloudfront-moved.json")), 0o600),
		os.WriteFile(filepath.Join(dir, "run.mjs"), []byte(recipe(t, "js")+asked), 0o600)); err != nil {
		t.Fatal(err)
	}
	const retention = "301 /privacy/glossary.html#retention"
	want := map[string]string{
		"/privacy/": "/privacy/index.html", "/privacy/index.html": "/privacy/index.html", "/privacy/nothing/": "/privacy/nothing/index.html",
		"/privacy/%zz.html": "/privacy/%zz.html", "/privacy/folder": retention, "/privacy/folder/": retention,
	}
	for _, address := range oddAddresses {
		want["/privacy"+address] = retention
	}
	want["/privacy/old%20page.html"], want["/privacy/preifatrwydd-%C5%B5yr.html"] = retention, retention
	var uris []string
	for uri := range want {
		uris = append(uris, uri)
	}
	questions, err := json.Marshal(uris)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.CommandContext(t.Context(), node, "run.mjs")
	run.Dir, run.Env, run.Stdin = dir, append(os.Environ(), "MOVED="+list), bytes.NewReader(questions)
	var complaints bytes.Buffer
	run.Stderr = &complaints
	said, err := run.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &complaints)
	}
	got := map[string]string{}
	if err := json.Unmarshal(said, &got); err != nil {
		t.Fatal(err)
	}
	for uri, to := range want {
		if got[uri] != to {
			t.Errorf("%s leads to %q, want %q", uri, got[uri], to)
		}
	}
}
