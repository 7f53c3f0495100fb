package dpv

import "notices.example/notices"

// namespaces explain the prefixes.
var namespaces = map[string]string{
	"dpv":      "https://w3id.org/dpv#",
	"pd":       "https://w3id.org/dpv/pd#",
	"loc":      "https://w3id.org/dpv/loc#",
	"eu-gdpr":  "https://w3id.org/dpv/legal/eu/gdpr#",
	"legal-eu": "https://w3id.org/dpv/legal/eu#",
	"legal-gb": "https://w3id.org/dpv/legal/gb#",
	"dct":      "http://purl.org/dc/terms/",
	"rdfs":     "http://www.w3.org/2000/01/rdf-schema#",
	"xsd":      "http://www.w3.org/2001/XMLSchema#",
}

// laws are the laws, by jurisdiction.
var laws = map[string]string{"uk": "legal-gb:law-GDPR", "eu": "legal-eu:law-GDPR"}

// The terms of the vocabulary for the words of content files. A word that is not here
// has no term that means just that; what it means stands in words beside it.
var (
	origins = map[string]string{"given": "dpv:ProvidedPersonalData", "observed": "dpv:ObservedPersonalData", "derived": "dpv:DerivedPersonalData", "obtained": "dpv:CollectedPersonalData"}
	special = map[string]string{
		"political-opinions": "pd:PoliticalOpinion", "trade-union-membership": "pd:TradeUnionMembership", "genetic": "pd:Genetic",
		"biometric": "pd:Biometric", "health": "pd:Health", "sex-life": "pd:Sexual", "sexual-orientation": "pd:Sexual",
	}
	roles = map[string]string{
		"processor": "dpv:DataProcessor", "sub-processor": "dpv:DataSubProcessor", "controller": "dpv:DataController",
		"joint-controller": "dpv:DataController", "public-authority": "dpv:PublicSectorBody",
	}
	purposes = map[string]string{"direct-marketing": "dpv:DirectMarketing", "fraud-prevention": "dpv:FraudPreventionAndDetection", "security": "dpv:EnforceSecurity"}
	grounds  = map[string]string{
		"consent": "dpv:Consent", "explicit-consent": "dpv:ExplicitlyExpressedConsent", "contract": "dpv:Contract",
		"legal-obligation": "dpv:LegalObligation", "vital-interests": "dpv:VitalInterest", "legitimate-interests": "dpv:LegitimateInterest",
	}
	provided = map[string]string{"statutory": "dpv:Required", "contractual": "dpv:Required", "required": "dpv:Required", "optional": "dpv:Optional"}
)

// provisions are the provisions of the EU's GDPR that have a term. The UK's is another
// law, and has none.
var provisions = map[string]string{
	"6(1)(a)": "A6-1-a", "6(1)(b)": "A6-1-b", "6(1)(c)": "A6-1-c", "6(1)(d)": "A6-1-d", "6(1)(e)": "A6-1-e", "6(1)(f)": "A6-1-f",
	"9(2)(a)": "A9-2-a", "9(2)(b)": "A9-2-b", "9(2)(c)": "A9-2-c", "9(2)(d)": "A9-2-d", "9(2)(e)": "A9-2-e",
	"9(2)(f)": "A9-2-f", "9(2)(g)": "A9-2-g", "9(2)(h)": "A9-2-h", "9(2)(i)": "A9-2-i", "9(2)(j)": "A9-2-j",
	"15": "A15", "16": "A16", "17": "A17", "18": "A18", "20": "A20", "21": "A21", "22": "A22", "7(3)": "A7-3",
	"45(3)": "A45-3", "46(2)(a)": "A46-2-a", "46(2)(b)": "A46-2-b", "46(2)(c)": "A46-2-c", "46(2)(e)": "A46-2-e", "46(2)(f)": "A46-2-f",
	"49(1)(a)": "A49-1-a", "49(1)(b)": "A49-1-b", "49(1)(d)": "A49-1-d", "49(1)(e)": "A49-1-e", "49(1)(f)": "A49-1-f", "49(1)(g)": "A49-1-g",
}

// classes gives the class that everything of a kind has, and the narrower one of a word.
func classes(all string, table map[string]string, word notices.Term) []string {
	if narrower := table[word.Value]; narrower != "" {
		return []string{all, narrower}
	}
	return []string{all}
}

// grounded gives the classes of something that a provision gives.
func (w *writer) grounded(all string, word, provision string) []string {
	list := []string{all}
	if narrower := grounds[word]; narrower != "" {
		list = append(list, narrower)
	}
	if term := provisions[provision]; term != "" && w.law.Jurisdiction == "eu" {
		list = append(list, "eu-gdpr:"+term)
	}
	return list
}
