package site_test

import (
	"fmt"
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

// Notices that share a service are each in the list, by their titles.
func TestEveryNoticeOfAServiceIsListed(t *testing.T) {
	t.Parallel()
	in := input()
	one := *in.Set.Notices[0]
	for i := range 10 {
		c := one
		c.ID.Value, c.Title, c.Service = fmt.Sprintf("%s-%d", one.ID.Value, i), notices.Text{Value: fmt.Sprintf("Parking notice %d", i)}, notices.Text{Value: "Parking"}
		if i > 7 {
			c.Service.Value = fmt.Sprintf("Service %d", i)
		}
		in.Set.Notices = append(in.Set.Notices, &c)
	}
	out, findings, err := site.Render(faced(in))
	if err != nil || out == nil {
		t.Fatal(err, findings)
	}
	page, _ := out.File("services.html")
	for i := range 10 {
		title := fmt.Sprintf(">Parking notice %d<", i)
		if i > 7 {
			title = fmt.Sprintf(">Service %d<", i)
		}
		if n := strings.Count(string(page), title); n != 1 {
			t.Errorf("%s is listed %d times", title, n)
		}
	}
}
