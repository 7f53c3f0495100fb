package notices

import "time"

// Standing says whether a notice holds on a day, and so whether it is published.
type Standing uint8

// The standings. A notice is published on the days on which it is in force, and
// on no other: it would be read as if it held.
const (
	InForce Standing = iota // from its effective day to the day it expires, both included
	Draft                   // not finished, whatever its days are
	Future                  // finished, and waits for its effective day
	Expired                 // the day it expires is past
)

// String gives the standing as programs name it.
func (s Standing) String() string {
	switch s {
	case InForce:
		return "in-force"
	case Draft:
		return "draft"
	case Future:
		return "future"
	case Expired:
		return "expired"
	}
	return "unknown"
}

// Standing gives how the notice stands on a day. Without an effective day a
// notice has always held, and without a day on which it expires it never ends.
// Days of which the last comes before the first are a slip, which rule
// dates-reversed reports, and count for nothing.
func (n *Notice) Standing(day time.Time) Standing {
	return standing(n.IsDraft(), n.Effective, n.Expires, day)
}

func standing(draft bool, effective, expires Date, day time.Time) Standing {
	switch {
	case draft:
		return Draft
	case expires.Said() && expires.Time.Before(effective.Time):
		return InForce
	case expires.Said() && day.After(expires.Time):
		return Expired
	case effective.Said() && day.Before(effective.Time):
		return Future
	}
	return InForce
}
