package rules

import (
	"notices.example/notices"
	"notices.example/notices/wording"
)

// wordingRules are the rules on how a notice says what it says: Article 12 and
// WP260 rev.01. Package wording does the reading.
func wordingRules() []Rule {
	var list []Rule
	for _, doc := range [][]notices.RuleDoc{vagueWording, agedWording, unfairWording, plainWording} {
		for _, d := range doc {
			list = append(list, Rule{RuleDoc: d, CheckText: func(t *Text) []notices.Finding { return t.worded(d.ID) }})
		}
	}
	return append(list, childrenInText)
}

// vagueWording are the rules on words that tell readers less than they need.
var vagueWording = []notices.RuleDoc{
	{
		ID: wording.Qualifier, Title: "Words that leave open what you do", Severity: notices.Warning,
		Provisions: []string{"12(1)"},
		Why: "“We may share your data” tells people nothing: do you or not? Words such as may, might, could and often are for what the reader can do. " +
			"Say what you do yourself, and when (WP260 rev.01, para 13). A sentence that says when is left alone.",
		Bad:  "summary: We may share your details. Allotments are ours.\n",
		Good: "summary: If you owe us rent, we may ask a court for it.\n",
	},
	{
		ID: wording.PurposeVague, Title: "A purpose that could mean anything", Severity: notices.Warning,
		Provisions: []string{"5(1)(b)", "12(1)", "13(1)(c)", "14(1)(c)"}, Item: "purposes", Section: notices.PurposesSection,
		Why: "“To improve our services”, “research” and “business intelligence” say nothing of what is done, and could hold for any data anywhere " +
			"(WP260 rev.01, para 12).",
		Bad:  "purposes:\n  - id: tenancy\n    purpose: Deliver and manage our services\n    data: [name, email]\n    lawful_basis: contract\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot and send you the bill\n    data: [name, email]\n    lawful_basis: contract\n",
	},
	{
		ID: wording.RetentionVague, Title: "A text on retention that decides nothing", Severity: notices.Warning,
		Provisions: []string{"12(1)", "13(2)(a)", "14(2)(a)"}, Section: notices.RetentionSection,
		Why: "“As long as necessary” and “in line with statutory periods” are true of any data anywhere. Beside a period they put it in doubt, and in place of one " +
			"they tell nothing (WP260 rev.01, annex).",
		Bad:  "summary: We keep your details for as long as is necessary.\n",
		Good: "summary: We keep your details for 6 years.\n",
	},
	{
		ID: wording.RecipientVague, Title: "A text on recipients who could be anybody", Severity: notices.Warning,
		Provisions: []string{"12(1)", "13(1)(e)", "14(1)(e)"}, Section: notices.RecipientsSection,
		Why: "“Third parties”, “partners” and “other organisations” could be anybody. Say who they are, or what they do, in which sector and where " +
			"(WP260 rev.01, annex).",
		Bad:  "summary: We share your details with our trusted partners.\n" + printer,
		Good: "summary: We share your details with the firms that print our letters.\n" + printer,
	},
	{
		ID: wording.ListOpen, Title: "A list that is said not to be complete", Severity: notices.Warning,
		Provisions: []string{"12(1)", "5(1)(a)"},
		Why:        "“This list is not exhaustive” tells people that there is more, and keeps it from them. If not everything can be named, its kinds can.",
		Bad:        "summary: We collect your name and email address. This list is not exhaustive.\n",
		Good:       "summary: We collect your name and email address.\n",
	},
	{
		ID: wording.InformationPromised, Title: "Information that is promised for later", Severity: notices.Warning,
		Provisions: []string{"12(1)", "13(1)(c)", "14(1)(c)"},
		Why: "The notice is where people are told. A promise to make things clear later leaves them without what the law gives them now. " +
			"A short notice at the moment of asking is good, but comes on top of this one.",
		Bad:  "summary: We will make clear later what else we use your details for.\n",
		Good: "summary: We use your details to rent you a plot.\n",
	},
	{
		ID: wording.ChangesLeft, Title: "Readers are to look for changes themselves", Severity: notices.Warning,
		Provisions: []string{"12(1)", "5(1)(a)"}, Section: notices.AboutSection,
		Why: "Nobody reads a notice again each month. The regulators call it insufficient and unfair to tell people of changes by asking them to check the page " +
			"(WP260 rev.01, para 29). Write to them when a change matters. For the rest, this site makes a feed of changes that they can follow.",
		Bad:  "summary: Please check this page regularly for changes.\n",
		Good: "summary: We write to you before anything changes.\n",
	},
}

// agedWording are the rules on what was right once, or never was.
var agedWording = []notices.RuleDoc{
	{
		ID: wording.LawOutdated, Title: "A law that no longer holds", Severity: notices.Warning,
		Provisions: []string{"12(1)", "5(1)(a)"},
		Why: "A notice that rests on a law of the past tells people wrongly what they can do, and shows that nobody has read it since. " +
			"What counts is the day on which the notice holds, so an old notice is left alone.",
		Bad:  "summary: We handle your details as the Data Protection Act 1998 says.\n",
		Good: "summary: We handle your details as the Data Protection Act 2018 says.\n",
	},
	{
		ID: wording.BorderEEA, Title: "The European Economic Area as the border", Severity: notices.Warning,
		Provisions: []string{"13(1)(f)", "14(1)(f)", "44"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "In the UK, a transfer is what leaves the UK. A promise that nothing leaves the European Economic Area says nothing of that, " +
			"and is silent on what goes to France or Ireland, which the law allows and people may want to know.",
		Bad:  "summary: No data leaves the European Economic Area.\n",
		Good: "summary: No data leaves the UK.\n",
	},
	{
		ID: wording.CitationWrong, Title: "An Article cited in a wrong form", Severity: notices.Warning,
		Provisions: []string{"12(1)", "5(1)(a)"},
		Why:        "“Article 6(c)” is not a place in the law. Whoever looks it up does not find it.",
		Bad:        "summary: We rely on Article 6(b) when we rent you an allotment.\n",
		Good:       "summary: We rely on Article 6(1)(b) when we rent you an allotment.\n",
	},
	{
		ID: wording.LawNamedDifferently, Title: "One law with several names", Severity: notices.Advice,
		Provisions: []string{"12(1)"},
		Why:        "A reader who meets two names takes them for two laws. Keep to one, or put the short name in brackets behind the full one the first time.",
		Bad:        "summary: We follow the Data Protection Act 2018. The Data Protection Act says what you can ask of us.\n",
		Good:       "summary: We follow the Data Protection Act 2018. It says what you can ask of us.\n",
	},
	{
		ID: wording.NameOutdated, Title: "A public body with a wrong or old name", Severity: notices.Warning,
		Provisions: []string{"12(1)", "13(1)(e)", "14(1)(e)"},
		Why: "People must be able to turn to the bodies that a notice names. The names of departments change, and some that notices use never existed. " +
			"What counts is the day on which the notice holds.",
		Bad:  "summary: We send the number of plots to the Department of Transport.\n",
		Good: "summary: We send the number of plots to the Department for Transport.\n",
	},
}

// unfairWording are the rules on what a notice may not say, or not so.
var unfairWording = []notices.RuleDoc{
	{
		ID: wording.ConsentByUse, Title: "Use is taken for consent", Severity: notices.Warning,
		Provisions: []string{"4(11)", "7", "5(1)(a)"}, Section: notices.PurposesSection,
		Why: "Consent is a clear act, for one purpose, that can be refused (recital 32). Using a website, or having an account, is none. " +
			"What needs no consent rests on another lawful basis, and the notice has to name that one.",
		Bad:  "summary: By using this website you agree that we keep your details.\n",
		Good: "summary: We keep your details while you rent an allotment from us.\n",
	},
	{
		ID: wording.ComplaintAsWish, Title: "A right to complain is put as a wish of yours", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.164A", "13(2)(ca)", "13(2)(d)"}, Section: notices.ComplaintsSection,
		Why: "People have a right to complain to you, and one to complain to the regulator. “We would prefer you to come to us first” tells them of neither, " +
			"and holds them back from the second.",
		Bad:  "summary: We would prefer that you bring complaints to us first.\n",
		Good: "summary: You have the right to complain to us.\n",
	},
	{
		ID: wording.ObjectionAsConsent, Title: "Objecting is taken for withdrawing consent", Severity: notices.Warning,
		Provisions: []string{"7(3)", "21(1)", "13(2)(c)"}, Section: notices.RightsSection,
		Why: "The two rights do not meet. Consent is withdrawn, always and at once. An objection is for data that is used without consent, and the body can answer " +
			"it with reasons.",
		Bad:  "summary: Where we have your consent, you can object at any time.\n",
		Good: "summary: Where we have your consent, you can withdraw it at any time.\n",
	},
	{
		ID: wording.CompetentAuthority, Title: "A council calls itself a competent authority", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.30"}, Section: notices.ControllerSection,
		Why: "Schedule 7 to the Data Protection Act 2018 lists the competent authorities, such as the police, and names no council. A council is one only as far as " +
			"a law gives it a function of law enforcement (section 30(1)(b)). Other rights hold there, so the claim needs that law beside it.",
		Bad:  "summary: Under Schedule 7 we are a competent authority.\n",
		Good: "summary: We bring those who dump waste on our plots to court.\n",
	},
	{
		ID: wording.RefusalAbsolute, Title: "An answer is refused without weighing", Severity: notices.Warning,
		Provisions: []string{"15", "12(1)"}, Section: notices.RightsSection,
		Why: "People get a copy of their data even where it speaks of others too, if that is reasonable: the body has to weigh it each time " +
			"(DPA 2018 Sch 2 para 16). “We will not disclose anything that relates to others” is wrong and puts people off.",
		Bad:  "summary: We will not disclose anything that relates to a third party.\n",
		Good: "summary: Where your data is also about others, we weigh what we can give you.\n",
	},
	{
		ID: wording.Ownership, Title: "Data is said to belong to somebody", Severity: notices.Advice,
		Provisions: []string{"12(1)"},
		Why:        "The law gives people rights over their data. It does not make them owners. “Your information belongs to you” sounds good and promises what nobody can keep.",
		Bad:        "summary: Your information belongs to you.\n",
		Good:       "summary: You can see your information, and have it put right.\n",
	},
}

// plainWording are the rules on plain language.
var plainWording = []notices.RuleDoc{
	{
		ID: wording.SentenceLong, Title: "A sentence of more than 25 words", Severity: notices.Advice,
		Provisions: []string{"12(1)"},
		Why:        "Few people follow a sentence of more than 25 words to its end. The style guide of GOV.UK sets that limit.",
		Bad: "summary: How we use your name and your email address when you rent an allotment from us, when you give it up, when you move, " +
			"and when you pay your rent.\n",
		Good: "summary: How we use your name and your email address. It is about renting an allotment from us, giving it up, moving, and paying your rent.\n",
	},
	{
		ID: wording.WordHard, Title: "A word that has a plainer one", Severity: notices.Advice,
		Provisions: []string{"12(1)"},
		Why: "“Prior to” means “before”, and everybody knows “before”. The list has the words to avoid of the style guide of GOV.UK, and words of lawyers. " +
			"To keep one, such as the name of a service, add it to “words_allowed” in content/site.yaml.",
		Bad:  "summary: What we ask prior to renting you a plot.\n",
		Good: "summary: What we ask before we rent you a plot.\n",
	},
	{
		ID: wording.Acronym, Title: "An acronym that nothing explains", Severity: notices.Advice,
		Provisions: []string{"12(1)"},
		Why: "People who do not know “DPO” cannot ask for it. Write the words out the first time, or put them into the glossary. " +
			"Acronyms that everybody knows, such as UK and NHS, need nothing.",
		Bad:  "summary: Ask our DPO.\n",
		Good: "summary: Ask our Data Protection Officer (DPO).\n",
	},
	{
		ID: wording.Capitals, Title: "Words in capitals", Severity: notices.Advice,
		Provisions: []string{"12(1)"},
		Why:        "Words in capitals have no shape, so that they take longer to read. A screen reader may spell them out.",
		Bad:        "summary: PLEASE READ this before you rent a plot.\n",
		Good:       "summary: Please read this before you rent a plot.\n",
	},
	{
		ID: wording.ParagraphRepeated, Title: "A paragraph that stands twice", Severity: notices.Advice,
		Provisions: []string{"12(1)"},
		Why:        "A paragraph that comes again makes people wonder what they have missed. It is mostly a slip of copying.",
		Bad:        "body: |\n  You can give up your plot at any time you like.\n\n  You can give up your plot at any time you like.\n",
		Good:       "body: |\n  You can give up your plot at any time you like.\n",
	},
	{
		ID: wording.BracketUnclosed, Title: "A bracket without its other half", Severity: notices.Advice,
		Provisions: []string{"12(1)"},
		Why:        "Without its other half, a bracket leaves open where an aside ends, and with it what the sentence says.",
		Bad:        "summary: What we ask of tenants (past and present when they rent a plot.\n",
		Good:       "summary: What we ask of tenants (past and present) when they rent a plot.\n",
	},
}
