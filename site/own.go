package site

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"notices.example/layouts"
	"notices.example/notices"
)

// ownFiles are the files of a site's own layouts and partials folders, by path:
// layouts/home.html.
type ownFiles map[string][]byte

// ending gives the files whose names end so.
func (o ownFiles) ending(ending string) map[string][]byte {
	some := maps.Clone(o)
	maps.DeleteFunc(some, func(name string, _ []byte) bool { return path.Ext(name) != ending })
	return some
}

// readOwn reads the site's own layouts and partials. A site needs to have none.
// Only plain files in plain folders count: a link could lead out of the site.
func readOwn(root fs.FS) (ownFiles, []notices.Finding) {
	own := ownFiles{}
	var findings []notices.Finding
	if root == nil {
		return own, nil
	}
	for _, folder := range []string{"layouts", "partials"} {
		info, err := fs.Lstat(root, folder)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			findings = append(findings, unreadableLayout(folder, err))
		case !info.IsDir():
			findings = append(findings, notPlain(folder, "folder"))
		default:
			findings = append(findings, own.readFolder(root, folder)...)
		}
	}
	return own, findings
}

func (o ownFiles) readFolder(root fs.FS, folder string) (findings []notices.Finding) {
	entries, err := fs.ReadDir(root, folder)
	if err != nil {
		return []notices.Finding{unreadableLayout(folder, err)}
	}
	for _, entry := range entries {
		name := folder + "/" + entry.Name()
		switch {
		case strings.HasPrefix(entry.Name(), "."):
			continue // what editors and file managers leave behind
		case path.Ext(entry.Name()) == ".go":
			continue // the built-in folders themselves, when the example site is built
		case !entry.Type().IsRegular():
			findings = append(findings, notPlain(name, "file"))
			continue
		case !usedFrom(folder, entry.Name()):
			findings = append(findings, unknownLayout(folder, entry.Name()))
		}
		src, err := readOwnFile(root, name)
		if err != nil {
			findings = append(findings, unreadableLayout(name, err))
			continue
		}
		o[name] = src
		if line, open := openStyle(src); path.Ext(name) == ".css" && open != "" {
			findings = append(findings, unclosedStyle(name, line, open))
		}
	}
	return findings
}

// maxOwn is how large one of the site's own files can be, in bytes.
const maxOwn = 1 << 20

// readOwnFile reads one of the site's own files, and no more of it than it may have.
func readOwnFile(root fs.FS, name string) ([]byte, error) {
	file, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	src, err := io.ReadAll(io.LimitReader(file, maxOwn+1))
	switch {
	case err != nil:
		return nil, err
	case len(src) > maxOwn:
		return nil, fmt.Errorf("it is larger than %d KB", maxOwn>>10)
	case !utf8.Valid(src):
		return nil, errors.New("it is not saved as UTF-8")
	case bytes.ContainsFunc(src, unprintable):
		return nil, errors.New("it has a sign in it that cannot be seen and has no place in a text, such as a zero byte")
	}
	return bytes.TrimPrefix(src, []byte("\ufeff")), nil
}

// unprintable reports whether a sign is none that a text has: a control character, but
// for those that part lines and words.
func unprintable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' || r == 0x7f
}

// usedFrom reports whether a file of that name has any use: one that is built in,
// and any further partial and style.
func usedFrom(folder, name string) bool {
	ending := path.Ext(name)
	if ending == ".css" || ending == ".html" && folder == "partials" {
		return true
	}
	return folder == "layouts" && slices.Contains(layoutNames(), name)
}

// layoutNames are the names that a file in layouts can have.
func layoutNames() []string {
	var names []string
	for _, pattern := range []string{"*.html", "*.css", "*.yaml"} {
		some, _ := fs.Glob(layouts.Files, pattern) // the patterns are right
		names = append(names, some...)
	}
	return names
}

// unknownLayout warns of a file that nothing uses, perhaps because its name is
// misspelt.
func unknownLayout(folder, name string) notices.Finding {
	f := notices.Finding{
		Rule: "layout-unused", Severity: notices.Warning, Pos: notices.Pos{File: folder + "/" + name, Line: 1, Col: 1},
		Message: fmt.Sprintf("No page is made with the file %s in the folder %s.", name, folder),
		Fix:     "Give it the name of the built-in file that it is to replace, or take it out.",
	}
	if folder == "partials" {
		f.Fix = "The name of a partial ends in .html, and that of a style in .css. Rename the file, or take it out."
		return f
	}
	near, least := "", 4
	for _, known := range layoutNames() {
		if d := levenshtein.ComputeDistance(strings.ToLower(name), known); d < least {
			near, least = known, d
		}
	}
	if near != "" {
		f.Fix = fmt.Sprintf("Did you mean %s? Rename the file, or take it out.", near)
	}
	return f
}

func notPlain(name, kind string) notices.Finding {
	return notices.Finding{
		Rule: "layout-invalid", Severity: notices.Error, Pos: notices.Pos{File: name},
		Message: fmt.Sprintf("%s is not a plain %s, so the site cannot be made with it.", name, kind),
		Fix:     fmt.Sprintf("Put the %s itself there, not a link or anything else, or take it out.", kind),
	}
}

func unreadableLayout(name string, err error) notices.Finding {
	var trouble *fs.PathError
	if errors.As(err, &trouble) {
		err = trouble.Err
	}
	return notices.Finding{
		Rule: "layout-invalid", Severity: notices.Error, Pos: notices.Pos{File: name},
		Message: fmt.Sprintf("%s cannot be read: %s.", name, err),
		Fix:     "Make sure that it can be read, or take it out.",
	}
}
