package preview

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/site"
)

// views gives findings as people read them on a page with those headings.
func (s *Server) views(st *state, entries []entry, headings map[string]heading) []entryView {
	list := make([]entryView, 0, len(entries))
	for _, e := range entries {
		list = append(list, s.view(st, e, headings))
	}
	return list
}

func (s *Server) view(st *state, e entry, headings map[string]heading) entryView {
	v := entryView{
		ID: identify(e.Finding).id(), Kind: e.Severity.String(), Label: label(e), Message: plain(e.Message), Where: where(e.Pos), Place: plain(e.Pos.String()),
		Editor: s.editorLink(e.Pos), Also: also(e), Rule: e.Rule, Title: s.ruleTitle(e.Rule), RuleHref: s.ruleHref(e.Rule), Law: s.law(e.Provisions),
		Accepted: acceptance(e.Accepted), section: site.SectionOf(*e.Finding),
	}
	v.Line = st.line(e.Pos)
	v.Fix, v.Paste, _ = strings.Cut(plain(e.Fix), "\n")
	v.Paste = strings.Trim(v.Paste, "\n")
	for _, r := range e.Related {
		v.Related = append(v.Related, relatedView{where(r.Pos), plain(r.Pos.String()), plain(r.Message), s.editorLink(r.Pos)})
	}
	if h, ok := headings[string(v.section)]; ok {
		v.Goto, v.Href = h.text, "#"+string(v.section)
	}
	return v
}

// label says what a finding keeps from being published.
func label(e entry) string {
	switch {
	case e.Accepted != nil:
		return "Accepted for now"
	case e.Severity == notices.Error && e.Unpublished():
		return "Error in a notice that is not published"
	case e.Severity == notices.Error:
		return "Error: put this right before you publish"
	case e.Severity == notices.Warning:
		return "Warning"
	}
	return "Advice"
}

// also says for how many other notices it is put right at once.
func also(e entry) string {
	others := slices.Compact(slices.Sorted(slices.Values(e.notices)))
	others = slices.DeleteFunc(others, func(id string) bool { return id == e.Notice })
	if len(others) == 0 || e.Notice == "" {
		return ""
	}
	return "Put right here, it is right in " + counted(len(others), "other notice", "other notices") + " too."
}

func acceptance(a *notices.Acceptance) string {
	if a == nil {
		return ""
	}
	words := "Accepted"
	if a.By.Said() {
		words += " by " + plain(a.By.Value)
	}
	if a.Until.Said() {
		words += " until " + date(a.Until.Time)
	}
	if a.Reason.Said() {
		words += ": " + plain(a.Reason.Value)
	}
	return words
}

func (s *Server) law(provisions []string) string {
	var cited []string
	for _, id := range provisions {
		if s.o.Cite != nil {
			id = s.o.Cite(id)
		}
		cited = append(cited, id)
	}
	return strings.Join(cited, ", ")
}

// ruleTitle gives what a rule is called.
func (s *Server) ruleTitle(id string) string {
	if s.o.RuleTitle != nil {
		return cmp.Or(s.o.RuleTitle(id), id)
	}
	return id
}

// where names a place as people do. Its path is said beside it.
func where(p notices.Pos) string {
	if p.File == "" || p.Line == 0 {
		return plain(p.String())
	}
	return fmt.Sprintf("%s, line %d", plain(path.Base(p.File)), p.Line)
}

func (s *Server) ruleHref(id string) string {
	if s.o.RulePage == nil || id == "" {
		return ""
	}
	return fmt.Sprintf("%srules/%s", ownPath, id)
}
