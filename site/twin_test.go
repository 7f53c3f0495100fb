package site_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/site"
)

// knownTerms are the terms that data files may use, as the vocabularies define
// them: DPV 2.2, its extension for the EU's GDPR, schema.org, RDFS, XML Schema.
var knownTerms = map[string]string{
	"dpv": `PrivacyNotice hasApplicableLaw Law hasDataController DataController hasDataSubject DataSubject hasPersonalData PersonalData
		ProvidedPersonalData ObservedPersonalData DerivedPersonalData SpecialCategoryPersonalData hasDataSource DataSource hasProcess Process
		hasPurpose Purpose hasLegalBasis LegalBasis Consent ExplicitlyExpressedConsent Contract LegalObligation VitalInterest LegitimateInterest
		hasRecipient Recipient DataProcessor DataSubProcessor hasProcessing CrossBorderTransfer DataTransferLegalBasis
		hasStorageCondition StorageCondition hasDuration hasRight DataSubjectRight`,
	"eu-gdpr": `A6-1-a A6-1-b A6-1-c A6-1-d A6-1-e A6-1-f A9-2-a A9-2-b A9-2-c A9-2-d A9-2-e A9-2-f A9-2-g A9-2-h A9-2-i A9-2-j
		A15 A16 A17 A18 A20 A21 A22 A7-3 A45-3 A46-2-a A46-2-b A46-2-c A46-2-e A46-2-f A49-1-a A49-1-b A49-1-d A49-1-e A49-1-f A49-1-g`,
	"schema": `WebPage name description inLanguage url dateModified expires address contactPoint contactType email telephone
		Organization GovernmentOrganization ContactPoint`,
	"rdfs": "label",
	"xsd":  "date duration",
}

var vocabularies = map[string]string{
	"dpv": "https://w3id.org/dpv#", "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#", "schema": "https://schema.org/",
	"rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
}

// checkTerms reports every term that no vocabulary has. Terms stand in contexts
// and in types, and nowhere else.
func checkTerms(t *testing.T, name, key string, value any) {
	t.Helper()
	switch v := value.(type) {
	case map[string]any:
		for k, inner := range v {
			if vocabulary := vocabularies[k]; vocabulary != "" && inner != vocabulary {
				t.Errorf("%s: %s is %v", name, k, inner)
			} else if vocabulary == "" && k != "@base" && !(key == "" && k == "@id") {
				checkTerms(t, name, key+"/"+k, inner)
			}
		}
	case []any:
		for _, inner := range v {
			checkTerms(t, name, key, inner)
		}
	case string:
		if !strings.Contains(key, "@context") && !strings.HasSuffix(key, "@type") || v == "@id" {
			return
		}
		if strings.HasSuffix(key, "/@language") {
			return
		}
		prefix, term, _ := strings.Cut(v, ":")
		if !slices.Contains(strings.Fields(knownTerms[prefix]), term) {
			t.Errorf("%s: %s is %q, which no vocabulary has", name, key, v)
		}
	}
}

// isTwin reports whether a file is a notice as data, and not what a host reads.
func isTwin(file string) bool {
	return strings.HasPrefix(file, "notices/") && path.Ext(file) == ".json"
}

func TestEveryTermOfDataFilesIsOfAVocabulary(t *testing.T) {
	t.Parallel()
	for _, law := range []string{"uk", "eu"} {
		in := input()
		in.Set.Corpus.Site.Law = term(law)
		if law == "eu" {
			in.Set.Corpus.Site.Accessibility = nil
		}
		for _, f := range render(t, in).Files {
			if !isTwin(f.Path) {
				continue
			}
			var value any
			if err := json.Unmarshal(f.Content, &value); err != nil {
				t.Fatal(err)
			}
			checkTerms(t, f.Path, "", value)
			if law == "uk" && bytes.Contains(f.Content, []byte(`"eu-gdpr:`)) {
				t.Errorf("%s: a notice under UK law names a provision of the EU's", f.Path)
			}
		}
	}
}

// Absent is not none, in data neither.
func TestDataFilesTellNoneFromNotSaid(t *testing.T) {
	t.Parallel()
	in := input()
	out := render(t, in)
	sparse := file(t, out, "notices/wendle/allotments.json")
	if !strings.Contains(sparse, `"recipients": []`) {
		t.Error("that there are no recipients is not said")
	}
	for _, key := range []string{"sources", "transfers", "retention", "profiling"} {
		if strings.Contains(sparse, `"`+key+`": `+"[") {
			t.Errorf("%s are said, which the notice does not", key)
		}
	}
	d := readData(t, sparse)
	if len(d.Gaps) != 1 || d.Gaps[0].Rule != "retention-missing" || d.Gaps[0].Until != "2027-06-30" {
		t.Errorf("gaps are %+v", d.Gaps)
	}
}

func TestPeriodsInDataAreThoseOfXMLSchema(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		if c.ID.Value == "wendle/allotments" {
			c.Retention = []notices.Retention{{Period: period("P1Y2W"), What: text("Letters")}, {Period: period("90 days"), What: text("Calls")}}
		}
	}
	d := readData(t, file(t, render(t, in), "notices/wendle/allotments.json"))
	if d.Retention[0].Period != "P1Y14D" || d.Retention[1].Period != "P90D" {
		t.Errorf("got %+v", d.Retention)
	}
}

// docs/notice-json.md is what people program by: every key has to be in it, and no
// other.
func TestEveryKeyOfDataFilesIsDescribed(t *testing.T) {
	t.Parallel()
	docs, err := os.ReadFile("../docs/notice-json.md")
	if err != nil {
		t.Fatal(err)
	}
	described := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([@a-z_0-9]+)`").FindAllStringSubmatch(string(docs), -1) {
		described[m[1]] = true
	}
	keys := map[string]bool{}
	keysOf(reflect.TypeFor[site.NoticeData](), keys)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if !described[key] {
			t.Errorf("docs/notice-json.md does not describe the key %s", key)
		}
		delete(described, key)
	}
	for key := range described {
		t.Errorf("docs/notice-json.md describes the key %s, which there is not", key)
	}
}

func keysOf(t reflect.Type, keys map[string]bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		keysOf(t.Elem(), keys)
	case reflect.Struct:
		for i := range t.NumField() {
			key, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			keys[key] = true
			keysOf(t.Field(i).Type, keys)
		}
	}
}

// checkTwin holds that a page and its data say the same: every fact of the data
// can be read on the page, and every row of the page is in the data.
func checkTwin(t *testing.T, out *site.Output, name string) {
	t.Helper()
	d := readData(t, file(t, out, name))
	pageName := strings.TrimSuffix(name, ".json") + ".html"
	root, err := html.Parse(strings.NewReader(file(t, out, pageName)))
	if err != nil {
		t.Fatal(err)
	}
	words := squeezed(textOf(root))
	for _, fact := range facts(d) {
		if !strings.Contains(words, squeezed(fact)) {
			t.Errorf("%s says %q, and the page does not", name, fact)
		}
	}
	for kind, want := range map[string][]string{"data--": itemIDs(d), "purpose--": purposeIDs(d), "right--": rightIDs(d)} {
		var got []string
		for _, id := range attributes(root, "id") {
			if id, is := strings.CutPrefix(id, kind); is {
				got = append(got, id)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s has %s %q, and the page has %q", name, kind, want, got)
		}
	}
}

// squeezed takes out what pages set differently: white space, and the signs that
// join words.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func facts(d site.NoticeData) (list []string) {
	add := func(words ...site.TextData) { list = append(list, wordsOf(words)...) }
	add(d.Title, d.Summary)
	add(d.NotCollected...)
	add(d.Security...)
	for _, c := range d.Controllers {
		list = append(list, c.Name, c.Registration)
	}
	for _, s := range d.DataSubjects {
		add(s.Label)
	}
	for _, i := range d.Data {
		add(i.Label, i.IfNotGiven, i.RequiredBy, i.VisibleTo)
	}
	for _, s := range d.Sources {
		add(s.Name, s.When)
	}
	for _, p := range d.Purposes {
		add(p.Purpose.Label, p.BasisInLaw, p.LegitimateInterests, p.Withdrawal)
		for _, g := range []*site.GroundData{p.LawfulBasis, p.Condition, p.Schedule1, p.RecognisedInterest, p.EnforcementGround, p.Schedule8} {
			if g != nil {
				add(g.Label, g.Citation)
			}
		}
	}
	for _, r := range d.Recipients {
		add(r.Name, r.Purpose, r.When, r.RequiredBy)
	}
	for _, r := range d.Retention {
		add(r.Criteria, r.From, r.Exceptions, r.What)
		if d.Language == "en" {
			list = append(list, inWords(r.Period))
		}
	}
	return append(list, factsOfRights(d)...)
}

func wordsOf(texts []site.TextData) (words []string) {
	for _, t := range texts {
		words = append(words, t.Value)
	}
	return words
}

func factsOfRights(d site.NoticeData) (list []string) {
	add := func(words ...site.TextData) { list = append(list, wordsOf(words)...) }
	for _, r := range slices.Concat(d.Rights, d.NoRights) {
		add(r.Label, r.Reason, r.Statement)
		for _, c := range r.Provisions {
			add(c.Citation)
		}
	}
	for _, c := range d.Changes {
		add(c.What)
	}
	if c := d.Complaints; c != nil {
		for _, r := range []*site.RouteData{c.ToController, c.ToRegulator} {
			if r != nil {
				add(r.How, r.Regulator)
			}
		}
	}
	return list
}

// inWords gives a period in days, months and years as pages have it, when it has
// but one unit.
func inWords(iso string) string {
	m := regexp.MustCompile(`^P(\d+)([YMD])$`).FindStringSubmatch(iso)
	if m == nil || m[2] == "D" {
		return "" // days can be weeks on the page
	}
	unit := map[string]string{"Y": " year", "M": " month"}[m[2]]
	if m[1] != "1" {
		unit += "s"
	}
	return m[1] + unit
}

func itemIDs(d site.NoticeData) (list []string) {
	for _, i := range d.Data {
		if i.ID != "" {
			list = append(list, i.ID)
		}
	}
	return list
}

func purposeIDs(d site.NoticeData) (list []string) {
	for _, p := range d.Purposes {
		if p.ID != "" {
			list = append(list, p.ID)
		}
	}
	return list
}

func rightIDs(d site.NoticeData) (list []string) {
	for _, r := range slices.Concat(d.Rights, d.NoRights) {
		list = append(list, r.Term)
	}
	return list
}

func TestAPageAndItsDataSayTheSame(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	for _, name := range []string{"wendle/garden-waste", "wendle/garden-waste.cy", "wendle/allotments", "wendle/council"} {
		checkTwin(t, out, "notices/"+name+".json")
	}
}
