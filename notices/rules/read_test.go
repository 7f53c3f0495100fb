package rules

import (
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

const texts = `-- content/site.yaml --
title: Notices
languages: [en, cy]
checks:
  words_allowed: [Never read]
-- content/glossary.yaml --
- term: Plot
  meaning: A piece of land.
-- content/organisations/anytown.yaml --
name: Anytown
description: Rents plots.
-- content/shared/cctv.md --
---
title: Cameras
---
Cameras look on.
-- content/notices/plots.md --
---
title: Plots
summary: >
  We rent you
  a plot.
data:
  - id: name
    label: Your name
transfers: {none: Nothing leaves.}
include: [cctv]
purposes:
  - id: rent
    purpose: "Rent \"plots\" out"
assessment: 'DPIA 1'
---
First of all.

## Who *sees* it {#recipients}

Write to [us](https://a.example) at <clerk@a.example>, “as is” or ` + "`as code`" + `.

> Somebody else said this.

- One
- Two
-- content/notices/plots.cy.md --
---
title: Lleiniau
---
Testun.
`

func resolved(t *testing.T, archive string) (*notices.Set, load.Sources) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	res, err := load.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := inherit.Resolve(res.Corpus)
	return set, res.Sources
}

func asLines(list []passage) []string {
	var lines []string
	for _, p := range list {
		lines = append(lines, strings.Join([]string{p.Notice, p.About, p.Key, p.Section, strings.Join(strings.Fields(p.Text), " ")}, "|"))
	}
	return lines
}

var ofPlots = []string{
	"plots||title||Plots",
	"plots||summary||We rent you a plot.",
	"plots|name|label||Your name",
	"plots|rent|purpose||Rent out",
	"plots||transfers||Nothing leaves.",
	"plots||assessment||DPIA 1",
	"plots||body||First of all.",
	"plots||body|recipients|Who sees it",
	"plots||body|recipients|Write to us at , or .",
	"plots||body|recipients|One",
	"plots||body|recipients|Two",
}

var ofCameras = []string{"||title||Cameras", "||body||Cameras look on."}

func TestPassagesAreTheEnglishWordsOfTheWriters(t *testing.T) {
	t.Parallel()
	set, _ := resolved(t, texts)
	index := indexed(set)
	want := slices.Concat(ofPlots, []string{"||title||Notices"}, ofCameras,
		[]string{"||description||Rents plots.", "||term||Plot", "||meaning||A piece of land."})
	if diff := cmp.Diff(want, asLines(allPassages(index))); diff != "" {
		t.Errorf("of the site (-want +got):\n%s", diff)
	}
	subject := &Subject{Notice: set.Notices[0], around: &around{index: index}}
	if diff := cmp.Diff(slices.Concat(ofPlots, ofCameras), asLines(subject.passages())); diff != "" {
		t.Errorf("of a notice (-want +got):\n%s", diff)
	}
}

// indexed gives the index of a set with the texts of all its notices.
func indexed(set *notices.Set) *index {
	r := &run{set: set, was: &Memory{}, is: &Memory{}}
	return newIndex(set, nil, r.was, r.is).with(r.readNotices(set.Notices))
}

// allPassages gives the words of all content files, in the order they are read.
func allPassages(x *index) []passage {
	var list []passage
	for _, file := range x.textFiles() {
		list = append(list, x.told(file).passages...)
	}
	return list
}

// What is left out of a passage leaves every other word at its place.
func TestWordsOfAPassageAreAtTheirPlace(t *testing.T) {
	t.Parallel()
	set, sources := resolved(t, texts)
	for _, p := range allPassages(indexed(set)) {
		if len(p.Text) != len(p.Written) || strings.ContainsAny(p.Text, "\n\t") {
			t.Errorf("%q is not %q with some of it blank, on one line", p.Text, p.Written)
		}
		for start, word := range wordsOf(p.Text) {
			at := p.place(start, start+len(word))
			line := []rune(sources.Line(at.File, at.Line))
			if got := string(line[at.Col-1 : at.Col-1+at.Len]); got == "" && word != "out" || !strings.HasPrefix(word, got) {
				t.Errorf("%q: at %v stands %q", word, at, got)
			}
		}
	}
}

// wordsOf gives each word of a text with its offset.
func wordsOf(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		at := 0
		for _, word := range strings.Fields(text) {
			at += strings.Index(text[at:], word)
			if !yield(at, word) {
				return
			}
			at += len(word)
		}
	}
}

func TestQuotationsAreBlank(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The “may” of others":       "The of others",
		`Say "may" or "might" here`: "Say or here",
		"‘We may’ is vague":         "is vague",
		"The ‘council’s may’ here":  "The here",
		"The council’s may stays":   "The council’s may stays",
		"It’s 5\" wide, you may":    "It’s 5\" wide, you may",
		"“never closed, we may":     "“never closed, we may",
	} {
		if got := strings.Join(strings.Fields(masked(text, nil)), " "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
