package rules

import (
	"slices"
	"testing"

	"notices.example/notices"
)

// No body that a sentence names is passed over, whatever letters its name has.
func TestBodiesThatSentencesNameAreFound(t *testing.T) {
	t.Parallel()
	text := func(value string) notices.Text { return notices.Text{Value: value, Pos: notices.Pos{File: "a.yaml"}} }
	bodies := []*notices.Organisation{
		{Name: text("Forms Firm Ltd")}, {Name: text("Cyngor Sir Gâr")}, {Name: text("Ŵ")}, {Name: text("Printers of Letters and Cards")},
		{Name: text("Nobody"), AlsoKnownAs: []notices.Text{text("The \u212Aeep")}}, {}, {Name: text("Labels Company")},
	}
	names := namesOf(bodies)
	for words, want := range map[string][]int{
		"we use forms firm ltd.":                      {0, 2},
		"cyngor sir gâr and printers of letters.":     {1, 2, 3},
		"the \u212Aeep is ours, and so is forms firm": {2, 4},
		"": {2},
	} {
		found := names.in([]sentence{{Lower: words}})
		var got []int
		for i := range bodies {
			if names.may(i, found) {
				got = append(got, i)
			}
		}
		for _, i := range want {
			if !slices.Contains(got, i) {
				t.Errorf("%q: body %d is passed over in %v", words, i, got)
			}
		}
		if slices.Contains(got, 5) || slices.Contains(got, 6) {
			t.Errorf("%q: %v, with bodies that it does not name", words, got)
		}
	}
}
