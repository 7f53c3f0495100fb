package rules

import (
	"maps"
	"regexp"
	"slices"

	"notices.example/notices"
	"notices.example/notices/wording"
)

// known is what is worked out of all content. As long as it comes out the same it is
// the same value, so that it can be compared by its address.
type known struct {
	organisations *[]*notices.Organisation
	bodies        spellings         // of these organisations
	namesOfBodies *bodyNames        // of them
	namedTwice    []notices.Finding // of them
	fields        map[string]*[]notices.FieldStart
	pattern       string
	allowed       *regexp.Regexp // of this pattern: the words that the site wants left alone; nil when there are none
	explained     *wording.Acronyms
	kinds         map[string]notices.FileKind // of all files
	files         map[string]string           // the first of those files that a link can lead to, by its name without folder and ending
	against       map[string]*notices.Notice  // what is held against notices of corporate ones, by the IDs of these
	stems         []string
	near          map[string]string // the nearest stems, by files that are not there, as long as these are the stems: the file of one may be another
}

// next gives what is known of a set.
func (k known) next(set *notices.Set) known {
	now := known{stems: k.stems, near: k.near, against: map[string]*notices.Notice{}}
	now.organisations, now.bodies, now.namesOfBodies, now.namedTwice = k.organisations, k.bodies, k.namesOfBodies, k.namedTwice
	if k.organisations == nil || !slices.Equal(*k.organisations, set.Corpus.Organisations) {
		list := slices.Clone(set.Corpus.Organisations) // a copy, so that it does not keep the corpus
		now.organisations, now.bodies, now.namesOfBodies, now.namedTwice = &list, spellingsOf(list), namesOf(list), namedTwice(list)
	}
	now.fields = map[string]*[]notices.FieldStart{}
	for file, list := range set.Corpus.Fields.Known() {
		if old := k.fields[file]; old != nil && sameFields(*old, list) {
			now.fields[file] = old
		} else {
			now.fields[file] = &list
		}
	}
	now.kinds, now.files = k.kinds, k.files
	if !sameKinds(k.kinds, set.Files) {
		now.kinds, now.files = kindsOf(set.Files), filesByStem(set.Files)
	}
	now.pattern, now.allowed = allowedPattern(set.Corpus.Site), k.allowed
	if now.pattern != k.pattern {
		now.allowed = nil
		if now.pattern != "" {
			now.allowed = regexp.MustCompile(now.pattern)
		}
	}
	explained := wording.AcronymsIn(explainedIn(set.Corpus))
	now.explained = &explained
	if k.explained != nil && maps.Equal(*k.explained, explained) {
		now.explained = k.explained
	}
	return now
}

// sameFields reports whether two lists are the same. Most are even one.
func sameFields(a, b []notices.FieldStart) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}

func kindsOf(files map[string]notices.ContentFile) map[string]notices.FileKind {
	kinds := make(map[string]notices.FileKind, len(files))
	for path, f := range files {
		kinds[path] = f.Kind
	}
	return kinds
}

func sameKinds(kinds map[string]notices.FileKind, files map[string]notices.ContentFile) bool {
	for path, f := range files {
		if kinds[path] != f.Kind {
			return false
		}
	}
	return len(kinds) == len(files) && kinds != nil
}

// filesByStem finds the files that a link can lead to by their stems. Of several it is
// the first.
func filesByStem(files map[string]notices.ContentFile) map[string]string {
	byStem := map[string]string{}
	for path, f := range files {
		if first := byStem[stem(path)]; linkable(f) && (first == "" || path < first) {
			byStem[stem(path)] = path
		}
	}
	return byStem
}
