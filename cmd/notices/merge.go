package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/rules"
	"notices.example/site"
	"notices.example/site/stamp"
)

func newMerge(getenv func(string) string) *cobra.Command {
	b := build{getenv: getenv, source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "merge FOLDER...",
		Short: "Put the shards of a large site together, and publish it",
		Long: `Merge publishes a site of which several machines made the pages, each with
“notices build --shard K/N”. It takes over the pages of the notices, makes those that
go across all of them, and gives the site that “notices build” on one machine would
give, byte for byte.

Name the folders of the shards, or one that holds them all. They must be of this
content, of one day and of one version of the program; the day, and whether it is a
draft, are theirs. Like build, merge publishes nothing when something required is
missing.`,
		Example: `  notices build --shard 1/2     # on one machine
  notices build --shard 2/2     # on another
  notices merge shard-1-of-2 shard-2-of-2
  notices merge --output /srv/www/privacy shards`,
		RunE: func(cmd *cobra.Command, args []string) error { return b.merge(cmd, args) },
	}
	cmd.Flags().StringVar(&b.source.source, "source", ".", "the site's `folder`, which holds content/")
	b.reports.add(cmd.Flags())
	cmd.Flags().StringVar(&b.output, "output", "public", "the `folder` to write the site to; below --source when it is a relative path")
	cmd.Flags().BoolVar(&b.force, "force", false, "write pages again that somebody edited in the published folder")
	cmd.Flags().BoolVar(&b.inPlace, "in-place", false, "keep the folder and put pages into it one by one, for one that is mounted into a container")
	return cmd
}

// merge publishes the site that shards are of.
func (b *build) merge(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{errors.New("“merge” takes the folders of the shards, as in “notices merge shard-1-of-2 shard-2-of-2”")}
	}
	reports, err := b.wanted()
	if err != nil {
		return err
	}
	shards, done, err := openShards(args)
	defer done()
	if err != nil {
		return err
	}
	if err := b.belongs(cmd.Context(), shards); err != nil {
		return err
	}
	b.draft, b.source.at = shards[0].Made.Draft, shards[0].Made.Day
	doing := newProgress(cmd.ErrOrStderr(), b.getenv)
	defer doing.end()
	doing.at("Reading the notices")
	root, day, err := b.source.openOn(nil)
	if err != nil {
		return err
	}
	e, err := examineShards(cmd.Context(), root, day, shards)
	if err != nil {
		return err
	}
	return b.make(cmd, e, reports, nil, doing)
}

// examineShards checks the site around what is said of the notices.
func examineShards(ctx context.Context, root fs.FS, day time.Time, shards []*shard) (*examined, error) {
	e, err := examineWith(ctx, root, day, 0, func(set *notices.Set, day time.Time, others ...notices.RuleDoc) (*rules.Result, error) {
		var list []*rules.Checked
		for _, s := range shards {
			list = append(list, s.Checked)
		}
		return rules.Merge(set, day, list, others...)
	})
	if err != nil {
		return nil, err
	}
	for _, s := range shards {
		e.shards = append(e.shards, s.Pages)
	}
	return e, nil
}

// openShards opens shards that lie in folders, or in folders of those, in the order of
// their numbers: all of one site. Done lets them go.
func openShards(folders []string) (shards []*shard, done func(), err error) {
	var open []*site.ShardFolder
	done = func() {
		for _, f := range open {
			f.Close()
		}
	}
	all, err := shardsIn(folders)
	if err != nil {
		return nil, done, err
	}
	for _, folder := range all {
		f, err := site.OpenShard(folder)
		if err != nil {
			return nil, done, usageError{fmt.Errorf("%s is no shard: %w", folder, err)}
		}
		open = append(open, f)
		s, err := readShard(f, folder)
		if err != nil {
			return nil, done, err
		}
		shards = append(shards, s)
	}
	slices.SortFunc(shards, func(a, b *shard) int { return cmp.Compare(a.Number, b.Number) })
	return shards, done, complain(shards)
}

// shardsIn gives the folders that are shards: those named, or those in them.
func shardsIn(folders []string) (all []string, err error) {
	for _, folder := range folders {
		if isShard(folder) {
			all = append(all, folder)
			continue
		}
		entries, err := os.ReadDir(folder)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, usageError{fmt.Errorf("there is no folder %s", folder)}
		}
		if err != nil {
			return nil, usageError{fmt.Errorf("%s cannot be read: %w", folder, err)}
		}
		before := len(all)
		for _, entry := range entries {
			if inner := filepath.Join(folder, entry.Name()); isShard(inner) {
				all = append(all, inner)
			}
		}
		if len(all) == before {
			return nil, usageError{fmt.Errorf("%s neither is a shard nor holds any. A shard is made by “notices build --shard K/N”", folder)}
		}
	}
	return all, nil
}

func isShard(folder string) bool {
	info, err := os.Stat(filepath.Join(folder, shardName))
	return err == nil && info.Mode().IsRegular()
}

func readShard(f *site.ShardFolder, folder string) (*shard, error) {
	text, err := f.ReadFile(shardName)
	if err != nil {
		return nil, usageError{err}
	}
	s := &shard{}
	if err := json.Unmarshal(text, s); err != nil || s.Made.Form != shardForm || s.Checked == nil || s.Pages == nil {
		return nil, usageError{fmt.Errorf("the %s in %s was not written by this version of the program", shardName, folder)}
	}
	s.Pages.Read = f.ReadFile
	return s, nil
}

// complain says what keeps shards from being put together. They are in the order of
// their numbers.
func complain(shards []*shard) error {
	first := shards[0].Made
	for i, s := range shards {
		switch {
		case s.Made != first:
			return usageError{fmt.Errorf("shards %d and %d are not of one site: %s", shards[0].Number+1, s.Number+1, first.unlike(s.Made))}
		case i > 0 && shards[i-1].Number == s.Number:
			return usageError{fmt.Errorf("shard %d of %d is there twice", s.Number+1, first.Of)}
		case s.Number != i:
			return usageError{fmt.Errorf("shard %d of %d is missing", i+1, first.Of)}
		}
	}
	if len(shards) < first.Of {
		return usageError{fmt.Errorf("shard %d of %d is missing", len(shards)+1, first.Of)}
	}
	return nil
}

// unlike says in what the two differ.
func (m made) unlike(o made) string {
	switch {
	case m.Of != o.Of:
		return fmt.Sprintf("one is of %d, the other of %d", m.Of, o.Of)
	case m.Day != o.Day:
		return fmt.Sprintf("one is as of %s, the other as of %s; give --at the same day on all machines", m.Day, o.Day)
	case m.Version != o.Version:
		return fmt.Sprintf("one was made by %s, the other by %s", m.Version, o.Version)
	case m.Draft != o.Draft:
		return "one is a draft, and the other is not"
	}
	return "their content differs; check the same commit out on all machines, with the same line ends"
}

// belongs refuses shards of another site, or of another version of the program.
func (b *build) belongs(ctx context.Context, shards []*shard) error {
	content, err := stamp.Content(ctx, b.source.source, b.folders())
	if err != nil {
		return err
	}
	here := shards[0].Made
	here.Version, here.Content = versionLine(), content
	if here != shards[0].Made {
		return usageError{fmt.Errorf("the shards were not made of what is here: %s", here.unlike(shards[0].Made))}
	}
	return nil
}
