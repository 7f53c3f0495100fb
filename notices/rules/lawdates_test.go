package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/law"
)

// movingLaw is a notice that touches everything in which the law moved in 2026:
// recognised legitimate interests, automated decisions, transfers and complaints.
const movingLaw = "updated: 2026-01-10\n" +
	"purposes:\n  - id: tenancy\n    purpose: Rent you a plot and send you the bill\n    data: [name, email]\n    lawful_basis: contract\n" +
	"  - id: flood\n    purpose: Find you when the plots flood\n    data: [name, email]\n    lawful_basis: recognised-legitimate-interests\n" +
	"    recognised_interest: emergencies\n    outside_public_tasks: The association, not the council, runs the flood line.\n" +
	"recipients:\n  - organisation: booking\n    role: processor\n    purpose: Sends the bills\n" +
	"transfers:\n  - recipient: booking\n    countries: [IN]\n    safeguard: adequacy\n" +
	"automated_decisions:\n  - what: Whether you get a plot\n    logic: Who has waited longest.\n    significance: You get one or you wait.\n    consequences: You can wait for years.\n" +
	"    purposes: [tenancy]\n" +
	"complaints:\n  to_regulator:\n    how: Write to the regulator.\n" +
	"-- content/organisations/booking.yaml --\nname: Booking Ltd\ncountry: IN\n"

// judged gives what the rules report of a site on a day, each with the provisions
// that it cites.
func judged(t *testing.T, change, day string) []string {
	t.Helper()
	on, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	set := resolve(t, change)
	l, err := law.At(set.Jurisdiction(), set.Notices[0].LawDay(on))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range blocking(checkSet(t, set, on)) {
		for _, p := range f.Provisions {
			if _, inForce := l.Provision(p); !inForce {
				t.Errorf("%s: %s cites %s, which is not in force", day, f.Rule, p)
			}
		}
		if f.Severity >= notices.Warning {
			list = append(list, f.Rule+": "+strings.Join(f.Provisions, " "))
		}
	}
	return list
}

func TestOneNoticeIsJudgedByTheLawOfTheDay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, law, day string
		want           []string
	}{
		{"before recognised legitimate interests", "uk", "2026-02-04", []string{
			"basis-not-in-force: 6(1)", "transfer-adequacy-unknown: 45 13(1)(f)", "automated-decision-safeguards-missing: 22(3)",
		}},
		{"from the day they came", "uk", "2026-02-05", []string{
			"transfer-adequacy-unknown: 45A 13(1)(f)", "automated-decision-safeguards-missing: 22C",
		}},
		{"before complaints to the controller", "uk", "2026-06-18", []string{
			"transfer-adequacy-unknown: 45A 13(1)(f)", "automated-decision-safeguards-missing: 22C",
		}},
		{"from the day they came", "uk", "2026-06-19", []string{
			"transfer-adequacy-unknown: 45A 13(1)(f)", "automated-decision-safeguards-missing: 22C",
			"complaint-to-controller-missing: 13(2)(ca) DPA 2018 s.164A",
		}},
		{"under the EU's law", "eu", "2026-06-19", []string{
			"basis-not-in-force: 6(1)", "transfer-adequacy-unknown: 45 13(1)(f)", "automated-decision-safeguards-missing: 22(3)",
		}},
	} {
		t.Run(tt.law+" "+tt.day, func(t *testing.T) {
			t.Parallel()
			got := judged(t, movingLaw+"-- content/site.yaml --\nlaw: "+tt.law+"\n", tt.day)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.name, diff)
			}
		})
	}
}

// A notice is not judged by a law that came after its end, nor spared one that
// comes before it starts.
func TestTheDatesOfTheNoticeDecideTheLaw(t *testing.T) {
	t.Parallel()
	const complaint = "complaint-to-controller-missing: 13(2)(ca) DPA 2018 s.164A"
	for _, tt := range []struct {
		name, dates, day string
		asked            bool
	}{
		{"ended the day before", "expires: 2026-06-18\n", "2026-11-22", false},
		{"ended on the day", "expires: 2026-06-19\n", "2026-11-22", true},
		{"starts on the day", "effective: 2026-06-19\n", "2026-06-01", true},
		{"started long ago", "effective: 2024-01-01\n", "2026-06-18", false},
		{"no dates", "", "2026-11-22", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := judged(t, tt.dates+movingLaw, tt.day); slices.Contains(got, complaint) != tt.asked {
				t.Errorf("complaints to the controller asked for: %t, want %t:\n%s", !tt.asked, tt.asked, strings.Join(got, "\n"))
			}
		})
	}
}

// Under the EU's law a notice needs nothing that only the UK's asks for.
func TestNoticeUnderTheLawOfTheEU(t *testing.T) {
	t.Parallel()
	const eu = "-- content/site.yaml --\nlaw: eu\n"
	const toRegulator = "complaints:\n  to_regulator:\n    regulator: supervisory-authority\n"
	const inFrance = "recipients:\n  - organisation: booking\n    role: processor\n    purpose: Sends the bills\n"
	const booking = "-- content/organisations/booking.yaml --\nname: Booking Ltd\ncountry: FR\n"
	for _, tt := range []struct {
		name, change string
		want         []string
	}{
		{"no complaint to the controller", toRegulator + eu, nil},
		{"no Schedule 1", toRegulator + healthData + tenancy + "  - id: raised-beds\n    purpose: Offer you a plot you can work\n    data: [mobility]\n" +
			"    lawful_basis: public-task\n    basis_in_law: Loi 2005-102\n    condition: substantial-public-interest\n" + eu, nil},
		{"a processor in France is no transfer", toRegulator + inFrance + eu + booking, nil},
		{"a processor in France is one for the UK", inFrance + booking, []string{"transfers-contradicted: 5(1)(a) 13(1)(f)"}},
		{"Article 77", "complaints:\n  to_controller:\n    how: Write to us.\n" + eu, []string{"complaint-to-regulator-missing: 13(2)(d) 77"}},
		{"no Part 3", toRegulator + tenancy + "  - id: dumping\n    purpose: Find out who dumps waste\n    data: [name]\n    lawful_basis: public-task\n" +
			"    basis_in_law: Code de l'environnement\n    law_enforcement_ground: task\n" + eu, []string{"law-enforcement-misplaced: 5(1)(a)"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, judged(t, tt.change, "2026-07-01")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

const (
	tenancy    = "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n"
	healthData = "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n" +
		"  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n" +
		"  - id: mobility\n    label: Whether you need a raised bed\n    special_category: health\n    provision: optional\n    if_not_given: We offer you any plot.\n" +
		"retention:\n  - data: [name, email, mobility]\n    period: 6 years\n    from: the end of your tenancy\n"
)
