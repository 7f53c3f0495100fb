package rules_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/rules"
)

const dumpingOnly = "purposes:\n  - id: dumping\n    purpose: Find out who dumps waste on the plots, and prosecute them\n    data: [name, email]\n    activities: [law-enforcement]\n"

// A notice on law enforcement alone is held to section 44 and not to Article 13:
// nobody has to be told there how long data is kept, or whether they must give it.
func TestLawEnforcementAloneIsHeldToSection44(t *testing.T) {
	t.Parallel()
	change := dumpingOnly + "    law_enforcement_ground: task\n    basis_in_law: Environmental Protection Act 1990, section 33\n" +
		"data:\n  - id: name\n    label: Your name\n  - id: email\n    label: Your email address\n" +
		"-- removed --\nretention: none\ntransfers: none\nautomated_decisions: none\nrecipients: none\n"
	set := resolve(t, "\n"+change)
	result := run(t, set, exampleDay)
	for _, f := range result.Findings {
		t.Errorf("%s: %s", f.Rule, f.Message)
	}
	want := map[string]string{
		"controller": "DPA 2018 s.44(1)(a)", "dpo": "DPA 2018 s.44(1)(b)", "purposes": "DPA 2018 s.44(1)(c)", "rights": "DPA 2018 s.44(1)(d)",
		"complaint-to-controller": "DPA 2018 s.44(1)", "complaint-to-regulator": "DPA 2018 s.44(1)(e)",
	}
	got := map[string]string{}
	for _, row := range result.Matrix.Rows {
		for i, cell := range row.Cells {
			item := result.Matrix.Items[i].ID
			if len(cell.Provisions) > 0 {
				got[item] = strings.Join(cell.Provisions, " ")
			}
			if cell.State == rules.Missing {
				t.Errorf("%s is missing", item)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what the law asks for (-want +got):\n%s", diff)
	}
}

func TestFindingsOnLawEnforcementCiteSection44(t *testing.T) {
	t.Parallel()
	const ground = "    law_enforcement_ground: task\n    basis_in_law: Environmental Protection Act 1990, section 33\n"
	for _, tt := range []struct{ name, purposes, want string }{
		{"law enforcement alone", dumpingOnly + ground, "DPA 2018 s.44(1)(d)"},
		{"beside another purpose", dumpingOnly + ground + "  - id: tenancy\n    purpose: Rent you a plot\n    data: [name]\n    lawful_basis: contract\n", "13(2)(b) 12(2) DPA 2018 s.44(1)(d)"},
		{"no law enforcement", "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n", "13(2)(b) 12(2)"},
	} {
		list := found(t, "rights-missing", tt.purposes+"\n-- removed --\nrights: none\n")
		if len(list) != 1 || strings.Join(list[0].Provisions, " ") != tt.want {
			t.Errorf("%s: want one finding that cites %s, got %v", tt.name, tt.want, list)
		}
	}
}

func TestDoubtfulCasesOfLawEnforcement(t *testing.T) {
	t.Parallel()
	const task, law = "    law_enforcement_ground: task\n", "    basis_in_law: Environmental Protection Act 1990, section 33\n"
	const police = "-- content/organisations/anytown-council.yaml --\nname: Anytown Constabulary\ncompetent_authority: schedule-7\n"
	for _, tt := range []struct {
		name, rule, change string
		want               int
	}{
		{"a body that Schedule 7 lists need name no function", "law-enforcement-function-missing", dumpingOnly + task + police, 0},
		{"one that it does not has to", "law-enforcement-function-missing", dumpingOnly + task, 1},
		{"the Data Protection Act gives no such function", "law-enforcement-function-missing", dumpingOnly + task + "    basis_in_law: Data Protection Act 2018\n", 1},
		{"consent needs no function to be named", "law-enforcement-function-missing", dumpingOnly + "    law_enforcement_ground: consent\n", 0},
		{"the police are on the list", "competent-authority-unlisted", police, 0},
		{"a council with a function", "competent-authority-unlisted", "-- content/organisations/anytown-council.yaml --\ncompetent_authority: statutory-function\n", 0},
		{"a Welsh council is none of the list", "competent-authority-unlisted", "-- content/organisations/anytown-council.yaml --\nname: Cyngor Tref\ncompetent_authority: schedule-7\n", 1},
		{"the basis of the notice is not one of law enforcement", "law-enforcement-basis-wrong", "lawful_basis: public-task\nbasis_in_law: Local Government Act 1972, section 222\n" + dumpingOnly, 1},
		{"nor is it given to a purpose with a ground", "law-enforcement-basis-wrong", "lawful_basis: public-task\nbasis_in_law: Local Government Act 1972, section 222\n" + dumpingOnly + task + law, 0},
		{"a ground alone marks the purpose", "law-enforcement-denied", strings.ReplaceAll(dumpingOnly, "    activities: [law-enforcement]\n", "") + task + law + "law_enforcement_processing: none\n", 1},
		{"no lawful basis is asked for", "purpose-basis-missing", dumpingOnly, 0},
		{"but the ground is", "law-enforcement-ground-missing", dumpingOnly, 1},
		{"Article 10 does not apply", "offence-condition-missing", "data:\n  - id: name\n    label: Your name\n    criminal_offence: yes\n" + dumpingOnly + task + law, 0},
		{"sharing with the police is no law enforcement", "law-enforcement-ground-missing", "recipients:\n  - name: The police\n    role: public-authority\n    purpose: To solve crimes\n", 0},
		{"access can be promised", "right-not-in-part-3", dumpingOnly + task + law + "rights:\n  how: Write to us.\n  statements:\n    - right: access\n      applies: yes\n", 0},
		{"objection to another purpose too", "right-not-in-part-3", dumpingOnly + task + law + "  - id: let\n    purpose: Let plots\n    data: [name]\n    lawful_basis: public-task\n    basis_in_law: x\n" +
			"rights:\n  how: Write to us.\n  statements:\n    - right: objection\n      applies: limited\n", 0},
	} {
		if list := found(t, tt.rule, tt.change); len(list) != tt.want {
			t.Errorf("%s: want %d findings of %s, got:\n%s", tt.name, tt.want, tt.rule, listed(list))
		}
	}
}

func TestReasonsOfRightsThatAreRight(t *testing.T) {
	t.Parallel()
	const lets = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n    lawful_basis: public-task\n    basis_in_law: Small Holdings and Allotments Act 1908, section 23\n" +
		"rights:\n  how: Write to us.\n  statements:\n    - right: objection\n      applies: yes\n      reason: "
	for reason, want := range map[string]int{
		"We rely on legitimate interests.":                       1,
		"Everything here rests on your consent.":                 1,
		"We do this as a public task.":                           0,
		"You can object to our public tasks and to our contract": 0,
		"It holds because we do not rely on consent.":            0,
		"Tell us about your situation.":                          0,
	} {
		if list := found(t, "right-reason-unused", lets+reason+"\n"); len(list) != want {
			t.Errorf("%s: want %d findings, got:\n%s", reason, want, listed(list))
		}
	}
}
