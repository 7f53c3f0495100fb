package site

import (
	"notices.example/notices"
)

// addBodies tells who is responsible.
func (e *edition) addBodies(d *NoticeData) {
	d.Controllers = []BodyData{}
	for _, o := range e.c.Controllers {
		d.Controllers = append(d.Controllers, e.bodyData(o))
	}
	joint := e.c.JointArrangement
	if joint.Essence.Said() || joint.Contact.Said() || len(joint.Shares) > 0 {
		d.Joint = &JointData{Essence: e.say(joint.Essence), Contact: joint.Contact.Value}
		for _, s := range joint.Shares {
			d.Joint.Shares = append(d.Joint.Shares, ShareData{Organisation: s.Organisation.Value, For: e.say(s.For)})
		}
	}
	if t := e.c.Transition; t != nil {
		d.Transition = &TransitionData{From: t.From.String(), Until: t.Until.String()}
		for _, r := range t.Replaces {
			d.Transition.Replaces = append(d.Transition.Replaces, r.Value)
		}
	}
}

func (e *edition) bodyData(o *notices.Organisation) BodyData {
	kind := "schema:Organization"
	if o.PublicAuthority.Yes() {
		kind = "schema:GovernmentOrganization"
	}
	b := BodyData{
		Types: []string{"dpv:DataController", kind}, ID: o.ID.Value, Name: e.nameOf(o).Value, Country: o.Country.Value,
		Address: o.Address.Value, Website: o.Website.Value, Registration: o.Registration.Number.Value,
	}
	if page := organisationAddress(o.ID.Value); e.isPage(page) {
		b.Node = relative(e.at, page)
	}
	for _, c := range o.Contacts {
		b.Contacts = append(b.Contacts, ContactData{
			Type: "schema:ContactPoint", Role: c.Role.Value, Label: e.common(c.Label).data(), Post: c.Post.Value, Email: c.Email.Value,
			Phone: c.Phone.Value, Textphone: c.Textphone.Value, Form: c.Form.Value,
		})
	}
	return b
}

// addProcessing tells what is done with which data.
func (e *edition) addProcessing(d *NoticeData) {
	for _, s := range e.c.DataSubjects {
		d.DataSubjects = append(d.DataSubjects, SubjectData{Type: "dpv:DataSubject", Label: e.say(s.Label), Children: answer(s.Children)})
	}
	d.Data = mapTo(e.c.Data, e.itemData)
	d.Purposes = mapTo(e.c.Purposes, e.purposeData)
	d.Retention = mapTo(e.c.Retention, e.retentionData)
	d.NoneBecause = map[string]TextData{}
	d.Sources = stated(e, d, "sources", e.c.Sources, e.sourceData)
	d.Recipients = stated(e, d, "recipients", e.c.Recipients, e.recipientData)
	d.Transfers = stated(e, d, "transfers", e.c.Transfers, e.transferData)
	d.AutomatedDecisions = stated(e, d, "automated_decisions", e.c.AutomatedDecisions, e.decisionData)
	d.Profiling = stated(e, d, "profiling", e.c.Profiling, e.profilingData)
	d.AI = stated(e, d, "artificial_intelligence", e.c.ArtificialIntelligence, e.aiData)
}

// stated gives a list that can be said to be empty: nothing when nothing was said,
// and an empty list when there is none.
func stated[A, B any](e *edition, d *NoticeData, key string, list notices.Stated[A], to func(A) B) []B {
	if !list.Said() {
		return nil
	}
	if list.None && list.Reason.Said() {
		d.NoneBecause[key] = e.say(list.Reason)
	}
	return append([]B{}, mapTo(list.Items, to)...)
}

func (e *edition) itemData(d notices.DataItem) ItemData {
	item := ItemData{
		Node: fragment("data", d.ID), Types: classes("dpv:PersonalData", originClasses, d.Origin.Value), ID: d.ID.Value, Label: e.textOr(d.Label, d.ID).data(),
		Origin: d.Origin.Value, CriminalOffence: answer(d.CriminalOffence), Channels: termValues(d.Channels), When: e.say(d.When),
		Provision: d.Provision.Value, RequiredBy: e.say(d.RequiredBy), IfNotGiven: e.say(d.IfNotGiven), VisibleTo: e.say(d.VisibleTo),
	}
	if d.SpecialCategory.Said() {
		item.Types = append(item.Types, "dpv:SpecialCategoryPersonalData")
		item.SpecialCategory = &GroundData{Term: d.SpecialCategory.Value, Label: e.special(d.SpecialCategory.Value).data()}
	}
	return item
}

func (e *edition) sourceData(s notices.Source) SourceData {
	return SourceData{
		Type: "dpv:DataSource", ID: s.ID.Value, Name: e.named(s.Organisation, s.Name).Text.data(), Organisation: s.Organisation.Value,
		Kind: s.Kind.Value, When: e.say(s.When), Data: e.itemReferences(s.Data), PubliclyAvailable: answer(s.PubliclyAvailable),
	}
}

func (e *edition) purposeData(p notices.Purpose) PurposeData {
	return PurposeData{
		Node: fragment("purpose", p.ID), Type: "dpv:Process", ID: p.ID.Value, Purpose: LabelData{Type: "dpv:Purpose", Label: e.textOr(p.Purpose, p.ID).data()},
		Data: e.itemReferences(p.Data), Activities: termValues(p.Activities), LawfulBasis: e.ground(p.LawfulBasis, e.basis),
		BasisInLaw: e.say(p.BasisInLaw), LegitimateInterests: e.say(p.LegitimateInterests), OutsidePublicTasks: e.say(p.OutsidePublicTasks),
		RecognisedInterest: e.ground(p.RecognisedInterest, e.recognised), Condition: e.ground(p.Condition, e.condition),
		Schedule1: e.ground(p.Schedule1, e.schedule1), EnforcementGround: e.ground(p.LawEnforcementGround, e.enforcementGround),
		Schedule8: e.ground(p.Schedule8, e.schedule8), OffenceCondition: p.OffenceCondition.Value,
		PolicyDocument: p.PolicyDocument.Value, Withdrawal: e.say(p.Withdrawal),
	}
}

func (e *edition) recipientData(r notices.Recipient) RecipientData {
	return RecipientData{
		Types: classes("dpv:Recipient", roleClasses, r.Role.Value), ID: r.Ref(), Name: e.named(r.Organisation, r.Name).Text.data(),
		Organisation: r.Organisation.Value, Examples: e.sayAll(r.Examples), Role: r.Role.Value, For: r.For.Value, Purpose: e.say(r.Purpose),
		Purposes: e.purposeReferences(r.Purposes), Data: e.itemReferences(r.Data), When: e.say(r.When), RequiredBy: e.say(r.RequiredBy), Country: r.Country.Value,
	}
}

func (e *edition) transferData(t notices.Transfer) TransferData {
	safeguard := e.ground(t.Safeguard, e.safeguard)
	if safeguard != nil {
		safeguard.Types = e.groundClasses("dpv:DataTransferLegalBasis", "", safeguard.Provision)
	}
	return TransferData{
		Type: "dpv:CrossBorderTransfer", ID: t.ID.Value, Recipient: t.Recipient.Value, Countries: termValues(t.Countries), Safeguard: safeguard,
		Detail: e.say(t.Detail), Copy: e.say(t.Copy), CopyLink: t.CopyLink.Value, Data: e.itemReferences(t.Data), When: e.say(t.When),
	}
}

// retentionData gives weeks as days: XML Schema, and so JSON-LD, knows no weeks.
func (e *edition) retentionData(r notices.Retention) RetentionData {
	period := r.Period
	period.Days, period.Weeks = period.Days+7*period.Weeks, 0
	return RetentionData{
		Type: "dpv:StorageCondition", What: e.say(r.What), Data: e.itemReferences(r.Data), Purposes: e.purposeReferences(r.Purposes), HeldBy: r.HeldBy.Value,
		Channels: termValues(r.Channels), Period: period.String(), Criteria: e.say(r.Criteria), From: e.say(r.From), Then: r.Then.Value,
		Exceptions: e.say(r.Exceptions), Schedule: r.Schedule.Link.Value, Row: r.Schedule.Row.Value,
	}
}

func (e *edition) decisionData(a notices.AutomatedDecision) DecisionData {
	return DecisionData{
		ID: a.ID.Value, What: e.say(a.What), Logic: e.say(a.Logic), Significance: e.say(a.Significance), Consequences: e.say(a.Consequences),
		Purposes: e.purposeReferences(a.Purposes), Data: e.itemReferences(a.Data), UsesAI: answer(a.UsesAI),
	}
}

func (e *edition) profilingData(p notices.Profiling) DecisionData {
	return DecisionData{
		ID: p.ID.Value, What: e.say(p.What), Effect: e.say(p.Effect), Purposes: e.purposeReferences(p.Purposes),
		Data: e.itemReferences(p.Data), UsesAI: answer(p.UsesAI),
	}
}

func (e *edition) aiData(a notices.AIUse) DecisionData {
	return DecisionData{What: e.say(a.What), Limits: e.say(a.Limits), Purposes: e.purposeReferences(a.Purposes), Data: e.itemReferences(a.Data)}
}

// ground gives a ground of the law, or nothing when none is named.
func (e *edition) ground(t notices.Term, find func(string) Ground) *GroundData {
	if !t.Said() {
		return nil
	}
	g := find(t.Value)
	return &GroundData{
		Types: e.groundClasses("dpv:LegalBasis", t.Value, g.Citation.Provision), Term: t.Value, Label: g.Label.data(),
		Provision: g.Citation.Provision, Citation: g.Citation.data(), Link: g.Citation.Href,
	}
}

// fragment gives the place on the page where a row is, as a reference.
func fragment(kind string, id notices.ID) string {
	if a := anchor(kind, id); a != "" {
		return "#" + a
	}
	return ""
}

func (e *edition) itemReferences(refs []notices.Ref) []Reference {
	return references("data", refs, func(id string) bool {
		for i := range e.c.Data {
			if e.c.Data[i].ID.Value == id {
				return true
			}
		}
		return false
	})
}

func (e *edition) purposeReferences(refs []notices.Ref) []Reference {
	return references("purpose", refs, func(id string) bool {
		for i := range e.c.Purposes {
			if e.c.Purposes[i].ID.Value == id {
				return true
			}
		}
		return false
	})
}

// references gives references to what is there; the others are findings already.
func references(kind string, refs []notices.Ref, there func(string) bool) (list []Reference) {
	for _, r := range refs {
		if there(r.Value) {
			list = append(list, Reference{Node: fragment(kind, notices.ID{Value: r.Value}), ID: r.Value})
		}
	}
	return list
}

// answer gives yes or no, or nothing when the question was not answered.
func answer(a notices.Answer) *bool {
	if !a.Said() {
		return nil
	}
	yes := a.Yes()
	return &yes
}
