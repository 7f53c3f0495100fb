package load

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"go.yaml.in/yaml/v4"
)

// seen is what is looked at of a node.
type seen struct {
	Kind         yaml.Kind
	Style        yaml.Style
	Value        string
	Line, Column int
	Remark       bool // behind a value without quotes
	Content      []seen
}

func seenOf(n *yaml.Node) seen {
	s := seen{Kind: n.Kind, Style: n.Style, Value: n.Value, Line: n.Line, Column: n.Column}
	s.Remark = n.Kind == yaml.ScalarNode && n.Style == 0 && n.LineComment != ""
	for i, c := range n.Content {
		s.Content = append(s.Content, seenOf(c))
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			s.Content[i].Remark = false // nobody looks at those of keys
		}
	}
	return s
}

// checkPlain holds the plain reader to the library: what it reads at all, it reads
// alike, and there is nothing in it to mend or refuse. It reports whether it did.
func checkPlain(t *testing.T, text string) bool {
	t.Helper()
	lines := strings.Split(text, "\n")
	p := plainReader{lines: lines, cut: lines[len(lines)-1] != "", nodes: &nodes{}}
	for _, line := range lines {
		p.typed = append(p.typed, isTyped(line))
	}
	got, ok := p.read()
	if !ok {
		return false
	}
	docs, err := readYAML(text)
	if err != nil || len(docs) != 1 {
		t.Errorf("read as plain, but the library gives %d documents and: %v\n%s", len(docs), err, text)
		return true
	}
	if diff := cmp.Diff(seenOf(docs[0].Content[0]), seenOf(got)); diff != "" {
		t.Errorf("(-library +plain):\n%s\n%s", diff, text)
	}
	f := newFile("content/notices/a.yaml", "notice", "a", "")
	f.lines = lines
	if f.mend(lines, 1); len(f.findings) > 0 {
		t.Errorf("read as plain, but there is something to mend: %v\n%s", f.findings, text)
	}
	if f.refuse(docs[0].Content[0], new(int)); len(f.findings) > 0 {
		t.Errorf("read as plain, but it is refused: %v\n%s", f.findings, text)
	}
	return true
}

// yamlIn gives the YAML in all files below folders: front matter, content, and the
// files in archives.
func yamlIn(tb testing.TB, folders ...string) []string {
	tb.Helper()
	var all []string
	add := func(text []byte) {
		s := strings.ReplaceAll(string(text), "\r\n", "\n")
		all = append(all, s)
		if rest, found := strings.CutPrefix(s, "---\n"); found {
			matter, _, _ := strings.Cut(rest, "\n---\n")
			all = append(all, matter+"\n")
		}
	}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			text, err := os.ReadFile(name)
			switch filepath.Ext(name) {
			case ".md", ".yaml":
				add(text)
			case ".txtar", ".txt":
				for _, f := range txtar.Parse(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))).Files {
					add(f.Data)
				}
			}
			return err
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return all
}

func TestPlainYAMLIsReadAsTheLibraryReadsIt(t *testing.T) {
	t.Parallel()
	plain, texts := 0, yamlIn(t, "../../content", "..", "../../cmd", "../../docs")
	for _, text := range texts {
		if checkPlain(t, text) {
			plain++
		}
	}
	if plain < len(texts)/4 {
		t.Errorf("of %d texts, only %d were read as plain", len(texts), plain)
	}
}

// A remark with a tab in it says nothing, but is for the library: what it reads is
// loaded alike, findings and all.
func TestPlainContentIsLoadedAlike(t *testing.T) {
	t.Parallel()
	plain, tabbed := map[string]string{}, map[string]string{}
	for i, text := range append(yamlIn(t, "../../content", "testdata", "../../cmd"), full) {
		if text = strings.TrimRight(text, "\n") + "\n"; !checkPlain(t, text) {
			continue
		}
		for _, name := range []string{"notices/n%d.yaml", "organisations/o%d.yaml", "shared/s%d.yaml"} {
			name = "content/" + fmt.Sprintf(name, i)
			plain[name], tabbed[name] = text, text+"#\tx\n"
		}
	}
	got, want := mustLoad(t, siteOf(plain)), mustLoad(t, siteOf(tabbed))
	for _, part := range [][2]any{{want.Findings, got.Findings}, {want.Corpus, got.Corpus}} {
		if !reflect.DeepEqual(part[0], part[1]) {
			t.Errorf("(-library +plain):\n%s", cmp.Diff(part[0], part[1]))
		}
	}
}

// All of the example is plain: where it is not, the reader has become too narrow.
func TestContentIsPlain(t *testing.T) {
	t.Parallel()
	for _, text := range yamlIn(t, "../../content") {
		if !strings.HasPrefix(text, "---") && !checkPlain(t, text) {
			t.Errorf("not read as plain:\n%s", text)
		}
	}
}

// slips are what may get into a text, or go wrong at its line ends.
var slips = []string{
	" ", "  ", "-", "- ", ":", ": ", "#", " # x", "'", "''", "\"", "[", "]", "{", "}", ",", "|", ">", "|-", ">-", "\\", "\t", "?", "&a", "*a", "!", "%", "@", "`",
	"\n", "\n\n", "\n  ", "\n # c\n", "none", "null", "~", "é", "’", "\u00a0", "•", "a", "<<: ", "---\n", "...\n", "key: v\n", "- x\n", "x:\n", "  more text\n",
	"{none: no}", "[a, b]",
}

// Content with a few slips is read alike, or left to the library: thousands of times, the
// same ones on every run.
func TestPlainYAMLWithSlipsIsReadAlike(t *testing.T) {
	t.Parallel()
	texts := yamlIn(t, "../../content", "testdata")
	r := rand.New(rand.NewPCG(1, 2))
	plain := 0
	for range 10_000 {
		lines := strings.SplitAfter(texts[r.IntN(len(texts))], "\n")
		from := r.IntN(len(lines))
		lines = slices.Clone(lines[from:min(from+3+r.IntN(8), len(lines))])
		lead := strings.Repeat(" ", indentOf(lines[0]))
		for i := range lines {
			lines[i] = strings.TrimPrefix(lines[i], lead)
		}
		for range r.IntN(4) {
			slipIn(r, lines)
		}
		if checkPlain(t, strings.ToValidUTF8(strings.Join(lines, ""), "")) {
			plain++
		}
	}
	if plain < 1000 {
		t.Errorf("only %d were read as plain", plain)
	}
}

// slipIn changes one of the lines.
func slipIn(r *rand.Rand, lines []string) {
	i, j := r.IntN(len(lines)), r.IntN(len(lines))
	line, word := lines[i], slips[r.IntN(len(slips))]
	at := r.IntN(len(line) + 1)
	switch r.IntN(5) {
	case 0:
		lines[i] = strings.Repeat(" ", r.IntN(4)) + strings.TrimLeft(line, " ")
	case 1:
		lines[i], lines[j] = lines[j], line
	case 2:
		lines[i] = line[:at] + word + line[at:]
	case 3:
		lines[i] = line[:at] + line[min(at+r.IntN(4), len(line)):]
	case 4:
		lines[i] = strings.TrimRight(line, "\n") + word + "\n"
	}
}

// FuzzPlainYAML holds the two readers equal for any text.
func FuzzPlainYAML(f *testing.F) {
	for _, text := range append(yamlIn(f, "../../content", "testdata"), full) {
		if len(text) < 3000 {
			f.Add(text)
		}
	}
	f.Add("a: 'it''s'\nb: [x, 'y', \"z\"] # r\nc: {none: Why, d: [e]}\nf: |\n  g\n\n  h\ni: >-\n  j\n  k\n\n  l\nm:\n- n # o\n- p: q\n  r:\n")
	f.Add("a: >\n b\n   c\n d\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1<<12 {
			checkPlain(t, text)
		}
	})
}
