package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// sameForms fails when the two folders have not as many of each form of a notice.
func sameForms(ours, theirs string) error {
	a, err := forms(ours)
	if err != nil {
		return err
	}
	b, err := forms(theirs)
	if err != nil {
		return err
	}
	for _, form := range []string{"page", "large print", "text", "JSON", "feed", "Welsh page"} {
		if a[form] != b[form] || a[form] == 0 {
			return fmt.Errorf("the work is not the same: %d of the form %s, and %d by Hugo", a[form], form, b[form])
		}
	}
	return nil
}

// forms counts the forms of notices in a folder, by the names that either program gives them.
func forms(folder string) (map[string]int, error) {
	count := map[string]int{}
	err := eachFile(folder, func(name string, about fs.FileInfo) {
		if !strings.Contains("/"+name, "/notices/") || about.Size() == 0 || strings.HasSuffix(name, "index.html") {
			return
		}
		welsh := strings.Contains(name, ".cy.") || strings.HasPrefix(name, "cy/") || strings.HasPrefix(name, "untranslated/")
		large := strings.HasPrefix(name, "large/") || strings.HasPrefix(name, "cy/large/") || strings.HasPrefix(name, "large/cy/") || strings.Contains(name, ".large.")
		switch {
		case strings.HasSuffix(name, ".txt"):
			count["text"]++
		case strings.HasSuffix(name, ".json"):
			count["JSON"]++
		case strings.HasSuffix(name, ".xml"):
			count["feed"]++
		case !strings.HasSuffix(name, ".html"):
		case large:
			count["large print"]++
		case welsh:
			count["Welsh page"]++
		default:
			count["page"]++
		}
	})
	return count, err
}

// weight is how much a program wrote.
type weight struct {
	files int
	bytes int64
}

// weigh adds up what a folder holds.
func weigh(folder string) (w weight, err error) {
	err = eachFile(folder, func(_ string, about fs.FileInfo) {
		w.files++
		w.bytes += about.Size()
	})
	return w, err
}

func eachFile(folder string, do func(name string, about fs.FileInfo)) error {
	return filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		about, err := entry.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(folder, name)
		if err != nil {
			return err
		}
		do(filepath.ToSlash(rel), about)
		return nil
	})
}
