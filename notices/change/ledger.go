package change

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
)

// Ledger is what each notice meant when it was last dated, by its ID. It is kept
// with the notices, so that a change of meaning without a new date is seen without
// the history of the files.
type Ledger map[string]Entry

// Entry is one notice in the ledger.
type Entry struct {
	Updated     string // YYYY-MM-DD; - when the notice has no date
	Fingerprint string
}

// ErrForm is returned for a ledger whose fingerprints are of another form than
// FingerprintForm, and so cannot be compared.
var ErrForm = errors.New("the ledger was written by another release of the program")

const ledgerHead = "# What each notice means, and its date. Written by “notices ledger”. Form %d.\n"

var ledgerForm = regexp.MustCompile(`Form \d+\.$`)

var ledgerLine = regexp.MustCompile(`^([a-z0-9/-]+) (\d{4}-\d{2}-\d{2}|-) ([0-9a-f]{16})$`)

// ReadLedger reads a ledger as Write writes it. It refuses any other line, such as
// those that a merge leaves behind, and says which.
func ReadLedger(r io.Reader) (Ledger, error) {
	l, lines := Ledger{}, bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if n == 1 {
			switch head := fmt.Sprintf(ledgerHead, FingerprintForm); {
			case line+"\n" == head:
				continue
			case ledgerForm.ReplaceAllString(line, "") == ledgerForm.ReplaceAllString(strings.TrimSuffix(head, "\n"), ""):
				return nil, ErrForm
			}
		}
		parts := ledgerLine.FindStringSubmatch(line)
		if parts == nil {
			return nil, fmt.Errorf("line %d of the ledger is not one that the program wrote", n)
		}
		if _, twice := l[parts[1]]; twice {
			return nil, fmt.Errorf("line %d of the ledger names %s for the second time", n, parts[1])
		}
		l[parts[1]] = Entry{parts[2], parts[3]}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the ledger: %w", err)
	}
	return l, nil
}

// Write writes the ledger, a line for each notice in the order of their IDs, so that
// changes of different notices do not meet in a merge.
func (l Ledger) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, ledgerHead, FingerprintForm)
	for _, id := range slices.Sorted(maps.Keys(l)) {
		fmt.Fprintf(&b, "%s %s %s\n", id, l[id].Updated, l[id].Fingerprint)
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write the ledger: %w", err)
	}
	return nil
}

// LedgerOf gives the ledger of the notices that are in force on the day.
func LedgerOf(set *notices.Set, day time.Time) (Ledger, error) {
	l := Ledger{}
	for id, c := range inForce(set, day) {
		mark, err := Fingerprint(set, c)
		if err != nil {
			return nil, err
		}
		e := Entry{c.Updated.String(), mark}
		if e.Updated == "" {
			e.Updated = "-"
		}
		l[id] = e
	}
	return l, nil
}

// Undated gives the notices that mean something else than the ledger says and have
// neither a later date nor that of the day, in the order of their IDs.
func (l Ledger) Undated(now Ledger, day time.Time) []string {
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(now)) {
		before, known := l[id]
		if known && before.Fingerprint != now[id].Fingerprint && now[id].Updated <= before.Updated && now[id].Updated != day.Format(time.DateOnly) {
			ids = append(ids, id)
		}
	}
	return ids
}
