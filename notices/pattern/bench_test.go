package pattern_test

import (
	"regexp"
	"strings"
	"testing"

	"notices.example/notices/pattern"
)

// BenchmarkMatchString tries a pattern on a sentence without a match, and does the same
// with package regexp.
func BenchmarkMatchString(b *testing.B) {
	const form = `(?i)\b(links?|unsubscribe|reply|text (us|stop|back)|send stop|settings|preferences|let us know)\b`
	text := strings.Repeat("We keep your name and your address for six years after the end of the tenancy, ", 2)
	for name, match := range map[string]func(string) bool{
		"pattern": pattern.MustCompile(form).MatchString, "regexp": regexp.MustCompile(form).MatchString,
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if match(text) {
					b.Fatal("there is a match")
				}
			}
		})
	}
}
