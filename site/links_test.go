package site_test

import (
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

func TestAddressesInFactsLeadSomewhere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ written, href string }{
		{"allotments.md", "allotments.html"},
		{"../wendle/allotments.md#data", "allotments.html#data"},
		{"../../organisations/wendle.yaml", "../../organisations/wendle.html"},
		{"/glossary.html#personal-data", "../../glossary.html#personal-data"},
		{"/", "../../index.html"},
		{"/garden-waste", "../../garden-waste/index.html"},
		{"https://www.wendle.example/a.md", "https://www.wendle.example/a.md"},
		{"#rights", "#rights"},
		{"/nope.html", ""},
		{"/NOTICES/wendle/allotments.html", ""},
		{"nope.md", ""},
		{"../../../outside.md", ""},
		{"../../shared/fraud.yaml", ""},
		{"//www.wendle.example/x", ""},
	} {
		t.Run(c.written, func(t *testing.T) {
			t.Parallel()
			in := input()
			u := notices.URL{Value: c.written, Pos: at(fullFile)}
			for _, n := range in.Set.Notices {
				if n.ID.Value == "wendle/garden-waste" {
					n.Documents = []notices.RelatedDocument{{Title: text("Terms"), Link: u}}
				}
			}
			out, found, err := site.Render(faced(in))
			if err != nil {
				t.Fatal(err)
			}
			if c.href == "" {
				if len(found) != 1 || found[0].Rule != "link-dead" || found[0].Pos != u.Pos || found[0].Notice != "wendle/garden-waste" || found[0].Fix == "" {
					t.Errorf("got %+v", found)
				}
				return
			}
			if out == nil {
				t.Fatalf("got %+v", found)
			}
			if got := page(t, out, "notices/wendle/garden-waste.html"); !strings.Contains(got, `<a href="`+c.href+`">Terms`) {
				t.Errorf("there is no link to %s", c.href)
			}
		})
	}
}
