package rules

import (
	"notices.example/notices"
	"notices.example/notices/pattern"
)

var acceptanceByPerson = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "acceptance-by-person", Title: "A gap is accepted by a person, not a role", Severity: notices.Warning,
		Provisions: []string{"5(1)(c)"}, Section: notices.AboutSection,
		Why: "Readers see who accepts a gap. A person's name is personal data that nobody needs there, and it is wrong as soon as " +
			"somebody else has the post. A role says who answers for the gap.",
		Bad: "open_questions: [How long do we keep the waiting list?]\naccepted:\n  - rule: question-open\n" +
			"    reason: The records team is working on it.\n    by: Mrs Jane Example\n    until: 2027-06-30\n",
		Good: openGap + "    until: 2027-06-30\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, a := range s.Notice.Accepted {
			list = append(list, namedPerson(a.By, a.Rule.Value)...)
		}
		return list
	},
	CheckSite: func(s *Site) []notices.Finding {
		if b := s.Set.Corpus.Baseline; b != nil {
			return namedPerson(b.By, "")
		}
		return nil
	},
}

// personTitle is a title with a name after it. A name alone is not told from a
// role with any certainty.
var personTitle = pattern.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.? \p{Lu}`)

func namedPerson(by notices.Text, about string) []notices.Finding {
	if !personTitle.MatchString(by.Value) {
		return nil
	}
	return finding(notices.Finding{
		Pos: by.Pos, About: about,
		Message: quote(by.Value) + " is a person, and readers see it. A gap is accepted by a role.",
		Fix:     "Write the role in place of the name, such as:\n\nby: Data protection officer",
	})
}
