package site

import "notices.example/notices"

// Rules gives what is to be known of the rules that are checked when pages are
// made.
func Rules() []notices.RuleDoc {
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
		{
			ID: "text-unpublishable", Title: "A text cannot be made into a page", Severity: notices.Error,
			Why:  "The text is too long or too intricate to be shown.",
			Bad:  "A section of several million characters.",
			Good: "The same text in several sections.",
		},
	}
}
