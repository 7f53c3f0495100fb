package rules

import (
	"path"
	"time"

	"notices.example/notices"
)

// Site is all content as a rule sees it.
type Site struct {
	Set   *notices.Set
	Day   time.Time
	index *index
}

// relative gives the path of a content file as a link in another one writes it.
func relative(from, to string) string {
	up := ""
	for dir := path.Dir(from); ; dir = path.Dir(dir) {
		if rest, below := cutFolder(to, dir); below {
			return up + rest
		}
		up += "../"
	}
}

func cutFolder(file, dir string) (string, bool) {
	if dir == "." {
		return file, true
	}
	if len(file) > len(dir) && file[:len(dir)] == dir && file[len(dir)] == '/' {
		return file[len(dir)+1:], true
	}
	return "", false
}
