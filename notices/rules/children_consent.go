package rules

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// ofAge matches what tells how the consent of young children is dealt with.
var ofAge = pattern.MustCompile(`(?i)\b(parents?|guardians?|carers?|parental|mother|father|(under|over|below|at least|aged?|from)( the age of)? 1[3-8]|1[3-8] (or|and) (over|older|above)|1[3-8] years)\b`)

const youngGrowers = "data_subjects:\n  - label: Children who help on a plot\n    children: yes\nchildren: [We read a short version to them on the first day.]\n" +
	tenancyPurpose + "  - id: club\n    purpose: Run the young growers' page\n    data: [email]\n    lawful_basis: consent\n    channels: [online-form]\n"

var childConsentMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "child-consent-missing", Title: "Not said who consents for young children", Severity: notices.Warning,
		Provisions: []string{"8", "DPA 2018 s.9"}, Section: notices.PurposesSection,
		Why: "A child can consent to an online service only from a certain age: 13 in the UK, 13 to 16 in the states of the EU. " +
			"For younger ones a parent has to agree. The notice should say what it does about that. Advice and counselling for children are outside this rule.",
		Bad:  youngGrowers + "    withdrawal: Tell us.\n",
		Good: youngGrowers + "    withdrawal: Tell us. If you are under 13, your parents agree for you.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.aboutChildren() {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if p.LawfulBasis.Is("consent") && s.online(p) {
				list = append(list, notices.Finding{
					Pos: firstPos(p.LawfulBasis.Pos, p.Pos), About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " rests on consent, also of children. The notice does not say from which age they can agree themselves.",
					Fix:     "Say from which age children agree themselves, and how parents agree for younger ones. If the service is not for children, say so on the group:\n\nchildren: no",
				})
			}
		}
		if len(list) > 0 && slices.ContainsFunc(s.passages(), func(p passage) bool { return ofAge.MatchString(p.Written) }) {
			return nil
		}
		return list
	},
}

// aboutChildren reports whether a group of people is, or may be, children.
func (s *Subject) aboutChildren() bool {
	return slices.ContainsFunc(s.Notice.DataSubjects, func(g notices.DataSubject) bool {
		return g.Children.Yes() || !g.Children.Said() && young.MatchString(g.Label.Value)
	})
}

// online reports whether a purpose is carried out, or its data is collected, over
// the internet.
func (s *Subject) online(p notices.Purpose) bool {
	return s.happensAt(p, "website", "cookies", "account", "email-alerts", "social-media", "chatbot", "adviser-chat", "online-form")
}

// happensAt reports whether a purpose, or an item of data that it uses, is of one
// of the channels.
func (s *Subject) happensAt(p notices.Purpose, channels ...string) bool {
	is := func(c notices.Term) bool { return c.Is(channels...) }
	if slices.ContainsFunc(p.Channels, is) {
		return true
	}
	return slices.ContainsFunc(s.Notice.Data, func(d notices.DataItem) bool {
		return notices.Refers(p.Data, d.ID.Value) && slices.ContainsFunc(d.Channels, is)
	})
}

// ofPupils matches labels of data that children are asked for.
var ofPupils = pattern.MustCompile(`(?i)\b(school years?|year groups?|pupils?|(school|nursery|playgroup) (you|they) (go to|attend)|child(ren)?['’]?s? (name|names|age|ages|school|date of birth|details))\b`)

const schoolYear = nameOf + "  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n" +
	"  - id: age\n    label: Your age or school year\n    provision: optional\n    if_not_given: Nothing happens.\n" +
	"purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email, age]\n    lawful_basis: contract\n" +
	"retention:\n  - data: [name, email, age]\n    period: 6 years\n    from: the end of your tenancy\n"

var childrenMentioned = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "children-mentioned", Title: "Children's data, but children are not spoken of", Severity: notices.Warning,
		Provisions: []string{"12(1)"}, Section: notices.DataSection,
		Why: "A school year or a pupil's name is asked of children. The notice then has to be one that they understand, or there has to be a version for them. " +
			"If it is for parents, or for adults only, mark the group of people so.",
		Bad:  schoolYear,
		Good: schoolYear + "data_subjects:\n  - Tenants\n  - label: Children who help on a plot\n    children: yes\nchildren: [We read a short version to them on the first day.]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		settled := func(g notices.DataSubject) bool { return g.Children.Said() || young.MatchString(g.Label.Value) }
		if n.Children.Said() || slices.ContainsFunc(n.DataSubjects, settled) {
			return nil
		}
		var list []notices.Finding
		for _, d := range n.Data {
			if word := ofPupils.FindString(d.Label.Value); word != "" {
				list = append(list, notices.Finding{
					Pos: firstPos(d.Label.Pos, d.Pos), About: d.ID.Value,
					Message: itemName(d) + " speaks of " + quote(word) + ", but no group of people in the notice is marked as children.",
					Fix: "Say whether children are among the people this is about, and if they are, how they are told:\n\n" +
						"data_subjects:\n  - label: …\n    children: yes\nchildren:\n  - …",
				})
			}
		}
		return list
	},
}
