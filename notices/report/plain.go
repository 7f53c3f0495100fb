package report

import "strings"

// Plain makes a text of several lines safe to print: characters that could steer
// a terminal are shown as what they are. Names of files and errors hold such
// characters as easily as findings do.
func Plain(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = clean(l)
	}
	return strings.Join(lines, "\n")
}
