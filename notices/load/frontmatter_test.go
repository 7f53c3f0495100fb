package load

import (
	"strings"
	"testing"

	"github.com/adrg/frontmatter"
)

// checkMatter holds the parts that are taken out of a file's text, by lines, to what the
// library gives.
func checkMatter(t *testing.T, text string) {
	t.Helper()
	var want string
	format := frontmatter.NewFormat("---", "---", func(matter []byte, _ any) error {
		want = string(matter)
		return nil
	})
	body, err := frontmatter.MustParse(strings.NewReader(text), &struct{}{}, format)

	f := newFile("content/notices/a.md", "notice", "a", "")
	f.text, f.lines = text, strings.Split(text, "\n")
	open := f.firstWritten()
	last := f.closing(open)
	if (last > 0) != (err == nil) {
		t.Fatalf("closed on line %d, and the library says %v\n%q", last, err, text)
	}
	if found := f.closingAsFound(open); found != last {
		t.Fatalf("closed on line %d, and the library says %d\n%q", last, found, text)
	}
	if last == 0 {
		return
	}
	if got := f.text[f.offset(open+1):f.offset(last)]; got != want {
		t.Errorf("front matter %q, want %q\n%q", got, want, text)
	}
	if got := f.text[min(f.offset(last+1), len(text)):]; got != string(body) {
		t.Errorf("body %q, want %q\n%q", got, body, text)
	}
}

func TestFrontMatterIsWhereALibraryFindsIt(t *testing.T) {
	t.Parallel()
	for _, text := range append(yamlIn(t, "../../content", "testdata"), full, "", "---", "---\n", "---\n---", "\n \n--- \na: b\n ---\t\nc\n---\n", "a\n---\n---\n", "---\na: b\n---", "---\na: b\n --- \nc\n---\n", "---\na: ---\n---\n", "---\na\n----\n---\nb", "---\n\n---\n", "--- \na\n---\n") {
		checkMatter(t, text)
	}
}
