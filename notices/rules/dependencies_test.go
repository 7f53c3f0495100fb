package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"notices.example/notices"
)

// labelled is the base site's data with another label for the email address.
const labelled = "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n" +
	"  - id: email\n    label: %q\n    provision: optional\n    if_not_given: Nothing happens.\n"

func TestOnlyWhatIsPlainlySpecialIsTakenForIt(t *testing.T) {
	t.Parallel()
	for label, want := range map[string]int{
		"Your ethnic origin": 1, "Disability": 1, "Whether you are disabled": 1, "Medical conditions": 1, "Trade union membership": 1,
		"Fingerprints": 1, "Your state of health": 1, "Sexual orientation": 1, "Your religion or belief": 1,

		"Health and safety training": 0, "The name of your health visitor": 0, "Which faith school your child goes to": 0, "Your gender": 0,
		"Date of birth": 0, "Racing licence": 0, "Biometric residence permit": 0, "Your healthy start vouchers": 0, "A description, with no medical information": 0, "Politeness of staff": 0,
		"Animal health records of your herd": 0, "Public health records of your business": 0, "Fingerprint of your device": 0,
		"The diagnosis of faults in your boiler": 0, "Disabled parking bay number": 0, "The state of health insurance": 0, "Dog DNA profile": 0,
		"Blue badge for disabled parking bay": 0, "Environmental health reports on your kitchen": 0,

		"Health and safety training, and your disability": 1, "Your dog's health and your own medical history": 1, "Your religion, not that of your family": 1,
	} {
		if list := found(t, "special-category-unmarked", fmt.Sprintf(labelled, label)); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", label, len(list), want)
		}
	}
}

func TestOnlyWhatIsPlainlyAnOffenceIsTakenForOne(t *testing.T) {
	t.Parallel()
	for label, want := range map[string]int{
		"Criminal convictions": 1, "Unspent convictions": 1, "DBS certificate": 1, "Criminal record": 1,
		"Health and safety record and criminal record": 1, "Parking fines": 0, "Offers you have had": 0, "Your name, but not your criminal record": 0, "Crime reference number": 0,
	} {
		if list := found(t, "criminal-offence-unmarked", fmt.Sprintf(labelled, label)); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", label, len(list), want)
		}
	}
}

func TestLawThatIsOnlyHintedAt(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"The duty to consult in housing legislation": 1,
		"Statutory duties of the council":            1,
		"Relevant laws on health and education":      1,
		"Our legal powers to manage land":            1,

		"Housing Act 1985, section 105":                      0,
		"The Care Act":                                       0,
		"Section 111 of the legislation on local government": 0,
		"Our function as a local highway authority":          0,
		"The council's role in public health law":            0,
		"Common law duty of care":                            0,
		"Council Tax (Administration) Regulations 1992":      0,
		"The general power of competence":                    0,
		"Allotments":                                         0,
	} {
		change := "purposes:\n  - id: tenancy\n    purpose: Let plots to residents\n    data: [name, email]\n    lawful_basis: public-task\n    basis_in_law: " + text + "\n"
		if list := found(t, "basis-in-law-vague", change); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", text, len(list), want)
		}
	}
}

func TestSharingByLawNamesTheLaw(t *testing.T) {
	t.Parallel()
	for purpose, want := range map[string]int{
		"What statute asks of us": 1, "A law requires us to report it": 1, "We are obliged to share it": 1, "Our legal duty to report fraud": 1,
		"Enforce the law": 0, "Prosecute crime": 0, "Give legal advice": 0, "Section 7 of the statute has it shared": 0, "What the Care Act 2014 makes our legal duty": 0,
		"Only where a law allows it": 0, "If the law requires it": 0, "Collect fines. Only when we are legally obliged": 0,
	} {
		change := "recipients:\n  - name: The valuation office\n    role: public-authority\n    purpose: " + purpose + "\n"
		if list := found(t, "recipient-required-by-missing", change); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", purpose, len(list), want)
		}
	}
}

func TestVagueSources(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{
		"Third parties": 1, "The third parties mentioned below, and other public bodies and organisations": 1, "Other public bodies": 1, "Local organisations": 1,
		"The electoral register": 0, "Public registers": 0, "Your landlord": 0, "Other councils": 0, "Bodies that help us to find empty homes": 0, "Police forces": 0,
	} {
		if list := found(t, "source-vague", fmt.Sprintf("sources:\n  - name: %q\n    data: [name]\n    publicly_available: no\n", name)); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", name, len(list), want)
		}
	}
}

func TestExemptionsAreThoseOfTheLawOnTheDay(t *testing.T) {
	t.Parallel()
	for cited, want := range map[string]string{
		"14(2)":                        "14(2) is no exemption",
		"Article 13(1)(e)":             "13(1)(e) is no exemption",
		"Article 14(5)(b) UK GDPR":     "the law of 1 July 2026 has no such provision",
		"Article 6(1)(e)":              "lifts no duty to tell people",
		"Article 17(3) of the UK GDPR": "lifts no duty to tell people",
		"DPA 2018 Sch 1 para 8":        "its Schedules 2 and 3",
		"DPA 2018 Sch 2 para 16":       "does not lift the duty to tell",
		"DPA 2018 Sch 2 para 27":       "does not lift the duty to tell",
		"DPA 2018 Sch 3 para 5":        "does not lift the duty to tell",
		"DPA 2018 Sch 4 para 2":        "limits the right of access",
		"DPA 2018 Sch 2":               "does not name the paragraph",
		"DPA 2018 s.44(4)":             "for law enforcement",
		"13(5)":                        "no item of information",
		"Article 23":                   "another law has to",
		"Council policy 7":             "no provision known",
		"Official Secrets Act 1989":    "no provision known",
		"14(5)(a) and (c)":             "no provision known",

		"13(4)": "", "Article 13(4)": "", "14(5)(e)": "", "UK GDPR Article 14(5)(c)": "", "art. 14(5)(c)": "", "DPA 2018 Sch 2 para 2": "",
		"Data Protection Act 2018, Schedule 2, Part 1, paragraph 5(3)": "", "DPA 2018 Sch 3 para 9": "", "DPA 2018 s.26": "",
	} {
		list := found(t, "exemption-unknown", fmt.Sprintf("exemptions:\n  - provision: %q\n    item: transfers\n    reason: People know it.\n", cited))
		switch {
		case want == "" && len(list) > 0, want != "" && (len(list) != 1 || !strings.Contains(list[0].Message, want)):
			t.Errorf("%q: want %q, got:\n%s", cited, want, listed(list))
		}
	}
}

func TestExemptionsOfAnotherJurisdiction(t *testing.T) {
	t.Parallel()
	const eu = "-- content/site.yaml --\nlaw: eu\n"
	for cited, want := range map[string]int{"14(5)(b)": 0, "14(5)(e)": 1, "13(5)": 1, "DPA 2018 Sch 2 para 2": 1} {
		if list := found(t, "exemption-unknown", "exemptions:\n  - provision: "+cited+"\n    item: transfers\n    reason: People know it.\n"+eu); len(list) != want {
			t.Errorf("%s: got %d findings, want %d", cited, len(list), want)
		}
	}
}

const fair = "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n" +
	"  - id: fair\n    purpose: Invite you to our spring fair\n    data: [email]\n    lawful_basis: consent\n"

func TestHowToStopMessages(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]int{
		fair + "    withdrawal: You can opt out.\n    activities: [direct-marketing]\n":                                                   1,
		fair + "    withdrawal: You can say no to it.\n":                                                                                  1,
		"body: |\n  We text you after a call. You can opt out.\n":                                                                         1,
		fair + "    withdrawal: Unsubscribe with the link in each email.\n    activities: [direct-marketing]\n":                           0,
		fair + "    withdrawal: You can say no at any time. Tell us.\n":                                                                   0,
		fair + "    withdrawal: At any time.\n":                                                                                           0,
		fair + "    withdrawal: At any time.\n    activities: [direct-marketing]\nbody: |\n  To stop them, reply to any of our emails.\n": 0,
		"body: |\n  We text you after a call. You can opt out. Reply to the text.\n":                                                      0,
		"body: |\n  ## Texts\n\n  We text you after a call. You can opt out.\n\n  To opt out, reply to the text.\n":                       0,
		"body: |\n  You can [opt out](https://www.nhs.uk/your-nhs-data-matters) of research.\n":                                           0,
		"body: |\n  If you opt out of surveys, we keep your number while that lasts.\n":                                                   0,
		"body: |\n  We ask for your ethnic group. You may decline to answer.\n":                                                           0,
		"body: |\n  ## You can say no\n\n  But then we cannot rent you a plot.\n":                                                         0,
		"body: |\n  We send you emails. You may decline.\n":                                                                               1,
		"body: |\n  Whoever wants to can opt out.\n":                                                                                      1,
	} {
		if list := found(t, "opt-out-method-missing", change); len(list) != want {
			t.Errorf("%s\ngot %d findings, want %d:\n%s", change, len(list), want, listed(list))
		}
	}
}

func TestPeriodsOfOneItemThatAreNotForTheSameData(t *testing.T) {
	t.Parallel()
	const two = "retention:\n  - data: [name, email]\n    what: %s\n    period: 6 years\n    from: the end\n%s  - data: [name, email]\n    what: %s\n    period: 7 days\n    from: the end\n%s"
	for _, c := range []struct {
		first, more, second, same string
		want                      int
	}{
		{"Letters", "", "Forms", "", 1},
		{"Letters", "", "Backups", "", 0},
		{"Letters on paper", "", "Letters", "", 0},
		{"Letters", "    channels: [email]\n", "Forms", "    channels: [online-form]\n", 0},
	} {
		if list := found(t, "retention-overlap", fmt.Sprintf(two, c.first, c.more, c.second, c.same)); len(list) != c.want {
			t.Errorf("%v: got %d findings:\n%s", c, len(list), listed(list))
		}
	}
}

// What a machine records runs from that moment, so nothing need be said of it.
func TestPeriodsOfRecordingsNeedNoStart(t *testing.T) {
	t.Parallel()
	for origin, want := range map[string]int{"observed": 0, "derived": 0, "given": 1} {
		change := "data:\n  - id: name\n    label: Pictures of you\n    origin: " + origin + "\n    provision: optional\n    if_not_given: Nothing happens.\n" +
			"  - id: email\n    label: Sound\n    origin: observed\n" +
			"retention:\n  - data: [name, email]\n    period: 30 days\n    then: overwritten\n"
		if list := found(t, "retention-start-missing", change); len(list) != want {
			t.Errorf("%s: got %d findings, want %d", origin, len(list), want)
		}
	}
}

// A denial with a reason has been thought about.
func TestDenialOfProfilingWithAReasonIsLeftAlone(t *testing.T) {
	t.Parallel()
	const targeting = "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n    activities: [%s]\nprofiling:%s\n"
	for _, c := range []struct {
		activity, denial string
		want             notices.Severity
	}{
		{"targeting", " none", notices.Advice},
		{"profiling", " none", notices.Error},
		{"targeting", "\n  none: People choose the subjects themselves.", 0},
		{"statistics", " none", 0},
	} {
		list := found(t, "profiling-contradicted", fmt.Sprintf(targeting, c.activity, c.denial))
		if c.want == 0 && len(list) > 0 || c.want != 0 && (len(list) != 1 || list[0].Severity != c.want) {
			t.Errorf("%s, %s: want %v, got:\n%s", c.activity, c.denial, c.want, listed(list))
		}
	}
}

func TestObjectionThatLeavesOutThePublicTask(t *testing.T) {
	t.Parallel()
	const mixed = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n    lawful_basis: %s\n    basis_in_law: Allotments Act 1925, section 8\n" +
		"  - id: bill\n    purpose: Send the bill\n    data: [name]\n    lawful_basis: contract\n" +
		"rights:\n  how: Write to us.\n  statements:\n    - right: objection\n      applies: limited\n      reason: %s\n"
	for _, c := range []struct {
		basis, reason string
		want          int
	}{
		{"public-task", "To direct marketing, and where we rely on legitimate interests", 1},
		{"public-task", "To marketing and to our public tasks", 0},
		{"public-task", "To research, and to what we do with official authority", 0},
		{"public-task", "You have to give reasons", 0},
		{"legal-obligation", "To direct marketing", 0},
	} {
		if list := found(t, "right-understated", fmt.Sprintf(mixed, c.basis, c.reason)); len(list) != c.want {
			t.Errorf("%v: got:\n%s", c, listed(list))
		}
	}
}

func TestTransfersOnAgreementOfPublicBodies(t *testing.T) {
	t.Parallel()
	const change = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name]\n    lawful_basis: public-task\n    basis_in_law: Allotments Act 1925, section 8\n" +
		"  - id: fair\n    purpose: Run the fair\n    data: [email]\n    lawful_basis: contract\n" +
		"recipients:\n  - name: Ticket firms\n    role: processor\n    purpose: Sell tickets\n" +
		"transfers:\n  - countries: [IN]\n    safeguard: %s\n    detail: There are risks.\n    data: [%s]\n"
	for _, c := range []struct {
		safeguard, data string
		want            int
	}{
		{"derogation-consent", "name", 1}, {"derogation-contract", "name", 1}, {"derogation-consent", "email", 0}, {"derogation-legal-claims", "name", 0},
	} {
		if list := found(t, "transfer-derogation-barred", fmt.Sprintf(change, c.safeguard, c.data)); len(list) != c.want {
			t.Errorf("%v: got:\n%s", c, listed(list))
		}
	}
}

func TestSharingAgreementsOfProcessorsOnly(t *testing.T) {
	t.Parallel()
	const change = "recipients:\n  - organisation: ark\n    role: %s\n    purpose: Runs our booking system\n" +
		"documents:\n  - title: %s\n    link: https://www.anytown.gov.uk/it\n-- content/organisations/ark.yaml --\nname: Ark\ncountry: GB\n"
	for _, c := range []struct {
		role, title string
		want        int
	}{
		{"processor", "Data sharing agreement with Ark", 1},
		{"processor", "Information-sharing protocol (Ark)", 1},
		{"controller", "Data sharing agreement with Ark", 0},
		{"processor", "Data sharing agreement on parking", 0},
		{"processor", "Data processing agreement with Ark", 0},
	} {
		if list := found(t, "processor-agreement-wrong", fmt.Sprintf(change, c.role, c.title)); len(list) != c.want {
			t.Errorf("%v: got:\n%s", c, listed(list))
		}
	}
}

func TestServersOfOthersInTheSameSentence(t *testing.T) {
	t.Parallel()
	const change = "recipients:\n  - organisation: rack-firm\n    role: processor\n    purpose: Runs our booking system\n" +
		"-- content/organisations/rack-firm.yaml --\nname: Rack Firm\ncountry: GB\n-- content/notices/allotments.yaml --\nbody: |\n  %s\n"
	for text, want := range map[string]int{
		"Rack Firm runs it within our own secure servers.":                  1,
		"Rack Firm runs it. Letters are on our own servers.":                0,
		"Rack Firm runs it on its computers, and not on our own computers.": 0,
		"We run it on our own computers.":                                   0,
	} {
		if list := found(t, "servers-whose", fmt.Sprintf(change, text)); len(list) != want {
			t.Errorf("%q: got:\n%s", text, listed(list))
		}
	}
}

func TestMessagesWithoutASender(t *testing.T) {
	t.Parallel()
	const change = "data:\n  - id: name\n    label: Your name\n    provision: optional\n    if_not_given: Nothing happens.\n" +
		"  - id: email\n    label: Your email address\n    channels: [email-alerts]\n    provision: optional\n    if_not_given: Nothing happens.\n" +
		"-- content/organisations/post-firm.yaml --\nname: Post Firm\ncountry: GB\n-- content/notices/allotments.yaml --\n"
	for recipients, want := range map[string]int{
		"recipients: none\n": 1,
		"recipients:\n  none: We send the emails ourselves.\n":                                               0,
		"recipients:\n  - name: Auditors\n    role: controller\n    purpose: Audit\n":                        1,
		"recipients:\n  - name: Newsletter firms\n    role: processor\n    purpose: Work for us\n":           0,
		"recipients:\n  - organisation: post-firm\n    role: processor\n    purpose: Works for us\n":         0,
		"recipients:\n  - name: A firm\n    role: processor\n    purpose: Works for us\n    data: [email]\n": 0,
		"recipients:\n  - name: A firm\n    role: processor\n    purpose: Works for us\n    data: [name]\n":  1,
	} {
		if list := found(t, "processor-undisclosed", change+recipients); len(list) != want {
			t.Errorf("%s\ngot:\n%s", recipients, listed(list))
		}
	}
}

func TestOnlyThePromiseToConfirmAComplaintIsTimed(t *testing.T) {
	t.Parallel()
	for how, want := range map[string]int{
		"We acknowledge complaints within 6 weeks.":                     1,
		"We let you know that we have received it within 6 weeks.":      1,
		"We will tell you that we have your complaint within 6 weeks.":  1,
		"We confirm that your complaint has arrived within 40 days.":    1,
		"We let you know that we have looked into it within 12 weeks.":  0,
		"We tell you that we have finished within 12 weeks.":            0,
		"We confirm the outcome within 12 weeks.":                       0,
		"We acknowledge complaints within 30 days, and look into them.": 0,
	} {
		change := "complaints:\n  to_controller:\n    how: " + how + "\n    contact: complaints\n  to_regulator:\n    regulator: information-commissioner\n"
		if list := found(t, "complaint-acknowledged-late", change); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", how, len(list), want)
		}
	}
}

func TestStrictlyNecessaryCookiesNeedNoPage(t *testing.T) {
	t.Parallel()
	const used = "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n" +
		"  - id: email\n    label: Your settings on our website\n    origin: observed\n    channels: [cookies]\n"
	for change, want := range map[string]int{
		used: 1,
		used + "    note: These cookies are strictly necessary.\n":                              0,
		used + "    note: Essential and analytics cookies.\n":                                   1,
		used + "body: |\n  We only use strictly necessary cookies.\n":                           0,
		used + "body: |\n  All of our cookies are essential.\n":                                 0,
		used + "body: |\n  Some cookies are not essential.\n":                                   1,
		used + "body: |\n  We use essential cookies and cookies that count visits.\n":           1,
		used + "body: |\n  Cookies are strictly necessary, or they are there for statistics.\n": 1,
	} {
		if list := found(t, "cookies-unnamed", change); len(list) != want {
			t.Errorf("%s\ngot %d findings, want %d", change, len(list), want)
		}
	}
}

func TestTimesAndFeesOfRequests(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule, key, text string
		want            int
	}{
		{"request-time-long", "time_limit", "40 days", 1},
		{"request-time-long", "time_limit", "Within two months", 1},
		{"request-time-long", "time_limit", "30 working days", 1},
		{"request-time-long", "time_limit", "One month", 0},
		{"request-time-long", "time_limit", "20 working days", 0},
		{"request-time-long", "time_limit", "31 days", 0},
		{"request-time-long", "time_limit", "One month. Complex requests can take two further months.", 0},
		{"request-time-long", "time_limit", "One month, or up to three months if there is much to look for", 0},

		{"request-fee", "how", "Write to us. There is a fee of £10.", 1},
		{"request-fee", "how", "We charge £10 for a copy.", 1},
		{"request-fee", "how", "Write to us. There is no fee.", 0},
		{"request-fee", "how", "Write to us. It is free, unless the request is excessive: then we may charge a fee for excessive work.", 0},
		{"request-fee", "how", "Write to the officer in charge.", 0},
		{"request-fee", "time_limit", "One month. If we have to charge, we tell you.", 0},
	} {
		how := "  how: Write to us.\n"
		if c.key == "how" {
			how = ""
		}
		change := "rights:\n" + how + fmt.Sprintf("  %s: %q\n", c.key, c.text)
		if list := found(t, c.rule, change); len(list) != c.want {
			t.Errorf("%s: %q: got %d findings, want %d", c.rule, c.text, len(list), c.want)
		}
	}
}
