package load

import "notices.example/notices"

// valueRules are about single values.
var valueRules = []notices.RuleDoc{
	{
		ID: ruleValueShape, Title: "A value has the wrong form", Severity: notices.Error,
		Why:  "Some names take one value, some take a list, and some take a group of further names.",
		Bad:  "title: [Parking, permits]\n",
		Good: "title: Parking permits\n",
	},
	{
		ID: ruleTermUnknown, Title: "A word is not on its list", Severity: notices.Error,
		Why:  "Words such as lawful bases stand for something that the law defines, and rules depend on them, so they must be written as they are listed.",
		Bad:  "kind: servise\n",
		Good: "kind: service\n",
	},
	{
		ID: ruleIDInvalid, Title: "A name cannot be used in addresses", Severity: notices.Error,
		Why:  "IDs and file names become part of addresses. Small letters, digits and hyphens work everywhere; other characters do not.",
		Bad:  "controller: Example Council\n",
		Good: "controller: example-council\n",
	},
	{
		ID: ruleIDDuplicate, Title: "A name is given twice", Severity: notices.Error,
		Why:  "A reference would not know which of the two is meant, and one page would overwrite the other.",
		Bad:  "data:\n  - id: name\n    label: First name\n  - id: name\n    label: Last name\n",
		Good: "data:\n  - id: first-name\n    label: First name\n  - id: last-name\n    label: Last name\n",
	},
	{
		ID: ruleDateInvalid, Title: "A date is not in the form year-month-day", Severity: notices.Error,
		Why:  "03/04/2026 is a day in April for some people and a day in March for others.",
		Bad:  "updated: 03/04/2026\n",
		Good: "updated: 2026-04-03\n",
	},
	{
		ID: rulePeriodInvalid, Title: "A length of time cannot be understood", Severity: notices.Error,
		Why:  "People have to learn how long their data is kept. Where no length can be given, the criteria have to be.",
		Bad:  "retention:\n  - data: name\n    period: as long as necessary\n",
		Good: "retention:\n  - data: name\n    period: 2 years\n",
	},
	{
		ID: ruleURLInvalid, Title: "An address does not lead anywhere", Severity: notices.Error,
		Why:  "A link that is not a full address fails for everybody who follows it.",
		Bad:  "documents:\n  - title: Parking rules\n    link: www.example.gov.uk/parking\n",
		Good: "documents:\n  - title: Parking rules\n    link: https://www.example.gov.uk/parking\n",
	},
	{
		ID: ruleURLUnsafe, Title: "An address can do harm", Severity: notices.Error,
		Why:  "Some addresses run programs, or lead somewhere else than they seem to. They are never published.",
		Bad:  "documents:\n  - title: Parking rules\n    link: javascript:alert(1)\n",
		Good: "documents:\n  - title: Parking rules\n    link: https://www.example.gov.uk/parking\n",
	},
	{
		ID: ruleURLInsecure, Title: "An address is not protected", Severity: notices.Warning,
		Why:  "What people read at an http:// address can be seen and changed on the way.",
		Bad:  "documents:\n  - title: Parking rules\n    link: http://www.example.gov.uk/parking\n",
		Good: "documents:\n  - title: Parking rules\n    link: https://www.example.gov.uk/parking\n",
	},
	{
		ID: ruleEmailInvalid, Title: "An email address is not valid", Severity: notices.Error,
		Why:  "People use it to exercise their rights. A message to a wrong address never arrives.",
		Bad:  "-- content/organisations/example-council.yaml --\ncontacts:\n  - role: general\n    email: privacy at example.gov.uk\n",
		Good: "-- content/organisations/example-council.yaml --\ncontacts:\n  - role: general\n    email: privacy@example.gov.uk\n",
	},
	{
		ID: rulePhoneInvalid, Title: "A telephone number has other text in it", Severity: notices.Error,
		Why:  "A telephone number becomes a link that can be called, so it must be nothing but a number.",
		Bad:  "-- content/organisations/example-council.yaml --\ncontacts:\n  - role: general\n    phone: 0300 123 4567, option 2\n",
		Good: "-- content/organisations/example-council.yaml --\ncontacts:\n  - role: general\n    phone: 0300 123 4567\n    hours: Choose option 2.\n",
	},
	{
		ID: rulePhoneDoubtful, Title: "A telephone number has an unusual length", Severity: notices.Warning,
		Why:  "A digit too many or too few is a common slip, and the number then leads to nobody.",
		Bad:  "-- content/organisations/example-council.yaml --\ncontacts:\n  - role: general\n    phone: 03001 123 45678\n",
		Good: "-- content/organisations/example-council.yaml --\ncontacts:\n  - role: general\n    phone: 0300 123 4567\n",
	},
}
