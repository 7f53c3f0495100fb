package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	bench "notices.example/cmd/bench/town"
	"notices.example/site"
)

// A large site is read, checked and made some notices at a time. What comes of it is the
// same.
func TestALargeSiteIsMadeOfSomeNoticesAtATime(t *testing.T) {
	t.Parallel()
	files, day := bench.FS(150), townDay(t)
	all, err := examineFiles(t.Context(), files, day, nil)
	if err != nil {
		t.Fatal(err)
	}
	some, err := examineBriefly(t.Context(), files, day, 149)
	if err != nil {
		t.Fatal(err)
	}
	if some.set.Completer == nil || all.set.Completer != nil {
		t.Fatal("all notices are in memory, or only some of a small site")
	}
	if diff := cmp.Diff(checked(all), checked(some)); diff != "" {
		t.Errorf("checked (-all +some):\n%s", cut(diff))
	}
	want, _, err := site.Render(all.pages(false))
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := site.Render(some.pages(false))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Files, got.Files, cmp.Comparer(bytes.Equal)); diff != "" {
		t.Errorf("made (-all +some):\n%s", cut(diff))
	}
}

// checked gives what a check finds.
func checked(e *examined) map[string]any {
	return map[string]any{"faces": e.set.Faces, "findings": e.findings, "matrix": e.checked.Matrix, "outcome": e.outcome()}
}

// Of a notice that is changed while the site is made, nothing is published.
func TestANoticeThatChangesMeanwhileIsTold(t *testing.T) {
	t.Parallel()
	o := &office{state: state{files: town()}, folder: t.TempDir(), saved: map[string]string{}}
	o.save(t)
	e, err := examineBriefly(t.Context(), os.DirFS(o.folder), townDay(t), 0)
	if err != nil {
		t.Fatal(err)
	}
	const file = "content/notices/town/libraries.md"
	o.files = maps.Clone(o.files)
	o.files[file] += "\nAnd more.\n"
	o.save(t)
	_, _, err = site.Render(e.pages(true))
	if err == nil || !strings.Contains(err.Error(), file) || !strings.Contains(err.Error(), "changed meanwhile") {
		t.Errorf("got %v, and not that %s was changed", err, file)
	}
}

// compareBrief holds a clean run against one that has only some notices in memory at a
// time, as those of large sites do.
func (o *office) compareBrief(t *testing.T, clean ran) string {
	t.Helper()
	day := clean.examined.day
	e, err := examineBriefly(t.Context(), os.DirFS(o.folder), day, 0)
	if err != nil {
		return err.Error()
	}
	if len(clean.examined.set.Notices) > 0 && e.set.Completer == nil {
		return "all notices are in memory"
	}
	if wrong := o.compareChecked(t, e, day); wrong != "" {
		return wrong
	}
	out, _, err := site.Render(site.Input{
		Set: e.set, Findings: e.findings, Day: e.day, Draft: o.draft, Preview: o.preview, Overrides: e.fsys, Version: "test",
	})
	if err != nil || (out == nil) != (clean.output == nil) {
		return fmt.Sprintf("output: %v, %v", out != nil, err)
	}
	if out == nil {
		return ""
	}
	return cut(cmp.Diff(clean.output.Files, out.Files, cmp.Comparer(bytes.Equal)))
}

// compareChecked holds what was found against what is found when all notices are in
// memory.
func (o *office) compareChecked(t *testing.T, some *examined, day time.Time) string {
	t.Helper()
	all, err := examineFiles(t.Context(), os.DirFS(o.folder), day, nil)
	if err != nil {
		return err.Error()
	}
	if diff := cmp.Diff(checked(all), checked(some)); diff != "" {
		return "checked (-all notices in memory +some at a time):\n" + cut(diff)
	}
	return o.compareShards(t, all)
}
