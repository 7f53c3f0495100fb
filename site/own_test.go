package site_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"notices.example/notices"
	"notices.example/site"
)

func TestOnlyPlainFilesAreLayouts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		tree        fstest.MapFS
		place, rule string
		says        string
	}{
		"a link as layout":    {fstest.MapFS{"layouts/home.html": {Data: []byte("x"), Mode: fs.ModeSymlink}}, "layouts/home.html", "layout-invalid", "not a plain file"},
		"a link as style":     {fstest.MapFS{"partials/a.css": {Data: []byte("x"), Mode: fs.ModeSymlink}}, "partials/a.css", "layout-invalid", "not a plain file"},
		"a link as words":     {fstest.MapFS{"layouts/words.en.yaml": {Data: []byte("x"), Mode: fs.ModeSymlink}}, "layouts/words.en.yaml", "layout-invalid", "not a plain file"},
		"a pipe":              {fstest.MapFS{"partials/a.html": {Mode: fs.ModeNamedPipe}}, "partials/a.html", "layout-invalid", "not a plain file"},
		"a folder in it":      {fstest.MapFS{"partials/old/a.html": {}}, "partials/old", "layout-invalid", "not a plain file"},
		"a zero byte":         {fstest.MapFS{"partials/text.html": {Data: []byte("{{.Value}}\x00")}}, "partials/text.html", "layout-invalid", "cannot be seen"},
		"not UTF-8":           {fstest.MapFS{"partials/text.html": {Data: []byte("{{.Value}}\xe9")}}, "partials/text.html", "layout-invalid", "not saved as UTF-8"},
		"a file for a folder": {fstest.MapFS{"layouts": {Data: []byte("x")}}, "layouts", "layout-invalid", "not a plain folder"},
		"a link for a folder": {fstest.MapFS{"partials": {Data: []byte("x"), Mode: fs.ModeSymlink}}, "partials", "layout-invalid", "not a plain folder"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := input()
			in.Overrides = c.tree
			out, found, err := site.Render(faced(in))
			if err != nil || out != nil || len(found) != 1 {
				t.Fatalf("got output %v, findings %v, error %v", out != nil, found, err)
			}
			if f := found[0]; f.Rule != c.rule || f.Pos.File != c.place || !strings.Contains(f.Message, c.says) {
				t.Errorf("got %s at %s: %s", f.Rule, f.Pos, f.Message)
			}
		})
	}
}

func TestLayoutsThatCannotBeReadAreFindings(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "layouts", "home.html")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, nil, 0o000); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(file); err == nil {
		t.Skip("everything can be read here")
	}
	in := input()
	in.Overrides = os.DirFS(dir)
	out, found, err := site.Render(faced(in))
	if err != nil || out != nil || len(found) != 1 || found[0].Rule != "layout-invalid" || found[0].Pos.File != "layouts/home.html" {
		t.Errorf("got output %v, findings %v, error %v", out != nil, found, err)
	}
}

func TestMisspeltLayoutsAreWarnings(t *testing.T) {
	t.Parallel()
	for name, fix := range map[string]string{
		"layouts/notices.html":  "Did you mean notice.html?",
		"layouts/Home.html":     "Did you mean home.html?",
		"layouts/word.en.yaml":  "Did you mean words.en.yaml?",
		"layouts/purposes.html": "Give it the name",
		"partials/readme.md":    "The name of a partial",
		"layouts/mine.css":      "",
		"partials/mine.html":    "",
		"layouts/.gitkeep":      "",
	} {
		in := input()
		in.Overrides = fstest.MapFS{name: {}}
		out, found, err := site.Render(faced(in))
		switch {
		case err != nil || out == nil:
			t.Errorf("%s: got output %v, error %v", name, out != nil, err)
		case fix == "" && len(found) > 0:
			t.Errorf("%s: got %v", name, found)
		case fix != "" && (len(found) != 1 || found[0].Rule != "layout-unused" || found[0].Severity != notices.Warning || !strings.HasPrefix(found[0].Fix, fix)):
			t.Errorf("%s: got %v", name, found)
		}
	}
}
