package site

import (
	"context"
	"errors"
	"path"

	"notices.example/notices"
)

// Texts makes the plain text of notices, as Render does, and hands each to take, with
// never more than some notices' pages in memory; its error ends the work. A notice that
// the site does not publish has none. The texts hang on all of the site, so it is all
// looked at. Where a finding blocks, some or all texts are not made.
func Texts(ctx context.Context, in Input, ids []string, take func(File) error) ([]notices.Finding, error) {
	in.Memory = nil
	shop, p, findings, err := begin(in)
	if p == nil || len(ids) == 0 {
		return findings, err
	}
	p.inspects = true // nobody sees the pages across notices
	b, err := newBuilder(shop, p)
	if err != nil {
		return nil, err
	}
	b.done = len(p.pages) // the other pages
	var wanted []*notices.Face
	for _, id := range ids {
		if f := p.published[id]; f != nil {
			wanted = append(wanted, f)
		}
	}
	err = b.someOf(ctx, wanted, func(ctx context.Context, some []*notices.Face) error { return b.texts(ctx, some, take) })
	if errors.Is(err, errMistaken) {
		_, findings, err = Render(in) // to find all mistakes at once
		return findings, err
	}
	return append(findings, p.findings...), err
}

// texts makes the plain text of some notices.
func (b *builder) texts(ctx context.Context, some []*notices.Face, take func(File) error) error {
	if err := b.planNotices(some); err != nil {
		return err
	}
	for b.done < len(b.plan.pages) {
		files, err := b.pages(ctx)
		if err != nil {
			return err
		}
		for _, f := range files {
			if f.Notice == "" || path.Ext(f.Path) != ".txt" {
				continue
			}
			if err := take(f); err != nil {
				return err
			}
		}
	}
	return nil
}
