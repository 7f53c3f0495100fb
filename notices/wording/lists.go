package wording

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"time"

	"go.yaml.in/yaml/v4"

	"notices.example/notices/pattern"
)

//go:embed data/*.yaml
var data embed.FS

// wordLists are the lists of data/*.yaml.
type wordLists struct {
	Laws      []entry
	Names     []entry
	HardWords []hardWord `yaml:"hard_words"`
	Acronyms  []string   // that everybody knows

	acronyms map[string]bool
}

// entry is a name that was right until a day, or never was.
type entry struct {
	Words   string // a pattern; \b is put around it
	Law     string // the jurisdiction; both when empty
	Since   string // the first day it is wrong, YYYY-MM-DD; always when empty
	With    string // a pattern that its sentence has; any sentence when empty
	Unless  string // a pattern of a sentence in which it is right after all
	Exactly bool   // capitals count
	Message string // what is wrong, after the words
	Fix     string

	form         phrase
	with, unless *pattern.Pattern
	since        time.Time
}

// hardWord is a word with a plainer one that means the same.
type hardWord struct {
	Words  string // a pattern; \b is put around it
	Plain  string // what to write
	Unless string // a pattern of a sentence in which it is right after all

	form   phrase
	unless *pattern.Pattern
}

// lists reads the lists once. They are part of the program: a fault in them is
// found by its tests, and nobody else can mend it.
var lists = sync.OnceValue(func() *wordLists {
	l, err := readLists(data)
	if err != nil {
		panic(err)
	}
	return l
})

func readLists(fsys fs.FS) (*wordLists, error) {
	names, err := fs.Glob(fsys, "data/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list the words: %w", err)
	}
	l := &wordLists{acronyms: map[string]bool{}}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read the words: %w", err)
		}
		if err := yaml.Load(text, l, yaml.WithKnownFields()); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	return l, l.compile()
}

// compile makes patterns and days of what the lists say.
func (l *wordLists) compile() (err error) {
	for _, list := range [][]entry{l.Laws, l.Names} {
		for i := range list {
			if err := list[i].compile(); err != nil {
				return err
			}
		}
	}
	for i := range l.HardWords {
		w := &l.HardWords[i]
		if w.form, err = whole("(?i)", w.Words); err != nil {
			return err
		}
		if w.unless, err = within(w.Unless); err != nil {
			return err
		}
	}
	for _, a := range l.Acronyms {
		l.acronyms[a] = true
	}
	return nil
}

func (e *entry) compile() (err error) {
	capitals := "(?i)"
	if e.Exactly {
		capitals = ""
	}
	if e.form, err = whole(capitals, e.Words); err != nil {
		return err
	}
	if e.with, err = within(e.With); err != nil {
		return err
	}
	if e.unless, err = within(e.Unless); err != nil {
		return err
	}
	if e.Since != "" {
		e.since, err = time.Parse(time.DateOnly, e.Since)
	}
	return err
}

// whole makes a pattern of whole words.
func whole(flags, words string) (phrase, error) {
	form, err := pattern.Compile(flags + `\b(?:` + strings.ReplaceAll(words, " ", `\s+`) + `)(?:\b|$)`)
	if err != nil {
		return phrase{}, fmt.Errorf("read the pattern %q: %w", words, err)
	}
	return phraseOf(form, hintsOf(words)), nil
}

// within makes a pattern of something in a sentence; nil when there is none.
func within(words string) (*pattern.Pattern, error) {
	if words == "" {
		return nil, nil
	}
	form, err := pattern.Compile(`(?i)(?:` + words + `)`)
	if err != nil {
		return nil, fmt.Errorf("read the pattern %q: %w", words, err)
	}
	return form, nil
}

// held is what of the lists a document may have.
type held struct {
	laws, names []*entry
	hardWords   []*hardWord
	acronyms    map[string]bool
}

// heldAgainst gives the lists without what a document cannot have in which these hints
// were found: most of them.
func (l *wordLists) heldAgainst(d Document, found pattern.Found) held {
	h := held{acronyms: l.acronyms}
	for i := range l.Laws {
		if e := &l.Laws[i]; !e.form.hopeless(found) && e.holds(d) {
			h.laws = append(h.laws, e)
		}
	}
	for i := range l.Names {
		if e := &l.Names[i]; !e.form.hopeless(found) && e.holds(d) {
			h.names = append(h.names, e)
		}
	}
	for i := range l.HardWords {
		if w := &l.HardWords[i]; !w.form.hopeless(found) {
			h.hardWords = append(h.hardWords, w)
		}
	}
	return h
}

// holds reports whether the name is wrong in that jurisdiction on that day.
func (e *entry) holds(d Document) bool {
	return (e.Law == "" || e.Law == d.Jurisdiction) && !d.Day.Before(e.since)
}

// inThePast matches sentences that tell what something was called, or that it is
// gone.
var inThePast = pattern.MustCompile(`\b(?:used to|formerly|previously|was called|were called|was known as|was then|no longer|took over from|predecessors?|at the time|in those days)\b`)

// lookFor reports the entry wherever it stands in the text.
func (r *reader) lookFor(rule string, e *entry) {
	r.find(e.form, func(start, stop int, sentence string) {
		if e.with != nil && !e.with.MatchString(sentence) || e.unless != nil && e.unless.MatchString(sentence) || inThePast.MatchString(sentence) {
			return
		}
		r.hit(rule, start, stop, r.quoted(start, stop)+" "+e.Message, e.Fix)
	})
}
