package report

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"

	"notices.example/notices"
)

// shownOnGitHub is how many annotations of each kind GitHub keeps of a step.
const shownOnGitHub = 10

// Annotations writes findings as the commands that GitHub Actions makes
// annotations of. GitHub keeps ten errors, ten warnings and ten notes of a step
// and drops the rest without a word, so no more are written, those that block
// first; the last of a kind then says how many more there are.
func Annotations(w io.Writer, r Report) error {
	byKind := map[string][]entry{}
	for _, e := range byWeight(merged(sorted(r.Findings))) {
		kind := annotationKind(e)
		byKind[kind] = append(byKind[kind], e)
	}
	b := bufio.NewWriter(w)
	for _, kind := range []string{"error", "warning", "notice"} {
		list, more := byKind[kind], 0
		if len(list) > shownOnGitHub {
			more = len(list) - shownOnGitHub + 1
			list = list[:shownOnGitHub-1]
		}
		for _, e := range list {
			r.annotation(b, kind, e)
		}
		if more > 0 {
			fmt.Fprintf(b, "::%s::%s\n", kind, asData(fmt.Sprintf("There are %d more of this kind. All are in the log of this step%s.", more, r.alsoIn())))
		}
	}
	return b.Flush()
}

// alsoIn says where else all findings are.
func (r Report) alsoIn() string {
	if r.StepSummary {
		return ", and in its summary"
	}
	return ""
}

// annotationKind is how GitHub shows an entry. What blocks nothing is no error.
func annotationKind(e entry) string {
	switch {
	case e.Accepted != nil || e.Unpublished() || e.Severity == notices.Advice:
		return "notice"
	case e.Severity == notices.Warning:
		return "warning"
	}
	return "error"
}

func (r Report) annotation(w io.Writer, kind string, e entry) {
	properties := []string{"file=" + asProperty(Plain(r.path(e.Pos.File)))}
	if e.Pos.Line > 0 {
		properties = append(properties, fmt.Sprintf("line=%d", e.Pos.Line))
	}
	if e.Pos.Line > 0 && e.Pos.Col > 0 && e.Pos.Len > 0 {
		properties = append(properties, fmt.Sprintf("col=%d,endColumn=%d", e.Pos.Col, e.Pos.Col+e.Pos.Len))
	}
	fmt.Fprintf(w, "::%s %s,title=%s::%s\n", kind, strings.Join(properties, ","), asProperty(Plain(e.Rule)), asData(toldAll(e)))
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// asData and asProperty write words in a command so that they cannot end it.
func asData(s string) string     { return dataEscapes.Replace(s) }
func asProperty(s string) string { return propertyEscapes.Replace(s) }

// WithoutCommands gives a text without anything that GitHub Actions, Azure
// Pipelines or TeamCity would take for a command: a log quotes content files, and
// a line in one must not be able to make annotations, hide others or set values.
func WithoutCommands(text string) string {
	var b strings.Builder
	for line := range strings.Lines(hashCommand.ReplaceAllString(text, "# $1")) {
		if rest := strings.TrimLeftFunc(line, unicode.IsSpace); strings.HasPrefix(rest, "::") {
			line = strings.TrimSuffix(line, rest) + ": :" + rest[2:]
		}
		b.WriteString(line)
	}
	return b.String()
}

// hashCommand matches the beginning of a command that may stand anywhere in a line.
var hashCommand = regexp.MustCompile(`(?i)#(#(?:vso|teamcity)?\[)`)
