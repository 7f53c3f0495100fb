package rules

import "notices.example/notices"

var documentLinkMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "document-link-missing", Title: "A document cannot be found", Severity: notices.Warning,
		Provisions: []string{"12(1)"}, Section: notices.AboutSection,
		Why:  "A notice that sends people to a policy or another document has to say where it is. Without a link, readers have to search for it.",
		Bad:  "documents:\n  - title: Our retention schedule\n",
		Good: "documents:\n  - title: Our retention schedule\n    link: https://anytown.example/retention-schedule\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.Notice.Documents {
			if unwritten(d.Link.Said(), d.Link.Pos) {
				list = append(list, notices.Finding{
					Pos: d.Pos, About: d.Title.Value,
					Message: "The notice names the document " + quote(d.Title.Value) + ", but not where to find it.",
					Fix:     "Link it, or take it out:\n\nlink: …",
				})
			}
		}
		return list
	},
}
