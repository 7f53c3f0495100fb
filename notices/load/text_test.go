package load

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// first gives the place and rule of every finding, and the message of the first.
func first(res *Result) (places []string, message string) {
	for _, f := range res.Findings {
		places = append(places, f.Pos.String()+" "+f.Rule)
	}
	if len(res.Findings) > 0 {
		message = res.Findings[0].Message
	}
	return places, message
}

func TestCharactersThatAreNoTextAreReportedWhereTheyStand(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want, words string }{
		"Latin-1":           {"title: x\nsummary: caf\xe9 on sea\n", "2:13 text-encoding", `It was probably “é”, as in “café”`},
		"Windows quote":     {"title: \x93x\x94\n", "1:8 text-encoding", `““”`},
		"overlong":          {"title: \xc0\xaf\n", "1:8 text-encoding", "byte 0xC0"},
		"UTF-16":            {"\xff\xfet\x00", "1:1 text-encoding", "UTF-16"},
		"UTF-16 no mark":    {"\x00t\x00i\x00t", "1:1 text-encoding", "UTF-16"},
		"gzip":              {"\x1f\x8b\x08\x00", "1:1 text-encoding", "compressed"},
		"picture":           {"\x89PNG\r\n\x1a\n", "1:1 text-encoding", "picture"},
		"Word":              {"PK\x03\x04\x14", "1:1 text-encoding", "Word document"},
		"replacement":       {"title: caf\ufffd\n", "1:11 text-encoding", "U+FFFD"},
		"NUL":               {"title: a\x00b\n", "1:9 text-control", "U+0000"},
		"bell":              {"title: a\ab\n", "1:9 text-control", "U+0007"},
		"delete":            {"title: a\x7fb\n", "1:9 text-control", "U+007F"},
		"C1":                {"title: a\u0090b\n", "1:9 text-control", "U+0090"},
		"escape sequence":   {"title: \"a\\e[31mb\"\n", "1:8 text-control", "U+001B"},
		"escaped NUL":       {"title: \"a\\0b\"\n", "1:8 text-control", "U+0000"},
		"escaped direction": {"title: \"a\\u202eb\"\n", "1:8 text-invisible", "U+202E"},
		"direction":         {"title: a\u202eb\n", "1:9 text-invisible", "U+202E"},
		"isolate":           {"title: a\u2066b\n", "1:9 text-invisible", "U+2066"},
		"zero width":        {"title: é\u200bb\n", "1:9 text-invisible", "U+200B"},
		"joiner":            {"title: a\u200db\n", "1:9 text-invisible", "U+200D"},
		"mark inside":       {"title: a\ufeffb\n", "1:9 text-invisible", "U+FEFF"},
		"tag character":     {"title: a\U000e0041b\n", "1:9 text-invisible", "U+E0041"},
		"line separator":    {"title: a\u2028b\nkind: service\n", "1:9 text-invisible", "U+2028"},
		"next line":         {"title: a\u0085b\nkind: service\n", "1:9 text-invisible", "U+0085"},
		"soft hyphen":       {"title: a\u00adb\n", "1:9 text-invisible", "hyphen"},
		"Word bullet":       {"title: \uf0b7 b\n", "1:8 text-invisible", "bullet"},
		"old Mac":           {"title: a\rkind: service\r", "1:9 text-line-ends", "old Mac"},
		"conflict":          {"<<<<<<< HEAD\ntitle: a\n", "1:1 text-conflict", "Two people"},
		"long line":         {"title: " + strings.Repeat("x", maxLine) + "\n", "1:1 file-too-large", "longer than"},
		"large file":        {strings.Repeat("title: x\n", 1<<17), " file-too-large", "KB"},
		"large facts":       {strings.Repeat("# remark\n", 1<<16), "1:1 file-too-large", "KB"},
		"many facts":        {"security: [" + strings.Repeat("a,\n ", 20_001) + "a]\n", "19998:2 file-too-large", "facts"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			res := mustLoad(t, siteOf(map[string]string{"content/notices/x.yaml": c.text}))
			checkPlaces(t, res)
			places, message := first(res)
			want := []string{strings.Replace("content/notices/x.yaml:"+c.want, ": ", " ", 1)}
			if diff := cmp.Diff(want, places); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if !strings.Contains(message, c.words) {
				t.Errorf("message %q lacks %q", message, c.words)
			}
		})
	}
}

func TestFindingsOfOneKindAreLimited(t *testing.T) {
	t.Parallel()
	res := mustLoad(t, siteOf(map[string]string{"content/notices/x.md": "---\ntitle: x\n---\n" + strings.Repeat("a\u200b\n", 500)}))
	if len(res.Findings) != maxSame {
		t.Errorf("%d findings, want %d", len(res.Findings), maxSame)
	}
}

func TestMissingContentIsAFinding(t *testing.T) {
	t.Parallel()
	res := mustLoad(t, fstest.MapFS{})
	if places, _ := first(res); !cmp.Equal(places, []string{"content/site.yaml site-missing"}) || res.Corpus.Site == nil {
		t.Errorf("findings %q, site %v", places, res.Corpus.Site)
	}
	res = mustLoad(t, fstest.MapFS{"content": {Data: []byte("x")}})
	if places, _ := first(res); !cmp.Equal(places, []string{"content file-unexpected"}) {
		t.Errorf("findings %q", places)
	}
}

func TestLinksAndPipesAreNotRead(t *testing.T) {
	t.Parallel()
	fsys := siteOf(map[string]string{"secret.md": "---\ntitle: Secret\n---\n"})
	fsys["content/notices/link.md"] = &fstest.MapFile{Data: []byte("../../secret.md"), Mode: fs.ModeSymlink}
	fsys["content/notices/folder"] = &fstest.MapFile{Data: []byte("../.."), Mode: fs.ModeSymlink}
	fsys["content/notices/pipe.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	fsys["content/pages"] = &fstest.MapFile{Data: []byte("/etc"), Mode: fs.ModeSymlink}
	res := mustLoad(t, fsys)
	places, _ := first(res)
	want := []string{"content/notices/folder file-link", "content/notices/link.md file-link", "content/notices/pipe.md file-link", "content/pages file-link"}
	if diff := cmp.Diff(want, places); diff != "" || len(res.Corpus.Notices) != 0 {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// locked refuses to open one file.
type locked struct {
	fstest.MapFS
	name string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func TestUnreadableFileIsAnErrorAndTheRestIsRead(t *testing.T) {
	t.Parallel()
	fsys := siteOf(map[string]string{"content/notices/a.yaml": "title: A\n", "content/notices/b.yaml": "title: B\n"})
	res, err := Load(locked{fsys, "content/notices/a.yaml"})
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "content/notices/a.yaml") {
		t.Errorf("error %v", err)
	}
	if len(res.Corpus.Notices) != 1 || len(res.Corpus.Unread) != 1 || len(res.Findings) != 0 {
		t.Errorf("%d notices, %d unread, findings:\n%s", len(res.Corpus.Notices), len(res.Corpus.Unread), report(res))
	}
}

func TestAStrangeFileNameStaysOnOneLine(t *testing.T) {
	t.Parallel()
	res := mustLoad(t, siteOf(map[string]string{"content/notices/a\n::error::b\x1b.md": "---\ntitle: x\n---\n"}))
	out := report(res)
	if len(res.Findings) != 1 || strings.Contains(out, "\n::error") || strings.Contains(out, "\x1b") {
		t.Errorf("findings:\n%q", out)
	}
}

func TestSourcesGiveLines(t *testing.T) {
	t.Parallel()
	s := Sources{"a": "one\n\nthree"}
	for n, want := range []string{"", "one", "", "three", ""} {
		if got := s.Line("a", n); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
	if got := s.Line("b", 1); got != "" {
		t.Errorf("Line of no file = %q", got)
	}
}

// TestRealFilesAreRead goes through the operating system once.
func TestRealFilesAreRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{"content/site.yaml": "title: Site\n", "content/notices/a/b.md": "---\ntitle: B\n---\n"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	res := mustLoad(t, os.DirFS(dir))
	if len(res.Findings) > 0 || len(res.Corpus.Notices) != 1 || res.Corpus.Notices[0].ID.Value != "a/b" {
		t.Errorf("notices %v, findings:\n%s", res.Corpus.Notices, report(res))
	}
}

// TestHardTextsAreQuick holds texts that make careless programs slow.
func TestHardTextsAreQuick(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"many keys":       strings.Repeat("k: v\n", 19_000/2),
		"brackets":        "title: " + strings.Repeat("[", 19_000) + "\n",
		"colons":          strings.Repeat("title: a: b\n", 10_000),
		"unclosed quotes": strings.Repeat("title: \"a\n", 10_000),
		"indentation":     strings.Repeat(" a:\n", 10_000),
		"accents":         "title: " + strings.Repeat("e\u0301", 9_000) + "\n",
		"aliases":         "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n",
	} {
		start := time.Now()
		res := mustLoad(t, siteOf(map[string]string{"content/notices/x.yaml": text}))
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s: took %v", name, took)
		}
		checkPlaces(t, res)
	}
}
