package rules

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var organisationRepeated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "organisation-repeated", Title: "One body seems to have two files", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "12(1)"},
		Why: "Two files for one body soon say different things: two addresses, two registration numbers, two countries. " +
			"Which of them readers see then depends on the notice. The other spelling belongs under also_known_as.",
		Bad: "-- content/organisations/forms.yaml --\nname: Forms Firm Ltd\ncountry: GB\n" +
			"-- content/organisations/forms-firm.yaml --\nname: The Forms Firm Limited\ncountry: GB\n",
		Good: "-- content/organisations/forms.yaml --\nname: Forms Firm Ltd\nalso_known_as: [The Forms Firm Limited]\ncountry: GB\n",
	},
	CheckSite: func(s *Site) []notices.Finding { return s.index.namedTwice },
}

// namedTwice gives the bodies that have the name of an earlier one.
func namedTwice(bodies []*notices.Organisation) []notices.Finding {
	var list []notices.Finding
	known := spellings{}
	for _, o := range bodies {
		for _, name := range slices.Concat([]notices.Text{o.Name}, o.AlsoKnownAs) {
			other, is := known.find(name.Value)
			if !is || other.body == o {
				known.add(name, o)
				continue
			}
			f := notices.Finding{
				Pos: name.Pos, About: o.ID.Value,
				Message: quote(name.Value) + " is the name of another organisation too: " + quote(other.name.Value) + ".",
				Fix:     "Keep one file for the body, and put the other spelling under also_known_as. If they are two bodies, give each its full name.",
				Related: []notices.Related{{Pos: other.name.Pos, Message: "the other one"}},
			}
			if one, two := o.Registration.Number, other.body.Registration.Number; one.Said() && two.Said() && plainNumber(one) != plainNumber(two) {
				f.Message += " They have two registration numbers."
				f.Related = append(f.Related, notices.Related{Pos: one.Pos, Message: "one number"}, notices.Related{Pos: two.Pos, Message: "the other number"})
			}
			list = append(list, f)
			break
		}
	}
	return list
}

// spelling is a name of a body.
type spelling struct {
	name notices.Text
	body *notices.Organisation
}

// spellings finds bodies by their names, however those are spelled.
type spellings map[string]spelling

func spellingsOf(bodies []*notices.Organisation) spellings {
	s := spellings{}
	for _, o := range bodies {
		for _, name := range slices.Concat([]notices.Text{o.Name}, o.AlsoKnownAs) {
			s.add(name, o)
		}
	}
	return s
}

func (s spellings) add(name notices.Text, o *notices.Organisation) {
	for key := range spelled(bareName(name.Value)) {
		if _, taken := s[string(key)]; !taken {
			s[string(key)] = spelling{name, o}
		}
	}
}

// find gives the body whose name is the same but for case, punctuation, its legal
// form or, in a long name, one letter.
func (s spellings) find(name string) (spelling, bool) {
	bare := bareName(name)
	for key := range spelled(bare) {
		if found, ok := s[string(key)]; ok && nearlyEqual(bareName(found.name.Value), bare) {
			return found, true
		}
	}
	return spelling{}, false
}

// legalForm matches the words of a name that only tell what a body is in law.
var legalForm = pattern.MustCompile(`\b(limited|ltd|plc|llp|llc|inc|incorporated|cic|gmbh)\b`)

// bareName is a name as it is compared: letters and digits only, without legal
// form.
func bareName(name string) string {
	text := strings.ReplaceAll(plain(name), "&", " and ")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\'' || r == '.':
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return r
		}
		return ' '
	}, text)
	text = strings.Join(strings.Fields(legalForm.ReplaceAllString(text, " ")), " ")
	return strings.TrimPrefix(text, "the ")
}

// longName is from how many letters on a name with one letter changed is taken
// for the same. In shorter ones a letter makes another name.
const longName = 14

// spelled gives the keys under which a bare name is looked for: itself and, when it is
// long, itself without each of its letters, so that names that differ in one letter
// meet. A key holds until the next one.
func spelled(bare string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		key := []byte(bare)
		if bare == "" || !yield(key) || utf8.RuneCountInString(bare) < longName {
			return
		}
		for i, letter := range bare {
			key = append(append(key[:0], bare[:i]...), bare[i+utf8.RuneLen(letter):]...)
			if !yield(key) {
				return
			}
		}
	}
}

// nearlyEqual reports whether two names are the same, or long and one letter
// apart. A digit makes another name: School 1 is not School 2. So does the first
// letter of a word: East and West are too far apart, but Kent and Gent are not.
func nearlyEqual(a, b string) bool {
	if a == b {
		return true
	}
	short, long := []rune(a), []rune(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < longName-1 || len(long)-len(short) > 1 {
		return false
	}
	i := 0
	for i < len(short) && short[i] == long[i] {
		i++
	}
	if i == 0 || long[i-1] == ' ' || unicode.IsDigit(long[i]) || i < len(short) && unicode.IsDigit(short[i]) {
		return false
	}
	if len(short) == len(long) {
		return slices.Equal(short[i+1:], long[i+1:])
	}
	return slices.Equal(short[i:], long[i+1:])
}

var organisationByName = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "organisation-by-name", Title: "A body that has a file is given by name only", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)"}, Item: "recipients",
		Why: "What the site knows of a body, such as the country where it handles data, is used only where a notice names its file. " +
			"A name typed again can also be spelled in another way, and then looks like another body.",
		Bad:  "recipients:\n  - name: The Forms Firm\n    role: processor\n    purpose: Runs our online forms\n" + formsFirm,
		Good: "recipients:\n  - organisation: forms-firm\n    role: processor\n    purpose: Runs our online forms\n" + formsFirm,
	},
	Check: func(s *Subject) []notices.Finding {
		if p := s.Notice.Written.Processing; givesNames(p) {
			return s.around.bodies().typedAgain(p)
		}
		return nil
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		for _, b := range s.Set.Corpus.Blocks {
			list = append(list, s.index.bodies.typedAgain(b.Processing)...)
		}
		return list
	},
}

const formsFirm = "-- content/organisations/forms-firm.yaml --\nname: Forms Firm Ltd\ncountry: GB\n"

// givesNames reports whether a recipient or a source is given by its name.
func givesNames(p notices.Processing) bool {
	return slices.ContainsFunc(p.Recipients.Items, func(r notices.Recipient) bool { return r.Name.Said() }) ||
		slices.ContainsFunc(p.Sources.Items, func(s notices.Source) bool { return s.Name.Said() })
}

// typedAgain gives the recipients and sources whose name is that of a body that
// has a file.
func (s spellings) typedAgain(p notices.Processing) []notices.Finding {
	var list []notices.Finding
	check := func(ref notices.Ref, name notices.Text, about string) {
		if ref.Said() {
			return
		}
		known, is := s.find(name.Value)
		if !is {
			return
		}
		list = append(list, notices.Finding{
			Pos: name.Pos, About: about,
			Message: quote(name.Value) + " has a file of its own, as " + quote(known.name.Value) + ", but is given by name here.",
			Fix:     "Name its file in place of the name:\n\norganisation: " + known.body.ID.Value,
			Related: []notices.Related{{Pos: known.name.Pos, Message: "the name in its file"}},
		})
	}
	for _, r := range p.Recipients.Items {
		check(r.Organisation, r.Name, r.Ref())
	}
	for _, src := range p.Sources.Items {
		check(src.Organisation, src.Name, src.ID.Value)
	}
	return list
}
