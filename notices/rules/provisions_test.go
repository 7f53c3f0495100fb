package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/prose"
	"notices.example/notices/rules"
)

// otherLaws are the laws that the bad examples are held against, besides that of
// exampleDay: that of the EU, and that of the UK before each change. Each has the
// rules that find nothing then: what their examples speak of is not in that law, or
// a date in them has not come.
var otherLaws = []struct {
	jurisdiction, day string
	silent            []string
}{
	{"eu", "2026-07-01", []string{
		"recognised-interest-missing", "schedule-1-missing", "schedule-1-wrong-part", "schedule-1-equality-scope", "policy-document-missing",
		"offence-schedule-1-missing", "transfer-copy-missing", "transfer-adequacy-unknown", "complaint-to-controller-missing", "regulator-elsewhere",
		"registration-number-form", "transfer-clauses-alone", "complaint-acknowledged-late", "automated-decision-barred", "exemption-safeguards-missing",
		"contact-post-incomplete", "sign-in-service-foreign", "transfer-not-abroad", "transfer-without-recipient", "law-enforcement-ground-missing",
		"law-enforcement-basis-wrong", "law-enforcement-function-missing", "sensitive-processing-condition-missing",
		"sensitive-processing-policy-document-missing", "right-not-in-part-3", "competent-authority-unlisted", "law-outdated", "transfer-border-eea",
		"name-outdated", "complaint-as-wish", "competent-authority-claimed",
	}},
	{"uk", "2026-06-18", []string{
		"basis-not-in-force", "transfer-safeguard-not-in-force", "complaint-to-controller-missing", "notice-expired", "complaint-acknowledged-late",
		"complaint-as-wish",
	}},
	{"uk", "2026-02-04", []string{
		"recognised-interest-missing", "transfer-safeguard-not-in-force", "complaint-to-controller-missing", "notice-expired", "acceptance-expired",
		"baseline-expired", "complaint-acknowledged-late", "automated-decision-barred", "exemption-safeguards-missing", "updated-before-change",
		"complaint-as-wish",
	}},
}

// A rule says the same under every law that has what it is about, and always says
// where that stands: what it cites is in force, and it cites something.
func TestBadExamplesUnderOtherLaws(t *testing.T) {
	t.Parallel()
	for _, tt := range otherLaws {
		t.Run(tt.jurisdiction+" "+tt.day, func(t *testing.T) {
			t.Parallel()
			on, err := time.Parse(time.DateOnly, tt.day)
			if err != nil {
				t.Fatal(err)
			}
			l, err := law.At(tt.jurisdiction, on)
			if err != nil {
				t.Fatal(err)
			}
			var silent []string
			for _, r := range rules.All() {
				if r.Bad != "" && !ofProse(r.ID) && !citesUnder(t, r, l) {
					silent = append(silent, r.ID)
				}
			}
			if diff := cmp.Diff(tt.silent, silent); diff != "" {
				t.Errorf("rules that find nothing (-want +got):\n%s", diff)
			}
		})
	}
}

// citesUnder reports whether the bad example of a rule is still one under a law. The
// findings cite what is in force, if the rule cites anything.
func citesUnder(t *testing.T, r rules.Rule, l *law.Law) bool {
	t.Helper()
	set := resolve(t, r.Bad+"-- content/site.yaml --\nlaw: "+l.Jurisdiction+"\n"+removed(r))
	list := of(r.ID, checkSet(t, set, l.Day))
	for _, f := range list {
		if len(r.Provisions) > 0 && len(f.Provisions) == 0 {
			t.Errorf("%s: cites nothing: %s", r.ID, f.Message)
		}
		for _, p := range f.Provisions {
			if _, inForce := l.Provision(p); !inForce && f.Notice == "allotments" {
				t.Errorf("%s: cites %s, which is not in force", r.ID, p)
			}
		}
	}
	return len(list) > 0
}

func ofProse(id string) bool {
	return slices.ContainsFunc(prose.Rules(), func(doc notices.RuleDoc) bool { return doc.ID == id })
}

// Where an effort is too much, the EU has point (b), as the UK had.
func TestSafeguardsOfAnExemptionUnderOtherLaws(t *testing.T) {
	t.Parallel()
	const old = bothArticles + "exemptions:\n  - provision: 14(5)(b)\n    item: source\n    reason: We hold no addresses.\n"
	for _, tt := range []struct{ jurisdiction, day, want string }{
		{"eu", "2026-07-01", "exemption-safeguards-missing: 14(5)(b)"},
		{"uk", "2026-02-04", "exemption-safeguards-missing: 14(5)(b)"},
	} {
		if got := judged(t, old+"-- content/site.yaml --\nlaw: "+tt.jurisdiction+"\n", tt.day); !slices.Contains(got, tt.want) {
			t.Errorf("%s: want %s among:\n%s", tt.jurisdiction, tt.want, strings.Join(got, "\n"))
		}
	}
}
