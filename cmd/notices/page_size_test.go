package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"notices.example/site/browsertest"
)

// maxNoticePage is how many bytes a notice's page and the style sheet may have
// together, compressed: what a telephone on a poor line gets at once.
const maxNoticePage = 14 << 10

func TestANoticeIsQuickToLoad(t *testing.T) {
	t.Parallel()
	dir := buildExample(t)
	styles, err := filepath.Glob(filepath.Join(dir, "assets", "*.css"))
	if err != nil || len(styles) != 1 {
		t.Fatalf("got the styles %q, error %v", styles, err)
	}
	style := compressedSize(t, styles[0])
	for _, page := range browsertest.Pages(t, dir) {
		if !strings.HasPrefix(page, "notices/") || strings.Contains(path.Base(page), ".large.") {
			continue
		}
		if n := compressedSize(t, filepath.Join(dir, page)) + style; n > maxNoticePage {
			t.Errorf("%s has %d bytes with its style, compressed; at most %d are allowed", page, n, maxNoticePage)
		}
	}
}

func compressedSize(t *testing.T, file string) int {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
