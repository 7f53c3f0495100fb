package main

import (
	"cmp"
	"context"
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

// lacking gives the versions that the archive does not have to take, one after the other:
// of the notices in force with these IDs, or of all. A notice without a date has no
// version.
func (e *examined) lacking(ctx context.Context, ids []string, take func(keptText) error) error {
	var wanted []string
	since := map[string]notices.Date{} // by ID
	for _, f := range e.inForceOf(ids) {
		if f.Since().Said() && e.lacks(f) {
			wanted = append(wanted, f.ID.Value)
			since[f.ID.Value] = f.Since()
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	findings, err := site.Inspect(e.pages(false)) // what is found in other pages, too
	if err := cmp.Or(err, noPage(findings)); err != nil {
		return err
	}
	findings, err = site.Texts(ctx, e.pages(false), wanted, func(f site.File) error {
		lang := strings.TrimPrefix(strings.TrimSuffix(f.Path, ".txt"), "notices/"+f.Notice) // with its full stop
		v := keptText{path.Join(archiveFolder, f.Notice, since[f.Notice].String()+lang+".txt"), f.Content}
		if e.has(f.Notice, since[f.Notice], strings.TrimPrefix(lang, "."), fmt.Sprintf("%x", sha256.Sum256(v.text))) {
			return nil
		}
		return take(v)
	})
	return cmp.Or(err, noPage(findings))
}

// noPage says why there are no pages whose words could be kept; nil when there are.
func noPage(findings []notices.Finding) error {
	i := slices.IndexFunc(findings, notices.Finding.Blocks)
	if i < 0 {
		return nil
	}
	return usageError{fmt.Errorf("no page can be made: %s: %s", findings[i].Pos, findings[i].Message)}
}

// inForceOf gives the notices in force: those with these IDs, or all.
func (e *examined) inForceOf(ids []string) (list []*notices.Face) {
	for _, f := range e.set.Faces {
		if f.Standing(e.day) == notices.InForce && (len(ids) == 0 || slices.Contains(ids, f.ID.Value)) {
			list = append(list, f)
		}
	}
	return list
}

// lacks reports whether a version of the notice may be new to the archive, in any
// language. That of today may have changed since it was kept.
func (e *examined) lacks(f *notices.Face) bool {
	since, archive := f.Since(), e.set.Corpus.Archive
	if since.Time.Equal(e.day) || !archive.Has(f.ID.Value, since.Time, "") {
		return true
	}
	for _, lang := range e.set.Corpus.Site.Languages {
		if f.Translations[lang.Value] != nil && lang.Value != e.set.Corpus.Site.Language() && !archive.Has(f.ID.Value, since.Time, lang.Value) {
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

// keepLacking writes the versions that the archive does not have into it, and gives their
// paths.
func (e *examined) keepLacking(ctx context.Context, source string, ids []string) (paths []string, err error) {
	root, err := os.OpenRoot(source) // a link in it leads nowhere else
	if err != nil {
		return nil, err
	}
	defer root.Close()
	err = e.lacking(ctx, ids, func(v keptText) error {
		paths = append(paths, v.path)
		if err := keepVersion(root, v); err != nil {
			return fmt.Errorf("%s cannot be written: %w", v.path, cause(err))
		}
		return nil
	})
	return paths, err
}

// keepVersion writes a version into the archive of a site.
func keepVersion(root *os.Root, v keptText) error {
	switch _, err := root.Lstat(v.path); {
	case errors.Is(err, fs.ErrNotExist):
		return writeInto(root, starter.File{Path: v.path, Text: string(v.text)})
	case err != nil:
		return err
	}
	return putInPlace(root, v.path, v.text)
}
