package report

import (
	"regexp"
	"strings"
)

// longestQuote is how much of a quoted name a message on a terminal shows.
const longestQuote = 70

var quoted = regexp.MustCompile(`“[^“”]*”`)

// shorter cuts what a message quotes from a content file, when it is long, after
// a whole word: on a terminal a name has to be recognised, not read.
func shorter(message string) string {
	if len(message) <= longestQuote {
		return message
	}
	return quoted.ReplaceAllStringFunc(message, func(q string) string {
		words := strings.TrimSuffix(strings.TrimPrefix(q, "“"), "”")
		return "“" + cut(words) + "”"
	})
}

func cut(text string) string {
	runes := []rune(text)
	if len(runes) <= longestQuote {
		return text
	}
	start := string(runes[:longestQuote])
	if space := strings.LastIndexByte(start, ' '); space > 0 && runes[longestQuote] != ' ' {
		start = start[:space]
	}
	return strings.TrimRight(start, " ,;:") + "…"
}
