package load

import (
	"strings"

	"notices.example/notices"
)

// textRules are about the characters of a file.
var textRules = []notices.RuleDoc{
	{
		ID: ruleTextEncoding, Title: "The file is not UTF-8 text", Severity: notices.Error,
		Why:  "Letters with accents, quotes and dashes come out wrong when a file is saved in an old encoding, and a Word or rich text file is not text at all.",
		Bad:  "{\\rtf1\\ansi title: Caf\\'e9 licences\\par}\n",
		Good: "title: Café licences\n",
	},
	{
		ID: ruleTextControl, Title: "There is a control character in the text", Severity: notices.Error,
		Why:  "Control characters are orders to old machines. They are no text, and they can upset programs that read the page.",
		Bad:  "title: \"Parking\\a permits\"\n",
		Good: "title: \"Parking permits\"\n",
	},
	{
		ID: ruleTextInvisible, Title: "There is a hidden character in the text", Severity: notices.Error,
		Why:  "Hidden characters come in with pasted text. They break search and links, and can make people read something else than what is written.",
		Bad:  "title: \"Parking\\u200b permits\"\n",
		Good: "title: Parking permits\n",
	},
	{
		ID: ruleTextLineEnds, Title: "The file has the line ends of old Macs", Severity: notices.Error,
		Why:  "Most programs take such a file for one long line.",
		Bad:  "title: Parking permits\rkind: service\r",
		Good: "title: Parking permits\nkind: service\n",
	},
	{
		ID: ruleTextConflict, Title: "Two versions of the file stand in it", Severity: notices.Error,
		Why:  "When two people change a file at once, version control writes both versions into it and leaves the choice to you.",
		Bad:  "<<<<<<< HEAD\ntitle: Parking permits\n=======\ntitle: Parking\n>>>>>>> main\n",
		Good: "title: Parking permits\n",
	},
	{
		ID: ruleTextCut, Title: "A text ends at a #", Severity: notices.Warning,
		Why:  "A # after a space begins a remark, so the rest of the line is not published.",
		Bad:  "title: Our work on issue #3\n",
		Good: "title: \"Our work on issue #3\"\n",
	},
	{
		ID: ruleTextQuotes, Title: "Curly quotes stand around a text", Severity: notices.Warning,
		Why:  "Word turns straight quotes into curly ones. Straight quotes around a text are not published; curly ones are a part of it.",
		Bad:  "title: “Parking permits”\n",
		Good: "title: \"Parking permits\"\n",
	},
	{
		ID: ruleTextLetters, Title: "A word has a letter of another alphabet", Severity: notices.Warning,
		Why:  "Some letters of other alphabets look like ours. Nobody finds a word that is written with them, screen readers stumble over it, and a name can be made to look like another one.",
		Bad:  "title: P\u0430rking permits\n",
		Good: "title: Parking permits\n",
	},
	{
		ID: ruleTextAccents, Title: "Accents are piled up on a letter", Severity: notices.Error,
		Why:  "No writing needs more than a few accents on a letter. A pile of them covers the lines around it, and programs take long to read it.",
		Bad:  "title: Parking" + strings.Repeat("\u0301", 20) + " permits\n",
		Good: "title: Parking permits\n",
	},
}

// formRules are about the form of a file.
var formRules = []notices.RuleDoc{
	{
		ID: ruleMatterMissing, Title: "The facts at the top are missing", Severity: notices.Error,
		Why:  "A Markdown file begins with its facts, such as its title, between two lines of three hyphens. Without them it is not clear what the file is.",
		Bad:  "-- content/notices/parking.md --\nHow we use your data for parking permits.\n",
		Good: "---\ntitle: Parking permits\n---\nHow we use your data.\n",
	},
	{
		ID: ruleMatterNotClosed, Title: "The end of the facts is not marked", Severity: notices.Error,
		Why:  "Without the second line of three hyphens, facts and text cannot be told apart.",
		Bad:  "---\ntitle: Parking permits\n\n## How we use your data\n",
		Good: "---\ntitle: Parking permits\n---\n\n## How we use your data\n",
	},
	{
		ID: ruleMatterClosedEarly, Title: "The facts end inside a text", Severity: notices.Error,
		Why:  "A line of three hyphens ends the facts even when it is indented. The facts after it would be published as they are.",
		Bad:  "---\nsummary: |\n  First part\n  ---\n  Second part\ntitle: Parking permits\n---\n",
		Good: "---\nsummary: |\n  First part\n  ***\n  Second part\ntitle: Parking permits\n---\n",
	},
	{
		ID: ruleYAMLSyntax, Title: "The file cannot be understood", Severity: notices.Error,
		Why:  "Colons, quotes, brackets and indentation have a meaning in YAML. One that is out of place makes the rest of the file unclear.",
		Bad:  "title: Council tax: your data\n",
		Good: "title: \"Council tax: your data\"\n",
	},
	{
		ID: ruleYAMLFeature, Title: "A short cut is used that is not allowed", Severity: notices.Error,
		Why:  "YAML can take in values from elsewhere (& * <<) and change what they are (!). A reviewer cannot see then what will be published.",
		Bad:  "title: &name Parking permits\nservice: *name\n",
		Good: "title: Parking permits\nservice: Parking permits\n",
	},
	{
		ID: ruleKeyUnknown, Title: "A name is not known", Severity: notices.Error,
		Why:  "What stands under a misspelt name is lost, and the notice would be published without it.",
		Bad:  "titel: Parking permits\n",
		Good: "title: Parking permits\n",
	},
	{
		ID: ruleKeyDuplicate, Title: "A name is used twice", Severity: notices.Error,
		Why:  "Only one of the two can count, and readers of the file would not know which.",
		Bad:  "title: Parking permits\ntitle: Parking\n",
		Good: "title: Parking permits\n",
	},
	{
		ID: ruleKeyEmpty, Title: "A name has no value", Severity: notices.Error,
		Why:  "A name with nothing after it may have been forgotten. It counts as not written: it does not say that there is none.",
		Bad:  "title: Parking permits\nrecipients:\n",
		Good: "title: Parking permits\nrecipients: none\n",
	},
}
