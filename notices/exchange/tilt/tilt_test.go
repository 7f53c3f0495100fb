package tilt

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"notices.example/notices"
	"notices.example/notices/settest"
)

var update = flag.Bool("update", false, "write what is expected anew")

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

const fullFile = "testdata/full.txtar"

// A notice in which everything is said, in TILT.
func TestANoticeInTILT(t *testing.T) {
	t.Parallel()
	archive, set := full(t)
	got := written(t, export(t, set, "waste").Document)
	last := &archive.Files[len(archive.Files)-1]
	if *update {
		last.Data = got
		if err := os.WriteFile(fullFile, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(last.Data), string(got)); diff != "" {
		t.Errorf("(-file +written):\n%s", diff)
	}
}

// What TILT cannot say as the notice does, people are told of.
func TestTheLimitsOfTILTAreTold(t *testing.T) {
	t.Parallel()
	_, set := full(t)
	waste := export(t, set, "waste").Notes
	for _, want := range []string{"Othertown Council is left out", "whether people have to give “Your telephone number”; ", "rests on Article 49", "special category", "what the joint controllers agreed"} {
		if !slices.ContainsFunc(waste, func(note string) bool { return strings.Contains(note, want) }) {
			t.Errorf("nothing is said of %q in %q", want, waste)
		}
	}
	early := export(t, set, "early")
	if early.Document == nil || early.Document.Meta.Status != "inactive" {
		t.Errorf("the draft is %+v", early)
	}
	for _, want := range []string{"who gets the data", "leaves the country", "from anyone else", "without people", "has no date", "no items of data"} {
		if !slices.ContainsFunc(early.Notes, func(note string) bool { return strings.Contains(note, want) }) {
			t.Errorf("nothing is said of %q in %q", want, early.Notes)
		}
	}
}

// Nothing is made up: without what TILT requires there is no document.
func TestANoticeWithoutWhatTILTRequiresIsRefused(t *testing.T) {
	t.Parallel()
	_, set := full(t)
	got := export(t, set, "quiet")
	want := []string{"an email address of Othertown Council", "an email address of the data protection officer", "to which regulator people can complain"}
	if diff := cmp.Diff(want, got.Missing); diff != "" || got.Document != nil {
		t.Errorf("document %v, missing (-want +got):\n%s", got.Document, diff)
	}
}

// Every document satisfies TILT's own schema: those of the example site, drafts too, and
// the one in which everything is said.
func TestDocumentsSatisfyTheSchemaOfTILT(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	_, set := full(t)
	valid := 0
	for _, set := range []*notices.Set{set, settest.Of(t, os.DirFS("../../.."))} {
		for _, c := range set.Notices {
			doc := export(t, set, c.ID.Value).Document
			if doc == nil {
				continue
			}
			valid++
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, doc)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s: %v", c.ID.Value, err)
			}
		}
	}
	if valid < 5 {
		t.Errorf("only %d notices can be written", valid)
	}
}

// The schema is asked for everything: without any one key it refuses.
func TestTheSchemaRefusesADocumentWithoutAKey(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	_, set := full(t)
	var keys map[string]any
	if err := json.Unmarshal(written(t, export(t, set, "waste").Document), &keys); err != nil {
		t.Fatal(err)
	}
	for key, value := range keys {
		delete(keys, key)
		if schema.Validate(keys) == nil {
			t.Errorf("the schema does not miss %s", key)
		}
		keys[key] = value
	}
	keys["dataProtectionOfficer"].(map[string]any)["email"] = "nobody"
	if schema.Validate(keys) == nil {
		t.Error("the schema takes anything for an email address")
	}
}

// The hash is that of the document in which it is empty.
func TestTheHashIsOfTheDocument(t *testing.T) {
	t.Parallel()
	_, set := full(t)
	doc := *export(t, set, "waste").Document
	hash := doc.Meta.Hash
	doc.Meta.Hash = ""
	if again, err := digest(&doc); err != nil || again != hash || len(hash) != 64 {
		t.Errorf("the hash is %q and was %q (%v)", again, hash, err)
	}
}

func full(t *testing.T) (*txtar.Archive, *notices.Set) {
	t.Helper()
	archive := settest.Archive(t, fullFile)
	return archive, settest.Of(t, settest.Files(archive))
}

func export(t *testing.T, set *notices.Set, id string) *Export {
	t.Helper()
	i := slices.IndexFunc(set.Notices, func(c *notices.Complete) bool { return c.ID.Value == id })
	if i < 0 {
		t.Fatalf("no notice %s", id)
	}
	e, err := Of(set, set.Notices[i], "https://www.anytown.example/privacy/notices/"+id+".html", day)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func written(t *testing.T, d *Document) []byte {
	t.Helper()
	text, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(text, '\n')
}

// compiled gives TILT's schema. Its patterns look back at what they found before, which
// Go's own regular expressions never do.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.Open("testdata/tilt.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer text.Close()
	value, err := jsonschema.UnmarshalJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseRegexpEngine(func(pattern string) (jsonschema.Regexp, error) {
		re, err := regexp2.Compile(pattern, regexp2.ECMAScript)
		return lookingBack{re}, err
	})
	if err := c.AddResource("tilt.json", value); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("tilt.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

type lookingBack struct{ *regexp2.Regexp }

func (re lookingBack) MatchString(s string) bool {
	found, err := re.Regexp.MatchString(s)
	return err == nil && found
}
