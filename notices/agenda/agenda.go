// Package agenda is what comes up by itself: the days on which a site that nobody
// touches is published or judged differently, because a notice takes effect or ends, a
// review or an acceptance is over, or the law changes.
//
// It takes a Set and a day and gives what comes after that day, the first day first. It
// refuses a jurisdiction that law does not know. Drafts have no part in it, and neither
// have notices that have ended.
package agenda

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/rules"
)

// Kind is what sort of thing comes up. Programs know it by its word.
type Kind string

// The kinds.
const (
	Appears        Kind = "notice-appears"         // it takes effect and is published
	Ends           Kind = "notice-ends"            // it has expired and is published no longer
	ReviewOverdue  Kind = "review-overdue"         // the day of its review is over
	ReviewUnknown  Kind = "review-unknown"         // a year has gone, and nobody said when it is looked at
	AcceptanceOver Kind = "acceptance-over"        // an accepted gap counts again
	BaselineOver   Kind = "baseline-over"          // the gaps of the baseline count again
	TransitionOver Kind = "transition-over"        // from the old bodies to the new ones
	BodyCeased     Kind = "organisation-ceased"    // it exists no longer
	ContactEnding  Kind = "security-contact-ends"  // in less than 30 days
	ContactOver    Kind = "security-contact-ended" // nothing is published before it is renewed
	LawChanges     Kind = "law-changes"            // something in it begins or has ended
)

// Entry is a thing that comes up.
type Entry struct {
	Day    time.Time // the first on which something is different, midnight UTC
	Kind   Kind
	Notice string // the ID of the notice it concerns; empty when it concerns none
	Pos    notices.Pos
	Says   string // what is different then, as a sentence
}

// After gives what comes up after a day.
func After(set *notices.Set, day time.Time) ([]Entry, error) {
	a := &agenda{day: day}
	if err := a.site(set); err != nil {
		return nil, err
	}
	for _, c := range set.Notices {
		if standing := c.Standing(day); standing == notices.InForce || standing == notices.Future {
			a.notice(c, set.Corpus.Site)
		}
	}
	slices.SortStableFunc(a.entries, func(x, y Entry) int {
		return cmp.Or(x.Day.Compare(y.Day), strings.Compare(string(x.Kind), string(y.Kind)), strings.Compare(x.Notice, y.Notice), strings.Compare(x.Says, y.Says))
	})
	return slices.CompactFunc(a.entries, func(x, y Entry) bool { return x == y }), nil
}

// agenda gathers what comes up.
type agenda struct {
	day     time.Time
	entries []Entry
}

// add notes what is different from a day on, if that day is still to come.
func (a *agenda) add(day time.Time, kind Kind, notice string, pos notices.Pos, says string) {
	if day.After(a.day) {
		a.entries = append(a.entries, Entry{day, kind, notice, pos, says})
	}
}

// behind gives the first day that a last day leaves; no day when none was written.
func behind(last notices.Date) time.Time {
	if !last.Said() {
		return time.Time{}
	}
	return last.Time.AddDate(0, 0, 1)
}

// site notes what does not hang on one notice.
func (a *agenda) site(set *notices.Set) error {
	const warnedBefore = 29 // days: site warns when less than 30 are left
	c := set.Corpus
	if s := c.Site; s != nil && s.SecurityContact != nil && s.SecurityContact.Expires.Said() {
		last := s.SecurityContact.Expires
		a.add(last.Time.AddDate(0, 0, -warnedBefore), ContactEnding, "", last.Pos, fmt.Sprintf("The security contact can be relied on until %s, and is to be renewed.", last))
		a.add(behind(last), ContactOver, "", last.Pos, "The security contact is out of date. Nothing is published until it is renewed.")
	}
	if b := c.Baseline; b != nil {
		a.add(behind(b.Until), BaselineOver, "", b.Until.Pos, "The time for the gaps of the baseline is over. They count again.")
	}
	for _, o := range c.Organisations {
		a.add(behind(o.Until), BodyCeased, "", o.Until.Pos, fmt.Sprintf("%s has ceased. Notices that rely on it have to name another body.", cmp.Or(o.Name.Value, o.ID.Value)))
	}
	days, err := law.ChangesAfter(set.Jurisdiction(), a.day)
	if err != nil {
		return err
	}
	for _, day := range days {
		a.add(day, LawChanges, "", notices.Pos{}, "The law changes. Notices are judged by it from this day on.")
	}
	return nil
}

// notice notes what comes up with one that is or will be in force.
func (a *agenda) notice(c *notices.Complete, site *notices.Site) {
	id, name := c.ID.Value, "“"+cmp.Or(c.Title.Value, c.ID.Value)+"”"
	if c.Standing(a.day) == notices.Future {
		a.add(c.Effective.Time, Appears, id, c.Effective.Pos, name+" takes effect and is published.")
	}
	if !c.Expires.Time.Before(c.Effective.Time) {
		a.add(behind(c.Expires), Ends, id, c.Expires.Pos, name+" has expired and is published no longer.")
	}
	if due := rules.ReviewDue(c, site); due.Said() {
		a.add(behind(due), ReviewOverdue, id, due.Pos, fmt.Sprintf("The review of %s was due on %s.", name, due))
	} else if last := lastLooked(c); last.Said() && !c.Expires.Said() {
		a.add(last.Time.AddDate(1, 0, 1), ReviewUnknown, id, last.Pos, "Nobody has looked at "+name+" for a year, and it does not say when anyone will.")
	}
	if t := c.Transition; t != nil {
		a.add(behind(t.Until), TransitionOver, id, t.Until.Pos, "The transition of which "+name+" tells is over.")
	}
	for _, accepted := range c.Accepted {
		a.add(behind(accepted.Until), AcceptanceOver, id, accepted.Until.Pos, fmt.Sprintf("The gap “%s” of %s was accepted until %s. It counts again.", accepted.Rule.Value, name, accepted.Until))
	}
}

// lastLooked gives the day on which a notice was last changed or looked at.
func lastLooked(c *notices.Complete) notices.Date {
	last := c.Effective
	for _, d := range []notices.Date{c.Updated, c.Reviewed} {
		if d.Time.After(last.Time) {
			last = d
		}
	}
	return last
}
