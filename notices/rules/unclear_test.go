package rules_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/rules"
)

// cellOf gives the cell of an item in the only notice of the base site with a
// change.
func cellOf(t *testing.T, item, change string) rules.Cell {
	t.Helper()
	m := run(t, resolve(t, change), exampleDay).Matrix
	for i, col := range m.Items {
		if col.ID == item {
			return m.Rows[0].Cells[i]
		}
	}
	t.Fatalf("no item %s", item)
	return rules.Cell{}
}

const noBasis = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n"

const withoutRights = "\n-- removed --\nrights: x\ncomplaints: x\n"

const noData = "data: []\npurposes:\n  - id: let\n    purpose: Let plots\n    lawful_basis: contract\nretention:\n  - period: 6 years\n    from: the end of your tenancy\n"

// Whether an item is needed hangs on facts. As long as one of them is not said,
// the matrix does not say “not needed”.
func TestMatrixSaysWhatCannotBeToldYet(t *testing.T) {
	t.Parallel()
	const noController = "controller: anytown-counsel\n" + withoutRights
	for _, c := range []struct{ item, change, why string }{
		{"consent-withdrawal", noBasis, "a purpose has no lawful basis yet"},
		{"legitimate-interests", noBasis, "a purpose has no lawful basis yet"},
		{"source", noData, "no data is listed"},
		{"dpo", "-- content/organisations/anytown-council.yaml --\npublic_authority: perhaps\ncontacts:\n  - role: complaints\n    email: c@anytown.example\n",
			"it is not said whether “Anytown Council” is a public authority"},
		{"dpo", noController, "it is not known which body is the controller"},
		{"representative", noController, "it is not known which body is the controller"},
		{"rights", noController, "it is not known which body is the controller"},
		{"complaint-to-regulator", noController, "it is not known which body is the controller"},
		{"rights", "corporate: nowhere\n" + withoutRights, "the corporate notice that it names was not found"},
	} {
		got := cellOf(t, c.item, c.change)
		if got.State != rules.Unclear || got.Why != c.why {
			t.Errorf("%s: %s, %q; want %s, %q", c.item, got.State, got.Why, rules.Unclear, c.why)
		}
	}
}

func TestMatrixMarksWhatIsAccepted(t *testing.T) {
	t.Parallel()
	accept := func(about string) string {
		return "accepted:\n  - rule: purpose-basis-missing\n" + about +
			"    reason: The lawyers are at work.\n    by: Monitoring officer\n    until: 2026-12-31\n"
	}
	const two = noBasis + "  - id: news\n    purpose: Send news\n    data: [email]\n"
	for change, want := range map[string]bool{
		noBasis:                           false,
		noBasis + accept(""):              true,
		two + accept("    about: let\n"):  false, // the other is open
		two + accept("    about: moon\n"): false,
	} {
		if got := cellOf(t, "lawful-basis", change); got.State != rules.Missing || got.Accepted != want {
			t.Errorf("%s\n%s, accepted %t; want %s, accepted %t", change, got.State, got.Accepted, rules.Missing, want)
		}
	}
}

// What a notice may take from its controller's corporate notice is not missed
// before the controller is known.
func TestUnknownControllerBringsNoOtherFinding(t *testing.T) {
	t.Parallel()
	for change, want := range map[string][]string{
		"controller: anytown-counsel\n": nil,
		"controller: []\n":              nil, // load says that the list is empty
		"# None is named.\n":            {"controller-missing"},
	} {
		if diff := cmp.Diff(want, ids(checkSet(t, resolve(t, change+withoutRights+"controller: x\n"), exampleDay))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", strings.TrimSpace(change), diff)
		}
	}
}
