package vocabulary

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/law"
)

var update = flag.Bool("update", false, "write docs/keys.md")

// The reference of every key is made from the types and their comments, so that
// it cannot say anything else than what load accepts.
func TestKeyReferenceIsFresh(t *testing.T) {
	t.Parallel()
	const file = "../../docs/keys.md"
	v, err := Read("..")
	if err != nil {
		t.Fatal(err)
	}
	got := keyReference(v)
	if strings.Contains(got, "|  |") {
		t.Error("a key has no meaning: say it in the comment behind its field")
	}
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
		t.Errorf("docs/keys.md is stale; run make generate (-file +types):\n%s", diff)
	}
}

// where says where the keys of a type are written, for types that begin a part of
// the reference, in its order.
var where = []struct{ typeName, file string }{
	{"Site", "content/site.yaml"},
	{"Organisation", "content/organisations/*.yaml"},
	{"Notice", "content/notices/**/*.md or .yaml"},
	{"Processing", "in a notice or a shared block"},
	{"Block", "content/shared/*.yaml or .md"},
	{"Page", "content/pages/*.md"},
	{"GlossaryTerm", "content/glossary.yaml, a list"},
	{"Baseline", "content/baseline.yaml, which “notices baseline” writes"},
}

func keyReference(v Vocabulary) string {
	var b strings.Builder
	b.WriteString("# Every key\n\nMade from the types in `notices/`; `make generate` writes it again. A notice can be\nwritten with its keys in any order, and with comments.\n")
	done := map[string]bool{}
	for _, w := range where {
		writeType(&b, v, w.typeName, w.file, done)
	}
	return b.String()
}

// writeType writes a section for the type, then one for each type it is made of.
func writeType(b *strings.Builder, v Vocabulary, name, where string, done map[string]bool) {
	t := v[name]
	if t == nil || done[name] || leafWords[name] != "" {
		return
	}
	done[name] = true
	fmt.Fprintf(b, "\n## %s\n\n*%s*\n\n%s\n\n| key | holds | meaning |\n|---|---|---|\n", name, where, t.Meaning)
	for _, k := range t.Keys {
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", k.Name, holds(k), strings.ReplaceAll(k.Meaning, "|", "\\|"))
	}
	for _, k := range t.Keys {
		writeType(b, v, k.Type, "in "+name, done)
	}
}

// leafWords say what a person writes for each type of value.
var leafWords = map[string]string{
	"Text": "text", "Term": "word", "ID": "id", "Ref": "id", "URL": "link", "Email": "email address", "Phone": "phone number",
	"Date": "date", "Period": "length of time", "Answer": "yes or no", "Markdown": "Markdown", "Denial": "none, or none with a reason",
}

// holds says in words what a key takes.
func holds(k Key) string {
	words := leafWords[k.Type]
	switch {
	case words == "":
		words = k.Type
	case k.Refs != "":
		words += " of " + k.Refs
	case k.Terms == "country":
		words = "country, such as GB"
	case k.Terms != "":
		words = "`" + strings.Join(termsOf(k.Terms), "`, `") + "`"
	}
	switch {
	case k.Stated:
		return "none, or list: " + words
	case k.List:
		return "list: " + words
	}
	return words
}

func termsOf(list string) []string {
	if words, ours := notices.TermLists[list]; ours {
		return words
	}
	return law.TermLists()[list]
}
