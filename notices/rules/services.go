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
			"Each service needs its own notice here, or a link to one that is published elsewhere.",
		Bad:  "kind: corporate\ncovers: [Blue badges]\n",
		Good: "kind: corporate\ncovers:\n  - name: Blue badges\n    link: https://anytown.example/blue-badges/privacy\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, c := range s.Notice.Covers {
			if c.Notice.Said() || c.Link.Said() {
				continue
			}
			list = append(list, notices.Finding{
				Pos: firstPos(c.Name.Pos, c.Pos), About: c.Name.Value,
				Message: "The notice covers the service " + quote(c.Name.Value) + ", which has no notice of its own and no link to one.",
				Fix:     "Name its notice, or link the one that is published elsewhere:\n\ncovers:\n  - name: " + c.Name.Value + "\n    notice: " + s.likelyNotice(c.Name.Value),
			})
		}
		return list
	},
}

// likelyNotice gives the notice that a service's name seems to mean.
func (s *Subject) likelyNotice(service string) string {
	for _, c := range s.Set.Notices {
		if folded(c.Title.Value) == folded(service) || folded(c.Service.Value) == folded(service) {
			return c.ID.Value
		}
	}
	return strings.ReplaceAll(folded(service), " ", "-")
}
