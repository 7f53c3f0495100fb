package rules_test

import (
	"fmt"
	"testing"
)

// said is the base site with a text, and what else is changed.
func said(words, change string) string { return fmt.Sprintf("body: %q\n", words) + change }

const (
	oneFirm = "recipients:\n  - name: Printing firms\n    role: processor\n    purpose: Print and post our letters\n"
	oneIP   = "data:\n  - id: name\n    label: Your IP address\n    origin: observed\n  - id: email\n    label: Which pages are read\n    origin: observed\n"
	twoUses = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n    lawful_basis: contract\n" +
		"  - id: news\n    purpose: Send news\n    data: [email]\n    lawful_basis: contract\n"
	chat = "data:\n  - id: name\n    label: What you write to the chatbot\n    channels: [chatbot]\n  - id: email\n    label: Your email address\n"
)

// Each sentence is one that notices use. Those that are not reported are hedged,
// hang on a condition, or speak of something else.
func TestTextIsHeldAgainstWhatIsStated(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule, change string
		reported     []string
		left         []string
	}{
		{"anonymous-contradicted", "",
			[]string{"Our surveys are anonymous.", "All answers are completely anonymous.", "You remain anonymous.", "Your application is anonymous.", "We only run anonymous surveys."},
			[]string{
				"Most of our surveys are anonymous.", "As a rule, surveys are anonymous.", "Surveys are not anonymous.", "If you leave out your name, your answers are anonymous.",
				"The published answers are anonymous.", "Some people ask whether answers are anonymous.", "Is it true that “all answers are anonymous”?",
				"Your answers are made anonymous after a year.", "You can stay anonymous.", "Your comments are anonymous to the panel.",
			}},
		{"identifies-nobody", oneIP,
			[]string{
				"We count visits in a way that does not identify anyone.", "It identifies nobody.", "The log cannot be used to identify you.",
				"Our website does not keep or record personal details.", "This doesn’t identify you.",
			},
			[]string{
				"We do not try to identify you.", "The published results do not identify anyone.", "It does not identify you unless you sign in.",
				"Our website does not collect personal information unless you fill in a form.", "We do not identify the firms that bid.",
				"We do not collect personal data about your health.", "This does not identify the page.",
			}},
		{"not-shared-contradicted", oneFirm,
			[]string{
				"Your data is not shared with anyone else.", "Your personal information will never be shared with third parties.",
				"We do not share your information with any other organisations.", "Printing firms get the letters. They are not shared with any other organisations.",
			},
			[]string{
				"Your data is not shared with anyone else unless the law says so.", "Your data is not shared with third parties, i.e. firms that we do not know.", "Your data is not shared with third parties for marketing.",
				"We do not share your bank details with anyone.", "They are not shared with any other organisations.", "Your data is shared with nobody but the firms that print for us.",
				"Printing firms get the letters.\n\nWe do not share your data with other companies.",
				"We do not share your information with third parties without your consent.", "Passwords are not shared with anyone.", "Nobody else gets it from us.",
			}},
		{"not-collected-contradicted", chat,
			[]string{"Please do not type personal data into our chatbot.", "We do not collect your email address."},
			[]string{
				"We do not collect your address.", "We do not collect your email address twice.", "We do not keep your email address if you leave.",
				"Please keep personal details out of the chatbot.", "Do not enter personal data into the form of another council.", "Please do not enter personal data on social media.",
			}},
		{"only-purpose-contradicted", twoUses,
			[]string{"We use your email address for nothing else.", "People give us their details for that purpose only.", "Your email address is kept for no other purpose."},
			[]string{
				"We use your name for nothing else.", "We use your bank account for nothing else.", "The company uses your email address for nothing else.",
				"We use your email address for nothing else unless you agree.", "Your email address is used to send news.",
			}},
		{"basis-unnamed-in-prose", "",
			[]string{
				"Where we rely on legitimate interests, you can object.", "We need it to meet our legal obligations.", "Consent is what we rely on.",
				"This is based on your consent.", "It is necessary for the public task.",
			},
			[]string{
				"We do not rely on legitimate interests.", "You have no legal obligation to answer.", "We need your consent for a photograph.",
				"The tenancy rests on a contract.", "A council cannot rely on legitimate interests.", "Our legal obligations are many.",
				"In an emergency we tell the ambulance. We then rely on vital interests.",
				"We share it with the tax office to comply with a legal obligation.",
			}},
		{"offence-denied-in-prose", "criminal_offence_data: none\n",
			[]string{"We collect special category or criminal/law enforcement data.", "We share criminal offence data."},
			[]string{"We never ask for criminal offence data.", "We fight crime on our sites.", "There is no criminal data here."}},
		{"right-differs-in-text", twoUses,
			[]string{"You have no right to erasure.", "You have the right to object.", "You have the right to withdraw your consent.", "You have no right to data portability."},
			[]string{
				"You have the right to object to direct marketing.", "Where we rely on a public task, you have the right to object.", "You may have the right to object.",
				"You have no right to erasure of an entry in the register.",
				"You have the right to data portability.", "You have no right to object.", "You have the right to see your data.", "In some cases you have the right to object.",
			}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			for _, words := range c.reported {
				if list := found(t, c.rule, said(words, c.change)); len(list) != 1 {
					t.Errorf("%s\nwant one finding, got %d:\n%s", words, len(list), listed(list))
				}
			}
			for _, words := range c.left {
				if list := found(t, c.rule, said(words, c.change)); len(list) != 0 {
					t.Errorf("%s\nwant none, got:\n%s", words, listed(list))
				}
			}
		})
	}
}

func TestTextDeniesWhatIsListed(t *testing.T) {
	t.Parallel()
	const (
		profiles  = "profiling:\n  - what: We look at who gives up plots.\n"
		cookie    = "data:\n  - id: name\n    label: Your settings\n    channels: [cookies]\n  - id: email\n    label: Your email address\n"
		transfer  = oneFirm + "transfers:\n  - countries: [US]\n    safeguard: idta\n    copy: Ask us.\n"
		marketing = "purposes:\n  - id: news\n    purpose: Send offers\n    data: [name, email]\n    lawful_basis: consent\n    activities: [direct-marketing]\n"
		decision  = "automated_decisions:\n  - what: The order of the list\n"
	)
	for words, c := range map[string]struct {
		change string
		want   int
	}{
		"We do not carry out any profiling.":                          {profiles, 1},
		"We never profile people.":                                    {profiles, 1},
		"No profiling takes place.":                                   {profiles, 1},
		"We do not carry out profiling unless you agree.":             {profiles, 0},
		"The chatbot does not use profiling.":                         {profiles, 0},
		"Profiling does not harm you.":                                {profiles, 0},
		"Our website does not use cookies.":                           {cookie, 1},
		"We do not use cookies to follow you.":                        {cookie, 0},
		"We do not use profiling to decide who gets a plot.":          {profiles, 0},
		"This site uses no cookies.":                                  {cookie, 0}, // of which site, it does not say
		"We do not use your data for marketing.":                      {marketing, 1},
		"We do not use your data for marketing by others.":            {marketing, 0},
		"We do not use cookies for advertising cookies.":              {cookie, 0},
		"We do not transfer your data outside the UK.":                {transfer, 1},
		"Your data is not sent abroad.":                               {transfer, 1},
		"No personal data leaves the UK.":                             {transfer, 1},
		"Your data is not sent abroad, except to the printing firms.": {transfer, 0},
		"We do not send staff to the post office.":                    {transfer, 0},
		"We don’t make automated decisions.":                          {decision, 1},
		"We do not make decisions based solely on automated means.":   {decision, 0},
	} {
		if list := found(t, "denied-in-text", said(words, c.change)); len(list) != c.want {
			t.Errorf("%s\nwant %d findings, got:\n%s", words, c.want, listed(list))
		}
	}
	if list := found(t, "denied-in-text", said("We do not carry out any profiling. Our website does not use cookies.", "")); len(list) > 0 {
		t.Errorf("nothing is listed, but got:\n%s", listed(list))
	}
}

func TestTextTellsWhatIsSaidToBeNone(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{
		"Our provider stores your data outside the UK.":                   1,
		"Our supplier stores your data outside the UK.":                   1,
		"Your letter may be sent overseas.":                               1,
		"The company keeps backups in the United States.":                 1,
		"Decisions about you are made automatically.":                     1,
		"We build up a profile of you.":                                   1,
		"We share your details with the housing association.":             1,
		"We may also pass it on to the water company.":                    1,
		"Your data is never sent overseas.":                               0,
		"We pass your details to our complaints team.":                    0,
		"We share your details with the officers who deal with it.":       0,
		"If your data was sent overseas, we would tell you.":              0,
		"Automated decisions are decisions made automatically.":           0,
		"We share your concern about the water company.":                  0,
		"You may pass it on to the water company.":                        0,
		"We share your details with nobody.":                              0,
		"An officer looks at each application before a decision is made.": 0,
	} {
		if list := found(t, "none-contradicted-in-text", said(words, "")); len(list) != want {
			t.Errorf("%s\nwant %d findings, got:\n%s", words, want, listed(list))
		}
	}
}

func TestOnlyEnglishWordsOfTheWriterCount(t *testing.T) {
	t.Parallel()
	const words = "Our surveys are anonymous."
	for change, want := range map[string]int{
		"summary: " + words + "\n":                              1,
		"body: |\n  " + words + "\n":                            1,
		"body: |\n  > " + words + "\n":                          0,
		"body: |\n  They wrote: “Our surveys are anonymous.”\n": 0,
		"body: |\n  ## Our surveys are anonymous\n":             0,
		"accepted:\n  - rule: date-missing\n    reason: " + words + "\n    by: Officer\n    until: 2027-01-01\n": 0,
	} {
		if list := found(t, "anonymous-contradicted", change); len(list) != want {
			t.Errorf("%s\nwant %d findings, got:\n%s", change, want, listed(list))
		}
	}
}

func TestContradictedWordsAreUnderlined(t *testing.T) {
	t.Parallel()
	list := found(t, "not-shared-contradicted", oneFirm+"body: |\n  We write to you.\n  Then, as ever,\n  your data is not shared with anyone. You can ask.\n")
	if len(list) != 1 {
		t.Fatalf("got:\n%s", listed(list))
	}
	p := list[0].Pos
	if p.Col != 3 || p.Len != len("your data is not shared with anyone.") {
		t.Errorf("got %+v", p)
	}
}

func TestTheTextsDatesAndNumbersAreThoseOfTheFiles(t *testing.T) {
	t.Parallel()
	const registered = "-- content/organisations/anytown-council.yaml --\nregistration:\n  number: Z1234567\n"
	for _, c := range []struct {
		rule, words, change string
		want                int
	}{
		{"updated-differs", "Last updated on 22nd June 2026.", "", 0},
		{"updated-differs", "Last updated: June 2026.", "", 0},
		{"updated-differs", "Last updated: May 2026.", "", 1},
		{"updated-differs", "This page was last updated in May 2026.", "", 1},
		{"updated-differs", "The register was last revised on 1 May 2020.", "", 0},
		{"updated-differs", "Last reviewed on 1 May 2020.", "", 0}, // no day of review to compare with
		{"updated-differs", "We last updated our trees.", "", 0},
		{"registration-number-differs", "Our number is Z7654321.", registered, 1},
		{"registration-number-differs", "Our number is Z7654321.", "", 0},
		{"registration-number-differs", "The officer has the number Z7654321.", registered + "-- content/organisations/officer.yaml --\nname: Returning officer\nregistration:\n  number: Z7654321\n", 0},
		{"dpo-contact-differs", "Ask the Data Protection Officer: officer@anytown.example", "", 1},
		{"dpo-contact-differs", "Ask the Data Protection Officer: DPO@anytown.example", "", 0},
		{"dpo-contact-differs", "Ask the allotments team: plots@anytown.example", "", 0},
		{"dpo-contact-differs", "Ask the Data Protection Officer or the team: plots@anytown.example", "", 0},
		{"dpo-contact-differs", "Write to plots@anytown.example, not to the Data Protection Officer.", "", 0},
		{"dpo-contact-differs", "Our DPO is at 01234 567890.", "", 1},
		{"dpo-contact-differs", "If our DPO does not help, ring the regulator on 0303 123 1113.", "", 0},
	} {
		if list := found(t, c.rule, said(c.words, c.change)); len(list) != c.want {
			t.Errorf("%s: %s\nwant %d findings, got:\n%s", c.rule, c.words, c.want, listed(list))
		}
	}
}
