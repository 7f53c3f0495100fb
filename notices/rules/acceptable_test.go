package rules_test

import (
	"fmt"
	"strings"
	"testing"
)

func accepted(rule, until string) string {
	return fmt.Sprintf("open_questions: [How long?]\naccepted:\n  - rule: %s\n    reason: We are at it.\n    by: Data protection officer\n    until: %s\n", rule, until)
}

func TestOnlyKnownRulesAreAccepted(t *testing.T) {
	t.Parallel()
	for rule, fix := range map[string]string{
		"question-opne":      "rule: question-open",
		"retention-mising":   "rule: retention-missing",
		"yaml-syntax":        "cannot be accepted: put it right",
		"acceptance-expired": "cannot be accepted: put it right",
		"heading-skipped":    "", // a rule on texts
	} {
		set := resolve(t, accepted(rule, "2026-12-31"))
		list := checkSet(t, set, exampleDay)
		unknown := of("acceptance-rule-unknown", list)
		if fix == "" {
			if len(unknown) > 0 {
				t.Errorf("%s:\n%s", rule, listed(unknown))
			}
			continue
		}
		if len(unknown) != 1 || !unknown[0].Blocks() || !strings.Contains(unknown[0].Fix, fix) {
			t.Errorf("%s: want one error with %q, got %v", rule, fix, unknown)
		}
		if unused := of("acceptance-unused", list); len(unused) > 0 {
			t.Errorf("%s: reported twice:\n%s", rule, listed(unused))
		}
	}
}

func TestGapsAreNotAcceptedForLong(t *testing.T) {
	t.Parallel()
	for until, want := range map[string]int{"2027-06-30": 0, "2028-07-01": 0, "2028-07-02": 1} {
		if list := found(t, "acceptance-long", accepted("question-open", until)); len(list) != want {
			t.Errorf("%s: got %d findings, want %d", until, len(list), want)
		}
	}
}

func TestDataProtectionLawLaysDownNoTask(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"UK GDPR": 1, "GDPR": 1, "The UK GDPR.": 1, "Data Protection Act 2018": 1, "Article 6(1)(e) of the UK GDPR": 1, "Legislation": 1, "…": 1,
		"Small Holdings and Allotments Act 1908, section 23": 0, "Data Protection Act 2018, section 8(c)": 0, "Our function as the allotments authority": 0,
		"Article 6(1)(e) of the UK GDPR and the Care Act 2014": 0,
	} {
		list := found(t, "basis-in-law-missing", fmt.Sprintf("purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n"+
			"    lawful_basis: public-task\n    basis_in_law: %q\n", text))
		if len(list) != want {
			t.Errorf("%q: got %d findings, want %d", text, len(list), want)
		}
	}
}

func TestConsentForWhatItNeedsIsFree(t *testing.T) {
	t.Parallel()
	for provision, want := range map[string]int{"required": 0, "optional": 0, "contractual": 1, "statutory": 1} {
		list := found(t, "consent-not-free", "data:\n  - id: name\n    label: Your name\n    provision: "+provision+
			"\n    if_not_given: We cannot.\n    required_by: The law\n"+
			"purposes:\n  - id: news\n    purpose: Send news\n    data: [name]\n    lawful_basis: consent\n    withdrawal: Use the link.\n")
		if len(list) != want {
			t.Errorf("%s: got %d findings, want %d", provision, len(list), want)
		}
	}
}

// A page for residents shows messages, so the names in them are whole.
func TestMessagesHoldFullNames(t *testing.T) {
	t.Parallel()
	long := "Let plots to residents, and " + strings.Repeat("keep the paths between them clear, and ", 4) + "send bills"
	list := found(t, "purpose-basis-missing", "purposes:\n  - id: let\n    purpose: "+long+"\n    data: [name, email]\n")
	if len(list) != 1 || !strings.Contains(list[0].Message, "“"+long+"”") {
		t.Errorf("got:\n%s", listed(list))
	}
}
