package rules

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"notices.example/notices"
	"notices.example/notices/prose"
)

var linkBroken = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "link-broken", Title: "A link leads to nothing", Severity: notices.Error,
		Provisions: []string{"12(1)"},
		Why: "Information behind a link that leads nowhere has not been given. Links to other notices and pages name their files, " +
			"so that they can be checked before anyone follows them.",
		Bad:  "-- content/pages/help.md --\n---\ntitle: Help\n---\nSee [Allotments](../notices/alotments.yaml).\n",
		Good: "-- content/pages/help.md --\n---\ntitle: Help\n---\nSee [Allotments](../notices/allotments.yaml#retention).\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		for _, b := range s.bodies {
			for _, link := range b.Links {
				if f, broken := s.broken(b, link); broken {
					f.Pos, f.Notice = link.Pos, b.notice
					list = append(list, f)
				}
			}
		}
		return list
	},
}

func (s *Site) broken(b body, link prose.Link) (notices.Finding, bool) {
	file, fragment, local := prose.Target(b.file, link.Destination)
	if !local || link.Destination == "" || link.Destination == "#" { // prose reports empty links
		return notices.Finding{}, false
	}
	if _, known := s.Set.Files[file]; !known {
		return notices.Finding{
			Message: fmt.Sprintf("The link %s leads to %s, which does not exist.", quote(link.Text), file),
			Fix:     s.linkFix(b.file, file, link),
		}, true
	}
	ids, ok := s.headings(file)
	if fragment == "" || !ok || slices.Contains(ids, fragment) {
		return notices.Finding{}, false
	}
	f := notices.Finding{
		Message: fmt.Sprintf("The link %s leads to the part “#%s” of %s, which has no such part.", quote(link.Text), fragment, file),
		Fix:     "Name a heading or section that is there, or take out what follows the #.",
	}
	if near, found := nearest(fragment, ids); found {
		f.Fix = "Did you mean:\n\n#" + near
	}
	return f, true
}

func (s *Site) linkFix(from, to string, link prose.Link) string {
	file, found := s.index.files[stem(to)] // the right file in the wrong folder, or with the other ending
	if !found {
		file = s.hint(to)
	}
	if file != "" {
		return "Did you mean:\n\n[" + link.Text + "](" + relative(from, file) + ")"
	}
	return "Name the file as it is called in the content folder, as seen from this one, or take the link out."
}

// mostHints is for how many files that do not exist a near one is looked for.
// Each look goes through all files. Where more are gone, they were not misspelt.
const mostHints = 100

// hint gives the file whose name is nearest to one that does not exist, if one
// is near. Many links may lead to the same file that was renamed.
func (s *Site) hint(to string) string {
	near, known := s.hints[to]
	if !known && len(s.hints) < mostHints {
		name, _ := nearest(stem(to), s.index.stems)
		near = s.index.files[name]
		s.hints[to] = near
	}
	return near
}

// nearest gives the word that differs least, when it differs in no more than a
// third of its characters.
func nearest(word string, among []string) (string, bool) {
	best, least := "", utf8.RuneCountInString(word)/3+1
	for _, candidate := range among {
		apart := utf8.RuneCountInString(candidate) - utf8.RuneCountInString(word)
		if max(apart, -apart) >= least {
			continue // the distance is no less than that
		}
		if d := levenshtein.ComputeDistance(word, candidate); d < least {
			best, least = candidate, d
		}
	}
	return best, best != ""
}

var linkToDraft = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "link-to-draft", Title: "A link leads to a notice that is not published", Severity: notices.Error,
		Provisions: []string{"12(1)"},
		Why: "Readers would find nothing behind the link. A draft is not published, and neither is a notice before the day on which it takes effect, " +
			"nor after the day on which it expires.",
		Bad: "-- content/pages/help.md --\n---\ntitle: Help\n---\nSee [Allotments](../notices/allotments.yaml).\n" +
			"-- content/notices/allotments.yaml --\nstatus: draft\n",
		Good: "-- content/pages/help.md --\n---\ntitle: Help\n---\nSee [Allotments](../notices/allotments.yaml).\n" +
			"-- content/notices/allotments.yaml --\nstatus: published\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		for _, b := range s.bodies {
			if b.draft {
				continue
			}
			for _, link := range b.Links {
				file, _, local := prose.Target(b.file, link.Destination)
				if !local || s.Set.Files[file].Kind != notices.NoticeFile {
					continue
				}
				to, lacking := s.index.unpublished(s.Set.Files[file].ID, b.day)
				if !lacking || s.index.handedOver(to.ID.Value, b.day) {
					continue
				}
				list = append(list, notices.Finding{
					Pos: link.Pos, Notice: b.notice, Related: to.related(),
					Message: fmt.Sprintf("The link %s leads to %s, which %s.", quote(link.Text), file, to.why()),
					Fix:     linkInstead[to.standing],
				})
			}
		}
		return list
	},
}

// linkInstead says what to do with a link to a notice that is not published.
var linkInstead = map[notices.Standing]string{
	notices.Draft:   "Publish the draft, or take the link out until then:\n\nstatus: published",
	notices.Future:  "Take the link out until then, or put it into a text that takes effect on the same day.",
	notices.Expired: "Link to the notice that holds now, give that notice the old address under “aliases”, or take the link out.",
}

// proseRules are the rules that prose checks while it reads the texts. They are
// here so that what they find is reported with the rest.
func proseRules() []Rule {
	var list []Rule
	for _, doc := range prose.Rules() {
		list = append(list, Rule{RuleDoc: doc, CheckSite: func(s *Site) []notices.Finding { return s.problems(doc.ID) }})
	}
	return list
}

func (s *Site) problems(rule string) []notices.Finding {
	var list []notices.Finding
	for _, b := range s.bodies {
		for _, f := range b.Problems {
			if f.Rule == rule {
				f.Notice = b.notice
				list = append(list, f)
			}
		}
	}
	return list
}
