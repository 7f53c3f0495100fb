package rules_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"notices.example/notices"
	"notices.example/notices/rules"
)

const parkingCompany = "-- content/organisations/parking-company.yaml --\nname: Parking Ltd\ncountry: %s\n"

// A recipient that has no ID of its own is called by the name of its organisation.
func TestTransferToAnOrganisationIsMatched(t *testing.T) {
	t.Parallel()
	const change = "recipients:\n  - organisation: parking-company\n    role: processor\n    purpose: Issues permits\n" +
		"transfers:\n  - recipient: parking-company\n    countries: [US]\n    safeguard: idta\n    copy: Ask us.\n"
	if list := check(t, site(t, change+fmt.Sprintf(parkingCompany, "US"))); len(list) > 0 {
		t.Errorf("findings:\n%s", listed(list))
	}
}

// pasted gives what a fix has below its sentence, with the facts filled in that
// only the contract tells.
func pasted(t *testing.T, f notices.Finding) string {
	t.Helper()
	_, lines, ok := strings.Cut(f.Fix, "\n\n")
	if !ok {
		t.Fatalf("nothing to paste: %s", f.Fix)
	}
	return strings.NewReplacer("safeguard: …", "safeguard: idta", "copy: …", "copy: Write to our contracts team.").Replace(lines) + "\n"
}

// Pasting the fixes one after the other as they stand puts the notice right.
func TestFixesOfTransfersWorkWhenPasted(t *testing.T) {
	t.Parallel()
	const two = "recipients:\n  - organisation: parking-company\n    role: processor\n    purpose: Issues permits\n" +
		"  - id: calls\n    name: Call centre firms in India\n    role: processor\n    purpose: Answer calls\n    country: IN\n"
	for _, country := range []string{"US", "FR", "BR"} {
		organisation := fmt.Sprintf(parkingCompany, country)
		fixed := ""
		for _, f := range of("transfers-contradicted", check(t, site(t, two+organisation))) {
			fixed += pasted(t, f)
		}
		if list := check(t, site(t, two+fixed+organisation)); len(list) > 0 {
			t.Errorf("%s: transfers-contradicted: after the fixes\n%s\nfindings:\n%s", country, fixed, listed(list))
		}

		fixed = "transfers:\n  - recipient: calls\n    countries: [IN]\n    safeguard: idta\n    copy: Ask us.\n"
		for _, f := range of("transfer-not-listed", check(t, site(t, two+fixed+organisation))) {
			fixed += pasted(t, f)
		}
		if list := check(t, site(t, two+fixed+organisation)); len(list) > 0 {
			t.Errorf("%s: transfer-not-listed: after the fixes\n%s\nfindings:\n%s", country, fixed, listed(list))
		}
	}
}

// A fix shows no example that would pass as a fact once it is pasted.
func TestFixesHoldNoExampleOfAFact(t *testing.T) {
	t.Parallel()
	for _, r := range rules.All() {
		for _, f := range check(t, site(t, r.Bad+removed(r))) {
			for _, fact := range []string{"example.", "Local Government Act", "idta", "years", "Town Hall", "0300", "public-task\n"} {
				if f.Rule == r.ID && strings.Contains(f.Fix, fact) {
					t.Errorf("%s: the fix shows %q: %s", r.ID, fact, f.Fix)
				}
			}
		}
	}
}

func TestWhatATemplateLeftIsFoundEverywhere(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]notices.Severity{
		"summary: …\n":     notices.Error,
		"summary: '...'\n": notices.Error,
		"aliases: [/old]\nsummary: See www.example.gov.uk for more.\n":                                                            notices.Warning,
		"documents:\n  - title: The plan\n    link: https://www.example.gov.uk/plan\n":                                            notices.Warning,
		"-- content/organisations/booking.yaml --\nname: Booking Ltd\ncontacts:\n  - role: general\n    email: dpo@example.com\n": notices.Warning,
		"-- content/pages/help.md --\n---\ntitle: Help\n---\nSee [the plan](https://example.org/plan).\n":                         notices.Warning,
		"summary: We give an example. Organisations differ…\n":                                                                    0,
		"documents:\n  - title: The plan\n    link: https://counterexample.company.uk/plan\n":                                     0,
	} {
		list := found(t, "template-text-left", change)
		switch {
		case want == 0 && len(list) > 0, want != 0 && (len(list) != 1 || list[0].Severity != want):
			t.Errorf("%s\nwant %s, got:\n%s", change, want, listed(list))
		}
	}
}

func TestBrokenLinksGetSureSuggestionsOnly(t *testing.T) {
	t.Parallel()
	for link, want := range map[string]string{
		"library.yaml":           "(../notices/library.yaml)",
		"../notices/libary.yaml": "(../notices/library.yaml)",
		"Parking%20Permits.md":   "(parking-permits.md)",
		"parking-permits.md.txt": "(parking-permits.md)",
		"parking-permit.md":      "(parking-permits.md)",
		"aply.md":                "",
		"parking.md":             "",
	} {
		fsys := site(t, "-- content/site.yaml --\nlanguages: [en, cy]\n-- content/pages/help.md --\n---\ntitle: Help\n---\nSee [this]("+link+").\n"+
			"-- content/pages/parking-permits.md --\n---\ntitle: Parking\n---\nText.\n-- content/pages/parking-permits.cy.md --\n---\ntitle: Parcio\n---\nTestun.\n")
		fsys["content/notices/library.yaml"] = fsys[exampleNotice]
		list := of("link-broken", checkSet(t, resolveFiles(t, fsys), exampleDay))
		if len(list) != 1 || !strings.Contains(list[0].Fix, want) || strings.Contains(list[0].Fix, "Did you mean") != (want != "") {
			t.Errorf("%s: want the suggestion %q, got %v", link, want, list)
		}
	}
}

func TestSiteWithoutNoticesIsAnError(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{}
	for name, f := range site(t, "") {
		if name != exampleNotice {
			fsys[name] = f
		}
	}
	list := check(t, fsys)
	if len(list) != 1 || list[0].Rule != "notices-missing" || list[0].Pos.File != "content/notices" || !list[0].Blocks() {
		t.Errorf("got:\n%s", listed(list))
	}
	fsys[exampleNotice] = &fstest.MapFile{Data: []byte("title: [\n"), Mode: fs.ModePerm}
	if list := of("notices-missing", check(t, fsys)); len(list) > 0 {
		t.Errorf("a notice that cannot be read is no notice that is missing:\n%s", listed(list))
	}
}

func TestEverythingThatIsShownHasAName(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]string{
		"title: x\n-- removed --\nkind: service\n":                       "The notice “allotments” has no kind.",
		"kind: service\n-- removed --\ntitle: x\n":                       "The notice “allotments” has no title.",
		"-- removed --\n-- content/site.yaml --\ntitle: x\n":             "The site has no title.",
		"-- content/organisations/booking.yaml --\ncountry: FR\n":        "The organisation “booking” has no name.",
		"-- content/pages/help.md --\n---\nsummary: Help.\n---\nText.\n": "The page “help” has no title.",
		"-- content/shared/cctv.yaml --\nsecurity: [Locks.]\n":           "The shared part “cctv” has no title.",
		"-- content/glossary.yaml --\n- meaning: A piece of land.\n":     "An entry of the glossary has no term.",
		"-- content/glossary.yaml --\n- term: Plot\n":                    "The word “Plot” in the glossary has no meaning.",
	} {
		list := of("name-missing", check(t, site(t, "\n"+change)))
		if len(list) != 1 || list[0].Message != want {
			t.Errorf("%s\nwant %q, got:\n%s", change, want, listed(list))
		}
	}
}
