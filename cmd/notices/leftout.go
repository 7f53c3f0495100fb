package main

import (
	"fmt"
	"strings"

	"notices.example/notices"
)

// leftOut says in a line which notices are finished but not published on the day,
// and why. It is empty when there are none. Drafts are left out because their
// authors say so; these, because of a day that came or is still to come.
func (e *examined) leftOut() string {
	const most = 5
	var why []string
	for _, c := range e.set.Faces {
		switch c.Standing(e.day) {
		case notices.Future:
			why = append(why, c.ID.Value+" takes effect on "+day(c.Effective))
		case notices.Expired:
			why = append(why, c.ID.Value+" ended on "+day(c.Expires))
		}
	}
	if len(why) == 0 {
		return ""
	}
	n := len(why)
	if extra := n - most; extra > 1 {
		why = append(why[:most:most], fmt.Sprintf("and %d more", extra))
	}
	return counted(n, "notice is left out because of its dates", "notices are left out because of their dates") + ": " + strings.Join(why, ", ") + "."
}
