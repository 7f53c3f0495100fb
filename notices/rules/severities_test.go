package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/rules"
)

// settled is a site that says how much the findings of a rule weigh.
func settled(rule, as string) string {
	return fmt.Sprintf("\n-- content/site.yaml --\nchecks:\n  severities:\n    - rule: %s\n      as: %s\n", rule, as)
}

// Advice is for the site to decide, a warning can only be raised, and an error is
// one everywhere.
func TestSiteSettlesOnlyWhatTheLawLeavesOpen(t *testing.T) {
	t.Parallel()
	const gaps = "review_due: 2026-01-31\n%s\n-- removed --\nupdated: x\nretention: x\n" // a warning; advice and an error
	for _, c := range []struct {
		rule, as string
		want     notices.Severity // of what the rule finds; 0 when it is left out
		refused  bool
	}{
		{"date-missing", "off", 0, false},
		{"date-missing", "warning", notices.Warning, false},
		{"date-missing", "error", notices.Error, false},
		{"review-overdue", "error", notices.Error, false},
		{"review-overdue", "warning", notices.Warning, false},
		{"review-overdue", "advice", notices.Warning, true},
		{"review-overdue", "off", notices.Warning, true},
		{"retention-missing", "off", notices.Error, true},
		{"retention-missing", "advice", notices.Error, true},
		{"retention-missing", "warning", notices.Error, true},
		{"retention-missing", "error", notices.Error, true},
	} {
		t.Run(c.rule+" as "+c.as, func(t *testing.T) {
			t.Parallel()
			checked := run(t, resolve(t, fmt.Sprintf(gaps, settled(c.rule, c.as))), exampleDay)
			got := notices.Severity(0)
			for _, f := range of(c.rule, checked.Findings) {
				got = f.Severity
			}
			if got != c.want {
				t.Errorf("its finding is %v, want %v", got, c.want)
			}
			refused := of("severity-fixed", checked.Findings)
			if (len(refused) == 1) != c.refused || c.refused && (!refused[0].Blocks() || refused[0].Pos.Line == 0) {
				t.Errorf("refused: %v", refused)
			}
			if off := c.as == "off" && !c.refused; (len(checked.Off) == 1) != off {
				t.Errorf("rules that are off: %v", checked.Off)
			}
		})
	}
}

func TestWhatCannotBeSettledSaysWhatCanBeDone(t *testing.T) {
	t.Parallel()
	other := notices.RuleDoc{ID: "yaml-syntax", Severity: notices.Error}
	for _, c := range []struct{ rule, finding, says string }{
		{"retention-missing", "severity-fixed", "accept the gap"},
		{"review-overdue", "severity-fixed", "as: error"},
		{"yaml-syntax", "severity-fixed", "put right what the rule reports"},
		{"dates-missing", "severity-rule-unknown", "rule: date-missing"},
		{"something-else-altogether", "severity-rule-unknown", "notices explain"},
	} {
		checked, err := rules.Run(resolve(t, settled(c.rule, "off")), exampleDay, other)
		if err != nil {
			t.Fatal(err)
		}
		list := checked.Findings
		if len(list) != 1 || list[0].Rule != c.finding || !strings.Contains(list[0].Fix, c.says) {
			t.Errorf("%s: want %s with %q, got %v", c.rule, c.finding, c.says, list)
		}
	}
}

func TestFindingsOfOtherPackagesAreSettledToo(t *testing.T) {
	t.Parallel()
	doubtful := notices.RuleDoc{ID: "phone-doubtful", Severity: notices.Warning}
	checked, err := rules.Run(resolve(t, settled("phone-doubtful", "error")), exampleDay, doubtful)
	if err != nil {
		t.Fatal(err)
	}
	got := checked.Settle([]notices.Finding{
		{Rule: "phone-doubtful", Severity: notices.Warning},
		{Rule: "phone-doubtful", Severity: notices.Advice}, // the rule had a reason
		{Rule: "yaml-syntax", Severity: notices.Error},
	})
	want := []notices.Finding{
		{Rule: "phone-doubtful", Severity: notices.Error},
		{Rule: "phone-doubtful", Severity: notices.Advice},
		{Rule: "yaml-syntax", Severity: notices.Error},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAcceptanceOfARuleThatIsOffIsNoSecondFinding(t *testing.T) {
	t.Parallel()
	set := resolve(t, "accepted:\n  - rule: date-missing\n    reason: We are at it.\n    by: Data protection officer\n    until: 2026-12-31\n"+
		settled("date-missing", "off")+"\n-- removed --\nupdated: x\n")
	if list := checkSet(t, set, exampleDay); len(list) > 0 {
		t.Errorf("got:\n%s", listed(list))
	}
}
