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
