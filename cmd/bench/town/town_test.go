package town_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/cmd/bench/town"
)

var update = flag.Bool("update", false, "write down anew what the town is")

// Figures of two days compare only when the content was the same.
func TestATownIsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	sum := sha256.New()
	for f := range town.Files(250) {
		sum.Write([]byte(f.Path + "\n"))
		sum.Write(f.Content)
	}
	got := hex.EncodeToString(sum.Sum(nil)) + "\n"
	const golden = "testdata/250.sum"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the town of 250 notices is another one than before. Figures from before cannot be compared with new ones: take the baselines of docs/bench anew, and run this test with -update.")
	}
}

func TestALargerTownHasTheSameNotices(t *testing.T) {
	t.Parallel()
	large := map[string][]byte{}
	for f := range town.Files(230) {
		large[f.Path] = f.Content
	}
	for f := range town.Files(130) {
		if !bytes.Equal(large[f.Path], f.Content) {
			t.Errorf("%s is not the same in a larger town", f.Path)
		}
	}
}

func TestNoFileIsThereTwice(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	notices := 0
	for f := range town.Files(1200) {
		if seen[f.Path] {
			t.Errorf("%s is there twice", f.Path)
		}
		seen[f.Path] = true
		if strings.HasPrefix(f.Path, "content/notices/") && !strings.HasSuffix(f.Path, ".cy.md") {
			notices++
		}
	}
	if notices != 1200 {
		t.Errorf("%d notices, not 1200", notices)
	}
}

// What the notices have in them is what docs/speed.md says of them.
func TestANoticeIsOfTheSizeThatIsSaid(t *testing.T) {
	t.Parallel()
	files := town.FS(100)
	welsh := 0
	for _, i := range []int{1, 42, 99} {
		text := string(contentOf(t, files, town.Notice(i)))
		front, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
		got := map[string]int{}
		section := ""
		for line := range strings.Lines(front) {
			if !strings.HasPrefix(line, " ") {
				section, _, _ = strings.Cut(line, ":")
			} else if strings.HasPrefix(line, "  - ") {
				got[section]++
			}
		}
		want := map[string]int{"purposes": 8, "data": 10, "recipients": 4, "retention": 4}
		for name, n := range want {
			if got[name] != n {
				t.Errorf("notice %d has %d %s, not %d", i, got[name], name, n)
			}
		}
		if n := len(regexp.MustCompile(`\]\(`).FindAllString(body, -1)); n != 4 {
			t.Errorf("notice %d has %d links, not 4", i, n)
		}
		if n := len(strings.Fields(body)); n < 550 || n > 750 {
			t.Errorf("notice %d has %d words", i, n)
		}
		if len(front) < 5500 || len(front) > 7000 {
			t.Errorf("the front matter of notice %d has %d bytes", i, len(front))
		}
	}
	err := fs.WalkDir(files, "content/notices", func(name string, entry fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".cy.md") {
			welsh++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if welsh != 5 {
		t.Errorf("%d of 100 notices are in Welsh, not 5", welsh)
	}
}

func TestATownIsWrittenAsItIs(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := town.Write(folder, 30); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for f := range town.Files(30) {
		want[f.Path] = string(f.Content)
	}
	got := map[string]string{}
	written := os.DirFS(folder)
	err := fs.WalkDir(written, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		got[name] = string(contentOf(t, written, name))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func contentOf(t *testing.T, files fs.FS, name string) []byte {
	t.Helper()
	text, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The short notices are about as long as they are said to be, in one language.
func TestShortNoticesAreShort(t *testing.T) {
	t.Parallel()
	count, size := 0, 0
	for f := range town.Short(300) {
		if strings.HasPrefix(f.Path, "content/notices/") && !strings.HasSuffix(f.Path, "corporate.md") {
			count, size = count+1, size+len(f.Content)
			if bytes.ContainsAny(f.Content, "{}") {
				t.Errorf("%s: %s", f.Path, f.Content)
			}
		}
		if strings.Contains(f.Path, ".cy.") {
			t.Errorf("%s is in another language", f.Path)
		}
	}
	if each := size / count; count != 297 || each < 1050 || each > 1200 {
		t.Errorf("%d notices of %d bytes", count, each)
	}
}
