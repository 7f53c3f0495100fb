package notices

import (
	"strings"
	"unicode"
)

// Key gives the key in a content file of a field: its Go name in snake_case, so
// that BasisInLaw is basis_in_law, UsesAI is uses_ai and Schedule1 is schedule_1.
func Key(field string) string {
	var b strings.Builder
	runes := []rune(field)
	for i, r := range runes {
		if i > 0 && startsWord(runes, i) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func startsWord(runes []rune, i int) bool {
	before, r := runes[i-1], runes[i]
	switch {
	case unicode.IsDigit(r):
		return !unicode.IsDigit(before)
	case unicode.IsUpper(r):
		return !unicode.IsUpper(before) || i+1 < len(runes) && unicode.IsLower(runes[i+1])
	}
	return false
}
