package handbook

import (
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
)

// IndexPage gives the list of all rules, chapter by chapter.
func (h *Handbook) IndexPage() Page {
	p := Page{Title: "Rules", Parts: []Part{
		{Text: "Every rule of the program, with why it is there and an example. An error keeps a notice from being published: " +
			"the law requires what is missing, or the file cannot be read. A warning is what the regulator expects. Advice is about plain language."},
	}}
	for _, c := range h.Chapters {
		applying := slices.DeleteFunc(slices.Clone(c.Rules), func(d notices.RuleDoc) bool { return !h.Applies(d) })
		p.Parts = append(p.Parts, Part{Heading: c.Title, Text: c.About, List: listed(applying)})
	}
	return p
}

// TopicPage gives the rules on a topic, such as retention: those whose IDs begin
// with it, and those that decide the item of information of that name.
func (h *Handbook) TopicPage(topic string) (Page, bool) {
	about := func(d notices.RuleDoc) bool { return d.Item == topic || strings.HasPrefix(d.ID, topic+"-") }
	list := slices.DeleteFunc(h.Rules(), func(d notices.RuleDoc) bool { return !about(d) })
	return Page{Title: "Rules on “" + topic + "”", Parts: []Part{{List: listed(list)}}}, len(list) > 0
}

func listed(docs []notices.RuleDoc) []Entry {
	var list []Entry
	for _, d := range docs {
		list = append(list, Entry{Name: d.ID, Link: d.ID + ".md", Text: d.Title + " (" + d.Severity.String() + ")"})
	}
	return list
}

// CoverageTable writes, as Markdown, every provision that says what a notice has
// to tell people, with the rules that serve it or why there is none.
func (h *Handbook) CoverageTable() string {
	var b strings.Builder
	b.WriteString("| Provision | About | Rules |\n|---|---|---|\n")
	for _, row := range h.Coverage() {
		served := row.Reason
		if len(row.Rules) > 0 {
			var links []string
			for _, id := range row.Rules {
				links = append(links, fmt.Sprintf("[%s](%s.md)", id, id))
			}
			served = strings.Join(links, ", ")
		}
		cited := h.Law.Cite(row.Provision.ID)
		if row.Provision.Link != "" {
			cited = fmt.Sprintf("[%s](%s)", cited, row.Provision.Link)
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", cited, row.Provision.Title, served)
	}
	return b.String()
}
