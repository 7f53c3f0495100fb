package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
)

// searchIndex is what the script on the search page looks words up in. It is
// published as a script that only says what it is: a page that is opened from
// disk may load that, and may not load data.
type searchIndex struct {
	English bool       `json:"english"` // words stand without the ending of a plural
	Entries [][]string `json:"entries"` // title, address, body, summary, language, why it would not be published; empty ones at the end are left out
	Words   string     `json:"words"`   // in order, with spaces between them
	At      [][]int    `json:"at"`      // for each word the entries, as the step from the one before, times four, plus the weight
}

// The weights of a word in an entry: where people most likely look for it.
const (
	inData = iota
	inPurposes
	inService
	inTitle
)

// everywhere stands first for a word that is in most entries. Only those that have
// it in their name are listed then.
const everywhere = -1

// maxSummary is how many letters of a summary are shown with a result.
const maxSummary = 160

// indexing is an index that is being made.
type indexing struct {
	*across
	folder  *folder
	entries [][]string
	at      map[string][]int // entry times four, plus the weight
}

// searchIndex makes the index of all notices, and of the services that a main
// notice speaks for.
func (a *across) searchIndex() *searchIndex {
	x := &indexing{across: a, folder: newFolder(a.lang), at: map[string][]int{}}
	for _, e := range a.editions {
		x.notice(e)
	}
	for _, e := range a.editions {
		for _, c := range e.c.Covers {
			if a.published[c.Notice.Value] == nil && c.Name.Said() {
				n := a.covered(e, c)
				weights := map[string]int{}
				x.weigh(weights, inTitle, c.Name)
				x.add(n, Text{}, weights)
			}
		}
	}
	return x.index()
}

// weighedKey is a notice in one language.
type weighedKey struct{ id, lang string }

// weighed is the words of a notice, and the bodies whose names are among them.
type weighed struct {
	notice *notices.Complete
	bodies []*notices.Organisation
	words  map[string]int // with their weights
}

// notice takes a notice in, with the words of its facts. They are those of the last
// run when the notice and the bodies it names are.
func (x *indexing) notice(e *edition) {
	key, notice := weighedKey{e.c.ID.Value, x.lang}, x.published[e.c.ID.Value]
	bodies := slices.Clone(e.c.Controllers)
	for _, r := range e.c.Recipients.Items {
		bodies = append(bodies, x.set.Organisation(r.Organisation.Value, x.lang))
	}
	known := x.memory.kept.weighed[key]
	if known.notice != notice || !slices.Equal(known.bodies, bodies) {
		known = weighed{notice, bodies, x.weights(e)}
	}
	if x.in.Memory != nil {
		x.weighed[key] = known
	}
	x.add(x.name(e, ""), e.text(e.c.Summary), known.words)
}

// weights gives the words of a notice.
func (x *indexing) weights(e *edition) map[string]int {
	weights := map[string]int{}
	for _, item := range e.c.Data {
		x.weigh(weights, inData, item.Label)
	}
	for _, r := range e.c.Recipients.Items {
		x.weigh(weights, inData, r.Name)
		x.weigh(weights, inData, r.Examples...)
		x.body(weights, inData, x.set.Organisation(r.Organisation.Value, x.lang))
	}
	for _, p := range e.c.Purposes {
		x.weigh(weights, inPurposes, p.Purpose)
	}
	for _, o := range e.c.Controllers {
		x.body(weights, inPurposes, o)
	}
	x.weigh(weights, inPurposes, e.c.Summary)
	x.weigh(weights, inService, e.c.Service)
	x.weigh(weights, inTitle, notices.Text{Value: e.title(e.c).Value})
	return weights
}

func (x *indexing) body(weights map[string]int, weight int, o *notices.Organisation) {
	if o != nil {
		x.weigh(weights, weight, o.Name, o.ShortName)
		x.weigh(weights, weight, o.AlsoKnownAs...)
	}
}

func (x *indexing) weigh(weights map[string]int, weight int, texts ...notices.Text) {
	for _, t := range texts {
		for _, word := range x.folder.fold(t.Value) {
			weights[word] = max(weights[word], weight)
		}
	}
}

func (x *indexing) add(n NoticeName, summary Text, weights map[string]int) {
	number := len(x.entries)
	for word, weight := range weights { // each word once, so the order makes no difference
		x.at[word] = append(x.at[word], number*4+weight)
	}
	body := n.Body
	if note := n.Link.Text.Note; note != "" { // in which language it is
		body.Before = strings.TrimSpace("(" + note + ") " + body.Before)
	}
	entry := []string{n.Link.Text.Value, n.Link.Href, strings.TrimSpace(body.Before + " " + body.Value), shortSummary(summary.Value), or(n.Link.Text.Lang, summary.Lang), n.Mark}
	for len(entry) > 0 && entry[len(entry)-1] == "" {
		entry = entry[:len(entry)-1]
	}
	x.entries = append(x.entries, entry)
}

func shortSummary(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	letters := []rune(s)
	if len(letters) <= maxSummary {
		return s
	}
	s = string(letters[:maxSummary])
	if end := strings.LastIndexByte(s, ' '); end > 0 {
		s = s[:end]
	}
	return s + " …"
}

func (x *indexing) index() *searchIndex {
	words := slices.Sorted(maps.Keys(x.at))
	index := &searchIndex{English: x.folder.english, Entries: x.entries, Words: strings.Join(words, " ")}
	for _, word := range words {
		index.At = append(index.At, steps(x.at[word], len(x.entries)))
	}
	return index
}

// undiscerning is how many entries a word can be in before it tells too little: in
// a small site any number.
const undiscerning = 40

// steps gives the entries of a word for the index.
func steps(at []int, entries int) (list []int) {
	if len(at) > max(undiscerning, entries/4) {
		list = []int{everywhere}
		at = slices.DeleteFunc(at, func(n int) bool { return n%4 < inService })
	}
	last := 0
	for _, n := range at {
		list = append(list, (n/4-last)*4+n%4)
		last = n / 4
	}
	return list
}

// indexBegins is what an index file begins with, before the JSON.
const indexBegins = "const noticesIndex = "

func (i *searchIndex) script() []byte {
	content, err := json.Marshal(i) // it escapes the signs that begin markup
	if err != nil {
		panic(err) // not reached: the index is of texts and numbers
	}
	return append(append([]byte(indexBegins), content...), '\n')
}

// unsafeScript refuses every script but the program's own one, letter for letter,
// and indexes: JSON of one form, with a name before it.
func unsafeScript(content []byte) []string {
	if bytes.Equal(content, searchScript) {
		return nil
	}
	data, named := bytes.CutPrefix(content, []byte(indexBegins))
	if !named {
		return []string{"is a script that nobody has looked at"}
	}
	if problems := unsafeJSON(data); problems != nil {
		return problems
	}
	var index searchIndex
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&index); err != nil {
		return []string{"is not an index: " + err.Error()}
	}
	for _, entry := range index.Entries {
		if len(entry) < 2 || !followed(entry[1]) {
			return []string{fmt.Sprintf("has an entry that leads nowhere, or runs code: %q", entry)}
		}
	}
	return nil
}
