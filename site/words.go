package site

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"

	"notices.example/notices"
)

// Words are the words of the interface in one language. Templates read them by
// field, so that a misspelt word is found before any page is made. The fields
// are filled from layouts/words.<language>.yaml, where a field's key is its name
// in snake_case; every field must be there.
type Words struct {
	Language  string // the language's own name for itself
	Tag       string // its BCP 47 tag
	Frame     FrameWords
	Home      HomeWords
	Notice    NoticeWords
	Standing  StandingWords
	KeyFacts  KeyFactWords
	Flow      FlowWords
	Section   map[string]string // headings, by notices.Section
	Statement StatementWords    // sentences for what was denied
	Column    ColumnWords
	Part      PartWords
	Gap       GapWords

	Translation TranslationWords
	Contact     ContactWords
	Feed        FeedWords
	Forms       FormWords
	History     HistoryWords
	Search      SearchWords
	Cookies     CookieWords
	Access      AccessWords
	Org         OrgWords
	LookUp      LookUpWords
	Months      []string
	Count       CountWords
	Basis       map[string]string            // what each lawful basis means, in a few words
	Legal       []LegalWord                  // for the glossary
	Term        map[string]map[string]string // labels, by list and word: notices.TermLists
}

// FrameWords stand around every page.
type FrameWords struct {
	Skip, Breadcrumbs, Home, Footer, Languages         string
	Printed, Newest                                    string // for paper, where there is no clock
	Draft, DraftMeaning                                string
	Glossary, GlossaryIntro, NotFound, NotFoundMeaning string
	Moved, MovedTo                                     string
}

// HomeWords are the words of the home page.
type HomeWords struct {
	Services, Corporate, Transitions, Organisations, OrganisationsMeaning string
}

// NoticeWords are said about a notice as a whole. The places of Article are
// {law} and {article}.
type NoticeWords struct {
	KeyFacts, Contents, Draft, Article                                      string
	FromNotice, FromOrganisation, FromBlock, BuildsOn, Terms, UsedIn        string
	NotYet, NotYetIntro, GapHere, NotSaid, AcceptedBy, Until                string
	OpenQuestions, For                                                      string
	Effective, Updated, Reviewed, ReviewDue, Expires                        string
	ApprovedBy, Assessment, Law                                             string
	Changes, Material, ReadWith, Documents, Exemptions, Safeguards, Because string
}

// StandingWords say why a notice would not be published. Future and Expired mark it
// in lists. The place of all but DraftMeaning is {day}.
type StandingWords struct {
	Future, Expired, DraftMeaning, FutureMeaning, ExpiredMeaning string
}

// KeyFactWords are the words of the summary at the top of a notice. The places of
// More are {and} and {n}; those of Between are {first} and {last}.
type KeyFactWords struct {
	Who, Why, What, WhoSees, HowLong, Choices string
	NoOne, More, Between, After               string
	OtherRules, SomeNotSaid                   string
	See, Correct, Withdraw, Object, Complain  string
}

// StatementWords are whole sentences. {outside} stands for “outside the
// UK”, or whatever the territory of the law is.
type StatementWords struct {
	NoSources, NoRecipients, NoTransfers, NoAutomated, NoProfiling, NoAI string
	NoSpecial, NoOffence, NoEnforcement, NoChildren                      string
	Transfers, RightsIntro, Free, Objection                              string
	Regulator, RegulatorSecond, FreeText, AI                             string
	ObjectionMarketing, ObjectionMarketingHow                            string
	ObjectionWeighed, ObjectionWeighedHow                                string
	Sensitive, Offence, Profile                                          string
	PubliclyAvailable, NotPubliclyAvailable                              string
}

// ColumnWords head the columns of tables, and label the same values when a table
// is shown as blocks on a narrow screen.
type ColumnWords struct {
	Purpose, Uses, Basis, Item, Why, WhyBasis, Required   string
	Sees, Kept                                            string
	Source, When, Items, Public, Recipient, Reason, Where string
	Who, Held, Safeguard, Copy, Information, Period, Then string
	Exceptions, Schedule, Right, Applies                  string
	Topic, Organisation, Link                             string
	Logic, Significance, Consequences, Effect             string
}

// PartWords are captions, headings below the heading of a section, and labels
// inside a cell.
type PartWords struct {
	Purposes, Data, Sources, Recipients, Access, Transfers, Retention, Rights, Routes string
	DataSubjects, NotCollected, Children, NeverSharedFor, Profiling, AI, Challenge    string
	HowToUse, Identity, TimeLimit, Withdrawal, SaysNotice                             string
	ToController, ToRegulator, Stages                                                 string
	Joint, Shares, Responsible, Agreement, ProvidedBy, ProcessorFor, Representative   string
	Predecessors, Covered, NotCovered, Everything                                     string
	BasisInLaw, Interests, Outside, Condition, PolicyDocument, Sensitive, Offence     string
	Channels, RequiredBy, IfNotGiven, Examples, WorksFor                              string
	ForAll, HeldBy, GetCopy, OurStatement                                             string
}

// ContactWords label the channels of a contact.
type ContactWords struct {
	Post, Email, Phone, Textphone, Relay, Form, FormLink, Hours, Website, Complain string
}

// OrgWords are the words of an organisation's page.
type OrgWords struct {
	Contacts, Details, Address, Country, Website, PrivacyNotice, Registration, LegalForm string
	AlsoKnownAs, HostedBy, SitsWithin, Representative                                    string
	Since, Closed, SucceededBy, Replaced                                                 string
	Controls, Receives, Provides                                                         string
}

// CountWords say how many there are of something.
type CountWords struct {
	Years, Months, Weeks, Days Plural
	And, AndVowel              string // the second before one of Vowels
	Vowels                     string
}

// Plural holds the forms of a counted word by the plural categories of Unicode
// CLDR. A form that is left out is as Other.
type Plural struct {
	One, Two, Few, Many, Other string
}

// LegalWord is a legal word that the glossary explains on every site.
type LegalWord struct {
	Term, Meaning string
}

// Label gives the label of a word of a list, or the word itself when there is
// none, so that a page never shows nothing.
func (w *Words) Label(list, word string) string {
	if label := w.Term[list][word]; label != "" {
		return label
	}
	return strings.ReplaceAll(word, "-", " ")
}

// tag gives the language as x/text knows it.
func (w *Words) tag() language.Tag { return language.Make(w.Tag) }

// loadWords reads the built-in words of one language.
func loadWords(builtIn fs.FS, lang string) (*Words, error) {
	name := wordsFile(lang)
	src, err := fs.ReadFile(builtIn, name)
	if err != nil {
		return nil, fmt.Errorf("read the words of language %q: %w", lang, err)
	}
	w := &Words{Tag: lang}
	return w, fillWords(w, src, name, true)
}

// replaceWords puts words of the site's own over the built-in ones. Its file
// holds only the words that differ.
func replaceWords(w *Words, own ownFiles) error {
	name := "layouts/" + wordsFile(w.Tag)
	src, there := own[name]
	if !there {
		return nil
	}
	return fillWords(w, src, name, false)
}

func wordsFile(lang string) string { return "words." + lang + ".yaml" }

func fillWords(w *Words, src []byte, name string, whole bool) error {
	var tree map[string]any
	if err := yaml.Unmarshal(src, &tree); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if tree == nil {
		tree = map[string]any{}
	}
	tree["tag"] = w.Tag
	if wrong := fill(reflect.ValueOf(w).Elem(), tree, "", whole); len(wrong) > 0 {
		return fmt.Errorf("%s: %s", name, strings.Join(wrong, "; "))
	}
	return nil
}

// fill sets v from a value that was read from YAML, and lists what is missing
// (when whole is asked for), unknown or of another kind.
func fill(v reflect.Value, from any, key string, whole bool) []string {
	switch v.Kind() {
	case reflect.Struct:
		return fillStruct(v, from, key, whole)
	case reflect.Map:
		return fillMap(v, from, key, whole)
	case reflect.Slice:
		return fillSlice(v, from, key, whole)
	}
	text, ok := from.(string)
	if !ok {
		return []string{key + " is not text"}
	}
	v.SetString(text)
	return nil
}

func fillStruct(v reflect.Value, from any, key string, whole bool) (wrong []string) {
	values, ok := from.(map[string]any)
	if !ok {
		return []string{key + " has no words below it"}
	}
	known := map[string]bool{}
	for i := range v.NumField() {
		name := notices.Key(v.Type().Field(i).Name)
		known[name] = true
		value, said := values[name]
		if said {
			wrong = append(wrong, fill(v.Field(i), value, key+"/"+name, whole)...)
		} else if whole && (v.Type() != reflect.TypeFor[Plural]() || name == "other") {
			wrong = append(wrong, key+"/"+name+" is missing")
		}
	}
	for name := range values {
		if !known[name] {
			wrong = append(wrong, key+"/"+name+" is not known")
		}
	}
	slices.Sort(wrong)
	return wrong
}

func fillMap(v reflect.Value, from any, key string, whole bool) (wrong []string) {
	values, ok := from.(map[string]any)
	if !ok {
		return []string{key + " has no words below it"}
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	for name, value := range values {
		item := reflect.New(v.Type().Elem()).Elem()
		if old := v.MapIndex(reflect.ValueOf(name)); old.IsValid() {
			item.Set(old)
		}
		wrong = append(wrong, fill(item, value, key+"/"+name, whole)...)
		v.SetMapIndex(reflect.ValueOf(name), item)
	}
	slices.Sort(wrong)
	return wrong
}

func fillSlice(v reflect.Value, from any, key string, whole bool) (wrong []string) {
	values, ok := from.([]any)
	if !ok {
		return []string{key + " is not a list"}
	}
	v.Set(reflect.MakeSlice(v.Type(), len(values), len(values)))
	for i, value := range values {
		wrong = append(wrong, fill(v.Index(i), value, fmt.Sprintf("%s/%d", key, i+1), whole)...)
	}
	return wrong
}
