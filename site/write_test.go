package site_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/site"
)

func output(files ...string) *site.Output {
	o := &site.Output{}
	for i := 0; i < len(files); i += 2 {
		o.Files = append(o.Files, site.File{Path: files[i], Content: []byte(files[i+1])})
	}
	return o
}

// tree gives the files of a folder, the manifest left out.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == site.ManifestName {
			return err
		}
		content, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func write(t *testing.T, o *site.Output, dir string) site.Written {
	t.Helper()
	w, err := site.Publish(t.Context(), o, site.Target{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWriteTouchesOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	write(t, output("a.html", "1", "n/b.html", "2", "n/o/c.html", "3"), dir)
	before, err := os.Stat(filepath.Join(dir, "a.html"))
	if err != nil {
		t.Fatal(err)
	}
	got := write(t, output("a.html", "1", "n/b.html", "two", "new.html", "4"), dir)
	want := site.Written{Changed: []string{"n/b.html", "new.html"}, Deleted: []string{"n/o/c.html"}, Unchanged: 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"a.html": "1", "n/b.html": "two", "new.html": "4"}, tree(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	after, err := os.Stat(filepath.Join(dir, "a.html"))
	if err != nil || !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("a file that did not change was written again")
	}
	if _, err := os.Stat(filepath.Join(dir, "n", "o")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("an empty folder was left behind")
	}
}

func TestWriteLeavesTheManifestAloneWhenNothingChanged(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	o := output("a.html", "1")
	write(t, o, dir)
	before, _ := os.Stat(filepath.Join(dir, site.ManifestName))
	write(t, o, dir)
	after, err := os.Stat(filepath.Join(dir, site.ManifestName))
	if err != nil || !os.SameFile(before, after) {
		t.Error("the manifest was written again")
	}
}

func TestWriteDeletesOnlyItsOwnFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, output("a.html", "1", "b.html", "2", "c.html", "3"), dir)
	for name, content := range map[string]string{"mine.txt": "mine", "b.html": "edited by hand", "c.html": "edited too"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := output("a.html", "1", "c.html", "three")
	for range 2 { // every run says so, until it is put right
		got := write(t, o, dir)
		want := site.Written{Unchanged: 1, Edited: []string{"c.html"}, Kept: []string{"b.html"}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("written (-want +got):\n%s", diff)
		}
	}
	want := map[string]string{"a.html": "1", "b.html": "edited by hand", "c.html": "edited too", "mine.txt": "mine"}
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	forced, err := site.Publish(t.Context(), o, site.Target{Dir: dir, Force: true})
	if diff := cmp.Diff(site.Written{Changed: []string{"c.html"}, Unchanged: 1, Overwritten: []string{"c.html"}, Kept: []string{"b.html"}}, forced); err != nil || diff != "" {
		t.Errorf("by force: %v (-want +got):\n%s", err, diff)
	}
	want["c.html"] = "three"
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("files after force (-want +got):\n%s", diff)
	}
}

func TestWriteRefusesFoldersThatAreNotItsOwn(t *testing.T) {
	t.Parallel()
	source := t.TempDir()
	for _, dir := range []string{"content", "public"} {
		if err := os.MkdirAll(filepath.Join(source, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	foreign := t.TempDir()
	put(t, filepath.Join(foreign, "precious.txt"))
	file := filepath.Join(t.TempDir(), "file")
	put(t, file)
	linked := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(t.TempDir(), linked); err != nil {
		t.Skip("no links here: ", err)
	}
	broken := t.TempDir()
	put(t, filepath.Join(broken, site.ManifestName))
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip(err)
	}
	for name, dir := range map[string]string{
		"foreign files": foreign, "file": file, "link": linked, "unreadable manifest": broken,
		"sources": source, "parent of sources": filepath.Dir(source), "inside content": filepath.Join(source, "content", "x"),
		"disk": "/", "home": home,
	} {
		if _, err := site.Publish(t.Context(), output("a.html", "1"), site.Target{Dir: dir, Sources: []string{source}}); !errors.Is(err, site.ErrRefused) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if diff := cmp.Diff(map[string]string{"precious.txt": "x"}, tree(t, foreign)); diff != "" {
		t.Errorf("foreign files (-want +got):\n%s", diff)
	}
	if _, err := site.Publish(t.Context(), output("a.html", "1"), site.Target{Dir: filepath.Join(source, "public"), Sources: []string{source}}); err != nil {
		t.Errorf("a folder beside the content: %v", err)
	}
}

func TestWriteFollowsNoLinksInside(t *testing.T) {
	t.Parallel()
	dir, outside := t.TempDir(), t.TempDir()
	write(t, output("a.html", "1", "n/b.html", "2"), dir)
	put(t, filepath.Join(outside, "b.html"))
	if err := os.RemoveAll(filepath.Join(dir, "n")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "n")); err != nil {
		t.Skip("no links here: ", err)
	}
	for _, o := range []*site.Output{output("a.html", "new", "n/b.html", "new"), output("a.html", "new")} {
		if _, err := site.Publish(t.Context(), o, site.Target{Dir: dir}); !errors.Is(err, site.ErrRefused) {
			t.Errorf("got %v", err)
		}
	}
	if diff := cmp.Diff(map[string]string{"b.html": "x"}, tree(t, outside)); diff != "" {
		t.Errorf("files outside (-want +got):\n%s", diff)
	}
	if content, _ := os.ReadFile(filepath.Join(dir, "a.html")); string(content) != "1" {
		t.Error("something was written before the refusal")
	}
}

func TestWriteRefusesNamesThatLeadElsewhere(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"../a.html", "/a.html", "a/../../b.html", `a\b.html`, "a:b.html", "."} {
		if _, err := site.Publish(t.Context(), output(name, "1"), site.Target{Dir: t.TempDir()}); !errors.Is(err, site.ErrRefused) {
			t.Errorf("%q: got %v", name, err)
		}
	}
}

func TestAFailedRenderLeavesTheSiteAsItWas(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, render(t, input()), dir)
	before := tree(t, dir)
	in := input()
	in.Set.Corpus.Site.Redirects = append(in.Set.Corpus.Site.Redirects, in.Set.Corpus.Site.Redirects...)
	if out, _, _ := site.Render(faced(in)); out != nil {
		t.Fatal("a site with two pages at one address was made")
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("files (-before +after):\n%s", diff)
	}
	if !slices.Contains(keys(before), "notices/wendle/garden-waste.cy.html") {
		t.Error("the Welsh page is not there")
	}
}

func keys(m map[string]string) (names []string) {
	for name := range m {
		names = append(names, name)
	}
	return names
}

func put(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
}
