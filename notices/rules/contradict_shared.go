package rules

import (
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var notSharedContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "not-shared-contradicted", Title: "Said to be shared with nobody, but there is a recipient", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "4(9)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "A company that stores or handles data for the council receives it, so the data is shared with it. " +
			"A text that says that it goes to no other organisation takes back what the list of recipients says.",
		Bad:  printer + visitsText("Your personal data is not shared with any other organisations."),
		Good: printer + visitsText("Only the firms that print our letters get your personal data."),
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Notice.Recipients.Items) == 0 {
			return nil
		}
		var list []notices.Finding
		for _, sn := range s.sentences() {
			at := anyOf(sharingDenied, sn)
			if at == nil || sn.conditional() {
				continue
			}
			r, contradicts := s.receives(sn, sn.Lower[at[2]:at[3]])
			if !contradicts || otherThan.MatchString(sn.words(at[:2])) && s.namedBefore(sn, r) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: sn.at(at[:2]), About: r.Ref(),
				Message: "The text says " + quote(sn.words(at[:2])) + ", but the notice lists " + s.recipientName(r) + " among the recipients.",
				Fix:     "Name the exception: who gets the data, and that nobody else does.",
				Related: []notices.Related{{Pos: r.Pos, Message: "a recipient"}},
			})
		}
		return list
	},
}

const everyone = `(?:anyone(?: else)?|anybody(?: else)?|(?:any )?(?:other )?third part(?:y|ies)|(?:any )?(?:other|outside|external) (?:organisations?|bodies|companies|company|parties|people)|any organisations?|any compan(?:y|ies))`

// sharingDenied has the words that are not shared in the first brackets. What
// follows ends the sentence, so that nothing is taken out.
var sharingDenied = []claim{
	claimed("shared", `(\b[a-z' ]{1,40}?) (?:is|are|will be|will|was|were)(?: not| never)(?: be)? (?:shared with|passed(?: on)? to|disclosed to|given to) `+everyone+`(?: or [a-z ]{1,30})?(?: at all| ever)?\s*[.!;]?\s*$`),
	claimed("share|pass|disclose|give", `\bwe (?:do not|don't|never|will not|won't|will never) (?:share|pass(?: on)?|disclose|give) (.{1,40}?) (?:on )?(?:with|to) `+everyone+`(?: or [a-z ]{1,30})?(?: at all| ever)?\s*[.!;]?\s*$`),
}

// allOfIt matches what stands for all the data of a notice, ofWhat what stands
// for something that was named before.
var (
	allOfIt = pattern.MustCompile(`^(?:(?:all )?(?:of )?(?:your|the|any|this|personal|this personal|your personal)(?: own| personal)* (?:data|information|details)|(?:what|anything|everything) (?:that )?you (?:tell|give|send|enter)\b.*|(?:personal )?(?:data|information))$`)
	ofWhat  = pattern.MustCompile(`^(?:it|they|them|these|this|those)$`)
)

// otherThan matches a denial that leaves out whoever was spoken of before.
var otherThan = pattern.MustCompile(`\b(?:other|else)\b`)

// namedBefore reports whether an earlier paragraph of the section names the
// recipient, so that all others are meant. Within one paragraph, what is denied is
// often said of the recipient itself.
func (s *Subject) namedBefore(sn sentence, r notices.Recipient) bool {
	name, _, _ := strings.Cut(s.calledInText(r), ",")
	for _, p := range s.passages() {
		if p.Text == sn.Text {
			return false
		}
		if p.Key == bodyKey && p.Notice == sn.Notice && p.Section == sn.Section && namesBody(p.Text, name) {
			return true
		}
	}
	return false
}

// receives gives a recipient that gets what a sentence speaks of. Of what was
// named before, it is known only when the paragraph names the recipient too.
func (s *Subject) receives(sn sentence, what string) (notices.Recipient, bool) {
	what = strings.TrimSpace(what)
	for _, r := range s.Notice.Recipients.Items {
		named := strings.Contains(sn.Text, s.calledInText(r))
		if allOfIt.MatchString(what) || ofWhat.MatchString(what) && named {
			return r, true
		}
	}
	return notices.Recipient{}, false
}

// calledInText gives what texts call a recipient; never the empty text.
func (s *Subject) calledInText(r notices.Recipient) string {
	if o := s.organisation(r.Organisation); o != nil && o.Name.Said() {
		return o.Name.Value
	}
	if r.Name.Said() {
		return r.Name.Value
	}
	return "\x00"
}

var organisationNotRecipient = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "organisation-not-recipient", Title: "A body that gets data is named in the text only", Severity: notices.Warning,
		Provisions: []string{"4(9)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "Readers look for who gets their data in the list of recipients. A company that sends emails or runs a form for the council belongs there, " +
			"with its role and country; a sentence elsewhere does not do.",
		Bad: formsFirm + "-- content/notices/allotments.yaml --\n" + printer + visitsText("You can sign up for news of the site through Forms Firm Ltd."),
		Good: formsFirm + "-- content/notices/allotments.yaml --\n" + printer + "  - organisation: forms-firm\n    role: processor\n    purpose: Runs our online forms\n" +
			visitsText("You can sign up for news of the site through Forms Firm Ltd."),
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		sentences := s.sentences()
		bodies := s.around.organisations()
		names := s.around.index.namesOfBodies
		found := names.in(sentences)
		for i, o := range bodies {
			if !names.may(i, found) || s.hasPart(o) {
				continue
			}
			for _, sn := range sentences {
				at := handles(sn, o)
				if at == nil || sn.negated() {
					continue
				}
				list = append(list, notices.Finding{
					Pos: sn.at(at), About: o.ID.Value,
					Message: "The text says that " + organisationName(o) + " takes part, but it is not among the recipients.",
					Fix:     "Add it to the recipients:\n\nrecipients:\n  - organisation: " + o.ID.Value + "\n    role: …\n    purpose: …",
					Related: []notices.Related{{Pos: o.Pos, Message: "its file"}},
				})
				break
			}
		}
		return list
	},
}

// hasPart reports whether the notice says what part the body has, or it can have
// none: it is a public body, which texts name for other reasons, or has ceased.
func (s *Subject) hasPart(o *notices.Organisation) bool {
	ref := notices.Ref{Value: o.ID.Value}
	if !o.Name.Said() || o.PublicAuthority.Yes() || o.Until.Said() || o.SitsWithin.Said() || s.isController(ref) || s.isHosted(ref) ||
		s.isRecipient(ref) || notices.Refers(s.holders(), o.ID.Value) { // of holders holder-not-recipient tells
		return true
	}
	for _, src := range s.Notice.Sources.Items {
		if src.Organisation.Value == o.ID.Value {
			return true
		}
	}
	return false
}

var (
	throughIt = pattern.MustCompile(`\b(?:through|via|using|used by|provided by|run by|hosted by|stored by|sent by|kept by|managed by|collected by)(?: an?| the| our)?(?: [a-z]+){0,3} $`)
	itHandles = pattern.MustCompile(`^(?:, [^,]{1,60},)? (?:stores?|keeps?|holds?|hosts?|sends?|collects?|gathers?|processes|runs?|manages?|provides?|delivers?|prints?|looks? after|handles?) `)
)

// longerName matches what makes a name the beginning of another one, such as that of
// a street or a product.
var longerName = pattern.MustCompile(`^(?:\pL|\d| \p{Lu})`)

// handles gives where a sentence says that the body does something with data.
func handles(sn sentence, o *notices.Organisation) []int {
	for _, name := range append([]notices.Text{o.Name}, o.AlsoKnownAs...) {
		lower := lowered(name.Value)
		i := strings.Index(sn.Lower, lower)
		if lower == "" || i < 0 {
			continue
		}
		span := []int{i, i + len(lower)}
		if longerName.MatchString(sn.Text[sn.Start+span[1] : sn.Start+len(sn.Lower)]) {
			continue
		}
		if throughIt.MatchString(sn.Lower[:i]) || itHandles.MatchString(sn.Lower[span[1]:]) {
			return span
		}
	}
	return nil
}
