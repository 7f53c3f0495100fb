package main

import (
	"encoding/hex"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// How much TestRunAgainIsACleanRun does besides what it does of itself: for a long
// run, or for the history that a failure has printed.
var (
	againEdits     = flag.Int("again-edits", 15, "how many random edits each history has")
	againSeed      = flag.Uint64("again-seed", 1, "the seed of the first random history")
	againHistories = flag.Int("again-histories", 4, "how many random histories")
	againHistory   = flag.String("again-history", "", "make this history of edits, and no other")
)

// history is a site and the edits made to it, one after the other. It is written as
// town:0001020a0b0c, with three bytes for an edit.
type history struct {
	site  string
	edits []edit
}

// String gives the history as -again-history takes it.
func (h history) String() string {
	b := []byte{}
	for _, e := range h.edits {
		b = append(b, e[:]...)
	}
	return h.site + ":" + hex.EncodeToString(b)
}

func parseHistory(s string) (history, error) {
	site, edits, _ := strings.Cut(s, ":")
	b, err := hex.DecodeString(edits)
	if err != nil || sites[site] == nil {
		return history{}, fmt.Errorf("%q is no history of edits: %v", s, err)
	}
	return historyOf(site, b), nil
}

func historyOf(site string, b []byte) history {
	h := history{site: site}
	for e := range slices.Chunk(b[:len(b)/3*3], 3) {
		h.edits = append(h.edits, edit(e))
	}
	return h
}

// A site is edited at random, as people edit. After each edit the run that uses the
// last one again, as the preview does, gives what a run from the start gives, byte
// for byte; so do the pages that browsers get, and a folder that was published to
// before. Every fourth history is one of the example site.
func TestRunAgainIsACleanRun(t *testing.T) {
	t.Parallel()
	if *againHistory != "" {
		h, err := parseHistory(*againHistory)
		if err != nil {
			t.Fatal(err)
		}
		sameAgain(t, h)
		return
	}
	for i := range *againHistories {
		seed := *againSeed + uint64(i)
		t.Run(fmt.Sprint("seed=", seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(seed, 0))
			h := history{site: "town"}
			if seed%4 == 0 {
				h.site = "example"
			}
			for range *againEdits {
				h.edits = append(h.edits, edit{byte(random.Uint32()), byte(random.Uint32()), byte(random.Uint32())})
			}
			sameAgain(t, h)
		})
	}
}

// Each swap, each own file and each way to look at the site is tried alone, and taken
// back: what a run leaves out of a comparison shows when nothing else is other.
func TestEachEditAloneIsACleanRun(t *testing.T) {
	t.Parallel()
	var alone []edit
	for i := range swaps {
		alone = append(alone, edit{swapping, byte(i), 0})
	}
	for i := range ownFiles {
		alone = append(alone, edit{owning, byte(i), 0})
	}
	for i := range 9 {
		alone = append(alone, edit{looking, byte(i), byte(i / 3)})
	}
	for half := range 2 {
		t.Run(fmt.Sprint("half=", half), func(t *testing.T) {
			t.Parallel()
			var some []edit
			for i, e := range alone {
				if i%2 == half {
					some = append(some, e)
				}
			}
			eachAlone(t, some)
		})
	}
}

// eachAlone makes and takes back one edit after the other. What stands at first is
// made from the start only once.
func eachAlone(t *testing.T, edits []edit) {
	t.Helper()
	o := newOffice(t, "town")
	first := o.run(t, nil)
	for i, e := range edits {
		o.edit(t, e)
		wrong := o.compare(t, o.run(t, nil), i%8 == 7 || e[0] == looking)
		if wrong == "" {
			o.edit(t, takingBack)
			wrong = o.compare(t, first, false)
		}
		o.before = nil
		if wrong != "" {
			tell(t, fmt.Sprintf("edit %d of %d", i+1, len(edits)), history{"town", []edit{e, takingBack}}, wrong)
			o = newOffice(t, "town")
		}
	}
}

// A notice shows the summaries of those that it covers, so a summary that changes
// is seen on a page of another notice.
func TestASummaryIsSeenOnOtherPages(t *testing.T) {
	t.Parallel()
	o := newOffice(t, "town")
	o.edit(t, edit{swapping, byte(slices.IndexFunc(swaps, func(s swap) bool { return s.file == townGarden && strings.HasPrefix(s.old, "summary: ") })), 0})
	if o.last.output == nil {
		t.Fatal("the site cannot be shown as it is at first")
	}
	if wrong := o.compare(t, o.run(t, nil), false); wrong != "" {
		t.Error(wrong)
	}
	if !slices.Contains(o.last.output.Changed, "notices/town/corporate.html") {
		t.Errorf("the page of the notice that covers it is not among what changed: %v", o.last.output.Changed)
	}
}

// FuzzRunAgain takes three bytes for an edit, and three edits at most: what takes ten
// seconds counts as hanging. -again-history makes the edits again, and says more.
func FuzzRunAgain(f *testing.F) {
	f.Add([]byte("notices"))
	f.Add([]byte{swapping, 0, 0, looking, 1, 2, owning, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		h := historyOf("town", data[:min(len(data), 9)])
		o := newOffice(t, h.site)
		for _, e := range h.edits {
			o.edit(t, e)
		}
		if wrong := o.compare(t, o.run(t, nil), false); wrong != "" {
			t.Errorf("-again-history %s\n%s", h, wrong)
		}
	})
}

// sameAgain makes the edits of a history one after the other. When a run comes out
// other than a clean one, it looks for the fewest edits that bring this about.
func sameAgain(t *testing.T, h history) {
	t.Helper()
	if wrong, at := play(t, h, true); wrong != "" {
		h.edits = h.edits[:at+1]
		tell(t, fmt.Sprint("edit ", at+1), h, wrong)
	}
}

// tell fails the test with the shortest history found, and how to make it again.
func tell(t *testing.T, at string, h history, wrong string) {
	t.Helper()
	h = fewest(t, h)
	if less, _ := play(t, h, false); less != "" {
		wrong = less
	}
	t.Errorf("%s: after these edits, the run is other than a clean one:\n%s\nMake them again:\n  go test ./cmd/notices -run TestRunAgainIsACleanRun -again-history %s\n\n%s",
		at, retold(h), h, wrong)
}

// fewest leaves out of a history, whose last edit makes the difference, all edits
// that it does not hang on.
func fewest(t *testing.T, h history) history {
	for size := max(len(h.edits)/2, 1); size > 0; size /= 2 {
		for i := 0; i+size < len(h.edits); {
			fewer := history{h.site, slices.Concat(h.edits[:i], h.edits[i+size:])}
			if wrong, _ := play(t, fewer, false); wrong != "" {
				h = fewer
				continue
			}
			i += size
		}
	}
	if wrong, at := play(t, h, true); wrong != "" {
		h.edits = h.edits[:at+1] // an edit before the last shows it too
	}
	return h
}

// play makes the edits with a memory of its own, and says what is other than in a
// clean run after one of them: after any, or after the last.
func play(t *testing.T, h history, each bool) (wrong string, at int) {
	t.Helper()
	o := newOffice(t, h.site)
	for i, e := range h.edits {
		o.edit(t, e)
		last := i == len(h.edits)-1
		if each || last {
			if wrong := o.compare(t, o.run(t, nil), last || i%8 == 7); wrong != "" {
				return wrong, i
			}
		}
	}
	return "", 0
}

// retold lists the edits of a history, as they come one after the other.
func retold(h history) string {
	o := &office{state: state{files: sites[h.site]()}}
	var b strings.Builder
	for _, e := range h.edits {
		fmt.Fprintf(&b, "  %x %s\n", e[:], e.make(o))
	}
	return b.String()
}
