package site_test

import "notices.example/notices"

// fullNotice has every part that a notice can have, and a Welsh translation.
func fullNotice(council, partner *notices.Organisation, corporate *notices.Complete) *notices.Complete {
	pos := at(fullFile)
	n := &notices.Notice{
		Pos: pos, ID: id("wendle/garden-waste"), Lang: "en", Title: text("Garden waste collections"), Kind: term("service"),
		Aliases: []notices.URL{link("/garden-waste")}, Controller: refs("wendle", "eastmere"),
		JointArrangement: notices.JointArrangement{
			Essence: text("Both councils plan the rounds together. Each looks after the people who live in its area."), Contact: ref("wendle"),
			Shares: []notices.Responsibility{{Organisation: ref("wendle"), For: text("Subscriptions and payments")}, {Organisation: ref("eastmere"), For: text("Collections")}},
		},
		Summary:    text("How we use your information when you subscribe to the brown bin service."),
		ReadWith:   refs("wendle/council"),
		Processing: fullProcessing(),
		Rights:     rights(), Complaints: complaints(),
		Exemptions: []notices.Exemption{{Provision: text("14(5)(b)"), Item: term("source"), Reason: text("Telling every neighbour named in a report would take effort out of proportion.")}},
		Transition: &notices.Transition{
			From: date("2026-04-01"), Until: date("2027-03-31"), Replaces: refs("old-wendle"),
			Routes: []notices.Route{{Topic: text("Unpaid bills from before April 2023"), Organisation: refs("wendle"), Notice: ref("wendle/council")}},
		},
		Effective: date("2026-02-01"), Updated: date("2026-10-05"), Reviewed: date("2026-10-05"), ReviewDue: date("2027-10-05"),
		ApprovedBy: text("Head of waste services"), Assessment: text("DPIA 2026/14"),
		Changes:   []notices.Change{{Date: date("2026-10-05"), What: text("Reminders by text message"), Material: notices.Answer{Value: notices.Yes}}},
		Documents: []notices.RelatedDocument{{Title: text("Terms of the brown bin service"), Link: link("https://www.wendle.example/terms")}},
		Body:      notices.Markdown{Pos: pos, Source: fullBody},
	}
	c := &notices.Complete{
		Notice: *n, Written: n, Controllers: []*notices.Organisation{council, partner}, CorporateOf: corporate.Written,
		Included: []notices.IncludedBlock{{
			Block:   &notices.Block{Pos: at(blockFile), ID: id("fraud"), Title: text("National Fraud Initiative")},
			Because: text("Subscriptions with a discount are compared."),
		}},
	}
	welsh := *n
	welsh.Lang, welsh.Pos = "cy", at(welshFile)
	welsh.Title, welsh.Summary = text("Casglu gwastraff gardd"), text("Sut rydym yn defnyddio'ch gwybodaeth pan fyddwch yn tanysgrifio i'r gwasanaeth bin brown.")
	welsh.ApprovedBy = notices.Text{Value: "Head of waste services", Lang: "en"}
	welsh.Body = notices.Markdown{Pos: pos, Source: fullBody, Lang: "en"}
	c.Translations = map[string]*notices.Notice{"cy": &welsh}
	return c
}

const fullBody = `We empty brown bins every second week from March to November.

## Who sees it {#recipients}

The crews see your address, and [no more than that](#data).

## If you move

Tell us, and we take you off the round. See [our main notice](council.md) and the
[partner council](../../organisations/eastmere.yaml).

### Refunds

| Month | Share |
|---|---|
| May | half |
`

func fullProcessing() notices.Processing {
	pos, block, main := at(fullFile), at(blockFile), at(corporateFile)
	return notices.Processing{
		DataSubjects: []notices.DataSubject{{Label: text("People who subscribe to the service")}, {Label: text("People who report a missed bin")}},
		Data: []notices.DataItem{
			{Pos: pos, ID: id("name"), Label: text("Name"), Origin: term("given"), Provision: term("contractual"), IfNotGiven: text("You cannot subscribe.")},
			{Pos: pos, ID: id("address"), Label: text("Address"), Origin: term("given"), Provision: term("contractual"), IfNotGiven: text("We cannot empty your bin."), VisibleTo: text("The crew on your street")},
			{Pos: pos, ID: id("mobility"), Label: text("Whether you need help to bring out the bin"), SpecialCategory: term("health"), Origin: term("given"), Provision: term("optional"), IfNotGiven: text("You bring the bin out yourself."), FreeText: notices.Answer{Value: notices.Yes}},
			{Pos: pos, ID: id("round"), Label: text("When your bin was emptied"), Origin: term("observed")},
			{Pos: block, ID: id("benefit"), Label: text("Whether you get a means-tested benefit"), Origin: term("obtained")},
			{Pos: pos, ID: id("phone"), Label: text("Mobile telephone number"), Origin: term("given"), Provision: term("optional"), IfNotGiven: text("You get no reminders."), Channels: terms("sms")},
		},
		NotCollected:        texts("Bank details: the payment company keeps those"),
		CriminalOffenceData: notices.Denial{None: true, Pos: pos},
		Children:            notices.Stated[notices.Text]{None: true, Pos: pos},
		Sources: notices.Stated[notices.Source]{Items: []notices.Source{{
			Pos: block, Name: text("Department for Work and Pensions"), Kind: term("public-body"), When: text("You ask for the discount."),
			Data: refs("benefit"), PubliclyAvailable: notices.Answer{Value: notices.No},
		}}},
		Purposes: fullPurposes(),
		Recipients: notices.Stated[notices.Recipient]{Items: []notices.Recipient{
			{Pos: pos, ID: id("routing"), Organisation: ref("bintech"), Role: term("processor"), Purpose: text("Plans the rounds"), Data: refs("address", "round")},
			{Pos: pos, ID: id("printers"), Name: text("Printing companies"), Role: term("processor"), Purpose: text("Print the yearly calendar"), Data: refs("name", "address"), Country: term("GB")},
			{Pos: block, Name: text("Cabinet Office"), Role: term("public-authority"), Purpose: text("Compares records to find fraud"), RequiredBy: text("Local Audit and Accountability Act 2014, Schedule 9"), Data: refs("benefit")},
		}},
		NeverSharedFor: texts("marketing by anyone else"),
		Access:         []notices.Access{{Who: text("Waste team"), Sees: term("identifiable"), Why: text("To answer you")}, {Who: text("Policy team"), Sees: term("aggregated"), Why: text("To plan the service")}},
		Transfers: notices.Stated[notices.Transfer]{Items: []notices.Transfer{{
			Pos: pos, Recipient: ref("routing"), Countries: terms("US"), Safeguard: term("idta"), Detail: text("Agreement of 3 March 2026"),
			Copy: text("Ask our data protection officer."), CopyLink: link("https://www.wendle.example/idta"), Data: refs("address"),
		}}},
		Retention: []notices.Retention{
			{Pos: pos, Data: refs("name", "address", "phone", "mobility"), Period: period("2 years"), From: text("after your subscription ends"), Then: term("deleted")},
			{Pos: pos, Data: refs("round"), Period: period("90 days"), From: text("after the collection"), Then: term("anonymised"), Schedule: notices.ScheduleRow{Link: link("https://www.wendle.example/schedule"), Row: text("W12")}},
			{Pos: block, Data: refs("benefit"), Criteria: text("Until the yearly comparison is finished"), Then: term("deleted")},
		},
		AutomatedDecisions: notices.Stated[notices.AutomatedDecision]{None: true, Pos: pos},
		Profiling: notices.Stated[notices.Profiling]{Items: []notices.Profiling{{
			What: text("We estimate how full bins will be on your street."), Effect: text("Rounds can start earlier or later."), Data: refs("round"), UsesAI: notices.Answer{Value: notices.Yes},
		}}},
		ArtificialIntelligence: notices.Stated[notices.AIUse]{Items: []notices.AIUse{{
			What: text("A computer sorts the emails you send us."), Limits: text("It never answers them."), Data: refs("name"),
		}}},
		Security: []notices.Text{{Value: "Only staff who need it can see it.", Pos: main}},
	}
}

func fullPurposes() []notices.Purpose {
	pos, block := at(fullFile), at(blockFile)
	return []notices.Purpose{
		{
			Pos: pos, ID: id("collect"), Purpose: text("Empty your brown bin and take the yearly payment"), Data: refs("name", "address", "round"),
			LawfulBasis: term("contract"),
		},
		{
			Pos: pos, ID: id("assist"), Purpose: text("Bring out the bin for people who cannot"), Data: refs("address", "mobility"),
			LawfulBasis: term("public-task"), BasisInLaw: text("Environmental Protection Act 1990, section 45; Equality Act 2010, section 29"),
			Condition: term("substantial-public-interest"), Schedule1: term("statutory-and-government-purposes"), PolicyDocument: link("https://www.wendle.example/policy"),
		},
		{
			Pos: pos, ID: id("remind"), Purpose: text("Remind you the evening before"), Data: refs("phone"), Activities: terms("analysis"),
			LawfulBasis: term("consent"), Withdrawal: text("Answer STOP to any message."),
		},
		{
			Pos: block, ID: id("fraud"), Purpose: text("Find discounts that were claimed by fraud"), Data: refs("name", "benefit"), Activities: terms("fraud-prevention", "data-matching"),
			LawfulBasis: term("legal-obligation"), BasisInLaw: text("Local Audit and Accountability Act 2014, Schedule 9"),
		},
	}
}
