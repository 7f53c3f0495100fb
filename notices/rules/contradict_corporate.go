package rules

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var corporateNoneContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "corporate-none-contradicted", Title: "The main notice says none, and the notice of a service lists some", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "12(1)"},
		Why: "“We never profile anyone” in a corporate notice reads as a promise of the whole body, and so does any “none” of a corporate notice that describes " +
			"no work of its own. When the notice of a service lists what is denied there, one of the two misleads. " +
			"A plain “none” about the corporate notice's own work is left alone.",
		Bad:  mainNotice + "profiling:\n  none: The council profiles nobody.\n" + choosing,
		Good: mainNotice + "profiling: none\n" + choosing,
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		reported := map[notices.Pos]bool{}
		for _, service := range s.index.order {
			if service.CorporateOf == "" || service.Standing(s.Day) != notices.InForce {
				continue
			}
			for _, d := range deniedAbove(s.index.outlines[service.CorporateOf], service) {
				if !reported[d.said] {
					reported[d.said] = true
					list = append(list, d.finding(service))
				}
			}
		}
		return list
	},
}

const mainNotice = "-- content/notices/main.yaml --\ntitle: Our main notice\nkind: corporate\ncontroller: anytown-council\nsummary: How we use your information.\n" +
	"updated: 2026-06-22\ndata_subjects: [People who write to us]\ndata:\n  - id: letter\n    label: Your letter\n    provision: optional\n    if_not_given: Nothing happens.\n" +
	"purposes:\n  - id: answer\n    purpose: Answer you\n    data: [letter]\n    lawful_basis: public-task\n    basis_in_law: Local Government Act 1972, section 111\n" +
	"transfers:\n  none: Not of what you write to us. The notice of a service says if it does.\n" +
	"recipients:\n  none: Not of what you write to us. The notice of a service names its own.\n" +
	"retention:\n  - data: [letter]\n    period: 1 year\n    from: our answer\n    then: deleted\nautomated_decisions: none\n" +
	"rights:\n  how: Write to our data protection officer.\n  contact: data-protection-officer\n" +
	"complaints:\n  to_controller:\n    how: Write to our complaints team.\n    contact: complaints\n  to_regulator:\n    regulator: information-commissioner\n"

const choosing = "-- content/notices/allotments.yaml --\nprofiling:\n  - what: We look at who gives up plots early.\n" +
	"    effect: You may have to pay a deposit.\n"

// denial is a “none” of a corporate notice that a service's notice contradicts.
type denial struct {
	corporate string      // its ID
	part      string      // what it is about, as its key
	said      notices.Pos // of the “none”
	listed    notices.Pos // in the service's notice
}

func (d denial) finding(service *outline) notices.Finding {
	return notices.Finding{
		Pos: d.said, Notice: d.corporate, About: d.part,
		Message: "The corporate notice says “none” here for all that the body does, but the notice " + quote(service.Title.Value) + ", which builds on it, lists some.",
		Fix:     "Correct the one that is wrong. If services differ, say so, and send readers to their notices:\n\n" + d.part + ":\n  none: …",
		Related: []notices.Related{{Pos: d.listed, Message: "this is listed"}},
	}
}

// deniedAbove gives what the corporate notice denies for all services, in its own
// words, and the service lists, in its own.
func deniedAbove(corporate, service *outline) (list []denial) {
	if corporate == nil {
		return nil
	}
	for _, part := range deniable {
		said, denies := corporate.denies[part]
		listed, lists := service.lists[part]
		if denies && lists {
			list = append(list, denial{corporate.ID.Value, part, said, listed})
		}
	}
	return list
}

var corporatePromiseContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "corporate-promise-contradicted", Title: "The main notice promises not to share, and a service shares", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "12(1)"}, Section: notices.RecipientsSection,
		Why: "A promise in the corporate notice, such as never to share data for marketing, reads as one of the whole body. " +
			"The notice of a service has to keep it, or the promise has to say what it leaves out.",
		Bad:  mainNotice + "never_shared_for: [marketing]\n" + seedMerchants,
		Good: mainNotice + "never_shared_for: [\"marketing, unless you agree\"]\n" + seedMerchants,
	},
	Check: func(s *Subject) []notices.Finding {
		service := s.Notice
		marketed := slices.DeleteFunc(slices.Clone(service.Recipients.Items), func(r notices.Recipient) bool { return !marketing.MatchString(r.Purpose.Value) })
		if len(marketed) == 0 || service.Standing(s.Day) != notices.InForce || inherits(service, "never_shared_for") {
			return nil // never-shared-contradicted tells of what is inherited
		}
		corporate := s.corporate()
		if corporate == nil {
			return nil
		}
		promise, ok := flatPromise(corporate)
		if !ok {
			return nil
		}
		var list []notices.Finding
		for _, r := range marketed {
			list = append(list, notices.Finding{
				Pos: r.Purpose.Pos, About: r.Ref(),
				Message: "The corporate notice promises not to share data for marketing, but here a recipient gets it for that.",
				Fix:     "Take out the recipient, or say in the corporate notice what the promise leaves out.",
				Related: []notices.Related{{Pos: promise.Pos, Message: "the promise"}},
			})
		}
		return list
	},
}

const seedMerchants = "-- content/notices/allotments.yaml --\nrecipients:\n  - name: Seed merchants\n    role: controller\n    purpose: Marketing of garden goods\n"

// conditional matches words that take something out of a statement or make it
// hang on something.
var conditional = pattern.MustCompile(`(?i)\b(unless|without|except|excepting|apart from|other than|save for|until|only (if|when|where|with)|if|when|where|but)\b`)

// flatPromise gives the promise of a notice not to share data for marketing, if
// it makes one that hangs on nothing.
func flatPromise(n *notices.Notice) (notices.Text, bool) {
	for _, t := range n.NeverSharedFor {
		if marketing.MatchString(t.Value) && !conditional.MatchString(t.Value) {
			return t, true
		}
	}
	return notices.Text{}, false
}

func inherits(c *notices.Complete, part string) bool {
	for _, t := range c.Inherits {
		if t.Is(part) {
			return true
		}
	}
	return false
}
