package intake

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"notices.example/notices"
	"notices.example/notices/law"
)

// citation is a provision as people name it in a cell.
var citation = regexp.MustCompile(`(?i)(?:art(?:icle)?\.?\s*)?\d+[A-Z]?(?:\s*\(\d+\))?(?:\s*\([a-z]{1,2}\))|(?:DPA 2018 )?Sch(?:edule)?\.? ?\d+,? (?:Part \d+,? )?para(?:graph)?\.? ?\d+|\bpara(?:graph)?\.? ?\d+`)

// nicknames are what people call the words of the law's lists, besides their labels.
var nicknames = map[string]map[string]string{
	"lawful-basis": {
		"legal duty": "legal-obligation", "statutory obligation": "legal-obligation", "public interest": "public-task", "official authority": "public-task",
		"performance of a contract": "contract", "contractual": "contract", "vital interest": "vital-interests", "legitimate interest": "legitimate-interests",
	},
	"special-category": {
		"ethnic": "racial-or-ethnic-origin", "race": "racial-or-ethnic-origin", "racial": "racial-or-ethnic-origin", "political": "political-opinions",
		"religio": "religious-or-philosophical-beliefs", "faith": "religious-or-philosophical-beliefs", "philosophical": "religious-or-philosophical-beliefs",
		"trade union": "trade-union-membership", "genetic": "genetic", "biometric": "biometric", "health": "health", "disabilit": "health", "medical": "health",
		"sex life": "sex-life", "sexual orientation": "sexual-orientation",
	},
	"special-category-condition": {
		"employment": "employment-social-security-social-protection", "social protection": "employment-social-security-social-protection",
		"vital interest": "vital-interests", "legal claim": "legal-claims", "social care": "health-or-social-care", "research": "archiving-research-statistics",
		"archiving": "archiving-research-statistics", "manifestly made public": "made-public",
	},
	"safeguard": {
		"adequacy": "adequacy", "adequate": "adequacy", "international data transfer agreement": "idta", "idta": "idta", "addendum": "uk-addendum",
		"standard contractual clauses": "standard-contractual-clauses", "scc": "standard-contractual-clauses", "model clauses": "standard-contractual-clauses",
		"binding corporate rules": "binding-corporate-rules", "bcr": "binding-corporate-rules", "code of conduct": "code-of-conduct",
	},
}

// terms gives the words of a list of the law that a cell names, each once: by their
// provision, their label, or what people call them.
func terms(list, words string) (found []string) {
	add := func(term string) {
		if term != "" && !slices.Contains(found, term) {
			found = append(found, term)
		}
	}
	for _, cited := range citation.FindAllString(words, -1) {
		term, _ := law.Word(list, cited)
		add(term)
	}
	if len(found) > 0 {
		return found
	}
	lower := strings.ToLower(words)
	for _, term := range law.TermLists()[list] {
		if label, _ := law.Meaning(list, term); strings.Contains(lower, strings.ToLower(label)) || strings.Contains(lower, strings.ReplaceAll(term, "-", " ")) {
			add(term)
		}
	}
	if len(found) > 1 {
		found = slices.DeleteFunc(found, func(t string) bool { return contained(t, found) })
	}
	if len(found) > 0 {
		return found
	}
	for nickname, term := range nicknames[list] {
		if strings.Contains(lower, nickname) {
			add(term)
		}
	}
	slices.Sort(found)
	return found
}

// contained reports whether the words of a term are part of another one that was found:
// “legitimate interests” stands in “recognised legitimate interests”.
func contained(term string, all []string) bool {
	return slices.ContainsFunc(all, func(other string) bool { return other != term && strings.Contains(other, term) })
}

// countriesByName gives the codes of countries by their names in small letters, and by
// themselves.
func countriesByName() map[string]string {
	codes := map[string]string{
		"uk": "GB", "great britain": "GB", "england": "GB", "wales": "GB", "scotland": "GB", "northern ireland": "GB",
		"usa": "US", "united states of america": "US", "the us": "US", "the usa": "US", "america": "US", "republic of ireland": "IE",
	}
	names := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.String() != code {
				continue
			}
			name := strings.ToLower(names.Name(region))
			codes[strings.ToLower(code)], codes[name], codes["the "+name] = code, code, code
		}
	}
	return codes
}

var aPeriod = regexp.MustCompile(`(?i)\b((?:\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:year|month|week|day)s?(?: and (?:\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:month|week|day)s?)?)\b`)

// kept is how long something is kept.
type kept struct {
	period         string
	from, criteria string
}

// retention reads how long something is kept: “3 years from the end of the permit”. What
// is no plain length of time is how it is decided, in the words of the record.
func retention(words string) kept {
	m := aPeriod.FindStringSubmatchIndex(words)
	if m == nil || len(aPeriod.FindAllString(words, -1)) > 1 {
		return kept{criteria: words}
	}
	p, err := notices.ParsePeriod(words[m[2]:m[3]])
	before, after := strings.TrimSpace(words[:m[0]]), strings.TrimSpace(words[m[1]:])
	if err != nil || before != "" && !strings.EqualFold(before, "for") {
		return kept{criteria: words}
	}
	k := kept{period: p.Words()}
	switch first, rest, _ := strings.Cut(after, " "); {
	case after == "":
	case strings.EqualFold(first, "from"), strings.EqualFold(first, "after"):
		k.from = rest
	case strings.HasPrefix(strings.ToLower(after), "post-"):
		k.from = "the end of " + after[len("post-"):]
	default:
		return kept{criteria: words}
	}
	return k
}
