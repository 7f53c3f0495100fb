package cms_test

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"go.yaml.in/yaml/v4"

	"notices.example/notices/cms"
	"notices.example/notices/load"
	"notices.example/notices/starter"
	"notices.example/notices/tidy"
)

// entry is a collection as a configuration has it, of any of the systems.
type entry struct {
	Name, Folder, Extension, Path, Filename, Format string
	Fields                                          []formField
	Files                                           []struct {
		File   string
		Fields []formField
	}
	Slug   any
	Create bool
}

type formField struct {
	Name, Widget, Type string
	Collection         string
	Multiple, Required bool
	List               any
	Field              *formField
	Fields             []formField
	Options            yaml.Node
	Default            *string
}

// configured gives a configuration as a system reads it.
func configured(t *testing.T, kind string, s cms.Site, now map[string]string) (entries []entry, text string) {
	t.Helper()
	files, err := s.Configure(kind, now)
	if err != nil {
		t.Fatal(err)
	}
	var c struct{ Collections, Content []entry }
	if err := yaml.Unmarshal([]byte(files[0].Text), &c); err != nil {
		t.Fatal(err)
	}
	return append(c.Collections, c.Content...), files[0].Text
}

func names(entries []entry) (list []string) {
	for _, e := range entries {
		list = append(list, e.Name)
	}
	return list
}

func TestEachFolderOfNoticesIsACollection(t *testing.T) {
	t.Parallel()
	s := cms.Site{Languages: []string{"en", "cy"}, Files: []string{
		"content/site.yaml", "content/glossary.yaml", "content/notices/corporate.md", "content/notices/corporate.cy.md",
		"content/notices/housing/repairs.md", "content/notices/housing/rents.yaml", "content/shared/cctv.yaml",
	}}
	for kind, want := range map[string]string{
		"decap": "notices notices-housing notices-housing-yaml organisations shared pages " +
			"notices-cy notices-housing-cy notices-housing-yaml-cy organisations-cy shared-cy pages-cy site",
		"pages": "notices notices-yaml organisations shared pages settings glossary",
	} {
		entries, _ := configured(t, kind, s, nil)
		if got := strings.Join(names(entries), " "); got != want {
			t.Errorf("%s has\n%s, want\n%s", kind, got, want)
		}
	}
	if entries, _ := configured(t, "decap", cms.Site{Languages: []string{"en"}}, nil); strings.Join(names(entries), " ") != "notices organisations shared pages site" {
		t.Errorf("a site that is still empty has %q", names(entries))
	}
}

// The name of a translation's file is that of another: chosen in one system, typed in the
// other. Several folders have one form.
func TestATranslationIsBegunUnderTheNameOfItsFile(t *testing.T) {
	t.Parallel()
	s := cms.Site{Languages: []string{"en", "cy"}, Files: []string{"content/notices/parking/permits.md", "content/notices/housing/repairs.md"}}
	for kind, want := range map[string]string{
		"decap":   "{{fields.translation_of}}",
		"sveltia": "map[editable:[create] hint:The name of the file that this translates, without its ending, such as council-tax. pattern:[^[a-z0-9]+(-[a-z0-9]+)*$ Use small letters, digits and hyphens]]",
	} {
		entries, _ := configured(t, kind, s, nil)
		for _, of := range []string{"notices-housing", "notices-parking"} {
			e := entries[slices.Index(names(entries), of+"-cy")]
			if got := fmt.Sprint(e.Slug); !e.Create || got != want {
				t.Errorf("%s, %s: the name is made as %s, want %s", kind, of, got, want)
			}
			at := slices.IndexFunc(e.Fields, func(f formField) bool { return f.Name == "translation_of" })
			if kind == "decap" && (at < 0 || e.Fields[at].Collection != of) {
				t.Errorf("%s: what is translated cannot be chosen from %s", kind, of)
			}
			if !slices.ContainsFunc(e.Fields, func(f formField) bool { return f.Name == "purposes" }) {
				t.Errorf("%s, %s: the form is not there", kind, of)
			}
		}
	}
}

// A translation says what reads differently, and by which ID it is matched.
func TestATranslationIsAskedForNoFacts(t *testing.T) {
	t.Parallel()
	entries, _ := configured(t, "decap", cms.Site{Languages: []string{"en", "cy"}}, nil)
	at := slices.IndexFunc(entries, func(e entry) bool { return e.Name == "notices-cy" })
	if entries[at].Extension != "cy.md" {
		t.Errorf("translations end in %q", entries[at].Extension)
	}
	var keys []string
	for _, f := range entries[at].Fields {
		if keys = append(keys, f.Name); f.Name == "purposes" {
			for _, inner := range f.Fields {
				keys = append(keys, f.Name+"/"+inner.Name)
			}
		}
	}
	for _, want := range []string{"title", "purposes/id", "purposes/purpose", "translates", "body"} {
		if !slices.Contains(keys, want) {
			t.Errorf("a translation is not asked for %s", want)
		}
	}
	for _, fact := range []string{"controller", "updated", "lawful_basis", "accepted/until", "purposes/lawful_basis", "purposes/data"} {
		if slices.Contains(keys, fact) {
			t.Errorf("a translation is asked for %s", fact)
		}
	}
}

func TestWhatAWebTeamHasSetIsKept(t *testing.T) {
	t.Parallel()
	s := cms.Site{Repository: "anytown/privacy"}
	_, first := configured(t, "decap", s, nil)
	set := strings.Replace(first, "  branch: main\n", "  branch: main\n  base_url: https://auth.anytown.gov.uk\n", 1)
	set = strings.Replace(set, "collections:\n", "publish_mode: editorial_workflow\ncollections:\n  - name: old\n", 1)
	_, again := configured(t, "decap", cms.Site{Branch: "edits"}, map[string]string{"admin/config.yml": set})
	for _, want := range []string{"repo: anytown/privacy\n", "base_url: https://auth.anytown.gov.uk\n", "publish_mode: editorial_workflow\n", "branch: edits\n"} {
		if !strings.Contains(again, want) {
			t.Errorf("%q was lost:\n%s", want, again[:500])
		}
	}
	if strings.Contains(again, "name: old") || strings.Count(again, cms.Mark) != 1 {
		t.Errorf("the forms were not made anew:\n%s", again[:500])
	}
	if _, err := s.Configure("decap", map[string]string{"admin/config.yml": "a: [\n"}); err == nil {
		t.Error("a configuration that cannot be read was written over")
	}
}

// No box to tick stands for an answer, and no day becomes today by itself.
func TestNothingIsSaidByLeavingItAsItIs(t *testing.T) {
	t.Parallel()
	var look func(string, []formField)
	look = func(at string, fields []formField) {
		for _, f := range fields {
			if f.Widget == "boolean" || f.Type == "boolean" {
				t.Errorf("%s/%s is a box: when it is empty it says no", at, f.Name)
			}
			if f.Type == "date" && f.Default == nil {
				t.Errorf("%s/%s becomes today", at, f.Name)
			}
			look(at+"/"+f.Name, f.Fields)
		}
	}
	for _, kind := range cms.Kinds {
		entries, _ := configured(t, kind, cms.Site{}, nil)
		for _, e := range entries {
			look(kind+" "+e.Name, e.Fields)
		}
	}
}

// started is the site that “notices init” begins, in full.
func started(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := starter.Site{Name: "Anytown Council", ID: "anytown-council", Law: "uk", Day: starter.Day(time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC))}.Files()
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	for _, f := range files {
		kind, content := load.KindOf(f.Path)
		if !content {
			continue
		}
		full, err := tidy.InFull(kind, path.Ext(f.Path) == ".md", f.Text)
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		site[f.Path] = &fstest.MapFile{Data: []byte(full)}
	}
	return site
}

func siteOf(content fstest.MapFS) cms.Site {
	return cms.Site{Languages: []string{"en"}, Files: slices.Sorted(maps.Keys(content))}
}

// formOf gives the form that a file is shown in.
func formOf(entries []entry, name string) (fields []formField, found bool) {
	for _, e := range entries {
		for _, f := range e.Files {
			if f.File == name {
				return f.Fields, true
			}
		}
		ending := e.Extension
		if e.Filename != "" {
			_, ending, _ = strings.Cut(e.Filename, "}.")
		}
		switch {
		case e.Path == name:
			return e.Fields, true
		case path.Ext(name) != "."+ending:
		case e.Folder == path.Dir(name), e.Path != "" && strings.HasPrefix(name, e.Path+"/"):
			return e.Fields, true
		}
	}
	return nil, false
}

// Every value of every file in full has the form that its field shows, in each system.
func TestFilesInFullFitTheForms(t *testing.T) {
	t.Parallel()
	for _, content := range []fstest.MapFS{inFull(t), started(t)} {
		for _, kind := range cms.Kinds {
			entries, _ := configured(t, kind, siteOf(content), nil)
			for name, f := range content {
				fields, found := formOf(entries, name)
				if !found {
					t.Errorf("%s has no form for %s", kind, name)
					continue
				}
				fits(t, kind+": "+name, fields, factsOf(t, name, string(f.Data)))
			}
		}
	}
}

// factsOf gives the YAML of a file.
func factsOf(t *testing.T, name, text string) *yaml.Node {
	t.Helper()
	if path.Ext(name) == ".md" {
		text, _, _ = strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Content[0]
}

// fits holds a group of names and values against a form.
func fits(t *testing.T, at string, fields []formField, n *yaml.Node) {
	t.Helper()
	if n.Kind != yaml.MappingNode {
		t.Errorf("%s is no group: %s", at, n.Value)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i].Value, n.Content[i+1]
		j := slices.IndexFunc(fields, func(f formField) bool { return f.Name == key })
		if j < 0 {
			t.Errorf("%s/%s has no field", at, key)
			continue
		}
		fitsField(t, at+"/"+key, fields[j], value)
	}
}

func fitsField(t *testing.T, at string, f formField, n *yaml.Node) {
	t.Helper()
	choice := f.Widget == "select" || f.Type == "select"
	multiple := f.Multiple || choice && f.Options.Kind == yaml.MappingNode && strings.Contains(dump(&f.Options), "multiple: true")
	switch {
	case f.Widget == "list" || f.List != nil && f.List != false || multiple:
		if n.Kind != yaml.SequenceNode {
			t.Errorf("%s is no list: %s", at, n.Value)
			return
		}
		for _, item := range n.Content {
			switch {
			case len(f.Fields) > 0:
				fits(t, at, f.Fields, item)
			case item.Kind != yaml.ScalarNode:
				t.Errorf("%s has an item that is no single value", at)
			}
		}
	case len(f.Fields) > 0:
		fits(t, at, f.Fields, n)
	case n.Kind != yaml.ScalarNode:
		t.Errorf("%s is no single value", at)
	case choice && !strings.Contains(dump(&f.Options), "value: "+n.Value+"\n") && !strings.Contains(dump(&f.Options), `value: "`+n.Value+`"`):
		t.Errorf("%s is %s, which is no choice", at, n.Value)
	case n.Style == 0 && (n.Tag == "!!int" || n.Tag == "!!float"):
		t.Errorf("%s is %s, which programs take for a number", at, n.Value)
	}
}

func dump(n *yaml.Node) string {
	text, _ := yaml.Marshal(n)
	return string(text)
}

// Programs write files anew: without comments, with every list on lines of its own, with
// quotes around all texts or around none, and long texts after > or in quotes.
func TestFilesThatAProgramWritesAnewSayTheSame(t *testing.T) {
	t.Parallel()
	for name, style := range map[string]yaml.Style{"as it likes": 0, "in quotes": yaml.DoubleQuotedStyle, "folded": yaml.FoldedStyle} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before := inFull(t)
			after := fstest.MapFS{}
			for file, f := range before {
				after[file] = &fstest.MapFile{Data: []byte(writtenAnew(t, file, string(f.Data), style))}
			}
			holds(t, before, after)
		})
	}
}

// writtenAnew writes a file as a program does.
func writtenAnew(t *testing.T, name, text string, style yaml.Style) string {
	t.Helper()
	root := factsOf(t, name, text)
	restyle(root, style)
	out := dump(root)
	if path.Ext(name) == ".md" {
		_, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
		out = "---\n" + out + "---\n" + body
	}
	return out
}

func restyle(n *yaml.Node, style yaml.Style) {
	n.HeadComment, n.LineComment, n.FootComment, n.Style = "", "", "", 0
	if long := strings.Contains(n.Value, "\n"); n.Kind == yaml.ScalarNode && (style != yaml.FoldedStyle || long) {
		n.Style = style
	}
	for i, inner := range n.Content {
		if restyle(inner, style); n.Kind == yaml.MappingNode && i%2 == 0 {
			inner.Style = 0
		}
	}
}
