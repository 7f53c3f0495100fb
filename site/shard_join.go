package site

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"notices.example/notices"
)

// ErrShards is wrapped when shards do not make up the site that is being built.
var ErrShards = errors.New("the shards do not make up the site")

// joiner takes the pages of notices from the shards that others made.
type joiner struct {
	*builder
	of    map[string]*ShardNotice // by ID
	whose map[string]*Shard
}

func newJoiner(b *builder) *joiner {
	j := &joiner{b, map[string]*ShardNotice{}, map[string]*Shard{}}
	for _, shard := range b.in.Shards {
		for _, one := range shard.Notices {
			j.of[one.ID], j.whose[one.ID] = one, shard
		}
	}
	return j
}

// takeSome takes over the pages of some notices.
func (j *joiner) takeSome(ctx context.Context, some []*notices.Face) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if j.planned == nil {
		j.planned = map[string]*planned{}
	}
	var found []notices.Finding
	for _, f := range some {
		one := j.of[f.ID.Value]
		if err := j.whole(f, one); err != nil {
			return err
		}
		j.planned[f.ID.Value] = &planned{findings: one.Findings, entries: one.Entries}
		found = append(found, one.Findings...)
		for _, p := range one.Pages {
			j.plan.pages = append(j.plan.pages, page{address: p.Address, source: f.Pos.File, notice: one.ID, layout: p.Layout, title: p.Title, toFind: p.ToFind})
		}
	}
	j.done = len(j.plan.pages)
	j.plan.findings = addAllOnce(j.plan.findings, found)
	j.newest(some)
	files, err := j.files(some)
	if err != nil {
		return err
	}
	return j.publish(files)
}

// whole says what is missing from what a shard has of a notice.
func (j *joiner) whole(f *notices.Face, one *ShardNotice) error {
	if one == nil {
		return fmt.Errorf("%w: %s is in none of them", ErrShards, f.ID.Value)
	}
	want := j.formsOf(f)
	for _, lang := range j.languages {
		want = append(want, inLanguage(noticeAddress(one.ID), lang, j.main))
	}
	for _, p := range one.Pages {
		want = append(want, p.Address)
	}
	for _, address := range want {
		if !slices.Contains(one.Files, address) {
			return fmt.Errorf("%w: %s is not among the files of %s", ErrShards, address, one.ID)
		}
	}
	return nil
}

// files reads the files of some notices, and looks at each as at one that is made here.
func (j *joiner) files(some []*notices.Face) ([]File, error) {
	var files []File
	var from []*Shard
	for _, f := range some {
		for _, name := range j.of[f.ID.Value].Files {
			files, from = append(files, File{Path: name, Notice: f.ID.Value}), append(from, j.whose[f.ID.Value])
		}
	}
	errs := make([]error, len(files))
	var beside sync.WaitGroup
	many := min(runtime.GOMAXPROCS(0), len(files))
	for first := range many {
		beside.Go(func() {
			looks := &finisher{}
			for i := first; i < len(files); i += many {
				errs[i] = j.take(&files[i], from[i], looks)
			}
		})
	}
	beside.Wait()
	i := slices.IndexFunc(errs, func(err error) bool { return err != nil })
	if i >= 0 {
		return nil, errs[i]
	}
	return files, nil
}

// take reads a file of a shard, and holds it to what a published file may do.
func (j *joiner) take(f *File, from *Shard, looks *finisher) (err error) {
	if !j.exists[f.Path] || !strings.HasPrefix(f.Path, "notices/") {
		return fmt.Errorf("%w: there is no room for %s", ErrShards, f.Path)
	}
	if f.Content, err = from.Read(f.Path); err != nil {
		return err
	}
	for _, problem := range looks.unsafe(*f, nil) {
		return fmt.Errorf("%w: the finished file %s %s", ErrShards, f.Path, problem)
	}
	return nil
}
