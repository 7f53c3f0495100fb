package site

import (
	"slices"
	"testing"

	"notices.example/notices"
	"notices.example/notices/rules"
)

// A gap stands beside the part of the page that it concerns. Only what concerns
// the notice as a whole stands in the part about the notice.
func TestEveryGapHasItsSection(t *testing.T) {
	t.Parallel()
	whole := []string{
		"acceptance-expired", "acceptance-incomplete", "acceptance-long", "acceptance-rule-unknown", "date-missing", "document-link-missing",
		"effective-later", "exemption-incomplete",
		"inclusion-reason-missing", "link-broken", "link-to-draft", "none-contradicted", "notice-expired", "question-open",
		"review-overdue", "template-text-left", "updated-later",
	}
	for _, r := range rules.All() {
		if r.Severity < notices.Warning || r.CheckSite != nil {
			continue
		}
		about := sectionOf(r.ID) == notices.AboutSection
		if about && !slices.Contains(whole, r.ID) {
			t.Errorf("a gap found by %s would stand in the part about the notice; name its section in sectionOfRule", r.ID)
		}
	}
}
