package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/vocabulary"
)

var update = flag.Bool("update", false, "write the schemas")

// The schemas are made from the types and the lists of words, so that an editor
// offers just what load accepts.
func TestSchemasAreFresh(t *testing.T) {
	t.Parallel()
	v, err := vocabulary.Read("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range Kinds {
		got := schemaOf(t, v, k)
		if *update {
			if err := os.WriteFile(k.File(), got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(string(k.Schema()), string(got)); diff != "" {
			t.Errorf("%s is stale; run make generate (-file +types):\n%s", k.File(), diff)
		}
	}
}

// object is a JSON object; encoding/json writes its keys in order.
type object = map[string]any

// maker makes the schema of one kind of file: the definitions that it needs.
type maker struct {
	vocabulary  vocabulary.Vocabulary
	definitions object
}

func schemaOf(t *testing.T, v vocabulary.Vocabulary, k Kind) []byte {
	t.Helper()
	m := &maker{v, object{}}
	root := object{
		"$schema": "http://json-schema.org/draft-07/schema#", "title": k.Name, "$comment": Mark,
		"description": v[k.typeName].Meaning, "definitions": m.definitions,
	}
	if k.list {
		items := object{"type": "array", "items": m.group(k.typeName)}
		below := object{"type": "object", "additionalProperties": false, "properties": object{"terms": items}, "description": "the same list below a name, as forms on a screen need it"}
		root["anyOf"] = []any{items, below}
	} else {
		root["$ref"] = m.group(k.typeName)["$ref"]
		root["allOf"] = []any{object{"$ref": root["$ref"]}} // in draft 7 nothing holds beside a $ref
		delete(root, "$ref")
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(root); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// group gives a reference to the definition of a type, which it makes.
func (m *maker) group(name string) object {
	if _, made := m.definitions[name]; !made {
		t := m.vocabulary[name]
		properties := object{}
		m.definitions[name] = object{"type": "object", "description": t.Meaning, "additionalProperties": false, "properties": properties}
		for _, k := range m.vocabulary.KeysOf(t) {
			properties[k.Name] = m.key(k)
		}
	}
	return object{"$ref": "#/definitions/" + name}
}

// key gives the schema of what a key takes.
func (m *maker) key(k vocabulary.Key) object {
	value, short := m.value(k)
	switch {
	case k.Stated:
		forms := []any{
			m.none(), object{"type": "array", "items": value, "minItems": 1},
			object{"type": "array", "items": m.none(), "minItems": 1, "maxItems": 1, "description": "there is none, as forms on a screen say it"},
		}
		if short {
			forms = append(forms, m.single(k))
		}
		return object{"description": k.Meaning + "; or none, when there is none", "anyOf": forms}
	case k.List && short:
		return object{"description": k.Meaning, "anyOf": []any{object{"type": "array", "items": value, "minItems": 1}, m.single(k)}}
	case k.List:
		return object{"description": k.Meaning, "type": "array", "items": value, "minItems": 1}
	}
	return object{"description": k.Meaning, "allOf": []any{value}}
}

// value gives the schema of one value, and whether it can be written as plain text.
func (m *maker) value(k vocabulary.Key) (value object, short bool) {
	if leaf, is := m.leaf(k); is {
		return leaf, true
	}
	group := m.group(k.Type)
	for _, inner := range m.vocabulary.KeysOf(m.vocabulary[k.Type]) {
		if inner.Scalar {
			plain, _ := m.value(inner)
			return object{"anyOf": []any{plain, group}}, true
		}
	}
	return group, false
}

// single is the plain value that stands for a list of one.
func (m *maker) single(k vocabulary.Key) object {
	if leaf, is := m.leaf(k); is {
		return leaf
	}
	for _, inner := range m.vocabulary.KeysOf(m.vocabulary[k.Type]) {
		if inner.Scalar {
			return m.single(inner)
		}
	}
	return object{}
}

// leaf gives the schema of a single value.
func (m *maker) leaf(k vocabulary.Key) (object, bool) {
	switch k.Type {
	case "Term":
		return m.term(k.Terms), true
	case "Denial":
		return m.none(), true
	}
	leaf, is := leaves[k.Type]
	if is {
		m.definitions[k.Type] = leaf
	}
	return object{"$ref": "#/definitions/" + k.Type}, is
}

// What a single value looks like. A text is what was typed, so a number is one too.
var leaves = map[string]object{
	"Text":     {"type": []string{"string", "number", "boolean"}, "description": "words for people to read"},
	"Markdown": {"type": "string", "description": "text with headings, lists and links, in a block that begins with |"},
	"ID":       {"type": []string{"string", "number"}, "pattern": "^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$", "description": "small letters, digits and hyphens"},
	"Ref":      {"type": []string{"string", "number"}, "pattern": "^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*(/[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)*$", "description": "the ID of something that is written elsewhere"},
	"URL":      {"type": "string", "description": "https:// and the address, or a path on this site"},
	"Email":    {"type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$", "description": "just the address"},
	"Phone":    {"type": []string{"string", "number"}, "description": "as people dial it"},
	"Date":     {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "description": "year-month-day, such as 2026-03-31"},
	"Period":   {"type": "string", "pattern": "[0-9a-zA-Z]", "description": "such as 6 months, 2 years, 30 days", "examples": []string{"6 months", "2 years", "1 year and 6 months", "30 days"}},
	"Answer":   {"enum": []any{"yes", "no", true, false}, "description": "yes or no"},
}

// none is the statement that there is none of something.
func (m *maker) none() object {
	word := object{"type": "string", "pattern": "^[Nn]one$"}
	m.definitions["Text"] = leaves["Text"]
	m.definitions["none"] = object{"description": "there is none", "anyOf": []any{
		object{"const": "none"}, word,
		object{"type": "object", "additionalProperties": false, "required": []string{"none"}, "properties": object{"none": object{"$ref": "#/definitions/Text", "description": "why there is none"}}},
	}}
	return object{"$ref": "#/definitions/none"}
}

// term gives the schema of a word from a list, or of any word.
func (m *maker) term(list string) object {
	name := "word"
	definition := object{"type": []string{"string", "number"}}
	switch {
	case list == "country":
		name, definition = list, object{"type": "string", "pattern": "^[A-Za-z]{2}$", "description": "the two letters of a country's international code, such as GB"}
	case list != "":
		words, meanings := termsOf(list)
		name, definition = list, object{"enum": words}
		if slices.ContainsFunc(meanings, func(s string) bool { return s != "" }) {
			definition["enumDescriptions"] = meanings // editors show them beside the words
		}
	}
	m.definitions[name] = definition
	return object{"$ref": "#/definitions/" + name}
}

// termsOf gives the words of a list, and what they stand for where the law has it.
func termsOf(list string) (words, meanings []string) {
	words, ours := notices.TermLists[list]
	if !ours {
		words = law.TermLists()[list]
	}
	for _, w := range words {
		label, provision := law.Meaning(list, w)
		meanings = append(meanings, strings.TrimSuffix(label+", "+provision, ", "))
	}
	if ours {
		return words, nil
	}
	return words, meanings
}
