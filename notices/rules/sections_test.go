package rules_test

import (
	"slices"
	"testing"

	"notices.example/notices"
	"notices.example/notices/prose"
	"notices.example/notices/rules"
)

// Why a rule has no section of the page.
const (
	anywhere = "what it finds stands in any section; the field tells in which"
	noNotice = "what it finds is not shown on the page of a notice"
)

// withoutSection says of each rule without a section why it has none.
var withoutSection = map[string]string{
	"acronym-unexplained": anywhere, "bracket-unclosed": anywhere, "citation-wrong": anywhere, "contact-unknown": anywhere,
	"corporate-none-contradicted": anywhere, "dates-reversed": anywhere, "denied-in-text": anywhere, "information-promised": anywhere,
	"law-named-differently": anywhere, "law-outdated": anywhere, "link-broken": anywhere, "link-to-draft": anywhere, "list-open": anywhere,
	"name-missing": anywhere, "name-outdated": anywhere, "necessity-doubtful": anywhere, "none-contradicted": anywhere,
	"none-contradicted-in-text": anywhere, "organisation-by-name": anywhere, "organisation-ceased": anywhere, "ownership-claimed": anywhere,
	"paragraph-repeated": anywhere, "promise-unkept": anywhere, "role-word-misused": anywhere, "sentence-long": anywhere, "servers-whose": anywhere,
	"template-text-left": anywhere, "word-hard": anywhere, "wording-qualifier": anywhere, "words-in-capitals": anywhere,

	"baseline-expired": noNotice, "baseline-incomplete": noNotice, "baseline-long": noNotice, "baseline-rule-unknown": noNotice, "baseline-unused": noNotice,
	"glossary-term-repeated": noNotice, "notices-missing": noNotice, "organisation-repeated": noNotice,
	"severity-fixed": noNotice, "severity-incomplete": noNotice, "severity-rule-unknown": noNotice,
}

func TestEveryRuleHasASectionOfThePage(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, doc := range prose.Rules() { // about texts, which stand anywhere
		known[doc.ID] = true
	}
	for _, r := range rules.All() {
		if known[r.ID] {
			continue
		}
		known[r.ID] = true
		reason := withoutSection[r.ID]
		switch {
		case r.Section == "" && reason == "":
			t.Errorf("%s names no section, and no reason is stated", r.ID)
		case r.Section != "" && reason != "":
			t.Errorf("%s names a section, but is excused: %s", r.ID, reason)
		case r.Section != "" && !slices.Contains(notices.Sections, r.Section):
			t.Errorf("%s names the section %q, which does not exist", r.ID, r.Section)
		}
	}
	for id := range withoutSection {
		if !known[id] {
			t.Errorf("%s is excused, but is no rule", id)
		}
	}
}

// The rules on an item of information agree on where a page shows it, but for a
// few that look at it from another part of the notice.
func TestRulesOnAnItemNameItsSection(t *testing.T) {
	t.Parallel()
	elsewhere := []string{"data-unused", "holder-not-recipient", "transfer-without-recipient", "recipient-country-unknown"}
	first := map[string]rules.Rule{}
	for _, r := range rules.All() {
		if r.Item == "" || r.Section == "" || slices.Contains(elsewhere, r.ID) {
			continue
		}
		if other, seen := first[r.Item]; seen && other.Section != r.Section {
			t.Errorf("%s and %s are on %s, but name the sections %s and %s", r.ID, other.ID, r.Item, r.Section, other.Section)
		} else if !seen {
			first[r.Item] = r
		}
	}
}

func TestFindingsCarryTheSectionOfTheirRule(t *testing.T) {
	t.Parallel()
	for _, f := range check(t, site(t, "retention:\n  - data: [name]\n")) {
		if f.Rule == "retention-period-missing" {
			if f.Section != notices.RetentionSection {
				t.Errorf("the finding of %s has the section %q", f.Rule, f.Section)
			}
			return
		}
	}
	t.Error("retention-period-missing found nothing")
}
