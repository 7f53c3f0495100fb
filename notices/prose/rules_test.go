package prose_test

import (
	"testing"

	"notices.example/notices/prose"
)

// The examples are what authors see, so they have to be true.
func TestExamplesOfTheRules(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, rule := range prose.Rules() {
		if seen[rule.ID] {
			t.Errorf("two rules %s", rule.ID)
		}
		seen[rule.ID] = true
		if rule.Title == "" || rule.Why == "" || rule.Severity == 0 {
			t.Errorf("%s is not documented", rule.ID)
		}
		if rule.Bad == "" {
			continue // of a limit: too long to be shown; TestHostileTextsEndQuickly has them
		}
		bad, good := prose.Parse(markdown(rule.Bad)), prose.Parse(markdown(rule.Good))
		if len(bad.Problems) != 1 || bad.Problems[0].Rule != rule.ID || bad.Problems[0].Severity != rule.Severity {
			t.Errorf("%s: the bad example has the problems %v", rule.ID, bad.Problems)
		}
		if len(good.Problems) != 0 {
			t.Errorf("%s: the good example has the problems %v", rule.ID, good.Problems)
		}
	}
}
