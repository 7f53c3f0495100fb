package rules

import (
	"fmt"
	"slices"
	"strings"
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
	CheckText: func(t *Text) []notices.Finding {
		var list []notices.Finding
		for _, link := range t.links() {
			if f, broken := t.broken(link); broken {
				f.Pos = link.Pos
				list = append(list, f)
			}
		}
		return list
	},
}

func (t *Text) broken(link prose.Link) (notices.Finding, bool) {
	file, fragment, local := prose.Target(t.File, link.Destination)
	if !local || link.Destination == "" || link.Destination == "#" { // prose reports empty links
		return notices.Finding{}, false
	}
	if t.around.file(file).Path == "" {
		return notices.Finding{
			Message: fmt.Sprintf("The link %s leads to %s, which does not exist.", quote(link.Text), file),
			Fix:     t.linkFix(file, link),
		}, true
	}
	if fragment == "" || t.around.hasPart(file, fragment) {
		return notices.Finding{}, false
	}
	f := notices.Finding{
		Message: fmt.Sprintf("The link %s leads to the part “#%s” of %s, which has no such part.", quote(link.Text), fragment, file),
		Fix:     "Name a heading or section that is there, or take out what follows the #.",
	}
	if near, found := nearest(fragment, strings.Fields(t.around.parts(file))); found {
		f.Fix = "Did you mean:\n\n#" + near
	}
	return f, true
}

func (t *Text) linkFix(to string, link prose.Link) string {
	if file := t.around.nearFile(to); file != "" {
		return "Did you mean:\n\n[" + link.Text + "](" + relative(t.File, file) + ")"
	}
	return "Name the file as it is called in the content folder, as seen from this one, or take the link out."
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
	CheckText: func(t *Text) []notices.Finding {
		if t.draft {
			return nil
		}
		var list []notices.Finding
		for _, link := range t.links() {
			file, _, local := prose.Target(t.File, link.Destination)
			if !local || t.around.file(file).Kind != notices.NoticeFile || t.around.published(t.around.file(file).ID, t.Day) {
				continue
			}
			to, lacking := unpublishedOn(t.around.notice(t.around.file(file).ID), t.Day)
			if !lacking || t.handedOver(to.ID.Value) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: link.Pos, Related: to.related(),
				Message: fmt.Sprintf("The link %s leads to %s, which %s.", quote(link.Text), file, to.why()),
				Fix:     linkInstead[to.standing],
			})
		}
		return list
	},
}

// handedOver reports whether a notice in force has taken over the address of the
// page, so that who follows a link to it is led on.
func (t *Text) handedOver(id string) bool {
	return slices.ContainsFunc(strings.Fields(t.around.heirs("/notices/"+id+".html")), func(heir string) bool {
		return t.around.published(heir, t.Day)
	})
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
		list = append(list, Rule{RuleDoc: doc, CheckText: func(t *Text) []notices.Finding { return t.problems(doc.ID) }})
	}
	return list
}

func (t *Text) problems(rule string) []notices.Finding {
	if t.doc == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.doc.Problems), func(f notices.Finding) bool { return f.Rule != rule })
}

// links gives the links in the Markdown of a file.
func (t *told) links() []prose.Link {
	if t.doc == nil {
		return nil
	}
	return t.doc.Links
}
