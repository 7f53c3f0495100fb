package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"notices.example/notices"
)

// bothArticles is data from the people themselves and from someone else.
const bothArticles = "sources: [The allotment association]\ndata:\n  - id: name\n    label: Your name\n    provision: optional\n    if_not_given: Nothing happens.\n" +
	"  - id: email\n    label: Your plot\n    origin: obtained\n"

const noRecipients = "\n-- removed --\nrecipients: none\n"

func exempting(item string, provisions ...string) string {
	text := "exemptions:\n"
	for _, p := range provisions {
		text += fmt.Sprintf("  - provision: %q\n    reason: It says so.\n", p)
		if item != "" {
			text += "    item: " + item + "\n"
		}
	}
	return text
}

// However an Article is cited, an exemption from it lifts the duty of that Article
// alone, and what is no exemption lifts nothing.
func TestWhatAnExemptionLifts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		provisions []string
		missing    bool
	}{
		{[]string{"14(5)(c)"}, true},
		{[]string{"UK GDPR Article 14(5)(c)"}, true},
		{[]string{"art. 14(5)(c)"}, true},
		{[]string{"13(4)"}, true},
		{[]string{"Article 13(4) UK GDPR"}, true},
		{[]string{"13(4)", "art. 14(5)(c)"}, false},
		{[]string{"DPA 2018 Sch 2 para 2"}, false},
		{[]string{"Schedule 2, Part 1, paragraph 2(1) of the Data Protection Act 2018"}, false},
		{[]string{"DPA 2018 Sch 3 para 9"}, false},
		{[]string{"13(5)", "14(5)(c)"}, true},
		{[]string{"DPA 2018 Sch 2"}, true},
		{[]string{"DPA 2018 Sch 2 para 16"}, true},
		{[]string{"DPA 2018 Sch 2 para 27"}, true},
		{[]string{"DPA 2018 Sch 4 para 2"}, true},
		{[]string{"Council policy 7"}, true},
	} {
		list := found(t, "recipients-missing", bothArticles+exempting("recipients", c.provisions...)+noRecipients)
		if (len(list) > 0) != c.missing {
			t.Errorf("%s: recipients missing: %t, want %t", c.provisions, !c.missing, c.missing)
		}
	}
}

// An exemption that names no item lifts nothing, unless its provision lifts all at
// once: then that of its own Article only.
func TestAnExemptionNeedsAnItem(t *testing.T) {
	t.Parallel()
	const obtained = "sources: [The allotment association]\ndata:\n  - id: name\n    label: Your name\n    origin: obtained\n  - id: email\n    label: Your plot\n    origin: obtained\n"
	for _, c := range []struct {
		data, provision string
		asked, missing  bool
	}{
		{"", "13(4)", true, true},
		{"", "DPA 2018 Sch 2 para 2", true, true},
		{obtained, "14(5)(a)", true, true},
		{obtained, "14(5)(c)", false, false},
		{bothArticles, "14(5)(c)", false, true},
		{"", "13(5)", false, true},
	} {
		set := resolve(t, c.data+exempting("", c.provision)+noRecipients)
		findings := checkSet(t, set, exampleDay)
		if got := len(of("exemption-incomplete", findings)) > 0; got != c.asked {
			t.Errorf("%s: item asked for: %t, want %t", c.provision, got, c.asked)
		}
		if got := len(of("recipients-missing", findings)) > 0; got != c.missing {
			t.Errorf("%s: recipients missing: %t, want %t", c.provision, got, c.missing)
		}
	}
}

// An exemption does not make an empty notice complete.
func TestAnExemptionDoesNotHideAnEmptyNotice(t *testing.T) {
	t.Parallel()
	const without = "\n-- removed --\npurposes: none\nrecipients: none\nrights: none\ncomplaints: none\nretention: none\n"
	want := []string{"purposes-missing", "recipients-missing", "retention-missing", "rights-missing"}
	for _, e := range []string{
		exempting("", "Council policy 7"), exempting("", "13(4)"), exempting("", "DPA 2018 Sch 2 para 2"), exempting("", "UK GDPR Article 14(5)(c)"),
	} {
		set := resolve(t, strings.ReplaceAll(e, "It says so.", "We prefer not to.")+without)
		var errors []string
		for _, f := range checkSet(t, set, exampleDay) {
			if f.Severity == notices.Error {
				errors = append(errors, f.Rule)
			}
		}
		for _, rule := range want {
			if !slices.Contains(errors, rule) {
				t.Errorf("%s: no error %s", e, rule)
			}
		}
	}
}

// Law enforcement has its own duties, which no exemption from the GDPR lifts.
func TestAnExemptionLeavesTheDutiesOfPart3(t *testing.T) {
	t.Parallel()
	change := dumpingOnly + "    law_enforcement_ground: task\n    basis_in_law: Environmental Protection Act 1990, section 33\n" + exempting("rights", "DPA 2018 Sch 2 para 2")
	if list := found(t, "rights-missing", change+"\n-- removed --\nrights: none\n"); len(list) != 1 {
		t.Errorf("want one finding, got:\n%s", listed(list))
	}
	if list := found(t, "exemption-unknown", dumpingOnly+exempting("retention", "DPA 2018 s.44(4)")); len(list) > 0 {
		t.Errorf("section 44(4) exempts in law enforcement:\n%s", listed(list))
	}
}
