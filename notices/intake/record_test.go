package intake_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/intake"
	"notices.example/notices/settest"
	"notices.example/notices/sheet"
)

var update = flag.Bool("update", false, "write what is expected anew")

// What other records hold becomes drafts, and all that cannot be placed is told.
func TestRecordsOfOthersBecomeDrafts(t *testing.T) {
	t.Parallel()
	site := settest.Files(settest.Archive(t, "testdata/others.txtar"))
	for _, name := range []string{"regulator", "plain"} {
		table, err := intake.ReadRecord([]*sheet.Table{tableOf(t, "testdata/"+name+".csv")})
		if err != nil {
			t.Fatal(err)
		}
		drafts, unplaced, err := intake.Drafts(table, siteOf(t, site))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, d := range drafts {
			fmt.Fprintf(&b, "# %s\n%s\n", d.ID, d.Text)
		}
		b.WriteString("# not placed\n")
		for _, u := range unplaced {
			fmt.Fprintf(&b, "%s: %s: %q: %s\n", u.Draft, u.Place(), u.Words, u.Why)
		}
		for _, c := range table.Lost {
			fmt.Fprintf(&b, "no purpose: %s: %q\n", c.Place(), c.Words)
		}
		b.WriteString("# columns aside\n")
		for _, a := range table.Asides {
			fmt.Fprintf(&b, "%d %s: %s\n", len(a.Cells), a.Column, a.Why)
		}
		golden := "testdata/" + name + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), b.String()); diff != "" {
			t.Errorf("%s (-file +made):\n%s", name, diff)
		}
	}
}

// All thirty columns of the template that the regulator gives are known by their titles.
func TestEveryColumnOfTheTemplateIsKnown(t *testing.T) {
	t.Parallel()
	rows := tableOf(t, "testdata/regulator.csv").Rows
	titles := rows[3]
	if len(titles.Cells) != 30 {
		t.Fatalf("there are %d columns", len(titles.Cells))
	}
	full := sheet.Row{Number: 9, Cells: make([]string, 30)}
	for i := range full.Cells {
		full.Cells[i] = "x"
	}
	table, err := intake.ReadRecord([]*sheet.Table{{Rows: []sheet.Row{titles, full}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range table.Asides {
		if a.Why == "" {
			t.Errorf("the column “%s” is not known", a.Column)
		}
	}
	if len(table.Asides)+len(table.Fields) != 29 { // two are the lawful basis
		t.Errorf("%d columns are aside, %d are fields", len(table.Asides), len(table.Fields))
	}
}

func TestAFileWithoutARecordIsRefused(t *testing.T) {
	t.Parallel()
	for _, rows := range [][]sheet.Row{nil, {{Number: 1, Cells: []string{"Name", "Date"}}, {Number: 2, Cells: []string{"a", "b"}}}, {{Number: 1, Cells: []string{"Recipients", "Retention"}}}} {
		if table, err := intake.ReadRecord([]*sheet.Table{{Rows: rows}}); !errors.Is(err, intake.ErrNoRecord) {
			t.Errorf("%v: %v, %v", rows, table, err)
		}
	}
}

// A record that was made to take up the machine becomes drafts of a size that can be read.
func TestLargeRecordsHaveAnEnd(t *testing.T) {
	t.Parallel()
	titles := []string{"Service", "Purpose", "Personal data", "Recipients", "Retention", "Security", "Countries"}
	for name, row := range map[string]func(i int) []string{
		"one service": func(i int) []string {
			return []string{"a", fmt.Sprint("b", i), fmt.Sprint("c", i), fmt.Sprint("d", i), fmt.Sprint("e", i), fmt.Sprint("f", i), "Narnia"}
		},
		"one purpose": func(i int) []string {
			words := strings.Repeat(fmt.Sprintf("%d,%dx,", i, i), 20)
			return []string{"a", "b", words, words, words, words, words}
		},
		"many services": func(i int) []string { return []string{fmt.Sprint("a?", strings.Repeat("!", i%7), i), "b"} },
	} {
		table := &sheet.Table{Rows: []sheet.Row{{Number: 1, Cells: titles}}}
		for i := range 2000 {
			table.Rows = append(table.Rows, sheet.Row{Number: i + 2, Cells: row(i)})
		}
		read, err := intake.ReadRecord([]*sheet.Table{table})
		if err != nil {
			t.Fatal(err)
		}
		drafts, _, err := intake.Drafts(read, intake.Site{Controller: "anytown-council", Day: day})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range drafts {
			if len(d.Text) > 1<<20 {
				t.Errorf("%s: a draft has %d bytes", name, len(d.Text))
			}
		}
	}
}

// Whatever stands in a record, its drafts can be written.
func FuzzDrafts(f *testing.F) {
	f.Add("Parking", "Send permits; yes", "name, \"x\": 1", "6(1)(e)", "US, CA", "3 years from x; deleted")
	f.Add("", "\n- a: [", "#", "Consent", "none", "TBC")
	f.Fuzz(func(t *testing.T, service, purpose, data, basis, countries, kept string) {
		titles := []string{"Service", "Purpose: 30(1)(b)", "Categories of personal data: 30(1)(c)", "Lawful basis: 6(1)", "Other countries: 30(1)(e)", "Time limits for erasure: 30(1)(f)"}
		table := &sheet.Table{}
		for i, row := range [][]string{titles, {service, purpose, data, basis, countries, kept}} {
			if table.Add(i+1, row) != nil {
				return
			}
		}
		read, err := intake.ReadRecord([]*sheet.Table{table})
		if err != nil {
			t.Fatal(err)
		}
		drafts, _, err := intake.Drafts(read, intake.Site{Controller: "anytown-council", Day: day})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range drafts {
			if !strings.HasPrefix(d.Text, "---\ntitle: ") || strings.Count(d.Text, "\nstatus: draft") != 1 {
				t.Fatalf("%s", d.Text)
			}
		}
	})
}
