package rules

import (
	"fmt"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var recipientsMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recipients-missing", Title: "Nothing is said about who receives the data", Severity: notices.Error,
		Provisions: []string{"13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "The notice has to name the bodies that receive the data, or at least what kind they are. A firm that runs a system for the council " +
			"is one of them. If there is none, say so: silence and “none” are not the same.",
		Bad:  "# Nothing is said about recipients.\n",
		Good: "recipients: none\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("recipients") {
			return nil
		}
		return finding(notices.Finding{
			Pos:     s.Notice.Recipients.Pos,
			Message: "The notice does not say who receives the data.",
			Fix: "List the recipients, firms that run your systems included. If there is none, write “recipients: none”:\n\n" +
				"recipients:\n  - name: …\n    role: …\n    purpose: …",
		})
	},
}

func lookUpRecipients(s *Subject) answer {
	return stated(s.Notice.Recipients.Said(), s.Notice.Recipients.Pos)
}

// eachRecipient makes a finding for every recipient that lacks something.
func (s *Subject) eachRecipient(lacks func(notices.Recipient) bool, message, fix string) []notices.Finding {
	var list []notices.Finding
	for _, r := range s.Notice.Recipients.Items {
		if lacks(r) {
			name := s.recipientName(r)
			list = append(list, notices.Finding{Pos: r.Pos, About: r.Ref(), Message: fmt.Sprintf(message, name), Fix: fix})
		}
	}
	return list
}

const printer = "recipients:\n  - name: Printing firms\n    role: processor\n    purpose: Print and post our letters\n"

var recipientNameMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recipient-name-missing", Title: "A recipient has no name", Severity: notices.Error,
		Provisions: []string{"13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why:  "A recipient needs a name, or words that say what kind of body it is.",
		Bad:  "recipients:\n  - role: processor\n    purpose: Print and post our letters\n",
		Good: printer,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, r := range s.Notice.Recipients.Items {
			if !r.Organisation.Said() && !r.Name.Said() && !written(r.Organisation.Pos, r.Name.Pos) {
				list = append(list, notices.Finding{
					Pos: r.Pos, About: r.Ref(),
					Message: "One of the recipients has no name.",
					Fix:     "Name the organisation by its file, or say what kind of body it is:\n\nname: …",
				})
			}
		}
		return list
	},
}

var recipientRoleMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recipient-role-missing", Title: "A recipient has no role", Severity: notices.Warning,
		Provisions: []string{"4(7)", "4(8)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "A processor may do only what the council tells it to. Another controller decides for itself, and people have to turn to it. " +
			"So it matters which of the two a recipient is. The police, the NHS, schools and government plainly decide for themselves.",
		Bad:  "recipients:\n  - name: Printing firms\n    purpose: Print and post our letters\n",
		Good: printer,
	},
	Check: func(s *Subject) []notices.Finding {
		lacks := func(r notices.Recipient) bool {
			return unwritten(r.Role.Said(), r.Role.Pos) && !isVague(r) && !ownPowers.MatchString(plain(r.Name.Value))
		}
		return s.eachRecipient(lacks,
			"The notice does not say whether the recipient %s works for the controller or decides for itself.",
			"Say whether it works for you (processor) or decides for itself (controller, public-authority):\n\nrole: …")
	},
}

// ownPowers matches the names of bodies that have powers of their own, so that
// nobody takes them for a firm that works for the controller.
var ownPowers = pattern.MustCompile(`^((the|our|your|other|local|central|and) )*(police( forces?)?|courts?|nhs|schools?|colleges?|councils?|local authorit(y|ies)|` +
	`(departments? of )?((local|central|and) )*government( departments?)?|home office|hmrc|ministers?|department for [a-z]+|crown prosecution service)` +
	`($|,|;| \(| and | or | for | of | in )`)

var recipientPurposeMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recipient-purpose-missing", Title: "Not said why a recipient gets the data", Severity: notices.Warning,
		Provisions: []string{"13(1)(e)", "14(1)(e)", "5(1)(a)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "A list of names tells people little. What does the recipient do with the data, or which of the purposes is it for? " +
			"The occasion on which it gets the data, under “when”, tells as much.",
		Bad:  "recipients:\n  - name: Printing firms\n    role: processor\n",
		Good: printer,
	},
	Check: func(s *Subject) []notices.Finding {
		lacks := func(r notices.Recipient) bool {
			told := written(r.Purpose.Pos, r.RequiredBy.Pos, r.When.Pos) || len(r.Purposes) > 0
			return !told && !isVague(r) && !refused(r.Name) // load tells of that
		}
		return s.eachRecipient(lacks, "The notice does not say why the recipient %s gets the data.",
			"Say what it does with the data:\n\npurpose: …")
	},
}

var recipientsContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recipients-contradicted", Title: "“No recipients” is contradicted", Severity: notices.Error,
		Provisions: []string{"5(1)(a)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "The notice says that nobody else receives the data, and elsewhere that somebody does. " +
			"A firm that holds the data for the council is a recipient, and so are other users who can see it.",
		Bad: "recipients: none\ndata:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n" +
			"    if_not_given: We cannot rent you a plot.\n    visible_to: Other tenants, on the notice board.\n" +
			"  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n",
		Good: "recipients:\n  - name: Other tenants\n    role: public\n    purpose: See who their neighbours are\ndata:\n  - id: name\n    label: Your name\n" +
			"    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n    visible_to: Other tenants, on the notice board.\n" +
			"  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.Notice.Recipients.None {
			return nil
		}
		var list []notices.Finding
		for _, hint := range s.hintsOfRecipients() {
			list = append(list, notices.Finding{
				Pos:     hint.Pos,
				Message: "The notice says that nobody else receives the data, but " + hint.Message + ".",
				Fix:     "List the recipients in place of “none”:\n\nrecipients:\n  - name: …\n    role: …\n    purpose: …",
				Related: []notices.Related{{Pos: s.Notice.Recipients.Pos, Message: "recipients are denied here"}},
			})
		}
		return list
	},
}

// hintsOfRecipients gives the places that tell of a recipient, each with the end
// of a sentence. A service that people sign in with is none: it gives data, and
// knows of the visit from the people themselves.
func (s *Subject) hintsOfRecipients() []notices.Related {
	var list []notices.Related
	add := func(p notices.Pos, message string) { list = append(list, notices.Related{Pos: p, Message: message}) }
	for _, d := range s.Notice.Data {
		if d.VisibleTo.Said() && !saysNothing(d.VisibleTo.Value) {
			add(d.VisibleTo.Pos, itemName(d)+" is visible to others: "+quote(strings.TrimRight(d.VisibleTo.Value, ". ")))
		}
	}
	for _, r := range s.Notice.Retention {
		if r.HeldBy.Said() && !s.isController(r.HeldBy) {
			add(r.HeldBy.Pos, s.bodyName(r.HeldBy)+" holds some of it")
		}
	}
	if by := s.Notice.ProvidedBy; by.Said() && !s.isController(by) && !s.isHosted(by) {
		add(by.Pos, s.bodyName(by)+" provides the service, in a role that is not said")
	}
	if len(s.Notice.Transfers.Items) > 0 {
		add(s.Notice.Transfers.Items[0].Pos, "it goes to another country")
	}
	return list
}

func (s *Subject) isController(r notices.Ref) bool {
	for _, o := range s.Notice.Controllers {
		if o.ID.Value == r.Value {
			return true
		}
	}
	return false
}

// isHosted reports whether a controller is accountable for the body, so that it
// is no body apart.
func (s *Subject) isHosted(r notices.Ref) bool {
	o := s.organisation(r)
	return o != nil && s.isController(o.HostedBy)
}

var neverSharedContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "never-shared-contradicted", Title: "A promise not to share is contradicted", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why:  "The notice promises never to share data for marketing, but a recipient gets it for just that.",
		Bad:  "never_shared_for: [marketing]\nrecipients:\n  - name: Seed merchants\n    role: controller\n    purpose: Marketing of garden goods\n",
		Good: "never_shared_for: [marketing]\n" + printer,
	},
	Check: func(s *Subject) []notices.Finding {
		promise, ok := s.promise(marketing)
		if !ok {
			return nil
		}
		var list []notices.Finding
		for _, r := range s.Notice.Recipients.Items {
			if marketing.MatchString(r.Purpose.Value) || s.servesMarketing(r) && !r.Role.Is("processor", "sub-processor") {
				list = append(list, notices.Finding{
					Pos: firstPos(r.Purpose.Pos, r.Pos), About: r.Ref(),
					Message: "The notice promises not to share data for marketing, but " + s.recipientName(r) + " gets it for that.",
					Fix:     "Take out the promise or the recipient, or say what each really covers.",
					Related: []notices.Related{{Pos: promise.Pos, Message: "the promise"}},
				})
			}
		}
		return list
	},
}

var marketing = pattern.MustCompile(`(?i)\b(marketing|advertis|sell(ing)? (you )?(goods|products|services))`)

// promise gives the promise not to share data for something, if the notice makes
// one that hangs on nothing.
func (s *Subject) promise(about *pattern.Pattern) (notices.Text, bool) {
	for _, t := range s.Notice.NeverSharedFor {
		if about.MatchString(t.Value) && !conditional.MatchString(t.Value) {
			return t, true
		}
	}
	return notices.Text{}, false
}

func (s *Subject) servesMarketing(r notices.Recipient) bool {
	for _, ref := range r.Purposes {
		for _, p := range s.Notice.Purposes {
			if p.ID.Value == ref.Value && p.Does("direct-marketing") {
				return true
			}
		}
	}
	return false
}

// vagueRecipient matches names that could be anybody: words for any body at all,
// with nothing before them that says which.
var vagueRecipient = pattern.MustCompile(`^` + anyone + `(((,| and| or|, and|, or| and/or) |/| / )` + anyone + `)*( (that |which |who |whom )?we work with)?$`)

const anyone = `((our|other|any|some|relevant|trusted|selected|certain|external|appropriate|authorised|approved|data|the|its|various|carefully|specially|suitably|properly|duly|third[- ]party|` +
	`(the |our )?councils?'s?) )*` +
	`(third[- ]part(y|ies)|partners?|partner (organisations|agencies|bodies)|organisations?|agenc(y|ies)|bodies|companies|individuals|` +
	`suppliers?|contractors?|service providers?|(sub-?)?processors?|others?|departments?)`

var recipientVague = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recipient-vague", Title: "A recipient could be anybody", Severity: notices.Warning,
		Provisions: []string{"13(1)(e)", "14(1)(e)", "12(1)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "“Third parties” or “partners” could be anybody. If you cannot name the recipients, say what they do, which sector they are in and where " +
			"(WP260 rev.01, annex).",
		Bad:  "recipients:\n  - name: Third parties\n    role: controller\n    purpose: Help us with our work\n",
		Good: "recipients:\n  - name: Debt collection firms in England\n    role: processor\n    purpose: Collect rent that is overdue\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, r := range s.Notice.Recipients.Items {
			if isVague(r) {
				list = append(list, notices.Finding{
					Pos: r.Name.Pos, About: r.Ref(),
					Message: quote(r.Name.Value) + " could be anybody: readers cannot tell who receives the data.",
					Fix:     "Name the body, or say what it does, in which sector and where:\n\nname: …",
				})
			}
		}
		return list
	},
}

// isVague reports whether a recipient could be anybody. Of such a one nothing else
// is asked before it is known who it is.
func isVague(r notices.Recipient) bool {
	return !r.Organisation.Said() && len(r.Examples) == 0 && vagueRecipient.MatchString(plain(r.Name.Value))
}
