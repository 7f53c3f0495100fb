package dpv

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/settest"
)

var update = flag.Bool("update", false, "write what is expected anew")

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// A notice in which everything is said, in the terms of DPV.
func TestANoticeInDPV(t *testing.T) {
	t.Parallel()
	const golden = "testdata/waste.jsonld"
	set := full(t, "uk")
	i := slices.IndexFunc(set.Notices, func(c *notices.Complete) bool { return c.ID.Value == "waste" })
	got := written(t, set, set.Notices[i])
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("(-file +written):\n%s", diff)
	}
}

// Every key and every class is a term that the vocabulary defines, in every notice of the
// example site, drafts too, and under both laws.
func TestEveryTermIsOfTheVocabulary(t *testing.T) {
	t.Parallel()
	known, used := vocabulary(t), map[string]bool{}
	for _, set := range []*notices.Set{full(t, "uk"), full(t, "eu"), settest.Of(t, os.DirFS("../../.."))} {
		for _, c := range set.Notices {
			var value map[string]any
			if err := json.Unmarshal(written(t, set, c), &value); err != nil {
				t.Fatal(err)
			}
			delete(value, "@context")
			collect(value, used)
		}
	}
	for _, term := range slices.Sorted(maps.Keys(used)) {
		if !known[term] {
			t.Errorf("%s is no term of a vocabulary", term)
		}
	}
	if len(used) < 50 {
		t.Errorf("only %d terms are used: %q", len(used), slices.Sorted(maps.Keys(used)))
	}
}

// What a table names is in the vocabulary, also where no notice here uses it, and what it
// is named for is a word of content files.
func TestTheTablesHoldWhatThereIs(t *testing.T) {
	t.Parallel()
	known, lists := vocabulary(t), law.TermLists()
	for list, table := range map[string]map[string]string{
		"origin": origins, "special-category": special, "recipient-role": roles, "activity": purposes, "provision": provided, "jurisdiction": laws,
	} {
		words := slices.Concat(lists[list], notices.TermLists[list])
		for word, term := range table {
			if !known[term] || !slices.Contains(words, word) {
				t.Errorf("%s: %s is %s", list, word, term)
			}
		}
	}
	for provision, term := range provisions {
		if !known["eu-gdpr:"+term] {
			t.Errorf("%s is %s", provision, term)
		}
	}
	for word, term := range grounds {
		if !known[term] || !slices.Contains(slices.Concat(lists["lawful-basis"], lists["special-category-condition"]), word) {
			t.Errorf("%s is %s", word, term)
		}
	}
}

// The UK's GDPR is not the EU's.
func TestTermsOfALawStandUnderThatLawOnly(t *testing.T) {
	t.Parallel()
	for jurisdiction, want := range map[string]bool{"uk": false, "eu": true} {
		set := full(t, jurisdiction)
		text := ""
		for _, c := range set.Notices {
			text += string(written(t, set, c))
		}
		if strings.Contains(text, `"eu-gdpr:A6-1-e"`) != want {
			t.Errorf("%s: provisions of the EU's GDPR: want %v", jurisdiction, want)
		}
	}
}

// collect finds the terms: keys, and values of @type and @id that have a prefix.
func collect(value any, used map[string]bool) {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			if !strings.HasPrefix(key, "@") {
				used[key] = true
			}
			if key == "@type" || key == "@id" {
				collectNames(inner, used)
			}
			collect(inner, used)
		}
	case []any:
		for _, inner := range v {
			collect(inner, used)
		}
	}
}

func collectNames(value any, used map[string]bool) {
	switch v := value.(type) {
	case string:
		if !strings.Contains(v, "//") {
			used[v] = true
		}
	case []any:
		for _, inner := range v {
			collectNames(inner, used)
		}
	}
}

// vocabulary gives every term that a document may use.
func vocabulary(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"rdfs:label": true, "xsd:date": true, "xsd:duration": true}
	for _, name := range strings.Fields("identifier title description language modified valid") {
		known["dct:"+name] = true
	}
	for line := range strings.Lines(string(text)) {
		names := strings.Fields(line)
		if len(names) > 1 && names[0] != "#" {
			for _, name := range names[1:] {
				known[names[0]+":"+name] = true
			}
		}
	}
	for prefix := range namespaces {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(known)), func(term string) bool { return strings.HasPrefix(term, prefix+":") }) {
			t.Errorf("nothing is known of %s", prefix)
		}
	}
	return known
}

func written(t *testing.T, set *notices.Set, c *notices.Complete) []byte {
	t.Helper()
	doc, err := Of(set, c, "https://www.anytown.example/privacy/notices/"+c.ID.Value+".html", day)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(text, '\n')
}

// full gives the site in which everything is said, under one of the laws.
func full(t *testing.T, jurisdiction string) *notices.Set {
	t.Helper()
	set := settest.Of(t, settest.Files(settest.Archive(t, "../tilt/testdata/full.txtar")))
	set.Corpus.Site.Law.Value = jurisdiction
	return set
}
