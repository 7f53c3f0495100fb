package rules

import (
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var sharingAgreement = pattern.MustCompile(`(?i)\b(data|information)[- ]sharing (agreement|protocol)`)

const rackFirm = "recipients:\n  - organisation: rack-firm\n    role: processor\n    purpose: Runs our booking system\n"

const rackFirmFile = "-- content/organisations/rack-firm.yaml --\nname: Rack Firm\ncountry: GB\n"

var processorAgreementWrong = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "processor-agreement-wrong", Title: "A sharing agreement where the law asks for a contract", Severity: notices.Warning,
		Provisions: []string{"28(3)", "4(8)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "A body that runs a system for another is its processor. The law asks for a contract that binds it to instructions, not for an agreement on sharing, " +
			"which is for two bodies that each decide for themselves. Either the role is wrong or the agreement is.",
		Bad: rackFirm + "documents:\n  - title: Data sharing agreement with Rack Firm\n    link: https://www.anytown.gov.uk/rack\n" + rackFirmFile,
		Good: rackFirm + "documents:\n  - title: Our contract with Rack Firm, with what the law asks of processors\n    link: https://www.anytown.gov.uk/rack\n" +
			rackFirmFile,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.Notice.Documents {
			if !sharingAgreement.MatchString(d.Title.Value) {
				continue
			}
			for _, name := range s.processors() {
				if namesBody(d.Title.Value, name) {
					list = append(list, notices.Finding{
						Pos: d.Title.Pos, About: name,
						Message: fmt.Sprintf("%s handles data for the controller, but what is named is a sharing agreement. The law asks for a processor's contract.", quote(name)),
						Fix:     "Check what the agreement says. Name the contract that binds the processor, or correct the role of the recipient.",
					})
				}
			}
		}
		return list
	},
}

// namesBody reports whether a text has the name of a body in it, as words.
func namesBody(text, name string) bool {
	text, name = plain(text), plain(name)
	_, after, found := strings.Cut(text, name)
	for name != "" && found {
		before := text[:len(text)-len(after)-len(name)]
		if !endsInLetter.MatchString(before) && !startsWithLetter.MatchString(after) {
			return true
		}
		text = after
		_, after, found = strings.Cut(text, name)
	}
	return false
}

var (
	endsInLetter     = pattern.MustCompile(`[\pL\pN]$`)
	startsWithLetter = pattern.MustCompile(`^[\pL\pN]`)
)

// processors gives the names of the bodies that the notice says handle data for
// the controller.
func (s *Subject) processors() []string {
	var refs []notices.Ref
	if by := s.Notice.ProvidedBy; by.Said() && !s.isController(by) && !s.isHosted(by) {
		refs = append(refs, by)
	}
	var names []string
	for _, r := range s.Notice.Recipients.Items {
		switch known := slices.ContainsFunc(refs, func(ref notices.Ref) bool { return ref.Value == r.Organisation.Value }); {
		case known || !r.Role.Is("processor", "sub-processor"):
		case r.Organisation.Said():
			refs = append(refs, r.Organisation)
		case r.Name.Said():
			names = append(names, r.Name.Value)
		}
	}
	for _, ref := range refs {
		if o := s.organisation(ref); o != nil && o.Name.Said() {
			names = append(names, o.Called())
		}
	}
	return names
}

// roleOfBody matches the words for what a body is in law.
var roleOfBody = pattern.MustCompile(`(?i)\b(as |our |the )?(data )?(controllers|processors)\b|\bas (a |the )?(data )?(controller|processor)\b`)

var roleWordMisused = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "role-word-misused", Title: "“Controller” is not a job", Severity: notices.Advice,
		Provisions: []string{"4(7)", "4(8)"},
		Why: "In law the controller is the body that decides why and how data is used, and a processor is a body that works for it. " +
			"Staff are neither, whatever they can open. Readers would think that they have to turn to these people with their rights.",
		Bad:  "access:\n  - who: Two officers, as data controllers\n    sees: identifiable\n",
		Good: "access:\n  - who: Two officers, who look after the website\n    sees: identifiable\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, a := range s.Notice.Access {
			if at := roleOfBody.FindStringIndex(a.Who.Value); at != nil {
				list = append(list, notices.Finding{
					Pos:     a.Who.Place(at[0], at[1]),
					Message: "The notice calls people inside the body controllers or processors: " + quote(a.Who.Value) + ".",
					Fix:     "Say what they do, such as that they look after the system:\n\nwho: …",
				})
			}
		}
		return list
	},
}

var subProcessorForMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "sub-processor-for-missing", Title: "Not said for whom a sub-processor works", Severity: notices.Advice,
		Provisions: []string{"28(2)", "4(8)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "A sub-processor works for a processor, not for the controller itself. With the chain in sight readers see how their data comes to be there. " +
			"A company that works for the controller itself is a processor.",
		Bad:  rackFirm + "  - name: The data centre in Slough\n    role: sub-processor\n    purpose: Houses the computers\n" + rackFirmFile,
		Good: rackFirm + "  - name: The data centre in Slough\n    role: sub-processor\n    for: rack-firm\n    purpose: Houses the computers\n" + rackFirmFile,
	},
	Check: func(s *Subject) []notices.Finding {
		lacks := func(r notices.Recipient) bool {
			return r.Role.Is("sub-processor") && unwritten(r.For.Said(), r.For.Pos)
		}
		return s.eachRecipient(lacks, "The notice does not say for which processor the sub-processor %s works.",
			"Name the processor by its ID, or say “processor” if it works for you:\n\nfor: …")
	},
}

var jointRecipientArrangementMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "joint-recipient-arrangement-missing", Title: "A joint controller among the recipients, but no arrangement", Severity: notices.Error,
		Provisions: []string{"26(2)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "A recipient that decides together with the controller is a joint controller. Then people must be able to read the essence of what the two agreed: " +
			"who does what, and whom to ask.",
		Bad: "recipients:\n  - name: The allotment association\n    role: joint-controller\n    purpose: Runs the site together with us\n",
		Good: "recipients:\n  - name: The allotment association\n    role: joint-controller\n    purpose: Runs the site together with us\n" +
			"joint_arrangement:\n  essence: We let the plots, the association looks after the site. Ask us about your data.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		a := s.Notice.JointArrangement
		if len(s.Notice.Controller) > 1 || a.Essence.Said() || refused(a.Essence) {
			return nil // joint-arrangement-missing tells
		}
		lacks := func(r notices.Recipient) bool { return r.Role.Is("joint-controller") }
		return s.eachRecipient(lacks, "The recipient %s is a joint controller, but the notice does not give the essence of what was agreed with it.",
			"Say who does what, and whom people can ask; or correct the role if it decides for itself:\n\njoint_arrangement:\n  essence: …")
	},
}

// byLaw matches reasons for sharing that a law is said to give.
var byLaw = pattern.MustCompile(`(?i)\b(statut(e|es|ory)|legislation|legal(ly)? (dut(y|ies)|obligations?|requirements?|requires?|required|obliged|powers?)|by law|the law (requires|demands|asks|lays|obliges|makes)|` +
	`a law (requires|demands)|(required|obliged|bound) to (share|give|provide|report|pass|hand|send)|councils must)\b`)

var recipientRequiredByMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recipient-required-by-missing", Title: "Not said which law has the data shared", Severity: notices.Warning,
		Provisions: []string{"6(3)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "A notice that says a law has data shared should say which. People can then read what has to be passed on, and what has not.",
		Bad: "recipients:\n  - name: The valuation office\n    role: public-authority\n    purpose: We are required to report who uses council land\n",
		Good: "recipients:\n  - name: The valuation office\n    role: public-authority\n    purpose: We are required to report who uses council land\n" +
			"    required_by: Local Government Finance Act 1988, schedule 9\n",
	},
	Check: func(s *Subject) []notices.Finding {
		lacks := func(r notices.Recipient) bool {
			words := r.Purpose.Value + ". " + r.When.Value
			return !r.Role.Is("processor", "sub-processor") && sharedByLaw(words) && !lawNamed.MatchString(words) &&
				saysNothing(r.RequiredBy.Value) && !refused(r.RequiredBy)
		}
		return s.eachRecipient(lacks, "The notice says that a law has data shared with %s, but not which law.", "Name the Act and section:\n\nrequired_by: …")
	},
}

// limiting matches what makes a promise of sharing by law: “only if a law requires it”.
var limiting = pattern.MustCompile(`(?i)\b(only|if|unless|where|when|whenever|until)\b`)

// sharedByLaw reports whether a text says that a law has data shared, and does not
// only limit sharing to what a law asks.
func sharedByLaw(text string) bool {
	for _, sentence := range strings.FieldsFunc(text, func(c rune) bool { return c == '.' || c == ';' }) {
		at := byLaw.FindStringIndex(sentence)
		if at != nil && !limiting.MatchString(sentence[:at[0]]) {
			return true
		}
	}
	return false
}
