package cms

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/tidy"
	read "notices.example/notices/vocabulary"
)

var update = flag.Bool("update", false, "write vocabulary.json and the golden files")

// What the forms ask for is made from the types and their comments, as docs/keys.md and
// the schemas are, so that a form offers just what load accepts.
func TestVocabularyIsFresh(t *testing.T) {
	t.Parallel()
	v, err := read.Read("..")
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string]group{}
	for _, root := range []string{"Site", "Organisation", "Notice", "Block", "Page", "GlossaryTerm"} {
		gather(groups, v, root)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(groups); err != nil {
		t.Fatal(err)
	}
	golden(t, "vocabulary.json", b.String())
}

// inOrder are the types with keys of another type in their midst. The forms have all keys
// in the order that “notices fmt” writes them in.
var inOrder = map[string]reflect.Type{"Notice": reflect.TypeFor[notices.Notice](), "Block": reflect.TypeFor[notices.Block]()}

// gather adds a type and all types that it is made of.
func gather(groups map[string]group, v read.Vocabulary, name string) {
	t := v[name]
	if t == nil || leaves[name].kind != "" || groups[name].Keys != nil {
		return
	}
	g := group{Meaning: t.Meaning}
	for _, k := range v.KeysOf(t) {
		g.Keys = append(g.Keys, key{
			Name: k.Name, Meaning: k.Meaning, Type: k.Type, Terms: k.Terms, Refs: k.Refs,
			List: k.List, Stated: k.Stated, Scalar: k.Scalar, Fact: k.Fact, Varies: k.Varies,
		})
	}
	if whole, embeds := inOrder[name]; embeds {
		slices.SortFunc(g.Keys, func(a, b key) int {
			return slices.Index(tidy.Keys(whole), a.Name) - slices.Index(tidy.Keys(whole), b.Name)
		})
	}
	groups[name] = g
	for _, k := range g.Keys {
		gather(groups, v, k.Type)
	}
}

// golden compares a text with that of a file, which -update writes.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s is stale; run make generate (-file +now):\n%s", file, diff)
	}
}
