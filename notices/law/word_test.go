package law

import "testing"

func TestWordStandsForAProvision(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ list, citation, word, provision string }{
		{"schedule-1", "paragraph 6", "statutory-and-government-purposes", "DPA 2018 Sch 1 para 6"},
		{"schedule-1", "6", "statutory-and-government-purposes", "DPA 2018 Sch 1 para 6"},
		{"schedule-1", "Schedule 1, Part 2, paragraph 8", "equality-of-opportunity", "DPA 2018 Sch 1 para 8"},
		{"schedule-1", "para 18(1)", "safeguarding-of-children-and-individuals-at-risk", "DPA 2018 Sch 1 para 18"},
		{"schedule-1", "paragraph 5", "", ""},
		{"schedule-1", "Schedule 8 paragraph 1", "", ""},
		{"schedule-1", "fraud", "", ""},
		{"lawful-basis", "Article 6(1)(e)", "public-task", "6(1)(e)"},
		{"lawful-basis", "6(1)(e) UK GDPR", "public-task", "6(1)(e)"},
		{"lawful-basis", "Article 9(2)(g)", "", ""},
		{"special-category-condition", "art. 9.2.g", "substantial-public-interest", "9(2)(g)"},
		{"safeguard", "46(2)(d)", "", ""}, // two words have that provision
	} {
		if word, provision := Word(tt.list, tt.citation); word != tt.word || provision != tt.provision {
			t.Errorf("Word(%q, %q) = %q, %q, want %q, %q", tt.list, tt.citation, word, provision, tt.word, tt.provision)
		}
	}
}
