package load

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// The limits keep one bad file from taking all of the machine. Real notices are
// far below them.
const (
	maxFile   = 1 << 20   // bytes
	maxMatter = 512 << 10 // bytes of front matter or YAML
	maxLine   = 20_000    // characters
)

// file is one content file while it is read.
type file struct {
	notices.ContentFile
	path      string // as the file system has it; Path is the same made printable
	lang      string // of a translation; empty otherwise
	nameless  bool   // its name cannot be an ID: read for its findings only
	text      string // with \n line ends
	lines     []string
	typed     []bool // of lines: see isTyped
	broken    bool   // the text could not be read at all
	matter    matter
	fields    []notices.FieldStart
	root      *yaml.Node // while it is decoded
	placeless bool       // fields were not worked out: who reads briefly needs them for findings alone
	findings  []notices.Finding
	reading   *reading // what it was read as: all that is kept of it
	worker    *worker  // that reads it
	failed    error    // why its bytes could not be read
	brief     bool     // no more than others see of its notice is kept of it
	kept      kept     // and what it takes to give that as a whole
}

func newFile(name string, kind notices.FileKind, id, lang string) *file {
	return &file{
		ContentFile: notices.ContentFile{Path: printable(name), Kind: kind, ID: id, Title: id},
		path:        name,
		lang:        lang,
	}
}

// readText reads the text of the file and finds its YAML.
func (f *file) readText(raw string, whole bool) {
	if !whole {
		f.fatal(ruleFileTooLarge, f.whole(), fmt.Sprintf("This file is larger than %d KB.", maxFile>>10), "Split it into several notices, or take out what does not belong here.")
		return
	}
	f.text, f.broken = f.checkText(raw)
	if !f.broken {
		f.checkLines()
	}
	if !f.broken {
		f.matter = f.split()
	}
}

// setLines parts a text into lines. They stand in the worker's memory until the file
// is settled. It reports whether all of them have only what any keyboard can type.
func (f *file) setLines(text string) (typed bool) {
	w := f.worker
	typed = true
	w.lines, w.typed = w.lines[:0], w.typed[:0]
	for more := true; more; {
		var line string
		line, text, more = strings.Cut(text, "\n")
		here := isTyped(line)
		typed = typed && here
		w.lines, w.typed = append(w.lines, line), append(w.typed, here)
	}
	f.lines, f.typed = w.lines, w.typed
	return typed
}

// isTyped reports whether a line, counted from 1, has only what any keyboard can type: each
// letter is one byte then.
func (f *file) isTyped(line int) bool { return line > 0 && line <= len(f.typed) && f.typed[line-1] }

// readLimited reads a file into a buffer, which it makes larger where that is too
// small, and says whether it was within the limit.
func readLimited(fsys fs.FS, name string, buffer []byte) (raw []byte, whole bool, err error) {
	r, err := fsys.Open(name)
	if err != nil {
		return buffer, false, err
	}
	defer r.Close()
	b := bytes.NewBuffer(buffer)
	_, err = b.ReadFrom(io.LimitReader(r, maxFile+1))
	return b.Bytes(), b.Len() <= maxFile, err
}

// checkLines reports lines that no person wrote.
func (f *file) checkLines() {
	for i, line := range f.lines {
		if len(line) > maxLine && utf8.RuneCountInString(line) > maxLine {
			f.fatal(ruleFileTooLarge, f.at(i+1, 1, 0), fmt.Sprintf("This line is longer than %d characters.", maxLine), "Break it into several lines.")
			return
		}
	}
}

// decode reads the file's YAML and its Markdown into v, a pointer to the struct
// or list that files of its kind define. It reports whether there is anything.
func (f *file) decode(v any) bool {
	if f.broken {
		return false
	}
	root := f.parse()
	if f.broken {
		return false
	}
	f.root, f.placeless = root, true
	d := &decoder{file: f}
	d.root(root, reflect.ValueOf(v).Elem())
	if !f.worker.brief || len(f.findings) > 0 {
		f.findFields()
	}
	f.root = nil
	return true
}

// findFields works out what every place of the file is part of, unless that is known.
func (f *file) findFields() {
	if f.placeless {
		f.fields, f.placeless = f.fieldPaths(f.root), false
	}
}

// isMarkdown reports whether the file is front matter and Markdown.
func (f *file) isMarkdown() bool { return path.Ext(f.path) == ".md" }

// report adds a finding with the usual severity of its rule.
func (f *file) report(rule string, pos notices.Pos, message, fix string, related ...notices.Related) {
	f.add(notices.Finding{Rule: rule, Severity: severityOf(rule), Pos: pos, Message: message, Fix: fix, Related: related})
}

// fatal adds a finding that keeps the file from being read any further.
func (f *file) fatal(rule string, pos notices.Pos, message, fix string) {
	f.report(rule, pos, message, fix)
	f.broken = true
}

func (f *file) add(finding notices.Finding) {
	finding.Fix = setApart(finding.Fix)
	if f.Kind == notices.NoticeFile {
		finding.Notice = f.ID
	}
	f.findings = append(f.findings, finding)
}

// setApart puts an empty line between the sentence of a fix and the lines to
// paste, which is how reports tell them apart.
func setApart(fix string) string {
	sentence, lines, paste := strings.Cut(fix, "\n")
	if !paste {
		return fix
	}
	return sentence + "\n\n" + strings.TrimPrefix(lines, "\n")
}

// whole is the place of the file as such.
func (f *file) whole() notices.Pos { return notices.Pos{File: f.Path} }

// at gives a place in the file, moved to the nearest one that exists.
func (f *file) at(line, col, length int) notices.Pos {
	line = min(max(line, 1), max(len(f.lines), 1))
	width := len(f.line(line))
	if !f.isTyped(line) {
		width = utf8.RuneCountInString(f.line(line))
	}
	col = min(max(col, 1), width+1)
	return notices.Pos{File: f.Path, Line: line, Col: col, Len: max(min(length, width+1-col), 0)}
}

// line gives a line of the file, counted from 1.
func (f *file) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return f.lines[n-1]
}

// restOf is the text of a line from a column on.
func (f *file) restOf(line, col int) string {
	s := f.line(line)
	if f.isTyped(line) {
		return s[min(max(col-1, 0), len(s)):]
	}
	for ; col > 1 && s != ""; col-- {
		size := 1
		if s[0] >= utf8.RuneSelf {
			_, size = utf8.DecodeRuneInString(s)
		}
		s = s[size:]
	}
	return s
}
