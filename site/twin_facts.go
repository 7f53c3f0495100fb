package site

import (
	"slices"

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
		d.Joint = &JointData{Essence: joint.Essence.Value, Contact: joint.Contact.Value}
		for _, s := range joint.Shares {
			d.Joint.Shares = append(d.Joint.Shares, ShareData{Organisation: s.Organisation.Value, For: s.For.Value})
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
	if page := organisationAddress(o.ID.Value); e.exists[page] {
		b.Node = relative(e.at, page)
	}
	for _, c := range o.Contacts {
		b.Contacts = append(b.Contacts, ContactData{
			Type: "schema:ContactPoint", Role: c.Role.Value, Label: c.Label.Value, Post: c.Post.Value, Email: c.Email.Value,
			Phone: c.Phone.Value, Textphone: c.Textphone.Value, Form: c.Form.Value,
		})
	}
	return b
}

// addProcessing tells what is done with which data.
func (e *edition) addProcessing(d *NoticeData) {
	for _, s := range e.c.DataSubjects {
		d.DataSubjects = append(d.DataSubjects, SubjectData{Type: "dpv:DataSubject", Label: s.Label.Value, Children: answer(s.Children)})
	}
	d.Data = mapTo(e.c.Data, e.itemData)
	d.Purposes = mapTo(e.c.Purposes, e.purposeData)
	d.Retention = mapTo(e.c.Retention, e.retentionData)
	d.NoneBecause = map[string]string{}
	d.Sources = stated(d, "sources", e.c.Sources, e.sourceData)
	d.Recipients = stated(d, "recipients", e.c.Recipients, e.recipientData)
	d.Transfers = stated(d, "transfers", e.c.Transfers, e.transferData)
	d.AutomatedDecisions = stated(d, "automated_decisions", e.c.AutomatedDecisions, e.decisionData)
	d.Profiling = stated(d, "profiling", e.c.Profiling, e.profilingData)
	d.AI = stated(d, "artificial_intelligence", e.c.ArtificialIntelligence, e.aiData)
}

// stated gives a list that can be said to be empty: nothing when nothing was said,
// and an empty list when there is none.
func stated[A, B any](d *NoticeData, key string, list notices.Stated[A], to func(A) B) []B {
	if !list.Said() {
		return nil
	}
	if list.None && list.Reason.Said() {
		d.NoneBecause[key] = list.Reason.Value
	}
	return append([]B{}, mapTo(list.Items, to)...)
}

func (e *edition) itemData(d notices.DataItem) ItemData {
	item := ItemData{
		Node: fragment("data", d.ID), Types: classes("dpv:PersonalData", originClasses, d.Origin.Value), ID: d.ID.Value, Label: e.textOr(d.Label, d.ID).Value,
		Origin: d.Origin.Value, CriminalOffence: answer(d.CriminalOffence), Channels: termValues(d.Channels), When: d.When.Value,
		Provision: d.Provision.Value, RequiredBy: d.RequiredBy.Value, IfNotGiven: d.IfNotGiven.Value, VisibleTo: d.VisibleTo.Value,
	}
	if d.SpecialCategory.Said() {
		item.Types = append(item.Types, "dpv:SpecialCategoryPersonalData")
		item.SpecialCategory = &GroundData{Term: d.SpecialCategory.Value, Label: e.special(d.SpecialCategory.Value).Value}
	}
	return item
}

func (e *edition) sourceData(s notices.Source) SourceData {
	return SourceData{
		Type: "dpv:DataSource", ID: s.ID.Value, Name: e.named(s.Organisation, s.Name).Text.Value, Organisation: s.Organisation.Value,
		Kind: s.Kind.Value, When: s.When.Value, Data: e.itemReferences(s.Data), PubliclyAvailable: answer(s.PubliclyAvailable),
	}
}

func (e *edition) purposeData(p notices.Purpose) PurposeData {
	return PurposeData{
		Node: fragment("purpose", p.ID), Type: "dpv:Process", ID: p.ID.Value, Purpose: LabelData{Type: "dpv:Purpose", Label: e.textOr(p.Purpose, p.ID).Value},
		Data: e.itemReferences(p.Data), Activities: termValues(p.Activities), LawfulBasis: e.ground(p.LawfulBasis, e.basis),
		BasisInLaw: p.BasisInLaw.Value, LegitimateInterests: p.LegitimateInterests.Value, OutsidePublicTasks: p.OutsidePublicTasks.Value,
		RecognisedInterest: e.ground(p.RecognisedInterest, e.recognised), Condition: e.ground(p.Condition, e.condition),
		Schedule1: e.ground(p.Schedule1, e.schedule1), EnforcementGround: e.ground(p.LawEnforcementGround, e.enforcementGround),
		Schedule8: e.ground(p.Schedule8, e.schedule8), OffenceCondition: p.OffenceCondition.Value,
		PolicyDocument: p.PolicyDocument.Value, Withdrawal: p.Withdrawal.Value,
	}
}

func (e *edition) recipientData(r notices.Recipient) RecipientData {
	return RecipientData{
		Types: classes("dpv:Recipient", roleClasses, r.Role.Value), ID: r.Ref(), Name: e.named(r.Organisation, r.Name).Text.Value,
		Organisation: r.Organisation.Value, Examples: values(r.Examples), Role: r.Role.Value, For: r.For.Value, Purpose: r.Purpose.Value,
		Purposes: e.purposeReferences(r.Purposes), Data: e.itemReferences(r.Data), When: r.When.Value, RequiredBy: r.RequiredBy.Value, Country: r.Country.Value,
	}
}

func (e *edition) transferData(t notices.Transfer) TransferData {
	safeguard := e.ground(t.Safeguard, e.safeguard)
	if safeguard != nil {
		safeguard.Types = e.groundClasses("dpv:DataTransferLegalBasis", "", safeguard.Provision)
	}
	return TransferData{
		Type: "dpv:CrossBorderTransfer", ID: t.ID.Value, Recipient: t.Recipient.Value, Countries: termValues(t.Countries), Safeguard: safeguard,
		Detail: t.Detail.Value, Copy: t.Copy.Value, CopyLink: t.CopyLink.Value, Data: e.itemReferences(t.Data), When: t.When.Value,
	}
}

// retentionData gives weeks as days: XML Schema, and so JSON-LD, knows no weeks.
func (e *edition) retentionData(r notices.Retention) RetentionData {
	period := r.Period
	period.Days, period.Weeks = period.Days+7*period.Weeks, 0
	return RetentionData{
		Type: "dpv:StorageCondition", What: r.What.Value, Data: e.itemReferences(r.Data), Purposes: e.purposeReferences(r.Purposes), HeldBy: r.HeldBy.Value,
		Channels: termValues(r.Channels), Period: period.String(), Criteria: r.Criteria.Value, From: r.From.Value, Then: r.Then.Value,
		Exceptions: r.Exceptions.Value, Schedule: r.Schedule.Link.Value, Row: r.Schedule.Row.Value,
	}
}

func (e *edition) decisionData(a notices.AutomatedDecision) DecisionData {
	return DecisionData{
		ID: a.ID.Value, What: a.What.Value, Logic: a.Logic.Value, Significance: a.Significance.Value, Consequences: a.Consequences.Value,
		Purposes: e.purposeReferences(a.Purposes), Data: e.itemReferences(a.Data), UsesAI: answer(a.UsesAI),
	}
}

func (e *edition) profilingData(p notices.Profiling) DecisionData {
	return DecisionData{
		ID: p.ID.Value, What: p.What.Value, Effect: p.Effect.Value, Purposes: e.purposeReferences(p.Purposes),
		Data: e.itemReferences(p.Data), UsesAI: answer(p.UsesAI),
	}
}

func (e *edition) aiData(a notices.AIUse) DecisionData {
	return DecisionData{What: a.What.Value, Limits: a.Limits.Value, Purposes: e.purposeReferences(a.Purposes), Data: e.itemReferences(a.Data)}
}

// ground gives a ground of the law, or nothing when none is named.
func (e *edition) ground(t notices.Term, find func(string) Ground) *GroundData {
	if !t.Said() {
		return nil
	}
	g := find(t.Value)
	return &GroundData{
		Types: e.groundClasses("dpv:LegalBasis", t.Value, g.Citation.Provision), Term: t.Value, Label: g.Label.Value,
		Provision: g.Citation.Provision, Citation: g.Citation.Text, Link: g.Citation.Href,
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
	return references("data", refs, func(id string) bool { _, found := e.c.DataItem(id); return found })
}

func (e *edition) purposeReferences(refs []notices.Ref) []Reference {
	return references("purpose", refs, func(id string) bool {
		return slices.ContainsFunc(e.c.Purposes, func(p notices.Purpose) bool { return p.ID.Value == id })
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
