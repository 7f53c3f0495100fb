package report

import (
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
)

// summary says in a sentence or two how many findings there are.
func summary(g groups, outcome string) string {
	parts := []string{counted(g.open) + "."}
	if len(g.open) == 0 && len(g.drafts)+len(g.accepted) > 0 {
		parts[0] = "Nothing is open."
	}
	if n := len(g.drafts); n > 0 {
		parts = append(parts, plural(n, "finding", "findings")+" in "+whereUnpublished(g.drafts)+".")
	}
	if n := len(g.accepted); n > 0 {
		parts = append(parts, plural(n, "finding", "findings")+" accepted.")
	}
	if outcome != "" {
		parts = append(parts, clean(outcome))
	}
	return strings.Join(parts, " ")
}

// whereUnpublished says what findings stand in that keep nothing from being published.
func whereUnpublished(list []entry) string {
	ended := func(e entry) bool { return e.Ended }
	switch {
	case !slices.ContainsFunc(list, ended):
		return "drafts"
	case slices.ContainsFunc(list, func(e entry) bool { return !ended(e) }):
		return "drafts and notices that have ended"
	}
	return "notices that have ended"
}

func counted(list []entry) string {
	if len(list) == 0 {
		return "No findings"
	}
	bySeverity := map[notices.Severity]int{}
	files := map[string]bool{}
	for _, f := range list {
		bySeverity[f.Severity]++
		files[f.Pos.File] = true
	}
	var words []string
	if n := bySeverity[notices.Error]; n > 0 {
		words = append(words, plural(n, "error", "errors"))
	}
	if n := bySeverity[notices.Warning]; n > 0 {
		words = append(words, plural(n, "warning", "warnings"))
	}
	if n := bySeverity[notices.Advice]; n > 0 {
		words = append(words, plural(n, "piece of advice", "pieces of advice"))
	}
	return strings.Join(words, ", ") + " in " + plural(len(files), "file", "files")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
