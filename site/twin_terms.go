package site

import "maps"

// The namespaces of the vocabularies that data files use. DPV is the Data Privacy
// Vocabulary of the W3C's community group, version 2.
var namespaces = map[string]any{
	"dpv":     "https://w3id.org/dpv#",
	"eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
	"schema":  "https://schema.org/",
	"rdfs":    "http://www.w3.org/2000/01/rdf-schema#",
	"xsd":     "http://www.w3.org/2001/XMLSchema#",
}

// dataTerms says which keys of data files are terms of a vocabulary. What is not
// here has no term that means just that, and is for programs that read plain JSON.
var dataTerms = map[string]any{
	"title":    worded("schema:name"),
	"summary":  worded("schema:description"),
	"language": "schema:inLanguage",
	"page":     typed("schema:url", "@id"),
	"updated":  typed("schema:dateModified", "xsd:date"),
	"expires":  typed("schema:expires", "xsd:date"),

	"name":     "schema:name",
	"address":  "schema:address",
	"website":  typed("schema:url", "@id"),
	"contacts": map[string]any{"@id": "schema:contactPoint", "@context": map[string]any{"role": "schema:contactType"}},
	"email":    "schema:email",
	"phone":    "schema:telephone",
	"label":    worded("rdfs:label"),

	"law":                 "dpv:hasApplicableLaw",
	"controllers":         "dpv:hasDataController",
	"data_subjects":       "dpv:hasDataSubject",
	"data":                "dpv:hasPersonalData",
	"sources":             "dpv:hasDataSource",
	"purposes":            "dpv:hasProcess",
	"purpose":             "dpv:hasPurpose",
	"lawful_basis":        "dpv:hasLegalBasis",
	"recognised_interest": "dpv:hasLegalBasis",
	"condition":           "dpv:hasLegalBasis",
	"schedule_1":          "dpv:hasLegalBasis",
	"recipients":          "dpv:hasRecipient",
	"transfers":           "dpv:hasProcessing",
	"safeguard":           "dpv:hasLegalBasis",
	"retention":           "dpv:hasStorageCondition",
	"period":              typed("dpv:hasDuration", "xsd:duration"),
	"rights":              "dpv:hasRight",
}

func typed(term, kind string) map[string]any { return map[string]any{"@id": term, "@type": kind} }

// worded is a term whose values are words in the language of the document, unless
// they say otherwise.
func worded(term string) map[string]any { return map[string]any{"@id": term, "@language": ""} }

// linkedContext gives what makes a data file JSON-LD, but for its base: references in
// it are those of the page.
func linkedContext(lang string) map[string]any {
	c := map[string]any{"@version": 1.1}
	maps.Copy(c, namespaces)
	for key, term := range dataTerms {
		if words, ok := term.(map[string]any); ok && words["@language"] != nil {
			term = map[string]any{"@id": words["@id"], "@language": lang}
		}
		c[key] = term
	}
	return c
}

// The classes of things, by the word that says what they are. A word that is not
// here has no class of its own. The grounds of UK law are not those of the EU's
// GDPR, which is another law now, so for them only terms that belong to no law are
// used; 6(1)(e) is two of these, and a notice does not say which.
var (
	originClasses = map[string]string{"given": "dpv:ProvidedPersonalData", "observed": "dpv:ObservedPersonalData", "derived": "dpv:DerivedPersonalData"}
	roleClasses   = map[string]string{"processor": "dpv:DataProcessor", "sub-processor": "dpv:DataSubProcessor"}
	basisClasses  = map[string]string{
		"consent": "dpv:Consent", "contract": "dpv:Contract", "legal-obligation": "dpv:LegalObligation",
		"vital-interests": "dpv:VitalInterest", "legitimate-interests": "dpv:LegitimateInterest", "explicit-consent": "dpv:ExplicitlyExpressedConsent",
	}
	euClasses = map[string]string{
		"6(1)(a)": "eu-gdpr:A6-1-a", "6(1)(b)": "eu-gdpr:A6-1-b", "6(1)(c)": "eu-gdpr:A6-1-c", "6(1)(d)": "eu-gdpr:A6-1-d",
		"6(1)(e)": "eu-gdpr:A6-1-e", "6(1)(f)": "eu-gdpr:A6-1-f",
		"9(2)(a)": "eu-gdpr:A9-2-a", "9(2)(b)": "eu-gdpr:A9-2-b", "9(2)(c)": "eu-gdpr:A9-2-c", "9(2)(d)": "eu-gdpr:A9-2-d", "9(2)(e)": "eu-gdpr:A9-2-e",
		"9(2)(f)": "eu-gdpr:A9-2-f", "9(2)(g)": "eu-gdpr:A9-2-g", "9(2)(h)": "eu-gdpr:A9-2-h", "9(2)(i)": "eu-gdpr:A9-2-i", "9(2)(j)": "eu-gdpr:A9-2-j",
		"15": "eu-gdpr:A15", "16": "eu-gdpr:A16", "17": "eu-gdpr:A17", "18": "eu-gdpr:A18", "20": "eu-gdpr:A20", "21": "eu-gdpr:A21",
		"22": "eu-gdpr:A22", "7(3)": "eu-gdpr:A7-3",
		"45": "eu-gdpr:A45-3", "46(2)(a)": "eu-gdpr:A46-2-a", "46(2)(b)": "eu-gdpr:A46-2-b", "46(2)(c)": "eu-gdpr:A46-2-c",
		"46(2)(e)": "eu-gdpr:A46-2-e", "46(2)(f)": "eu-gdpr:A46-2-f",
		"49(1)(a)": "eu-gdpr:A49-1-a", "49(1)(b)": "eu-gdpr:A49-1-b", "49(1)(d)": "eu-gdpr:A49-1-d", "49(1)(e)": "eu-gdpr:A49-1-e",
		"49(1)(f)": "eu-gdpr:A49-1-f", "49(1)(g)": "eu-gdpr:A49-1-g",
	}
)

// classes gives the class that everything of a kind has, and the narrower one that
// a table has for a word.
func classes(all string, table map[string]string, word string) []string {
	if narrower := table[word]; narrower != "" {
		return []string{all, narrower}
	}
	return []string{all}
}

// groundClasses gives the classes of a ground of the law: the general one, one by
// its name, and under EU law that of its provision.
func (e *edition) groundClasses(all, term, provision string) []string {
	list := classes(all, basisClasses, term)
	if e.jurisdiction == "eu" && euClasses[provision] != "" {
		list = append(list, euClasses[provision])
	}
	return list
}
