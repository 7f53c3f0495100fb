package site

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

// A feed is what encoding/xml makes of it, letter for letter.
func TestFeedsAreWrittenAsEncodingXMLDoes(t *testing.T) {
	t.Parallel()
	words := []string{"", "a", "Ŵyr’s “own”", `"<b>" 'a'&b`, "line\nend\ttab\r", "\x00\x7f\u0085", "\xff", "\ufffd\ufffe\uffff", "日本 😀", "]]>"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		f := &atomFeed{Lang: words[r.IntN(len(words))], ID: words[r.IntN(len(words))], Title: words[r.IntN(len(words))], Updated: words[r.IntN(len(words))]}
		fillAtRandom(r, reflect.ValueOf(&f.Authors).Elem(), words)
		fillAtRandom(r, reflect.ValueOf(&f.Links).Elem(), words)
		for range r.IntN(3) {
			var e atomEntry
			for _, part := range []any{&e.ID, &e.Title, &e.Updated, &e.Authors, &e.Links, &e.Category, &e.Summary} {
				fillAtRandom(r, reflect.ValueOf(part).Elem(), words)
			}
			e.Day, e.order = notices.Date{}, 1
			f.Entries = append(f.Entries, e)
		}
		want := xmlFile("feed.xml", f)
		if diff := cmp.Diff(string(want.Content), string(feedFileOf("feed.xml", f).Content)); diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
	}
}

func FuzzWordsInFeeds(f *testing.F) {
	f.Add("a <b> & “c”\xff\ufffe")
	f.Fuzz(func(t *testing.T, words string) {
		feed := &atomFeed{Title: words}
		if diff := cmp.Diff(string(xmlFile("", feed).Content), string(feedFileOf("", feed).Content)); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}
