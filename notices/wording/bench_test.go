package wording_test

import (
	"testing"
	"time"

	"notices.example/notices/wording"
)

// BenchmarkRead reads a notice of forty paragraphs, most of which nothing is to be
// said of.
func BenchmarkRead(b *testing.B) {
	doc := wording.Document{Jurisdiction: "uk", Day: time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)}
	for range 10 {
		for _, text := range []string{
			"We let plots to residents of the district. You pay the rent once a year, by direct debit or at the desk.",
			"If you do not pay for three months, we end the tenancy and ask for the key. We tell you so by letter first.",
			"The firm that prints our letters gets your name and address. It deletes them after thirty days.",
			"You can ask for a copy of your data. We may share your details with partners in order to improve our services.",
		} {
			doc.Texts = append(doc.Texts, wording.Text{Words: text, Written: text, Field: "body"})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		wording.Read(doc)
	}
}
