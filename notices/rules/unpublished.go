package rules

import (
	"time"

	"notices.example/notices"
)

// unpublished is a notice that is not there for readers of another one, or of a
// page: a draft, or one that holds on other days.
type unpublished struct {
	*outline
	standing notices.Standing
}

// unpublishedOn gives a notice when it is not published on the day. One that is not
// there at all is found by inherit.
func unpublishedOn(c *outline, day time.Time) (unpublished, bool) {
	if c == nil {
		return unpublished{}, false
	}
	standing := c.Standing(day)
	return unpublished{c, standing}, standing != notices.InForce
}

// lacks is unpublishedOn as the readers of this notice find it: on the day of the
// check, but not before this notice holds nor after it has ended. So two notices
// that take effect together can name each other, and drafts can name anything.
func (s *Subject) lacks(id string) (unpublished, bool) {
	day := s.Notice.LawDay(s.Day)
	if s.Notice.IsDraft() || s.around.published(id, day) {
		return unpublished{}, false
	}
	return unpublishedOn(s.around.notice(id), day)
}

// why says why it is not published, as the end of a sentence about it.
func (u unpublished) why() string {
	switch u.standing {
	case notices.Future:
		return "is not published before " + longDate(u.Effective.Time)
	case notices.Expired:
		return "ended on " + longDate(u.Expires.Time) + " and is no longer published"
	}
	return "is a draft and is not published"
}

// related gives the place that says so.
func (u unpublished) related() []notices.Related {
	switch u.standing {
	case notices.Future:
		return []notices.Related{{Pos: u.Effective.Pos, Message: "the day on which it takes effect"}}
	case notices.Expired:
		return []notices.Related{{Pos: u.Expires.Pos, Message: "its last day"}}
	}
	return []notices.Related{{Pos: firstPos(u.Status.Pos, u.Pos), Message: "a draft"}}
}
