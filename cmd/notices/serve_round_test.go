package main

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/site/preview/watch"
)

// shownWhile runs one round during whose first runs more is changed, one change a
// run. It gives what was printed, how many runs began, and what the last one took
// for saved.
func shownWhile(t *testing.T, more []string) (out string, runs int, saved []string) {
	t.Helper()
	s := newServing()
	s.bind, s.source.source = "127.0.0.1", exampleCopy(t)
	ctx, cancel := context.WithTimeout(t.Context(), longEnough/3)
	defer cancel()
	changes := make(chan watch.Change)
	s.now = func() time.Time {
		if runs++; runs <= len(more) {
			select {
			case changes <- watch.Change{Paths: []string{more[runs-1]}}:
			case <-ctx.Done(): // nobody takes it
			}
		}
		return exampleToday
	}
	printed := &printed{}
	p, err := newShowing(s, printed)
	if err != nil {
		t.Fatal(err)
	}
	p.changes = changes
	if err := p.round(ctx, ready, nil); err != nil {
		t.Fatal(err)
	}
	return printed.String(), runs - 1, p.last.Saved // the last run asks for the time twice
}

func TestARunIsCutShortWhenMoreIsSaved(t *testing.T) {
	t.Parallel()
	out, runs, saved := shownWhile(t, []string{"content/site.yaml", "content/glossary.yaml"})
	if strings.Count(out, "\n") != 1 || !strings.HasPrefix(out, "Ready: ") || runs != 3 {
		t.Errorf("%d runs, want 3, and one line:\n%s", runs, out)
	}
	if diff := cmp.Diff([]string{"content/glossary.yaml", "content/site.yaml"}, saved); diff != "" {
		t.Errorf("what the last run takes for saved (-want +got)\n%s", diff)
	}
}

func TestWhoSavesWithoutAPauseSeesPagesToo(t *testing.T) {
	t.Parallel()
	var more []string
	for i := range cutsInARow {
		more = append(more, fmt.Sprintf("content/notices/%d.md", i))
	}
	out, runs, _ := shownWhile(t, more)
	if runs != cutsInARow+1 || !strings.HasPrefix(out, "Ready: ") {
		t.Errorf("%d runs, want %d:\n%s", runs, cutsInARow+1, out)
	}
}
