package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// republished is a site's folder that is changed and published again and again.
type republished struct {
	t   *testing.T
	dir string
}

// command runs the program on the site, and gives its exit code and all that it says.
func (w republished) command(args ...string) (code int, said string) {
	w.t.Helper()
	var out bytes.Buffer
	args = append(args, "--source", w.dir)
	return run(w.t.Context(), args, nothingSet, strings.NewReader(""), &out, &out), out.String()
}

// build publishes the site and holds it to an exit code.
func (w republished) build(want int) (said string) {
	w.t.Helper()
	code, said := w.command("build", "--at", exampleDay)
	if code != want {
		w.t.Fatalf("exit code %d, want %d\n%s", code, want, said)
	}
	return said
}

func (w republished) public() map[string]string {
	w.t.Helper()
	return published(w.t, filepath.Join(w.dir, "public"))
}

// clean gives the site as it comes into a folder that never had another one.
func (w republished) clean() map[string]string {
	w.t.Helper()
	fresh := filepath.Join(w.t.TempDir(), "public")
	if code, said := w.command("build", "--at", exampleDay, "--output", fresh); code != exitClean {
		w.t.Fatalf("exit code %d\n%s", code, said)
	}
	return published(w.t, fresh)
}

func (w republished) put(name, content string) {
	w.t.Helper()
	name = filepath.Join(w.dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(content), 0o644)); err != nil {
		w.t.Fatal(err)
	}
}

func (w republished) read(name string) string {
	w.t.Helper()
	content, err := os.ReadFile(filepath.Join(w.dir, name))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(content)
}

// replace changes words of a file.
func (w republished) replace(name, before, after string) {
	w.t.Helper()
	content := w.read(name)
	if !strings.Contains(content, before) {
		w.t.Fatalf("%s does not hold %q", name, before)
	}
	w.put(name, strings.Replace(content, before, after, 1))
}

// remove takes a file or a folder away.
func (w republished) remove(name string) {
	w.t.Helper()
	if err := os.RemoveAll(filepath.Join(w.dir, name)); err != nil {
		w.t.Fatal(err)
	}
}

func (w republished) rename(from, to string) {
	w.t.Helper()
	if err := os.Rename(filepath.Join(w.dir, from), filepath.Join(w.dir, to)); err != nil {
		w.t.Fatal(err)
	}
}

func TestOneBadNoticeOfAHundredKeepsAllFromBeingPublished(t *testing.T) {
	t.Parallel()
	w := republished{t, smallSite(t)}
	for n := range 98 {
		w.put(fmt.Sprintf("content/notices/permits/permit-%d.md", n), strings.Replace(w.read("content/notices/parking.md"), "corporate.md", "../corporate.md", 1))
	}
	w.build(exitClean)
	before := w.public()
	w.replace("content/notices/permits/permit-3.md", "title: Parking", "title: Other")
	w.replace("content/notices/permits/permit-70.md", "lawful_basis: public-task", "lawful_basis: public-taks")
	said := w.build(exitFindings)
	if !strings.Contains(said, "content/notices/permits/permit-70.md:17:19: error: ") || !strings.HasSuffix(said, "1 error in 1 file. Nothing was published.\n") {
		t.Errorf("it says:\n%s", said)
	}
	if diff := cmp.Diff(before, w.public()); diff != "" {
		t.Errorf("something was published (-before +after):\n%s", diff)
	}
	if entries, err := os.ReadDir(w.dir); err != nil || len(entries) != 2 {
		t.Errorf("something was left behind: %v, %v", entries, err)
	}
}

// After every change the folder is as one that never held anything else, file by
// file: nothing of what was there before stays, and nothing is missing.
func TestAfterEveryChangeTheFolderIsThatOfACleanBuild(t *testing.T) {
	t.Parallel()
	w := republished{t, smallSite(t)}
	const parking, council = "content/notices/parking.md", "content/notices/corporate.md"
	parkingAtFirst := w.read(parking)
	w.build(exitClean)
	first := w.public()
	for _, c := range []struct {
		name        string
		make        func()
		gone, there string
	}{
		{"a mistake and its mending", func() {
			w.replace(parking, "title: ", "title: : ")
			w.build(exitFindings)
			if diff := cmp.Diff(first, w.public()); diff != "" {
				t.Errorf("something was published (-before +after):\n%s", diff)
			}
			w.put(parking, parkingAtFirst)
		}, "", "notices/parking.html"},
		{"other words", func() { w.replace(parking, "Parking permits", "Permits for parking") }, "", "notices/parking.html"},
		{"another name", func() { w.rename(parking, "content/notices/permits.md") }, "notices/parking.html", "notices/permits.html"},
		{"the old address leads on", func() {
			w.replace("content/notices/permits.md", "updated:", "aliases: [/notices/parking.html]\nupdated:")
		}, "notices/parking.txt", "notices/parking.html"},
		{"a folder", func() {
			w.put("content/notices/permits/parking.md", strings.Replace(w.read("content/notices/permits.md"), "(corporate.md", "(../corporate.md", 1))
			w.remove("content/notices/permits.md")
		}, "notices/permits.html", "notices/permits/parking.html"},
		{"it goes", func() { w.remove("content/notices/permits") }, "notices/permits/parking.html", "notices/corporate.html"},
		{"another page", func() { w.put("content/pages/cookies.md", "---\ntitle: Cookies\n---\n\nNone.\n") }, "", "pages/cookies.html"},
		{"a layout", func() { w.put("partials/own.css", ".facts { border-radius: 1px; }\n") }, "", "pages/cookies.html"},
		{"no layout", func() { w.remove("partials") }, "", "pages/cookies.html"},
		{"another title of the site", func() { w.replace("content/site.yaml", "Privacy at", "Privacy in") }, "", "index.html"},
		{"a second language", func() { w.replace("content/site.yaml", "[en]", "[en, cy]") }, "", "index.cy.html"},
		{"one language", func() { w.replace("content/site.yaml", "[en, cy]", "[en]") }, "index.cy.html", "index.html"},
		{"an address", func() {
			w.put("content/site.yaml", w.read("content/site.yaml")+"base_url: https://privacy.anytown.example/\n")
		}, "", "sitemap.xml"},
		{"all as it was", func() {
			w.replace("content/site.yaml", "base_url: https://privacy.anytown.example/\n", "")
			w.replace("content/site.yaml", "Privacy in", "Privacy at")
			w.remove("content/pages")
			w.put(parking, parkingAtFirst)
		}, "sitemap.xml", "notices/parking.html"},
		{"nothing", func() {}, "", council[len("content/"):len(council)-len("md")] + "html"},
	} {
		c.make()
		w.build(exitClean)
		got := w.public()
		if diff := cmp.Diff(w.clean(), got); diff != "" {
			t.Errorf("%s (-clean +got):\n%s", c.name, diff)
		}
		if _, there := got[c.there]; !there {
			t.Errorf("%s: there is no %s", c.name, c.there)
		}
		if _, there := got[c.gone]; there {
			t.Errorf("%s: %s is still there", c.name, c.gone)
		}
	}
	if diff := cmp.Diff(first, w.public()); diff != "" {
		t.Errorf("at last (-first +got):\n%s", diff)
	}
}

// A build does not wait for a preview of the same content, nor is it disturbed by one:
// a preview writes nothing.
func TestABuildBesideAPreview(t *testing.T) {
	t.Parallel()
	w := republished{t, smallSite(t)}
	want := w.clean()
	preview := program(t, "serve", "--source", w.dir, "--at", exampleDay, "--port", "0")
	out, err := preview.StdoutPipe()
	if err := errors.Join(err, preview.Start()); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 1<<10)
	if n, err := out.Read(said); err != nil || !strings.Contains(string(said[:n]), "http://") {
		t.Fatalf("the preview says %q, %v", said[:n], err)
	}
	for range 3 {
		w.build(exitClean)
		if diff := cmp.Diff(want, w.public()); diff != "" {
			t.Errorf("(-clean +got):\n%s", diff)
		}
		w.remove("public")
	}
	if err := preview.Process.Signal(os.Interrupt); err != nil {
		t.Error("the preview has ended: ", err)
	}
	_ = preview.Wait()
	if entries, err := os.ReadDir(w.dir); err != nil || len(entries) != 1 {
		t.Errorf("something was left behind: %v, %v", entries, err)
	}
}
