package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// kinds tells which data items of different notices are one kind of information.
// Two with one label are. Two with one ID are too when they belong to one special
// category, or when the label of one has all the words of the other's: “Name” and
// “First and last name”. What is alike in nothing but its ID stays apart, because
// every notice chooses its own IDs.
type kinds struct {
	words  *Words
	keys   map[string]string     // by label: most are those of many notices
	labels map[string][]labelled // by ID
	joined map[[2]string]string  // the kind of an ID with a label
}

type labelled struct {
	key     string
	words   map[string]bool
	special string
}

// maxBases is how many labels of one ID another is compared with, so that very
// many notices take no longer each.
const maxBases = 8

func newKinds(w *Words) *kinds {
	return &kinds{words: w, keys: map[string]string{}, labels: map[string][]labelled{}, joined: map[[2]string]string{}}
}

// key gives a label without what makes no difference: capital letters, signs,
// and little words at its start.
func (w *Words) key(label string) string {
	isSign := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return strings.Join(strings.FieldsFunc(strings.ToLower(norm.NFC.String(w.core(label))), isSign), " ")
}

// key gives the key of a label. It is worked out once.
func (k *kinds) key(label string) string {
	key, known := k.keys[label]
	if !known {
		key = k.words.key(label)
		k.keys[label] = key
	}
	return key
}

func (k *kinds) add(id, special, label string) {
	key := k.key(label)
	pair := [2]string{id, key}
	if _, known := k.joined[pair]; known || id == "" {
		return
	}
	k.joined[pair] = key
	words := map[string]bool{}
	for _, w := range strings.Fields(key) {
		words[w] = true
	}
	k.labels[id] = append(k.labels[id], labelled{key, words, special})
}

// join finds for every label the shortest one of the same ID that is its kind.
func (k *kinds) join() {
	for id, labels := range k.labels {
		slices.SortStableFunc(labels, func(a, b labelled) int {
			return cmp.Or(cmp.Compare(len(a.words), len(b.words)), strings.Compare(a.key, b.key))
		})
		var bases []labelled
		for _, l := range labels {
			i := slices.IndexFunc(bases, l.isKindOf)
			switch {
			case i >= 0:
				k.joined[[2]string{id, l.key}] = bases[i].key
			case len(bases) < maxBases:
				bases = append(bases, l)
			}
		}
	}
}

// isKindOf reports whether a label with the same ID, and no more words, stands
// for the same.
func (l labelled) isKindOf(base labelled) bool {
	if base.special != l.special {
		return false
	}
	if l.special != "" {
		return true
	}
	for w := range base.words {
		if !l.words[w] {
			return false
		}
	}
	return len(base.words) > 0
}

// of gives the kind of an item: the key of the label that stands for it.
func (k *kinds) of(id, label string) string {
	key := k.key(label)
	if kind, known := k.joined[[2]string{id, key}]; known {
		return kind
	}
	return key
}
