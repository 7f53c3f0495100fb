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
	entries [][]string
	at      map[string][]uint32 // entry times four, plus the weight
}

// searchIndex makes the index of all notices, and of the services that a main
// notice speaks for.
func (a *across) searchIndex() *searchIndex {
	x, words := &indexing{across: a, at: map[string][]uint32{}}, newWeighing(a.lang)
	for _, e := range a.entries {
		e.found.eachWord(x.is)
		x.add(a.name(e, ""), e.found.Summary.text())
	}
	for _, e := range a.entries {
		for _, c := range e.Covers {
			if name := c.Name.text(); name.Said() && a.published[c.Notice] == nil {
				words.begin()
				words.texts(inTitle, notices.Text{Value: name.Value})
				for _, word := range words.order {
					x.is(words.words[word], inTitle)
				}
				x.add(a.covered(e, c), Text{})
			}
		}
	}
	return x.index()
}

// is says that the entry which comes next has a word. It has it once.
func (x *indexing) is(word string, weight int) {
	x.at[word] = append(x.at[word], uint32(len(x.entries)*4+weight))
}

func (x *indexing) add(n NoticeName, summary Text) {
	body := n.Body
	if note := n.Link.Text.Note; note != "" { // in which language it is
		body.Before = strings.TrimSpace("(" + note + ") " + body.Before)
	}
	entry := []string{n.Link.Text.Value, n.Link.Href, strings.TrimSpace(body.Before + " " + body.Value), summary.Value, or(n.Link.Text.Lang, summary.Lang), n.Mark}
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
	index := &searchIndex{English: x.lang == "en", Entries: x.entries, Words: strings.Join(words, " ")}
	for _, word := range words {
		index.At = append(index.At, steps(x.at[word], len(x.entries)))
	}
	return index
}

// undiscerning is how many entries a word can be in before it tells too little: in
// a small site any number.
const undiscerning = 40

// steps gives the entries of a word for the index.
func steps(at []uint32, entries int) (list []int) {
	if len(at) > max(undiscerning, entries/4) {
		list = []int{everywhere}
		at = slices.DeleteFunc(at, func(n uint32) bool { return n%4 < inService })
	}
	list, last := slices.Grow(list, len(at)), uint32(0)
	for _, n := range at {
		list = append(list, int((n/4-last)*4+n%4))
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
	if plainIndex(data) {
		return nil
	}
	return unsafeIndex(data)
}

func unsafeIndex(data []byte) []string {
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
