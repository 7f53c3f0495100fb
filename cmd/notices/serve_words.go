package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"notices.example/notices"
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
	if before.Output == nil && p.last.Output != nil {
		pages = counted(shown(c), "page", "pages")
	}
	line := fmt.Sprintf("%s: %s, %s, %d ms\n", why, pages, toPutRight(c), took.Milliseconds())
	if f := first(p.last, before); f != nil {
		line += fmt.Sprintf("  %s: %s\n", f.Pos, f.Message)
	}
	return report.Plain(line)
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

func toPutRight(c preview.Change) string {
	words := "nothing to put right"
	if n := c.Errors - c.Unpublished; n > 0 {
		words = counted(n, "thing to put right", "things to put right")
	}
	if n := c.Warnings + c.Advice; n > 0 {
		words += fmt.Sprintf(", %d could be better", n)
	}
	return words
}

// first gives the finding to name in the terminal: the weightiest in the file that
// was saved, or else the first that keeps the site from being published and was not
// there before. Advice is for the page.
func first(now, before preview.Edition) *notices.Finding {
	var worst *notices.Finding
	for _, b := range now.Broken {
		if len(now.Saved) == 1 && b.File == now.Saved[0] && len(b.Findings) > 0 {
			return &b.Findings[0]
		}
	}
	for i, f := range now.Findings {
		here := len(now.Saved) == 1 && f.Pos.File == now.Saved[0] && f.Accepted == nil
		if here && f.Severity > notices.Advice && (worst == nil || f.Severity > worst.Severity) {
			worst = &now.Findings[i]
		}
	}
	if worst != nil {
		return worst
	}
	known := map[string]bool{}
	for _, f := range before.Findings {
		known[signature(f)] = f.Blocks()
	}
	for i, f := range now.Findings {
		if f.Blocks() && !known[signature(f)] {
			return &now.Findings[i]
		}
	}
	return nil
}

// signature tells findings apart when their lines have moved.
func signature(f notices.Finding) string {
	return strings.Join([]string{f.Rule, f.Pos.File, f.Field, f.About, f.Notice, f.Message}, "\n")
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
