// Package intake takes facts from documents that a body has already, its record of
// processing and its impact assessments, and makes drafts of notices of them.
//
// It takes tables and texts and gives the text of drafts, and an account of all that it
// could not place: row, column and words, or question and answer. It guesses nothing: what can be read in
// two ways becomes an open question of the draft. It writes no file, and what it reads
// is text that is never worked out.
package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"notices.example/notices/load"
)

// Site is what has to be known of the site that the drafts are for.
type Site struct {
	Controller string            // the ID of an organisation, where the document names none
	Bodies     map[string]string // the IDs of organisations, by their names in small letters
	Day        time.Time         // on which the drafts are made
}

// Draft is the draft of a notice.
type Draft struct {
	ID        string // the name of its file, without the ending
	Title     string
	Text      string // front matter
	Purposes  int
	Questions int // what is still open
}

// Unplaced is what stands in a document and could not be placed in a draft.
type Unplaced struct {
	Cell
	Draft string // the draft that asks about it
	Why   string
	Body  string // the name in it that no organisation of the site has; mostly empty
}

// Drafts makes a draft of each service of a record.
func Drafts(t *Table, site Site) (drafts []Draft, unplaced []Unplaced, err error) {
	taken := names{}
	for _, group := range grouped(t.Activities) {
		b := &builder{site: site, name: taken.free(nameOf(group[0])), countries: t.countries, ids: names{}}
		b.record(group)
		d, err := b.finish()
		if err != nil {
			return nil, nil, err
		}
		drafts, unplaced = append(drafts, d), append(unplaced, b.unplaced...)
	}
	return drafts, unplaced, nil
}

// grouped puts together the purposes of each service, or of each notice where the record
// names notices.
func grouped(all []*Activity) (groups [][]*Activity) {
	at := map[string]int{}
	for _, a := range all {
		key := a.Notice + "\x00" + a.Service
		if a.Service == "" && a.Notice == "" {
			key += a.Purpose
		}
		i, known := at[key]
		if !known {
			i = len(groups)
			at[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], a)
	}
	return groups
}

// nameOf gives the name of a draft's file: the notice that the record names, or one made
// from its title.
func nameOf(a *Activity) string {
	if a.Notice != "" && load.NameProblem(a.Notice) == "" {
		return a.Notice
	}
	if name := short(load.Slug(titleOf(a))); name != "" {
		return name
	}
	return "imported"
}

func titleOf(a *Activity) string {
	if a.Service != "" {
		return a.Service
	}
	return a.Purpose
}

// short shortens a name at a hyphen.
func short(name string) string {
	const longest = 48
	if len(name) <= longest {
		return name
	}
	name = name[:longest]
	if i := strings.LastIndexByte(name, '-'); i > 0 {
		name = name[:i]
	}
	return name
}

// names are those that are taken.
type names map[string]bool

// free gives the name, with a number when it is taken, and takes it.
func (taken names) free(name string) string {
	candidate := name
	for n := 2; taken[candidate]; n++ {
		candidate = name + "-" + strconv.Itoa(n)
	}
	taken[candidate] = true
	return candidate
}

// builder makes one draft.
type builder struct {
	site     Site
	name     string
	d        draft
	unplaced []Unplaced

	countries map[string]string // codes by names
	ids       names             // of data and purposes
}

// most is how many purposes, items and entries of other lists a draft takes. Who reads a
// notice is long gone before; a record that was made to take up the machine ends here.
const most = 400

// lineWidth is where long texts are broken. A content file may have no line without end.
const lineWidth = 160

// finish writes the draft.
func (b *builder) finish() (Draft, error) {
	var out bytes.Buffer
	enc, err := yaml.NewDumper(&out, yaml.WithIndent(2), yaml.WithLineWidth(lineWidth), yaml.WithCompactSeqIndent(false), yaml.WithQuotePreference(yaml.QuoteDouble))
	if err == nil {
		err = errors.Join(enc.Dump(b.d), enc.Close())
	}
	if err != nil {
		return Draft{}, fmt.Errorf("write the draft %s: %w", b.name, err)
	}
	text := strings.Replace(out.String(), "\nstatus: draft\n", "\nstatus: draft # take this line out when the notice is to be published\n", 1)
	text = strings.Replace(text, "\nupdated: \""+b.d.Updated+"\"\n", "\nupdated: "+b.d.Updated+"\n", 1)
	return Draft{ID: b.name, Title: b.d.Title, Text: "---\n" + text + "---\n", Purposes: len(b.d.Purposes), Questions: len(b.d.OpenQuestions)}, nil
}

// ask makes an open question of a cell that cannot be placed.
func (b *builder) ask(c Cell, about, why string) {
	b.unplaced = append(b.unplaced, Unplaced{Cell: c, Draft: b.name, Why: why})
	b.d.OpenQuestions = append(b.d.OpenQuestions, question{
		Question: fmt.Sprintf("The record says “%s” (%s). %s", c.Short(), c.Place(), why), About: about,
	})
}

// Place says where the cell is.
func (c Cell) Place() string {
	place := fmt.Sprintf("row %d, %s", c.Row, inLine(c.Column))
	if c.Sheet != "" {
		place = "sheet " + c.Sheet + ", " + place
	}
	return place
}

// Short gives the words in one line, and of very long ones the start.
func (c Cell) Short() string {
	const long = 300
	words := []rune(inLine(c.Words))
	if len(words) > long {
		return string(words[:long]) + "…"
	}
	return string(words)
}

func inLine(words string) string { return strings.Join(strings.Fields(words), " ") }
