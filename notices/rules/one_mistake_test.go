package rules_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestOneMistakeIsToldOnce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ told, silent, change string }{
		"recipient without role":    {"recipient-vague", "recipient-role-missing", "recipients:\n  - name: Third parties\n    purpose: Help us\n"},
		"recipient without purpose": {"recipient-vague", "recipient-purpose-missing", "recipients:\n  - name: Third parties\n    role: controller\n"},
		"source without data":       {"source-vague", "source-data-missing", "sources:\n  - name: Third parties\n    publicly_available: no\n"},
		"source that may be public": {"source-vague", "source-public-missing", "sources:\n  - name: Third parties\n    data: [name]\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if list := found(t, c.told, c.change); len(list) != 1 {
				t.Errorf("got %d findings of %s, want one", len(list), c.told)
			}
			if list := found(t, c.silent, c.change); len(list) != 0 {
				t.Errorf("want none besides, got:\n%s", listed(list))
			}
		})
	}
}

func TestBodiesWithPowersOfTheirOwnNeedNoRole(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{
		"Police": 0, "The NHS": 0, "Other councils": 0, "Local and central government": 0, "Departments of local and central government, i.e. DfT": 0,
		"Schools, teachers and examining bodies": 0, "Police, the Crown Prosecution Service and other agencies": 0, "HMRC": 0, "Ministers": 0,
		"Printing firms": 1, "Council contractors": 1, "Police software suppliers": 1, "Housing associations": 1, "Charities": 1, "School meals firms": 1,
	} {
		change := fmt.Sprintf("recipients:\n  - name: %q\n    purpose: Answer letters\n", name)
		if list := found(t, "recipient-role-missing", change); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", name, len(list), want)
		}
	}
}

func TestOccasionTellsWhyARecipientGetsTheData(t *testing.T) {
	t.Parallel()
	change := "recipients:\n  - name: Neighbouring parishes\n    role: controller\n    when: We hold a consultation together.\n"
	if list := found(t, "recipient-purpose-missing", change); len(list) != 0 {
		t.Errorf("want none, got:\n%s", listed(list))
	}
}

func TestServiceToSignInWithIsNoRecipient(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"sign-in-service", "identity-verifier"} {
		change := "recipients: none\nsources:\n  - name: Anybody's accounts\n    kind: " + kind + "\n    data: [name]\n"
		if list := found(t, "recipients-contradicted", change); len(list) != 0 {
			t.Errorf("%s: want none, got:\n%s", kind, listed(list))
		}
	}
}

func TestVoluntaryDataIsToldOfOnce(t *testing.T) {
	t.Parallel()
	list := found(t, "if-not-given-missing", "data:\n  - id: name\n    label: Your name\n    provision: optional\n"+
		"  - id: email\n    label: Your email address\n    provision: optional\n")
	if len(list) != 1 || !strings.Contains(list[0].Message, "“Your name” and “Your email address”") {
		t.Errorf("want one finding for both, got:\n%s", listed(list))
	}
}
