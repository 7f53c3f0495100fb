package rules

import "notices.example/notices"

var complaintToControllerMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "complaint-to-controller-missing", Title: "How to complain to the controller is missing", Severity: notices.Error,
		Provisions: []string{"13(2)(ca)", "14(2)(da)", "DPA 2018 s.164A", "DPA 2018 s.44(1)"}, Item: "complaint-to-controller", Section: notices.ComplaintsSection,
		Why: "Since 19 June 2026 people in the UK have the right to complain to the controller about how it uses their data. " +
			"The controller must make that easy, confirm within 30 days that it has the complaint, and tell them what came of it.",
		Bad:  "complaints:\n  to_regulator:\n    regulator: information-commissioner\n",
		Good: "complaints:\n  to_controller:\n    how: Use our complaints form.\n    contact: complaints\n  to_regulator:\n    regulator: information-commissioner\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("complaint-to-controller") {
			return nil
		}
		return finding(notices.Finding{
			Pos:     s.complaintsPos(),
			Message: "The notice does not tell people how to complain to the controller about the use of their data.",
			Fix:     "Say how, here or once in the corporate notice. A form is the law's own example:\n\ncomplaints:\n  to_controller:\n    how: …\n    form: …",
		})
	},
}

func (s *Subject) complaintsPos() notices.Pos {
	if s.Notice.Complaints == nil {
		return s.sharedPlace()
	}
	return s.Notice.Complaints.Pos
}

// lookUpComplaintToController takes a part that has neither way for one that load
// could not read and reports.
func lookUpComplaintToController(s *Subject) answer {
	c := s.Notice.Complaints
	if c == nil {
		return s.lacking()
	}
	if c.ToController == nil {
		return answer{refused: c.ToRegulator == nil}
	}
	r := c.ToController
	if !r.How.Said() && !r.Contact.Said() && !r.Form.Said() && len(r.Stages) == 0 {
		return answer{refused: written(r.How.Pos, r.Contact.Pos, r.Form.Pos)}
	}
	return given(firstPos(r.Pos, r.How.Pos, c.Pos))
}

var complaintToRegulatorMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "complaint-to-regulator-missing", Title: "The right to complain to the regulator is missing", Severity: notices.Error,
		Provisions: []string{"13(2)(d)", "14(2)(e)", "77", "DPA 2018 s.165", "DPA 2018 s.44(1)(e)"}, Item: "complaint-to-regulator", Section: notices.ComplaintsSection,
		Why:  "Every notice has to tell people that they can complain to the regulator. How to reach it comes from the law's own data, so that the notices need not repeat it.",
		Bad:  "complaints:\n  to_controller:\n    how: Use our complaints form.\n    contact: complaints\n",
		Good: "complaints:\n  to_controller:\n    how: Use our complaints form.\n    contact: complaints\n  to_regulator:\n    regulator: information-commissioner\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("complaint-to-regulator") {
			return nil
		}
		regulator := "supervisory-authority"
		if len(s.Law.Regulators) > 0 {
			regulator = s.Law.Regulators[0].ID
		}
		return finding(notices.Finding{
			Pos:     s.complaintsPos(),
			Message: "The notice does not tell people that they can complain to the regulator.",
			Fix:     "Add it, here or once in the corporate notice:\n\ncomplaints:\n  to_regulator:\n    regulator: " + regulator,
		})
	},
}

func lookUpComplaintToRegulator(s *Subject) answer {
	c := s.Notice.Complaints
	if c == nil {
		return s.lacking()
	}
	if c.ToRegulator == nil {
		return answer{refused: c.ToController == nil}
	}
	r := c.ToRegulator
	if !r.Regulator.Said() && !r.How.Said() && !r.Form.Said() {
		return answer{refused: written(r.Regulator.Pos, r.How.Pos, r.Form.Pos)}
	}
	return given(firstPos(r.Pos, r.Regulator.Pos, r.How.Pos, c.Pos))
}

var regulatorElsewhere = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "regulator-elsewhere", Title: "The regulator is that of another law", Severity: notices.Error,
		Provisions: []string{"13(2)(d)", "14(2)(e)", "DPA 2018 s.44(1)(e)"}, Item: "complaint-to-regulator", Section: notices.ComplaintsSection,
		Why:  "People have to be sent to a regulator that can deal with their complaint: the one that the site's law names.",
		Bad:  "complaints:\n  to_controller:\n    contact: complaints\n  to_regulator:\n    regulator: supervisory-authority\n",
		Good: "complaints:\n  to_controller:\n    contact: complaints\n  to_regulator:\n    regulator: information-commissioner\n",
	},
	Check: func(s *Subject) []notices.Finding {
		c := s.Notice.Complaints
		if c == nil || c.ToRegulator == nil || !c.ToRegulator.Regulator.Said() {
			return nil
		}
		named := c.ToRegulator.Regulator
		if _, ok := s.Law.Regulator(named.Value); ok || len(s.Law.Regulators) == 0 {
			return nil
		}
		return finding(notices.Finding{
			Pos: named.Pos, About: named.Value,
			Message: quote(named.Value) + " is not a regulator under the law that this site names.",
			Fix:     "Name the right one:\n\nregulator: " + s.Law.Regulators[0].ID,
		})
	},
}
