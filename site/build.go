package site

import (
	"context"
	"errors"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"notices.example/notices"
)

// Built is a site that was made and published.
type Built struct {
	Written
	Files int
	Pages int   // those of the files that are pages
	Size  int64 // of all files, in bytes

	Around *Around // what stands around the notices, for Narrow; of Build alone
}

// atATime is how many notices are planned, and how many pages made and published, before
// the next: few, so that no more of the site is in memory, and enough for all processors.
const atATime = 64

// errMistaken is why nothing was published: findings say more.
var errMistaken = errors.New("a page has a mistake in it")

// Build makes a site and publishes it notice by notice, as Render and Publish do, with
// never more than some notices' pages in memory. Ready is called when all of it is made,
// with the findings, before any of it can be seen; its error ends the build. Nothing is
// built when a finding blocks.
func Build(ctx context.Context, in Input, to Target, ready func([]notices.Finding) error) (*Built, []notices.Finding, error) {
	in.Memory = nil
	shop, p, findings, err := begin(in)
	if p == nil {
		return nil, findings, err
	}
	b, err := newBuilder(shop, p)
	if err != nil {
		return nil, findings, err
	}
	b.built.Around = p.standsAround()
	built, err := b.build(ctx, to, func() error {
		findings = append(findings, p.findings...)
		notices.SortFindings(findings)
		return ready(findings)
	})
	if errors.Is(err, errMistaken) {
		_, findings, err = Render(in) // from the start, to find all mistakes at once
		return nil, findings, err
	}
	return built, findings, err
}

// builder makes the pages of a site and hands them to the folder one by one.
type builder struct {
	*renderer
	stage *Staging // nil when pages are only looked at
	done  int      // how many pages of the plan have been made
	shard *Shard   // what is made of the notices, for another run; nil when nothing is to be told
	built Built
	size  atomic.Int64
}

// newBuilder begins to build what is planned of a site, and plans the first of it.
func newBuilder(shop *workshop, p *plan) (*builder, error) {
	p.sparing = true
	if err := p.planFirst(); err != nil {
		return nil, err
	}
	return &builder{renderer: &renderer{plan: p, templates: shop.templates, small: newMinifier()}}, nil
}

func (b *builder) build(ctx context.Context, to Target, ready func() error) (*Built, error) {
	if blocked(b.plan.findings) {
		return nil, errMistaken
	}
	first, err := b.pages(ctx) // a layout with a mistake mostly shows it here, when nobody has to wait yet
	if err != nil {
		return nil, err
	}
	stage, err := Stage(ctx, to)
	if err != nil {
		return nil, err
	}
	defer stage.Abandon()
	b.stage, b.hand = stage, b.put
	if err := b.publish(first); err != nil {
		return nil, err
	}
	if err := b.make(ctx); err != nil {
		return nil, err
	}
	if err := ready(); err != nil {
		return nil, err
	}
	b.built.Size = b.size.Load()
	b.built.Written, err = stage.Commit(ctx, b.in.Version)
	return &b.built, err
}

// make makes all files of the site.
func (b *builder) make(ctx context.Context) error {
	for _, step := range []func(context.Context) error{b.flush, b.filesAcross, b.notices, b.rest, b.files} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// notices plans and makes the pages of the notices, some at a time, or takes over what
// others made.
func (b *builder) notices(ctx context.Context) error {
	made := b.makeSome
	if b.in.Shards != nil {
		made = newJoiner(b).takeSome
	}
	return b.someOf(ctx, b.order, made)
}

// someOf has something done with notices, some at a time, and lets their plan go.
func (b *builder) someOf(ctx context.Context, list []*notices.Face, do func(context.Context, []*notices.Face) error) error {
	for some := range slices.Chunk(list, atATime) {
		if err := do(ctx, some); err != nil {
			return err
		}
		for _, f := range some {
			delete(b.planned, f.ID.Value)
		}
	}
	return nil
}

func (b *builder) makeSome(ctx context.Context, some []*notices.Face) error {
	if err := b.planNotices(some); err != nil {
		return err
	}
	files, err := b.filesOf(some)
	if err != nil {
		return err
	}
	if err := b.publish(files); err != nil {
		return err
	}
	return b.flush(ctx)
}

func (b *builder) rest(ctx context.Context) error {
	b.planRest()
	return b.flush(ctx)
}

// files makes what is no page.
func (b *builder) files(context.Context) error {
	files, err := b.makeFiles()
	if err == nil {
		err = b.checkStyle()
	}
	if err == nil && (len(b.renderer.findings) > 0 || blocked(b.plan.findings)) {
		err = errMistaken
	}
	if err != nil {
		return err
	}
	return b.publish(append(files, b.style))
}

// flush makes the pages that have been planned, some at a time: those across notices are
// many and long. Each is handed to the folder as soon as it is made.
func (b *builder) flush(ctx context.Context) error {
	for b.done < len(b.plan.pages) {
		files, err := b.pages(ctx)
		if err != nil {
			return err
		}
		b.count(files)
	}
	return nil
}

// pages makes the next of the pages that have been planned, and forgets their views.
func (b *builder) pages(ctx context.Context) ([]File, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if blocked(b.plan.findings) {
		return nil, errMistaken
	}
	var files []File
	pages := b.next()
	for i, one := range b.all(pages) {
		switch {
		case one.err != nil:
			return nil, one.err
		case len(one.findings) > 0 || !one.faultless:
			return nil, errMistaken
		}
		for _, f := range one.files {
			f.Notice = pages[i].notice
			files = append(files, f)
		}
		pages[i].view, pages[i].later, pages[i].title.Value = nil, nil, strings.Clone(pages[i].title.Value) // which may be a part of its file
	}
	b.done += len(pages)
	return files, nil
}

// next gives the pages that are made next: fewer of those across notices, which are long.
func (b *builder) next() []page {
	const long = 8 // how many others such a page counts for
	rest, many := b.plan.pages[b.done:], 0
	for size := 0; many < len(rest) && size < atATime; many++ {
		if size++; rest[many].later != nil {
			size += long - 1
		}
	}
	return rest[:many]
}

// filesAcross publishes the files that go across the notices. What they and their pages
// are made of can go then.
func (b *builder) filesAcross(context.Context) error {
	files := b.acrossFiles()
	if err := b.sound(files); err != nil {
		return err
	}
	return b.publish(files)
}

// publish hands files to the folder, several at a time.
func (b *builder) publish(files []File) error {
	if b.stage == nil {
		return nil
	}
	b.count(files)
	return beside(files, b.put)
}

// put hands a file to the folder.
func (b *builder) put(f File) error {
	b.size.Add(int64(len(f.Content)))
	return b.stage.Add(f)
}

// count takes down what was published.
func (b *builder) count(files []File) {
	b.shard.note(files)
	b.built.Files += len(files)
	for _, f := range files {
		if path.Ext(f.Path) == ".html" {
			b.built.Pages++
		}
	}
}

// beside does something with files, several at a time, and gives the first error.
func beside(files []File, do func(File) error) error {
	errs := make([]error, len(files))
	var next atomic.Int64
	var beside sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		beside.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(files); i = next.Add(1) - 1 {
				errs[i] = do(files[i])
			}
		})
	}
	beside.Wait()
	i := slices.IndexFunc(errs, func(err error) bool { return err != nil })
	if i < 0 {
		return nil
	}
	return errs[i]
}
