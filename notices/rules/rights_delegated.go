package rules

import (
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// explainedElsewhere matches texts that send people on to read how to use their rights.
var explainedElsewhere = pattern.MustCompile(`(?i)\b(page|notice|policy|website|leaflet|document)\b.*\b(says?|explains?|tells?|sets? out|describes?|has|contains?|covers?)\b`)

// someAction matches a way of using a right.
var someAction = pattern.MustCompile(`(?i)\b(write|writing|email|ring|phone|call|contact|ask|fill in|form|send|tell us|visit|come)\b`)

var rightsDelegated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "rights-delegated", Title: "How to use the rights is left to another website", Severity: notices.Warning,
		Provisions: []string{"13(2)(b)", "14(2)(c)", "12(1)", "12(2)"}, Item: "rights", Section: notices.RightsSection,
		Why: "The law wants the rights told with the rest, not a click away. A link for more is fine, but a sentence here has to say what to do. " +
			"A page elsewhere can be moved or changed without anyone noticing.",
		Bad: "rights:\n  contact: data-protection-officer\n  link: https://www.anytown.gov.uk/rights\n",
		Good: "rights:\n  how: Write to our data protection officer and say what you want.\n  contact: data-protection-officer\n" +
			"  link: https://www.anytown.gov.uk/rights\n",
	},
	Check: func(s *Subject) []notices.Finding {
		r := s.Notice.Rights
		if r == nil || refused(r.How) {
			return nil
		}
		var pos notices.Pos
		switch how := r.How; {
		case !how.Said() && strings.Contains(r.Link.Value, "://"):
			pos = r.Link.Pos
		case how.Said() && explainedElsewhere.MatchString(how.Value) && !someAction.MatchString(how.Value) && !r.Contact.Said():
			pos = how.Pos
		default:
			return nil
		}
		return finding(notices.Finding{
			Pos:     pos,
			Message: "The notice does not say how people use their rights: it sends them on to another page.",
			Fix:     "Say in a sentence what to do, and keep the link for more:\n\nhow: …",
		})
	},
}
