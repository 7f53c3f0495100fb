package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"notices.example/cmd/bench/town"
)

// situation is one thing that is measured: what was done before the programs run.
type situation struct {
	name string
	cold bool                       // nothing is there from an earlier run
	edit func() error               // nil when nothing changed
	seen func() (page, word string) // what the edit has to have brought about
}

func (s *site) situations() []situation {
	notice := town.Page(s.size/2) + ".html"
	return []situation{
		{name: "cold build", cold: true},
		{name: "nothing changed"},
		{name: "one notice's text changed", edit: s.editText, seen: func() (string, string) { return notice, fmt.Sprintf("in round %d.", s.edits) }},
		{name: "one notice's title changed", edit: s.editTitle, seen: func() (string, string) { return notice, fmt.Sprintf(", round %d", s.edits) }},
		{name: "one partial changed", edit: s.editPartial, seen: func() (string, string) { return "index.html", fmt.Sprintf("round-%d", s.edits) }},
	}
}

// results is what was measured with one number of notices.
type results struct {
	size   int
	names  []string                     // of the situations
	costs  map[string]map[string][]cost // by situation and program
	check  []cost
	read   []cost
	write  []cost
	output map[string]weight // by program
}

// compare measures all programs in all situations, in turn.
func (b *bench) compare(ctx context.Context, n int) (*results, error) {
	s, err := b.newSite(n)
	if err != nil {
		return nil, err
	}
	r := &results{size: n, costs: map[string]map[string][]cost{}, output: map[string]weight{}}
	for round := range b.count {
		fmt.Fprintf(b.log, "bench: %d notices, round %d of %d\n", n, round+1, b.count)
		if err := s.round(ctx, round, r); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// round runs every program once in every situation. The one that goes first is the other
// one each time.
func (s *site) round(ctx context.Context, round int, r *results) error {
	for _, now := range s.situations() {
		if s.options.cold && !now.cold {
			continue
		}
		if now.edit != nil {
			if err := now.edit(); err != nil {
				return err
			}
		}
		programs := s.programs(now)
		if round%2 == 1 {
			slices.Reverse(programs)
		}
		for _, p := range programs {
			if err := s.measure(ctx, now, p, r); err != nil {
				return fmt.Errorf("%s, %s: %w", p.name, now.name, err)
			}
		}
		if now.cold && round == 0 && s.hugo != "" {
			if err := s.equal(); err != nil {
				return err
			}
		}
	}
	return s.besides(ctx, r)
}

func (s *site) programs(now situation) []program {
	switch {
	case s.hugo == "":
		return []program{s.ours()}
	case now.cold:
		return []program{s.ours(), s.theirs(), s.theirPages()}
	}
	return []program{s.ours(), s.theirs()}
}

// measure runs one program, and sees to it that the pages are what they have to be.
func (s *site) measure(ctx context.Context, now situation, p program, r *results) error {
	if now.cold {
		if err := p.cold(); err != nil {
			return err
		}
	}
	c, err := p.run(ctx)
	if err != nil {
		return err
	}
	if r.costs[now.name] == nil {
		r.costs[now.name], r.names = map[string][]cost{}, append(r.names, now.name)
	}
	r.costs[now.name][p.name] = append(r.costs[now.name][p.name], c)
	if now.seen != nil {
		page, word := now.seen()
		text, err := os.ReadFile(filepath.Join(p.folder, p.output, filepath.FromSlash(page)))
		if err != nil {
			return err
		}
		if !strings.Contains(string(text), word) {
			return fmt.Errorf("%s does not show the change: %q is not in it", page, word)
		}
	}
	if now.cold {
		r.output[p.name], err = weigh(filepath.Join(p.folder, p.output))
		if err != nil {
			return err
		}
	}
	return s.whole(p)
}

// besides measures the check alone, and the floors.
func (s *site) besides(ctx context.Context, r *results) error {
	c, err := measured(ctx, s.folder, s.notices, "check", "--at", town.Day)
	if err != nil {
		return err
	}
	read, write, err := s.floors(ctx)
	if err != nil {
		return err
	}
	r.check, r.read, r.write = append(r.check, c), append(r.read, read), append(r.write, write)
	return nil
}

// whole fails when a program did not give every notice its page.
func (s *site) whole(p program) error {
	for i := range s.size {
		page := filepath.Join(p.folder, p.output, filepath.FromSlash(town.Page(i))+".html")
		if about, err := os.Stat(page); err != nil || about.Size() == 0 {
			return fmt.Errorf("%s did not make %s", p.name, page)
		}
	}
	return nil
}
