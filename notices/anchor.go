package notices

import "strings"

// Anchor gives an id for a place on a page, made from words: “Data item” is
// data-item. Letters of other alphabets are kept.
func Anchor(words string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(words), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127)
	}), "-")
}
