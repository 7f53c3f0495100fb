package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"notices.example/notices"
)

// What is on the list of Article 9 stays special, whatever stands beside it.
func TestSpecialCategoryIsDoubtedOnlyWhereNothingIsSpecial(t *testing.T) {
	t.Parallel()
	for label, want := range map[string]int{
		"Your marital status": 1, "Your income": 1, "Age and gender": 1,

		"Age, sex, ethnic group and religion": 0, "Your school and your religion": 0, "Employment history and trade union membership": 0,
		"A report on whether you are fit for the job": 0, "Absence from your job because of illness": 0, "Income and care needs": 0,
	} {
		change := strings.Replace(fmt.Sprintf(labelled, label), "  - id: email\n", "  - id: email\n    special_category: health\n", 1)
		if list := found(t, "special-category-doubtful", change); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", label, len(list), want)
		}
	}
}

func TestChildrenAreMeantWhereTheirDataIs(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{
		"We ask for the names of your children.":                        1,
		"We protect children, and ask for the names of your children.":  1,
		"Pupils can rent a plot.":                                       1,
		"We check everyone who applies for work with children.":         0,
		"We check criminal records for work with children and adults.":  0,
		"Licences protect children from harm.":                          0,
		"We ask our children's services whether they know the family.":  0,
		"The council's children’s social care team has its own notice.": 0,
		"This service is not for children.":                             0,
	} {
		if list := found(t, "children-mentioned-in-text", said(words, "")); len(list) != want {
			t.Errorf("%q: got %d findings, want %d", words, len(list), want)
		}
	}
}

// Article 9 says nothing of law enforcement, and what is taken out is spoken of.
func TestFreeTextIsLeftAloneWhereItIsDealtWith(t *testing.T) {
	t.Parallel()
	const (
		freeText = "data:\n  - id: name\n    label: Your name\n    provision: optional\n    if_not_given: Nothing happens.\n" +
			"  - id: email\n    label: Your statement\n    free_text: yes\n    provision: optional\n    if_not_given: Nothing happens.\n"
		enforcement = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name]\n    lawful_basis: contract\n" +
			"  - id: dumping\n    purpose: Prosecute people who dump waste\n    data: [email]\n    activities: [law-enforcement]\n" +
			"    law_enforcement_ground: task\n    basis_in_law: Environmental Protection Act 1990, section 33\n"
	)
	for _, c := range []struct {
		name, change string
		want         int
	}{
		{"nothing said", freeText, 1},
		{"law enforcement only", freeText + enforcement, 0},
		{"law enforcement and more", freeText + strings.Replace(enforcement, "data: [name]", "data: [name, email]", 1), 1},
		{"taken out", freeText + said("We black out facts about health before we publish it.", ""), 0},
		{"something else is taken out", freeText + said("We remove weeds.", ""), 1},
	} {
		if list := found(t, "free-text-special-category", c.change); len(list) != c.want {
			t.Errorf("%s: want %d findings, got:\n%s", c.name, c.want, listed(list))
		}
	}
}

func TestOneSlipIsOneFinding(t *testing.T) {
	t.Parallel()
	const (
		booking = "recipients:\n  - id: booking\n    name: Booking firms\n    role: processor\n    purpose: Run our bookings\n    country: US\n"
		beds    = "data:\n  - id: name\n    label: Your name\n    provision: optional\n    if_not_given: Nothing happens.\n" +
			"  - id: email\n    label: Your disability\n    provision: optional\n    if_not_given: Nothing happens.\n%s" +
			"purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n    lawful_basis: public-task\n    basis_in_law: Localism Act 2011, section 1\n" +
			"    condition: substantial-public-interest\n    schedule_1: %s\n"
		policy = "    policy_document: https://anytown.example/policy\n"
		noDPO  = "rights:\n  how: Write to us.\n  contact: data-protection-officer\n" +
			"-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n"
	)
	for _, c := range []struct{ name, change, want string }{
		{"special category data that is not marked", fmt.Sprintf(beds, "", "statutory-and-government-purposes") + policy, "special-category-unmarked"},
		{"a condition of another part", fmt.Sprintf(beds, "    special_category: health\n", "research"), "schedule-1-wrong-part"},
		{"a condition of another part, which needs a document",
			strings.Replace(fmt.Sprintf(beds, "    special_category: health\n", "statutory-and-government-purposes"), "substantial-public-interest", "public-health", 1), "schedule-1-wrong-part"},
		{"no officer", noDPO, "dpo-missing"},
		{"a transfer to a misspelt recipient", booking + "transfers:\n  - recipient: boking\n    countries: [US]\n    safeguard: idta\n    copy: Ask us.\n", ""},
		{"a transfer to nobody in that country", booking + "transfers:\n  - recipient: boking\n    countries: [IN]\n    safeguard: idta\n    copy: Ask us.\n", "transfer-not-listed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range checkSet(t, resolve(t, c.change), exampleDay) {
				got = append(got, f.Rule)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("want %q, got %q", c.want, got)
			}
		})
	}
}

// What one line in the corporate notice puts right is told at one place, so that
// reports can show it once.
func TestPartsThatTheCorporateNoticeLacksAreMissingThere(t *testing.T) {
	t.Parallel()
	fsys := site(t, "\n-- removed --\nrights: []\ncomplaints: []\n")
	own := string(fsys[exampleNotice].Data)
	fsys["content/notices/corporate.yaml"] = &fstest.MapFile{Data: []byte(replaceKeys(own, "title:\nkind:\n", "title: Anytown Council\nkind: corporate\n"))}
	places := map[string][]string{}
	for _, f := range checkSet(t, resolveFiles(t, fsys), exampleDay) {
		places[f.Rule] = append(places[f.Rule], f.Pos.String()+" "+f.Message)
	}
	for _, rule := range []string{"rights-missing", "complaint-to-controller-missing", "complaint-to-regulator-missing"} {
		list := slices.Compact(places[rule])
		if len(places[rule]) != 2 || len(list) != 1 || !strings.HasPrefix(list[0], "content/notices/corporate.yaml") {
			t.Errorf("%s: want two findings at the corporate notice, got %v", rule, places[rule])
		}
	}
}

func TestMissingContactOfAnotherControllerSaysWhyItIsNeeded(t *testing.T) {
	t.Parallel()
	fsys := site(t, "controller: officer\ncorporate: corporate\n-- content/organisations/officer.yaml --\nname: Returning Officer\npublic_authority: yes\n"+
		"sits_within: anytown-council\naddress: Town Hall, Anytown AN1 1AA\ncontacts:\n  - role: data-protection-officer\n    email: dpo@anytown.example\n"+
		"\n-- content/notices/allotments.yaml --\n-- removed --\nrights: []\ncomplaints: []\n")
	base := string(site(t, "")[exampleNotice].Data)
	fsys["content/notices/corporate.yaml"] = &fstest.MapFile{Data: []byte(replaceKeys(base, "title:\nkind:\n", "title: Anytown Council\nkind: corporate\n"))}
	list := of("contact-unknown", checkSet(t, resolveFiles(t, fsys), exampleDay))
	if len(list) == 0 || slices.ContainsFunc(list, func(f notices.Finding) bool {
		return !strings.HasSuffix(f.Message, ", which its notices take over from here.")
	}) {
		t.Errorf("want where the contact comes from, got:\n%s", listed(list))
	}
}

// In a notice on law enforcement and other work, a text on the first says nothing of
// the rights in the other.
func TestDeniedRightsOfLawEnforcementAreLeftAlone(t *testing.T) {
	t.Parallel()
	const purposes = "purposes:\n  - id: payments\n    purpose: Take payments\n    data: [name, email]\n    lawful_basis: public-task\n    basis_in_law: Localism Act 2011, section 1\n"
	const dumping = "  - id: dumping\n    purpose: Prosecute people who dump waste\n    data: [name]\n    activities: [law-enforcement]\n" +
		"    law_enforcement_ground: task\n    basis_in_law: Environmental Protection Act 1990, section 33\n"
	for _, c := range []struct {
		words, change string
		want          int
	}{
		{"You do not have the right to object to law enforcement.", purposes + dumping, 0},
		{"You do not have the right to object to how we investigate offences.", purposes + dumping, 0},
		{"You do not have the right to object.", purposes + dumping, 1},
		{"You do not have the right to object to law enforcement.", purposes, 1},
	} {
		if list := found(t, "right-differs-in-text", said(c.words, c.change)); len(list) != c.want {
			t.Errorf("%s: want %d findings, got:\n%s", c.words, c.want, listed(list))
		}
	}
}

// A corporate notice tells of rights for all services, so what it says with a limit
// is not wrong where one service relies on something else.
func TestRightsToldForAllServicesAreNotHeldAgainstEach(t *testing.T) {
	t.Parallel()
	const noRights = "\n-- removed --\nrights: []\n"
	told := func(right, applies, reason string) string {
		return "rights:\n  how: Write to us.\n  statements:\n    - right: " + right + "\n      applies: " + applies + "\n      reason: " + reason + "\n"
	}
	decisions := "automated_decisions:\n  - what: The waiting list\n    logic: Points.\n    significance: You wait.\n    consequences: A later offer.\n"
	for _, c := range []struct{ name, own, corporate, want string }{
		{"limited to some bases", noRights, told("objection", "limited", "Where we rely on our public task."), ""},
		{"limited where all services have it", noRights, told("portability", "limited", "Where we have a contract with you."), ""},
		{"of the notice itself", told("objection", "limited", "Where we rely on our public task."), "", "right-overstated"},
		{"denied for all", noRights, told("portability", "no", "It never applies."), "right-denied right-denied"},
		{"about decisions of a service", decisions + noRights, told("automated-decisions", "limited", "A person looks again.") + "automated_decisions: none\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range checkSet(t, corporate(t, c.own, c.corporate), exampleDay) {
				if strings.HasPrefix(f.Rule, "right-") || f.Rule == "automated-decisions-contradicted" {
					got = append(got, f.Rule)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("want %q, got %q", c.want, got)
			}
		})
	}
}
