package report

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"notices.example/notices"
)

// The most that places for Markdown take, in bytes.
const (
	commentSize = 65_536  // a comment on GitHub
	SummarySize = 1 << 20 // GitHub's summary of a step; nothing of a longer one is shown
)

// Markdown writes findings for a comment on a pull request: what blocks first,
// then the rest, drafts, and what is accepted with why, by whom and until when.
// What is too much for a comment is counted.
func Markdown(w io.Writer, r Report) error { return MarkdownUpTo(w, r, commentSize) }

// MarkdownUpTo is Markdown with another limit, in bytes.
func MarkdownUpTo(w io.Writer, r Report, most int) error {
	const tail = 200 // room for the sentence about the rest
	g := grouped(byWeight(merged(sorted(r.Findings))))
	m := &markdownWriter{room: most - tail}
	m.add("## Privacy notices\n\n" + escapeMarkdown(summary(g, r.Outcome)) + "\n")
	m.part("", g.open, r.markdownEntry)
	m.part("### In "+whereUnpublished(g.drafts)+", which are not published", g.drafts, r.markdownEntry)
	m.part("### Accepted for now", g.accepted, r.markdownEntry)
	if m.left > 0 {
		m.b.WriteString("\nThere is no room here for " + plural(m.left, "more finding", "more findings") + ": see the log of the check.\n")
	}
	if _, err := io.WriteString(w, m.b.String()); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// markdownWriter writes as long as there is room, and counts what there is none
// for. After the first that does not fit, nothing more is taken.
type markdownWriter struct {
	b    strings.Builder
	room int
	left int
}

func (m *markdownWriter) add(text string) bool {
	if m.left > 0 || m.b.Len()+len(text) > m.room {
		return false
	}
	m.b.WriteString(text)
	return true
}

func (m *markdownWriter) part(title string, list []entry, write func(entry) string) {
	if len(list) == 0 {
		return
	}
	if title != "" && !m.add("\n"+title+"\n") {
		m.left += len(list)
		return
	}
	m.add("\n")
	for _, e := range list {
		if !m.add(write(e)) {
			m.left++
		}
	}
}

// markdownEntry is an item of a list. The lines to paste are in a block of their own.
func (r Report) markdownEntry(e entry) string {
	at := e.Pos
	at.File = r.path(at.File)
	var b strings.Builder
	fmt.Fprintf(&b, "- **%s** %s: %s", e.Severity, codeSpan(at.String()), escapeMarkdown(e.Message))
	line := func(words string) { b.WriteString("\\\n  " + words) }
	if also := e.also(); also != "" {
		line(escapeMarkdown(also))
	}
	for _, words := range e.acceptedBy() {
		line(escapeMarkdown(words))
	}
	sentence, lines, paste := strings.Cut(e.Fix, "\n")
	if sentence != "" && e.Accepted == nil {
		line("Fix: " + escapeMarkdown(sentence))
	}
	line("Rule: " + codeSpan(e.Rule) + r.markdownLaw(e.Finding))
	b.WriteString("\n")
	if paste && e.Accepted == nil {
		b.WriteString("\n" + setIn(fenced(Plain(strings.Trim(lines, "\n")))) + "\n")
	}
	return b.String()
}

func (r Report) markdownLaw(f notices.Finding) string {
	var cited []string
	for _, p := range f.Provisions {
		name := escapeMarkdown(r.cite(p))
		if link := r.link(p); link != "" {
			name = "[" + name + "](<" + link + ">)"
		}
		cited = append(cited, name)
	}
	if len(cited) == 0 {
		return ""
	}
	return ". Law: " + strings.Join(cited, ", ")
}

// setIn puts lines into an item of a list.
func setIn(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n  ") + "\n"
}

// fenced puts lines into a block that they cannot end.
func fenced(content string) string {
	fence := "```"
	for strings.Contains(content, fence) {
		fence += "`"
	}
	return fence + "yaml\n" + content + "\n" + fence + "\n"
}

// codeSpan shows a place or an ID as it is.
func codeSpan(s string) string {
	s = strings.TrimSpace(clean(s))
	mark := "`"
	for strings.Contains(s, mark) {
		mark += "`"
	}
	if len(mark) > 1 {
		s = " " + s + " "
	}
	return mark + s + mark
}

// markup is every sign that means something within a line of Markdown, as GitHub
// and GitLab read it: the colon of an address or an emoji, and the dot of www,
// too. No line begins with words from elsewhere.
var markup = regexp.MustCompile("[\\\\`*_\\[\\]<>~&$@#!%]|:\\b|:/|www\\.")

// notJoined stands behind a sign that names something: @name, #12, !34, ~label.
// GitHub and GitLab look for these after markup is gone, so that no escape helps.
const notJoined = "\u2060"

// escapeMarkdown writes words so that they are read as words: no markup, no
// address that becomes a link, no name that is sent a message, and no number that
// refers to an issue or a change.
func escapeMarkdown(text string) string {
	return markup.ReplaceAllStringFunc(clean(text), func(sign string) string {
		switch sign {
		case "@", "#", "!", "%":
			return sign + notJoined
		case "~", "&", "$":
			return "\\" + sign + notJoined
		case "www.":
			return "www\\."
		}
		return "\\" + sign
	})
}
