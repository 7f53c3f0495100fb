package rules

import (
	"fmt"
	"strings"

	"notices.example/notices"
)

var coversOtherController = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "covers-other-controller", Title: "A corporate notice covers the notice of another body", Severity: notices.Warning,
		Provisions: []string{"4(7)", "12(1)"}, Section: notices.ServicesSection,
		Why: "A corporate notice speaks for its own controller. A notice of another controller is not one of its services: " +
			"people would take the wrong body to answer for their data. A controller of its own that works inside the body, such as a returning officer, is no such case.",
		Bad:  mainNotice + coversAllotments + parishCouncil + "address: Parish Hall, Otherton\n" + parishAllotments,
		Good: mainNotice + coversAllotments + parishCouncil + "sits_within: anytown-council\naddress: Parish Hall, Otherton\n" + parishAllotments,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, c := range s.Notice.Covers {
			other := s.around.notice(c.Notice.Value)
			if other == nil || len(other.Controllers) == 0 || len(s.Notice.Controllers) == 0 || s.sharesController(other) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: c.Notice.Pos, About: c.Name.Value,
				Message: fmt.Sprintf("The notice covers the service %s, but the controller of that notice is %s.", quote(c.Name.Value), organisationName(s.around.organisation(other.Controllers[0]))),
				Fix:     "Name the notice of your own service. To point to another body's notice, put it under read_with:\n\nread_with: [" + c.Notice.Value + "]",
				Related: []notices.Related{{Pos: firstPos(other.Controller[0].Pos, other.Pos), Message: "the controller of that notice"}},
			})
		}
		return list
	},
}

const coversAllotments = "covers:\n  - name: Allotments\n    notice: allotments\n"

const parishCouncil = "-- content/organisations/otherton-council.yaml --\nname: Otherton Council\npublic_authority: yes\nparish_council: yes\n" +
	"contacts:\n  - role: data-protection-officer\n    email: officer@otherton.example\n  - role: complaints\n    email: us@otherton.example\n"

const parishAllotments = "-- content/notices/allotments.yaml --\ncontroller: otherton-council\n"

// sharesController reports whether a notice has a controller of this one, or one
// that is a part of such a body or works inside it.
func (s *Subject) sharesController(other *outline) bool {
	for _, id := range other.Controllers {
		o := s.around.organisation(id)
		if s.isController(notices.Ref{Value: id}) || s.isController(o.SitsWithin) || s.isController(o.HostedBy) {
			return true
		}
	}
	return false
}

var corporateNoticeDraft = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "corporate-notice-draft", Title: "A notice builds on one that is not published", Severity: notices.Error,
		Provisions: []string{"12(1)"}, Section: notices.AboutSection,
		Why: "The page of a service tells readers which parts come from the corporate notice. While that is a draft, has not taken effect or has ended, " +
			"it is not published: readers cannot look at it, and what comes from it does not hold.",
		Bad:  mainNotice + "status: draft\n",
		Good: mainNotice,
	},
	Check: func(s *Subject) []notices.Finding {
		corporate, lacking := s.lacks(s.corporateName().id)
		if !lacking {
			return nil
		}
		return finding(notices.Finding{
			Pos:     firstPos(s.Notice.Corporate.Pos, s.Notice.Kind.Pos),
			Message: "The corporate notice that this one builds on, " + quote(corporate.Title.Value) + ", " + corporate.why() + ".",
			Fix:     corporate.buildInstead(), Related: corporate.related(),
		})
	},
}

// buildInstead says what to do about a corporate notice that is not published.
func (u unpublished) buildInstead() string {
	switch u.standing {
	case notices.Future:
		return "Let this notice take effect on the same day, or later:\n\neffective: " + u.Effective.String()
	case notices.Expired:
		return "Build on the corporate notice that holds now:\n\ncorporate: …"
	}
	return "Publish the corporate notice, or keep this one a draft until then:\n\nstatus: draft"
}

var readWithDraft = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "read-with-draft", Title: "A notice to read beside this one is not published", Severity: notices.Warning,
		Provisions: []string{"12(1)"}, Section: notices.AboutSection,
		Why:  "Readers are told to read a notice that they cannot find: it is a draft, has not taken effect, or has ended.",
		Bad:  mainNotice + "read_with: [news]\n" + newsDraft,
		Good: mainNotice + newsDraft,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, ref := range s.Notice.ReadWith {
			other, lacking := s.lacks(ref.Value)
			if !lacking {
				continue
			}
			list = append(list, notices.Finding{
				Pos: ref.Pos, About: ref.Value, Related: other.related(),
				Message: "The notice names " + quote(other.Title.Value) + " to read beside it, but that " + other.why() + ".",
				Fix:     readInstead[other.standing],
			})
		}
		return list
	},
}

// readInstead says what to do about a notice to read that is not published.
var readInstead = map[notices.Standing]string{
	notices.Draft:   "Publish the draft, or take it out of read_with until then.",
	notices.Future:  "Take it out of read_with until then.",
	notices.Expired: "Name the notice that holds now, or take this one out of read_with.",
}

const newsDraft = "-- content/notices/news.yaml --\ntitle: Newsletters\nkind: service\nstatus: draft\ncontroller: anytown-council\nupdated: 2026-06-22\n" +
	"summary: How we use your address when you sign up for news.\ndata_subjects: [Readers]\ndata:\n  - id: address\n    label: Your address\n    provision: optional\n" +
	"    if_not_given: You get no news.\npurposes:\n  - id: news\n    purpose: Send you news\n    data: [address]\n    lawful_basis: public-task\n" +
	"    basis_in_law: Local Government Act 1972, section 142\nrecipients: none\ntransfers: none\nautomated_decisions: none\n" +
	"retention:\n  - data: [address]\n    period: 1 year\n    from: your last visit\n"

var titleRepeated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "title-repeated", Title: "Two notices have the same title", Severity: notices.Warning,
		Provisions: []string{"12(1)"}, Section: notices.AboutSection,
		Why: "In menus, lists and search results readers see nothing but the title. " +
			"Two notices of one body with the same title cannot be told apart, and may contradict each other.",
		Bad:  mainNotice + newsPublished("Allotments"),
		Good: mainNotice + newsPublished("Newsletters"),
	},
	CheckSite: func(s *Site) []notices.Finding {
		type key struct{ title, controller string }
		first := map[key]*outline{}
		var list []notices.Finding
		for _, c := range s.index.order {
			if !c.Title.Said() || c.Standing(s.Day) != notices.InForce {
				continue
			}
			for _, ref := range c.Controller {
				k := key{c.title, ref.Value}
				earlier, taken := first[k]
				if !taken {
					first[k] = c
					continue
				}
				list = append(list, notices.Finding{
					Pos: c.Title.Pos, Notice: c.ID.Value,
					Message: "Another notice of the same body has the title " + quote(c.Title.Value) + " too.",
					Fix:     "Give each a title of its own, or make one notice of the two:\n\ntitle: …",
					Related: []notices.Related{{Pos: earlier.Title.Pos, Message: "the other one"}},
				})
				break
			}
		}
		return list
	},
}

func newsPublished(title string) string {
	return strings.NewReplacer("title: Newsletters", "title: "+title, "status: draft\n", "").Replace(newsDraft)
}
