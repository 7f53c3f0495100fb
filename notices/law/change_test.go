package law

import (
	"errors"
	"slices"
	"testing"
	"time"
)

// The days on which the law changes are those on which it is another than on the day
// before.
func TestTheDaysOnWhichTheLawChangesAreKnown(t *testing.T) {
	t.Parallel()
	start := time.Date(2025, 12, 31, 0, 0, 0, 0, time.UTC)
	days, err := ChangesAfter("uk", start)
	if err != nil || !slices.IsSortedFunc(days, time.Time.Compare) {
		t.Fatalf("%v: %v", days, err)
	}
	for _, want := range []time.Time{time.Date(2026, 2, 5, 0, 0, 0, 0, time.UTC), time.Date(2026, 6, 19, 0, 0, 0, 0, time.UTC)} {
		if !slices.ContainsFunc(days, want.Equal) {
			t.Errorf("%s is not among %v", want.Format(time.DateOnly), days)
		}
	}
	if later, err := ChangesAfter("uk", days[0]); err != nil || len(later) != len(days)-1 {
		t.Errorf("after the first there are %v: %v", later, err)
	}
	if _, err := ChangesAfter("us", start); !errors.Is(err, ErrJurisdiction) {
		t.Errorf("us: %v", err)
	}
}
