package prose_test

import (
	"strings"
	"testing"

	"notices.example/notices/prose"
)

func TestIDsOfHeadings(t *testing.T) {
	t.Parallel()
	tests := []struct{ heading, want string }{
		{"What we hold", "what-we-hold"},
		{"  Who   sees it?  ", "who-sees-it"},
		{"Ŵyr a’r Llŷn", "wyr-ar-llyn"},
		{"Café & co.", "cafe-co"},
		{"Don't — please", "dont-please"},
		{"Άρθρο 13", "αρθρο-13"},
		{"한국어", "한국어"},
		{"10 years", "10-years"},
		{"*Some* `code`", "some-code"},
		{"---x---", "x"},
		{"!!!", "part"},
		{"Recipients", "s-recipients"},
		{"Main", "s-main"},
		{strings.Repeat("word ", 40), strings.TrimSuffix(strings.Repeat("word-", 16), "-")},
		{strings.Repeat("ab", 60), strings.Repeat("ab", 40)},
	}
	for _, tt := range tests {
		d := prose.Parse(markdown("## " + tt.heading + "\n"))
		if len(d.Headings) != 1 || d.Headings[0].ID != tt.want {
			t.Errorf("%q has the id %v, want %q", tt.heading, d.Headings, tt.want)
		}
	}
}

func TestWrittenIDsComeBeforeGeneratedOnes(t *testing.T) {
	t.Parallel()
	d := prose.Parse(markdown("## Cards\n\n## Payment {#cards}\n\n## Cards\n"))
	var got []string
	for _, h := range d.Headings {
		got = append(got, h.ID)
	}
	if want := "cards-2 cards cards-3"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(d.Problems) != 0 {
		t.Errorf("unexpected problems: %v", d.Problems)
	}
}
