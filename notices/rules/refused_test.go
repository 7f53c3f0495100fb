package rules_test

import "testing"

// What is written and refused is one finding, that of load, wherever it stands: a
// list or a group that is empty, misspelt or of the wrong form is not missing as
// well.
func TestKeyThatSaysNothingIsOneFinding(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]string{
		"retention:\n":            "key-empty",
		"retention: []\n":         "key-empty",
		"retention: 6 years\n":    "value-shape",
		"data:\n":                 "key-empty",
		"data: []\n":              "key-empty",
		"purposes:\n":             "key-empty",
		"purposes:\n  - \n":       "key-empty",
		"data_subjects:\n":        "key-empty",
		"controller:\n":           "key-empty",
		"controller: []\n":        "key-empty",
		"rights:\n":               "key-empty",
		"complaints:\n":           "key-empty",
		"transfers:\n":            "key-empty",
		"recipients:\n":           "key-empty",
		"automated_decisions:\n":  "key-empty",
		"retention:\n  - data:\n": "key-empty",
		"purposes:\n  - id: let\n    purpose: Let plots\n    data:\n    lawful_basis: contract\n":                    "key-empty",
		"-- content/organisations/anytown-council.yaml --\ncontacts:\n":                                              "key-empty",
		"-- content/organisations/anytown-council.yaml --\ncontacts: []\n":                                           "key-empty",
		"retentoin:\n  - period: 6 years\n    from: the end of your tenancy\n\n-- removed --\nretention: x\n":        "key-unknown",
		"right:\n  how: Write to us.\n\n-- removed --\nrights: x\n":                                                  "key-unknown",
		"data_items:\n  - id: name\n    label: Your name\n\n-- removed --\ndata: x\n":                                "key-unknown",
		"purpose:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name]\n\n-- removed --\npurposes: x\n":  "key-unknown",
		"-- content/organisations/anytown-council.yaml --\nname: Anytown Council\npublic_authority: yes\naddress:\n": "key-empty",
	} {
		list := check(t, site(t, change))
		if len(list) != 1 || list[0].Rule != want {
			t.Errorf("%q: want %s alone, got:\n%s", change, want, listed(list))
		}
	}
}

// Of a list that is half readable, the other half is checked.
func TestRestOfAListIsChecked(t *testing.T) {
	t.Parallel()
	list := check(t, site(t, "retention:\n  - 6 years\n  - data: [name, email]\n    then: deleted\n"))
	if len(of("value-shape", list)) != 1 || len(of("retention-period-missing", list)) != 1 {
		t.Errorf("got:\n%s", listed(list))
	}
}

// A recipient whose name was refused is not asked about as one without a name.
func TestRecipientWithAMisnomerIsNotAskedAbout(t *testing.T) {
	t.Parallel()
	if list := found(t, "recipient-purpose-missing", "recipients:\n  - category: Printing firms\n    role: processor\n"); len(list) > 0 {
		t.Errorf("got:\n%s", listed(list))
	}
}
