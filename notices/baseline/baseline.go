// Package baseline accepts the gaps that notices had when the program was
// adopted: it makes content/baseline.yaml from findings, marks the findings that
// the file accepts, and makes the file smaller as gaps are closed.
//
// A gap is known again by its notice, its rule and what it is part of, never by
// its line, so that other changes to a file leave it as it is. Of gaps that are
// alike in this, only how many there are is known. The package refuses to make a
// baseline larger: a new gap is put right, or accepted by the notice itself.
package baseline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"notices.example/notices"
)

// File is where the baseline of a site is.
const File = "content/baseline.yaml"

// key is what a gap is known by.
type key struct{ notice, rule, file, field, about string }

func (k key) compare(other key) int {
	return cmp.Or(
		cmp.Compare(k.notice, other.notice),
		cmp.Compare(k.file, other.file),
		cmp.Compare(k.field, other.field),
		cmp.Compare(k.rule, other.rule),
		cmp.Compare(k.about, other.about),
	)
}

// keys makes the keys of the findings of one set.
type keys struct {
	files map[string]string // of the notices, by ID
}

func newKeys(set *notices.Set) keys {
	k := keys{files: map[string]string{}}
	for _, f := range set.Faces {
		k.files[f.ID.Value] = f.Pos.File
	}
	return k
}

func (k keys) of(f notices.Finding) key {
	made := key{notice: f.Notice, rule: f.Rule, field: f.StableField()}
	if f.Pos.File != k.files[f.Notice] {
		made.file = f.Pos.File
	}
	if !slices.Contains(strings.Split(made.field, "/"), f.About) {
		made.about = strings.Join(strings.Fields(f.About), " ")
	}
	return made
}

func keyOf(g notices.BaselineGap) key {
	return key{g.Notice.Value, g.Rule.Value, g.File.Value, g.Field.Value, g.About.Value}
}

// Times gives how often a gap was found, and whether its file says so in a way
// that can be understood.
func Times(g notices.BaselineGap) (n int, ok bool) {
	if !g.Times.Said() {
		return 1, g.Times.Pos.IsZero() // a text that was refused is reported already
	}
	n, err := strconv.Atoi(g.Times.Value)
	return n, err == nil && n > 0
}

// Accept marks the findings that the baseline of the set accepts, in their order.
// The rules are those whose findings can be accepted. What a notice accepts itself
// is left as it is. It gives the gaps of the baseline that were not found, or not
// as often.
func Accept(set *notices.Set, findings []notices.Finding, rules []string) (unused []notices.BaselineGap) {
	b := set.Corpus.Baseline
	k := newKeys(set)
	open := map[key][]*notices.Finding{}
	for i := range findings {
		if f := &findings[i]; f.Accepted == nil {
			open[k.of(*f)] = append(open[k.of(*f)], f)
		}
	}
	for _, g := range b.Gaps {
		n, ok := Times(g)
		if !ok || !slices.Contains(rules, g.Rule.Value) {
			continue
		}
		alike := open[keyOf(g)]
		if len(alike) < n {
			unused = append(unused, g)
		}
		n = min(n, len(alike))
		for _, f := range alike[:n] {
			f.Accepted, f.Baseline = acceptance(b, g), true
		}
		open[keyOf(g)] = alike[n:]
	}
	return unused
}

// acceptance is what a notice would have to say to accept the gap itself.
func acceptance(b *notices.Baseline, g notices.BaselineGap) *notices.Acceptance {
	return &notices.Acceptance{Pos: g.Pos, Rule: g.Rule, Reason: b.Reason, By: b.By, Until: b.Until}
}
