package rules

import (
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/pattern"
)

var rightsMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "rights-missing", Title: "How to use the rights is missing", Severity: notices.Error,
		Provisions: []string{"13(2)(b)", "14(2)(c)", "12(2)", "DPA 2018 s.44(1)(d)"}, Item: "rights", Section: notices.RightsSection,
		Why: "Which rights people have follows from the lawful bases, and the page lists them. How to use them only the body can say: " +
			"whom to write to, or which form to fill in.",
		Bad:  "# Nothing is said about rights, here or in a corporate notice.\n",
		Good: "rights:\n  how: Write to our data protection officer.\n  contact: data-protection-officer\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("rights") {
			return nil
		}
		f := notices.Finding{
			Message: "The notice does not tell people how to use their rights over their data.",
			Fix: "Say how, here or once in the corporate notice that the controller's other notices build on:\n\nrights:\n" +
				"  how: …\n  contact: data-protection-officer",
		}
		f.Pos = s.sharedPlace()
		if s.Notice.Rights != nil {
			f.Pos = s.Notice.Rights.Pos
		}
		return finding(f)
	},
}

func lookUpRights(s *Subject) answer {
	r := s.Notice.Rights
	if r == nil {
		return s.lacking()
	}
	if !r.How.Said() && !r.Contact.Said() && !r.Link.Said() {
		return answer{refused: written(r.How.Pos, r.Contact.Pos, r.Link.Pos) || saysNothingAtAll(r)}
	}
	return given(firstPos(r.Pos, r.How.Pos, r.Contact.Pos, r.Link.Pos))
}

// saysNothingAtAll reports whether nothing of the part could be read, which load
// reports: it was written as something else, or with names that are not used.
func saysNothingAtAll(r *notices.Rights) bool {
	return len(r.Statements) == 0 && !written(r.Identity.Pos, r.TimeLimit.Pos, r.WithdrawConsent.Pos)
}

// statement pairs what the notice says of a right with what the law makes of it.
type statement struct {
	*notices.RightStatement
	*law.RightStatus
}

func (s *Subject) statements() []statement {
	if s.Notice.Rights == nil {
		return nil
	}
	var list []statement
	for i := range s.Notice.Rights.Statements {
		said := &s.Notice.Rights.Statements[i]
		for j := range s.Rights {
			if s.Rights[j].Right.ID == said.Right.Value {
				list = append(list, statement{said, &s.Rights[j]})
			}
		}
	}
	return list
}

// forSure gives what the purposes that have a lawful basis make of a right, or
// nothing when no purpose has one. What the others will add is not known yet.
func (s *Subject) forSure(right string) law.RightStatus {
	rights := s.Rights
	if slices.ContainsFunc(s.Notice.Purposes, s.lacksBasis) || len(s.Notice.Purposes) == 0 {
		rights = s.around.rightsForSure(s)
	}
	for _, status := range rights {
		if status.Right.ID == right {
			return status
		}
	}
	return law.RightStatus{}
}

// rightsForSure works out forSure for all rights, once for the rules that ask.
func (a *around) rightsForSure(s *Subject) []law.RightStatus {
	if a.forSure == nil {
		known := *s.Notice
		known.Purposes = slices.DeleteFunc(slices.Clone(known.Purposes), s.lacksBasis)
		a.forSure = []law.RightStatus{}
		if len(known.Purposes) > 0 {
			a.forSure = s.Law.RightsOf(&known)
		}
	}
	return a.forSure
}

// name gives the right as the author wrote it: the page's own words for it, such as
// “See it”, mean little outside their list.
func (st statement) name() string { return quote(st.RightStatus.Right.ID) }

func (st statement) because() string { return because(*st.RightStatus) }

// because gives what the page tells readers of a right, as the page's words: they
// speak to readers, not to the author.
func because(status law.RightStatus) string {
	reason, _ := status.Reason.In("en")
	if reason == "" {
		return ""
	}
	return "The page says of it: " + quote(strings.TrimRight(reason, ". ")) + "."
}

const councilTask = "purposes:\n  - id: tenancy\n    purpose: Let plots to residents\n    data: [name, email]\n    lawful_basis: public-task\n" +
	"    basis_in_law: Small Holdings and Allotments Act 1908, section 23\n"

var rightDenied = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "right-denied", Title: "A right is denied that people have", Severity: notices.Error,
		Provisions: []string{"13(2)(b)", "14(2)(c)", "12(2)", "DPA 2018 s.44(1)(d)"}, Item: "rights", Section: notices.RightsSection,
		Why: "Which rights people have follows from the lawful bases of the purposes. A notice that says a right does not apply when it does keeps people from using it. " +
			"The right to object to what is done as a public task is the one most often left out.",
		Bad:  councilTask + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: objection\n      applies: no\n",
		Good: councilTask + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: objection\n      applies: yes\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, st := range s.statements() {
			sure := s.forSure(st.RightStatement.Right.Value).Applies
			denied := st.RightStatus.Applies == "yes" || st.RightStatus.Applies == "limited" && (sure == "yes" || sure == "limited")
			if st.RightStatement.Applies.Is("no") && denied {
				list = append(list, notices.Finding{
					Pos: firstPos(st.RightStatement.Applies.Pos, st.Pos), About: st.RightStatement.Right.Value,
					Message: fmt.Sprintf("The notice says that the right %s does not apply, but it does. %s", st.name(), st.because()),
					Fix:     "Correct the statement, or take it out: the page works the rights out from the lawful bases.\n\napplies: " + st.RightStatus.Applies,
				})
			}
		}
		return list
	},
}

var rightOverstated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "right-overstated", Title: "A right is promised that people do not have", Severity: notices.Warning,
		Provisions: []string{"13(2)(b)", "14(2)(c)", "5(1)(a)", "DPA 2018 s.44(1)(d)"}, Item: "rights", Section: notices.RightsSection,
		Why: "A notice that promises a right that the lawful bases do not bring, or promises it without its limits, disappoints the people who rely on it. " +
			"Erasure is the one most often promised without its limits: data that a law or a public task needs stays.",
		Bad:  tenancyPurpose + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: objection\n      applies: yes\n",
		Good: tenancyPurpose + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: objection\n      applies: no\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, st := range s.statements() {
			if st.RightStatement.Right.Is("automated-decisions") && s.Notice.AutomatedDecisions.None {
				continue // automated-decisions-contradicted tells
			}
			if s.noneInPart3(*st.RightStatement) {
				continue // right-not-in-part-3 tells
			}
			does, fix := s.overstates(st)
			if does == "" {
				continue
			}
			list = append(list, notices.Finding{
				Pos: firstPos(st.RightStatement.Applies.Pos, st.Pos), About: st.RightStatement.Right.Value,
				Message: fmt.Sprintf("The notice says that the right %s applies, but it %s", st.name(), does),
				Fix:     fix + "\n\napplies: " + st.RightStatus.Applies,
			})
		}
		return list
	},
}

// takenOver reports whether a statement is that of the corporate notice, in the
// notice of a service.
func (s *Subject) takenOver(st statement) bool { return st.Pos.File != s.Notice.Pos.File }

// forServices reports whether a statement speaks for all services: whether a right
// applies then differs from one to the next, and “where we rely on consent” is
// right even where one relies on something else.
func (s *Subject) forServices(st statement) bool {
	return s.takenOver(st) || s.Notice.IsCorporate() && len(s.Notice.Services) > 0
}

// overstates says what a right is less than the notice promises, and how to put
// it right; or nothing. A reason may hold the limits of a right, and then it says
// enough. Not so for erasure: its limits are those of Article 17(3), whatever
// else the reason speaks of.
func (s *Subject) overstates(st statement) (does, fix string) {
	fix = "Correct the statement, or take it out: the page works the rights out from the lawful bases."
	said := st.RightStatement.Applies
	if s.takenOver(st) || s.forServices(st) && (said.Is("limited") || st.RightStatus.Applies == "no") {
		return "", "" // it is right for the services that have such a basis
	}
	if st.RightStatus.Applies == "no" && said.Is("yes", "limited") {
		return "does not apply. " + st.because(), fix
	}
	sure := s.forSure(st.RightStatement.Right.Value)
	limits := st.RightStatus.Applies == "limited" && (sure.Applies == "no" || sure.Applies == "limited")
	switch {
	case !limits || !said.Is("yes"):
		return "", ""
	case !st.RightStatement.Reason.Said():
	case st.RightStatement.Right.Is("erasure"):
		fix = "If the reason that the notice gives is this limit, mark the right as limited. Otherwise name the limit as well."
	default:
		return "", ""
	}
	if sure.Applies == "limited" {
		return "has limits. " + because(sure), fix
	}
	return "has limits. " + st.because(), fix
}

var rightUnderstated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "right-understated", Title: "A right is made smaller than it is", Severity: notices.Warning,
		Provisions: []string{"13(2)(b)", "14(2)(c)", "12(2)", "DPA 2018 s.44(1)(d)"}, Item: "rights", Section: notices.RightsSection,
		Why: "A notice that says a right holds only in some cases, when the lawful bases bring it for every purpose, keeps people from using it. " +
			"Often the cases it names belong to bases that it does not rely on.",
		Bad: councilTask + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: objection\n      applies: limited\n" +
			"      reason: You can object to direct marketing.\n",
		Good: councilTask + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: objection\n      applies: yes\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, st := range s.statements() {
			// Exemptions limit these rights whatever the bases are, so a reason may be right.
			always := st.RightStatement.Right.Is("access", "rectification", "restriction") && st.RightStatement.Reason.Said()
			if !always && !s.forServices(st) && st.RightStatement.Applies.Is("limited") && st.RightStatus.Applies == "yes" {
				list = append(list, notices.Finding{
					Pos: firstPos(st.RightStatement.Applies.Pos, st.Pos), About: st.RightStatement.Right.Value,
					Message: fmt.Sprintf("The notice says that the right %s has limits, but it applies in full. %s", st.name(), st.because()),
					Fix:     "Correct the statement, or take it out: the page works the rights out from the lawful bases.\n\napplies: yes",
				})
				continue
			}
			if p, leaves := s.leavesOutTask(st); leaves {
				list = append(list, notices.Finding{
					Pos: firstPos(st.RightStatement.Reason.Pos, st.Pos), About: st.RightStatement.Right.Value,
					Message: fmt.Sprintf("The notice says when people can object, and leaves out its public tasks, such as %s. People can object to these too.", purposeName(p)),
					Fix:     "Add the public tasks to the reason, or take the statement out: the page works the rights out from the lawful bases.",
				})
			}
		}
		return list
	},
}

var (
	// casesOfObjection matches reasons that list when people can object.
	casesOfObjection = pattern.MustCompile(`(?i)\b(marketing|legitimate interests?|profiling|research|statistics)\b`)
	// tasksNamed matches those that have public tasks among them.
	tasksNamed = pattern.MustCompile(`(?i)\b(tasks?|public|official|authority|functions?|duties)\b`)
)

// leavesOutTask gives a public task of the notice when a statement lists when
// people can object, and public tasks are not on that list: Article 21(1).
func (s *Subject) leavesOutTask(st statement) (task notices.Purpose, leaves bool) {
	said := st.RightStatement
	if s.takenOver(st) || !said.Right.Is("objection") || !said.Applies.Is("limited") ||
		!casesOfObjection.MatchString(said.Reason.Value) || tasksNamed.MatchString(said.Reason.Value) {
		return notices.Purpose{}, false
	}
	for _, p := range law.ObjectionsTo(s.Notice).Weighed {
		if p.LawfulBasis.Is("public-task") {
			return *p, true
		}
	}
	return notices.Purpose{}, false
}
