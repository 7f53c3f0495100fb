package rules

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const ledgerOfServices = "# What each notice means, and its date. Written by “notices ledger”. Form 1.\nhalls 2026-06-01 0000000000000001\nplots 2026-06-01 0000000000000001\n"

// After a change of the ledger, each notice is held against what it has now.
func TestAChangeOfTheLedgerIsSeen(t *testing.T) {
	t.Parallel()
	const ledger = "content/ledger.txt"
	for name, c := range map[string]struct {
		old, new string
		want     []string // rules that find something else in the notice on halls
	}{
		"its line":        {"halls 2026-06-01", "halls 2026-05-01", []string{"meaning-undated 1 May 2026"}},
		"another line":    {"plots 2026-06-01", "plots 2026-05-01", []string{"meaning-undated 1 June 2026"}},
		"it is taken out": {"halls 2026-06-01 0000000000000001\n", "", []string{"ledger-behind"}},
		"another form":    {"Form 1", "Form 0", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := newEditing(t, twoServices+"-- "+ledger+" --\n"+ledgerOfServices)
			o.replace("content/notices/halls.md", "controller:", "updated: 2026-04-01\ncontroller:")
			o.run(t)
			o.replace(ledger, c.old, c.new)
			var got []string
			for _, f := range o.run(t) {
				if f.Notice == "halls" && (strings.HasPrefix(f.Rule, "meaning-") || f.Rule == "ledger-behind") {
					_, day, _ := strings.Cut(strings.TrimSuffix(f.Message, ", and has no later date."), "than on")
					got = append(got, strings.TrimSpace(f.Rule+day))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A ledger that comes, or goes, is seen by the next run.
func TestALedgerComesAndGoes(t *testing.T) {
	t.Parallel()
	o := newEditing(t, twoServices)
	for _, there := range []bool{true, false, true} {
		delete(o.files, "content/ledger.txt")
		if there {
			o.files["content/ledger.txt"] = &fstest.MapFile{Data: []byte(ledgerOfServices)}
		}
		found := false
		for _, f := range o.run(t) {
			found = found || f.Rule == "meaning-undated"
		}
		if found != there {
			t.Errorf("there is a ledger: %v; it is used: %v", there, found)
		}
	}
}
