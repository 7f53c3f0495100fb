package site

import (
	"bytes"

	"notices.example/notices"
)

// dataVersion is the version of the form that NoticeData has. The first number
// changes when a program that read it before no longer could.
const dataVersion = "1.0"

// NoticeData is a notice as data for programs: notices/<id>.json, as
// docs/notice-json.md describes it. Its keys are those of content files. A key
// that is not there was not said; an empty list was said to be none.
//
// The document is JSON and JSON-LD at once: Context says which keys are terms of
// the Data Privacy Vocabulary and of schema.org. A program that knows nothing of
// that reads past the keys that begin with @.
type NoticeData struct {
	Context      map[string]any `json:"@context"`
	Node         string         `json:"@id"` // the page, as seen from Context's @base
	Types        []string       `json:"@type"`
	Version      string         `json:"schema_version"`
	ID           string         `json:"id"`
	Kind         string         `json:"kind,omitempty"`
	Draft        bool           `json:"draft,omitempty"`
	Title        TextData       `json:"title"`
	Summary      TextData       `json:"summary,omitzero"`
	Language     string         `json:"language"`
	Page         string         `json:"page"`
	Translations []OtherData    `json:"translations,omitempty"`
	Law          LawData        `json:"law"`
	Articles     []string       `json:"articles"` // 13, 14 or both

	Effective string       `json:"effective,omitempty"`
	Updated   string       `json:"updated,omitempty"`
	Reviewed  string       `json:"reviewed,omitempty"`
	ReviewDue string       `json:"review_due,omitempty"`
	Expires   string       `json:"expires,omitempty"`
	Changes   []ChangeData `json:"changes,omitempty"`

	Controllers        []BodyData          `json:"controllers"`
	Joint              *JointData          `json:"joint_arrangement,omitempty"`
	DataSubjects       []SubjectData       `json:"data_subjects,omitempty"`
	Data               []ItemData          `json:"data,omitempty"`
	NotCollected       []TextData          `json:"not_collected,omitempty"`
	Sources            []SourceData        `json:"sources,omitzero"`
	Purposes           []PurposeData       `json:"purposes,omitempty"`
	Recipients         []RecipientData     `json:"recipients,omitzero"`
	NeverSharedFor     []TextData          `json:"never_shared_for,omitempty"`
	Transfers          []TransferData      `json:"transfers,omitzero"`
	Retention          []RetentionData     `json:"retention,omitempty"`
	AutomatedDecisions []DecisionData      `json:"automated_decisions,omitzero"`
	Profiling          []DecisionData      `json:"profiling,omitzero"`
	AI                 []DecisionData      `json:"artificial_intelligence,omitzero"`
	Security           []TextData          `json:"security,omitempty"`
	NoneBecause        map[string]TextData `json:"none_because,omitempty"` // the reason given with none, by key

	UsingRights *UseData        `json:"using_rights,omitempty"`
	Rights      []RightData     `json:"rights,omitempty"`     // those that apply, in full or in part
	NoRights    []RightData     `json:"rights_not,omitempty"` // those that do not
	Complaints  *ComplaintsData `json:"complaints,omitempty"`
	Exemptions  []ExemptionData `json:"exemptions,omitempty"`
	Transition  *TransitionData `json:"transition,omitempty"`
	Gaps        []GapData       `json:"gaps,omitempty"` // what the notice owns up to not saying yet
}

// dataFile makes the notice's file of data.
func (e *edition) dataFile(w *dataWriter) File {
	address := inLanguage(dataAddress(e.c.ID.Value), e.lang, e.main)
	d := e.noticeData(address)
	w.b = w.b[:0]
	w.file(d, d.Page, e.contexts[e.lang])
	return File{Path: address, Content: bytes.Clone(w.b)}
}

// noticeData gives the data without its context, of which only the address of the page
// is not the same in all files of a language.
func (e *edition) noticeData(address string) *NoticeData {
	here := e.plan.at(address, e.lang)
	d := &NoticeData{
		Types: []string{"dpv:PrivacyNotice", "schema:WebPage"}, Version: dataVersion,
		ID: e.c.ID.Value, Kind: e.c.Kind.Value, Draft: e.c.IsDraft(), Title: e.textOr(e.c.Title, e.c.ID).data(), Summary: e.say(e.c.Summary),
		Language: e.lang, Page: here.fullLink(e.at), Translations: e.translations(here),
		Law:       LawData{Type: "dpv:Law", ID: e.jurisdiction, Name: e.wording(e.law.Name).data()},
		Effective: e.c.Effective.String(), Updated: e.c.Updated.String(), Reviewed: e.c.Reviewed.String(),
		ReviewDue: e.c.ReviewDue.String(), Expires: e.c.Expires.String(),
		NotCollected: e.sayAll(e.c.NotCollected), NeverSharedFor: e.sayAll(e.c.NeverSharedFor), Security: e.sayAll(e.c.Security),
	}
	thirteen, fourteen := e.c.Articles()
	if thirteen {
		d.Articles = append(d.Articles, "13")
	}
	if fourteen {
		d.Articles = append(d.Articles, "14")
	}
	for _, c := range e.c.Changes {
		d.Changes = append(d.Changes, ChangeData{Date: c.Date.String(), What: e.say(c.What), Material: c.Material.Yes()})
	}
	e.addBodies(d)
	e.addProcessing(d)
	e.addRights(d)
	return d
}

// translations gives the notice's files in its other languages.
func (e *edition) translations(here *place) (others []OtherData) {
	for _, lang := range e.languages {
		page := inLanguage(noticeAddress(e.c.ID.Value), lang, e.main)
		if lang != e.lang && e.isPage(page) && !e.isStub(page) {
			data := inLanguage(dataAddress(e.c.ID.Value), lang, e.main)
			others = append(others, OtherData{Language: lang, Page: here.fullLink(page), Data: here.fullLink(data)})
		}
	}
	return others
}

// termValues gives the words of terms.
func termValues(terms []notices.Term) []string {
	return mapTo(terms, func(t notices.Term) string { return t.Value })
}
