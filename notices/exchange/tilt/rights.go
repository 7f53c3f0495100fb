package tilt

import (
	"notices.example/notices"
	"notices.example/notices/law"
)

// addRights adds the rights, as they follow from the law and the lawful bases.
func (w *writer) addRights(d *Document) {
	status := map[string]law.RightStatus{}
	for _, s := range w.law.RightsOf(w.c) {
		status[s.Right.ID] = s
	}
	d.Information = w.right(status["access"])
	d.Portability = w.right(status["portability"])
	d.Access = d.Portability // TILT's is about Article 20, too
	d.Withdrawal = w.right(status["withdraw-consent"])
	if w.c.Rights != nil && w.c.Rights.WithdrawConsent.Said() {
		d.Withdrawal.Description = w.c.Rights.WithdrawConsent.Value
	}
	d.Erasure = w.right(status["rectification"])
	reason, _ := status["erasure"].Reason.In("en")
	d.Erasure.Description = joined("\n", d.Erasure.Description, "To have it deleted: "+reason)
	d.Complaint = w.complaint()
}

// right gives one right. One that the law does not have here is not available.
func (w *writer) right(s law.RightStatus) Right {
	reason, _ := s.Reason.In("en")
	r := Right{Available: s.Applies == "yes" || s.Applies == "limited", Description: reason}
	if use := w.c.Rights; use != nil && r.Available {
		r.Description = joined("\n", reason, use.How.Value, use.TimeLimit.Value)
		r.URL = use.Link.Value
		if use.Identity.Said() {
			r.Evidence = []string{use.Identity.Value}
		}
		r.Email, r.URL = w.contact(use.Contact, r.URL)
	}
	return r
}

// contact gives the email address of the role, and its form where there is no address
// of a page yet.
func (w *writer) contact(role notices.Term, page string) (email, url string) {
	if len(w.c.Controllers) == 0 || !role.Said() {
		return "", page
	}
	c, _ := w.c.Controllers[0].Contact(role.Value)
	if page == "" {
		page = c.Form.Value
	}
	return c.Email.Value, page
}

// complaint gives how to complain to the regulator: Article 13(2)(d). TILT asks for
// the regulator, so a notice that does not speak of it cannot be written.
func (w *writer) complaint() Right {
	regulator, known := w.regulator()
	if !known {
		w.miss("to which regulator people can complain")
		return Right{}
	}
	route := w.c.Complaints.ToRegulator
	name, _ := regulator.Name.In("en")
	r := Right{Available: true, Description: route.How.Value, URL: route.Form.Value}
	r.Authority = &Authority{Name: name, Address: oneLine(regulator.Address), Email: regulator.Email}
	if phoneNumber.MatchString(regulator.Phone) {
		r.Authority.Phone = regulator.Phone
	}
	if w.law.Jurisdiction == "uk" {
		r.Authority.Country = "GB"
	}
	if r.URL == "" {
		r.URL = regulator.ComplaintLink
	}
	return r
}

// regulator gives the regulator that the notice names, or the only one that there is
// where it speaks of the way to it.
func (w *writer) regulator() (law.Regulator, bool) {
	if w.c.Complaints == nil || w.c.Complaints.ToRegulator == nil {
		return law.Regulator{}, false
	}
	if named := w.c.Complaints.ToRegulator.Regulator; named.Said() || len(w.law.Regulators) != 1 {
		return w.law.Regulator(named.Value)
	}
	return w.law.Regulators[0], true
}
