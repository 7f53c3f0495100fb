package prose_test

import (
	"strings"
	"testing"

	"notices.example/notices/prose"
)

func TestTarget(t *testing.T) {
	t.Parallel()
	tests := []struct {
		from, destination string
		file, fragment    string
		local             bool
	}{
		{"notices/a/b.md", "c.md", "notices/a/c.md", "", true},
		{"notices/a/b.md", "../c.md#d", "notices/c.md", "d", true},
		{"notices/a/b.md", "./c.md", "notices/a/c.md", "", true},
		{"notices/a/b.md", "../../organisations/y.yaml", "organisations/y.yaml", "", true},
		{"notices/a/b.md", "#d", "notices/a/b.md", "d", true},
		{"notices/a/b.md", "#%C5%B4yr", "notices/a/b.md", "Ŵyr", true},
		{"notices/a/b.md", "c%20d.md", "notices/a/c d.md", "", true},
		{"notices/a/b.md", "c.md#", "notices/a/c.md", "", true},
		{"notices/a/b.md", "../../../etc/passwd", "", "", false},
		{"notices/a/b.md", "..%2f..%2f..%2fetc/passwd", "", "", false},
		{"notices/a/b.md", "../../..", "", "", false},
		{"notices/a/b.md", "/c.md", "", "", false},
		{"notices/a/b.md", "https://example.gov.uk/c.md", "", "", false},
		{"notices/a/b.md", "//example.gov.uk/c.md", "", "", false},
		{"notices/a/b.md", "mailto:a@example.gov.uk", "", "", false},
		{"notices/a/b.md", `..\c.md`, "", "", false},
		{"notices/a/b.md", "c.md?d", "", "", false},
		{"notices/a/b.md", "#", "", "", false},
		{"notices/a/b.md", "", "", "", false},
	}
	for _, tt := range tests {
		file, fragment, local := prose.Target(tt.from, tt.destination)
		if file != tt.file || fragment != tt.fragment || local != tt.local {
			t.Errorf("Target(%q, %q) = %q, %q, %t, want %q, %q, %t",
				tt.from, tt.destination, file, fragment, local, tt.file, tt.fragment, tt.local)
		}
	}
}

// What is taken for a plain path is parted as package url does it.
func FuzzPlainPath(f *testing.F) {
	for _, address := range []string{"a.md", "../a/b.md#c", "#d", "#", "##", "a#b#c", "/a", "//a", "www.a", "WWW.a/b", "ww.a", "a.md#", "a_b/./c..d", "-", ".."} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		file, fragment, plain, local := prose.PartsOf(address)
		if !plain {
			return
		}
		wantFile, wantFragment, _ := strings.Cut(address, "#")
		if !local || file != wantFile || fragment != wantFragment {
			t.Errorf("%q: %q, %q, %t", address, file, fragment, local)
		}
	})
}
