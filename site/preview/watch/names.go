package watch

import (
	"slices"
	"strings"
)

// passedOver reports whether a name is one that editors, sync programs and systems
// make for themselves, or a folder that never holds content.
func passedOver(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(passingPrefixes, func(p string) bool { return strings.HasPrefix(name, p) }) ||
		slices.ContainsFunc(passingSuffixes, func(s string) bool { return strings.HasSuffix(lower, s) }) ||
		slices.Contains(passingNames, lower)
}

var (
	passingPrefixes = []string{".", "~", "#"} // hidden; Word's owner and temporary files; Emacs
	passingSuffixes = []string{"~", ".swp", ".swx", ".bak", ".tmp", ".temp", ".part", ".partial", ".crdownload", "___jb_tmp___", "___jb_old___"}
	passingNames    = []string{"thumbs.db", "desktop.ini", "node_modules"}
)

// isProbe reports whether the name of a file is a bare number: Vim writes 4913, or
// the next free number, to see whether it may write into a folder.
func isProbe(name string) bool {
	return name != "" && strings.Trim(name, "0123456789") == ""
}
