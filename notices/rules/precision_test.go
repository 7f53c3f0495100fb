package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/rules"
)

// found gives the findings of one rule on the base site with a change.
func found(t *testing.T, rule, change string) []notices.Finding {
	t.Helper()
	return of(rule, checkSet(t, resolve(t, change), exampleDay))
}

const threePurposes = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name]\n  - id: bill\n    purpose: Send the bill\n    data: [name]\n" +
	"  - id: news\n    purpose: Send news\n    data: [email]\n"

func TestLawBehindTheNoticesOwnBasisIsAskedForOnce(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, change string
		want         []string // what each finding is about, and the start of its message
	}{
		{"no law", "lawful_basis: public-task\n" + threePurposes, []string{": 3 purposes that have the basis of the notice as a whole rest on “Public task”"}},
		{"not a law", "lawful_basis: public-task\nbasis_in_law: Not applicable\n" + threePurposes, []string{": “Not applicable” is no law. 3 purposes that have the basis"}},
		{"one of its own", "lawful_basis: public-task\n" + threePurposes + "    lawful_basis: legal-obligation\n",
			[]string{": 2 purposes", "news: The purpose “Send news” rests on “Legal obligation”"}},
		{"one purpose", "lawful_basis: public-task\npurposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n",
			[]string{": One purpose, “Let plots”, rests"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			list := found(t, "basis-in-law-missing", c.change)
			if len(list) != len(c.want) {
				t.Fatalf("got %d findings, want %d:\n%s", len(list), len(c.want), listed(list))
			}
			for i, f := range list {
				if got := f.About + ": " + f.Message; !strings.HasPrefix(got, c.want[i]) {
					t.Errorf("got %q, want it to start %q", got, c.want[i])
				}
			}
		})
	}
}

func TestConsequencesOfVoluntaryDataAreAWarning(t *testing.T) {
	t.Parallel()
	for provision, want := range map[string]notices.Severity{
		"optional": notices.Warning, "required": notices.Error, "contractual": notices.Error, "statutory": notices.Error,
	} {
		list := found(t, "if-not-given-missing", "data:\n  - id: name\n    label: Your name\n    provision: "+provision+"\n    required_by: the tenancy agreement\n"+
			"  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: Nothing happens.\n")
		if len(list) != 1 || list[0].Severity != want {
			t.Errorf("%s: want one finding, a %s, got %v", provision, want, list)
		}
	}
}

func TestOnlySomeSourcesCanBePublic(t *testing.T) {
	t.Parallel()
	for kind, want := range map[string]int{
		"sign-in-service": 0, "identity-verifier": 0, "person": 0,
		"public-register": 1, "public-body": 1, "organisation": 1, "other": 1,
	} {
		if list := found(t, "source-public-missing", "sources:\n  - name: Somebody\n    kind: "+kind+"\n    data: [name]\n"); len(list) != want {
			t.Errorf("%s: got %d findings, want %d", kind, len(list), want)
		}
	}
}

const aboutDecisions = "rights:\n  how: Write to us.\n  statements:\n    - right: automated-decisions\n      applies: limited\n"

// corporate is the base site with a corporate notice that its notice builds on.
func corporate(t *testing.T, own, ofCorporate string) *notices.Set {
	t.Helper()
	fsys := site(t, own)
	text := replaceKeys(string(site(t, "")[exampleNotice].Data), "title:\nkind:\n"+ofCorporate, "title: Anytown Council\nkind: corporate\n"+ofCorporate)
	fsys["content/notices/corporate.yaml"] = &fstest.MapFile{Data: []byte(text)}
	return resolveFiles(t, fsys)
}

func TestRightAboutDecisionsIsHeldAgainstTheSameNoticeOnly(t *testing.T) {
	t.Parallel()
	const declared = "automated_decisions:\n  - what: The waiting list\n    logic: Points.\n    significance: You wait.\n    consequences: A later offer.\n"
	const noRights = "\n-- removed --\nrights: []\n"
	for _, c := range []struct {
		name, own, corporate string
		want                 []string
	}{
		{"both in the notice", aboutDecisions, "automated_decisions: none\n", []string{"allotments"}},
		{"both in the corporate notice", noRights, aboutDecisions + "automated_decisions: none\n", []string{"corporate"}},
		{"inherited, and no decisions here", noRights, aboutDecisions + declared, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			set := corporate(t, c.own, c.corporate)
			var got []string
			for _, f := range of("automated-decisions-contradicted", checkSet(t, set, exampleDay)) {
				got = append(got, f.Notice)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("notices (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDraftIsNoNoticeOfACoveredService(t *testing.T) {
	t.Parallel()
	const covers = "covers:\n  - name: Allotments\n    notice: allotments\n"
	for _, c := range []struct {
		name, service, corporate string
		want                     int
	}{
		{"published", "", covers, 0},
		{"draft", "status: draft\n", covers, 1},
		{"draft, and a link", "status: draft\n", covers + "    link: https://anytown.example/allotments\n", 0},
		{"both drafts", "status: draft\n", covers + "status: draft\n", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			set := corporate(t, c.service, c.corporate)
			list := of("service-notice-missing", checkSet(t, set, exampleDay))
			if len(list) != c.want {
				t.Fatalf("got %d findings, want %d:\n%s", len(list), c.want, listed(list))
			}
			for _, f := range list {
				if f.Notice != "corporate" || f.Severity != notices.Warning || f.About != "Allotments" || !strings.Contains(f.Message, "draft") {
					t.Errorf("got %+v", f)
				}
			}
		})
	}
}

// On a site of several councils “the council” could be any of them.
func TestFindingsNameOrganisationsInFull(t *testing.T) {
	t.Parallel()
	for _, r := range rules.All() {
		fsys := site(t, r.Bad+removed(r))
		for path, f := range fsys {
			if strings.HasPrefix(path, "content/organisations/") {
				f.Data = append(f.Data, "\nshort_name: the body itself\n"...)
			}
		}
		for _, f := range check(t, fsys) {
			if strings.Contains(f.Message, "the body itself") {
				t.Errorf("%s: %s", r.ID, f.Message)
			}
		}
	}
	list := found(t, "contact-unknown", "rights:\n  how: Write to us.\n  contact: rights-requests\n")
	if len(list) != 1 || !strings.Contains(list[0].Message, "“Anytown Council”") {
		t.Errorf("want the council's full name, got:\n%s", listed(list))
	}
}

func TestContradictedTransferPointsAtTheRecipient(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, change, country string
	}{
		{"country of the organisation", "recipients:\n  - organisation: booking\n    role: processor\n    purpose: Runs our bookings\n" +
			"-- content/organisations/booking.yaml --\nname: Booking Ltd\ncountry: US\n", "content/organisations/booking.yaml"},
		{"country of the recipient", "recipients:\n  - name: Booking firms\n    role: processor\n    purpose: Run our bookings\n    country: US\n", exampleNotice},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			list := found(t, "transfers-contradicted", c.change)
			if len(list) != 1 {
				t.Fatalf("got %d findings, want 1:\n%s", len(list), listed(list))
			}
			set := resolve(t, c.change)
			if want := set.Notices[0].Recipients.Items[0].Pos; list[0].Pos != want {
				t.Errorf("it points at %s, want the recipient at %s", list[0].Pos, want)
			}
			related := list[0].Related
			if len(related) != 2 || related[0].Pos.File != c.country || related[1].Pos != set.Notices[0].Transfers.Pos {
				t.Errorf("related: %+v, want the country and then the denial", related)
			}
		})
	}
}

func TestFixOffersAdequacyOnlyForAWholeCountry(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ country, want, without string }{
		{"FR", "safeguard: adequacy", "only if"},
		{"US", "safeguard: …", "safeguard: adequacy"},
		{"US", "only if the decision for the United States covers the recipient: Only organisations on the Data Privacy Framework List", "safeguard: idta"},
		{"IN", "safeguard: …", "adequacy"},
	} {
		list := found(t, "transfers-contradicted", "recipients:\n  - name: Booking firms\n    role: processor\n    purpose: Run our bookings\n    country: "+c.country+"\n")
		if len(list) != 1 || !strings.Contains(list[0].Fix, c.want) || strings.Contains(list[0].Fix, c.without) {
			t.Errorf("%s: want a fix with %q and without %q, got %v", c.country, c.want, c.without, list)
		}
	}
}

func TestVagueRetention(t *testing.T) {
	t.Parallel()
	for criteria, want := range map[string]int{
		"As long as necessary":                                         1,
		"As long as is legally required":                               1,
		"For as long as it is reasonably necessary.":                   1,
		"As long as we actually need it":                               1,
		"So long as the law requires":                                  1,
		"No longer than is strictly necessary":                         1,
		"Until it is no longer needed":                                 1,
		"In line with the council's retention schedule":                1,
		"In line with the council’s retention schedule":                1,
		"In accordance with our records’ policy":                       1,
		"As our legal obligations and statutory retention periods say": 1,

		"Until you give up your plot":                                   0,
		"As long as you do not want surveys":                            0,
		"As long as you rent a plot":                                    0,
		"As long as necessary, but never more than 6 years":             0,
		"As long as the Limitation Act 1980 lets you bring a claim":     0,
		"As long as required by the Accounts Regulations 2015":          0,
		"Until the election is over, in line with its published dates":  0,
		"As long as needed for the appeal, until it is decided":         1,
		"As long as needed for the appeal, until the court has decided": 0,
		"Until the data is no longer needed":                            1,
	} {
		list := found(t, "retention-vague", fmt.Sprintf("retention:\n  - data: [name, email]\n    criteria: %q\n", criteria))
		if len(list) != want {
			t.Errorf("%q: got %d findings, want %d", criteria, len(list), want)
		}
	}
}

func TestVagueRecipients(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{
		"Third parties": 1, "Data processors": 1, "Our data processors": 1, "Other agencies or organisations": 1,
		"Other agencies and/or organisations": 1, "Partners/contractors": 1, "Carefully selected third parties": 1,
		"The council's contractors": 1, "The council’s contractors": 1, "Organisations we work with": 1, "Other authorised bodies": 1,

		"Debt collection firms in England": 0, "Police forces": 0, "Family organisations": 0, "Supply companies": 0, "Health bodies": 0,
		"The council's auditors": 0, "Housing partners": 0, "Government departments": 0, "Data analytics firms": 0, "Voluntary organisations in Anytown": 0,
	} {
		list := found(t, "recipient-vague", fmt.Sprintf("recipients:\n  - name: %q\n    role: processor\n    purpose: Print and post our letters\n", name))
		if len(list) != want {
			t.Errorf("%q: got %d findings, want %d", name, len(list), want)
		}
	}
}

func TestErasureIsPromisedWithItsLimits(t *testing.T) {
	t.Parallel()
	const task = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n    lawful_basis: public-task\n    basis_in_law: Small Holdings and Allotments Act 1908, section 23\n"
	const contract = "purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n    lawful_basis: contract\n"
	for _, c := range []struct {
		name, purposes, right, applies, reason string
		want                                   int
	}{
		{"no reason", task, "erasure", "yes", "", 1},
		{"a reason", task, "erasure", "yes", "We delete what you ask us to delete.", 1},
		{"said to be limited", task, "erasure", "limited", "Not while a law makes us keep it.", 0},
		{"not limited", contract, "erasure", "yes", "Ask us at any time.", 0},
		{"portability with its limits", contract + "  - id: bill\n    purpose: Tax\n    data: [name]\n    lawful_basis: legal-obligation\n    basis_in_law: Finance Act 2020, section 1\n",
			"portability", "yes", "For what you gave us under the contract.", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			statement := "rights:\n  how: Write to us.\n  statements:\n    - right: " + c.right + "\n      applies: " + c.applies + "\n"
			if c.reason != "" {
				statement += "      reason: " + c.reason + "\n"
			}
			list := found(t, "right-overstated", c.purposes+statement)
			if len(list) != c.want {
				t.Fatalf("got %d findings, want %d:\n%s", len(list), c.want, listed(list))
			}
			for _, f := range list {
				if f.Severity != notices.Warning || !strings.Contains(f.Message, "it has limits. ") || !strings.HasSuffix(f.Fix, "applies: limited") {
					t.Errorf("got %+v", f)
				}
			}
		})
	}
}

// Each look for a near file goes through all files, so there is an end to them.
func TestNearFilesAreLookedForWithinLimits(t *testing.T) {
	t.Parallel()
	var page strings.Builder
	page.WriteString("-- content/pages/help.md --\n---\ntitle: Help\n---\n")
	const targets, again = 150, 3
	for range again {
		for i := range targets {
			fmt.Fprintf(&page, "See [plot %d](../notices/allotment-%d.yaml).\n\n", i, i)
		}
	}
	near := 0
	list := found(t, "link-broken", page.String())
	for _, f := range list {
		if strings.Contains(f.Fix, "(../notices/allotments.yaml)") {
			near++
		}
	}
	if len(list) != targets*again || near != 100*again {
		t.Errorf("%d findings, %d of them with a near file; want %d and %d", len(list), near, targets*again, 100*again)
	}
}
