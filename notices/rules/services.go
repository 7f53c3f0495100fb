package rules

import (
	"strings"

	"notices.example/notices"
)

var serviceNoticeMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "service-notice-missing", Title: "A service has no notice", Severity: notices.Warning,
		Provisions: []string{"12(1)", "13", "14"}, Section: notices.ServicesSection,
		Why: "A corporate notice that names a service promises that people can read about it. " +
			"Each service needs its own notice here, or a link to one that is published elsewhere. A notice that is not published is no help: readers get no link to a draft, nor to one that takes effect later or has ended.",
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
				service, lacking := s.lacks(c.Notice.Value)
				if !lacking {
					continue
				}
				f.Pos = c.Notice.Pos
				f.Message = "The notice covers the service " + quote(c.Name.Value) + ", but the notice of that service " + service.why() + ". Readers get no link to it."
				f.Fix, f.Related = coverInstead[service.standing], service.related()
			}
			list = append(list, f)
		}
		return list
	},
}

// coverInstead says what to do about a service whose notice is not published.
var coverInstead = map[notices.Standing]string{
	notices.Draft:   "Publish the draft, or link a notice that is published elsewhere until then:\n\nlink: …",
	notices.Future:  "Link a notice that is published elsewhere until then:\n\nlink: …",
	notices.Expired: "Name the notice that holds now, or take the service out:\n\nnotice: …",
}

// likelyNotice gives the notice that a service's name seems to mean.
func (s *Subject) likelyNotice(service string) string {
	if id := s.around.named(service); id != "" {
		return id
	}
	return strings.ReplaceAll(folded(service), " ", "-")
}
