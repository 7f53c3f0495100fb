package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/load"
	"notices.example/notices/report"
	"notices.example/site/preview"
)

// happened says in a few words what was done to files.
func (p *showing) happened(paths []string) string {
	if len(paths) == 0 {
		return "Looked at everything again"
	}
	_, err := os.Lstat(filepath.Join(p.source.source, filepath.FromSlash(paths[0])))
	switch {
	case len(paths) > 1:
		return fmt.Sprintf("Changed %d files", len(paths))
	case errors.Is(err, fs.ErrNotExist):
		return "Removed " + paths[0]
	}
	return "Saved " + paths[0]
}

// told gives the line about a round, and beneath it the first thing that came of it.
func (p *showing) told(why string, before preview.Edition, c preview.Change, took time.Duration) string {
	pages := pagesChanged(c)
	if before.Day.IsZero() && p.last.Output != nil {
		pages = counted(shown(c), "page", "pages")
	}
	line := fmt.Sprintf("%s: %s, %s, %d ms\n", why, pages, toPutRight(c, len(p.last.Broken)), took.Milliseconds())
	if f, still := first(p.last, before); still {
		line += "  still: " + named(f) + "\n"
	} else if f != nil {
		line += "  " + named(f) + "\n"
	}
	return report.Plain(line)
}

// named gives what a finding says, after its place if it has one: what is missing
// with its whole file has none.
func named(f *notices.Finding) string {
	if f.Pos.File == "" {
		return f.Message
	}
	return fmt.Sprintf("%s: %s", f.Pos, f.Message)
}

func pagesChanged(c preview.Change) string {
	switch {
	case c.Stale:
		return "no new pages can be made, those of before are shown"
	case shown(c) == 0:
		return "no page changed"
	}
	return counted(shown(c), "page", "pages") + " changed"
}

// shown counts the pages that changed. A page and its large print are one.
func shown(c preview.Change) int {
	n := 0
	for _, page := range c.Pages {
		if !strings.HasSuffix(page, ".large.html") {
			n++
		}
	}
	return n
}

// toPutRight says how much there is to do on the site, and how many files cannot be
// read.
func toPutRight(c preview.Change, unread int) string {
	if unread == 0 {
		return c.Said
	}
	return c.Said + ", " + counted(unread, "file cannot be read", "files cannot be read")
}

// first gives the finding to name in the terminal: of what is new, the weightiest in
// a file that was saved, a slip of writing before what is missing; or else the first
// that now keeps the site from being published. When nothing is new it is an old one
// of the one file that was saved, and still says so. Advice is for the page.
func first(now, before preview.Edition) (f *notices.Finding, still bool) {
	known := knownBefore(now, before)
	var fresh, old, elsewhere *notices.Finding
	for i := range now.Findings {
		f := &now.Findings[i]
		if !mayBeNamed(f, now.Saved) {
			continue
		}
		was := known[signatureOf(f)]
		isNew := !was.seen || f.Blocks() && !was.blocked
		here := slices.Contains(now.Saved, f.Pos.File) && f.Accepted == nil && f.Severity > notices.Advice
		switch {
		case here && isNew:
			fresh = weightier(fresh, f)
		case here && len(now.Saved) == 1:
			old = weightier(old, f)
		case isNew && f.Blocks() && elsewhere == nil:
			elsewhere = f
		}
	}
	if f = cmp.Or(fresh, elsewhere); f != nil {
		return f, false
	}
	return old, old != nil
}

// weightier gives the finding that explains more: a slip of writing explains what is
// missing because of it. Of two alike it is the first.
func weightier(a, b *notices.Finding) *notices.Finding {
	if a == nil {
		return b
	}
	slip := func(f *notices.Finding) int {
		if slices.ContainsFunc(load.Rules(), func(d notices.RuleDoc) bool { return d.ID == f.Rule }) {
			return 1
		}
		return 0
	}
	if cmp.Or(cmp.Compare(slip(b), slip(a)), cmp.Compare(b.Severity, a.Severity)) > 0 {
		return b
	}
	return a
}

// signature tells findings apart when their lines have moved.
type signature struct{ rule, file, field, about, notice, message string }

func signatureOf(f *notices.Finding) signature {
	return signature{f.Rule, f.Pos.File, f.Field, f.About, f.Notice, f.Message}
}

// beforehand is what is known of a finding from the round before.
type beforehand struct{ seen, blocked bool }

// knownBefore gives what is known of the findings that may be named: those in the files
// that were saved, and those that keep the site from being published. They are few.
func knownBefore(now, before preview.Edition) map[signature]beforehand {
	known, files := map[signature]beforehand{}, map[string]bool{}
	for i := range now.Findings {
		if f := &now.Findings[i]; mayBeNamed(f, now.Saved) {
			known[signatureOf(f)] = beforehand{}
			files[f.Pos.File] = true
		}
	}
	for i := range before.Findings {
		f := &before.Findings[i]
		if !files[f.Pos.File] {
			continue
		}
		if _, asked := known[signatureOf(f)]; asked {
			known[signatureOf(f)] = beforehand{true, f.Blocks()}
		}
	}
	return known
}

func mayBeNamed(f *notices.Finding, saved []string) bool {
	return f.Blocks() || slices.Contains(saved, f.Pos.File)
}

// inWords says what the machine would not do, in words for whoever writes.
func inWords(err error) string {
	var path *fs.PathError
	switch {
	case errors.As(err, new(usageError)):
		return "There is no content folder any more. Put it back, and the preview goes on by itself."
	case errors.As(err, &path) && errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("%s may not be read by this program. Allow it, and the preview goes on by itself.", filepath.ToSlash(path.Path))
	case errors.As(err, &path):
		return fmt.Sprintf("%s cannot be read: %v. The preview tries again by itself.", filepath.ToSlash(path.Path), path.Err)
	}
	reason, _, _ := strings.Cut(err.Error(), "\n")
	return fmt.Sprintf("The pages could not be made: %s. The preview tries again by itself.", reason)
}
