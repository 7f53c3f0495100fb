package load

import (
	"fmt"
	"regexp"
	"strings"

	"notices.example/notices"
)

var (
	colour      = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)
	longColour  = regexp.MustCompile(`^[0-9A-Fa-f]{6}$`)
	shortColour = regexp.MustCompile(`^#?([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])$`)
)

// checkColour refuses a colour that is not written #rrggbb, as it would leave the
// site in its own colours without a word.
func (f *file) checkColour(c *notices.Text) {
	if !c.Said() || colour.MatchString(c.Value) {
		return
	}
	fix := "Ask whoever looks after the website for the number of the colour: a # and six digits or letters from a to f."
	if better := betterColour(c.Value); better != "" {
		fix = "Write it like this, in quotes:\ncolour: " + quoted(better)
	}
	f.report(ruleValueShape, c.Pos, fmt.Sprintf("“%s” is not the number of a colour.", shorten(c.Value)), fix)
	c.Value = ""
}

// betterColour gives #rrggbb where it is plain which colour is meant.
func betterColour(s string) string {
	s = strings.TrimSpace(s)
	if longColour.MatchString(s) {
		return "#" + s
	}
	if m := shortColour.FindStringSubmatch(s); m != nil {
		return "#" + m[1] + m[1] + m[2] + m[2] + m[3] + m[3]
	}
	return ""
}
