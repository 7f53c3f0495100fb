package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/starter"
	"notices.example/site"
)

// archiveFolder is where the words of notices are kept.
const archiveFolder = "content/archive"

// keptText is the words of a notice as they are kept.
type keptText struct {
	path string // of the file, below the site's root
	text []byte
}

// lacking gives the versions that the archive does not have: of the notices in force
// with these IDs, or of all. A notice without a date has no version.
func (e *examined) lacking(ids []string) ([]keptText, error) {
	wanted := map[string]notices.Date{} // by ID
	for _, c := range e.set.Notices {
		if c.Standing(e.day) == notices.InForce && c.Since().Said() && (len(ids) == 0 || slices.Contains(ids, c.ID.Value)) && e.lacks(c) {
			wanted[c.ID.Value] = c.Since()
		}
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	out, findings, err := site.Render(e.pages(false))
	switch {
	case err != nil:
		return nil, err
	case out == nil:
		return nil, usageError{fmt.Errorf("no page can be made: %s", findings[0].Message)}
	}
	var list []keptText
	for _, f := range out.Files {
		since, known := wanted[f.Notice]
		if !known || path.Ext(f.Path) != ".txt" {
			continue
		}
		lang := strings.TrimPrefix(strings.TrimSuffix(f.Path, ".txt"), "notices/"+f.Notice) // with its full stop
		if v := (keptText{path.Join(archiveFolder, f.Notice, since.String()+lang+".txt"), f.Content}); !e.has(f.Notice, since, strings.TrimPrefix(lang, "."), fmt.Sprintf("%x", sha256.Sum256(v.text))) {
			list = append(list, v)
		}
	}
	return list, nil
}

// lacks reports whether a version of the notice may be new to the archive, in any
// language. That of today may have changed since it was kept.
func (e *examined) lacks(c *notices.Complete) bool {
	since, archive := c.Since(), e.set.Corpus.Archive
	if since.Time.Equal(e.day) || !archive.Has(c.ID.Value, since.Time, "") {
		return true
	}
	for _, lang := range e.set.Corpus.Site.Languages {
		if c.Translations[lang.Value] != nil && lang.Value != e.set.Corpus.Site.Language() && !archive.Has(c.ID.Value, since.Time, lang.Value) {
			return true
		}
	}
	return false
}

// has reports whether the archive has a version, and is to keep it as it has it.
func (e *examined) has(notice string, since notices.Date, lang, sum string) bool {
	for _, v := range e.set.Corpus.Archive[notice] {
		if v.From.Time.Equal(since.Time) && v.Lang == lang {
			return !since.Time.Equal(e.day) || v.Sum == sum
		}
	}
	return false
}

// keepVersions writes versions into the archive of a site.
func keepVersions(source string, list []keptText) error {
	if len(list) == 0 {
		return nil
	}
	root, err := os.OpenRoot(source) // a link in it leads nowhere else
	if err != nil {
		return err
	}
	defer root.Close()
	for _, v := range list {
		switch _, err := root.Lstat(v.path); {
		case errors.Is(err, fs.ErrNotExist):
			err = writeInto(root, starter.File{Path: v.path, Text: string(v.text)})
			if err != nil {
				return fmt.Errorf("%s cannot be written: %w", v.path, cause(err))
			}
		case err != nil:
			return err
		default:
			if err := putInPlace(root, v.path, v.text); err != nil {
				return fmt.Errorf("%s cannot be written: %w", v.path, cause(err))
			}
		}
	}
	return nil
}
