package site

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/cmd/bench/town"
	"notices.example/notices"
	"notices.example/notices/prose"
)

// aLinkedText has all that plain texts are made of.
const aLinkedText = "Read [what we share](../organisations/rent.yaml#a) first.\n\n## With [them](https://rent.example/?a=b) {#recipients}\n\n- *[One](a.md)* and [two] [three](b.md)\n- > 2. [four](%63.md)\n\n| a | b |\n|---|---|\n| c | d |\n"

func TestPlainLinksAreFoundWithoutReadingMarkdown(t *testing.T) {
	t.Parallel()
	got, ok := plainlyLinked(aLinkedText)
	want := []string{"../organisations/rent.yaml#a", "https://rent.example/?a=b", "a.md", "b.md", "%63.md"}
	if diff := cmp.Diff(want, got); diff != "" || !ok {
		t.Errorf("%v (-want +got):\n%s", ok, diff)
	}
}

// What is found of a text without reading it as Markdown is what is found by reading it:
// with any letter of it another one, left out, or written twice.
func TestPlainLinksAreThoseOfMarkdown(t *testing.T) {
	t.Parallel()
	known := 0
	for at := range len(aLinkedText) {
		for _, other := range []string{
			"", "[", "]", "(", ")", "](", "[x](y)", "[x][y](z)", "[[x](y)](z)", "![x](y)", "|", "| [x](y) |", "{", "{a=\"[x](y)\"}", `\`, "&", "`", "~~~", "<", ">", "\n", "\n\n", "\n# ",
			"\n===\n", "    ", "\t", "\r", "\x00", "_", "**", "é", "\u00a0", " ", "\n[a]: b\n", strings.Repeat("> ", 17), strings.Repeat("*", 900), aLinkedText[at : at+1],
		} {
			text := aLinkedText[:at] + other + aLinkedText[at+1:]
			plain, ok := plainlyLinked(text)
			if !ok {
				continue
			}
			known++
			if diff := cmp.Diff(readLinks(text), plain); diff != "" {
				t.Fatalf("%q: (-read +plain):\n%s", text, diff)
			}
		}
	}
	if known < 10*len(aLinkedText) {
		t.Errorf("only %d were known", known)
	}
}

// The texts of a large site are of the plain kind, or there would be no use in it.
func TestPlainLinksAreThoseOfNotices(t *testing.T) {
	t.Parallel()
	files := town.FS(20)
	names, err := fs.Glob(files, "content/notices/*/*.md")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d notices, %v", len(names), err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(string(content), "\n---\n")
		plain, ok := plainlyLinked(body)
		if diff := cmp.Diff(readLinks(body), plain); diff != "" || !ok || len(plain) == 0 {
			t.Errorf("%s: %v (-read +plain):\n%s", name, ok, diff)
		}
	}
}

func FuzzPlainLinks(f *testing.F) {
	f.Add(aLinkedText)
	f.Add("[x [a](b) y](c)")
	f.Add("a\n[b](c)\n---\n[d](e)")
	f.Add("[a](b) | c\n--|--\n[d](e)|[f](g)|[h](i)")
	f.Fuzz(func(t *testing.T, text string) {
		plain, ok := plainlyLinked(text)
		if !ok {
			return
		}
		if diff := cmp.Diff(readLinks(text), plain); diff != "" {
			t.Errorf("(-read +plain):\n%s", diff)
		}
	})
}

func readLinks(text string) (destinations []string) {
	for _, link := range prose.ParseForPage(notices.Markdown{Source: text}).Links {
		destinations = append(destinations, link.Destination)
	}
	return destinations
}
