package site

import (
	"notices.example/notices"
	"notices.example/notices/law"
)

// addRights tells what people can do, and what the notice leaves out.
func (e *edition) addRights(d *NoticeData) {
	if r := e.c.Rights; r != nil {
		d.UsingRights = &UseData{
			How: e.say(r.How), Contact: r.Contact.Value, Identity: e.say(r.Identity), TimeLimit: e.say(r.TimeLimit),
			WithdrawConsent: e.say(r.WithdrawConsent), Link: r.Link.Value,
		}
		for _, s := range e.rightsOf() {
			if s.Applies == "no" {
				d.NoRights = append(d.NoRights, e.rightData(s, r.Statements))
			} else {
				d.Rights = append(d.Rights, e.rightData(s, r.Statements))
			}
		}
	}
	if c := e.c.Complaints; c != nil {
		d.Complaints = &ComplaintsData{ToController: e.routeData(c.ToController), ToRegulator: e.routeData(c.ToRegulator)}
		if route := d.Complaints.ToRegulator; route != nil {
			r := e.regulator(*c.ToRegulator)
			route.Regulator, route.Website, route.Link = r.Name.data(), r.Website, r.Link
		}
	}
	for _, x := range e.c.Exemptions {
		d.Exemptions = append(d.Exemptions, ExemptionData{
			Provision: x.Provision.Value, Citation: e.cite(x.Provision.Value).data(), Item: x.Item.Value, Reason: e.say(x.Reason), Safeguards: e.say(x.Safeguards),
		})
	}
	about := e.plan.about[e.c.ID.Value]
	for i := range about {
		if f := &about[i]; f.Severity >= notices.Warning && e.shown(f) {
			d.Gaps = append(d.Gaps, e.gapData(f))
		}
	}
}

func (e *edition) rightData(s law.RightStatus, claims []notices.RightStatement) RightData {
	row := e.right(s, claims)
	return RightData{
		Types: e.groundClasses("dpv:DataSubjectRight", "", s.Right.Provision), Term: s.Right.ID, Label: row.Label.data(),
		Provisions: mapTo(row.Citations, func(c Citation) CitationData { return CitationData{c.Provision, c.data(), c.Href} }),
		Applies:    s.Applies, Reason: row.Reason.data(),
		Purposes: e.purposeReferences(mapTo(s.Purposes, func(id string) notices.Ref { return notices.Ref{Value: id} })), Statement: row.Claim.data(),
	}
}

func (e *edition) routeData(r *notices.ComplaintRoute) *RouteData {
	if r == nil {
		return nil
	}
	return &RouteData{How: e.say(r.How), Contact: r.Contact.Value, Form: r.Form.Value, Stages: e.sayAll(r.Stages)}
}

func (e *edition) gapData(f *notices.Finding) GapData {
	g := GapData{Rule: f.Rule, What: e.tagged(f.Message, "en").data(), Provisions: f.Provisions, About: f.About}
	if a := f.Accepted; a != nil {
		reason, by := e.reasonOf(a)
		g.Reason, g.AcceptedBy, g.Until = reason.data(), by.data(), a.Until.String()
	}
	return g
}
