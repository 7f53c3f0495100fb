package cms

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
	"notices.example/notices/law"
)

// kind is how a field of a form is filled in.
type kind string

// The kinds of fields.
const (
	line     kind = "line"     // words on one line
	lines    kind = "lines"    // words on one line or several
	markdown kind = "markdown" // a text with headings, lists and links
	day      kind = "day"
	choice   kind = "choice" // of one of the options
	part     kind = "part"   // a group of fields
	body     kind = "body"   // the ID of an organisation
)

// field is a field of a form.
type field struct {
	name, label, hint string
	kind              kind
	list              bool
	required          bool
	pattern, mistake  string // what it must look like, and what is said when it does not
	options           []option
	fields            []field
	telling           []string // of a list of parts: the fields that they are told apart by
}

// option is a word that can be chosen.
type option struct{ word, label string }

// leaf says how a single value of a type is filled in.
type leaf struct {
	kind             kind
	hint             string
	pattern, mistake string
}

// leaves are the types of single values. Yes and no are words to choose, and no box to
// tick: an empty box says no, and not to answer is not to say no.
var leaves = map[string]leaf{
	"Text":     {kind: lines},
	"Markdown": {kind: markdown},
	"ID":       {line, "small letters, digits and hyphens, such as contact-details", `^[a-z0-9]+(-[a-z0-9]+)*$`, "Use small letters, digits and hyphens"},
	"Ref":      {line, "", `^[a-z0-9]+([-/][a-z0-9]+)*$`, "Use small letters, digits and hyphens"},
	"URL":      {kind: line, hint: "https:// and the address, or a path on this site"},
	"Email":    {line, "just the address", `^[^@\s]+@[^@\s]+$`, "Write just the address"},
	"Phone":    {kind: line, hint: "as people dial it"},
	"Date":     {kind: day},
	"Period":   {kind: line, hint: "such as 6 months, 2 years, 1 year and 6 months, or 30 days"},
	"Answer":   {kind: choice},
	"Term":     {kind: choice},
	"Denial":   {kind: part},
}

// answers are the words of a question that is answered with yes or no.
var answers = []option{{"yes", "Yes"}, {"no", "No"}}

// oneLine are the texts that are always on one line. The others may be longer, and some,
// such as an address, are on several.
var oneLine = []string{
	"title", "name", "short_name", "label", "service", "term", "number", "row", "colour", "accent", "criterion", "by", "for",
	"approved_by", "who", "legal_form", "topic", "provision", "tested_by", "also_known_as", "words_allowed", "examples",
}

// needed are the keys without which what is filled in can be used for nothing. All that
// the law asks for beyond that “notices check” says: a draft may lack it.
var needed = map[string][]string{
	"Site": {"title", "law"}, "Organisation": {"name"}, "Notice": {"title"}, "Block": {"title"}, "Page": {"title"},
	"GlossaryTerm": {"term", "meaning"}, "DataItem": {"id", "label"}, "Purpose": {"id", "purpose"}, "Contact": {"role"},
	"Acceptance": {"rule"},
}

// maker makes forms. Its language is empty for those of the main files.
type maker struct {
	groups      map[string]group
	translation bool
}

// glossary is the form of the glossary: one list. It is no type of its own.
const glossary = "Glossary"

// form gives the fields of a type.
func (m maker) form(typeName string) []field {
	if typeName == glossary {
		return []field{{name: "terms", label: "Words", kind: part, list: true, required: true, fields: m.form("GlossaryTerm"), telling: []string{"term"}}}
	}
	var list []field
	for _, k := range m.groups[typeName].Keys {
		f := m.field(k)
		f.required = !m.translation && slices.Contains(needed[typeName], k.Name)
		if !m.translation || m.translated(k) {
			list = append(list, f)
		}
	}
	return list
}

// translated reports whether a translation says a key: what reads differently, and the
// IDs that tell what it belongs to.
func (m maker) translated(k key) bool {
	switch {
	case k.Name == "translates":
		return true
	case k.Type == "Text" || k.Type == "Markdown":
		return !k.Fact || k.Varies
	case k.Type == "ID":
		return true
	case k.Terms == "contact-role":
		return k.Name == "role"
	}
	g, is := m.groups[k.Type]
	return is && slices.ContainsFunc(g.Keys, func(inner key) bool { return inner.Type != "ID" && m.translated(inner) })
}

// field gives the field of a key.
func (m maker) field(k key) field {
	f := field{name: k.Name, label: label(k.Name), hint: sentence(k.Meaning), list: k.List || k.Stated}
	l, single := leaves[k.Type]
	switch {
	case k.Type == "Denial":
		f.kind, f.fields = part, []field{none("There is none.")}
	case !single:
		f.kind, f.fields, f.telling = part, m.form(k.Type), m.groups[k.Type].telling()
	default:
		f.kind, f.pattern, f.mistake = l.kind, l.pattern, l.mistake
		f.hint = sentence(strings.Join(slices.DeleteFunc([]string{strings.TrimSuffix(f.hint, "."), l.hint}, func(s string) bool { return s == "" }), "; "))
	}
	switch {
	case k.Type == "Text" && slices.Contains(oneLine, k.Name):
		f.kind = line
	case k.Type == "Ref" && k.Refs == "organisation":
		f.kind = body
	case k.Type == "Ref":
		f.hint = sentence(strings.TrimSuffix(f.hint, ".") + "; " + cmp.Or(refHints[k.Refs], "the id of "+k.Refs))
	case k.Type == "Answer":
		f.options = answers
	case k.Type == "Term":
		f.choose(k.Terms)
	}
	if k.Stated {
		f.deny(k.Type)
	}
	return f
}

// refHints say what is written to name something.
var refHints = map[string]string{
	"notice": "its folder and the name of its file without the ending, such as housing/repairs",
	"block":  "the name of its file without the ending",
	"data":   "the ids of items of Data above", "purpose": "the ids of Purposes above", "recipient": "the id of one of the Recipients",
}

// choose offers the words of a list.
func (f *field) choose(list string) {
	switch list {
	case "":
		f.kind = line
		return
	case "country":
		f.kind, f.pattern, f.mistake = line, "^[A-Z]{2}$", "Write the two letters of the country's code"
		f.hint = sentence(strings.TrimSuffix(f.hint, ".") + "; the two letters of the country's code, such as GB, IE or US")
		return
	}
	words, ours := notices.TermLists[list]
	if !ours {
		words = law.TermLists()[list]
	}
	for _, w := range words {
		text, provision := law.Meaning(list, w)
		if ours || text == "" {
			text, provision = label(w), ""
		}
		f.options = append(f.options, option{w, strings.TrimSuffix(text+", "+provision, ", ")})
	}
}

// deny lets a list say that there is none. That is a statement which readers rely on, so it
// is never made by leaving a list empty.
func (f *field) deny(of string) {
	f.hint = strings.TrimSuffix(f.hint, ".") + ". If there is none, add one entry that says so: an empty list says nothing."
	if of == "Text" {
		f.hint = strings.TrimSuffix(f.hint, ".") + ". The entry is the word none."
		return
	}
	f.telling = append([]string{"none"}, f.telling...)
	f.fields = append([]field{none("Only when there is none of all this; fill in nothing else then.")}, f.fields...)
}

// none is the statement that there is none of something.
func none(when string) field {
	return field{name: "none", label: "There is none", kind: line, hint: when + " Write why, in a sentence for readers, or just the word none."}
}

// label gives the words of a key or of a word from a list.
func label(name string) string {
	words := strings.NewReplacer("_", " ", "-", " ").Replace(name)
	if full, known := labels[name]; known {
		return full
	}
	return upper(words)
}

// labels are the names that are not words.
var labels = map[string]string{
	"id": "ID", "base_url": "Base URL", "uses_ai": "Uses AI", "cctv": "CCTV", "crm": "CRM", "sms": "SMS", "eu": "EU", "uk": "UK",
	"en": "English", "cy": "Welsh", "schedule_1": "Schedule 1 condition", "schedule_8": "Schedule 8 condition", "schedule-1": "Schedule 1",
	"schedule-7": "Schedule 7",
}

// sentence gives a phrase as a sentence.
func sentence(phrase string) string {
	if phrase == "" {
		return ""
	}
	return strings.TrimSuffix(upper(phrase), ".") + "."
}

func upper(words string) string {
	if strings.HasPrefix(words, "#") {
		return words
	}
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

// summary shows the fields that parts are told apart by, in the brackets of a system.
func (f field) summary(open, shut string) string {
	var shown []string
	for _, name := range f.telling {
		shown = append(shown, open+"fields."+name+shut)
	}
	return strings.Join(shown, " ")
}
