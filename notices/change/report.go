package change

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
)

// group is the changes of a notice that have one weight, with the words above them.
type group struct {
	heading string
	say     []string
}

var headings = map[Weight]string{
	Purpose:  "People are to be told before this begins (Articles 13(3) and 14(4)):",
	Material: "People should be told:",
	Wording:  "Wording:",
}

// groups gives the changes by weight, the weightiest first.
func (n Notice) groups() (list []group) {
	for _, w := range []Weight{Purpose, Material, Wording} {
		if say := n.sayOf(w); len(say) > 0 {
			list = append(list, group{headings[w], say})
		}
	}
	return list
}

// become says what has become of a notice that was added or has ended.
func (n Notice) become() string {
	if n.Status == Added {
		return "This notice is new."
	}
	return "This notice is no longer published."
}

// Text tells of the changes for a terminal.
func Text(list []Notice, day time.Time) string {
	var b strings.Builder
	for i, n := range list {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s (%s)\n", n.Title, n.ID)
		if n.Status != Changed {
			fmt.Fprintf(&b, "  %s\n", n.become())
		}
		for _, g := range n.groups() {
			fmt.Fprintf(&b, "  %s\n", g.heading)
			for _, s := range g.say {
				fmt.Fprintf(&b, "    - %s\n", s)
			}
		}
		if entry := n.Entry(day); entry != "" {
			fmt.Fprintf(&b, "  %s\n\n    %s\n", undated, strings.ReplaceAll(strings.TrimSuffix(entry, "\n"), "\n", "\n    "))
		}
	}
	return b.String()
}

const undated = "The notice has the same date as before. Give it the new one, and tell of the change:"

// Markdown tells of the changes for a comment on a pull request. What is quoted from
// the notices is shown as it is, never as Markdown.
func Markdown(list []Notice, day time.Time) string {
	var b strings.Builder
	b.WriteString("## What changes for people\n")
	if len(list) == 0 {
		b.WriteString("\nNothing.\n")
	}
	for _, n := range list {
		fmt.Fprintf(&b, "\n### %s\n\n`%s`\n", escaped(n.Title), n.ID)
		if n.Status != Changed {
			fmt.Fprintf(&b, "\n%s\n", n.become())
		}
		for _, g := range n.groups() {
			fmt.Fprintf(&b, "\n**%s**\n\n", strings.TrimSuffix(g.heading, ":"))
			for _, s := range g.say {
				fmt.Fprintf(&b, "- %s\n", escaped(s))
			}
		}
		if entry := n.Entry(day); entry != "" {
			fmt.Fprintf(&b, "\n%s\n\n```yaml\n%s```\n", undated, strings.ReplaceAll(entry, "```", "'''"))
		}
	}
	return b.String()
}

// escaped keeps a text from being read as Markdown or HTML.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>#|~@&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return strings.ReplaceAll(b.String(), "://", ":\\//")
}

// Entry gives what the notice should say of its changes, as its author writes it: the
// new date, and an entry of the change log. It is empty when the notice has a new
// date, or only reads differently.
func (n Notice) Entry(day time.Time) string {
	if n.Status != Changed || !n.Undated || n.Weight() == Wording {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "updated: %s\nchanges:\n", day.Format(time.DateOnly))
	for _, c := range n.Changes {
		if c.Weight > Wording {
			fmt.Fprintf(&b, "  - date: %s\n    what: %q\n    material: yes\n", day.Format(time.DateOnly), c.Say)
		}
	}
	return b.String()
}

// Letter drafts the words to tell people of a notice's changes: what is different
// for them, where to read all of it, and whom to ask. The address may be empty. It
// gives nothing when there is nothing to tell.
func (n Notice) Letter(address string) string {
	say := slices.Concat(n.sayOf(Purpose), n.sayOf(Material))
	if n.Status != Changed || len(say) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "How we use your information has changed: %s\n\n", n.Title)
	for _, s := range say {
		fmt.Fprintf(&b, "- %s\n", s)
	}
	if address != "" {
		fmt.Fprintf(&b, "\nYou can read the whole privacy notice at %s\n", address)
	}
	if n.Ask != "" {
		fmt.Fprintf(&b, "\nIf you have a question, or want to object, reach us here: %s\n", n.Ask)
	}
	return b.String()
}

func (n Notice) sayOf(w Weight) (say []string) {
	for _, c := range n.Changes {
		if c.Weight == w {
			say = append(say, c.Say)
		}
	}
	return say
}

// ask gives how to reach the data protection officer of a notice's controller.
func ask(c *notices.Complete) string {
	for _, o := range c.Controllers {
		if contact, ok := o.Contact("data-protection-officer"); ok {
			for _, way := range []string{contact.Email.Value, contact.Phone.Value, contact.Form.Value, contact.Post.Value} {
				if way != "" {
					return strings.Join(strings.Fields(way), " ")
				}
			}
		}
	}
	return ""
}
