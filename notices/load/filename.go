package load

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"notices.example/notices"
)

// maxID is how long an ID, and so the name of a file, may be.
const maxID = 100

// reserved are names that Windows keeps for devices, whatever the ending.
var reserved = regexp.MustCompile(`^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// checkName reports a file whose name, or the name of a folder it lies in, can
// not be part of an address.
func checkName(f *file) {
	for _, segment := range strings.Split(f.ID, "/") {
		problem := idProblem(segment)
		if problem == "" {
			continue
		}
		f.nameless = true
		message, fix := nameWords(f, segment, problem)
		f.report(ruleIDInvalid, f.whole(), message, fix)
		return
	}
	most := maxID
	if f.Kind == notices.VersionFile {
		most += len("/2026-07-01") // of a notice whose ID may be as long as any
	}
	if len(f.ID) > most {
		f.nameless = true
		f.report(ruleIDInvalid, f.whole(), fmt.Sprintf("The path “%s” is longer than %d characters.", f.ID, most), "Use shorter names for the file and its folders.")
	}
}

// idProblem says what is wrong with an ID in a sentence, or nothing.
func idProblem(id string) string {
	switch {
	case len(id) > maxID:
		return fmt.Sprintf("it is longer than %d characters.", maxID)
	case !isName(id):
		return "use only small letters a to z, digits, and single hyphens between words."
	case len(id) <= len("com0") && reserved.MatchString(id):
		return "Windows keeps this name for itself."
	}
	return ""
}

// isName reports whether an ID is made of small letters and digits, with single
// hyphens between words: it becomes part of an address.
func isName(id string) bool {
	hyphen := true // one may not come now
	for i := range len(id) {
		c := id[i]
		if c == '-' && hyphen || c != '-' && !isDigit(c) && (c < 'a' || c > 'z') {
			return false
		}
		hyphen = c == '-'
	}
	return !hyphen
}

// nameWords says what is wrong with one part of a file's path, and how to put it
// right.
func nameWords(f *file, segment, problem string) (message, fix string) {
	message = fmt.Sprintf("The name “%s” cannot be used: %s", printable(segment), problem)
	if before, last, dotted := cutLast(segment, "."); dotted && len(last) == 2 && idProblem(before) == "" {
		return message, fmt.Sprintf("For a translation, end the name in one of these languages: %s. Otherwise leave out the full stop.", languages())
	}
	better := slug(segment)
	if better == "" || better == segment {
		return message, "Give it another name, such as council-tax."
	}
	if strings.HasSuffix(f.ID, segment) { // the file, not a folder it lies in
		base := path.Base(f.path)
		return message, fmt.Sprintf("Rename “%s” to “%s”.", printable(base), better+strings.TrimPrefix(base, segment))
	}
	return message, fmt.Sprintf("Rename the folder “%s” to “%s”.", printable(segment), better)
}

// languages lists the languages that content may be in.
func languages() string { return strings.Join(notices.TermLists["language"], ", ") }

// slug turns a text into an ID that is close to it; it is empty when no letter
// or digit is left.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, "")) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’':
			gap = true
		}
	}
	id := b.String()
	if len(id) > maxID {
		id = strings.TrimRight(id[:maxID], "-")
	}
	if reserved.MatchString(id) {
		id += "-notice"
	}
	return id
}

// otherNames are names that people give to the files and folders of content.
var otherNames = map[string]string{
	"organizations": "organisations", "organisation": "organisations", "orgs": "organisations", "bodies": "organisations",
	"notice": "notices", "privacy-notices": "notices", "blocks": "shared", "block": "shared", "includes": "shared",
	"page": "pages", "config.yaml": "site.yaml", "terms.yaml": "glossary.yaml",
}

func folderFix(name string) string {
	known := []string{"notices", "organisations", "pages", "shared"}
	if better := nearest(strings.ToLower(name), known, otherNames); better != "" {
		return fmt.Sprintf("Did you mean “%s”? Rename the folder.", better)
	}
	return fmt.Sprintf("Notices and other files belong in one of these folders: %s.", strings.Join(known, ", "))
}

func topFileFix(name string) string {
	small := strings.ToLower(name)
	if stem, ok := strings.CutSuffix(small, ".yml"); ok {
		small = stem + ".yaml"
	}
	if fix := dottedFix(small); fix != "" {
		return fix
	}
	if better := nearest(strings.TrimSuffix(small, ".txt"), []string{"site.yaml", "glossary.yaml", "baseline.yaml"}, otherNames); better != "" {
		return fmt.Sprintf("Did you mean “%s”? Rename the file.", better)
	}
	return "Notices belong in the folder notices, organisations in the folder organisations, other pages in the folder pages."
}

// dottedFix says what is wrong with a file such as glossary.fr.yaml, or nothing when
// the name is none like that.
func dottedFix(name string) string {
	stem, lang, ok := cutLast(strings.TrimSuffix(name, ".yaml"), ".")
	switch {
	case !ok || single[stem+".yaml"] == "" || len(lang) != 2 || lang == "md":
		return ""
	case stem+".yaml" == baselineName: // the ledger ends otherwise
		return "The baseline has no words to translate. Take this file out."
	}
	if main, known := withoutLanguage(name); known != "" { // in capitals, or with another ending
		return fmt.Sprintf("Did you mean “%s.%s.yaml”? Rename the file.", strings.TrimSuffix(main, ".yaml"), known)
	}
	return fmt.Sprintf("For a translation, end the name in one of these languages: %s. Otherwise take this file out.", languages())
}

// otherEndings are endings that editors give to files that are meant for one of ours.
var otherEndings = map[string]string{".yml": ".yaml", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".txt": ".md", ".md": ".md", ".yaml": ".yaml"}

// endingFix says what ending a file should have had. The name it gives can be used.
func endingFix(name string, f folder) string {
	base := path.Base(name)
	ending := path.Ext(base)
	stem := strings.TrimSuffix(base, ending)
	better := otherEndings[strings.ToLower(ending)]
	if inner := otherEndings[strings.ToLower(path.Ext(stem))]; better != "" && inner != "" { // notice.md.txt
		stem, better = strings.TrimSuffix(stem, path.Ext(stem)), inner
	}
	if !slices.Contains(f.endings, better) {
		return fmt.Sprintf("Only files that end in %s are read here. Save it in that form, or remove it.", strings.Join(f.endings, " or "))
	}
	if before, lang, ok := cutLast(stem, "."); ok && slices.Contains(notices.TermLists["language"], lang) {
		stem, better = before, "."+lang+better
	}
	if usable := slug(stem); usable != "" {
		stem = usable
	}
	return fmt.Sprintf("Rename it to “%s”.", printable(stem+better))
}

// cutLast cuts s around the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// printable makes a name safe to print on one line.
func printable(s string) string {
	if !slices.ContainsFunc([]rune(s), func(r rune) bool { return !unicode.IsPrint(r) }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '�'
	}, s)
}
