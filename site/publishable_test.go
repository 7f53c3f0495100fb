package site_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"notices.example/site"
)

// What would be refused is known before anything is made, and nothing is changed.
func TestAFolderIsKnownToBeRefusedBeforehand(t *testing.T) {
	t.Parallel()
	source := t.TempDir()
	for name, c := range map[string]struct {
		dir     string
		file    string
		refused bool
	}{
		"not there yet":        {"public", "", false},
		"empty":                {"empty", ".", false},
		"somebody else's":      {"mine", "mine/letter.txt", true},
		"the source":           {".", "", true},
		"part of the source":   {"content/public", "", true},
		"a file":               {"file", "file", true},
		"one that was written": {"ours", "ours/", false},
	} {
		var err error
		dir := filepath.Join(source, filepath.FromSlash(c.dir))
		switch {
		case c.file == ".":
			err = os.MkdirAll(dir, 0o755)
		case c.file == "ours/":
			_, err = site.Publish(t.Context(), output("a.html", "1"), site.Target{Dir: dir, Sources: []string{source}})
		case c.file != "":
			file := filepath.Join(source, filepath.FromSlash(c.file))
			err = errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, nil, 0o644))
		}
		if err != nil {
			t.Fatal(err)
		}
		err = site.Publishable(site.Target{Dir: dir, Sources: []string{source}})
		if errors.Is(err, site.ErrRefused) != c.refused || !c.refused && err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
