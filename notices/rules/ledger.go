package rules

import (
	"time"

	"notices.example/notices"
	"notices.example/notices/change"
)

// ledgerRules hold each notice against the ledger, when the site keeps one.
func ledgerRules() []Rule { return []Rule{meaningUndated, meaningUntold, ledgerBehind} }

// ledgerOf begins an example: a ledger with the notice in it, by its date and what it
// meant.
func ledgerOf(entry string) string {
	return "-- content/ledger.txt --\n# What each notice means, and its date. Written by “notices ledger”. Form 1.\nallotments " + entry + "\n"
}

const (
	asItIs     = "8ad41dc056ce1491" // the fingerprint of the notice of the examples
	asItWas    = "5f0c1d2e3a4b5968"
	sixNotFive = "updated: 2026-06-22\nchanges:\n  - date: 2026-06-22\n    what: We keep your name for six years, not for five.\n"
)

var meaningUndated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "meaning-undated", Title: "The notice says something else under the same date", Severity: notices.Warning,
		Provisions: []string{"13(3)", "14(4)", "5(2)"}, Section: notices.AboutSection,
		Why: "The ledger has a fingerprint of what each notice meant when it was last dated. A notice that means something else now, under that date, " +
			"tells nobody that it has changed: neither those who read it before, nor whoever asks later what it said on a day. People have to be told of a new " +
			"purpose before it begins, and should be told of any other change of the facts. Other words, or another order, are no other meaning. " +
			"What changes in a file that the notice takes something from, such as that of the council, changes the notice.",
		Bad:  "updated: 2026-06-22\n" + ledgerOf("2026-06-22 "+asItWas),
		Good: sixNotFive + ledgerOf("2026-06-22 "+asItIs),
	},
	Check: func(s *Subject) []notices.Finding {
		e, since := s.sinceLedger()
		if since != change.Undated {
			return nil
		}
		today := s.Day.Format(time.DateOnly)
		f := notices.Finding{
			Pos: s.Notice.Updated.Pos, Message: "The notice says something else than on " + dayOf(e) + ", and has no later date.",
			Fix: "“notices diff” and the name of a branch, or of a folder with the site as it was, tell what is different. Write down the day on which it changed, " +
				"and what changed for people:\n\nupdated: " + today + "\n" + logOf(today),
			Related: related(e.Pos, "its date in the ledger"),
		}
		if len(s.Notice.Changes) > 0 {
			f.Fix = "“notices diff” and the name of a branch, or of a folder with the site as it was, tell what is different. Write down the day on which it changed, " +
				"and put what changed for people into its list of changes:\n\nupdated: " + today
		}
		if e.Day().IsZero() {
			f.Message = "The notice says something else than the ledger knows, and has no date."
		}
		return finding(f)
	},
}

var meaningUntold = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "meaning-untold", Title: "The notice does not say what has changed", Severity: notices.Warning,
		Provisions: []string{"13(3)", "14(4)", "12(1)"}, Section: notices.AboutSection,
		Why: "The notice means something else than the ledger has of it, and has a new date. Its list of changes does not say what is different since, so whoever has read " +
			"it before has to find out alone. The page on what has changed, and the feed, are made from that list.",
		Bad:  "updated: 2026-06-22\n" + ledgerOf("2026-05-04 "+asItWas),
		Good: sixNotFive + ledgerOf("2026-06-22 "+asItIs),
	},
	Check: func(s *Subject) []notices.Finding {
		e, since := s.sinceLedger()
		if since != change.Untold {
			return nil
		}
		log := logOf(s.Notice.Updated.String())
		if len(s.Notice.Changes) > 0 {
			log = log[len("changes:\n"):]
		}
		message := "The notice says something else than on " + dayOf(e) + ", but its list of changes does not say what."
		if e.Day().IsZero() {
			message = "The notice says something else than the ledger knows, but its list of changes does not say what."
		}
		return finding(notices.Finding{
			Pos: firstPos(s.Notice.Updated.Pos, s.Notice.Pos), Message: message,
			Fix: "Say what is different for people, above earlier changes. “material: yes” is for what they had to be told of beforehand, such as a new purpose:\n\n" +
				log,
			Related: related(e.Pos, "its date in the ledger"),
		})
	},
}

var ledgerBehind = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "ledger-behind", Title: "The ledger is behind", Severity: notices.Advice,
		Provisions: []string{"5(2)"}, Section: notices.AboutSection,
		Why: "The ledger shows that no notice has changed its meaning without a new date. It can do so only of a notice that is in it, as it was last dated. " +
			"“notices ledger” brings it up to date, and keeps the words of each notice when the site has an archive.",
		Bad:  ledgerOf("2026-05-04 " + asItIs),
		Good: ledgerOf("2026-06-22 " + asItIs),
	},
	Check: func(s *Subject) []notices.Finding {
		e, since := s.sinceLedger()
		message := "The ledger does not have this notice yet."
		switch {
		case !s.around.hasLedger() || s.Notice.Standing(s.Day) != notices.InForce:
			return nil
		case since == change.Dated && e.Day().IsZero():
			message = "The ledger still has this notice as it was without a date."
		case since == change.Dated:
			message = "The ledger still has this notice as it was on " + dayOf(e) + "."
		case e.Fingerprint != "":
			return nil
		}
		return finding(notices.Finding{Message: message, Fix: "Bring the ledger up to date, and commit it with the notices:\n\nnotices ledger", Related: related(e.Pos, "its date in the ledger")})
	},
	CheckSite: func(s *Site) []notices.Finding {
		l := s.Set.Corpus.Ledger
		if l == nil || l.Form == change.FingerprintForm {
			return nil
		}
		return finding(notices.Finding{
			Pos: l.Pos, Message: "The ledger was written by another release of the program, so no notice can be held against it.",
			Fix: "Have it written anew, and commit it:\n\nnotices ledger",
		})
	},
}

// sinceLedger gives what has become of the notice since the ledger was written, and what
// the ledger has of it. Nothing has of one that the ledger does not have, or that nobody
// reads.
func (s *Subject) sinceLedger() (e notices.LedgerEntry, since change.Since) {
	e = s.around.ledger(s.Notice.ID.Value)
	if e.Fingerprint == "" || s.Notice.Standing(s.Day) != notices.InForce {
		return e, change.Same
	}
	return e, change.SinceLedger(e, &s.Notice.Notice, s.meaning(e), s.Day)
}

// meaning gives the fingerprint of the notice. It is made once for all rules, and each
// of them asks for the bodies that it is made of.
func (s *Subject) meaning(e notices.LedgerEntry) string {
	if known := s.around.meant; known != nil {
		for _, id := range known.bodies {
			s.around.organisation(id)
		}
		return known.mark
	}
	made := &meant{}
	mark, err := change.Fingerprint(s.Notice, func(id string) *notices.Organisation {
		made.bodies = append(made.bodies, id)
		return s.around.organisation(id)
	})
	if err != nil {
		mark = e.Fingerprint // not reached: what a notice is made of can be hashed
	}
	made.mark, s.around.meant = mark, made
	return mark
}

// meant is what a notice means, and the IDs of the bodies that this hangs on.
type meant struct {
	mark   string
	bodies []string
}

// logOf begins a list of changes with one on that day.
func logOf(day string) string { return "changes:\n  - date: " + day + "\n    what: …" }

// dayOf gives the day of an entry as people read it.
func dayOf(e notices.LedgerEntry) string { return longDate(e.Day()) }

func related(p notices.Pos, what string) []notices.Related {
	if p.IsZero() {
		return nil
	}
	return []notices.Related{{Pos: p, Message: what}}
}

// ledger gives what the ledger has of a notice: nothing when it does not have it, or was
// written by another release.
func (a *around) ledger(notice string) notices.LedgerEntry {
	return ask[notices.LedgerEntry](a, question{about: theLedger, name: notice})
}

// hasLedger reports whether the site keeps a ledger that notices can be held against.
func (a *around) hasLedger() bool { return ask[bool](a, question{about: hasLedger}) }

func (x *index) answerOfLedger(q question) any {
	l := x.set.Corpus.Ledger
	has := l != nil && l.Form == change.FingerprintForm
	switch {
	case q.about == hasLedger:
		return has
	case !has:
		return notices.LedgerEntry{}
	}
	return l.Entries[q.name]
}
