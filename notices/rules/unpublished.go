package rules

import (
	"slices"
	"time"

	"notices.example/notices"
)

// unpublished is a notice that is not there for readers of another one, or of a
// page: a draft, or one that holds on other days.
type unpublished struct {
	*notices.Complete
	standing notices.Standing
}

// unpublished gives the notice with that ID when it is not published on the day.
// One that is not there at all is found by inherit.
func (x *index) unpublished(id string, day time.Time) (unpublished, bool) {
	return unpublishedOn(x.complete[id], day)
}

func unpublishedOn(c *notices.Complete, day time.Time) (unpublished, bool) {
	if c == nil {
		return unpublished{}, false
	}
	standing := c.Standing(day)
	return unpublished{c, standing}, standing != notices.InForce
}

// handedOver reports whether a notice in force has taken over the address of the
// page, so that who follows a link to it is led on.
func (x *index) handedOver(id string, day time.Time) bool {
	return slices.ContainsFunc(x.set.Notices, func(c *notices.Complete) bool {
		return c.Standing(day) == notices.InForce && slices.ContainsFunc(c.Aliases, func(a notices.URL) bool {
			return a.Value == "/notices/"+id+".html"
		})
	})
}

// lacks is unpublished as the readers of this notice find it: on the day of the
// check, but not before this notice holds nor after it has ended. So two notices
// that take effect together can name each other, and drafts can name anything.
func (s *Subject) lacks(id string) (unpublished, bool) {
	if s.Notice.IsDraft() {
		return unpublished{}, false
	}
	return unpublishedOn(s.around.notice(id), s.Notice.LawDay(s.Day))
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
