package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strconv"
	"strings"

	"notices.example/notices"
)

// Fingerprints gives each finding, in the order of the list, something to know
// it again by: the same after lines have moved, after other files or other
// findings have come or gone, and whatever its words are. It is made of the rule,
// the notice, the file without its ending, the field and the item concerned. Items
// of a list that have no ID are not told apart in the field, because their numbers
// change when another one is put before them. Of findings that have all of this in
// common, each is known by its number from the top of the file.
//
// No two of a list are equal. The field must have been filled in: see
// notices.Fields.Fill.
func Fingerprints(findings []notices.Finding) []string {
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := findings[i], findings[j]
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Message, b.Message))
	})
	prints := make([]string, len(findings))
	times := map[string]int{}
	for _, i := range order {
		id := identity(findings[i])
		times[id]++
		sum := sha256.Sum256([]byte(id + "\x00" + strconv.Itoa(times[id])))
		prints[i] = hex.EncodeToString(sum[:16])
	}
	return prints
}

// identity is what of a finding does not change as long as it is not put right.
func identity(f notices.Finding) string {
	file := strings.TrimSuffix(f.Pos.File, path.Ext(f.Pos.File))
	return strings.Join([]string{f.Rule, f.Notice, file, f.StableField(), f.About}, "\x00")
}

// printed gives the fingerprints of entries. What concerns several notices is
// known again however many they are, so the notice does not count: the file does.
func printed(list []entry) []string {
	findings := make([]notices.Finding, len(list))
	for i, e := range list {
		findings[i] = e.Finding
		findings[i].Notice = ""
	}
	return Fingerprints(findings)
}
