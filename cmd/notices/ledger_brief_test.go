package main

import (
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/change"
)

// Of a large site, which is read some notices at a time, the ledger and the archive say
// what they say of a small one.
func TestTheLedgerOfALargeSite(t *testing.T) {
	t.Parallel()
	root, day := os.DirFS("../.."), time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	whole, err := examineFiles(t.Context(), root, day, nil)
	if err != nil {
		t.Fatal(err)
	}
	brief, err := examineBriefly(t.Context(), root, day, 0)
	if err != nil {
		t.Fatal(err)
	}
	if brief.set.Completer == nil {
		t.Fatal("all notices are in memory")
	}
	kept := func(e *examined) (*notices.Ledger, map[string]string) {
		ledger, err := change.LedgerOf(e.set, e.day)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		if err := e.lacking(t.Context(), nil, func(v keptText) error { texts[v.path] = string(v.text); return nil }); err != nil {
			t.Fatal(err)
		}
		return ledger, texts
	}
	ledger, texts := kept(whole)
	again, textsAgain := kept(brief)
	if diff := cmp.Diff(ledger, again); diff != "" || len(ledger.Entries) == 0 {
		t.Errorf("the ledger (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(texts, textsAgain); diff != "" || len(texts) == 0 {
		t.Errorf("the archive (-want +got):\n%s", diff)
	}
}
