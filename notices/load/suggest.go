package load

import (
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// otherKeys are words that people use for a key. The first word that is a key at
// that place is suggested.
var otherKeys = map[string][]string{
	"legal_basis": {"lawful_basis", "basis_in_law"}, "lawful_bases": {"lawful_basis"}, "legal_bases": {"lawful_basis"}, "basis": {"lawful_basis", "basis_in_law"},
	"legal_ground": {"lawful_basis"}, "legislation": {"basis_in_law", "required_by"}, "statute": {"basis_in_law", "required_by"},
	"legal_obligation": {"basis_in_law"}, "law": {"basis_in_law", "required_by"}, "act": {"basis_in_law", "required_by"},
	"enactment": {"basis_in_law", "required_by"}, "article_9": {"condition"}, "special_category_condition": {"condition"},
	"condition_for_processing": {"condition"}, "schedule1": {"schedule_1"}, "schedule": {"schedule_1"}, "dpa_schedule_1": {"schedule_1"},
	"controllers": {"controller"}, "data_controller": {"controller"}, "data_controllers": {"controller"}, "organisation": {"controller", "name"},
	"council": {"controller"}, "owner": {"controller"}, "processor": {"recipients"}, "processors": {"recipients"},
	"shared_with": {"recipients"}, "sharing": {"recipients"}, "share_with": {"recipients"}, "who_we_share_with": {"recipients"},
	"disclosures": {"recipients"}, "third_parties": {"recipients"}, "recipient": {"recipients", "organisation"}, "partners": {"recipients"},
	"last_updated": {"updated"}, "date": {"updated"}, "modified": {"updated"}, "last_modified": {"updated"}, "published": {"updated", "status"},
	"last_reviewed": {"reviewed"}, "review_date": {"review_due"}, "next_review": {"review_due"}, "valid_from": {"effective", "from"},
	"start": {"effective", "from", "since"}, "start_date": {"effective", "from", "since"}, "end": {"expires", "until"}, "end_date": {"expires", "until"},
	"dpo": {"contacts"}, "contact": {"contacts"}, "data_protection_officer": {"contacts"}, "contact_email": {"contacts", "email"},
	"mail": {"email"}, "e_mail": {"email"}, "email_address": {"email"}, "telephone": {"phone"}, "tel": {"phone"}, "phone_number": {"phone"},
	"mobile": {"phone"}, "minicom": {"textphone"}, "address": {"post"}, "postal_address": {"post", "address"}, "opening_hours": {"hours"},
	"data_categories": {"data"}, "categories": {"data"}, "personal_data": {"data"}, "information": {"data"}, "data_items": {"data"},
	"what_we_collect": {"data"}, "special_category": {"special_category", "special_category_data"}, "special_categories": {"special_category", "special_category_data"},
	"sensitive_data": {"special_category_data", "special_category"}, "criminal_data": {"criminal_offence_data", "criminal_offence"},
	"subjects": {"data_subjects"}, "people": {"data_subjects"}, "who": {"data_subjects"}, "data_subject": {"data_subjects"},
	"reason": {"purpose", "because", "why"}, "reasons": {"purposes"}, "uses": {"purposes"}, "use": {"purposes", "purpose"}, "why": {"purposes", "because", "reason"},
	"purpose": {"purposes", "what"}, "description": {"summary", "what", "about", "label"}, "intro": {"summary"}, "introduction": {"summary"}, "abstract": {"summary"},
	"retention_period": {"retention", "period"}, "retention_periods": {"retention"}, "how_long": {"retention", "period"}, "kept_for": {"retention", "period"},
	"length": {"period"}, "duration": {"period"}, "disposal": {"then"}, "trigger": {"from"}, "international_transfers": {"transfers"},
	"transfer": {"transfers"}, "overseas": {"transfers"}, "country": {"countries"}, "safeguards": {"safeguard"}, "mechanism": {"safeguard"},
	"automated_decision_making": {"automated_decisions"}, "adm": {"automated_decisions"}, "automated_decision": {"automated_decisions"},
	"source": {"sources"}, "where_from": {"sources"}, "data_source": {"sources"}, "complaint": {"complaints"}, "complain": {"complaints"},
	"ico": {"to_regulator"}, "regulator": {"to_regulator"}, "council_complaint": {"to_controller"}, "right": {"rights"}, "your_rights": {"rights"},
	"dpia": {"assessment"}, "pia": {"assessment"}, "type": {"kind"}, "name": {"title", "label"}, "heading": {"title"}, "label": {"title", "name"},
	"title": {"name", "label"}, "url": {"link", "website", "form", "base_url"}, "href": {"link"}, "website": {"link"}, "link": {"website"},
	"aliases_of": {"aliases"}, "redirect_from": {"aliases"}, "old_urls": {"aliases"}, "approved": {"approved_by"}, "author": {"approved_by"},
	"changelog": {"changes"}, "change_log": {"changes"}, "history": {"changes"}, "exemption": {"exemptions"}, "shared": {"include"},
	"blocks": {"include"}, "includes": {"include"}, "inherit": {"inherits"}, "draft": {"status"}, "mandatory": {"provision"}, "required": {"provision", "required_by"},
	"optional": {"provision"}, "consequence": {"if_not_given"}, "consequences": {"if_not_given", "consequences"}, "word": {"term"}, "definition": {"meaning"},
	"category": {"name"}, "severity": {"as"}, "level": {"as"},
	"registration_number": {"registration", "number"}, "ico_number": {"registration"}, "number": {"registration"}, "language": {"languages"}, "jurisdiction": {"law"},
}

// plain brings a word into the form of a key or term: small letters, with sep
// between the words and no quotes round it.
func plain(s string, sep rune) string {
	s = strings.ToLower(strings.Trim(strings.TrimSpace(s), "\"'“”‘’`*"))
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '_' || r == '–' {
			return sep
		}
		return r
	}, s)
}

// suggestKey gives the key that an unknown one probably stands for, or nothing.
func suggestKey(word string, keys []string) string {
	p := plain(word, '_')
	if slices.Contains(keys, p) {
		return p
	}
	for _, other := range otherKeys[p] {
		if slices.Contains(keys, other) {
			return other
		}
	}
	return closest(p, keys)
}

// otherTerms are words that people use for a term.
var otherTerms = map[string]string{
	"sccs": "standard-contractual-clauses", "scc": "standard-contractual-clauses", "model-clauses": "standard-contractual-clauses",
	"bcr": "binding-corporate-rules", "bcrs": "binding-corporate-rules", "international-data-transfer-agreement": "idta", "addendum": "uk-addendum",
	"adequacy-decision": "adequacy", "adequacy-regulations": "adequacy", "legal-duty": "legal-obligation", "public-interest": "public-task",
	"official-authority": "public-task", "ico": "information-commissioner", "dpo": "data-protection-officer", "data-processor": "processor",
	"data-controller": "controller", "race": "racial-or-ethnic-origin", "ethnicity": "racial-or-ethnic-origin", "religion": "religious-or-philosophical-beliefs",
	"medical": "health", "disability": "health", "fraud": "preventing-fraud", "safeguarding": "safeguarding-of-children-and-individuals-at-risk",
	"mandatory": "required", "voluntary": "optional", "delete": "deleted", "destroyed": "deleted", "live": "published",
	"subject-access": "access", "deletion": "erasure", "object": "objection", "correction": "rectification", "welsh": "cy", "english": "en",
}

// suggestTerm gives the term that a word probably stands for, or nothing.
func suggestTerm(word string, terms []string) string {
	p := plain(word, '-')
	if other := otherTerms[p]; slices.Contains(terms, other) {
		return other
	}
	return closest(p, terms)
}

// nearest gives the name that a word probably stands for: one that others use
// for it, or one that is written nearly alike.
func nearest(word string, names []string, others map[string]string) string {
	if other, ok := others[word]; ok {
		return other
	}
	return closest(word, names)
}

// closest gives the name that differs from the word in the fewest letters, as
// long as that is not too many.
func closest(word string, names []string) string {
	const longest = 64 // no name is longer; a long text is not compared
	if len(word) < 2 || len(word) > longest {
		return ""
	}
	best, fewest := "", allowed(word)+1
	for _, name := range names {
		if d := levenshtein.ComputeDistance(word, name); d < fewest {
			best, fewest = name, d
		}
	}
	if best != "" {
		return best
	}
	for _, name := range names {
		if len(word) >= 4 && (strings.HasPrefix(name, word) || strings.HasPrefix(word, name)) {
			return name
		}
	}
	return ""
}

// allowed is how many letters of a word may be wrong: two, for two that changed
// places, but fewer in short words and more in long ones.
func allowed(word string) int {
	if len(word) < 4 {
		return 1
	}
	return max(2, len(word)/3)
}
