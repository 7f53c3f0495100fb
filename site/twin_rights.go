package site

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/law"
)

// addRights tells what people can do, and what the notice leaves out.
func (e *edition) addRights(d *NoticeData) {
	if r := e.c.Rights; r != nil {
		d.UsingRights = &UseData{
			How: r.How.Value, Contact: r.Contact.Value, Identity: r.Identity.Value, TimeLimit: r.TimeLimit.Value,
			WithdrawConsent: r.WithdrawConsent.Value, Link: r.Link.Value,
		}
		for _, s := range e.law.RightsOf(e.c) {
			if s.Applies == "no" {
				d.NoRights = append(d.NoRights, e.rightData(s, r.Statements))
			} else {
				d.Rights = append(d.Rights, e.rightData(s, r.Statements))
			}
		}
	}
	if c := e.c.Complaints; c != nil {
		d.Complaints = &ComplaintsData{ToController: routeData(c.ToController), ToRegulator: routeData(c.ToRegulator)}
		if route := d.Complaints.ToRegulator; route != nil {
			r := e.regulator(*c.ToRegulator)
			route.Regulator, route.Website, route.Link = r.Name.Value, r.Website, r.Link
		}
	}
	for _, x := range e.c.Exemptions {
		d.Exemptions = append(d.Exemptions, ExemptionData{
			Provision: x.Provision.Value, Citation: e.cite(x.Provision.Value).Text, Item: x.Item.Value, Reason: x.Reason.Value, Safeguards: x.Safeguards.Value,
		})
	}
	for _, f := range e.plan.about[e.c.ID.Value] {
		if f.Severity >= notices.Warning && e.shown(f) {
			d.Gaps = append(d.Gaps, gapData(f))
		}
	}
}

func (e *edition) rightData(s law.RightStatus, claims []notices.RightStatement) RightData {
	row := e.right(s, claims)
	return RightData{
		Types: e.groundClasses("dpv:DataSubjectRight", "", s.Right.Provision), Term: s.Right.ID, Label: row.Label.Value,
		Provisions: mapTo(row.Citations, func(c Citation) CitationData { return CitationData{c.Provision, c.Text, c.Href} }),
		Applies:    s.Applies, Reason: row.Reason.Value,
		Purposes: e.purposeReferences(mapTo(s.Purposes, func(id string) notices.Ref { return notices.Ref{Value: id} })), Statement: row.Claim.Value,
	}
}

func routeData(r *notices.ComplaintRoute) *RouteData {
	if r == nil {
		return nil
	}
	return &RouteData{How: r.How.Value, Contact: r.Contact.Value, Form: r.Form.Value, Stages: values(slices.Clone(r.Stages))}
}

func gapData(f notices.Finding) GapData {
	g := GapData{Rule: f.Rule, What: f.Message, Provisions: f.Provisions, About: f.About}
	if a := f.Accepted; a != nil {
		g.Reason, g.AcceptedBy, g.Until = a.Reason.Value, a.By.Value, a.Until.String()
	}
	return g
}
