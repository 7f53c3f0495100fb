package change

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
)

// LedgerFile is where the ledger of a site is.
const LedgerFile = "content/ledger.txt"

const ledgerHead = "# What each notice means, and its date. Written by “notices ledger”. Form %d.\n"

// WriteLedger writes a ledger, a line for each notice in the order of their IDs, so
// that changes of different notices do not meet in a merge. Package load reads it.
func WriteLedger(w io.Writer, l *notices.Ledger) error {
	var b strings.Builder
	fmt.Fprintf(&b, ledgerHead, l.Form)
	for _, id := range slices.Sorted(maps.Keys(l.Entries)) {
		fmt.Fprintf(&b, "%s %s %s\n", id, l.Entries[id].Updated, l.Entries[id].Fingerprint)
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write the ledger: %w", err)
	}
	return nil
}

// LedgerOf gives the ledger of the notices that are in force on the day. The error is
// that of reading notices that are not in memory.
func LedgerOf(set *notices.Set, day time.Time) (*notices.Ledger, error) {
	l := &notices.Ledger{Form: FingerprintForm, Entries: map[string]notices.LedgerEntry{}}
	for some, err := range set.Portions() {
		if err != nil {
			return nil, fmt.Errorf("read notices again: %w", err)
		}
		for _, c := range some {
			if c.Standing(day) != notices.InForce {
				continue
			}
			mark, err := Fingerprint(c, bodiesOf(set))
			if err != nil {
				return nil, err
			}
			l.Entries[c.ID.Value] = notices.LedgerEntry{Updated: cmp.Or(c.Updated.String(), "-"), Fingerprint: mark}
		}
	}
	return l, nil
}

// Since is what has become of a notice since the ledger was written.
type Since uint8

// What can have become of a notice. One that is not dated is perhaps not told either.
const (
	Same    Since = iota // it means what it meant, under the same date
	Dated                // it means something else or has another date, and all is said of that
	Undated              // it means something else, and has neither a later date nor that of the day
	Untold               // it means something else under a later date, and its change log has no entry for that
)

// SinceLedger gives what has become of a notice with that fingerprint since the ledger
// had the entry. Two changes on one day are one.
func SinceLedger(e notices.LedgerEntry, n *notices.Notice, mark string, day time.Time) Since {
	updated := cmp.Or(n.Updated.String(), "-")
	switch {
	case e.Fingerprint == mark && e.Updated == updated:
		return Same
	case e.Fingerprint == mark:
		return Dated
	case updated <= e.Updated && updated != day.Format(time.DateOnly):
		return Undated
	}
	told := slices.ContainsFunc(n.Changes, func(c notices.Change) bool {
		return c.Date.Said() && (c.Date.Time.After(e.Day()) || c.Date.Time.Equal(day))
	})
	if !told {
		return Untold
	}
	return Dated
}
