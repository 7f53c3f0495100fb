package load

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/law"
)

// The reference of every key is made from the types and their comments, so that
// it cannot say anything else than what load accepts.
func TestKeyReferenceIsFresh(t *testing.T) {
	t.Parallel()
	const file = "../../docs/keys.md"
	got := keyReference(t)
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

// documents are the content files, in the order a newcomer meets them.
var documents = []struct{ typeName, file string }{
	{"Site", "content/site.yaml"},
	{"Organisation", "content/organisations/*.yaml"},
	{"Notice", "content/notices/**/*.md or .yaml"},
	{"Processing", "in a notice or a shared block"},
	{"Block", "content/shared/*.yaml or .md"},
	{"Page", "content/pages/*.md"},
	{"GlossaryTerm", "content/glossary.yaml, a list"},
	{"Baseline", "content/baseline.yaml, which “notices baseline” writes"},
}

// structs are the types of the vocabulary as they stand in the source.
type structs map[string]*ast.TypeSpec

func keyReference(t *testing.T) string {
	t.Helper()
	types := sourceTypes(t)
	var b strings.Builder
	b.WriteString("# Every key\n\nMade from the types in `notices/`; `make generate` writes it again. A notice can be\nwritten with its keys in any order, and with comments.\n")
	done := map[string]bool{}
	for _, d := range documents {
		writeType(&b, types, d.typeName, d.file, done)
	}
	return b.String()
}

func sourceTypes(t *testing.T) structs {
	t.Helper()
	types, files := structs{}, token.NewFileSet()
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(files, filepath.Join("..", e.Name()), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range parsed.Decls {
			collectTypes(types, decl)
		}
	}
	return types
}

func collectTypes(types structs, decl ast.Decl) {
	gen, ok := decl.(*ast.GenDecl)
	if !ok || gen.Tok != token.TYPE {
		return
	}
	for _, spec := range gen.Specs {
		s := spec.(*ast.TypeSpec)
		if _, isStruct := s.Type.(*ast.StructType); isStruct {
			s.Doc = gen.Doc
			types[s.Name.Name] = s
		}
	}
}

// writeType writes a section for the type, then one for each type it is made of.
func writeType(b *strings.Builder, types structs, name, where string, done map[string]bool) {
	s := types[name]
	if s == nil || done[name] {
		return
	}
	done[name] = true
	fmt.Fprintf(b, "\n## %s\n\n*%s*\n\n%s\n\n| key | holds | meaning |\n|---|---|---|\n", name, where, strings.Join(strings.Fields(s.Doc.Text()), " "))
	var inner []string
	for _, f := range s.Type.(*ast.StructType).Fields.List {
		if len(f.Names) == 0 {
			continue // an embedded type has a section of its own
		}
		tag := tagOf(f)
		if tag.Get("yaml") == "-" {
			continue
		}
		element, holds := shape(f.Type, tag)
		key := notices.Key(f.Names[0].Name)
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", key, holds, comment(f))
		if types[element] != nil && !leaf(element) {
			inner = append(inner, element)
		}
	}
	for _, i := range inner {
		writeType(b, types, i, "in "+name, done)
	}
}

func tagOf(f *ast.Field) reflect.StructTag {
	if f.Tag == nil {
		return ""
	}
	s, _ := strconv.Unquote(f.Tag.Value)
	return reflect.StructTag(s)
}

func comment(f *ast.Field) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(f.Comment.Text()), " "), "|", "\\|")
}

// leafWords say what a person writes for each type of value.
var leafWords = map[string]string{
	"Text": "text", "Term": "word", "ID": "id", "Ref": "id", "URL": "link", "Email": "email address", "Phone": "phone number",
	"Date": "date", "Period": "length of time", "Answer": "yes or no", "Markdown": "Markdown", "Denial": "none, or none with a reason",
}

func leaf(name string) bool { return leafWords[name] != "" }

// shape gives the name of the type a field is made of, and what it holds in words.
func shape(expr ast.Expr, tag reflect.StructTag) (element, holds string) {
	switch e := expr.(type) {
	case *ast.Ident:
		return e.Name, leafShape(e.Name, tag)
	case *ast.StarExpr:
		return shape(e.X, tag)
	case *ast.ArrayType:
		element, holds = shape(e.Elt, tag)
		return element, "list: " + holds
	case *ast.IndexExpr:
		element, holds = shape(e.Index, tag)
		return element, "none, or list: " + holds
	}
	return "", ""
}

func leafShape(name string, tag reflect.StructTag) string {
	words := leafWords[name]
	switch {
	case words == "":
		return name
	case tag.Get("refs") != "":
		return words + " of " + tag.Get("refs")
	case tag.Get("terms") == "country":
		return "country, such as GB"
	case tag.Get("terms") != "":
		return termWords(tag.Get("terms"))
	}
	return words
}

func termWords(list string) string {
	words, ours := notices.TermLists[list]
	if !ours {
		words = law.TermLists()[list]
	}
	return "`" + strings.Join(words, "`, `") + "`"
}
