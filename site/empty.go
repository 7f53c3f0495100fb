package site

import (
	"fmt"

	"notices.example/notices"
)

// checkLeft reports a site of which nothing would be left, because its notices have
// ended. That comes with a day, and nobody is at hand when a machine publishes: the
// site stays as it was until somebody has looked. Who makes all notices drafts, or
// lets them begin later, has said so.
func (p *plan) checkLeft() {
	if p.in.Draft || p.in.Preview || len(p.order) > 0 {
		return
	}
	f := notices.Finding{
		Rule: "site-empty", Severity: notices.Error, Pos: p.site.Pos,
		Message: fmt.Sprintf("No notice is in force on %s, so nothing would be left of the site.", p.in.Day.Format("2 January 2006")),
		Fix:     "If a notice still holds, give it a later day under “expires”, or take the line out. To take the site down, delete the published folder yourself.",
	}
	for _, face := range p.set.Faces {
		if face.Standing(p.in.Day) == notices.Expired {
			f.Related = append(f.Related, notices.Related{Pos: face.Expires.Pos, Message: "it ended on " + face.Expires.Time.Format("2 January 2006")})
		}
	}
	if len(f.Related) > 0 {
		p.findings = append(p.findings, f)
	}
}
