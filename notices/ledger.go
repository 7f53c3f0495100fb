package notices

import (
	"cmp"
	"slices"
	"time"
)

// Ledger is content/ledger.txt: what each notice meant when it was last dated, by the
// notice's ID. It is kept with the notices, so that a change of meaning without a new
// date is seen without the history of the files. “notices ledger” writes it.
type Ledger struct {
	Pos     Pos
	Form    int // in which its fingerprints are made; those of another form cannot be compared
	Entries map[string]LedgerEntry
}

// LedgerEntry is one notice in the ledger.
type LedgerEntry struct {
	Pos         Pos
	Updated     string // YYYY-MM-DD; - when the notice has no date
	Fingerprint string // of what it means; 16 hexadecimal digits
}

// Day gives the day on which the notice was last updated; zero when it had no date.
func (e LedgerEntry) Day() time.Time {
	day, err := time.Parse(time.DateOnly, e.Updated)
	if err != nil {
		return time.Time{}
	}
	return day
}

// Version is content/archive/<notice>/<day>.txt: the words of a notice as people read
// them from that day on. A file <day>.<language>.txt has them in another language.
type Version struct {
	Pos    Pos
	Notice string // its ID
	From   Date   // the day from which it held
	Lang   string // BCP 47 tag; empty for the main language
	Sum    string // a digest of the file: all that is kept of its words, which may be many
}

// Archive is the kept versions of notices, the oldest first, by the notice's ID.
type Archive map[string][]*Version

// Keep adds a version.
func (a *Archive) Keep(v *Version) {
	if *a == nil {
		*a = Archive{}
	}
	(*a)[v.Notice] = append((*a)[v.Notice], v)
}

// Sort puts the versions of each notice in order.
func (a Archive) Sort() {
	for _, list := range a {
		slices.SortFunc(list, func(a, b *Version) int {
			return cmp.Or(a.From.Time.Compare(b.From.Time), cmp.Compare(a.Lang, b.Lang))
		})
	}
}

// Has reports whether there is the version of a notice from that day, in that language.
func (a Archive) Has(notice string, from time.Time, lang string) bool {
	return slices.ContainsFunc(a[notice], func(v *Version) bool { return v.From.Time.Equal(from) && v.Lang == lang })
}

// Since gives the day from which the notice has read as it does: the one on which it was
// last updated, or on which it takes effect when that is later.
func (n *Notice) Since() Date { return since(n.Effective, n.Updated) }

func since(effective, updated Date) Date {
	if effective.Time.After(updated.Time) {
		return effective
	}
	return updated
}
