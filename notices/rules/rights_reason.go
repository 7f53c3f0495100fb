package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var rightReasonUnused = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "right-reason-unused", Title: "A right is explained by a basis that no purpose has", Severity: notices.Warning,
		Provisions: []string{"13(2)(b)", "14(2)(c)", "5(1)(a)", "DPA 2018 s.44(1)(d)"}, Item: "rights", Section: notices.RightsSection,
		Why: "A right follows from the lawful bases that the notice relies on. A reason that names another basis tells people of cases that do not exist here, " +
			"and not of those that do. Often it was copied from another notice.",
		Bad:  portable + "      reason: You gave us your consent.\n",
		Good: portable + "      reason: You have a contract with us.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, st := range s.statements() {
			unused := s.unusedBases(st)
			if len(unused) == 0 {
				continue
			}
			list = append(list, notices.Finding{
				Pos: st.Reason().Pos, About: st.RightStatement.Right.Value,
				Message: fmt.Sprintf("The notice explains the right %s by %s, but no purpose rests on that.", st.name(), and(unused)),
				Fix:     "Name the basis that the purposes have, or take the statement out: the page works the rights out from the lawful bases.",
			})
		}
		return list
	},
}

const portable = tenancyPurpose + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: portability\n      applies: yes\n"

// Reason is what the notice says of the right.
func (st statement) Reason() notices.Text { return st.RightStatement.Reason }

// basesOfRights match the names of the lawful bases in a reason. Recognised
// legitimate interests are legitimate interests too.
var basesOfRights = []struct {
	name  string
	words *pattern.Pattern
	bases []string
}{
	{"consent", pattern.MustCompile(`(?i)\bconsent\b`), []string{"consent"}},
	{"a contract", pattern.MustCompile(`(?i)\bcontracts?\b`), []string{"contract"}},
	{"a legal obligation", pattern.MustCompile(`(?i)\blegal (obligation|dut)`), []string{"legal-obligation"}},
	{"vital interests", pattern.MustCompile(`(?i)\bvital interests?\b`), []string{"vital-interests"}},
	{"a public task", pattern.MustCompile(`(?i)\b(public (task|interest|function|work)|official authority)`), []string{"public-task"}},
	{"legitimate interests", pattern.MustCompile(`(?i)\blegitimate interests?\b`), []string{"legitimate-interests", "recognised-legitimate-interests"}},
}

// excepts matches words by which a reason names a basis to leave it out.
var excepts = pattern.MustCompile(`(?i)\b(not|no|never|unless|except|without|other than|instead of|rather than|does(n't| not)|even)\b`)

// unusedBases gives the bases that a reason names, when no purpose rests on any
// of them. Where the right is wrong altogether other rules tell.
func (s *Subject) unusedBases(st statement) []string {
	said := st.RightStatement
	if s.forServices(st) {
		return nil
	}
	_, leaves := s.leavesOutTask(st)
	wrong := st.RightStatus.Applies == "no" || said.Applies.Is("limited") && st.RightStatus.Applies == "yes" || leaves
	if wrong || !said.Applies.Is("yes", "limited") || s.basisLacks() || excepts.MatchString(said.Reason.Value) {
		return nil
	}
	var unused []string
	for _, b := range basesOfRights {
		switch {
		case !b.words.MatchString(said.Reason.Value):
		case s.Notice.Uses(b.bases...), b.name == "consent" && s.anyConsent():
			return nil
		default:
			unused = append(unused, quote(b.name))
		}
	}
	return unused
}

// anyConsent reports whether a purpose rests on consent, under the GDPR or in law
// enforcement.
func (s *Subject) anyConsent() bool {
	agreed := func(p notices.Purpose) bool { return p.LawEnforcementGround.Is("consent") }
	return len(s.onConsent()) > 0 || slices.ContainsFunc(s.Notice.Purposes, agreed)
}
