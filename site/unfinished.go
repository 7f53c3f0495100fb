package site

import (
	"os"
	"path/filepath"
	"slices"
)

// Unfinished reports whether a run that published to the folder was cut short and
// left something beside it. The next call of Publish clears it away.
func Unfinished(dir string) bool {
	path, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	return err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return besideOf(filepath.Base(path), e.Name()) != "" })
}
