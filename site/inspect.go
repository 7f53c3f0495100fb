package site

import (
	"context"
	"errors"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"notices.example/notices"
)

// Inspect gives the findings of Render. It makes no pages where those could have no
// mistake in them: only a site's own layouts, partials, words and styles can. Of
// notices it plans only those in whose pages a link could lead nowhere, or a text be
// too long. Which pages go across the notices is worked out only where content has an
// address that could be one of theirs.
func Inspect(in Input) ([]notices.Finding, error) {
	in.Memory = nil
	shop, p, findings, err := begin(in)
	if p == nil {
		return findings, err
	}
	if len(shop.own) > 0 {
		return lookAtPages(in, shop, p, findings)
	}
	p.inspects, p.sparing, p.noAcross = true, true, true
	if err := p.planFirst(); err != nil {
		return nil, err
	}
	if err := p.planNotices(p.doubtful()); err != nil {
		return nil, err
	}
	p.planRest()
	findings = append(findings, p.findings...)
	notices.SortFindings(findings)
	return findings, nil
}

// lookAtPages makes all pages, some at a time, and keeps none. When one has a mistake,
// all are made from the start, to find all mistakes at once.
func lookAtPages(in Input, shop *workshop, p *plan, findings []notices.Finding) ([]notices.Finding, error) {
	b, err := newBuilder(shop, p)
	if err == nil {
		b.hand = func(File) error { return nil }
		err = b.make(context.Background())
	}
	if errors.Is(err, errMistaken) {
		_, findings, err = Render(in)
		return findings, err
	}
	findings = append(findings, p.findings...)
	notices.SortFindings(findings)
	return findings, err
}

// doubtful gives the notices whose pages could bring a finding about, in their order.
func (p *plan) doubtful() (list []*notices.Face) {
	if p.bodiesLeadWithin() {
		return p.order
	}
	for _, f := range p.order {
		if p.surveyed[f.ID.Value].Doubtful {
			list = append(list, f)
		}
	}
	return list
}

// inspected is what an inspection has to know of a notice.
type inspected struct {
	Doubtful    bool // its pages could bring a finding about
	LeadsAcross bool // one of its addresses may be that of a page across notices
}

// inspect looks at a notice in all languages, as far as this hangs on the notice itself.
func inspect(c *notices.Complete) inspected {
	seen := inspected{Doubtful: noticeDoubtful(&c.Notice) || blocksDoubtful(c), LeadsAcross: leadsAcross(addressesOfNotice, &c.Notice)}
	for _, t := range c.Translations {
		seen.Doubtful = seen.Doubtful || noticeDoubtful(t)
		seen.LeadsAcross = seen.LeadsAcross || leadsAcross(addressesOfNotice, t)
	}
	return seen
}

// leadsAcross reports whether anything in content has an address that may be that of a
// page across the notices: of one, because it leads there, or of another one, because it
// was published there before.
func (p *plan) leadsAcross() bool {
	shared := func(s *notices.Shared) bool {
		return s.Site != nil && leadsAcross(addressesOfSite, s.Site) || anyLeadsAcross(addressesOfBody, s.Organisations) || anyLeadsAcross(addressesOfBlock, s.Blocks)
	}
	for _, f := range p.order {
		if p.surveyed[f.ID.Value].LeadsAcross || slices.ContainsFunc(f.Aliases, mayBeAcross) {
			return true
		}
	}
	for _, page := range p.set.Corpus.Pages {
		if slices.ContainsFunc(page.Aliases, mayBeAcross) {
			return true
		}
	}
	for _, s := range p.set.Shared {
		if shared(s) {
			return true
		}
	}
	return leadsAcross(addressesOfSite, p.site) || anyLeadsAcross(addressesOfBody, p.set.Organisations)
}

// bodiesLeadWithin reports whether a body, or a block in another language, may bring a
// finding about on pages of notices.
func (p *plan) bodiesLeadWithin() bool {
	for id := range p.set.Organisations {
		if p.bodyLeadsWithin(id) {
			return true
		}
	}
	for _, shared := range p.set.Shared {
		for _, b := range shared.Blocks {
			if longText(b.Body) || leadsWithin(addressesOfBlock, b) {
				return true
			}
		}
	}
	return false
}

// bodyLeadsWithin reports whether an address of a body, in any language, may lead to a
// page of this site. Nothing else on the page of a body can bring a finding about.
func (p *plan) bodyLeadsWithin(id string) bool {
	if o := p.set.Organisations[id]; o != nil && leadsWithin(addressesOfBody, o) {
		return true
	}
	for _, shared := range p.set.Shared {
		if o := shared.Organisations[id]; o != nil && leadsWithin(addressesOfBody, o) {
			return true
		}
	}
	return false
}

func noticeDoubtful(n *notices.Notice) bool {
	linked := *n
	linked.Aliases = nil // they lead here, and nowhere
	return longText(n.Body) || leadsWithin(addressesOfNotice, &linked)
}

func blocksDoubtful(c *notices.Complete) bool {
	for _, b := range c.Included {
		if longText(b.Block.Body) {
			return true
		}
	}
	return false
}

// longText reports whether the HTML of a text could be longer than it may be. A short
// one without addresses that are used again and again cannot.
func longText(m notices.Markdown) bool {
	const short = 32 << 10 // bytes
	return len(m.Source) > short || strings.Contains(m.Source, "]:")
}

// The ways to the addresses in a value.
var (
	addressesOfNotice = addressesIn(reflect.TypeFor[notices.Notice]())
	addressesOfBody   = addressesIn(reflect.TypeFor[notices.Organisation]())
	addressesOfBlock  = addressesIn(reflect.TypeFor[notices.Block]())
	addressesOfSite   = addressesIn(reflect.TypeFor[notices.Site]())
)

func addressesIn(t reflect.Type) *route {
	return routeThrough(t, "refs", "", func(t reflect.Type, _ string) (goal, bool) {
		return anAddress, t == reflect.TypeFor[notices.URL]()
	})
}

// leadsWithin reports whether an address in a value may lead to a page of this site:
// all others lead somewhere, as far as can be told here.
func leadsWithin[T any](way *route, value *T) bool {
	return anyAddress(way, value, func(u notices.URL) bool {
		return u.Said() && !strings.HasPrefix(u.Value, "#") && !onTheWeb(u.Value)
	})
}

// leadsAcross reports whether an address in a value may be that of a page across notices.
func leadsAcross[T any](way *route, value *T) bool { return anyAddress(way, value, mayBeAcross) }

func anyLeadsAcross[T any](way *route, values map[string]*T) bool {
	for _, value := range values {
		if leadsAcross(way, value) {
			return true
		}
	}
	return false
}

func anyAddress[T any](way *route, value *T, is func(notices.URL) bool) (found bool) {
	way.each(reflect.ValueOf(value).Elem(), func(_ goal, v reflect.Value) {
		found = found || is(*v.Addr().Interface().(*notices.URL))
	})
	return found
}

// mayBeAcross reports whether an address may be that of a page across notices, or of a
// file of the search, or of something in it as if it were a folder.
func mayBeAcross(u notices.URL) bool {
	if onTheWeb(u.Value) {
		return false
	}
	address := strings.TrimPrefix(u.Value, "/")
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	address = addressKey(address)
	return slices.ContainsFunc(acrossNames, func(name string) bool { return strings.HasPrefix(address, name) })
}
