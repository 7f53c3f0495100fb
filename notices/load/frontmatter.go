package load

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/adrg/frontmatter"

	"notices.example/notices"
)

// matter is where the YAML of a file is, and the text below it.
type matter struct {
	yaml  string
	lines []string // of the YAML
	typed []bool   // of these: see isTyped
	first int      // the line of the file on which the YAML begins
	body  notices.Markdown
}

// split parts a Markdown file into front matter and body. A .yaml file is all YAML.
func (f *file) split() matter {
	if !f.isMarkdown() {
		return matter{yaml: f.text, lines: f.lines, typed: f.typed, first: 1}
	}
	open := f.firstWritten()
	last := f.closing(open)
	if last == 0 {
		f.reportNoMatter()
		return matter{}
	}
	if open > 1 {
		f.report(ruleMatterMissing, f.at(open, 1, 3), "The --- that begins the notice's facts is not on the first line.", "Delete the empty lines above it.")
	}
	if strings.TrimLeft(f.line(last), " \t") != f.line(last) {
		f.fatal(ruleMatterClosedEarly, f.at(last, 1, len(f.line(last))),
			"This --- is taken as the end of the facts, although it stands inside a text. What follows would be published as it is.",
			"Delete this line, or use *** for a line across the page.")
	}
	return matter{
		yaml: f.text[f.offset(open+1):f.offset(last)], lines: f.lines[open : last-1], typed: f.typed[open : last-1], first: open + 1,
		body: f.body(f.text[min(f.offset(last+1), len(f.text)):], last+1),
	}
}

// closing gives the line of three hyphens that ends front matter which begins on line
// open; 0 when there is none. Where hyphens stand in one place only, that is it.
func (f *file) closing(open int) int {
	const hyphens = "---"
	for i := 1; i < len(f.lines)-1 && f.lines[0] == hyphens; i++ {
		switch line := f.lines[i]; {
		case line == hyphens && i > 1 && f.lines[1] != "":
			return i + 1
		case strings.Contains(line, hyphens):
			return f.closingAsFound(open)
		}
	}
	return f.closingAsFound(open)
}

// closingAsFound is closing as a library finds it that other generators use too. It
// reads none of the YAML itself: its reader guesses types.
func (f *file) closingAsFound(open int) int {
	lines := 0
	format := frontmatter.NewFormat("---", "---", func(matter []byte, _ any) error {
		lines = bytes.Count(matter, []byte("\n"))
		return nil
	})
	if _, err := frontmatter.MustParse(strings.NewReader(f.text), &struct{}{}, format); err != nil {
		return 0 // only frontmatter.ErrNotFound: neither the reader nor the format fails
	}
	return open + 1 + lines
}

// offset is where a line begins in the text, in bytes. Behind the last line it is more
// than there are.
func (f *file) offset(line int) int {
	at := 0
	for _, above := range f.lines[:line-1] {
		at += len(above) + len("\n")
	}
	return at
}

// body is the Markdown below the front matter, which begins on line first. Empty
// lines before it are left out.
func (f *file) body(text string, first int) notices.Markdown {
	if strings.TrimSpace(text) == "" {
		return notices.Markdown{}
	}
	for {
		line, rest, _ := strings.Cut(text, "\n")
		if strings.TrimSpace(line) != "" {
			break
		}
		text = rest
		first++
	}
	return notices.Markdown{Source: text, Pos: f.at(first, 1, 0)}
}

// firstWritten is the first line that is not empty, from 1.
func (f *file) firstWritten() int {
	for i, line := range f.lines {
		if strings.TrimSpace(line) != "" {
			return i + 1
		}
	}
	return 1
}

// reportNoMatter says why no front matter was found.
func (f *file) reportNoMatter() {
	n := f.firstWritten()
	line := strings.TrimSpace(f.line(n))
	pos := f.at(n, 1, len(line))
	const form = "Begin the file with these lines:\n---\ntitle: Council tax\n---"
	switch {
	case line == "":
		f.fatal(ruleMatterMissing, f.at(1, 1, 0), "The file is empty.", form)
	case line == "---" || strings.HasPrefix(line, "---") && strings.Trim(line, "-") == "" && f.count("---") > 0:
		f.reportUnclosed(n, line, pos)
	case strings.Trim(line, "-—–") == "":
		f.fatal(ruleMatterMissing, pos, fmt.Sprintf("The first line is “%s”, but the facts begin after exactly three hyphens.", line), "Make it three hyphens, on a line of their own:\n---")
	case line == "+++", strings.HasPrefix(line, "---toml"), strings.HasPrefix(line, "{"), line == ";;;":
		f.fatal(ruleMatterMissing, pos, "The facts above the text must be written in YAML; this looks like another form.", form)
	case strings.HasPrefix(line, "---"):
		f.fatal(ruleMatterMissing, pos, fmt.Sprintf("The first line is “%s”, but nothing else may stand on the line with the three hyphens.", line), "Make it three hyphens, on a line of their own:\n---")
	default:
		f.fatal(ruleMatterMissing, f.at(n, 1, 0), "The file does not begin with its facts, such as its title, between two lines of three hyphens.", form)
	}
}

func (f *file) reportUnclosed(n int, line string, pos notices.Pos) {
	if line != "---" {
		f.fatal(ruleMatterMissing, pos, fmt.Sprintf("The first line is “%s”: it has more than three hyphens.", line), "Use exactly three hyphens:\n---")
		return
	}
	fix := "Put a line with three hyphens below the facts, above the text:\n---"
	for i := n + 1; i <= len(f.lines); i++ {
		s := strings.TrimSpace(f.line(i))
		if len(s) > 1 && strings.Trim(s, "-—–") == "" {
			fix = fmt.Sprintf("Line %d is “%s”. Make it exactly three hyphens:\n---", i, s)
			break
		}
		if strings.HasPrefix(s, "#") && strings.HasPrefix(strings.TrimLeft(s, "#"), " ") && s[1] == '#' {
			fix = fmt.Sprintf("Put a line with three hyphens above line %d, where the text begins:\n---", i)
			break
		}
	}
	f.fatal(ruleMatterNotClosed, pos, "The facts begin here, but the line of three hyphens that ends them is missing.", fix)
}

// count says how many lines are exactly s.
func (f *file) count(s string) int {
	n := 0
	for _, line := range f.lines {
		if strings.TrimSpace(line) == s {
			n++
		}
	}
	return n
}
