package site

import (
	"testing"

	"notices.example/notices"
)

// On a site with very many notices the first page leads to the list of each body in the
// place of being that list.
func TestTheFirstPageOfALargeSiteIsShort(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		published, listed int
		elsewhere         string
	}{{manyLinks, 3, ""}, {manyLinks + 1, 0, "In 3 notices"}} {
		p := &plan{main: "en", languages: []string{"en"}, words: map[string]*Words{"en": wordsIn(t, "en")}, order: make([]*notices.Face, c.published), memory: &Memory{}, kept: newKept()}
		p.setOrders()
		bodies := []BodyNotices{{Services: make([]NoticeLink, 3)}, {Corporate: make([]NoticeLink, 1)}}
		p.at("index.html", "en").shorten(bodies)
		if len(bodies[0].Services) != c.listed || bodies[0].Elsewhere != c.elsewhere || bodies[1].Elsewhere != "" {
			t.Errorf("of %d notices: %d listed, %q", c.published, len(bodies[0].Services), bodies[0].Elsewhere)
		}
	}
}
