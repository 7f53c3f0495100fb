// Package load reads a site's content files: it takes the file tree of a site
// and gives the notices, organisations and pages written there, each value with
// the place it stands at, and a finding for all that an author has to put right.
//
// Content is not trusted. Files are read as text, never executed; symbolic links
// are not followed; size, depth and length are limited; YAML is read into a tree
// of nodes and walked by this package, so that nothing is guessed: what was typed
// is what the model holds. Anchors, aliases, tags and merge keys are refused.
//
// A value that has a finding is left out of the model and keeps its Pos, so that
// "written, but wrong" and "not written" can be told apart. Where it is plain what
// was meant, as with capitals or a missing hyphen, that is used besides the
// finding: one slip is not to bring others about.
package load

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"notices.example/notices"
)

// Result is what was read.
type Result struct {
	Corpus   *notices.Corpus // never nil, nor is its Site
	Findings []notices.Finding
	Sources  Sources

	text func(path string) string // of a file that is not among the sources
}

// Text gives the text of a content file as Sources has it, or nothing when there is no
// such file.
func (r *Result) Text(path string) string {
	text, known := r.Sources[path]
	if !known && r.text != nil {
		return r.text(path)
	}
	return text
}

// Sources holds the text of every content file by its path, as it was read but
// with \n line ends, without a byte order mark, and with every letter and its
// accent as one character, so that columns are counted alike everywhere.
type Sources map[string]string

// Line gives a line of a file, counted from 1, or nothing when there is none.
func (s Sources) Line(file string, n int) string {
	text := s[file]
	for i := 1; ; i++ {
		line, rest, more := strings.Cut(text, "\n")
		if i == n {
			return line
		}
		if !more {
			return ""
		}
		text = rest
	}
}

// Load reads the content folder of the site whose root fsys is. Whatever an
// author can put right is a finding. The error is for trouble of the machine,
// such as a file that may not be read; even then the result holds all the rest.
func Load(fsys fs.FS) (*Result, error) { return (*Memory)(nil).Load(fsys) }

// Load is the function Load, which uses again what m has of the last run. The
// result is the same.
func (m *Memory) Load(fsys fs.FS) (*Result, error) {
	l, others := begin(m, fsys)
	m.readAll(fsys, others)
	l.takeAll(others)
	return l.end()
}

// loading is one call of Load.
type loading struct {
	memory  *Memory
	tree    *tree
	builder *corpusBuilder
	sources Sources
}

// begin finds the content files and reads that of the site, which says what the main
// language is. It gives all others.
func begin(m *Memory, fsys fs.FS) (l *loading, others []*file) {
	l = &loading{
		memory: m, tree: &tree{fsys: fsys}, sources: Sources{},
		builder: &corpusBuilder{corpus: &notices.Corpus{Site: &notices.Site{}, Fields: notices.NewFields()}, byID: map[string]*file{}},
	}
	l.tree.walk()
	site, others := l.tree.siteFirst()
	m.readAll(fsys, site)
	l.takeAll(site)
	m.speak(l.builder.language())
	return l, others
}

// takeAll takes what files say into the corpus.
func (l *loading) takeAll(files []*file) {
	for _, f := range files {
		if f.failed != nil {
			l.tree.errs = append(l.tree.errs, fmt.Errorf("read %s: %w", f.path, f.failed))
			l.builder.unread(f)
			continue
		}
		l.builder.add(f)
		if !f.brief {
			l.builder.corpus.Fields.Set(f.Path, f.reading.fields)
			if f.Kind != notices.VersionFile {
				l.sources[f.path] = f.reading.text
			}
		}
	}
}

// end puts together what was read.
func (l *loading) end() (*Result, error) {
	l.builder.finish()
	res := &Result{Corpus: l.builder.corpus, Findings: l.tree.findings, Sources: l.sources}
	for _, f := range l.tree.files {
		res.Findings = append(res.Findings, f.findings...)
	}
	l.memory.keep(l.tree.files)
	notices.SortFindings(res.Findings)
	return res, errors.Join(l.tree.errs...)
}

// siteFirst gives the file of the site, which says what the main language is, and
// then all others.
func (t *tree) siteFirst() (site, others []*file) {
	for _, f := range t.files {
		if f.Kind == notices.SiteFile && f.lang == "" {
			site = append(site, f)
		} else {
			others = append(others, f)
		}
	}
	return site, others
}
