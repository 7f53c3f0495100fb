package preview

import (
	"slices"
	"strings"

	"notices.example/notices"
)

// setFindings has the findings ready to be looked for. There are very many more than
// anybody looks at, so what a page needs of them is worked out when it is asked for.
func (st *state) setFindings() {
	st.entries = together(st.Findings)
	st.total = count(st.entries)
	for i := range st.Findings {
		if f := &st.Findings[i]; f.Notice != "" {
			st.about[f.Notice] = append(st.about[f.Notice], f)
		}
	}
}

// in gives the findings in a content file: all of them stand together.
func (st *state) in(file string) []notices.Finding {
	if file == "" {
		return nil
	}
	if again, is := st.first.in(file); is {
		return again
	}
	byFile := func(f notices.Finding, file string) int { return strings.Compare(f.Pos.File, file) }
	start, _ := slices.BinarySearchFunc(st.Findings, file, byFile)
	end := start
	for end < len(st.Findings) && st.Findings[end].Pos.File == file {
		end++
	}
	return st.Findings[start:end:end]
}

// whom gives the notices that the entry of a finding concerns.
func (st *state) whom(f *notices.Finding) []string {
	i, _ := slices.BinarySearchFunc(st.entries, f.Pos, func(e entry, p notices.Pos) int { return e.Pos.Compare(p) })
	for ; i < len(st.entries) && st.entries[i].Pos.Compare(f.Pos) == 0; i++ {
		if identify(st.entries[i].Finding) == identify(f) {
			return st.entries[i].notices
		}
	}
	return nil
}

// line gives the line that a finding stands on, or nil when there is nothing to see.
func (st *state) line(p notices.Pos) *line {
	if st.Line == nil || p.Line <= 0 {
		return nil
	}
	l := newLine(st.Line(p.File, p.Line), p)
	if !l.Seen() {
		return nil
	}
	return &l
}

func copies(findings []*notices.Finding) []notices.Finding {
	list := make([]notices.Finding, 0, len(findings))
	for _, f := range findings {
		list = append(list, *f)
	}
	return list
}
