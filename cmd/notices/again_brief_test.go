package main

import (
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

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
	return o.compareChecked(t, e, day)
}

// compareChecked holds what was found against what is found when all notices are in
// memory.
func (o *office) compareChecked(t *testing.T, some *examined, day time.Time) string {
	t.Helper()
	all, err := examineFiles(t.Context(), os.DirFS(o.folder), day, nil)
	if err != nil {
		return err.Error()
	}
	for _, part := range []struct {
		name      string
		all, some any
	}{
		{"faces", all.set.Faces, some.set.Faces},
		{"findings", all.findings, some.findings},
		{"matrix", all.checked.Matrix, some.checked.Matrix},
		{"outcome", all.outcome(), some.outcome()},
	} {
		if diff := cmp.Diff(part.all, part.some); diff != "" {
			return part.name + " (-all notices in memory +some at a time):\n" + cut(diff)
		}
	}
	return ""
}
