package load

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

func TestWhatANoticeNamesBeyondItself(t *testing.T) {
	t.Parallel()
	n := readOne(`---
controller: council
read_with: [other]
data:
  - {id: name, label: Name}
purposes:
  - {id: pay, purpose: Pay, data: [name, age]}
recipients:
  - {organisation: bank, data: [name], purposes: [pay, answer]}
  - {id: printer, name: A printer, for: bank, data: [age]}
sources:
  - {id: bank, name: Banks, data: [name]}
transfers:
  - {recipient: printer, countries: [US]}
---
`)
	want := []notices.Named{{Kind: "organisation", ID: "council"}, {Kind: "notice", ID: "other"}, {Kind: "data", ID: "age"}, {Kind: "organisation", ID: "bank"}, {Kind: "purpose", ID: "answer"}}
	if diff := cmp.Diff(want, new(worker).beyond(n)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	n.Include = []notices.Inclusion{{}}
	if got := new(worker).beyond(n); got != nil {
		t.Errorf("%v, although the blocks it includes may define more", got)
	}
}
