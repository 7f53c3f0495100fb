package rules

import (
	"strings"

	"notices.example/notices"
)

var serviceNoticeMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "service-notice-missing", Title: "A service has no notice", Severity: notices.Warning,
		Provisions: []string{"12(1)", "13", "14"},
		Why: "A corporate notice that names a service promises that people can read about it. " +
			"Each service needs its own notice here, or a link to one that is published elsewhere. A draft is no help: it is not published, so readers get no link.",
		Bad:  "kind: corporate\ncovers: [Blue badges]\n",
		Good: "kind: corporate\ncovers:\n  - name: Blue badges\n    link: https://anytown.example/blue-badges/privacy\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, c := range s.Notice.Covers {
			if c.Link.Said() {
				continue
			}
			f := notices.Finding{
				Pos: firstPos(c.Name.Pos, c.Pos), About: c.Name.Value,
				Message: "The notice covers the service " + quote(c.Name.Value) + ", which has no notice of its own and no link to one.",
				Fix:     "Name its notice, or link the one that is published elsewhere:\n\ncovers:\n  - name: " + c.Name.Value + "\n    notice: " + s.likelyNotice(c.Name.Value),
			}
			if c.Notice.Said() {
				draft, is := s.index.drafts[c.Notice.Value]
				if !is || s.Notice.IsDraft() {
					continue
				}
				f.Pos = c.Notice.Pos
				f.Message = "The notice covers the service " + quote(c.Name.Value) + ", but the notice of that service is a draft. Readers get no link to it."
				f.Fix = "Publish the draft, or link a notice that is published elsewhere until then:\n\nlink: …"
				f.Related = []notices.Related{{Pos: firstPos(draft.Status.Pos, draft.Pos), Message: "a draft"}}
			}
			list = append(list, f)
		}
		return list
	},
}

// likelyNotice gives the notice that a service's name seems to mean.
func (s *Subject) likelyNotice(service string) string {
	if id, known := s.index.named[folded(service)]; known {
		return id
	}
	return strings.ReplaceAll(folded(service), " ", "-")
}
