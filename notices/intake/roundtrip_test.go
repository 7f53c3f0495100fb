package intake_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/intake"
	"notices.example/notices/load"
	"notices.example/notices/record"
	"notices.example/notices/rules"
	"notices.example/notices/settest"
	"notices.example/notices/sheet"
	"notices.example/notices/sheet/workbook"
)

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// A record that notices were made into gives back their facts: drafts of it have the same
// record, cell by cell, whichever form the file has.
func TestARecordGivesItsFactsBack(t *testing.T) {
	t.Parallel()
	for name, site := range map[string]fstest.MapFS{"full": settest.Files(settest.Archive(t, "../exchange/tilt/testdata/full.txtar")), "record": settest.Files(settest.Archive(t, "../record/testdata/record.txtar")), "others": settest.Files(settest.Archive(t, "testdata/others.txtar"))} {
		before := record.Of(settest.Of(t, site), day)
		var csv, xlsx bytes.Buffer
		if err := sheet.WriteCSV(&csv, before); err != nil {
			t.Fatal(err)
		}
		if err := workbook.Write(&xlsx, "Record", before); err != nil {
			t.Fatal(err)
		}
		fromCSV, err := sheet.ReadCSV(csv.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		fromXLSX, err := workbook.Read(xlsx.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for form, tables := range map[string][]*sheet.Table{"csv": {fromCSV}, "xlsx": fromXLSX} {
			t.Run(name+"/"+form, func(t *testing.T) {
				drafts, unplaced := imported(t, tables, site)
				for _, u := range unplaced {
					t.Errorf("%s: %q: %s", u.Place(), u.Words, u.Why)
				}
				after := record.Of(settest.Of(t, withDrafts(t, site, drafts, true)), day)
				if diff := cmp.Diff(facts(before), facts(after)); diff != "" {
					t.Errorf("(-before +after):\n%s", diff)
				}
			})
		}
	}
}

// facts gives the cells of a record, in the order of the notices, without what is not
// theirs to say.
func facts(table [][]string) (rows []string) {
	for _, row := range table[1:] {
		var cells []string
		for i, words := range row {
			if title := table[0][i]; words != "" && !strings.HasPrefix(title, "Notice ") && title != "Next review" {
				cells = append(cells, title+" = "+words)
			}
		}
		rows = append(rows, strings.Join(cells, "\n"))
	}
	return rows
}

// A draft can be read, and has no findings but those of a draft.
func TestDraftsAreReadAsDrafts(t *testing.T) {
	t.Parallel()
	site := settest.Files(settest.Archive(t, "testdata/others.txtar"))
	for _, file := range []string{"testdata/regulator.csv", "testdata/plain.csv"} {
		drafts, _ := imported(t, []*sheet.Table{tableOf(t, file)}, site)
		fsys := withDrafts(t, site, drafts, false)
		read, err := load.Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		set, unresolved := inherit.Resolve(read.Corpus)
		checked, err := rules.Run(set, day, slices.Concat(load.Rules(), inherit.Rules())...)
		if err != nil {
			t.Fatal(err)
		}
		findings := slices.Concat(read.Findings, unresolved, checked.Findings)
		set.MarkUnpublished(findings, day)
		for _, f := range findings {
			if f.Blocks() {
				t.Errorf("%s: %s: %s", f.Pos, f.Rule, f.Message)
			}
		}
		for _, f := range read.Findings {
			if f.Severity == notices.Error {
				t.Errorf("%s cannot be read: %s", f.Pos, f.Message)
			}
		}
	}
}

func tableOf(t *testing.T, file string) *sheet.Table {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	table, err := sheet.ReadCSV(content)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func imported(t *testing.T, tables []*sheet.Table, site fstest.MapFS) ([]intake.Draft, []intake.Unplaced) {
	t.Helper()
	table, err := intake.ReadRecord(tables)
	if err != nil {
		t.Fatal(err)
	}
	drafts, unplaced, err := intake.Drafts(table, siteOf(t, site))
	if err != nil {
		t.Fatal(err)
	}
	return drafts, unplaced
}

func siteOf(t *testing.T, fsys fs.FS) intake.Site {
	t.Helper()
	bodies := map[string]string{}
	for id, o := range settest.Of(t, fsys).Organisations {
		bodies[strings.ToLower(o.Name.Value)] = id
	}
	return intake.Site{Controller: "anytown-council", Bodies: bodies, Day: day}
}

// withDrafts gives the site with the drafts in place of its notices; finished, when they
// are to count.
func withDrafts(t *testing.T, site fstest.MapFS, drafts []intake.Draft, finished bool) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, f := range site {
		if !strings.HasPrefix(name, "content/notices/") {
			fsys[name] = f
		}
	}
	for _, d := range drafts {
		text := d.Text
		if finished {
			text = strings.Replace(text, "status: draft", "status: published", 1)
		}
		fsys[path.Join("content/notices", d.ID+".md")] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// The record of the example site gives back its facts, too, all of it.
func TestTheRecordOfTheExampleGivesItsFactsBack(t *testing.T) {
	t.Parallel()
	root, site := os.DirFS("../.."), fstest.MapFS{}
	err := fs.WalkDir(root, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		site[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	before := record.Of(settest.Of(t, site), day)
	table := &sheet.Table{}
	for i, row := range before {
		if err := table.Add(i+1, row); err != nil {
			t.Fatal(err)
		}
	}
	drafts, unplaced := imported(t, []*sheet.Table{table}, site)
	if len(unplaced) > 0 {
		t.Errorf("not placed: %+v", unplaced)
	}
	after := record.Of(settest.Of(t, withDrafts(t, site, drafts, true)), day)
	if len(after) != len(before) || len(before) < 50 {
		t.Errorf("there were %d purposes, and are %d", len(before)-1, len(after)-1)
	}
	for _, d := range intake.Drift(read(t, before), read(t, after)) {
		t.Errorf("%+v", d)
	}
}
