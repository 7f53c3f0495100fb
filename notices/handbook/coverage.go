package handbook

import (
	"slices"
	"strings"

	"notices.example/notices/law"
)

// Row is a provision of the duties to inform, and the rules that serve it or why
// there is none.
type Row struct {
	Provision law.Provision
	Rules     []string
	Reason    string
}

// informing are the provisions besides Articles 13 and 14 that say what people
// are to be told in a notice, or how.
var informing = []string{"12(1)", "21(4)", "26(2)"}

// informs reports whether a provision is a duty to inform by a notice.
func informs(id string) bool {
	return strings.HasPrefix(id, "13(") || strings.HasPrefix(id, "14(") || slices.Contains(informing, id) || strings.HasPrefix(id, "DPA 2018 s.44(")
}

// Coverage gives a row for every provision that says what a notice has to tell
// people, in the order of the law.
func (h *Handbook) Coverage() []Row {
	var list []Row
	for _, p := range h.Law.Provisions {
		if !informs(p.ID) {
			continue
		}
		row := Row{Provision: p, Reason: unserved[p.ID]}
		for _, d := range h.Serving(p.ID) {
			row.Rules = append(row.Rules, d.ID)
		}
		list = append(list, row)
	}
	return list
}

// Unserved gives the provisions for which a reason is stated why no rule serves
// them.
func Unserved() []string {
	var list []string
	for id := range unserved {
		list = append(list, id)
	}
	slices.Sort(list)
	return list
}
