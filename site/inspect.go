package site

import (
	"context"
	"errors"
	"reflect"
	"strings"

	"notices.example/notices"
)

// Inspect gives the findings of Render. It makes no pages where those could have no
// mistake in them: only a site's own layouts, partials, words and styles can. Of
// notices it plans only those in whose pages a link could lead nowhere, or a text be
// too long.
func Inspect(in Input) ([]notices.Finding, error) {
	in.Memory = nil
	shop, p, findings, err := begin(in)
	if p == nil {
		return findings, err
	}
	if len(shop.own) > 0 {
		return lookAtPages(in, shop, p, findings)
	}
	p.inspects, p.sparing = true, true
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

// wholeDoubtful reports whether the pages of a notice could bring a finding about, as far as
// that hangs on the notice itself.
func wholeDoubtful(c *notices.Complete) bool {
	if noticeDoubtful(&c.Notice) || blocksDoubtful(c) {
		return true
	}
	for _, t := range c.Translations {
		if noticeDoubtful(t) {
			return true
		}
	}
	return false
}

// bodiesLeadWithin reports whether a body, or a block in another language, may bring a
// finding about on pages of notices.
func (p *plan) bodiesLeadWithin() bool {
	for _, o := range p.set.Organisations {
		if leadsWithin(addressesOfBody, reflect.ValueOf(o).Elem()) {
			return true
		}
	}
	for _, shared := range p.set.Shared {
		for _, o := range shared.Organisations {
			if leadsWithin(addressesOfBody, reflect.ValueOf(o).Elem()) {
				return true
			}
		}
		for _, b := range shared.Blocks {
			if longText(b.Body) || leadsWithin(addressesOfBlock, reflect.ValueOf(b).Elem()) {
				return true
			}
		}
	}
	return false
}

func noticeDoubtful(n *notices.Notice) bool {
	linked := *n
	linked.Aliases = nil // they lead here, and nowhere
	return longText(n.Body) || leadsWithin(addressesOfNotice, reflect.ValueOf(&linked).Elem())
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
)

func addressesIn(t reflect.Type) *route {
	return routeThrough(t, "refs", "", func(t reflect.Type, _ string) (goal, bool) {
		return anAddress, t == reflect.TypeFor[notices.URL]()
	})
}

// leadsWithin reports whether an address in a value may lead to a page of this site:
// all others lead somewhere, as far as can be told here.
func leadsWithin(way *route, v reflect.Value) (within bool) {
	way.each(v, func(_ goal, v reflect.Value) {
		address := v.Addr().Interface().(*notices.URL).Value
		within = within || address != "" && !strings.HasPrefix(address, "#") && !onTheWeb(address)
	})
	return within
}
