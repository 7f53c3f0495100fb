package site

import (
	"crypto/rand"
	"regexp"
)

// The names of what a run makes for itself. Whoever sees one knows whose it is, and
// the next run knows what may be deleted. What rand.Text gives ends them.
const (
	// stagePart is a folder in which a site is being made. All that is in it was
	// put there by a run.
	stagePart = ".notices-stage-"
	// swapPart is a folder with a whole site: the new one until it is put in its
	// place, the earlier one from then on.
	swapPart = ".notices-swap-"
)

var unfinishedName = regexp.MustCompile(`^(.*)(\.notices-(?:stage|swap)-)[A-Z2-7]{26}$`)

// stageBeside and swapBeside name folders that lie beside the published one.
func stageBeside(base string) string { return "." + base + stagePart + rand.Text() }
func swapBeside(base string) string  { return "." + base + swapPart + rand.Text() }

// stageInside names a folder that lies in the published one.
func stageInside() string { return stagePart + rand.Text() }

// isOwn reports whether a file or folder in the published folder is there for runs
// alone.
func isOwn(name string) bool {
	return name == manifestName || name == lockInside || isStageInside(name)
}

func isStageInside(name string) bool {
	m := unfinishedName.FindStringSubmatch(name)
	return m != nil && m[1] == "" && m[2] == stagePart
}

// besideOf gives which kind of folder of a run a name is: stagePart, swapPart, or
// none that a run for that folder made.
func besideOf(base, name string) string {
	if m := unfinishedName.FindStringSubmatch(name); m != nil && m[1] == "."+base {
		return m[2]
	}
	return ""
}
