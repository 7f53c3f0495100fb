package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// hostile is one input that nobody should send: the site without a fault, and one
// fault. testdata/hostile/README.md says how they are written.
type hostile struct {
	row     string // of the table in docs/security.md
	name    string
	expect  string // ACCEPT, WARN, REJECT or LIMIT
	finding string // rule@line:col in the file with the fault, or rule@file:line:col
	words   []string
	changes []alteration
	shows   string // what a page says; "=" when all files are as they are without the fault
}

// alteration is one change to the files of the site.
type alteration struct{ file, old, by string }

// anyFile is the file that a fault is in when the table names none.
const anyFile = "content/notices/parking.md"

// hostileCases reads the table of the cases. A line without a name goes on with the
// one above.
func hostileCases(t *testing.T) (cases []*hostile) {
	t.Helper()
	table, err := os.ReadFile("testdata/hostile/cases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimRight(string(table), "\n"), "\n")[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != 9 {
			t.Fatalf("line %d has %d cells, want 9", i+2, len(cells))
		}
		fault := alteration{file: written(t, or(cells[5], anyFile)), old: written(t, cells[6]), by: written(t, cells[7])}
		if cells[1] == "" {
			last := cases[len(cases)-1]
			last.changes = append(last.changes, fault)
			continue
		}
		h := &hostile{row: cells[0], name: cells[1], expect: cells[2], finding: cells[3], changes: []alteration{fault}, shows: written(t, cells[8])}
		if cells[4] != "" {
			h.words = strings.Split(written(t, cells[4]), " … ")
		}
		cases = append(cases, h)
	}
	return cases
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

var repeated = regexp.MustCompile(`(?s)⟦(\d+)×(.*?)⟧`)

// written gives the text that a cell stands for: with Go's escapes, and with
// ⟦n×text⟧ written n times, № in it being the number of the time.
func written(t *testing.T, cell string) string {
	t.Helper()
	var b strings.Builder
	for cell != "" {
		if cell[0] != '\\' {
			b.WriteByte(cell[0])
			cell = cell[1:]
			continue
		}
		letter, wide, rest, err := strconv.UnquoteChar(cell, 0)
		if err != nil {
			t.Fatalf("%q: %v", cell, err)
		}
		if wide {
			b.WriteRune(letter)
		} else {
			b.WriteByte(byte(letter))
		}
		cell = rest
	}
	return repeated.ReplaceAllStringFunc(b.String(), func(recipe string) string {
		m := repeated.FindStringSubmatch(recipe)
		times, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for i := range times {
			all.WriteString(strings.ReplaceAll(m[2], "№", strconv.Itoa(i)))
		}
		return all.String()
	})
}

// faultless gives the files of the site without a fault.
func faultless(t *testing.T) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/hostile/baseline.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// apply gives the text of a file with the change made to it.
func (c alteration) apply(t *testing.T, text string) string {
	t.Helper()
	const fence = "\n---\n\n" // ends the facts
	facts, body, _ := strings.Cut(text, fence)
	switch c.old {
	case "NEW", "ALL":
		return c.by
	case "START":
		return c.by + text
	case "END":
		return text + c.by
	case "FACTS":
		return facts + "\n" + c.by + fence[1:] + body
	case "BODY":
		return facts + fence + c.by
	}
	if every, all := strings.CutPrefix(c.old, "*"); all {
		return strings.ReplaceAll(text, every, c.by)
	}
	if strings.Count(text, c.old) != 1 {
		t.Fatalf("%q stands %d times in %s, want once", c.old, strings.Count(text, c.old), c.file)
	}
	return strings.Replace(text, c.old, c.by, 1)
}

// write writes the site with the fault to a folder.
func (h *hostile) write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for _, c := range h.changes {
		text := files[c.file]
		if c.old == "NEW" && c.by == "" {
			c.by = strings.Replace(files[anyFile], "title: Parking permits", "title: Other permits", 1)
		}
		files[c.file] = c.apply(t, text)
	}
	writeSite(t, dir, files)
}

func writeSite(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
