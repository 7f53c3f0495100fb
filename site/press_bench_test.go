package site_test

import (
	"testing"

	"notices.example/site"
)

// BenchmarkLayouts measures what the layout of a page takes: as it is printed, and as
// html/template executes it, for the page of a notice with every part.
func BenchmarkLayouts(b *testing.B) {
	err := site.TwoWays(faced(input()), func(address string, executed, printed func() ([]byte, error)) error {
		if address != "notices/wendle/garden-waste.html" {
			return nil
		}
		for name, way := range map[string]func() ([]byte, error){"printed": printed, "executed": executed} {
			b.Run(name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					page, err := way()
					if err != nil {
						b.Fatal(err)
					}
					b.SetBytes(int64(len(page)))
				}
			})
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}
