package schema

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

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"notices.example/notices"
	"notices.example/notices/load"
)

// Every content file of the example site satisfies the schema of its kind.
func TestTheExampleSatisfiesItsSchemas(t *testing.T) {
	t.Parallel()
	root, seen := os.DirFS("../.."), map[string]int{}
	err := fs.WalkDir(root, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		kind, ok := kindOf(name)
		if !ok {
			t.Errorf("%s is of no kind", name)
			return nil
		}
		seen[kind.Name]++
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		if err := compiled(t, kind).Validate(facts(t, string(text), path.Ext(name))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"site", "organisation", "notice", "page", "glossary"} {
		if seen[kind] == 0 {
			t.Errorf("the example has no %s", kind)
		}
	}
}

// kindOf gives the kind of a content file. Its facts can also stand above a text.
func kindOf(name string) (Kind, bool) {
	i := slices.IndexFunc(Kinds, func(k Kind) bool {
		return slices.ContainsFunc(k.Files, func(pattern string) bool {
			folder, _, deep := strings.Cut(pattern, "/**/")
			same, err := path.Match(strings.TrimSuffix(pattern, path.Ext(pattern)), strings.TrimSuffix(name, path.Ext(name)))
			return err == nil && same || deep && strings.HasPrefix(name, folder+"/")
		})
	})
	if i < 0 {
		return Kind{}, false
	}
	return Kinds[i], true
}

// facts gives the YAML of a file as a validator takes it.
func facts(t *testing.T, text, ending string) any {
	t.Helper()
	if ending == ".md" {
		text, _, _ = strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	}
	var value any
	if err := yaml.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	return withoutTimes(value)
}

// withoutTimes writes the dates that the library reads as editors read them: YAML 1.2
// has none, so they are text.
func withoutTimes(value any) any {
	switch v := value.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case []any:
		for i := range v {
			v[i] = withoutTimes(v[i])
		}
	case map[string]any:
		for key := range v {
			v[key] = withoutTimes(v[key])
		}
	}
	return value
}

func compiled(t *testing.T, k Kind) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(k.Schema()))
	if err != nil {
		t.Fatalf("%s: %v", k.File(), err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(k.File(), document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(k.File())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What load refuses, the schema refuses, and the other way round. A schema cannot
// see all that load sees: whether what a reference names is there, what a date means.
func TestSchemaAndLoadAgree(t *testing.T) {
	t.Parallel()
	notice := compiled(t, kindCalled(t, "notice"))
	for name, facts := range map[string]string{
		"text":                           "title: Council tax",
		"text that looks like a number":  "title: 2026",
		"text that looks like an answer": "title: NO",
		"unknown key":                    "titel: Council tax",
		"key in capitals":                "Title: Council tax",
		"list where a text belongs":      "title: [Council, tax]",
		"group where a text belongs":     "title: {a: b}",
		"list of one, plain":             "controller: cornwall",
		"list":                           "controller: [cornwall, devon]",
		"empty list":                     "controller: []",
		"spaces in a reference":          "controller: Cornwall Council",
		"word from its list":             "kind: corporate",
		"word that is not on its list":   "kind: corporation",
		"word of the law":                "lawful_basis: public-task",
		"other word of the law":          "lawful_basis: public-taks",
		"none":                           "recipients: none",
		"none with a reason":             "recipients: {none: We do not need to.}",
		"none as the one item":           "recipients: [{none: We do not need to.}]",
		"the word as the one item":       "recipients: [none]",
		"none beside an item":            "recipients: [{none: We do not need to.}, {name: IT}]",
		"none with another key":          "recipients: {none: We do not need to., name: IT}",
		"no list, no none":               "transfers: false",
		"list that can be denied":        "recipients: [the police]",
		"recipients in full":             "recipients:\n  - name: the police\n    role: public-authority",
		"recipients without hyphen":      "recipients:\n  name: the police\n  role: public-authority",
		"denial":                         "special_category_data: none",
		"no denial":                      "special_category_data: yes",
		"date":                           "updated: 2026-03-31",
		"date another way":               "updated: 31/03/2026",
		"length of time":                 "retention: [{what: backups, period: 2 years}]",
		"length that is no text":         "retention: [{what: backups, period: [2 years]}]",
		"answer":                         "data_subjects: [{label: people, children: yes}]",
		"answer in another word":         "data_subjects: [{label: people, children: maybe}]",
		"country":                        "transfers: [{countries: [US], safeguard: adequacy-regulations}]",
		"country by name":                "transfers: [{countries: [America], safeguard: adequacy-regulations}]",
		"route as plain text":            "complaints: {to_controller: Write to us.}",
		"group as plain text":            "rights: Write to us.",
		"key of another group":           "purposes: [{id: billing, period: 2 years}]",
		"embedded keys":                  "security: [Only staff who need to can see it.]",
		"email":                          "documents: [{title: Policy, link: https://www.example.gov.uk/policy}]",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			refused := refusedByLoad(t, facts)
			err := notice.Validate(yamlOf(t, facts))
			if (err != nil) != (refused != "") {
				t.Errorf("%s\nload says: %q\nthe schema says: %v", facts, refused, err)
			}
		})
	}
}

func kindCalled(t *testing.T, name string) Kind {
	t.Helper()
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		t.Fatalf("there is no kind %s", name)
	}
	return Kinds[i]
}

func yamlOf(t *testing.T, text string) any {
	t.Helper()
	return facts(t, text, ".yaml")
}

// refusedByLoad gives the first error that load has for a notice, or nothing.
func refusedByLoad(t *testing.T, facts string) string {
	t.Helper()
	read, err := load.Load(fstest.MapFS{
		"content/site.yaml":      {Data: []byte("title: Notices\nlaw: uk\n")},
		"content/notices/a.yaml": {Data: []byte(facts + "\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range read.Findings {
		if f.Severity == notices.Error {
			return f.Message
		}
	}
	return ""
}
