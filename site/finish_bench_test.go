package site_test

import (
	"testing"

	"notices.example/site"
)

// BenchmarkFinish measures what is done to a notice's page between its layout and the
// disk: it is made smaller, read, held to what pages may do, and made into its other
// forms.
func BenchmarkFinish(b *testing.B) {
	set, _ := example(b)
	finish := site.Finishing(b, site.Input{Set: set, Day: today, Version: "test"})
	b.ReportAllocs()
	for b.Loop() {
		finish()
	}
}
