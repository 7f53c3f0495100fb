package handbook

import (
	"fmt"
	"strings"
)

// Markdown writes a page for docs/rules, without the mark that it is generated.
func Markdown(p Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", p.Title)
	for _, part := range p.Parts {
		if part.Heading != "" {
			fmt.Fprintf(&b, "\n## %s\n", part.Heading)
		}
		if part.Text != "" {
			fmt.Fprintf(&b, "\n%s\n", part.Text)
		}
		if len(part.List) > 0 {
			fmt.Fprintln(&b)
		}
		for _, e := range part.List {
			fmt.Fprintf(&b, "- %s\n", markdownEntry(e))
		}
		if part.Example != "" {
			fmt.Fprintf(&b, "\n%s", fenced(part.Example, part.Language))
		}
	}
	return b.String()
}

func markdownEntry(e Entry) string {
	name := e.Name
	if e.Link != "" {
		name = fmt.Sprintf("[%s](%s)", e.Name, e.Link)
	}
	if e.Text == "" {
		return name
	}
	return name + ": " + e.Text
}

func fenced(example, language string) string {
	fence := "```"
	if strings.Contains(example, fence) {
		fence = "~~~~"
	}
	switch {
	case strings.HasPrefix(example, "-- "), strings.Contains(example, "\n-- "):
		language = "text" // several files
	case strings.HasPrefix(example, "---\n"):
		language = "markdown"
	}
	return fence + language + "\n" + strings.TrimRight(example, "\n") + "\n" + fence + "\n"
}
