package rules

import (
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
	"notices.example/notices/prose"
)

var promiseUnkept = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "promise-unkept", Title: "The text points to something that is not there", Severity: notices.Warning,
		Provisions: []string{"12(1)", "13", "14"},
		Why: "“See our retention schedule” helps only those who can find it. What a text points to has to be linked in it, listed under documents, " +
			"or be a notice of this site that the page leads to.",
		Bad:  visitsText("Our retention schedule tells how long we keep each kind of record."),
		Good: visitsText("[Our retention schedule](https://anytown.example/schedule) tells how long we keep each kind of record."),
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		reported := map[string]bool{}
		for _, sn := range s.around.sentences(s.Notice.Pos.File) {
			if sn.Key != bodyKey {
				continue
			}
			for _, p := range promises {
				at := p.in(sn)
				if at == nil || reported[p.about] || sn.negated() || isVagueRule(sn, at) || s.keeps(p) {
					continue
				}
				reported[p.about] = true
				list = append(list, notices.Finding{
					Pos:     sn.at(at[:2]),
					Message: "The text points to " + quote(sn.words(at[:2])) + ", but nothing here leads there.",
					Fix:     "Link it, or list it with its address:\n\ndocuments:\n  - title: …\n    link: …",
				})
			}
		}
		return list
	},
}

// isVagueRule reports whether a sentence keeps data “in line with” what it points
// to and gives no period, of which retention-vague-in-text tells.
func isVagueRule(sn sentence, at []int) bool {
	return inLineWith.MatchString(sn.Lower[:at[0]]) && !aPeriod.MatchString(sn.Lower)
}

var (
	inLineWith = pattern.MustCompile(`\bin (?:line|accordance|keeping) with $`)
	aPeriod    = pattern.MustCompile(`\b(?:days?|weeks?|months?|years?|until)\b`)
)

// pointer is something that texts point to.
type pointer struct {
	claim
	about string           // as it is called in a message
	known *pattern.Pattern // matches the title, words or address of what leads there
}

var promises = []pointer{
	{claimed("schedule", `\b(?:our|the council's|its) (?:[a-z]+ (?:and )?){0,2}(?:retention|disposal)(?: and (?:retention|disposal))? schedule\b`),
		"schedule", pattern.MustCompile(`(?i)schedule|retention`)},
	{claimed("privacy", `\b(?:our|the council's|its) (?:corporate|general|main|full) privacy (?:notice|policy|statement)\b`),
		"notice", pattern.MustCompile(`(?i)privacy|corporate|main notice`)},
	{claimed("cookie", `\b(?:our|the council's|its) cookies? (?:policy|notice|page|statement)\b`),
		"cookies", pattern.MustCompile(`(?i)cookie`)},
}

// keeps reports whether something in the notice leads to what its text points to:
// a link, a document, a row of a schedule, or the corporate notice it builds on. A
// document without an address is reported by document-link-missing.
func (s *Subject) keeps(p pointer) bool {
	n := s.Notice
	if p.about == "notice" && (s.corporateName().id != "" || n.IsCorporate()) {
		return true
	}
	for _, d := range n.Documents {
		if p.known.MatchString(d.Title.Value) {
			return true
		}
	}
	for _, r := range n.Retention {
		if p.about == "schedule" && (r.Schedule.Link.Said() || written(r.Schedule.Link.Pos)) {
			return true
		}
	}
	doc := s.around.markdown(n.Pos.File)
	return doc != nil && slices.ContainsFunc(doc.Links, func(link prose.Link) bool {
		return p.known.MatchString(link.Text) || p.known.MatchString(strings.ReplaceAll(link.Destination, "-", " "))
	})
}
