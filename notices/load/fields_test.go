package load

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

// Each line says what stands at the mark above it.
func TestFieldsTellWhatAPlaceIsPartOf(t *testing.T) {
	t.Parallel()
	const text = `---
title: Parking permits
kind: service
data:
  - id: name
    label: >
      Your name
      and address
  - label: No ID
sources: {none: We do not ask.}
data_subjects:
  - {label: Tenants, children: no}
purposes:
  - purpose: Issue permits
    id: issue
    data: [name, plate]
    lawful_basis: public-task
complaints:
  to_controller:
    how: Write to us.
---

## Who sees it

Nobody.
`
	_, res := oneNotice(t, "content/notices/a.md", text)
	want := map[string]string{
		"---":             "",
		"title":           "title",
		"Parking permits": "title",
		"service":         "kind",
		"data:":           "data",
		"id: name":        "data/name", // the first key stands for the item
		"name\n":          "data/name/id",
		"label: >":        "data/name/label",
		"and address":     "data/name/label",
		"label: No ID":    "data/2",
		"No ID":           "data/2/label",
		"{none":           "sources",
		"We do":           "sources/none",
		"label: Tenants":  "data_subjects/1",
		"Tenants":         "data_subjects/1/label",
		"children: no":    "data_subjects/1/children",
		"purpose: Issue":  "purposes/issue",
		"Issue permits":   "purposes/issue/purpose",
		"id: issue":       "purposes/issue/id",
		"[name":           "purposes/issue/data",
		"name, plate":     "purposes/issue/data/1",
		"plate]":          "purposes/issue/data/2",
		"public-task":     "purposes/issue/lawful_basis",
		"to_controller":   "complaints",
		"how: Write":      "complaints/to_controller",
		"Write to us":     "complaints/to_controller/how",
		"## Who":          "body",
		"Nobody":          "body",
	}
	got := map[string]string{}
	for words := range want {
		before, _, found := strings.Cut(text, words)
		if !found {
			t.Fatalf("%q is not in the file", words)
		}
		got[words] = res.Corpus.Fields.At(notices.Pos{
			File: "content/notices/a.md", Line: 1 + strings.Count(before, "\n"), Col: 1 + len(before) - strings.LastIndexByte("\n"+before, '\n'),
		})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// In a YAML file the first key begins where the file does. A place without a
// length is the file's.
func TestTheStartOfAFileIsNoField(t *testing.T) {
	t.Parallel()
	const file = "content/organisations/a.yaml"
	res := mustLoad(t, siteOf(map[string]string{file: "name: Anytown\n"}))
	for at, want := range map[notices.Pos]string{
		{File: file}:                          "",
		{File: file, Line: 1, Col: 1}:         "",
		{File: file, Line: 1, Col: 1, Len: 4}: "name",
		{File: file, Line: 1, Col: 7}:         "name",
		{File: "content/none.yaml", Line: 2}:  "",
	} {
		if got := res.Corpus.Fields.At(at); got != want {
			t.Errorf("%s with length %d: %q, want %q", at, at.Len, got, want)
		}
	}
}

func TestFieldsDoNotChangeWithLinesAboveThem(t *testing.T) {
	t.Parallel()
	paths := func(more string) (list []string) {
		_, res := oneNotice(t, "content/notices/a.md", strings.Replace(full, "title:", more+"title:", 1))
		for _, s := range res.Corpus.Fields.In("content/notices/a.md") {
			list = append(list, s.Path)
		}
		return list
	}
	if diff := cmp.Diff(paths(""), paths("# A remark\n\n\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A name as long as a file does not make every path as long as the file.
func TestLongNamesAreCutInFields(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	fmt.Fprintf(&text, "%s:\n", strings.Repeat("x", 5000))
	for i := range 1000 {
		fmt.Fprintf(&text, "  k%d: v\n", i)
	}
	res := mustLoad(t, siteOf(map[string]string{"content/organisations/a.yaml": text.String()}))
	size := 0
	for _, s := range res.Corpus.Fields.In("content/organisations/a.yaml") {
		size += len(s.Path)
	}
	if size == 0 || size > 200_000 {
		t.Errorf("the paths of a file of %d bytes take %d", text.Len(), size)
	}
}

func TestFillLeavesFieldsAlone(t *testing.T) {
	t.Parallel()
	f := notices.NewFields()
	f.Set("a", []notices.FieldStart{{Line: 2, Col: 1, Path: "title"}})
	list := []notices.Finding{{Pos: notices.Pos{File: "a", Line: 2, Col: 8}}, {Pos: notices.Pos{File: "a", Line: 2, Col: 8}, Field: "body"}}
	f.Fill(list)
	if list[0].Field != "title" || list[1].Field != "body" {
		t.Errorf("got %q and %q", list[0].Field, list[1].Field)
	}
}
