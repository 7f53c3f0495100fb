package site_test

import (
	"fmt"
	"strings"
	"testing"

	"notices.example/site"
	"notices.example/site/browsertest"
)

// tall shows a long page at once: what moves out of sight counts as not moved.
var tall = browsertest.View{Name: "wide and tall", Width: 1280, Height: 6000}

// On a slow line the rows of a long table come one after the other. Those that came
// first stay where they are.
func TestTablesAcrossNoticesStayAsTheyAreWhileRowsComeInABrowser(t *testing.T) {
	t.Parallel()
	set, base := example(t)
	out := render(t, site.Input{Set: set, Day: today, Draft: true})
	b := browsertest.Open(t)
	s := browsertest.ServeAsPublished(t, publish(t, out), base)
	for _, page := range []string{"how-long.html", "automated.html"} {
		html := file(t, out, page)
		cuts := afterFirstRows(html)
		if len(cuts) == 0 {
			t.Errorf("%s has no table to cut", page)
		}
		for _, cut := range cuts {
			for _, moved := range b.ShiftsInHalves(t, s, page, cut, tall) {
				t.Errorf("%s moves when what begins with %s comes later: %s", page, fmt.Sprintf("%.80q", html[cut:]), moved)
			}
		}
	}
}

// afterFirstRows gives where the first row of each table ends that has more.
func afterFirstRows(html string) (cuts []int) {
	at := 0
	for {
		begin := strings.Index(html[at:], "<tbody>")
		if begin < 0 {
			return cuts
		}
		begin += at
		end := begin + strings.Index(html[begin:], "</tbody>")
		first := begin + strings.Index(html[begin:end], "</tr>") + len("</tr>")
		if first < end {
			cuts = append(cuts, first)
		}
		at = end
	}
}
