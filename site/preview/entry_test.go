package preview

import (
	"fmt"
	"testing"

	"notices.example/notices"
)

// What is said of several notices at one place is put together, however much is said
// there.
func TestFindingsAtOnePlaceArePutTogether(t *testing.T) {
	t.Parallel()
	for _, many := range []int{1, 2, 7, 8, 9, 30} {
		var findings []notices.Finding
		for line := range 2 {
			for notice := range 3 {
				for i := range many {
					findings = append(findings, notices.Finding{
						Rule: "rule", Message: fmt.Sprint("message ", i), Notice: fmt.Sprint("notice-", notice), Pos: notices.Pos{File: "a.yaml", Line: line + 1},
					})
				}
			}
		}
		entries := together(findings)
		if len(entries) != 2*many {
			t.Fatalf("%d entries of %d things at each of 2 places", len(entries), many)
		}
		for i, e := range entries {
			if want := fmt.Sprint("message ", i%many); e.Message != want || e.Pos.Line != 1+i/many || len(e.notices) != 3 {
				t.Errorf("entry %d is %q in line %d, of %q", i, e.Message, e.Pos.Line, e.notices)
			}
		}
	}
}
