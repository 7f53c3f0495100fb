package rules

import (
	"fmt"

	"notices.example/notices"
)

var questionOpen = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "question-open", Title: "A question is still open", Severity: notices.Error,
		Provisions: []string{"5(2)"}, Section: notices.AboutSection,
		Why:  "An open question, such as “for the data protection officer to advise”, says that the notice is not ready. Answer it, then take it out.",
		Bad:  "open_questions:\n  - question: How long do we keep the waiting list?\n    for: Data protection officer\n",
		Good: "# The answer stands under retention, and the question is gone.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, q := range s.Notice.OpenQuestions {
			if refused(q.Question) {
				continue
			}
			message := "A question is still open: " + quote(q.Question.Value)
			if q.For.Said() {
				message += " It is for: " + q.For.Value + "."
			}
			list = append(list, notices.Finding{
				Pos: q.Pos, About: q.About.Value, Message: message,
				Fix: "Put the answer in its place in the notice, and take the question out of open_questions. Until then the notice can be a draft:\n\nstatus: draft",
			})
		}
		return list
	},
}

var transitionEndMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transition-end-missing", Title: "A transition has no end", Severity: notices.Warning,
		Provisions: []string{"12(1)"}, Section: notices.TransitionSection,
		Why:  "While one body takes over from others, a notice sends people to the right place. That is true for a time only, so it needs a last day.",
		Bad:  "transition:\n  from: 2026-04-01\n  replaces: [anytown-council]\n",
		Good: "transition:\n  from: 2026-04-01\n  until: 2027-03-31\n  replaces: [anytown-council]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		t := s.Notice.Transition
		if t == nil || !unwritten(t.Until.Said(), t.Until.Pos) {
			return nil
		}
		return finding(notices.Finding{
			Pos: t.Pos, Message: "The transition has no last day.",
			Fix: "Add the day on which the old bodies no longer matter to readers:\n\nuntil: …",
		})
	},
}

var transitionEnded = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transition-ended", Title: "A transition is over", Severity: notices.Warning,
		Provisions: []string{"12(1)", "5(1)(d)"}, Section: notices.TransitionSection,
		Why:  "A text about a change that is long over confuses readers, and sends them to bodies that no longer exist.",
		Bad:  "transition:\n  from: 2023-04-01\n  until: 2024-03-31\n  replaces: [anytown-council]\n",
		Good: "transition:\n  from: 2026-04-01\n  until: 2027-03-31\n  replaces: [anytown-council]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		t := s.Notice.Transition
		if t == nil || !t.Until.Said() || !s.Day.After(t.Until.Time) {
			return nil
		}
		return finding(notices.Finding{
			Pos: t.Until.Pos, Message: "The transition ended on " + longDate(t.Until.Time) + ".",
			Fix: "Take the transition out, and check that the notice no longer speaks of the old bodies.",
		})
	},
}

var dateMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "date-missing", Title: "The notice has no date", Severity: notices.Advice,
		Provisions: []string{"12(1)", "5(2)"}, Section: notices.AboutSection,
		Why:  "Readers want to know whether a notice is recent, and the body has to be able to show when it told people what.",
		Bad:  "# No date is given.\n",
		Good: "updated: 2026-06-22\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		if written(n.Updated.Pos, n.Reviewed.Pos, n.Effective.Pos) { // also when it was refused
			return nil
		}
		return finding(notices.Finding{
			Message: "The notice does not say when it was last updated.",
			Fix:     "Add the date:\n\nupdated: " + s.Day.Format("2006-01-02"),
		})
	},
}

var reviewOverdue = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "review-overdue", Title: "The review is overdue", Severity: notices.Warning,
		Provisions: []string{"5(2)", "24(1)"}, Section: notices.AboutSection,
		Why:  "A notice is true only as long as somebody checks it against what is really done. The day comes from the notice itself, or from how often the site says notices are reviewed.",
		Bad:  "review_due: 2026-01-31\n",
		Good: "review_due: 2027-01-31\n",
	},
	Check: func(s *Subject) []notices.Finding {
		due := s.reviewDue()
		if !due.Said() || !s.Day.After(due.Time) {
			return nil
		}
		return finding(notices.Finding{
			Pos: due.Pos, Message: "The notice was due for review on " + longDate(due.Time) + ".",
			Fix: "Check it against what is really done, then write down the day:\n\nreviewed: " + s.Day.Format("2006-01-02"),
		})
	},
}

func (s *Subject) reviewDue() notices.Date { return ReviewDue(s.Notice, s.around.site()) }

// ReviewDue gives the day the next review of a notice is due: as written, unless a
// later review was made, or after the site's interval. It is zero when neither is
// known. The site may be nil.
func ReviewDue(n *notices.Complete, site *notices.Site) notices.Date {
	if n.ReviewDue.Said() && !n.Reviewed.Time.After(n.ReviewDue.Time) {
		return n.ReviewDue
	}
	last := n.Reviewed
	if n.Updated.Time.After(last.Time) {
		last = n.Updated
	}
	if site == nil || !site.ReviewEvery.Said() || !last.Said() {
		return notices.Date{}
	}
	return notices.Date{Time: site.ReviewEvery.After(last.Time), Pos: last.Pos}
}

var effectiveLater = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "effective-later", Title: "The notice does not hold yet", Severity: notices.Advice,
		Provisions: []string{"5(1)(a)"}, Section: notices.AboutSection,
		Why: "A published notice reads as if it held now, so one that takes effect later is left out until its day. " +
			"This tells you that it waits, in case the day is a slip. It is checked like the others: on its day it is published when the site is next built.",
		Bad:  "effective: 2026-10-01\napproved_by: Head of leisure services\n",
		Good: "effective: 2026-06-22\napproved_by: Head of leisure services\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Notice.Standing(s.Day) != notices.Future {
			return nil
		}
		return finding(notices.Finding{
			Pos: s.Notice.Effective.Pos, Message: "The notice takes effect on " + longDate(s.Notice.Effective.Time) + ", so it is not published before.",
			Fix: "Nothing has to be done when the day is right. If people are to be told before, publish what is to come as a page.",
		})
	},
}

var updatedLater = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "updated-later", Title: "A date lies in the future", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)"}, Section: notices.AboutSection,
		Why:  "A notice cannot have been updated or reviewed on a day that is still to come. Often the month and the day have changed places.",
		Bad:  "updated: 2026-09-12\n",
		Good: "updated: 2026-06-22\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range []struct {
			date notices.Date
			what string
		}{{s.Notice.Updated, "updated"}, {s.Notice.Reviewed, "reviewed"}} {
			if d.date.Time.After(s.Day) {
				list = append(list, notices.Finding{
					Pos:     d.date.Pos,
					Message: fmt.Sprintf("The notice says that it was %s on %s, which is still to come.", d.what, longDate(d.date.Time)),
					Fix:     "Write the year, the month and the day, in this order:\n\n" + d.what + ": " + s.Day.Format("2006-01-02"),
				})
			}
		}
		return list
	},
}
