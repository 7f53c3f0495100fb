package rules

import (
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
)

var noticeExpired = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "notice-expired", Title: "The notice no longer holds", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)"}, Section: notices.AboutSection,
		Why: "A published notice reads as if it held, so one whose last day is past is left out. People whose data is still used then find nothing, " +
			"which the law does not allow: another notice has to be there for them. When the archive has the words of the notice, these stay published, with a page " +
			"that says when it ended; the file is then needed for no more than that day, and is not checked any further.",
		Bad:  "expires: 2026-06-25\n",
		Good: "expires: 2027-06-25\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		if n.Standing(s.Day) != notices.Expired {
			return nil
		}
		until := "or write down until when this one holds:\n\nexpires: " + s.Day.AddDate(1, 0, 0).Format("2006-01-02")
		if s.around.kept(n.ID.Value) {
			return finding(notices.Finding{
				Pos: n.Expires.Pos, Severity: notices.Advice,
				Message: "The notice held until " + longDate(n.Expires.Time) + ". Its page says that it has ended, and leads to the words that were kept of it.",
				Fix:     "Leave the file as it is while anybody may ask what it said, " + until,
			})
		}
		return finding(notices.Finding{
			Pos: n.Expires.Pos, Message: "The notice held until " + longDate(n.Expires.Time) + ", so it is no longer published.",
			Fix: "Delete the file when another notice has taken its place, " + until,
		})
	},
}

var archiveNoticeGone = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "archive-notice-gone", Title: "Words of a notice are kept, but its file is gone", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "5(2)"}, Section: notices.AboutSection,
		Why: "The archive has what a notice said, so its words stay published for those whose data was collected then. " +
			"The file of the notice says until when it held, and it is not there: readers are told only that the notice has ended, and nobody can show later on which day. " +
			"Often the file was deleted when the service ended, or has another name now.",
		Bad:  "-- content/archive/swimming/2025-01-01.txt --\nSwimming\n========\n\nWe keep your name.\n",
		Good: "-- content/archive/allotments/2025-01-01.txt --\nAllotments\n==========\n\nWe keep your name.\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		for _, id := range slices.Sorted(maps.Keys(s.Set.Corpus.Archive)) {
			kept := s.Set.Corpus.Archive[id]
			if s.Set.Face(id) != nil || unreadNotice(s.Set.Corpus, id) {
				continue
			}
			list = append(list, notices.Finding{
				Pos:     kept[len(kept)-1].Pos,
				Message: "Words of the notice “" + id + "” are kept, but there is no content/notices/" + id + ".md, so readers are not told when it ended.",
				Fix:     s.goneFix(id),
			})
		}
		return list
	},
}

// goneFix says how to put right that the file of a notice is gone.
func (s *Site) goneFix(id string) string {
	var without []string
	for _, f := range s.Set.Faces {
		if len(s.Set.Corpus.Archive[f.ID.Value]) == 0 {
			without = append(without, f.ID.Value)
		}
	}
	fix := "Bring the file back as it was, and give it its last day under “expires”. If it cannot be found, a new content/notices/" + id + ".md needs no more than this:\n\n" +
		"---\ntitle: …\nexpires: " + s.Day.Format("2006-01-02") + "\n---"
	if name, near := nearest(id, without); near {
		return "If the notice is called “" + name + "” now, rename the folder content/archive/" + id + " to content/archive/" + name + ". Or else b" + strings.TrimPrefix(fix, "B")
	}
	return fix
}

// unreadNotice reports whether there is a file of a notice with that ID that could not be
// read.
func unreadNotice(c *notices.Corpus, id string) bool {
	return slices.ContainsFunc(c.Unread, func(f notices.ContentFile) bool { return f.Kind == notices.NoticeFile && f.ID == id })
}

// kept reports whether the archive has words of a notice.
func (a *around) kept(notice string) bool {
	return ask[bool](a, question{about: hasKept, name: notice})
}

// readAsKept reports whether a notice has ended and nobody reads its file, but the words
// that were kept of it: what the file lacks is then nothing to anybody.
func (s *Subject) readAsKept() bool {
	return s.Notice.Standing(s.Day) == notices.Expired && s.around.kept(s.Notice.ID.Value)
}

// onlyEnded leaves no more of the findings in a notice than that it has ended.
func onlyEnded(list []notices.Finding) []notices.Finding {
	return slices.DeleteFunc(slices.Clone(list), func(f notices.Finding) bool { return f.Rule != noticeExpired.ID })
}
