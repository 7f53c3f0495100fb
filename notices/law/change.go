package law

import (
	"fmt"
	"time"
)

// ChangesAfter gives the days after a day on which something in the law of a
// jurisdiction begins or has ended, as far as is known, the first one first. It returns
// ErrJurisdiction for any other word than uk and eu.
func ChangesAfter(jurisdiction string, day time.Time) ([]time.Time, error) {
	lib, err := loadLibrary()
	if err != nil {
		return nil, err
	}
	editions, known := lib.editions[jurisdiction]
	if !known {
		return nil, fmt.Errorf("%q: %w", jurisdiction, ErrJurisdiction)
	}
	var days []time.Time
	for _, e := range editions {
		if e.from.After(midnight(day)) {
			days = append(days, e.from)
		}
	}
	return days, nil
}
