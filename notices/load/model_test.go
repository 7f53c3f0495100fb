package load

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"notices.example/notices"
)

// full is a notice with a value of every type.
const full = `---
title: "Parking: permits"
kind: service
status: draft
aliases: [/old/parking.html]
controller: example-council
inherits: [transfers, security]
data_subjects:
  - tenants and “leaseholders”
  - label: children
    children: yes
children:
  - We wrote a page for you.
data:
  - id: number
    label: 1.10
    special_category: health
    free_text: NO
  - id: plate
    label: 0300 123 4567
special_category_data: {none: We do not ask.}
criminal_offence_data: None
sources: none
purposes:
  - id: issue
    purpose: >
      Issue permits
      and refunds
    data: [number, plate]
    lawful_basis: public-task
    schedule_1: equality-of-opportunity
    policy_document: https://example.gov.uk/policy
recipients:
  - The police
  - organisation: permits-ltd
    country: uk
transfers: {none: All in the UK.}
retention:
  - data: plate
    period: six months
    schedule:
      link: https://example.gov.uk/schedule
      row: off
complaints:
  to_controller: Write to us.
updated: 2026-03-01
summary: 12:30
---

## Who sees it

Nobody.
`

func oneNotice(t *testing.T, name, text string) (*notices.Notice, *Result) {
	t.Helper()
	res := mustLoad(t, siteOf(map[string]string{name: text}))
	checkPlaces(t, res)
	if len(res.Corpus.Notices) != 1 {
		t.Fatalf("%d notices, want 1\n%s", len(res.Corpus.Notices), report(res))
	}
	return res.Corpus.Notices[0], res
}

// withoutPlaces compares values only.
var withoutPlaces = cmpopts.IgnoreTypes(notices.Pos{}, (*notices.Spans)(nil))

func TestEveryTypeIsReadAsTyped(t *testing.T) {
	t.Parallel()
	got, res := oneNotice(t, "content/notices/cornwall/parking.md", full)
	if len(res.Findings) > 0 {
		t.Errorf("findings:\n%s", report(res))
	}
	text := func(s string) notices.Text { return notices.Text{Value: s} }
	term := func(s string) notices.Term { return notices.Term{Value: s} }
	ref := func(s string) notices.Ref { return notices.Ref{Value: s} }
	want := &notices.Notice{
		ID: notices.ID{Value: "cornwall/parking"}, Lang: "en",
		Title: text("Parking: permits"), Kind: term("service"), Status: term("draft"),
		Aliases:    []notices.URL{{Value: "/old/parking.html"}},
		Controller: []notices.Ref{ref("example-council")},
		Inherits:   []notices.Term{term("transfers"), term("security")},
		Summary:    text("12:30"),
		Processing: notices.Processing{
			DataSubjects: []notices.DataSubject{
				{Label: text("tenants and “leaseholders”")},
				{Label: text("children"), Children: notices.Answer{Value: notices.Yes}},
			},
			Children: notices.Stated[notices.Text]{Items: []notices.Text{text("We wrote a page for you.")}},
			Data: []notices.DataItem{
				{ID: notices.ID{Value: "number"}, Label: text("1.10"), SpecialCategory: term("health"), FreeText: notices.Answer{Value: notices.No}},
				{ID: notices.ID{Value: "plate"}, Label: text("0300 123 4567")},
			},
			SpecialCategoryData: notices.Denial{None: true, Reason: text("We do not ask.")},
			CriminalOffenceData: notices.Denial{None: true},
			Sources:             notices.Stated[notices.Source]{None: true},
			Purposes: []notices.Purpose{{
				ID: notices.ID{Value: "issue"}, Purpose: text("Issue permits and refunds"), Data: []notices.Ref{ref("number"), ref("plate")},
				LawfulBasis: term("public-task"), Schedule1: term("equality-of-opportunity"), PolicyDocument: notices.URL{Value: "https://example.gov.uk/policy"},
			}},
			Recipients: notices.Stated[notices.Recipient]{Items: []notices.Recipient{
				{Name: text("The police")}, {Organisation: ref("permits-ltd"), Country: term("GB")},
			}},
			Transfers: notices.Stated[notices.Transfer]{None: true, Reason: text("All in the UK.")},
			Retention: []notices.Retention{{
				Data: []notices.Ref{ref("plate")}, Period: notices.Period{Months: 6},
				Schedule: notices.ScheduleRow{Link: notices.URL{Value: "https://example.gov.uk/schedule"}, Row: text("off")},
			}},
		},
		Complaints: &notices.Complaints{ToController: &notices.ComplaintRoute{How: text("Write to us.")}},
		Updated:    notices.Date{Time: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)},
		Body:       notices.Markdown{Source: "## Who sees it\n\nNobody.\n"},
	}
	if diff := cmp.Diff(want, got, withoutPlaces); diff != "" {
		t.Errorf("notice (-want +got):\n%s", diff)
	}
}

// TestPlacesShowTheValue reads every value back from the text by its place.
func TestPlacesShowTheValue(t *testing.T) {
	t.Parallel()
	n, res := oneNotice(t, "content/notices/parking.md", full)
	seen := 0
	eachLeaf(reflect.ValueOf(n).Elem(), func(value string, pos notices.Pos) {
		if pos.Len == 0 || value == "" {
			return
		}
		seen++
		line := []rune(res.Sources.Line(pos.File, pos.Line))
		shown := strings.Trim(string(line[pos.Col-1:pos.Col-1+pos.Len]), `"`)
		if shown != value && !strings.HasPrefix(value, shown+" ") && value != "GB" {
			t.Errorf("%s+%d shows %q, want %q", pos, pos.Len, shown, value)
		}
	})
	if seen < 30 {
		t.Errorf("only %d values have a place", seen)
	}
}

// eachLeaf calls f with every value that is a text and has a place.
func eachLeaf(v reflect.Value, f func(value string, pos notices.Pos)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachLeaf(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachLeaf(v.Index(i), f)
		}
	case reflect.Struct:
		value, pos := v.FieldByName("Value"), v.FieldByName("Pos")
		if value.IsValid() && pos.IsValid() && value.Kind() == reflect.String {
			f(value.String(), pos.Interface().(notices.Pos))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Field(i).Type() != reflect.TypeFor[notices.Pos]() && v.Field(i).Type() != reflect.TypeFor[time.Time]() {
				eachLeaf(v.Field(i), f)
			}
		}
	}
}

func TestPlacesOfGroupsAndStatements(t *testing.T) {
	t.Parallel()
	n, _ := oneNotice(t, "content/notices/parking.md", full)
	const file = "content/notices/parking.md"
	for _, c := range []struct {
		what string
		got  notices.Pos
		want notices.Pos
	}{
		{"the notice", n.Pos, notices.Pos{File: file, Line: 1, Col: 1}},
		{"an item given as text", n.DataSubjects[0].Pos, notices.Pos{File: file, Line: 9, Col: 5, Len: 26}},
		{"an item, at its first key", n.Data[0].Pos, notices.Pos{File: file, Line: 15, Col: 5, Len: 2}},
		{"a list that is stated, at its key", n.Recipients.Pos, notices.Pos{File: file, Line: 33, Col: 1, Len: 10}},
		{"a denial, at its key", n.CriminalOffenceData.Pos, notices.Pos{File: file, Line: 22, Col: 1, Len: 21}},
		{"the reason of a denial", n.Transfers.Reason.Pos, notices.Pos{File: file, Line: 37, Col: 19, Len: 14}},
		{"a text in a block, at its first line", n.Purposes[0].Purpose.Pos, notices.Pos{File: file, Line: 27, Col: 7, Len: 13}},
		{"the body", n.Body.Pos, notices.Pos{File: file, Line: 50, Col: 1}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", c.what, c.got, c.want)
		}
	}
}

func TestBodyOfYAMLFileKeepsItsIndent(t *testing.T) {
	t.Parallel()
	n, res := oneNotice(t, "content/notices/parking.yaml", "title: Parking\nbody: |\n\n    ## Who\n\n    - a\n      - b\n")
	want := notices.Markdown{
		Source: "## Who\n\n- a\n  - b\n", Indent: 4,
		Pos: notices.Pos{File: "content/notices/parking.yaml", Line: 4, Col: 5},
	}
	if diff := cmp.Diff(want, n.Body); diff != "" || len(res.Findings) > 0 {
		t.Errorf("body (-want +got):\n%s%s", diff, report(res))
	}
}

func TestWindowsLineEndsAndByteOrderMarkChangeNothing(t *testing.T) {
	t.Parallel()
	want, wantRes := oneNotice(t, "content/notices/parking.md", full)
	for name, text := range map[string]string{
		"CRLF":  strings.ReplaceAll(full, "\n", "\r\n"),
		"mixed": strings.Replace(full, "\n", "\r\n", 7),
		"BOM":   "\ufeff" + full,
	} {
		got, res := oneNotice(t, "content/notices/parking.md", text)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(wantRes.Sources, res.Sources); diff != "" {
			t.Errorf("%s: sources (-want +got):\n%s", name, diff)
		}
	}
}

func TestAccentsAreOneCharacter(t *testing.T) {
	t.Parallel()
	n, _ := oneNotice(t, "content/notices/parking.md", "---\ntitle: Cafe\u0301\n---\nSia\u0302n\n")
	if n.Title.Value != "Café" || n.Body.Source != "Siân\n" {
		t.Errorf("title %q, body %q", n.Title.Value, n.Body.Source)
	}
}

func TestTranslationsStandApart(t *testing.T) {
	t.Parallel()
	res := mustLoad(t, siteOf(map[string]string{
		"content/notices/parking.md":     "---\ntitle: Parking\n---\n",
		"content/notices/parking.cy.md":  "---\ntitle: Parcio\n---\n",
		"content/pages/cookies.md":       "---\ntitle: Cookies\n---\n",
		"content/pages/cookies.cy.md":    "---\ntitle: Cwcis\n---\n",
		"content/notices/a/b/c/deep.yml": "",
	}))
	type entry struct{ ID, Lang, Title string }
	var got []entry
	for _, n := range append(res.Corpus.Notices, res.Corpus.Translations...) {
		got = append(got, entry{n.ID.Value, n.Lang, n.Title.Value})
	}
	for _, p := range res.Corpus.Pages {
		got = append(got, entry{p.ID.Value, p.Lang, p.Title.Value})
	}
	want := []entry{{"parking", "en", "Parking"}, {"parking", "cy", "Parcio"}, {"cookies", "cy", "Cwcis"}, {"cookies", "en", "Cookies"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTranslationsOfWhatNoticesShareStandApart(t *testing.T) {
	t.Parallel()
	res := mustLoad(t, siteOf(map[string]string{
		"content/site.yaml":                     "title: Notices\nlaw: uk\nlanguages: [en, cy]\n",
		"content/site.cy.yaml":                  "title: Hysbysiadau\n",
		"content/organisations/council.yaml":    "name: Council\n",
		"content/organisations/council.cy.yaml": "name: Cyngor\n",
		"content/shared/cctv.yaml":              "title: Cameras\n",
		"content/shared/cctv.cy.md":             "---\ntitle: Camerâu\n---\nArwyddion.\n",
		"content/glossary.yaml":                 "- term: Plot\n",
		"content/glossary.cy.yaml":              "- id: plot\n  term: Llain\n",
	}))
	if c := res.Corpus; c.Site.Title.Value != "Notices" || len(c.Organisations) != 1 || len(c.Blocks) != 1 || len(c.Glossary) != 1 || len(c.Shared) != 1 {
		t.Fatalf("the main language has %q, %d organisations, %d blocks and %d words; %d languages", c.Site.Title.Value, len(c.Organisations), len(c.Blocks), len(c.Glossary), len(c.Shared))
	}
	cy := res.Corpus.Shared[0]
	got := []string{cy.Lang, cy.Site.Title.Value, cy.Organisations["council"].Name.Value, cy.Blocks["cctv"].Title.Value, cy.Blocks["cctv"].Body.Source, cy.Glossary[0].Term.Value}
	if diff := cmp.Diff([]string{"cy", "Hysbysiadau", "Cyngor", "Camerâu", "Arwyddion.\n", "Llain"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if at := res.Corpus.Fields.At(cy.Blocks["cctv"].Title.Pos); at != "title" {
		t.Errorf("the title of the block is the field %q", at)
	}
}

func TestUnreadableFilesAreListedAndOthersGoOn(t *testing.T) {
	t.Parallel()
	res := mustLoad(t, siteOf(map[string]string{
		"content/notices/bad.yaml":  "title: a: b\n",
		"content/notices/Odd.yaml":  "title: Odd\n",
		"content/notices/part.yaml": "title: Part\nkind: x\n",
	}))
	want := []notices.ContentFile{
		{Path: "content/notices/Odd.yaml", Kind: notices.NoticeFile, ID: "Odd", Title: "Odd"},
		{Path: "content/notices/bad.yaml", Kind: notices.NoticeFile, ID: "bad", Title: "bad"},
	}
	if diff := cmp.Diff(want, res.Corpus.Unread); diff != "" {
		t.Errorf("unread (-want +got):\n%s", diff)
	}
	if len(res.Corpus.Notices) != 1 || res.Corpus.Notices[0].Title.Value != "Part" || res.Corpus.Notices[0].Kind.Said() || res.Corpus.Notices[0].Kind.Pos.IsZero() {
		t.Errorf("notices: %+v", res.Corpus.Notices)
	}
}

func TestKeysAreFieldNamesInSnakeCase(t *testing.T) {
	t.Parallel()
	for field, want := range map[string]string{
		"Title": "title", "BasisInLaw": "basis_in_law", "Schedule1": "schedule_1", "UsesAI": "uses_ai", "BaseURL": "base_url", "ID": "id", "NeverSharedFor": "never_shared_for",
	} {
		if got := notices.Key(field); got != want {
			t.Errorf("notices.Key(%q) = %q, want %q", field, got, want)
		}
	}
}
