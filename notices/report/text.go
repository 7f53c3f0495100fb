// Package report writes findings and the completeness matrix for people, and for
// the programs that people read them in: see Formats.
//
// It takes what package rules and the packages before it give, and writes it as
// it is: it judges nothing and changes no order but to make it the same every
// time. What is wrong for several notices at one place is one entry wherever
// people read it; in JSON and JUnit it is a finding of each notice. What is
// accepted is in every format, with why, by whom and until when.
//
// Words from content files are never trusted: each format escapes them in its
// own way, and characters that could steer a terminal or turn the direction of a
// text are shown as what they are.
package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"notices.example/notices"
)

// TextOptions say how findings are written as text.
type TextOptions struct {
	Colour  bool   // for terminals that show it
	Width   int    // of the terminal, in columns; 100 when not said
	Outcome string // a sentence to end with: "Nothing was published."

	// Cite names a provision for readers, as law.Cite does. When it is nil, the ID
	// is written.
	Cite func(provision string) string
}

// Text writes each finding with its place, the line it stands on, how to put it
// right and the law behind it, and ends with a summary. Findings that are
// accepted or belong to drafts come last, a line or two each. The function line
// gives line n of a file, as load.Sources does.
//
// Findings of the same rule, at the same place and with the same words are one
// entry, which names the notices it concerns, and the summary counts it once. It
// is open when it is so for one of them. Of each file there are no more than 50
// open entries, those that weigh most, and a line says how many are left out.
func Text(w io.Writer, findings []notices.Finding, line func(file string, n int) string, o TextOptions) error {
	if o.Width == 0 {
		o.Width = 100
	}
	if o.Cite == nil {
		o.Cite = func(provision string) string { return provision }
	}
	p := &textWriter{w: bufio.NewWriter(w), line: line, o: o}
	g := grouped(merged(sorted(findings)))
	p.open(g.open)
	p.drafts(g.drafts)
	p.accepted(g.accepted)
	p.printf("%s\n", summary(g, o.Outcome))
	return p.w.Flush()
}

func sorted(findings []notices.Finding) []notices.Finding {
	list := slices.Clone(findings)
	notices.SortFindings(list)
	return list
}

// groups are the entries by what they keep from being published.
type groups struct{ open, drafts, accepted []entry }

func grouped(list []entry) groups {
	var g groups
	for _, e := range list {
		switch {
		case e.Accepted != nil:
			g.accepted = append(g.accepted, e)
		case e.Unpublished():
			g.drafts = append(g.drafts, e)
		default:
			g.open = append(g.open, e)
		}
	}
	return g
}

type textWriter struct {
	w    *bufio.Writer
	line func(file string, n int) string
	o    TextOptions
}

// printf leaves errors to the last Flush, which repeats the first of them.
func (p *textWriter) printf(format string, args ...any) { fmt.Fprintf(p.w, format, args...) }

// open writes the open entries, file by file as far as they are in that order.
func (p *textWriter) open(list []entry) {
	kept, left := fewOfEach(list)
	for i, f := range kept {
		p.finding(f)
		if last := i+1 == len(kept) || kept[i+1].Pos.File != f.Pos.File; last && left[f.Pos.File] > 0 {
			p.printf("%s: %s. Put those above right first.\n\n", clean(f.Pos.File), plural(left[f.Pos.File], "more finding", "more findings"))
			left[f.Pos.File] = 0
		}
	}
}

func (p *textWriter) finding(f entry) {
	p.printf("%s: %s: %s\n", p.bold(clean(f.Pos.String())), p.severity(f.Severity), clean(shorter(f.Message)))
	p.snippet(f.Pos)
	p.fix(f.Fix)
	for _, r := range f.Related {
		p.printf("  See also %s: %s\n", clean(r.Pos.String()), clean(shorter(r.Message)))
	}
	p.also(f, "  ")
	p.printf("  Rule: %s\n", f.Rule)
	p.law(f.Provisions)
	p.printf("\n")
}

// also writes which notices an entry concerns, when they are several.
func (p *textWriter) also(e entry, indent string) {
	if also := e.also(); also != "" {
		p.printf("%s%s\n", indent, clean(also))
	}
}

func (p *textWriter) snippet(pos notices.Pos) {
	if pos.Line == 0 || p.line == nil {
		return
	}
	number := fmt.Sprintf("%5d", pos.Line)
	text, mark := underline(p.line(pos.File, pos.Line), pos.Col, pos.Len, p.o.Width-len(number)-3)
	if trimmed := strings.TrimSpace(text); trimmed == "" || trimmed == "---" {
		return // there is nothing to see: the finding is about the file as a whole
	}
	p.printf("%s | %s\n", number, text)
	if mark != "" {
		p.printf("%s | %s\n", strings.Repeat(" ", len(number)), p.colour(green, mark))
	}
}

// fix writes the sentence of a fix, and the lines to paste after it set in.
func (p *textWriter) fix(text string) {
	if text == "" {
		return
	}
	sentence, lines, paste := strings.Cut(text, "\n")
	lines = strings.TrimLeft(lines, "\n")
	p.printf("  Fix: %s\n", clean(sentence))
	if !paste {
		return
	}
	p.printf("\n")
	for l := range strings.Lines(lines) {
		p.printf("      %s\n", clean(strings.TrimSuffix(l, "\n")))
	}
	p.printf("\n")
}

func (p *textWriter) law(provisions []string) {
	if len(provisions) == 0 {
		return
	}
	var cited []string
	for _, id := range provisions {
		cited = append(cited, clean(p.o.Cite(id)))
	}
	p.printf("  Law: %s\n", strings.Join(cited, ", "))
}

func (p *textWriter) drafts(list []entry) {
	if len(list) == 0 {
		return
	}
	p.printf("In %s, which are not published:\n", whereUnpublished(list))
	for _, f := range list {
		p.printf("  %s: %s: %s (%s)\n", clean(f.Pos.String()), f.Severity, clean(shorter(f.Message)), f.Rule)
		p.also(f, "    ")
		p.acceptances(f)
	}
	p.printf("\n")
}

func (p *textWriter) accepted(list []entry) {
	if len(list) == 0 {
		return
	}
	p.printf("Accepted for now:\n")
	for _, f := range list {
		p.printf("  %s: %s (%s)\n", clean(f.Pos.String()), clean(shorter(f.Message)), f.Rule)
		p.also(f, "    ")
		p.acceptances(f)
	}
	p.printf("\n")
}

func (p *textWriter) acceptances(e entry) {
	for _, a := range e.acceptances() {
		p.printf("    by %s, until %s: %s\n", clean(a.By.Value), a.Until, clean(a.Reason.Value))
	}
}

const (
	red    = "31"
	yellow = "33"
	cyan   = "36"
	green  = "32"
	strong = "1"
)

func (p *textWriter) severity(s notices.Severity) string {
	code := map[notices.Severity]string{notices.Error: red, notices.Warning: yellow, notices.Advice: cyan}[s]
	return p.colour(code, s.String())
}

func (p *textWriter) bold(s string) string { return p.colour(strong, s) }

func (p *textWriter) colour(code, s string) string {
	if !p.o.Colour {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
