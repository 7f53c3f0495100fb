package law

import "testing"

func TestCite(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ jurisdiction, lang, id, want string }{
		{"uk", "en", "13(2)(a)", "Article 13(2)(a) UK GDPR"},
		{"uk", "en", "13(2)(ca)", "Article 13(2)(ca) UK GDPR"},
		{"eu", "en", "77", "Article 77 EU GDPR"},
		{"uk", "en", "22C(2)", "Article 22C(2) UK GDPR"},
		{"uk", "en", "Annex 1", "Annex 1 to the UK GDPR"},
		{"uk", "en", "Annex 1 para 6", "paragraph 6 of Annex 1 to the UK GDPR"},
		{"uk", "en", "DPA 2018 s.164A", "section 164A Data Protection Act 2018"},
		{"uk", "en", "DPA 2018 s.30(1)(b)", "section 30(1)(b) Data Protection Act 2018"},
		{"uk", "en", "DPA 2018 Part 3", "Part 3 of the Data Protection Act 2018"},
		{"uk", "en", "DPA 2018 Sch 2", "Schedule 2 to the Data Protection Act 2018"},
		{"uk", "en", "DPA 2018 Sch 1 Part 4", "Part 4 of Schedule 1 to the Data Protection Act 2018"},
		{"uk", "en", "DPA 2018 Sch 1 para 8", "paragraph 8 of Schedule 1 to the Data Protection Act 2018"},
		{"uk", "en", "DPA 2018 Sch 1 para 10(2)", "paragraph 10(2) of Schedule 1 to the Data Protection Act 2018"},
		{"uk", "cy", "13(2)(a)", "Erthygl 13(2)(a) o GDPR y DU"},
		{"uk", "cy", "DPA 2018 s.164A", "adran 164A o Ddeddf Diogelu Data 2018"},
		{"uk", "pl", "6(1)(e)", "Article 6(1)(e) UK GDPR"},
		{"uk", "en", "", ""},
		{"uk", "en", "Human Rights Act", "Human Rights Act"},
		{"uk", "en", "100% of $1 %s", "100% of $1 %s"},
	} {
		if got := at(t, tt.jurisdiction, "2026-07-01").CiteIn(tt.lang, tt.id); got != tt.want {
			t.Errorf("CiteIn(%q, %q) = %q, want %q", tt.lang, tt.id, got, tt.want)
		}
	}
}

func TestProvisionLinks(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ jurisdiction, id, want string }{
		{"uk", "13(2)(a)", "https://www.legislation.gov.uk/eur/2016/679/article/13"},
		{"uk", "45A", "https://www.legislation.gov.uk/eur/2016/679/article/45A"},
		{"eu", "13(2)(a)", "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_13"},
		{"uk", "Annex 1 para 1", "https://www.legislation.gov.uk/eur/2016/679/annex/1"},
		{"uk", "DPA 2018 s.164A(3)", "https://www.legislation.gov.uk/ukpga/2018/12/section/164A"},
		{"uk", "DPA 2018 Sch 1 para 8", "https://www.legislation.gov.uk/ukpga/2018/12/schedule/1/paragraph/8"},
		{"uk", "DPA 2018 Sch 1 Part 4", "https://www.legislation.gov.uk/ukpga/2018/12/schedule/1/part/4"},
	} {
		p, ok := at(t, tt.jurisdiction, "2026-07-01").Provision(tt.id)
		if !ok || p.Link != tt.want {
			t.Errorf("%s: link of %s = %q, want %q", tt.jurisdiction, tt.id, p.Link, tt.want)
		}
	}
}
