package site

import (
	"context"
	"errors"
	"slices"

	"notices.example/notices"
)

// Shard is what one of several machines made of a site: the files of some notices, and
// what is to be known of them without making them again. All but Read is plain values,
// to be kept in a file.
type Shard struct {
	Notices []*ShardNotice
	Read    func(name string) ([]byte, error) `json:"-"` // gives a file of the shard
}

// ShardNotice is what was made of one notice.
type ShardNotice struct {
	ID       string
	Files    []string // their paths, in the site
	Pages    []shardPage
	Findings []notices.Finding
	Entries  map[string][]atomEntry // of the feed of the whole site, by language
}

// shardPage is a page that was made: what lists of pages tell of it.
type shardPage struct {
	Address string
	Layout  string
	Title   Text
	ToFind  bool
}

// BuildShard makes the pages of some notices of a site, as Build does, and publishes
// them as a folder of their own. Ready is called when all are made, with the findings
// and what to tell whoever puts the shards together: Input.Shards. It gives the files that
// are to lie in the folder as well.
func BuildShard(ctx context.Context, in Input, own []*notices.Face, to Target, ready func([]notices.Finding, *Shard) ([]File, error)) (*Built, []notices.Finding, error) {
	in.Memory, in.Shards = nil, nil
	shop, p, findings, err := begin(in)
	if p == nil {
		return nil, findings, err
	}
	p.someOnly = true
	b, err := newBuilder(shop, p)
	if err != nil {
		return nil, findings, err
	}
	b.shard, b.done = &Shard{}, len(p.pages) // these are for whoever puts the shards together
	built, err := b.buildShard(ctx, own, to, func() ([]File, error) {
		findings = append(findings, p.findings...)
		notices.SortFindings(findings)
		return ready(findings, b.shard)
	})
	if errors.Is(err, errMistaken) {
		_, findings, err = Render(in)
		return nil, findings, err
	}
	return built, findings, err
}

func (b *builder) buildShard(ctx context.Context, own []*notices.Face, to Target, ready func() ([]File, error)) (*Built, error) {
	if blocked(b.plan.findings) {
		return nil, errMistaken
	}
	stage, err := Stage(ctx, to)
	if err != nil {
		return nil, err
	}
	defer stage.Abandon()
	b.stage, b.hand = stage, b.put
	own = slices.DeleteFunc(slices.Clone(own), func(f *notices.Face) bool { return b.published[f.ID.Value] == nil })
	if err := b.someOf(ctx, own, b.makeShard); err != nil {
		return nil, err
	}
	beside, err := ready()
	if err != nil {
		return nil, err
	}
	if err := b.publish(beside); err != nil {
		return nil, err
	}
	b.built.Size = b.size.Load()
	b.built.Written, err = stage.Commit(ctx, b.in.Version)
	return &b.built, err
}

// makeShard makes the pages of some notices, and takes down what is to be known of them.
func (b *builder) makeShard(ctx context.Context, some []*notices.Face) error {
	for _, f := range some {
		b.shard.Notices = append(b.shard.Notices, &ShardNotice{ID: f.ID.Value})
	}
	if err := b.makeSome(ctx, some); err != nil {
		return err
	}
	for _, one := range b.shard.Notices[len(b.shard.Notices)-len(some):] {
		made := b.planned[one.ID]
		one.Findings, one.Entries = made.findings, made.entries
		for _, f := range made.files {
			one.Files = append(one.Files, f.Path)
		}
		for _, p := range made.pages {
			p.title.Runs = nil // which no list shows
			one.Pages = append(one.Pages, shardPage{p.address, p.layout, p.title, p.toFind})
		}
	}
	return nil
}

// note takes down whose pages these are.
func (s *Shard) note(files []File) {
	if s == nil {
		return
	}
	lately := s.Notices[max(0, len(s.Notices)-atATime):]
	for _, f := range files {
		i := slices.IndexFunc(lately, func(n *ShardNotice) bool { return n.ID == f.Notice })
		if i >= 0 {
			lately[i].Files = append(lately[i].Files, f.Path)
		}
	}
}
