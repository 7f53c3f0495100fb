package law

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// words are the IDs that content and rules rely on, in the order of the law.
const words = `
lawful-basis: consent contract legal-obligation vital-interests public-task recognised-legitimate-interests legitimate-interests
special-category: racial-or-ethnic-origin political-opinions religious-or-philosophical-beliefs trade-union-membership genetic biometric health sex-life sexual-orientation
special-category-condition: explicit-consent employment-social-security-social-protection vital-interests not-for-profit-body made-public legal-claims substantial-public-interest health-or-social-care public-health archiving-research-statistics
schedule-1: employment-social-security-social-protection health-or-social-care-purposes public-health research statutory-and-government-purposes administration-of-justice equality-of-opportunity diversity-at-senior-levels preventing-or-detecting-unlawful-acts protecting-the-public-against-dishonesty regulatory-requirements-relating-to-dishonesty journalism preventing-fraud terrorist-financing-or-money-laundering support-for-individuals-with-a-disability counselling safeguarding-of-children-and-individuals-at-risk safeguarding-of-economic-well-being insurance occupational-pensions political-parties elected-representatives-responding-to-requests disclosure-to-elected-representatives informing-elected-representatives-about-prisoners publication-of-legal-judgments anti-doping-in-sport standards-of-behaviour-in-sport consent vital-interests-of-the-data-subject not-for-profit-bodies personal-data-in-the-public-domain legal-claims judicial-acts indecency-offences-involving-children extension-of-part-2-conditions extension-of-insurance-conditions
recognised-interest: disclosure-for-public-task national-security-public-security-defence emergencies crime safeguarding-vulnerable-individuals
safeguard: adequacy idta uk-addendum standard-contractual-clauses binding-corporate-rules code-of-conduct certification public-body-agreement derogation-consent derogation-contract derogation-public-interest derogation-legal-claims derogation-vital-interests derogation-public-register
right: access rectification erasure restriction portability objection withdraw-consent automated-decisions
regulator: information-commissioner supervisory-authority
law-enforcement-ground: consent task
schedule-8: statutory-purposes administration-of-justice vital-interests safeguarding-of-children-and-individuals-at-risk personal-data-in-the-public-domain legal-claims judicial-acts preventing-fraud archiving-research-statistics
information-item: controller representative dpo purposes lawful-basis legitimate-interests data-categories recipients transfers retention rights consent-withdrawal complaint-to-controller complaint-to-regulator provision source automated-decisions
`

func TestTermListsHoldEveryWordInOrder(t *testing.T) {
	t.Parallel()
	want := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(words)) {
		name, ids, _ := strings.Cut(line, ":")
		want[name] = strings.Fields(ids)
	}
	if diff := cmp.Diff(want, TermLists()); diff != "" {
		t.Errorf("TermLists() (-want +got):\n%s", diff)
	}
}

// everyLaw gives the law of every jurisdiction after each of its changes.
func everyLaw(t *testing.T) []Law {
	t.Helper()
	lib, err := loadLibrary()
	if err != nil {
		t.Fatal(err)
	}
	var laws []Law
	for _, j := range []string{"uk", "eu"} {
		if len(lib.editions[j]) < 3 {
			t.Fatalf("the law of %s has %d editions", j, len(lib.editions[j]))
		}
		for _, e := range lib.editions[j] {
			laws = append(laws, e.law)
		}
	}
	return laws
}

func TestIDsAreUniqueOnEveryDay(t *testing.T) {
	t.Parallel()
	for _, l := range everyLaw(t) {
		countries := slices.Clone(l.Territory.Countries)
		for _, a := range l.Territory.Adequate {
			countries = append(countries, a.Country)
		}
		for kind, list := range map[string][]string{
			"provisions": idsOf(l.Provisions), "items": idsOf(l.Items), "bases": idsOf(l.Bases),
			"special categories": idsOf(l.SpecialCategories), "conditions": idsOf(l.Conditions),
			"Schedule 1": idsOf(l.Schedule1), "recognised interests": idsOf(l.RecognisedInterests),
			"safeguards": idsOf(l.Safeguards), "rights": idsOf(l.Rights), "regulators": idsOf(l.Regulators),
			"law enforcement grounds": idsOf(l.EnforcementGrounds), "Schedule 8": idsOf(l.Schedule8),
			"law enforcement items": idsOf(l.EnforcementItems), "law enforcement rights": idsOf(l.EnforcementRights),
			"countries": countries,
		} {
			slices.Sort(list)
			for i := 1; i < len(list); i++ {
				if list[i] == list[i-1] {
					t.Errorf("%s on %s: %s has %q twice", l.Jurisdiction, l.Day, kind, list[i])
				}
			}
		}
	}
}

func idsOf[T entry](list []T) []string {
	var ids []string
	for _, e := range list {
		ids = append(ids, e.id())
	}
	return ids
}

func TestEveryCitedProvisionIsInForce(t *testing.T) {
	t.Parallel()
	for _, l := range everyLaw(t) {
		for _, id := range cited(l) {
			if _, ok := l.Provision(id); !ok {
				t.Errorf("%s on %s: %q is cited, but not in force", l.Jurisdiction, l.Day, id)
			}
		}
	}
}

func cited(l Law) []string {
	var list []string
	for _, i := range l.Items {
		list = append(list, i.Article13, i.Article14)
	}
	for _, b := range l.Bases {
		list = append(list, b.Provision)
	}
	for _, c := range l.Conditions {
		list = append(list, c.Provision)
	}
	for _, s := range l.Schedule1 {
		list = append(list, s.Provision)
	}
	for _, r := range l.RecognisedInterests {
		list = append(list, r.Provision)
	}
	for _, s := range l.Safeguards {
		list = append(list, s.Provision)
	}
	for _, r := range l.Rights {
		list = append(list, r.Provision)
	}
	for _, g := range l.EnforcementGrounds {
		list = append(list, g.Provision)
	}
	for _, s := range l.Schedule8 {
		list = append(list, s.Provision)
	}
	for _, c := range slices.Concat(l.EnforcementItems, l.EnforcementRights) {
		list = append(list, c.Provision)
	}
	return slices.DeleteFunc(list, func(id string) bool { return id == "" }) // not every item is in both Articles
}

func TestEveryProvisionHasATitleALinkAndACitation(t *testing.T) {
	t.Parallel()
	hosts := map[string]string{"uk": "www.legislation.gov.uk", "eu": "eur-lex.europa.eu"}
	for _, l := range everyLaw(t) {
		for _, p := range l.Provisions {
			u, err := url.Parse(p.Link)
			if err != nil || u.Scheme != "https" || u.Host != hosts[l.Jurisdiction] || strings.Contains(p.Link, "$") {
				t.Errorf("%s: link of %s is %q", l.Jurisdiction, p.ID, p.Link)
			}
			if n := utf8.RuneCountInString(p.Title); n == 0 || n > 70 {
				t.Errorf("%s: title of %s has %d characters: %q", l.Jurisdiction, p.ID, n, p.Title)
			}
			if c := l.Cite(p.ID); c == p.ID {
				t.Errorf("%s: %s has no form for people", l.Jurisdiction, p.ID)
			}
		}
	}
}

func TestRegulatorsCanBeReached(t *testing.T) {
	t.Parallel()
	for _, l := range everyLaw(t) {
		if len(l.Regulators) != 1 {
			t.Errorf("%s on %s: %d regulators", l.Jurisdiction, l.Day, len(l.Regulators))
		}
		for _, r := range l.Regulators {
			for _, link := range []string{r.Website, r.ComplaintLink} {
				if !strings.HasPrefix(link, "https://") {
					t.Errorf("%s: link %q", r.ID, link)
				}
			}
		}
	}
}

func TestScheduleOneFollowsItsParts(t *testing.T) {
	t.Parallel()
	l := at(t, "uk", "2026-07-01")
	without := map[string]bool{"journalism": true} // paragraph 13 needs no policy document
	for _, s := range l.Schedule1 {
		if s.Part < 1 || s.Part > 3 {
			t.Errorf("%s is in Part %d", s.ID, s.Part)
		}
		if s.Part == 2 && s.PolicyDocument == without[s.ID] {
			t.Errorf("%s: policy document needed: %t", s.ID, s.PolicyDocument)
		}
	}
	var needing []string
	for _, c := range l.Conditions {
		if len(c.Schedule1Parts) > 0 {
			needing = append(needing, c.Provision)
		}
	}
	if diff := cmp.Diff([]string{"9(2)(b)", "9(2)(g)", "9(2)(h)", "9(2)(i)", "9(2)(j)"}, needing); diff != "" {
		t.Errorf("conditions that need one of Schedule 1 (-want +got):\n%s", diff)
	}
	if eu := at(t, "eu", "2026-07-01"); len(eu.Schedule1) > 0 {
		t.Error("the EU has conditions of a UK Act")
	}
}
