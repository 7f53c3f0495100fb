package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"notices.example/cmd/bench/town"
)

// site is a town's site, which both programs build.
type site struct {
	*bench
	folder string
	size   int // its notices
	edits  int // so that each edit differs from the one before
}

// program is what builds the site.
type program struct {
	name   string
	folder string // in which it runs
	output string // what it writes, from there
	run    func(ctx context.Context) (cost, error)
	made   []string // what it keeps besides, which a cold build does not find
	away   func(folder string) error
}

func (s *site) hugoFolder() string { return s.folder + "-hugo" }

func (s *site) forHugo() error {
	if s.hugo == "" {
		return nil
	}
	return newHugoSite(s.hugoFolder(), s.root, filepath.Join(s.folder, "content"))
}

// ours is the program that is measured.
func (s *site) ours() program {
	p := program{name: "notices", folder: s.folder, output: "public", made: []string{cacheOf(s.folder)}, away: s.away}
	p.run = func(ctx context.Context) (cost, error) {
		return measured(ctx, s.folder, s.notices, "build", "--at", town.Day)
	}
	return p
}

// theirs is Hugo with the same pages.
func (s *site) theirs() program {
	return s.hugoAs("Hugo", "public", "hugo.toml,mounts.toml")
}

// theirPages is Hugo with nothing but the HTML page of each notice.
func (s *site) theirPages() program {
	return s.hugoAs("Hugo, HTML pages only", "pages", "hugo.toml,pages-only.toml,mounts.toml")
}

func (s *site) hugoAs(name, output, config string) program {
	p := program{name: name, folder: s.hugoFolder(), output: output, away: s.away}
	for _, kept := range []string{"cache", "resources", ".hugo_build.lock"} {
		p.made = append(p.made, filepath.Join(p.folder, kept))
	}
	p.run = func(ctx context.Context) (cost, error) {
		return measured(ctx, p.folder, s.hugo, "--config", config, "--destination", output, "--quiet")
	}
	return p
}

// cold takes away what the program made before.
func (p program) cold() error {
	for _, made := range p.made {
		if err := os.RemoveAll(made); err != nil {
			return err
		}
	}
	return p.away(filepath.Join(p.folder, p.output))
}

// builds makes the site so many times from nothing with our program.
func (s *site) builds(ctx context.Context, count int) (all []cost, err error) {
	p := s.ours()
	for range count {
		if err := p.cold(); err != nil {
			return nil, err
		}
		c, err := p.run(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, s.whole(p)
}

// remove deletes the site, where only growth is measured.
func (s *site) remove() error {
	if s.keep {
		return nil
	}
	for _, folder := range []string{cacheOf(s.folder), s.folder} {
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
	}
	return nil
}

// notice gives a notice's file: one in the middle of the site.
func (s *site) notice() string {
	return filepath.Join(s.folder, filepath.FromSlash(town.Notice(s.size/2)))
}

// editText changes a word in the text of one notice.
func (s *site) editText() error {
	s.edits++
	return replaced(s.notice(), func(text string) string {
		before, _, _ := strings.Cut(text, "\n\nThis line was written")
		return strings.TrimRight(before, "\n") + fmt.Sprintf("\n\nThis line was written in round %d.\n", s.edits)
	})
}

// editTitle changes the title of one notice.
func (s *site) editTitle() error {
	s.edits++
	return replaced(s.notice(), func(text string) string {
		head, rest, _ := strings.Cut(text, "\n")
		title, after, _ := strings.Cut(rest, "\n")
		title, _, _ = strings.Cut(title, ", round ")
		return fmt.Sprintf("%s\n%s, round %d\n%s", head, title, s.edits, after)
	})
}

// editPartial changes the banner, a partial that is on every page, for both programs.
func (s *site) editPartial() error {
	s.edits++
	banner := func(from, to string) error {
		text, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		changed := strings.Replace(string(text), `class="banner"`, fmt.Sprintf(`class="banner round-%d"`, s.edits), 1)
		if changed == string(text) {
			return fmt.Errorf("%s has no banner to change", from)
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.WriteFile(to, []byte(changed), 0o644)
	}
	if err := banner(filepath.Join(s.root, "partials", "banner.html"), filepath.Join(s.folder, "partials", "banner.html")); err != nil || s.hugo == "" {
		return err
	}
	const theirs = "layouts/_partials/banner.html"
	return banner(filepath.Join(s.root, "cmd", "bench", "hugo", theirs), filepath.Join(s.hugoFolder(), theirs))
}

func replaced(name string, edit func(string) string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	changed := edit(string(text))
	if changed == string(text) {
		return fmt.Errorf("%s was not changed", name)
	}
	return os.WriteFile(name, []byte(changed), 0o644)
}
