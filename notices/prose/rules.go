package prose

import "notices.example/notices"

// blocking is the severity from which a link is not shown.
const blocking = notices.Error

// Rules gives the rules that Parse checks.
func Rules() []notices.RuleDoc { return append([]notices.RuleDoc(nil), ruleDocs...) }

func severityOf(id string) notices.Severity {
	for _, r := range ruleDocs {
		if r.ID == id {
			return r.Severity
		}
	}
	panic("prose: no rule " + id)
}

// ruleDocs is the table of the rules. Bad and Good are Markdown.
var ruleDocs = []notices.RuleDoc{
	{
		ID: "markdown-html", Title: "HTML in the text", Severity: notices.Error,
		Why:  "Notices are written in Markdown. HTML could bring in scripts, trackers or a layout that some people cannot use, so it is not published.",
		Bad:  `We keep <b>nothing</b> for longer.`,
		Good: `We keep **nothing** for longer.`,
	},
	{
		ID: "markdown-comment", Title: "A comment in the text", Severity: notices.Warning,
		Why:  "A comment is not part of the page. It is easily taken for hidden, but everyone who can see the files can read it.",
		Bad:  `<!-- ask the records team -->`,
		Good: `We keep complaints for 6 years.`,
	},
	{
		ID: "heading-attribute", Title: "Something other than an id behind a heading", Severity: notices.Warning,
		Why:  "Between { and } behind a heading there can be an id and nothing else: how headings look is the same on all pages.",
		Bad:  `## Your rights {.large}`,
		Good: `## Your rights {#your-rights}`,
	},
	{
		ID: "heading-id", Title: "An id that cannot be used", Severity: notices.Error,
		Why:  "The id of a heading becomes part of an address, and decides which part of a notice the text belongs to. It must be unique on the page.",
		Bad:  "## Who sees it {#Who_Sees}",
		Good: "## Who sees it {#who-sees}",
	},
	{
		ID: "heading-empty", Title: "A heading without words", Severity: notices.Error,
		Why:  "People who use a screen reader go from heading to heading. One without words tells them nothing.",
		Bad:  "##",
		Good: "## What we hold",
	},
	{
		ID: "heading-first-level", Title: "A heading of the first level in the text", Severity: notices.Warning,
		Why:  "The title of the notice is the one heading of the first level. The text begins at the second.",
		Bad:  "# What we hold",
		Good: "## What we hold",
	},
	{
		ID: "heading-skipped", Title: "A level of heading is left out", Severity: notices.Warning,
		Why:  "The levels of headings are the contents list of a page. A gap in them makes people think that they have missed something.",
		Bad:  "## What we hold\n\n#### Photographs",
		Good: "## What we hold\n\n### Photographs",
	},
	{
		ID: "link-scheme", Title: "A kind of link that is not published", Severity: notices.Error,
		Why:  "Links can run programs or open files on the reader's computer. Only web addresses (https), email addresses, telephone numbers and files of this site are published.",
		Bad:  `[Policy](file:///S:/Policies/retention.docx)`,
		Good: `[Policy](https://www.example.gov.uk/retention)`,
	},
	{
		ID: "link-insecure", Title: "A link to an unprotected website", Severity: notices.Warning,
		Why:  "With http://, others on the same network can see what people read and change it. Nearly every website can be reached with https://.",
		Bad:  `[Policy](http://www.example.gov.uk/retention)`,
		Good: `[Policy](https://www.example.gov.uk/retention)`,
	},
	{
		ID: "link-user", Title: "A name before the website of a link", Severity: notices.Error,
		Why:  "In https://council.gov.uk@example.com the website is example.com. Readers are easily deceived by that.",
		Bad:  `[Pay](https://council.gov.uk@example.com/)`,
		Good: `[Pay](https://council.gov.uk/)`,
	},
	{
		ID: "link-host", Title: "A website with unusual letters", Severity: notices.Warning,
		Why:  "Letters of other alphabets can look the same as ours, and lead to another website.",
		Bad:  `[Pay](https://xn--cuncil-6nf.example/)`,
		Good: `[Pay](https://council.example/)`,
	},
	{
		ID: "link-character", Title: "A character in an address that cannot be seen", Severity: notices.Error,
		Why:  "Browsers take such characters out, so that the link leads elsewhere than it seems to.",
		Bad:  "[Policy](https://www.example.gov.uk/reten\u200btion)",
		Good: "[Policy](https://www.example.gov.uk/retention)",
	},
	{
		ID: "link-mailto", Title: "A link to an email address with something else in it", Severity: notices.Error,
		Why:  "An email link can carry hidden recipients and a text that the reader did not write. It can have an address only.",
		Bad:  `[Write to us](mailto:privacy@example.gov.uk?bcc=list@example.com)`,
		Good: `[Write to us](mailto:privacy@example.gov.uk)`,
	},
	{
		ID: "link-phone", Title: "A telephone link without a number", Severity: notices.Error,
		Why:  "A telephone dials what follows tel:, so it can have digits, hyphens and a plus sign at the beginning only.",
		Bad:  `[Call us](tel:0300-COUNCIL)`,
		Good: `[Call us](tel:03001234567)`,
	},
	{
		ID: "link-path", Title: "A link that does not lead to a file of this site", Severity: notices.Error,
		Why:  "A link to another notice names its file as seen from this one, so that it works wherever the site is published.",
		Bad:  `[Council tax](..\council-tax.md)`,
		Good: `[Council tax](../council-tax.md)`,
	},
	{
		ID: "link-empty", Title: "A link that leads nowhere", Severity: notices.Error,
		Why:  "A link was meant to be filled in, and was not.",
		Bad:  `[Retention schedule](#)`,
		Good: `[Retention schedule](https://www.example.gov.uk/retention)`,
	},
	{
		ID: "link-too-long", Title: "An address that is too long", Severity: notices.Error,
		Why: "Some browsers and email programs cut addresses of more than 2,048 characters.",
	},
	{
		ID: "link-text-empty", Title: "A link without words", Severity: notices.Error,
		Why:  "People who use a screen reader hear nothing, and nobody sees anything to click (WCAG 2.2, 2.4.4).",
		Bad:  `[](https://www.example.gov.uk/retention)`,
		Good: `[Retention schedule](https://www.example.gov.uk/retention)`,
	},
	{
		ID: "link-text-vague", Title: "A link that does not say where it leads", Severity: notices.Advice,
		Why:  "People who use a screen reader hear a list of a page's links. In such a list, \"click here\" says nothing (WCAG 2.2, 2.4.4).",
		Bad:  `For the schedule, [click here](https://www.example.gov.uk/retention).`,
		Good: `See the [retention schedule](https://www.example.gov.uk/retention).`,
	},
	{
		ID: "image-remote", Title: "A picture from another website", Severity: notices.Error,
		Why:  "The other website would learn who reads the notice, and could change the picture.",
		Bad:  `![Map](https://example.com/map.png)`,
		Good: `We hold data in the United Kingdom.`,
	},
	{
		ID: "image-unsupported", Title: "A picture", Severity: notices.Error,
		Why:  "Pictures are not published yet. A notice has to be understood without them in any case.",
		Bad:  `![How data flows](flow.png)`,
		Good: `We send your name to the printer, who sends it to no one else.`,
	},
	{
		ID: "text-too-long", Title: "A text that is too long", Severity: notices.Error,
		Why: "A text of this length is not one page. Nobody can read it, and programs cannot either.",
	},
	{
		ID: "line-too-long", Title: "A line that is too long", Severity: notices.Error,
		Why: "A line is a paragraph or less. One of more than 20,000 characters is a mistake, such as a pasted file.",
	},
	{
		ID: "paragraph-too-long", Title: "A paragraph, list or table that is too long", Severity: notices.Error,
		Why: "Without an empty line, everything is one piece to the program. Pieces of this size take too long to read.",
	},
	{
		ID: "nesting-too-deep", Title: "Lists or quotations that are nested too deep", Severity: notices.Error,
		Why: "Nobody can follow a list inside a list inside a list many times over, and browsers cannot show it.",
	},
	{
		ID: "table-too-wide", Title: "A table with too many columns", Severity: notices.Error,
		Why: "A table of more than 64 columns cannot be read on any screen.",
	},
	{
		ID: "table-too-long", Title: "Tables with too many cells", Severity: notices.Error,
		Why: "A page with more than 10,000 cells is slow to load and hard to search.",
	},
}
