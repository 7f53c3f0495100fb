package change

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestALedgerIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	want := Ledger{"tax": {"2026-11-22", "66cc09a24d259031"}, "housing/repairs": {"-", "0000000000000001"}}
	var b strings.Builder
	if err := want.Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{b.String(), strings.ReplaceAll(b.String(), "\n", "\r\n")} {
		got, err := ReadLedger(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	for name, line := range map[string]string{
		"conflict": "<<<<<<< HEAD", "twice": "tax - 0000000000000001", "short": "bins 2026-11-22 66cc", "words": "bins 2026-11-22 66cc09a24d259031 x",
	} {
		if _, err := ReadLedger(strings.NewReader(b.String() + line + "\n")); err == nil || !strings.Contains(err.Error(), "line 4") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ReadLedger(strings.NewReader(fmt.Sprintf(ledgerHead, 0))); !errors.Is(err, ErrForm) {
		t.Errorf("another form: %v", err)
	}
	for _, head := range []string{"<<<<<<< HEAD\n", "\n"} {
		if _, err := ReadLedger(strings.NewReader(head + b.String())); err == nil || errors.Is(err, ErrForm) {
			t.Errorf("%q is taken for another form: %v", head, err)
		}
	}
}

func TestAnotherMeaningNeedsALaterDate(t *testing.T) {
	t.Parallel()
	before := Ledger{"same": {"2026-01-01", "a"}, "dated": {"2026-01-01", "a"}, "undated": {"2026-01-01", "a"}, "back": {"2026-01-02", "a"}, "never": {"-", "a"}, "gone": {"2026-01-01", "a"}, "today": {"2026-11-22", "a"}}
	now := Ledger{"same": {"2026-01-01", "a"}, "dated": {"2026-02-01", "b"}, "undated": {"2026-01-01", "b"}, "back": {"2026-01-01", "b"}, "never": {"-", "b"}, "new": {"2026-01-01", "b"}, "today": {"2026-11-22", "b"}}
	if diff := cmp.Diff([]string{"back", "never", "undated"}, before.Undated(now, day)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
