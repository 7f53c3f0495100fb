package load

import (
	"slices"

	"notices.example/notices"
)

// The rules that load checks.
const (
	ruleSiteMissing       = "site-missing"
	ruleFileUnexpected    = "file-unexpected"
	ruleFileLink          = "file-link"
	ruleFileTooLarge      = "file-too-large"
	ruleLedgerUnreadable  = "ledger-unreadable"
	ruleTranslationMain   = "translation-in-main-language"
	ruleTranslationUnused = "translation-not-published"
	ruleTextEncoding      = "text-encoding"
	ruleTextControl       = "text-control"
	ruleTextInvisible     = "text-invisible"
	ruleTextLineEnds      = "text-line-ends"
	ruleTextConflict      = "text-conflict"
	ruleTextCut           = "text-cut"
	ruleTextQuotes        = "text-quotes"
	ruleTextLetters       = "text-letters-mixed"
	ruleTextAccents       = "text-accents-piled"
	ruleMatterMissing     = "front-matter-missing"
	ruleMatterNotClosed   = "front-matter-not-closed"
	ruleMatterClosedEarly = "front-matter-closed-early"
	ruleYAMLSyntax        = "yaml-syntax"
	ruleYAMLFeature       = "yaml-feature"
	ruleKeyUnknown        = "key-unknown"
	ruleKeyDuplicate      = "key-duplicate"
	ruleKeyEmpty          = "key-empty"
	ruleValueShape        = "value-shape"
	ruleTermUnknown       = "term-unknown"
	ruleIDInvalid         = "id-invalid"
	ruleIDDuplicate       = "id-duplicate"
	ruleDateInvalid       = "date-invalid"
	rulePeriodInvalid     = "period-invalid"
	ruleURLInvalid        = "url-invalid"
	ruleURLUnsafe         = "url-unsafe"
	ruleURLInsecure       = "url-insecure"
	ruleEmailInvalid      = "email-invalid"
	rulePhoneInvalid      = "phone-invalid"
	rulePhoneDoubtful     = "phone-doubtful"
)

// Rules lists the rules that load checks. An example is the YAML of a notice; a
// Markdown file where it begins with ---; or, where it begins with "-- ", files
// with their paths, in txtar form.
func Rules() []notices.RuleDoc {
	return slices.Concat(fileRules, textRules, formRules, valueRules)
}

// severityOf gives the usual severity of a rule.
func severityOf(rule string) notices.Severity {
	for _, list := range [][]notices.RuleDoc{fileRules, textRules, formRules, valueRules} {
		for _, r := range list {
			if r.ID == rule {
				return r.Severity
			}
		}
	}
	return notices.Error
}

// bilingual is the site.yaml of a site in two languages.
const bilingual = "-- content/site.yaml --\ntitle: Privacy notices\nlaw: uk\nlanguages: [en, cy]\n"

// fileRules are about which files there are.
var fileRules = []notices.RuleDoc{
	{
		ID: ruleSiteMissing, Title: "The site has no site.yaml", Severity: notices.Error,
		Why:  "content/site.yaml names the site and says which law applies. Nothing can be published without it.",
		Bad:  "-- content/notices/parking.yaml --\ntitle: Parking permits\n",
		Good: "-- content/site.yaml --\ntitle: Privacy notices\nlaw: uk\n-- content/notices/parking.yaml --\ntitle: Parking permits\n",
	},
	{
		ID: ruleFileUnexpected, Title: "A file or folder is not read", Severity: notices.Warning,
		Why:  "A file in the wrong place, or with the wrong ending, is left out without anybody noticing.",
		Bad:  "-- content/notices/parking.yml --\ntitle: Parking permits\n",
		Good: "-- content/notices/parking.yaml --\ntitle: Parking permits\n",
	},
	{
		ID: ruleFileLink, Title: "A file is a link to another place", Severity: notices.Error,
		Why:  "A link can lead out of the site, and what it leads to would be published. Links are never followed.",
		Bad:  "-- content/notices/parking.yaml -> ../../secret --\n",
		Good: "-- content/notices/parking.yaml --\ntitle: Parking permits\n",
	},
	{
		ID: ruleFileTooLarge, Title: "A file is too large", Severity: notices.Error,
		Why:  "No real notice comes near the limits. A file beyond them is a mistake, or is meant to keep the program busy.",
		Bad:  "security: [[[[[[[[[[[[[[[[[[[[[[[[locks]]]]]]]]]]]]]]]]]]]]]]]]\n",
		Good: "security: [locks]\n",
	},
	{
		ID: ruleLedgerUnreadable, Title: "The ledger cannot be read", Severity: notices.Warning, Provisions: []string{"5(2)"},
		Why: "The ledger shows that no notice has changed its meaning without a new date. A line that the program did not write, such as one that a merge " +
			"left behind, makes it worth nothing.",
		Bad:  "-- content/ledger.txt --\nparking 2026-06-22\n",
		Good: "-- content/ledger.txt --\n# What each notice means, and its date. Written by “notices ledger”. Form 1.\nparking 2026-06-22 0123456789abcdef\n",
	},
	{
		ID: ruleTranslationMain, Title: "A translation is in the main language", Severity: notices.Error,
		Why:  "A file such as parking.cy.md holds the texts of parking.md in another language. In the main language there is only the notice itself.",
		Bad:  "-- content/notices/parking.yaml --\ntitle: Parking permits\n-- content/notices/parking.en.yaml --\ntitle: Parking permits\n",
		Good: "-- content/notices/parking.yaml --\ntitle: Parking permits\n-- content/notices/parking.cy.yaml --\ntitle: Trwyddedau parcio\n" + bilingual,
	},
	{
		ID: ruleTranslationUnused, Title: "A translation is not published", Severity: notices.Warning,
		Why:  "The site publishes the languages that content/site.yaml lists. A translation into any other language is read by nobody.",
		Bad:  "-- content/notices/parking.yaml --\ntitle: Parking permits\n-- content/notices/parking.cy.yaml --\ntitle: Trwyddedau parcio\n",
		Good: "-- content/notices/parking.yaml --\ntitle: Parking permits\n-- content/notices/parking.cy.yaml --\ntitle: Trwyddedau parcio\n" + bilingual,
	},
}
