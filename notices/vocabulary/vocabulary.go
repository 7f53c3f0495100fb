// Package vocabulary reads the types of package notices as their source has them:
// every key of a content file, what it holds, and what it means in the words of the
// comment behind its field. The reference of keys and the schemas for editors are
// made from it, so that neither can say anything else than what load accepts.
//
// It takes the folder of the source and refuses one that is not Go. The program
// itself has no use for it: its source is not there when it runs.
package vocabulary

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"notices.example/notices"
)

// Vocabulary is every struct type of package notices, by its name.
type Vocabulary map[string]*Type

// Type is what a group of keys is read into.
type Type struct {
	Name    string
	Meaning string // its doc comment, on one line
	Keys    []Key  // without those of embedded types
	Embeds  []string
}

// Key is a key of a content file.
type Key struct {
	Name    string // as it is written
	Meaning string // the comment behind its field
	Type    string // of its value, or of each item of a list
	List    bool   // it takes a list
	Stated  bool   // it takes a list, or the statement that there is none
	Terms   string // the list that its word is from
	Refs    string // what it names: organisation, notice, data …
	Scalar  bool   // plain text in place of the group stands for this key
	Fact    bool   // it is the same in every language
	Varies  bool   // it is a fact that may be another in another language
}

// Read reads the types from the Go files in a folder, tests left out.
func Read(folder string) (Vocabulary, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("list the source: %w", err)
	}
	v, files := Vocabulary{}, token.NewFileSet()
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(files, filepath.Join(folder, e.Name()), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("read the source: %w", err)
		}
		for _, decl := range parsed.Decls {
			v.declared(decl)
		}
	}
	return v, nil
}

// KeysOf gives all keys of a type, those of embedded types in their place at the end.
func (v Vocabulary) KeysOf(t *Type) []Key {
	keys := slices.Clone(t.Keys)
	for _, e := range t.Embeds {
		keys = append(keys, v.KeysOf(v[e])...)
	}
	return keys
}

func (v Vocabulary) declared(decl ast.Decl) {
	gen, ok := decl.(*ast.GenDecl)
	if !ok || gen.Tok != token.TYPE {
		return
	}
	for _, spec := range gen.Specs {
		named := spec.(*ast.TypeSpec)
		if fields, isStruct := named.Type.(*ast.StructType); isStruct {
			v[named.Name.Name] = typeOf(named.Name.Name, gen.Doc, fields)
		}
	}
}

func typeOf(name string, doc *ast.CommentGroup, s *ast.StructType) *Type {
	t := &Type{Name: name, Meaning: oneLine(doc)}
	for _, f := range s.Fields.List {
		if len(f.Names) == 0 {
			if embedded, ok := f.Type.(*ast.Ident); ok {
				t.Embeds = append(t.Embeds, embedded.Name)
			}
			continue
		}
		if tag := tagOf(f); tag.Get("yaml") != "-" {
			k := Key{
				Name: notices.Key(f.Names[0].Name), Meaning: oneLine(f.Comment), Terms: tag.Get("terms"), Refs: tag.Get("refs"),
				Scalar: tag.Get("scalar") == "true", Fact: tag.Get("fact") == "true",
				Varies: tag.Get("varies") == "language",
			}
			k.holds(f.Type)
			t.Keys = append(t.Keys, k)
		}
	}
	return t
}

// holds notes what a field of that type takes.
func (k *Key) holds(expr ast.Expr) {
	switch e := expr.(type) {
	case *ast.Ident:
		k.Type = e.Name
	case *ast.StarExpr:
		k.holds(e.X)
	case *ast.ArrayType:
		k.List = true
		k.holds(e.Elt)
	case *ast.IndexExpr: // Stated of something
		k.Stated = true
		k.holds(e.Index)
	}
}

func tagOf(f *ast.Field) reflect.StructTag {
	if f.Tag == nil {
		return ""
	}
	s, err := strconv.Unquote(f.Tag.Value)
	if err != nil {
		return ""
	}
	return reflect.StructTag(s)
}

func oneLine(c *ast.CommentGroup) string { return strings.Join(strings.Fields(c.Text()), " ") }
