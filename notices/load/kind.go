package load

import (
	"path"
	"slices"
	"strings"

	"notices.example/notices"
)

// KindOf says what kind of content file has a path below the site's root, such as
// content/notices/council-tax.md; false for one that Load does not read, or
// that holds no YAML.
func KindOf(name string) (notices.FileKind, bool) {
	rest, content := strings.CutPrefix(name, "content/")
	if !content {
		return "", false
	}
	dir, _, nested := strings.Cut(rest, "/")
	if !nested {
		main, _ := withoutLanguage(rest)
		kind, known := single[main]
		return kind, known && kind != notices.LedgerFile
	}
	f, known := folders[dir]
	if !known || f.kind == notices.VersionFile || !slices.Contains(f.endings, path.Ext(name)) || !f.nested && strings.Count(rest, "/") > 1 {
		return "", false
	}
	return f.kind, true
}
