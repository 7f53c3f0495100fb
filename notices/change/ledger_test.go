package change

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/load"
)

func TestALedgerIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	want := map[string]notices.LedgerEntry{"tax": {Updated: "2026-11-22", Fingerprint: "66cc09a24d259031"}, "housing/repairs": {Updated: "-", Fingerprint: "0000000000000001"}}
	var b strings.Builder
	if err := WriteLedger(&b, &notices.Ledger{Form: FingerprintForm, Entries: want}); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{b.String(), strings.ReplaceAll(b.String(), "\n", "\r\n")} {
		got, findings := ledgerIn(t, text)
		if got == nil || got.Form != FingerprintForm {
			t.Fatalf("%+v %v", got, findings)
		}
		for id, e := range got.Entries {
			e.Pos = notices.Pos{}
			got.Entries[id] = e
		}
		if diff := cmp.Diff(want, got.Entries); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	for name, c := range map[string]struct {
		text string
		line int
	}{
		"twice":  {b.String() + "tax - 0000000000000001\n", 4},
		"short":  {b.String() + "bins 2026-11-22 66cc\n", 4},
		"words":  {b.String() + "bins 2026-11-22 66cc09a24d259031 x\n", 4},
		"gap":    {strings.Replace(b.String(), "\n", "\n\n", 1), 2},
		"before": {"\n" + b.String(), 1},
		"empty":  {"", 1},
	} {
		if got, findings := ledgerIn(t, c.text); got != nil || len(findings) != 1 || findings[0].Rule != "ledger-unreadable" || findings[0].Pos.Line != c.line {
			t.Errorf("%s: %+v, %v", name, got, findings)
		}
	}
}

// ledgerIn loads a site with that ledger.
func ledgerIn(t *testing.T, text string) (*notices.Ledger, []notices.Finding) {
	t.Helper()
	read, err := load.Load(fstest.MapFS{
		"content/site.yaml": {Data: []byte("title: Notices\nlaw: uk\n")}, LedgerFile: {Data: []byte(text)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return read.Corpus.Ledger, read.Findings
}

func TestAnotherMeaningNeedsALaterDateAndWords(t *testing.T) {
	t.Parallel()
	log := func(days ...string) (list []notices.Change) {
		for _, d := range days {
			list = append(list, notices.Change{Date: date(t, d)})
		}
		return list
	}
	for name, c := range map[string]struct {
		before, mark, updated string
		changes               []notices.Change
		want                  Since
	}{
		"nothing":                    {"2026-01-01", "a", "2026-01-01", nil, Same},
		"another date":               {"2026-01-01", "a", "2026-02-01", nil, Dated},
		"dated and told":             {"2026-01-01", "b", "2026-02-01", log("2026-02-01"), Dated},
		"dated, told before it held": {"2026-01-01", "b", "2026-02-01", log("2026-01-20"), Dated},
		"dated, told of another":     {"2026-01-01", "b", "2026-02-01", log("2026-01-01", "2025-06-01"), Untold},
		"dated, not told":            {"2026-01-01", "b", "2026-02-01", nil, Untold},
		"not dated":                  {"2026-01-01", "b", "2026-01-01", log("2026-02-01"), Undated},
		"dated back":                 {"2026-01-02", "b", "2026-01-01", nil, Undated},
		"never dated":                {"-", "b", "", nil, Undated},
		"dated for the first time":   {"-", "b", "2026-01-01", log("2026-01-01"), Dated},
		"its date taken away":        {"2026-01-01", "b", "", nil, Undated},
		"twice on the day":           {"2026-11-22", "b", "2026-11-22", log("2026-11-22"), Dated},
		"twice, and not told":        {"2026-11-22", "b", "2026-11-22", log("2026-11-21"), Untold},
	} {
		n := &notices.Notice{Changes: c.changes}
		if c.updated != "" {
			n.Updated = date(t, c.updated)
		}
		if got := SinceLedger(notices.LedgerEntry{Updated: c.before, Fingerprint: "a"}, n, c.mark, day); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func date(t *testing.T, s string) notices.Date {
	t.Helper()
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return notices.Date{Time: day}
}
