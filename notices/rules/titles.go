package rules

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// ofWebsiteOnly matches titles that speak of a website and of nothing else.
var ofWebsiteOnly = pattern.MustCompile(`(?i)^((our|the|council|council's) )*web ?sites?( privacy)?( (policy|notice|statement|information))*$`)

var titleNarrow = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "title-narrow", Title: "The title speaks of the website only", Severity: notices.Advice,
		Provisions: []string{"12(1)"}, Section: notices.AboutSection,
		Why: "Somebody who rang you does not look into a policy for the website. If the notice is about phone calls, letters or visits as well, " +
			"its title should say so, or they need a notice of their own.",
		Bad:  "title: Website privacy policy\ndata:\n  - id: name\n    label: Your name\n    provision: optional\n    if_not_given: Nothing happens.\n  - id: email\n    label: Recordings of calls\n    origin: observed\n    channels: [call-recording]\n",
		Good: "title: Our website and phone calls\ndata:\n  - id: name\n    label: Your name\n    provision: optional\n    if_not_given: Nothing happens.\n  - id: email\n    label: Recordings of calls\n    origin: observed\n    channels: [call-recording]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !ofWebsiteOnly.MatchString(plain(s.Notice.Title.Value)) {
			return nil
		}
		elsewhere := func(c notices.Term) bool {
			return c.Is("sms", "phone", "call-recording", "textphone", "cctv", "body-worn-video", "paper", "in-person")
		}
		for _, d := range s.Notice.Data {
			if i := slices.IndexFunc(d.Channels, elsewhere); i >= 0 {
				return finding(notices.Finding{
					Pos: s.Notice.Title.Pos, About: d.ID.Value,
					Message: "The title speaks of the website only, but the notice is also about data that comes in other ways, such as " + itemName(d) + ".",
					Fix:     "Choose a title that says what the notice is about, or split the notice:\n\ntitle: …",
					Related: []notices.Related{{Pos: d.Channels[i].Pos, Message: "this does not come by the website"}},
				})
			}
		}
		return nil
	},
}
