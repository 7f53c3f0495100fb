// Package tidy puts the facts of a content file into one order and one way of
// quoting, so that who writes next, or a program, changes only what is different.
// It takes the text of a file that load can read and gives the same facts as text:
// keys as docs/keys.md lists them, comments beside what they are about, quotes where
// they are needed. It moves whole lines; a long text keeps its lines, a list its
// items, what stands in brackets its order, and the Markdown below the facts every
// byte. Line ends and a byte order mark stay as they are.
//
// It refuses what it cannot do without a doubt. What it made is read again and held
// to what was there: a text comes back changed only when it means the same.
package tidy

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
)

// ErrLeft is of a text that was left as it is, because it cannot be read, or not
// be put in order without a doubt.
var ErrLeft = errors.New("it was left as it is")

// Text gives the text of a content file in order. The error wraps ErrLeft.
func Text(kind notices.FileKind, markdown bool, text string) (string, error) {
	return rewritten(kind, markdown, text, inOrder)
}

// InFull gives the text of a content file in order, and with its short forms in full: a
// list as a list, even of one; a group as names and values, where plain text can stand for
// it; that there is none as the one item of a list; and in quotes what a program may take
// for a number. A content management system knows no other form. The error wraps ErrLeft.
func InFull(kind notices.FileKind, markdown bool, text string) (string, error) {
	text, err := rewritten(kind, markdown, text, filled)
	if err != nil {
		return text, err
	}
	return Text(kind, markdown, text)
}

// rewritten gives a text with other lines for its facts.
func rewritten(kind notices.FileKind, markdown bool, text string, facts func(notices.FileKind, []string, bool) ([]string, error)) (string, error) {
	const mark = "\ufeff"
	rest, marked := strings.CutPrefix(text, mark)
	end := "\n"
	if at := strings.IndexByte(rest, '\n'); at > 0 && rest[at-1] == '\r' {
		end = "\r\n"
	}
	lines := strings.Split(strings.ReplaceAll(rest, "\r\n", "\n"), "\n")
	if strings.ContainsAny(strings.Join(lines, ""), "\r\x00") {
		return text, fmt.Errorf("%w: it has characters that no text has", ErrLeft)
	}
	from, to := 0, len(lines)
	if markdown {
		var fenced bool
		if from, to, fenced = matter(lines); !fenced {
			return text, fmt.Errorf("%w: its facts do not stand between two lines of three hyphens", ErrLeft)
		}
	}
	written, err := facts(kind, lines[from:to], !markdown)
	if err != nil {
		return text, err
	}
	out := strings.Join(slices.Concat(lines[:from], written, lines[to:]), end)
	if markdown {
		out = strings.Join(slices.Concat(lines[:from], written, lines[to:to+1]), end) + bodyOf(rest, to)
	}
	if marked {
		out = mark + out
	}
	return out, nil
}

// matter gives the lines between the two that consist of three hyphens.
func matter(lines []string) (from, to int, ok bool) {
	open := slices.IndexFunc(lines, func(s string) bool { return strings.TrimSpace(s) != "" })
	if open < 0 || strings.TrimSpace(lines[open]) != "---" {
		return 0, 0, false
	}
	for i := open + 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) == "---" {
			return open + 1, i, true
		}
	}
	return 0, 0, false
}

// bodyOf is all behind a line, byte for byte, from its line end on.
func bodyOf(text string, line int) string {
	for ; line > 0; line-- {
		_, text, _ = strings.Cut(text, "\n")
	}
	if at := strings.IndexByte(text, '\n'); at > 0 && text[at-1] == '\r' {
		return text[at-1:]
	} else if at >= 0 {
		return text[at:]
	}
	return ""
}

// inOrder puts the lines of YAML in order. When they are a whole file, its last line
// gets an end, unless that would be one more letter of a text.
func inOrder(kind notices.FileKind, lines []string, whole bool) ([]string, error) {
	root, err := read(lines)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrLeft, err)
	}
	if root == nil {
		return lines, nil
	}
	s := newSheet(lines, root)
	quote(s, root, typeOf(kind, root))
	s.trim()
	out := s.value(root, typeOf(kind, root), 0, len(s.lines))
	if last := len(lines) - 1; whole && lines[last] != "" && !s.inside[last] {
		out = append(slices.Clip(out), "")
	}
	after, err := read(out)
	if err != nil || !same(root, after) || !slices.Equal(comments(s), comments(newSheet(out, after))) {
		return nil, fmt.Errorf("%w: its facts are written in a way that cannot be put in order without a doubt", ErrLeft)
	}
	return out, nil
}
