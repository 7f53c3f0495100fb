package site

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"

	"notices.example/notices"
)

// Around is what stands around the notices of a site that was built: what their pages hang
// on besides the notices' faces. It is plain values, to be kept in a file.
type Around struct {
	Bodies   []string                     // the IDs of those that have a page
	Subjects map[string][]AroundSubject   // what pages go across all notices for, by language
	Anchors  map[string]map[string]string // where a recipient stands on them, by language and anchor
	Search   map[string]string            // the path of the index, by language
	Ended    []string                     // the addresses of pages of notices that have ended
	Named    map[string]string            // a digest of what each notice names, by its ID
}

// AroundSubject is a subject of pages that go across all notices.
type AroundSubject struct {
	Name, Title string
	Pages       int
	Path        string // of the same to take away; empty when there is none
}

// ErrWider is wrapped when more of a site is to be made anew than the pages of some
// notices.
var ErrWider = errors.New("other pages hang on it")

// Narrow makes the files of some notices of a site that was built: what else there is, and
// what others see of these, is as it was then. The findings are those of these notices. The
// error wraps ErrWider when they name others than they did, or when a page cannot be made.
func Narrow(ctx context.Context, in Input, own []*notices.Face, around *Around) ([]File, []notices.Finding, error) {
	in.Memory, in.Shards = nil, nil
	shop, p, findings, err := begin(in)
	if err != nil {
		return nil, nil, err
	}
	if p == nil {
		return nil, findings, ErrWider
	}
	p.someOnly, p.sparing, p.standing = true, true, around
	if err := p.planFirst(); err != nil {
		return nil, nil, err
	}
	if err := p.namesTheSame(own); err != nil {
		return nil, nil, err
	}
	b := &builder{renderer: &renderer{plan: p, templates: shop.templates, small: newMinifier()}}
	files, err := b.only(ctx, own)
	if errors.Is(err, errMistaken) {
		err = fmt.Errorf("%w: %w", ErrWider, err)
	}
	return files, append(findings, p.findings...), err
}

// only makes the pages and files of some notices, and publishes none.
func (b *builder) only(ctx context.Context, own []*notices.Face) ([]File, error) {
	own = slices.DeleteFunc(slices.Clone(own), func(f *notices.Face) bool { return b.published[f.ID.Value] == nil })
	if err := b.planNotices(own); err != nil {
		return nil, err
	}
	files, err := b.filesOf(own)
	for err == nil && b.done < len(b.plan.pages) {
		var more []File
		more, err = b.pages(ctx)
		files = append(files, more...)
	}
	return files, err
}

// namesTheSame reports an error when a notice names other bodies than when the site was
// built.
func (p *plan) namesTheSame(own []*notices.Face) error {
	whole, err := p.whole(own)
	if err != nil {
		return err
	}
	for _, c := range whole {
		if was, shown := p.standing.Named[c.ID.Value]; shown != (p.published[c.ID.Value] != nil) || shown && was != p.naming(c).digest() {
			return fmt.Errorf("%w: %s", ErrWider, c.ID.Value)
		}
	}
	return nil
}

// digest stands for what a notice names.
func (n naming) digest() string {
	const enough = 16 // bytes: two are never alike by chance
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", [][]string{n.Bodies, n.Files}))
	return string(sum[:enough])
}

// takeAround takes what stands around the notices as it was when the site was built, in
// the place of looking at all of them.
func (p *plan) takeAround() {
	for _, id := range p.standing.Bodies {
		if o := p.set.Organisations[id]; o != nil {
			p.organisations = append(p.organisations, o)
		}
	}
	for lang, subjects := range p.standing.Subjects {
		for _, s := range subjects {
			p.subjects[lang] = append(p.subjects[lang], &subject{name: s.Name, title: s.Title, pages: make([]func(AcrossPage) any, s.Pages), path: s.Path})
		}
	}
	for lang, anchors := range p.standing.Anchors {
		p.anchors[lang] = anchors
	}
}

// claimAround speaks for the addresses of the pages that go across the notices.
func (p *plan) claimAround() {
	for _, lang := range p.languages {
		p.claimSubjects(lang)
		if path, there := p.standing.Search[lang]; there {
			p.search[lang] = File{Path: path}
			p.claimSearchPages(lang)
		}
	}
}

// claimEnded speaks for the addresses of notices that have ended.
func (p *plan) claimEnded() {
	for _, address := range p.standing.Ended {
		p.exists[address], p.ended[address] = true, true
	}
}

// standsAround takes down what stands around the notices of this plan.
func (p *plan) standsAround() *Around {
	a := &Around{Subjects: map[string][]AroundSubject{}, Anchors: p.anchors, Search: map[string]string{}, Named: make(map[string]string, len(p.order))}
	for _, o := range p.organisations {
		a.Bodies = append(a.Bodies, o.ID.Value)
	}
	for lang, subjects := range p.subjects {
		for _, s := range subjects {
			a.Subjects[lang] = append(a.Subjects[lang], AroundSubject{Name: s.name, Title: s.title, Pages: len(s.pages), Path: s.path})
		}
	}
	for lang, index := range p.search {
		a.Search[lang] = index.Path
	}
	a.Ended = slices.Sorted(maps.Keys(p.ended))
	for _, f := range p.order {
		a.Named[f.ID.Value] = p.surveyed[f.ID.Value].Naming.digest()
	}
	return a
}
