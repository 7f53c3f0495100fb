//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// secret is what lies outside the site and must never get out of there.
const secret = "SECRET-OUTSIDE-THE-SITE"

// What no repository of files shows well, but a pull request can hold: links of all
// shapes, pipes, names that give orders.
func TestHostileFolders(t *testing.T) {
	t.Parallel()
	usual := faultless(t)
	for _, tt := range []struct {
		row, name string
		make      func(t *testing.T, outside, site string)
		finding   string   // rule@file:line:col
		words     []string // printed
	}{
		{"45", "a link to a file outside", link("../../../outside/secret.md", "content/notices/leak.md"), "file-link@content/notices/leak.md:0:0", []string{"links are not followed"}},
		{"45", "a link to a file inside", link("parking.md", "content/notices/other.md"), "file-link@content/notices/other.md:0:0", nil},
		{"45", "a link to a folder outside", link("../../../outside", "content/notices/more"), "file-link@content/notices/more:0:0", nil},
		{"45", "a link in the place of a known folder", link("../../outside", "content/pages"), "file-link@content/pages:0:0", nil},
		{"45", "a link in the place of the content of a language", link("../../../outside/secret.md", "content/notices/parking.cy.md"), "file-link@content/notices/parking.cy.md:0:0", nil},
		{"45", "an absolute link", link("/etc/passwd", "content/notices/passwd.md"), "file-link@content/notices/passwd.md:0:0", nil},
		{"45", "a link to itself", link("loop", "content/notices/loop"), "file-link@content/notices/loop:0:0", nil},
		{"45", "a link to nowhere", link("nowhere.md", "content/notices/gone.md"), "file-link@content/notices/gone.md:0:0", nil},
		{"45", "a layout that is a link", link("../../outside/secret.md", "layouts/page.html"), "layout-invalid@layouts/page.html:0:0", []string{"not a link"}},
		{"45", "a layouts folder that is a link", link("../outside", "layouts"), "layout-invalid@layouts:0:0", nil},
		{"45", "a style that is a link", link("../../outside/secret.md", "partials/own.css"), "layout-invalid@partials/own.css:0:0", nil},
		{"46", "a pipe", pipe("content/notices/page.md"), "file-link@content/notices/page.md:0:0", []string{"not an ordinary file"}},
		{"46", "a pipe among the partials", pipe("partials/top.html"), "layout-invalid@partials/top.html:0:0", nil},
		{"47", "a line end in a name", copied("content/notices/a\n::error file=x::pwned.md"), "id-invalid@content/notices/a�::error file=x::pwned.md:0:0", []string{"cannot be used"}},
		{"47", "an escape in a name", copied("content/notices/b\x1b[31mred.md"), "id-invalid@content/notices/b�[31mred.md:0:0", []string{"cannot be used"}},
		{"47", "bytes that are no letters in a name", copied("content/notices/bad\xff.md"), "id-invalid@content/notices/bad�.md:0:0", []string{"bytes in it that are no letters"}},
		{"47", "a change of direction in a name", copied("content/notices/\u202efdp.md"), "id-invalid@content/notices/�fdp.md:0:0", nil},
		{"47", "quotes in a name", copied("content/notices/sp ace 'q\".md"), "id-invalid@content/notices/sp ace 'q\".md:0:0", nil},
		{"47", "an order in the name of a folder", copied("content/notices/##[error]x/y.md"), "id-invalid@content/notices/##[error]x/y.md:0:0", nil},
		{"41", "120 folders in one another", copied("content/notices/" + strings.Repeat("d/", 120) + "x.md"), "file-unexpected@content/notices/" + strings.Repeat("d/", 8) + "d:0:0", nil},
	} {
		t.Run(tt.row+" "+tt.name, func(t *testing.T) {
			t.Parallel()
			around := t.TempDir()
			site, outside := filepath.Join(around, "site"), filepath.Join(around, "outside")
			writeSite(t, outside, map[string]string{"secret.md": "---\ntitle: " + secret + "\n---\n", "page.html": secret, "base.css": "/* " + secret + " */"})
			writeSite(t, site, usual)
			target := filepath.Join(around, "public")
			if got := buildSite(t, site, target); got.code != exitClean {
				t.Fatal(got.stderr)
			}
			before := published(t, target)
			tt.make(t, outside, site)
			got := buildSite(t, site, target)
			h := hostile{expect: "REJECT", finding: tt.finding, words: tt.words, changes: []alteration{{}}}
			if strings.HasPrefix(tt.finding, "file-unexpected") {
				h.expect = "WARN"
			}
			h.check(t, got)
			if strings.Contains(got.stdout+got.stderr, secret) || strings.Contains(strings.Join(values(published(t, target)), ""), secret) {
				t.Error("what lies outside got out")
			}
			if diff := cmp.Diff(before, published(t, target)); diff != "" && h.refused() {
				t.Errorf("the published site changed:\n%s", diff)
			}
		})
	}
}

func values(files map[string]string) (texts []string) {
	for _, text := range files {
		texts = append(texts, text)
	}
	return texts
}

func link(to, name string) func(*testing.T, string, string) {
	return func(t *testing.T, _, site string) {
		t.Helper()
		at(t, site, name, func(file string) error { return os.Symlink(to, file) })
	}
}

func pipe(name string) func(*testing.T, string, string) {
	return func(t *testing.T, _, site string) {
		t.Helper()
		at(t, site, name, func(file string) error { return syscall.Mkfifo(file, 0o644) })
	}
}

func copied(name string) func(*testing.T, string, string) {
	return func(t *testing.T, _, site string) {
		t.Helper()
		at(t, site, name, func(file string) error { return os.WriteFile(file, []byte("---\ntitle: Other\n---\n"), 0o644) })
	}
}

// at makes something at a path of the site; a system that has no such names skips
// the test.
func at(t *testing.T, site, name string, make func(file string) error) {
	t.Helper()
	file := filepath.Join(site, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Skip("this system has no folder of that name:", err)
	}
	if err := make(file); err != nil {
		t.Skip("this system has no such file:", err)
	}
}
