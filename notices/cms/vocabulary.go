package cms

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
)

// vocabularyJSON is what package vocabulary reads from the source of the types, which
// is not there when the program runs. A test holds it fresh.
//
//go:embed vocabulary.json
var vocabularyJSON []byte

// group is a type of package notices that has keys.
type group struct {
	Meaning string
	Keys    []key
}

// key is a key of a content file.
type key struct {
	Name, Meaning, Type, Terms, Refs   string
	List, Stated, Scalar, Fact, Varies bool
}

// vocabulary gives every group by the name of its type.
var vocabulary = sync.OnceValues(func() (map[string]group, error) {
	var groups map[string]group
	if err := json.Unmarshal(vocabularyJSON, &groups); err != nil {
		return nil, fmt.Errorf("read the vocabulary: %w", err)
	}
	return groups, nil
})

// short is the key that plain text in place of the group stands for; empty when none does.
func (g group) short() string {
	for _, k := range g.Keys {
		if k.Scalar {
			return k.Name
		}
	}
	return ""
}

// telling are the keys by which people tell one of the group from another in a list.
func (g group) telling() []string {
	has := func(name string) bool { return slices.ContainsFunc(g.Keys, func(k key) bool { return k.Name == name }) }
	var list []string
	for _, name := range []string{"title", "label", "name", "term", "topic", "what", "purpose", "criteria", "reason", "rule"} {
		if len(list) == 0 && has(name) {
			list = append(list, name)
		}
	}
	for _, name := range []string{"organisation", "block", "right", "role", "recipient"} {
		if has(name) && (len(list) == 0 || list[0] == "name") {
			list = append(list, name)
		}
	}
	if len(list) == 0 {
		return []string{cmp.Or(g.short(), g.Keys[0].Name)}
	}
	return list
}
