package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/notices/report"
	"notices.example/notices/rules"
	"notices.example/site"
	"notices.example/site/stamp"
)

// A build after which only the text of some notices was edited, below their front matter,
// makes these notices' pages and nothing else: a narrow build. It needs to know how others
// see each notice, which the build before has left. When anything that others see of them
// turns out to be another, or anything is found that was not, it is given up before it has
// changed anything, and a whole build follows.

// left is what a build leaves for the next one of nearly the same.
type left struct {
	Faces   []*notices.Face
	Seen    []rules.Seen // in their order
	Around  *site.Around
	Found   map[string]string // digests of what was found, by the ID of the notice
	Pages   int
	Files   int
	Size    int64
	Remarks string // what was said besides what was done
}

// leftOf gives what a build leaves.
func leftOf(e *examined, built *site.Built, draft bool) *left {
	return &left{
		Faces: e.set.Faces, Seen: e.checked.Seen(), Around: built.Around, Found: e.found(),
		Pages: built.Pages, Files: built.Files, Size: built.Size, Remarks: e.remarks(draft),
	}
}

// found gives a digest of what was found in each notice, by its ID.
func (e *examined) found() map[string]string {
	of := map[string][]notices.Finding{}
	for _, f := range e.findings {
		if f.Notice != "" {
			of[f.Notice] = append(of[f.Notice], f)
		}
		if file := e.set.Files[f.Pos.File]; file.Kind == notices.NoticeFile && file.ID != f.Notice {
			of[file.ID] = append(of[file.ID], f)
		}
	}
	found := make(map[string]string, len(of))
	for id, list := range of {
		text, err := json.Marshal(list)
		if err != nil {
			continue // not reached: findings are plain values
		}
		sum := sha256.Sum256(text)
		found[id] = string(sum[:])
	}
	return found
}

// someNotices is how many notices a narrow build makes at most.
const someNotices = 16

// narrowly is a narrow build. It is not done when a whole one has to follow.
func (b *build) narrowly(cmd *cobra.Command, day time.Time, again *stamp.Started) (done bool, err error) {
	ctx := cmd.Context()
	before := again.Before(ctx)
	if before == nil || len(before.Changed) == 0 || len(before.Changed) > someNotices {
		return false, nil
	}
	was := &left{}
	if err := gob.NewDecoder(bytes.NewReader(before.Left)).Decode(was); err != nil {
		return false, nil
	}
	n := narrow{was: was}
	if !n.choose(before.Changed) {
		return false, nil
	}
	root, err := b.source.open()
	if err != nil {
		return false, err
	}
	files, near, err := n.make(ctx, root, day, b.draft)
	if err != nil || !near {
		return false, err
	}
	again.Forget()
	wrote, err := site.Amend(ctx, site.Target{Dir: b.target(), Sources: []string{b.source.source}, Wait: waitForOthers}, files)
	if errors.Is(err, site.ErrWider) {
		return false, nil
	}
	if err != nil {
		return true, notPublished(b.target(), err)
	}
	was.Size += wrote.Grown
	built := &site.Built{Written: wrote.Written, Files: was.Files, Pages: was.Pages, Size: was.Size}
	if err := show(cmd.OutOrStdout(), report.Plain(summary(b.target(), built)+"\n"+was.Remarks)); err != nil {
		return true, err
	}
	b.keep(ctx, again, built, was)
	return true, nil
}

// narrow is a narrow build.
type narrow struct {
	was    *left
	ids    map[string]bool // of the notices to be made
	others map[string]*notices.Face
	seen   map[string]rules.Seen // of the others
}

// choose finds the notices that files are of, and reports whether all are a notice's. What
// others have from a corporate notice stands in its front matter.
func (n *narrow) choose(files []string) bool {
	of := map[string]*notices.Face{}
	for _, f := range n.was.Faces {
		of[f.Pos.File] = f
		for _, t := range f.Translations {
			of[t.Pos.File] = f
		}
	}
	n.ids = map[string]bool{}
	for _, file := range files {
		f := of[file]
		if f == nil {
			return false
		}
		n.ids[f.ID.Value] = true
	}
	n.others, n.seen = map[string]*notices.Face{}, map[string]rules.Seen{}
	for i, f := range n.was.Faces {
		if !n.ids[f.ID.Value] {
			n.others[f.ID.Value], n.seen[f.ID.Value] = f, n.was.Seen[i]
		}
	}
	return true
}

// make checks the notices and makes their pages. These are near to those of before when
// nothing else hangs on what has changed.
func (n *narrow) make(ctx context.Context, root fs.FS, day time.Time, draft bool) (files []site.File, near bool, err error) {
	read, known, err := load.Narrowly(root, n.others)
	if err != nil || !known {
		return nil, false, err
	}
	set, unresolved := inherit.Narrowly(read.Corpus, n.others)
	var own []*notices.Face
	e, err := judge(ctx, &examined{fsys: root, day: day, set: set}, func(set *notices.Set, day time.Time, others ...notices.RuleDoc) (*rules.Result, error) {
		own = slices.DeleteFunc(slices.Clone(set.Faces), func(f *notices.Face) bool { return !n.ids[f.ID.Value] })
		return rules.RunNarrow(set, day, own, n.seen, others...)
	}, read, unresolved)
	if err != nil || len(own) != len(n.ids) || !n.sameHeadings(e) {
		return nil, false, err
	}
	files, findings, err := site.Narrow(ctx, e.pages(draft), own, n.was.Around)
	if errors.Is(err, site.ErrWider) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	e.add(findings)
	return files, n.sameFound(e), nil
}

// sameHeadings reports whether links into the notices lead where they led.
func (n *narrow) sameHeadings(e *examined) bool {
	was := map[string]string{}
	for i, f := range n.was.Faces {
		was[f.ID.Value] = n.was.Seen[i].Headings
	}
	for i, seen := range e.checked.Seen() {
		if id := e.set.Faces[i].ID.Value; n.ids[id] && seen.Headings != was[id] {
			return false
		}
	}
	return true
}

// sameFound reports whether the same was found in the notices.
func (n *narrow) sameFound(e *examined) bool {
	found := e.found()
	for _, id := range slices.Sorted(maps.Keys(n.ids)) {
		if found[id] != n.was.Found[id] {
			return false
		}
	}
	return true
}
