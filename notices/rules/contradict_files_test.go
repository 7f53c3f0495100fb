package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"notices.example/notices"
)

func TestNamesOfOneBody(t *testing.T) {
	t.Parallel()
	for names, want := range map[[2]string]int{
		{"Forms Firm Ltd", "The Forms Firm Limited"}:              1,
		{"Marks & Sparks", "Marks and Sparks"}:                    1,
		{"St Mary's School", "St Marys School"}:                   1,
		{"Northfield Housing Trust", "Northfeild Housing Trust"}:  0, // two letters apart
		{"Northfield Housing Trust", "Northfield Housng Trust"}:   1,
		{"Northfield Housing Trust", "Northfields Housing Trust"}: 1,
		{"North Anytown School 1", "North Anytown School 2"}:      0,
		{"Kent Housing Association", "Gent Housing Association"}:  0,
		{"East Anytown Council", "West Anytown Council"}:          0,
		{"Forms Firm", "Firms Firm"}:                              0, // short names differ by a letter
		{"Anytown Borough Council", "Anytown Town Council"}:       0,
	} {
		const file = "-- content/organisations/%s.yaml --\nname: %q\ncountry: GB\n"
		files := fmt.Sprintf(file, "one", names[0])
		if list := found(t, "organisation-repeated", files+fmt.Sprintf(file, "two", names[1])); len(list) != want {
			t.Errorf("two files, %q: want %d findings, got:\n%s", names, want, listed(list))
		}
		typed := fmt.Sprintf("recipients:\n  - name: %q\n    role: processor\n    purpose: Runs our forms\n", names[1])
		list := found(t, "organisation-by-name", typed+files)
		if len(list) != want {
			t.Errorf("typed again, %q: want %d findings, got:\n%s", names, want, listed(list))
		}
		if want == 1 && !strings.HasSuffix(list[0].Fix, "\n\norganisation: one") {
			t.Errorf("%q: fix %q", names, list[0].Fix)
		}
	}
}

// With the name in place of the file, transfers-contradicted would see nothing.
func TestFixOfANameBringsTheContradictionOut(t *testing.T) {
	t.Parallel()
	const firm = "-- content/organisations/booking.yaml --\nname: Booking Ltd\ncountry: US\n"
	const typed = "recipients:\n  - name: Booking\n    role: processor\n    purpose: Runs our bookings\n"
	if list := found(t, "transfers-contradicted", typed+firm); len(list) > 0 {
		t.Errorf("by name:\n%s", listed(list))
	}
	fixed := strings.Replace(typed, "name: Booking", pasted(t, found(t, "organisation-by-name", typed+firm)[0]), 1)
	if list := found(t, "transfers-contradicted", strings.Replace(fixed, "\n\n", "\n", 1)+firm); len(list) != 1 {
		t.Errorf("by its file: want one finding, got:\n%s", listed(list))
	}
}

func TestCeasedBodiesHaveAPast(t *testing.T) {
	t.Parallel()
	const old = "-- content/organisations/old.yaml --\nname: Old Council\npublic_authority: yes\ncountry: GB\nuntil: 2023-03-31\nsucceeded_by: [anytown-council]\n" +
		"contacts:\n  - role: data-protection-officer\n    email: dpo@old.example\n"
	for change, want := range map[string]notices.Severity{
		"controller: old\n": notices.Error,
		"recipients:\n  - organisation: old\n    role: public-authority\n    purpose: Keeps the list\n":                                         notices.Warning,
		"sources:\n  - organisation: old\n    kind: public-body\n    data: [name]\n    publicly_available: no\n":                                0,
		"transition:\n  from: 2023-04-01\n  until: 2027-03-31\n  replaces: [old]\n  routes:\n    - topic: Records\n      organisation: [old]\n": 0,
		"controller: old\neffective: 2022-01-01\nexpires: 2023-01-31\n":                                                                         0,
	} {
		list := found(t, "organisation-ceased", change+old)
		switch {
		case want == 0 && len(list) > 0, want != 0 && (len(list) != 1 || list[0].Severity != want):
			t.Errorf("%s\nwant %s, got:\n%s", change, want, listed(list))
		case want != 0 && !strings.Contains(list[0].Fix, "“Anytown Council”"):
			t.Errorf("the fix does not name the successor: %s", list[0].Fix)
		}
	}
}

func TestCorporateNoneIsHeldAgainstServices(t *testing.T) {
	t.Parallel()
	const us = "recipients:\n  - name: Firms in the US\n    role: processor\n    purpose: Store it\n    country: US\n" +
		"transfers:\n  - countries: [US]\n    safeguard: idta\n    copy: Ask us.\n"
	const forServices = "purposes:\n  - id: services\n    purpose: Give you the services you ask for\n    data: [name, email]\n    lawful_basis: contract\n"
	for _, c := range []struct {
		name, own, corporate string
		want                 []string // the parts
	}{
		{"both none", "", forServices, nil},
		{"none of its own work", us, "", nil},
		{"none of its own work, and why", us, "recipients:\n  none: It stays with the team that reads letters.\n", nil},
		{"said of the whole body", us, "recipients:\n  none: We never share your data.\ntransfers:\n  none: The council stores nothing abroad.\n", []string{"recipients", "transfers"}},
		{"it speaks for services", us, forServices, []string{"recipients", "transfers"}},
		{"it describes no work of its own", us, "purposes: []\n", []string{"recipients", "transfers"}},
		{"services may differ", us, forServices + "recipients:\n  none: Services name theirs.\ntransfers:\n  none: Unless the notice of a service says so.\n", nil},
		{"service is a draft", us + "status: draft\n", forServices, nil},
		{"corporate lists, service has none", "", forServices + us, nil},
		{"special category data", "data:\n  - id: name\n    label: Name\n  - id: email\n    label: Health\n    special_category: health\n",
			forServices + "special_category_data: none\n", []string{"special_category_data"}},
		{"offences", "data:\n  - id: name\n    label: Name\n  - id: email\n    label: Convictions\n    criminal_offence: yes\n",
			forServices + "criminal_offence_data: none\n", []string{"criminal_offence_data"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			list := of("corporate-none-contradicted", checkSet(t, corporate(t, c.own, c.corporate), exampleDay))
			var got []string
			for _, f := range list {
				got = append(got, f.About)
				if f.Notice != "corporate" || f.Pos.File != "content/notices/corporate.yaml" || f.Related[0].Pos.File != exampleNotice {
					t.Errorf("got %+v", f)
				}
			}
			if strings.Join(got, " ") != strings.Join(c.want, " ") {
				t.Errorf("want %v, got %v", c.want, got)
			}
		})
	}
}

// However a recipient abroad comes into a notice that denies transfers, and
// wherever the denial comes from, it is found.
func TestDeniedTransfersAreFoundWhereverTheyComeFrom(t *testing.T) {
	t.Parallel()
	const (
		firm = "  - id: firm\n    name: Booking firms\n    role: processor\n    purpose: Run our bookings\n    country: US\n"
		sub  = "  - id: uk\n    name: UK firms\n    role: processor\n    purpose: Run our bookings\n    country: GB\n" +
			"  - id: firm\n    name: Data centres\n    role: sub-processor\n    for: uk\n    purpose: House the computers\n    country: US\n"
		block = "include:\n  - block: forms\n    because: There are forms.\n-- content/shared/forms.yaml --\ntitle: Forms\nrecipients:\n" + firm
	)
	for _, c := range []struct{ name, own, without, corporate string }{
		{"its own", "recipients:\n" + firm, "", ""},
		{"a sub-processor", "recipients:\n" + sub, "", ""},
		{"of a shared block", "recipients:\n" + sub[:strings.Index(sub, "  - id: firm")] + block, "", ""},
		{"the denial is inherited", "inherits: [transfers]\nrecipients:\n" + firm, "transfers:\n", "transfers: none\n"},
		{"the recipient is inherited", "inherits: [recipients]\n", "recipients:\n", "recipients:\n" + firm},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			set := corporate(t, c.own+"\n-- removed --\n"+c.without, c.corporate)
			list := of("transfers-contradicted", checkSet(t, set, exampleDay))
			var about []string
			for _, f := range list {
				if f.Notice == "allotments" {
					about = append(about, f.About)
				}
			}
			if len(about) != 1 || about[0] != "firm" {
				t.Errorf("want one finding about firm, got %v:\n%s", about, listed(list))
			}
		})
	}
	for country, want := range map[string]int{"FR": 0, "NO": 0, "GB": 1, "US": 1} {
		eu := "recipients:\n  - name: Firms\n    role: processor\n    purpose: Run our bookings\n    country: " + country +
			"\n-- content/site.yaml --\nlaw: eu\n"
		if list := found(t, "transfers-contradicted", eu); len(list) != want {
			t.Errorf("eu law, %s: want %d findings, got:\n%s", country, want, listed(list))
		}
	}
}

func TestTitlesAreComparedWithinOneBody(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]int{
		"title: Allotments\n":                               1,
		"title: allotments.\n":                              1,
		"title: Allotments\nstatus: draft\n":                0,
		"title: Garages\n":                                  0,
		"title: Allotments\ncontroller: otherton-council\n": 0,
	} {
		set := resolveFiles(t, twoNotices(t, "", change))
		if list := of("title-repeated", checkSet(t, set, exampleDay)); len(list) != want {
			t.Errorf("%s\nwant %d findings, got:\n%s", change, want, listed(list))
		}
	}
}

func TestCountriesOfTransfers(t *testing.T) {
	t.Parallel()
	const firm = "recipients:\n  - id: firm\n    name: Booking firms\n    role: processor\n    purpose: Run our bookings\n"
	const to = "transfers:\n  - countries: [%s]\n    safeguard: idta\n    copy: Ask us.\n"
	for _, c := range []struct {
		rule, country, transfer string
		want                    int
	}{
		{"transfer-without-recipient", "GB", fmt.Sprintf(to, "IN"), 1},
		{"transfer-without-recipient", "IN", fmt.Sprintf(to, "IN"), 0},
		{"transfer-without-recipient", "US", fmt.Sprintf(to, "IN"), 0}, // transfer-not-listed tells
		{"transfer-without-recipient", "GB", fmt.Sprintf(to, "IN") + "    recipient: firm\n", 0},
		{"transfer-not-abroad", "GB", fmt.Sprintf(to, "GB"), 1},
		{"transfer-not-abroad", "FR", fmt.Sprintf(to, "FR"), 0},
		{"transfer-country-differs", "US", fmt.Sprintf(to, "GB") + "    recipient: firm\n", 1},
		{"transfer-country-differs", "US", fmt.Sprintf(to, "GB, US") + "    recipient: firm\n", 0},
		{"transfer-not-abroad", "US", fmt.Sprintf(to, "GB") + "    recipient: firm\n", 0},
	} {
		if list := found(t, c.rule, firm+"    country: "+c.country+"\n"+c.transfer); len(list) != c.want {
			t.Errorf("%s, %s, %s\nwant %d findings, got:\n%s", c.rule, c.country, c.transfer, c.want, listed(list))
		}
	}
}

func TestBodiesNamedInPassingAreNoRecipients(t *testing.T) {
	t.Parallel()
	const firm = "-- content/organisations/forms.yaml --\nname: Forms Firm\ncountry: GB\n"
	for words, want := range map[string]int{
		"You can sign up through Forms Firm.":                  1,
		"Our newsletters are sent by Forms Firm.":              1,
		"Forms Firm, a company in Leeds, stores your answers.": 1,
		"We no longer work through Forms Firm.":                0,
		"You get there through Forms Firm Street.":             0,
		"The tenants of Forms Firm Street know it.":            0,
		"Forms Firm used to be a part of the council.":         0,
		"If you sign in through Forms Firm, it says so.":       0,
	} {
		if list := found(t, "organisation-not-recipient", oneFirm+said(words, firm)); len(list) != want {
			t.Errorf("%s\nwant %d findings, got:\n%s", words, want, listed(list))
		}
	}
	authority := strings.Replace(firm, "country: GB", "public_authority: yes", 1)
	if list := found(t, "organisation-not-recipient", oneFirm+said("You can complain through Forms Firm.", authority)); len(list) > 0 {
		t.Errorf("a public body is named for other reasons, too:\n%s", listed(list))
	}
}

func TestPromisedTextsAreThereWhenSomethingLeadsToThem(t *testing.T) {
	t.Parallel()
	const schedule = "Our retention schedule says how long."
	for _, c := range []struct {
		name, words, change string
		want                int
	}{
		{"nowhere", schedule, "", 1},
		{"twice is told once", schedule + " Look at our retention schedule.", "", 1},
		{"linked elsewhere in the text", schedule + " See [the list](https://anytown.example/retention-schedule).", "", 0},
		{"a document", schedule, "documents:\n  - title: Retention schedule\n    link: https://anytown.example/schedule\n", 0},
		{"a document without an address", schedule, "documents:\n  - title: Retention schedule\n", 0}, // document-link-missing tells
		{"a row", schedule, "retention:\n  - data: [name, email]\n    period: 1 year\n    schedule:\n      link: https://anytown.example/schedule\n", 0},
		{"not promised", "We have not published our retention schedule.", "", 0},
		{"a schedule of trains", "Our bus schedule is on the wall.", "", 0},
		{"retention-vague-in-text tells", "We keep it in line with our retention schedule.", "", 0},
		{"a period beside it", "We keep it for 2 years in line with our retention schedule.", "", 1},
		{"corporate notice", "Our general privacy notice says more.", "", 1},
	} {
		if list := found(t, "promise-unkept", said(c.words, c.change)); len(list) != c.want {
			t.Errorf("%s: want %d findings, got:\n%s", c.name, c.want, listed(list))
		}
	}
	set := corporate(t, said("Our general privacy notice says more.", ""), "")
	if list := of("promise-unkept", checkSet(t, set, exampleDay)); len(list) > 0 {
		t.Errorf("the notice builds on a corporate one:\n%s", listed(list))
	}
}

func TestWhoAnswersForCouncillors(t *testing.T) {
	t.Parallel()
	const purpose = "purposes:\n  - id: casework\n    purpose: %s\n    data: [name, email]\n    lawful_basis: contract\n"
	for _, c := range []struct {
		purpose, words string
		want           int
	}{
		{"Let your councillor act for you", "They use our computers.", 1},
		{"Help councillors with what you have asked them", "They use our computers.", 1},
		{"Deal with a problem that you have brought to your councillor", "They use our computers.", 1},
		{"Let your councillor act for you", "Each councillor is responsible for this.", 0},
		{"Tell councillors how many plots are let", "They use our computers.", 0},
		{"Pay the expenses of councillors", "They use our computers.", 0},
	} {
		if list := found(t, "controller-unstated", said(c.words, fmt.Sprintf(purpose, c.purpose))); len(list) != c.want {
			t.Errorf("%s %s\nwant %d findings, got:\n%s", c.purpose, c.words, c.want, listed(list))
		}
	}
}

func TestChangesAndTheDayOfTheNotice(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]int{
		"updated: 2026-05-01\nchanges:\n  - date: 2026-05-01\n    what: New.\n":                                       0,
		"updated: 2026-05-01\nchanges:\n  - date: 2026-04-01\n    what: New.\n":                                       0,
		"updated: 2026-05-01\nchanges:\n  - date: 2026-04-01\n    what: Old.\n  - date: 2026-06-01\n    what: New.\n": 1,
		"updated: 2026-05-01\nchanges:\n  - date: 2026-09-01\n    what: This will change.\n":                          0, // announced
		"reviewed: 2026-05-01\nchanges:\n  - date: 2026-06-01\n    what: New.\n-- removed --\nupdated: 2026-01-01\n":  0,
	} {
		if list := found(t, "updated-before-change", change); len(list) != want {
			t.Errorf("%s\nwant %d findings, got:\n%s", change, want, listed(list))
		}
	}
}

func TestCompaniesWithoutACountryAreAskedAboutOnce(t *testing.T) {
	t.Parallel()
	const firm = "recipients:\n  - organisation: forms\n    role: %s\n    purpose: Runs our forms\n%s-- content/organisations/forms.yaml --\nname: Forms Firm\n%s"
	for _, c := range []struct {
		role, notice, file string
		want               int
	}{
		{"processor", "", "", 1},
		{"processor", "    country: GB\n", "", 0},
		{"processor", "", "country: GB\n", 0},
		{"processor", "", "established: GB\n", 0},
		{"processor", "transfers:\n  - countries: [US]\n    safeguard: idta\n", "", 0},
		{"controller", "", "public_authority: yes\n", 0},
		{"public-authority", "", "", 0},
		{"controller", "", "", 0},
	} {
		if list := found(t, "recipient-country-unknown", fmt.Sprintf(firm, c.role, c.notice, c.file)); len(list) != c.want {
			t.Errorf("%+v\nwant %d findings, got:\n%s", c, c.want, listed(list))
		}
	}
}
