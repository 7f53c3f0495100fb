package site

import (
	"bytes"
	"slices"
	"sync"

	"golang.org/x/text/collate"
)

// order puts names in the order of a language, capital letters and all. When the next
// run may want it, it keeps by what a name is sorted: to work that out takes longer than
// the sorting.
type order struct {
	mu       sync.Mutex
	collator *collate.Collator
	buffer   collate.Buffer
	was, is  map[string][]byte // by name: of the last run, and of this one; nil when nothing is kept
}

// setOrders begins the orders of the site's languages, with what the last run kept.
func (p *plan) setOrders() {
	p.orders = make(map[string]*order, len(p.languages))
	for _, lang := range p.languages {
		o := &order{collator: collate.New(p.words[lang].tag())}
		if p.orders[lang] = o; p.in.Memory == nil {
			continue
		}
		if last := p.memory.kept.orders[lang]; last != nil {
			o.was = last.is
		}
		o.is = make(map[string][]byte, len(o.was))
	}
}

// key gives by what a name is sorted.
func (o *order) key(name string) []byte {
	key, known := o.is[name]
	if known {
		return key
	}
	if key, known = o.was[name]; !known {
		o.buffer.Reset()
		key = bytes.Clone(o.collator.KeyFromString(&o.buffer, name))
	}
	if o.is != nil {
		o.is[name] = key
	}
	return key
}

// sortAs sorts a list by the names of its items.
func sortAs[T any](o *order, list []T, name func(*T) string) {
	if len(list) < 2 {
		return
	}
	keys := make([][]byte, len(list))
	o.mu.Lock()
	for i := range list {
		keys[i] = o.key(name(&list[i]))
	}
	o.mu.Unlock()
	places := make([]int, len(list)) // to move the items themselves would take longer
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return bytes.Compare(keys[a], keys[b]) })
	sorted := make([]T, len(list))
	for i, from := range places {
		sorted[i] = list[from]
	}
	copy(list, sorted)
}
