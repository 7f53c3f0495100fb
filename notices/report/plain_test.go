package report_test

import (
	"testing"

	"notices.example/notices/report"
)

func TestPlainShowsWhatCouldSteerATerminal(t *testing.T) {
	t.Parallel()
	got := report.Plain("such as a\x1b[31mred\nnext\u202eline\n")
	for _, hidden := range []rune{'\x1b', '\u202e'} {
		for _, r := range got {
			if r == hidden {
				t.Errorf("Plain leaves %U in %q", hidden, got)
			}
		}
	}
	if want := "line\n"; len(got) < len(want) || got[len(got)-len(want):] != want {
		t.Errorf("Plain(…) = %q, want the lines kept", got)
	}
}
