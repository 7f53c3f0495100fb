package rules

import "notices.example/notices"

var reviewDateMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "review-date-missing", Title: "An old notice with no day of review", Severity: notices.Warning,
		Provisions: []string{"5(2)", "24(1)"}, Section: notices.AboutSection,
		Why: "What a body does changes, and its notice has to follow. After a year without a change somebody should have looked at it, " +
			"and this one does not say when anyone will. The site can set how often, once for all notices.",
		Bad:  "updated: 2024-06-22\n",
		Good: "updated: 2024-06-22\nreview_due: 2026-12-31\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n, site := s.Notice, s.around.site()
		if site == nil || written(n.ReviewDue.Pos, site.ReviewEvery.Pos) || n.Expires.Said() {
			return nil
		}
		last := n.Effective
		for _, d := range []notices.Date{n.Updated, n.Reviewed} {
			if d.Time.After(last.Time) {
				last = d
			}
		}
		if !last.Said() || !s.Day.After(last.Time.AddDate(1, 0, 0)) {
			return nil
		}
		return finding(notices.Finding{
			Pos:     last.Pos,
			Message: "Nobody has looked at the notice since " + longDate(last.Time) + ", and it does not say when anyone will.",
			Fix:     "Say when it is to be checked next, or set an interval in site.yaml (review_every):\n\nreview_due: …",
		})
	},
}

var approvalMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "approval-missing", Title: "Not said who approved the notice", Severity: notices.Advice,
		Provisions: []string{"5(2)", "24(1)"}, Section: notices.AboutSection,
		Why: "A notice that says from when it holds has been put in force by somebody. The body must be able to show who that was: " +
			"name the role, never the person.",
		Bad:  "effective: 2026-06-22\n",
		Good: "effective: 2026-06-22\napproved_by: Head of leisure services\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		if n.IsDraft() || !n.Effective.Said() || written(n.ApprovedBy.Pos) {
			return nil
		}
		return finding(notices.Finding{
			Pos:     n.Effective.Pos,
			Message: "The notice holds from " + longDate(n.Effective.Time) + ", but does not say who approved it.",
			Fix:     "Name the role that approved it:\n\napproved_by: …",
		})
	},
}
