package change

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices/settest"
)

var update = flag.Bool("update", false, "write what is expected anew")

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// Each file holds a small site, and edits of it: each is the replacement of some
// lines, and what is told of it. Edits are made one by one, each of the first version.
func TestChangesAreTold(t *testing.T) {
	t.Parallel()
	const file = "testdata/changes.txtar"
	archive := settest.Archive(t, file)
	base := fstest.MapFS{}
	for i, f := range archive.Files {
		name, edit := strings.CutPrefix(f.Name, "edit: ")
		if !edit {
			base[f.Name] = &fstest.MapFile{Data: f.Data}
			continue
		}
		asked, _, _ := strings.Cut(string(f.Data), "\n=>\n")
		told := tell(Compare(settest.Of(t, base), settest.Of(t, edited(t, base, asked)), day))
		want := asked + "\n=>\n" + told
		if *update {
			archive.Files[i].Data = []byte(want)
			continue
		}
		if diff := cmp.Diff(string(f.Data), want); diff != "" {
			t.Errorf("%s (-file +told):\n%s", name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(filepath.FromSlash(file), txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// edited makes an edit: a file name, the lines to be replaced, and those in their
// place, which begin with - and +.
func edited(t *testing.T, base fstest.MapFS, asked string) fstest.MapFS {
	t.Helper()
	name, edits, _ := strings.Cut(asked, "\n")
	text, ok := base[name]
	if !ok {
		t.Fatalf("there is no file %s", name)
	}
	var from, to strings.Builder
	for line := range strings.Lines(edits + "\n") {
		switch {
		case strings.HasPrefix(line, "-"):
			from.WriteString(line[1:])
		case strings.HasPrefix(line, "+"):
			to.WriteString(line[1:])
		}
	}
	if bytes.Count(text.Data, []byte(from.String())) != 1 {
		t.Fatalf("these lines do not stand in %s, or more than once:\n%s", name, &from)
	}
	changed := fstest.MapFS{}
	for n, f := range base {
		changed[n] = f
	}
	changed[name] = &fstest.MapFile{Data: bytes.Replace(text.Data, []byte(from.String()), []byte(to.String()), 1)}
	return changed
}

func tell(list []Notice) string {
	var b strings.Builder
	for _, n := range list {
		fmt.Fprintf(&b, "%s %s %s", n.ID, n.Status, n.Weight())
		if n.Undated {
			b.WriteString(" undated")
		}
		b.WriteByte('\n')
		for _, c := range n.Changes {
			fmt.Fprintf(&b, "  %s %s: %s\n", c.Section, c.Weight, c.Say)
		}
	}
	return b.String()
}
