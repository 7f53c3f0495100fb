package load

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"notices.example/notices"
)

// maxFolders is how deep folders may lie below content/notices.
const maxFolders = 8

// tree finds the content files of a site and says what each of them is.
type tree struct {
	fsys     fs.FS
	files    []*file
	findings []notices.Finding
	errs     []error
}

// folder says what a folder below content holds.
type folder struct {
	kind    notices.FileKind
	endings []string
	nested  bool // may have folders in it
}

// folders are the folders of a site's content. All files in them may be translated:
// <id>.<language>.md.
var folders = map[string]folder{
	"organisations": {kind: notices.OrganisationFile, endings: []string{".yaml"}},
	"notices":       {kind: notices.NoticeFile, endings: []string{".md", ".yaml"}, nested: true},
	"shared":        {kind: notices.BlockFile, endings: []string{".yaml", ".md"}},
	"pages":         {kind: notices.PageFile, endings: []string{".md"}},
	"archive":       {kind: notices.VersionFile, endings: []string{".txt"}, nested: true},
}

// single are the files that stand in content itself. Those with words may be
// translated: <name>.<language>.yaml.
var single = map[string]notices.FileKind{
	"site.yaml":     notices.SiteFile,
	"glossary.yaml": notices.GlossaryFile,
	baselineName:    notices.BaselineFile,
	ledgerName:      notices.LedgerFile,
}

// The content files that have no words for readers, so that they are not translated.
const (
	baselineName = "baseline.yaml"
	ledgerName   = "ledger.txt"
)

func isTranslated(main string) bool { return main != baselineName && main != ledgerName }

// walk lists every content file in the order of the paths.
func (t *tree) walk() {
	root, err := fs.Lstat(t.fsys, "content")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.siteMissing("There is no content folder here, so there is nothing to read.")
		return
	case err != nil:
		t.errs = append(t.errs, fmt.Errorf("look for the content folder: %w", err))
		return
	case !root.IsDir():
		t.unexpected("content", "“content” is not a folder.", "Make it a folder that holds site.yaml and the notices.")
		return
	}
	for _, e := range t.list("content") {
		t.top(e)
	}
	if !slices.ContainsFunc(t.files, func(f *file) bool { return f.Kind == notices.SiteFile && f.lang == "" }) {
		t.siteMissing("The file content/site.yaml is missing. It holds the name of the site.")
	}
}

// top takes one entry of the content folder itself.
func (t *tree) top(e fs.DirEntry) {
	name := path.Join("content", e.Name())
	if !t.usable(name, e) {
		return
	}
	if e.IsDir() {
		if f, known := folders[e.Name()]; known {
			t.folder(name, f, 0)
			return
		}
		t.unexpected(name, "This folder is not read.", folderFix(e.Name()))
		return
	}
	main, lang := withoutLanguage(e.Name())
	if kind, known := single[main]; known && (lang == "" || isTranslated(main)) {
		t.files = append(t.files, newFile(name, kind, strings.TrimSuffix(main, path.Ext(main)), lang))
		return
	}
	t.unexpected(name, "This file is not read.", topFileFix(e.Name()))
}

// folder takes all entries of one of the known folders.
func (t *tree) folder(dir string, f folder, depth int) {
	for _, e := range t.list(dir) {
		name := path.Join(dir, e.Name())
		switch {
		case !t.usable(name, e):
		case !e.IsDir():
			t.file(name, f)
		case !f.nested:
			t.unexpected(name, "This folder is not read.", fmt.Sprintf("Put its files straight into %s.", dir))
		case depth == maxFolders:
			t.unexpected(name, "This folder lies too deep and is not read.", "Use fewer folders inside each other.")
		default:
			t.folder(name, f, depth+1)
		}
	}
}

// file takes one file of a known folder.
func (t *tree) file(name string, f folder) {
	ending := path.Ext(name)
	if !slices.Contains(f.endings, ending) {
		t.unexpected(name, "This file is not read.", endingFix(name, f))
		return
	}
	main, lang := withoutLanguage(name)
	id := strings.SplitN(strings.TrimSuffix(main, ending), "/", 3)[2] // content/<folder>/<id>
	c := newFile(name, f.kind, id, lang)
	checkName(c)
	if f.kind == notices.VersionFile {
		checkVersion(c)
	}
	t.files = append(t.files, c)
}

// withoutLanguage gives the name of the file that a file translates, and into which
// language. The name of a file that is no translation is its own.
func withoutLanguage(name string) (main, lang string) {
	ending := path.Ext(name)
	before, last, found := cutLast(strings.TrimSuffix(name, ending), ".")
	if !found || !slices.Contains(notices.TermLists["language"], last) {
		return name, ""
	}
	return before + ending, last
}

// list gives the entries of a folder in the order of their names.
func (t *tree) list(dir string) []fs.DirEntry {
	entries, err := fs.ReadDir(t.fsys, dir)
	if err != nil {
		t.errs = append(t.errs, fmt.Errorf("list the folder %s: %w", dir, err))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries
}

// usable reports whether an entry is a file or folder to look at. Anything else
// than plain files and folders is refused: a symbolic link may lead out of the
// site, and a pipe may never end.
func (t *tree) usable(name string, e fs.DirEntry) bool {
	if ignored(e.Name()) {
		return false
	}
	if !utf8.ValidString(e.Name()) {
		t.report(ruleIDInvalid, name, "The name of this file or folder has bytes in it that are no letters, so it cannot be read.", "Give it another name, such as council-tax.")
		return false
	}
	switch mode := e.Type(); {
	case mode.IsRegular() || mode.IsDir():
		return true
	case mode&fs.ModeSymlink != 0:
		t.report(ruleFileLink, name, "This is a link to another place, and links are not followed.", "Put a copy of the file or folder here instead.")
	default:
		t.report(ruleFileLink, name, "This is not an ordinary file, so it is not read.", "Remove it.")
	}
	return false
}

// ignored reports whether a name is one that editors and systems make for themselves.
func ignored(name string) bool {
	for _, ending := range []string{"~", ".swp", ".bak"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "Thumbs.db" || name == "desktop.ini"
}

func (t *tree) unexpected(name, message, fix string) {
	t.report(ruleFileUnexpected, name, message, fix)
}

func (t *tree) report(rule, name, message, fix string) {
	t.findings = append(t.findings, notices.Finding{
		Rule: rule, Severity: severityOf(rule), Pos: notices.Pos{File: printable(name)}, Message: message, Fix: setApart(fix),
	})
}

func (t *tree) siteMissing(message string) {
	t.report(ruleSiteMissing, "content/site.yaml", message, "Create content/site.yaml with these lines:\ntitle: Privacy notices\nlaw: uk")
}
