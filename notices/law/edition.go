package law

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// ErrJurisdiction is returned for a jurisdiction other than uk and eu.
var ErrJurisdiction = errors.New("no such jurisdiction")

// edition is the law of one jurisdiction from a day on, until the next edition.
type edition struct {
	from time.Time
	law  Law
}

// At gives the law of the jurisdiction, uk or eu, on that day. Laws of days
// between which nothing changed share their lists, so that asking for each of
// many notices costs nothing. It returns ErrJurisdiction for any other word.
func At(jurisdiction string, day time.Time) (*Law, error) {
	lib, err := loadLibrary()
	if err != nil {
		return nil, err
	}
	editions, known := lib.editions[jurisdiction]
	if !known {
		return nil, fmt.Errorf("%q: %w", jurisdiction, ErrJurisdiction)
	}
	day = midnight(day)
	i := 0
	for i+1 < len(editions) && !day.Before(editions[i+1].from) {
		i++
	}
	l := editions[i].law
	l.Day = day
	return &l, nil
}

// midnight gives the start, in UTC, of the calendar day that t shows.
func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// editions cuts the law of a jurisdiction at every day on which something in it
// begins or has ended.
func (b book) editions(j jurisdiction) []edition {
	b.Provisions = linked(b.Provisions, j.ID)
	days := b.boundaries(j)
	list := make([]edition, len(days))
	for i, day := range days {
		list[i] = edition{from: day, law: b.on(j, day)}
	}
	return list
}

// boundaries gives the days the editions begin on: the zero time first.
func (b book) boundaries(j jurisdiction) []time.Time {
	days := slices.Concat(
		[]time.Time{{}},
		changes(b.Provisions, j.ID), changes(b.Items, j.ID), changes(b.Bases, j.ID),
		changes(b.Conditions, j.ID), changes(b.Schedule1, j.ID), changes(b.RecognisedInterests, j.ID),
		changes(b.Safeguards, j.ID), changes(b.Rights, j.ID), changes(b.Regulators, j.ID),
		changes(b.EnforcementGrounds, j.ID), changes(b.Schedule8, j.ID),
		changes(b.EnforcementItems, j.ID), changes(b.EnforcementRights, j.ID), changes(b.Exemptions, j.ID),
	)
	for _, a := range j.Territory.Adequate {
		days = append(days, a.InForce.changes()...)
	}
	slices.SortFunc(days, time.Time.Compare)
	return slices.Compact(days)
}

// on selects what is in force on the day.
func (b book) on(j jurisdiction, day time.Time) Law {
	territory := j.Territory
	territory.Adequate = slices.DeleteFunc(slices.Clone(territory.Adequate), func(a Adequacy) bool {
		return !a.InForce.On(day)
	})
	provisions := inForce(b.Provisions, j.ID, day)
	return Law{
		Jurisdiction: j.ID,
		Day:          day,
		Name:         j.Name,

		Provisions:          provisions,
		Items:               inForce(b.Items, j.ID, day),
		Bases:               inForce(b.Bases, j.ID, day),
		SpecialCategories:   inForce(b.SpecialCategories, j.ID, day),
		Conditions:          inForce(b.Conditions, j.ID, day),
		Schedule1:           inForce(b.Schedule1, j.ID, day),
		RecognisedInterests: inForce(b.RecognisedInterests, j.ID, day),
		Safeguards:          inForce(b.Safeguards, j.ID, day),
		Rights:              inForce(b.Rights, j.ID, day),
		Regulators:          inForce(b.Regulators, j.ID, day),
		Territory:           territory,
		Exemptions:          inForce(b.Exemptions, j.ID, day),

		EnforcementGrounds: inForce(b.EnforcementGrounds, j.ID, day),
		Schedule8:          inForce(b.Schedule8, j.ID, day),
		EnforcementItems:   inForce(b.EnforcementItems, j.ID, day),
		EnforcementRights:  inForce(b.EnforcementRights, j.ID, day),

		reasons: b.Reasons,
		always:  every(b.Provisions, j.ID),

		provisions: sync.OnceValue(func() map[string]int { return places(provisions) }),
	}
}

// places gives the place of the first entry of each ID.
func places[T entry](list []T) map[string]int {
	byID := make(map[string]int, len(list))
	for i, e := range slices.Backward(list) {
		byID[e.id()] = i
	}
	return byID
}

// linked gives the provisions of one jurisdiction, each with its link.
func linked(list []scoped[Provision], jurisdiction string) []scoped[Provision] {
	var own []scoped[Provision]
	for _, s := range list {
		if !s.holds(jurisdiction) {
			continue
		}
		if s.Entry.Link == "" {
			s.Entry.Link = link(jurisdiction, s.Entry.ID)
		}
		own = append(own, s)
	}
	return own
}

// holds reports whether the entry is of that jurisdiction.
func (s scoped[T]) holds(jurisdiction string) bool { return s.Law == "" || s.Law == jurisdiction }

func inForce[T entry](list []scoped[T], jurisdiction string, day time.Time) []T {
	var found []T
	for _, s := range list {
		if s.holds(jurisdiction) && s.Entry.inForce().On(day) {
			found = append(found, s.Entry)
		}
	}
	return slices.Clip(found) // so that nobody's append can reach another's list
}

// every gives the entries of a jurisdiction, whenever they hold.
func every[T entry](list []scoped[T], jurisdiction string) []T {
	var found []T
	for _, s := range list {
		if s.holds(jurisdiction) {
			found = append(found, s.Entry)
		}
	}
	return slices.Clip(found)
}

func changes[T entry](list []scoped[T], jurisdiction string) []time.Time {
	var days []time.Time
	for _, s := range list {
		if s.holds(jurisdiction) {
			days = append(days, s.Entry.inForce().changes()...)
		}
	}
	return days
}

// changes gives the first day on which it holds, and the first on which it no
// longer does, as far as there are such days.
func (f InForce) changes() []time.Time {
	var days []time.Time
	if !f.From.IsZero() {
		days = append(days, f.From)
	}
	if !f.Until.IsZero() {
		days = append(days, f.Until.AddDate(0, 0, 1))
	}
	return days
}
