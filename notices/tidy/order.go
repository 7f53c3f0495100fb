package tidy

import (
	"math"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// glossary is a glossary whose list stands below a name.
type glossary struct{ Terms []notices.GlossaryTerm }

// typeOf gives what a content file of a kind is read into, as it is written.
func typeOf(kind notices.FileKind, root *yaml.Node) reflect.Type {
	switch kind {
	case notices.SiteFile:
		return reflect.TypeFor[notices.Site]()
	case notices.OrganisationFile:
		return reflect.TypeFor[notices.Organisation]()
	case notices.NoticeFile:
		return reflect.TypeFor[notices.Notice]()
	case notices.BlockFile:
		return reflect.TypeFor[notices.Block]()
	case notices.PageFile:
		return reflect.TypeFor[notices.Page]()
	case notices.GlossaryFile:
		if root.Kind == yaml.MappingNode && len(root.Content) > 0 && root.Content[0].Value == termsKey {
			return reflect.TypeFor[glossary]()
		}
		return reflect.TypeFor[[]notices.GlossaryTerm]()
	case notices.BaselineFile:
		return reflect.TypeFor[notices.Baseline]()
	}
	return nil
}

// termsKey is the name below which a glossary can stand.
const termsKey = "terms"

// Keys gives the keys of a group in order: that of the fields of its type, with those
// of a type within it in its place. It is nil for what is no group.
func Keys(t reflect.Type) []string {
	var keys []string
	if t = group(t); t == nil {
		return nil
	}
	for _, f := range reflect.VisibleFields(t) {
		if !f.Anonymous && f.IsExported() && f.Tag.Get("yaml") != "-" {
			keys = append(keys, notices.Key(f.Name))
		}
	}
	return keys
}

// group gives the struct whose keys stand at a place of type t: of a list, and of a
// list that can be denied, that of its items.
func group(t reflect.Type) reflect.Type {
	for t != nil {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			t = t.Elem()
			continue
		case reflect.Struct:
			if items, found := t.FieldByName("Items"); found {
				t = items.Type
				continue
			}
			return t
		}
		return nil
	}
	return nil
}

// below gives the type of the value of a key; nil when the key is not known.
func below(t reflect.Type, key string) reflect.Type {
	if t = group(t); t == nil {
		return nil
	}
	for _, f := range reflect.VisibleFields(t) {
		if !f.Anonymous && f.Tag.Get("yaml") != "-" && notices.Key(f.Name) == key {
			return f.Type
		}
	}
	return nil
}

// rank gives the place of a key in the order. Those that nobody knows come last, as
// they were written.
func rank(order []string, key string) int {
	if at := slices.Index(order, key); at >= 0 {
		return at
	}
	return math.MaxInt
}
