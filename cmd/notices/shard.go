package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/report"
	"notices.example/notices/rules"
	"notices.example/site"
	"notices.example/site/stamp"
)

// shardName is the file in which a shard says what it is.
const shardName = "notices-shard.json"

// maxShards is how many shards there can be: far more than are of use.
const maxShards = 1000

// shard is what one machine made of a site. All shards of a site are of the same
// content, day and program.
type shard struct {
	About   string         `json:"about"`
	Made    made           `json:"made"`
	Number  int            `json:"number"` // from 0
	Checked *rules.Checked `json:"checked"`
	Pages   *site.Shard    `json:"pages"`
}

// made is what shards must have in common to be put together.
type made struct {
	Form    int    `json:"form"` // how this file is written
	Version string `json:"version"`
	Content string `json:"content"` // see stamp.Content
	Day     string `json:"day"`     // YYYY-MM-DD
	Draft   bool   `json:"draft"`
	Of      int    `json:"of"` // how many shards there are
}

// shardForm is another number whenever shards are written another way.
const shardForm = 1

const aboutShard = "The pages of some notices. “notices merge” puts them together with those of the other shards."

// parseShard reads K/N, and gives the number from 0. K may be counted from 0 as well as
// from 1, as machines that count do either: 0/8 is 8/8.
func parseShard(s string) (k, n int, err error) {
	first, second, _ := strings.Cut(s, "/")
	k, err = strconv.Atoi(first)
	if err == nil {
		n, err = strconv.Atoi(second)
	}
	if err != nil || n < 1 || n > maxShards || k < 0 || k > n {
		return 0, 0, usageError{fmt.Errorf("--shard takes a number and how many there are, such as 1/4 to 4/4 (or 0/4 to 3/4), not “%s”", s)}
	}
	return (k - 1 + n) % n, n, nil
}

// runShard makes one shard.
func (b *build) runShard(cmd *cobra.Command, today func() time.Time) error {
	k, n, err := parseShard(b.shard)
	if err != nil {
		return err
	}
	if len(b.reports.asked) > 0 {
		return usageError{errors.New("a shard knows only some of the findings; ask “notices merge” for reports")}
	}
	if !cmd.Flags().Changed("output") {
		b.output = fmt.Sprintf("shard-%d-of-%d", k+1, n)
	}
	root, day, err := b.source.openOn(today)
	if err != nil {
		return err
	}
	s := &shard{About: aboutShard, Number: k, Made: made{Form: shardForm, Version: versionLine(), Day: day.Format(time.DateOnly), Draft: b.draft, Of: n}}
	if s.Made.Content, err = stamp.Content(cmd.Context(), b.source.source, b.folders()); err != nil {
		return err
	}
	e, own, err := examineShard(cmd.Context(), root, day, k, n)
	if err != nil {
		return err
	}
	if e.blocks() && !b.draft {
		return b.refuse(e, cmd.ErrOrStderr(), nil)
	}
	built, err := b.publishShard(cmd.Context(), e, own, s)
	switch {
	case err != nil:
		return err
	case built == nil:
		return b.refuse(e, cmd.ErrOrStderr(), nil)
	}
	return show(cmd.OutOrStdout(), report.Plain(fmt.Sprintf("Made shard %d of %d: %s, %s in %s. “notices merge” puts it together with the others.\n",
		k+1, n, counted(len(s.Pages.Notices), "notice", "notices"), counted(built.Pages, "page", "pages"), b.target())))
}

// examineShard checks the notices of a shard, which it gives too, and the site around them.
func examineShard(ctx context.Context, root fs.FS, day time.Time, k, n int) (e *examined, own []*notices.Face, err error) {
	e, err = examineWith(ctx, root, day, 0, func(set *notices.Set, day time.Time, others ...notices.RuleDoc) (*rules.Result, error) {
		own = set.Shard(k, n)
		return rules.RunShard(set, day, own, others...)
	})
	return e, own, err
}

// publishShard makes the pages of a shard. It gives nil, and adds to the findings, when a
// page cannot be made.
func (b *build) publishShard(ctx context.Context, e *examined, own []*notices.Face, s *shard) (*site.Built, error) {
	target := b.target()
	built, findings, err := site.BuildShard(ctx, e.pages(b.draft), own, site.Target{Dir: target, Sources: []string{b.source.source}, Force: true, Wait: waitForOthers},
		func(_ []notices.Finding, pages *site.Shard) ([]site.File, error) {
			s.Checked, s.Pages = e.checked.Checked, pages
			return s.file(ctx, b)
		})
	if err == nil {
		e.add(findings)
	}
	return built, notPublished(target, err)
}

// file gives the file in which a shard says what it is. The content must be what it was
// when the work began.
func (s *shard) file(ctx context.Context, b *build) ([]site.File, error) {
	content, err := stamp.Content(ctx, b.source.source, b.folders())
	if err != nil {
		return nil, err
	}
	if content != s.Made.Content {
		return nil, errors.New("the content was changed meanwhile; run the command again")
	}
	text, err := json.Marshal(s)
	return []site.File{{Path: shardName, Content: text}}, err
}

// notPublished gives the error of publishing to a folder, in words.
func notPublished(target string, err error) error {
	switch {
	case errors.Is(err, site.ErrShards):
		return usageError{err}
	case errors.Is(err, site.ErrRefused):
		return usageError{fmt.Errorf("%s: %w", target, err)}
	case err != nil:
		return fmt.Errorf("write to %s: %w", target, err)
	}
	return nil
}
