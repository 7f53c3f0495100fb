package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var onlyPurposeContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "only-purpose-contradicted", Title: "“For this purpose only”, but there are others", Severity: notices.Warning,
		Provisions: []string{"5(1)(b)", "5(1)(a)", "13(1)(c)", "14(1)(c)"}, Item: "purposes", Section: notices.PurposesSection,
		Why: "“We use it for nothing else” is a promise that data is bound to one purpose. When another purpose of the notice uses the same data, " +
			"the promise is broken where it is made.",
		Bad:  "body: |\n  We use your email address for nothing else.\n" + newsToo,
		Good: "body: |\n  We use your email address to send you the bill, and news if you ask for it.\n" + newsToo,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, sn := range s.sentences() {
			at := anyOf(onlyPurpose, sn)
			if at == nil || sn.conditional() || ofOthers.MatchString(sn.Lower) {
				continue
			}
			d, purposes := s.usedForMore(sn)
			if len(purposes) < 2 {
				continue
			}
			f := notices.Finding{
				Pos: sn.at(at), About: d.ID.Value,
				Message: fmt.Sprintf("The text says %s, but %s serves %d purposes.", quote(sn.words(at)), itemName(d), len(purposes)),
				Fix:     "Name the purposes in the text, or take the data out of those that do not use it.",
			}
			for _, p := range purposes {
				f.Related = append(f.Related, notices.Related{Pos: p.Pos, Message: "a purpose that uses it"})
			}
			list = append(list, f)
		}
		return list
	},
}

const newsToo = "purposes:\n  - id: tenancy\n    purpose: Rent you a plot and send you the bill\n    data: [name, email]\n    lawful_basis: contract\n" +
	"  - id: news\n    purpose: Send you news of the site\n    data: [email]\n    lawful_basis: contract\n"

var onlyPurpose = []claim{
	claimed(" else", `\b(?:and )?for nothing else\b`),
	claimed("purpose", `\bfor (?:this|that|the one|one) purpose only\b|\bonly for (?:this|that) (?:one )?purpose\b|\bfor no other (?:purpose|reason)s?\b`),
	claimed("not ", `\bnot (?:be )?used for any(?:thing else| other (?:purpose|reason)s?)\b`),
}

// usedForMore gives the data that a sentence speaks of and the purposes that use
// it: the purpose's own data where it is part of one, the data item it is part
// of, what the sentence names and, where it names none, whatever is used most.
func (s *Subject) usedForMore(sn sentence) (notices.DataItem, []notices.Purpose) {
	candidates := s.Notice.Data
	if own, ok := s.spokenOf(sn); ok {
		candidates = own
	}
	var most notices.DataItem
	var purposes []notices.Purpose
	for _, d := range candidates {
		if using := s.Notice.PurposesUsing(d.ID.Value); len(using) > len(purposes) {
			most, purposes = d, using
		}
	}
	return most, purposes
}

func (s *Subject) spokenOf(sn sentence) ([]notices.DataItem, bool) {
	var list []notices.DataItem
	for _, p := range s.Notice.Purposes {
		if sn.Key == "purpose" && p.ID.Value == sn.About {
			for _, ref := range p.Data {
				if d, ok := s.Notice.DataItem(ref.Value); ok {
					list = append(list, d)
				}
			}
			return list, true
		}
	}
	if sn.Key != bodyKey {
		if d, ok := s.Notice.DataItem(sn.About); ok {
			list = append(list, d)
		}
		return list, true
	}
	for _, d := range s.Notice.Data {
		if label := bareLabel(d); label != "" && strings.Contains(sn.Lower, label) {
			list = append(list, d)
		}
	}
	switch {
	case len(list) > 0:
		return list, true
	case inGeneral.MatchString(sn.Lower):
		return nil, false
	}
	return nil, true // of something that is not among the data
}

// ofOthers matches sentences on what others may do with the data.
var ofOthers = pattern.MustCompile(`\b(?:they|compan(?:y|ies)|providers?|suppliers?|firms?|processors?|contractors?|contracts?)\b`)

// inGeneral matches what stands for all the data, or for that of some people.
var inGeneral = pattern.MustCompile(`\b(?:your|their|the|these|this|all)(?: own| personal)* (?:details|data|information)\b|\bwhat you (?:tell|give|send)\b`)

// bareLabel is the label of a data item as it may stand within a sentence.
func bareLabel(d notices.DataItem) string {
	label := folded(d.Label.Value)
	for _, word := range []string{"your ", "the ", "any "} {
		label = strings.TrimPrefix(label, word)
	}
	return label
}

var basisUnnamed = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "basis-unnamed-in-prose", Title: "The text speaks of a lawful basis that no purpose rests on", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "6(1)", "13(1)(c)", "14(1)(c)"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "Rights follow from the lawful bases. A text that speaks of a basis that no purpose has promises rights that people do not have, " +
			"or hides those that they do have. Often it was taken over from a template for all services.",
		Bad:  visitsText("Where we rely on legitimate interests, you can object."),
		Good: visitsText("We need your name to make the contract with you."),
	},
	Check: func(s *Subject) []notices.Finding {
		bases, known := s.bases()
		if !known {
			return nil
		}
		var list []notices.Finding
		for _, sn := range s.around.sentences(s.Notice.Pos.File) { // not of blocks, which are for several notices
			if !sn.hints.HasOne(basisHints) { // as most
				continue
			}
			for _, b := range basesNamed {
				at := anyOf(b.claims, sn)
				if at == nil || bases[b.basis] {
					continue
				}
				aside := b.basis == "legal-obligation" && passingOn.MatchString(sn.Lower) || b.basis == "vital-interests" && inEmergency.MatchString(sn.Text)
				if aside || negation.MatchString(sn.Lower) || sn.Section == string(notices.RetentionSection) {
					continue
				}
				list = append(list, notices.Finding{
					Pos: sn.at(at[:2]), About: sn.About,
					Message: fmt.Sprintf("The text says %s, but no purpose rests on %s.", quote(sn.words(at[:2])), s.basisName(b.basis)),
					Fix:     "Take it out of the text, or give the purpose that rests on it this basis:\n\nlawful_basis: " + b.basis,
				})
			}
		}
		return list
	},
}

var basisHints = func() (all []pattern.Word) {
	for _, b := range basesNamed {
		all = append(all, hintsOfAll(b.claims)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}()

// passingOn matches sentences on sharing: a duty to hand data over now and then is
// not what a purpose rests on.
var passingOn = pattern.MustCompile(`\b(?:shar(?:e|es|ed|ing)|disclos\w+|pass(?:es|ed|ing)?|hand(?:s|ed|ing)? over)\b`)

// inEmergency matches paragraphs on saving lives, which is nobody's purpose from day
// to day.
var inEmergency = pattern.MustCompile(`(?i)\b(?:emergenc(?:y|ies)|life|lives)\b`)

// namedBasis is a lawful basis and how texts name it.
type namedBasis struct {
	basis  string
	claims []claim
}

const relying = `\b(?:rely|relies|relying|rests?|based|necessary)(?: solely| only)? (?:up)?(?:on|for) (?:a |an |our |the |your |its |their )?`

var basesNamed = []namedBasis{
	{"legitimate-interests", []claim{
		claimed("legitimate interest", relying+`legitimate interests?\b`),
		claimed("legitimate interest", `\blegitimate interests? (?:is|are) (?:our|the) (?:lawful|legal) bas[ie]s\b`),
	}},
	{"legal-obligation", []claim{
		claimed("legal obligation", relying+`legal obligations?\b`),
		claimed("legal obligation", `\bto (?:meet|fulfil|comply with|discharge) (?:a |our |its |the |their )?legal obligations?\b`),
	}},
	{"consent", []claim{
		claimed("consent", relying+`(?:explicit )?consent\b`),
		claimed("consent", `\bconsent is what (?:we|it) rel(?:y|ies) on\b`),
	}},
	{"vital-interests", []claim{claimed("vital interest", relying+`vital interests?\b`)}},
	{"public-task", []claim{claimed("public task", relying+`public task\b`)}},
}

// bases gives the lawful bases that a notice rests on, with those of its services
// where it is a corporate one, as far as they are known.
func (s *Subject) bases() (map[string]bool, bool) {
	own := basesOf(s.Notice)
	if !own.known {
		return nil, false
	}
	for _, service := range s.Notice.Services {
		theirs := s.around.notice(service.ID.Value).bases
		if !theirs.known {
			return nil, false
		}
		maps.Copy(own.of, theirs.of)
	}
	return own.of, !s.Notice.IsCorporate() || len(s.Notice.Services) > 0
}

func (s *Subject) basisName(id string) string {
	b, _ := s.Law.Basis(id)
	label, _ := b.Label.In("en")
	return quote(label)
}
