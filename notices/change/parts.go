package change

import (
	"notices.example/notices"
)

// parts are all the kinds of things that are compared.
var parts = []part{
	{section: notices.ControllerSection, weight: Material, items: controllers, renamed: Material,
		added: "%s is now responsible for your information.", gone: "%s is no longer responsible for your information."},
	{section: notices.ControllerSection, weight: Material, items: contacts, derived: true,
		added: "You can now also reach us here: %s.", gone: "There is no longer this contact: %s."},
	{section: notices.ControllerSection, weight: Material, items: together,
		added: "We now also say about who is responsible: %s.", gone: "We no longer say about who is responsible: %s."},
	{section: notices.PurposesSection, weight: Purpose, items: purposes, renamed: Material,
		added: "We now also use your information for this: %s.", gone: "We no longer use your information for this: %s."},
	{section: notices.DataSection, weight: Material, items: subjects,
		added: "This is now also about %s.", gone: "This is no longer about %s."},
	{section: notices.DataSection, weight: Material, items: data, renamed: Material,
		added: "We now also use %s.", gone: "We no longer use %s."},
	{section: notices.DataSection, weight: Material, items: kinds, added: "%s", gone: "%s"},
	{section: notices.DataSection, weight: Material, items: notCollected,
		added: "We now say that we do not collect this: %s.", gone: "We no longer say that we do not collect this: %s."},
	{section: notices.SourcesSection, weight: Material, items: sources, renamed: Material,
		added: "We now also get information about you from %s.", gone: "We no longer get information about you from %s.",
		denied:   func(e edition) statement { return statementOf(e.Sources) },
		denial:   "We now say that all information comes from you.",
		withdraw: "We no longer say that all information comes from you."},
	{section: notices.RecipientsSection, weight: Material, items: recipients, renamed: Material,
		added: "We now also share %s.", gone: "We no longer share your information with %s.",
		denied:   func(e edition) statement { return statementOf(e.Recipients) },
		denial:   "We now say that nobody else gets your information.",
		withdraw: "We no longer say that nobody else gets your information."},
	{section: notices.RecipientsSection, weight: Material, items: promises,
		added: "We now promise never to share your information for this: %s.", gone: "We no longer promise never to share your information for this: %s."},
	{section: notices.RecipientsSection, weight: Material, items: access,
		added: "These people here now also see your information: %s.", gone: "These people here no longer see your information: %s."},
	{section: notices.TransfersSection, weight: Material, items: transfers, derived: true,
		added: "Your information now also goes abroad: %s.", gone: "Your information no longer goes abroad in this way: %s.",
		denied:   func(e edition) statement { return statementOf(e.Transfers) },
		denial:   "We now say that your information does not go abroad.",
		withdraw: "We no longer say that your information does not go abroad."},
	{section: notices.RetentionSection, weight: Material, items: retention,
		added: "We now say how long we keep %s.", gone: "We no longer say how long we keep %s.", derived: true},
	{section: notices.AutomatedDecisionsSection, weight: Material, items: decisions,
		added: "A computer now decides by itself: %s.", gone: "A computer no longer decides this by itself: %s.",
		denied:   func(e edition) statement { return statementOf(e.AutomatedDecisions) },
		denial:   "We now say that no computer decides anything about you by itself.",
		withdraw: "We no longer say that no computer decides anything about you by itself."},
	{section: notices.AutomatedDecisionsSection, weight: Material, items: profiling,
		added: "We now evaluate this by computer: %s.", gone: "We no longer evaluate this by computer: %s.",
		denied:   func(e edition) statement { return statementOf(e.Profiling) },
		denial:   "We now say that we do not evaluate anything about you by computer.",
		withdraw: "We no longer say that we do not evaluate anything about you by computer."},
	{section: notices.AutomatedDecisionsSection, weight: Material, items: artificialIntelligence,
		added: "We now use artificial intelligence for this: %s.", gone: "We no longer use artificial intelligence for this: %s."},
	{section: notices.RightsSection, weight: Material, items: rights,
		added: "We now say this about one of your rights: %s.", gone: "We no longer say this about one of your rights: %s."},
	{section: notices.ComplaintsSection, weight: Material, items: complaints,
		added: "We now say how to complain %s.", gone: "We no longer say how to complain %s."},
	{section: notices.TransitionSection, weight: Material, items: transition,
		added: "We now also say this about the change of council: %s.", gone: "We no longer say this about the change of council: %s."},
	{section: notices.ServicesSection, weight: Wording, items: services,
		added: "This service is now listed: %s.", gone: "This service is no longer listed: %s."},
	{section: notices.AboutSection, weight: Wording, items: documents,
		added: "There is now also this to read: %s.", gone: "There is no longer this to read: %s."},
	{section: notices.AboutSection, weight: Wording, items: texts, added: "%s", gone: "%s"},
}

func statementOf[T any](s notices.Stated[T]) statement { return statement{s.Said(), s.None} }

// controllers are who is responsible, with who they are.
func controllers(e edition) (list []item) {
	for _, o := range e.Controllers {
		list = append(list, item{key: o.ID.Value, name: o.Name.Value, facts: []fact{
			{label: "the address", values: text(o.Address), weight: Material},
			{label: "the number in the regulator's register", values: text(o.Registration.Number), weight: Wording},
		}})
	}
	return list
}

// contacts are how to reach those who are responsible, by role.
func contacts(e edition) (list []item) {
	for _, o := range e.Controllers {
		for _, c := range o.Contacts {
			list = append(list, item{key: o.ID.Value + " " + c.Role.Value, name: spaced(c.Role.Value) + " of " + o.Name.Value, facts: []fact{
				{label: "the postal address", values: text(c.Post), weight: Material},
				{label: "the email address", values: said(c.Email.Value), weight: Material},
				{label: "the phone number", values: said(c.Phone.Value), weight: Material},
				{label: "the form", values: said(c.Form.Value), weight: Material},
			}})
		}
	}
	return list
}

func purposes(e edition) (list []item) {
	for _, p := range e.Purposes {
		list = append(list, item{key: p.ID.Value, name: lower(p.Purpose.Value), facts: []fact{
			{label: "we use", values: e.data(p.Data), list: true, weight: Material},
			{label: "the legal reason", values: meaning("lawful-basis", p.LawfulBasis), weight: Material},
			{label: "the law behind it", values: text(p.BasisInLaw), weight: Material},
			{label: "the interests we pursue", values: text(p.LegitimateInterests), weight: Material},
			{label: "the interest that the law recognises", values: meaning("recognised-interest", p.RecognisedInterest), weight: Material},
			{label: "the condition for sensitive data", values: meaning("special-category-condition", p.Condition), weight: Material},
			{label: "the condition in Schedule 1", values: meaning("schedule-1", p.Schedule1), weight: Material},
			{label: "the ground in law enforcement", values: meaning("law-enforcement-ground", p.LawEnforcementGround), weight: Material},
			{label: "the condition in Schedule 8", values: meaning("schedule-8", p.Schedule8), weight: Material},
			{label: "how to take back consent", values: text(p.Withdrawal), weight: Material},
			{label: "this involves", values: terms(p.Activities), list: true, weight: Material},
			{label: "it happens by", values: terms(p.Channels), list: true, weight: Material},
			{label: "why our public work does not cover it", values: text(p.OutsidePublicTasks), weight: Material},
			{label: "the condition for data about offences", values: said(spaced(p.OffenceCondition.Value)), weight: Material},
			{label: "the policy document", values: said(p.PolicyDocument.Value), weight: Wording},
			{label: "the note", values: text(p.Note), weight: Wording},
		}})
	}
	return list
}

func subjects(e edition) (list []item) {
	for _, s := range e.DataSubjects {
		list = append(list, item{name: lower(s.Label.Value), facts: []fact{{label: "whether they are children", values: answer(s.Children), weight: Material}}})
	}
	return list
}

func data(e edition) (list []item) {
	for _, d := range e.Data {
		list = append(list, item{key: d.ID.Value, name: lower(d.Label.Value), facts: []fact{
			{label: "what kind of sensitive data it is", values: meaning("special-category", d.SpecialCategory), weight: Material},
			{label: "whether it is about offences", values: answer(d.CriminalOffence), weight: Material},
			{label: "where it comes from", values: said(spaced(d.Origin.Value)), weight: Material},
			{label: "whether you have to give it", values: said(spaced(d.Provision.Value)), weight: Material},
			{label: "what requires it", values: text(d.RequiredBy), weight: Material},
			{label: "what happens if you do not give it", values: text(d.IfNotGiven), weight: Material},
			{label: "we collect it by", values: terms(d.Channels), list: true, weight: Material},
			{label: "whether you can write anything there", values: answer(d.FreeText), weight: Material},
			{label: "who sees it", values: text(d.VisibleTo), weight: Material},
			{label: "the cases", values: text(d.When), weight: Material},
			{label: "the note", values: text(d.Note), weight: Wording},
		}})
	}
	return list
}

func sources(e edition) (list []item) {
	for _, s := range e.Sources.Items {
		list = append(list, item{key: s.ID.Value, name: e.body(s.Organisation, s.Name), facts: []fact{
			{label: "it gives us", values: e.data(s.Data), list: true, weight: Material},
			{label: "the cases", values: text(s.When), weight: Material},
			{label: "what kind of source it is", values: said(spaced(s.Kind.Value)), weight: Material},
			{label: "whether anyone can look it up", values: answer(s.PubliclyAvailable), weight: Material},
		}})
	}
	return list
}
