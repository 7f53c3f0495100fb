package site

import (
	"slices"

	"notices.example/notices"
)

// Rules gives what is to be known of the rules that are checked when pages are
// made.
func Rules() []notices.RuleDoc {
	return slices.Concat(addressRules(), layoutRules(), accessibilityRules(), securityContactRules(), textRules())
}

// addressRules are about where pages are, and that there are any.
func addressRules() []notices.RuleDoc {
	return []notices.RuleDoc{
		{
			ID: "address-taken", Title: "Two pages have one address", Severity: notices.Error,
			Why:  "Only one of the pages could be published, and links to the other would lead to the wrong one. Capital letters make no difference.",
			Bad:  "content/notices/parking.md\ncontent/notices/Parking.md",
			Good: "content/notices/parking.md\ncontent/notices/parking-permits.md",
		},
		{
			ID: "address-unusable", Title: "No page can have this address", Severity: notices.Error,
			Why:  "Some names cannot be those of files on every computer: Windows keeps con, prn, aux, nul, com1 and lpt1 for itself, and very long names fit on no disk.",
			Bad:  "aliases: [/privacy/aux.html]",
			Good: "aliases: [/privacy/auxiliary-staff.html]",
		},
		{
			ID: "site-empty", Title: "No notice is left to publish", Severity: notices.Error,
			Why: "When every notice has ended, publishing would take away all that people can read, and a public body has to tell them. " +
				"The site stays as it was until somebody has looked. Drafts, and notices that take effect later, were meant to be left out and are not reported.",
			Bad:  "expires: 2026-03-31",
			Good: "expires: 2027-03-31",
		},
		{
			ID: "link-dead", Title: "A link leads to a page that is not published", Severity: notices.Error,
			Why:  "People who follow the link would find nothing. A page of this site is best named by its content file: the link then stays right when addresses change.",
			Bad:  "documents:\n  - title: Cookies\n    link: /nope.html",
			Good: "documents:\n  - title: Cookies\n    link: ../../pages/cookies.md",
		},
		{
			ID: "redirect-invalid", Title: "An earlier address leads nowhere", Severity: notices.Error,
			Why:  "People who kept the earlier address are to find the page. The address must be a path on this site, and the page must be published.",
			Bad:  "aliases: [https://www.example.gov.uk/privacy]",
			Good: "aliases: [/privacy/parking.html]",
		},
	}
}

// layoutRules are about a site's own layouts, partials and styles.
func layoutRules() []notices.RuleDoc {
	return []notices.RuleDoc{
		{
			ID: "layout-invalid", Title: "A layout of your own has a mistake", Severity: notices.Error,
			Why:  "A page made with it would be incomplete. Every field that a layout names is checked before any page is made.",
			Bad:  "<h1>{{.Titel}}</h1>",
			Good: "<h1>{{.Title.Value}}</h1>",
		},
		{
			ID: "layout-unused", Title: "A file among your layouts is not used", Severity: notices.Warning,
			Why:  "A file replaces the built-in one of the same name. When its name is misspelt, pages are made with the built-in file, and nobody notices.",
			Bad:  "layouts/notices.html",
			Good: "layouts/notice.html",
		},
		{
			ID: "layout-unsafe", Title: "A layout of your own runs code or loads things from elsewhere", Severity: notices.Error,
			Why:  "A privacy notice must not itself pass on who reads it. Pages hold no scripts and no styles of their own, and load nothing from other sites.",
			Bad:  `<script src="https://statistics.example/count.js"></script>`,
			Good: "Put styles into a file in your partials folder, such as partials/contents.css.",
		},
	}
}

// accessibilityRules are about the accessibility statement.
func accessibilityRules() []notices.RuleDoc {
	return []notices.RuleDoc{
		{
			ID: "accessibility-statement-missing", Title: "The site has no accessibility statement", Severity: notices.Warning,
			Why: "The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, regulation 8, ask UK public bodies for one. " +
				"It is made from the block accessibility in content/site.yaml. A page content/pages/accessibility.md does as well. " +
				"The site is asked for one when it has a base_url and a public authority is responsible for a notice on it.",
			Bad:  "title: Privacy at Anytown\nbase_url: https://privacy.anytown.gov.uk/",
			Good: "title: Privacy at Anytown\nbase_url: https://privacy.anytown.gov.uk/\naccessibility:\n  organisation: Anytown Council\n  compliance: full\n  contact:\n    email: access@anytown.gov.uk\n  prepared: 2026-11-20\n  reviewed: 2026-11-20\n  tested: 2026-11-18\n  tested_by: our web team",
		},
		{
			ID: "accessibility-statement-incomplete", Title: "The accessibility statement leaves something out", Severity: notices.Error,
			Why:  "The model statement that UK public bodies must follow names what has to be in it: the body, how far the site meets the standard and where it does not, how to report a problem, when the statement was written and looked at, and how the site was tested. A statement that contradicts itself says none of it.",
			Bad:  "accessibility:\n  organisation: Anytown Council\n  compliance: partial",
			Good: "accessibility:\n  organisation: Anytown Council\n  compliance: partial\n  problems:\n    - what: Some tables are hard to read on a phone.\n      criterion: 1.4.10 Reflow (AA)\n  contact:\n    email: access@anytown.gov.uk\n  prepared: 2026-11-20\n  reviewed: 2026-11-20\n  tested: 2026-11-18\n  tested_by: our web team",
		},
		{
			ID: "accessibility-statement-placeholder", Title: "Something in the accessibility statement was to be replaced", Severity: notices.Error,
			Why:  "The statement is a duty in law. Words of a template in it, such as “[name of organisation]” or an address at example.gov.uk, tell people that nobody has read it, and give them nowhere to turn.",
			Bad:  "accessibility:\n  organisation: \"[name of organisation]\"",
			Good: "accessibility:\n  organisation: Anytown Council",
		},
	}
}

// securityContactRules are about security.txt.
func securityContactRules() []notices.RuleDoc {
	return []notices.RuleDoc{
		{
			ID: "security-contact-incomplete", Title: "Nobody could report a hole in the site's security", Severity: notices.Error,
			Why: "Who finds a hole looks for the file security.txt, in which RFC 9116 asks for a way to reach you and for a date. " +
				"A telephone number needs the code of the country, and addresses begin with https://, or programs take none of it.",
			Bad:  "security_contact:\n  email: security@anytown.gov.uk",
			Good: "security_contact:\n  email: security@anytown.gov.uk\n  expires: 2027-10-01",
		},
		{
			ID: "security-contact-expired", Title: "What to do about holes in the site's security is out of date", Severity: notices.Error,
			Why:  "After the day under expires nobody may rely on the file security.txt, and people who find a hole do not know whom to tell.",
			Bad:  "security_contact:\n  email: security@anytown.gov.uk\n  expires: 2020-10-01",
			Good: "security_contact:\n  email: security@anytown.gov.uk\n  expires: 2027-10-01",
		},
		{
			ID: "security-contact-expiring", Title: "What to do about holes in the site's security will soon be out of date", Severity: notices.Warning,
			Why:  "The file security.txt says until when people can rely on it. Thirty days before, it is time to find out whether the address is still read.",
			Bad:  "security_contact:\n  email: security@anytown.gov.uk\n  expires: in less than 30 days",
			Good: "security_contact:\n  email: security@anytown.gov.uk\n  expires: in a year",
		},
	}
}

// textRules are about what is shown.
func textRules() []notices.RuleDoc {
	return []notices.RuleDoc{
		{
			ID: "brand-contrast-low", Title: "A colour is too pale for links", Severity: notices.Warning,
			Why: "WCAG 2.2 AA, which public bodies have to meet, asks for a contrast of 4.5 to 1 between text and what is behind it. " +
				"Links in a paler colour are shown in a darker shade of it. With an accent they have a colour that you have chosen.",
			Bad:  "brand:\n  colour: \"#ffcc00\"",
			Good: "brand:\n  colour: \"#ffcc00\"\n  accent: \"#1d4f91\"",
		},
		{
			ID: "text-unpublishable", Title: "A text cannot be made into a page", Severity: notices.Error,
			Why:  "The text is too long or too intricate to be shown.",
			Bad:  "A section of several million characters.",
			Good: "The same text in several sections.",
		},
	}
}
