package intake_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/intake"
	"notices.example/notices/record"
	"notices.example/notices/settest"
	"notices.example/notices/sheet"
)

// A record is no different from itself, and each fact that is changed in it is told.
func TestWhatDriftsIsTold(t *testing.T) {
	t.Parallel()
	table := record.Of(settest.Of(t, settest.Files(settest.Archive(t, "testdata/others.txtar"))), day)
	held := read(t, table)
	if list := intake.Drift(read(t, table), held); len(list) > 0 {
		t.Fatalf("the record differs from itself: %+v", list)
	}
	for title, change := range map[string][2]string{
		"Controller and contact details: 30(1)(a)":  {"Anytown Council", "Controllers: the notice says “Othertown Council”, and the record does not."},
		"Purpose: 30(1)(b)":                         {"Prosecute drivers", ""},
		"Categories of people: 30(1)(c)":            {"drivers, and those who apply\npassengers", "People: the record says “passengers”, and the notice does not."},
		"Categories of personal data: 30(1)(c)":     {"NAME, address and date of birth\nWhat you believe in", ""},
		"Special category and offence data":         {"What you believe in: Health (9(1))", "Special category and offence data: the record says “Health”; the notice says “Religious or philosophical beliefs”."},
		"Categories of recipients: 30(1)(d)":        {"None", "Recipients: the notice says “Othertown Council”, and the record does not."},
		"Other countries: 30(1)(e)":                 {"US", "Countries: the record says “US”, and the notice does not."},
		"Time limits for erasure: 30(1)(f)":         {"letters: 3 weeks\nthe register: for ever: the law asks for it\nYour name, address and date of birth, Offences: those on your record: until it is sold; deleted", "How long it is kept: the record says “3 weeks”, “those on your record: until it is sold”; the notice says “1 year and 6 months”, “2 weeks”."},
		"Lawful basis: 6(1)":                        {"to be confirmed", "Lawful basis: the record says that it is not known yet; the notice says “Consent”."},
		"Condition for special category data: 9(2)": {"Article 9(2)(g)", "Condition for special category data: the record says “Substantial public interest”; the notice says “Explicit consent”."},
		"Automated decisions":                       {"a lottery", "Automated decisions: the record says “a lottery”, and the notice does not."},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			changed := [][]string{table[0]}
			for _, row := range table[1:] {
				changed = append(changed, append([]string{}, row...))
			}
			const dress = 2
			for i, name := range table[0] {
				if name == title {
					changed[dress][i] = change[0]
				}
			}
			list := intake.Drift(read(t, changed), held)
			switch {
			case title == "Purpose: 30(1)(b)":
				want := []intake.Difference{
					{Service: "Taxis: licences, and checks", Purpose: "Prosecute drivers", Row: 3, Facts: []string{"No notice in force has this purpose."}},
					{Service: "Taxis: licences, and checks", Purpose: "Allow for what you wear", Facts: []string{"The record does not have this purpose, which a notice has."}},
				}
				if diff := cmp.Diff(want, list); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			case change[1] == "":
				if len(list) > 0 {
					t.Errorf("told: %+v", list)
				}
			default:
				want := []intake.Difference{{Service: "Taxis: licences, and checks", Purpose: "Allow for what you wear", Row: 3, Facts: []string{change[1]}}}
				if diff := cmp.Diff(want, list); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
		})
	}
}

func read(t *testing.T, table [][]string) *intake.Table {
	t.Helper()
	rows := &sheet.Table{}
	for i, row := range table {
		if err := rows.Add(i+1, row); err != nil {
			t.Fatal(err)
		}
	}
	read, err := intake.ReadRecord([]*sheet.Table{rows})
	if err != nil {
		t.Fatal(err)
	}
	return read
}
