package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"time"

	"github.com/spf13/cobra"
)

// usualPort is the port of the preview when none is asked for.
const usualPort = 4000

func newServe(today func() time.Time, getenv func(string) string) *cobra.Command {
	s := serve{today: today, getenv: getenv, now: time.Now, start: startProgram, glance: time.Minute}
	return s.command()
}

// command gives the command that sets the flags of s.
func (s *serve) command() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the pages in a browser while you write",
		Long: `Serve shows the site in a browser on this computer. Whenever you save a file the
pages change by themselves, and beside each page stands what is to be put right.
Drafts, notices for a later day and notices that have ended are shown too, marked.

Nothing is published and nothing is written to the disk. A file with a mistake in
it has a page that says what is wrong; put it right and save, and the page is back.

It goes on until you press Ctrl-C. Other computers cannot see it, unless --bind
says so.`,
		Example: `  notices serve                    then open the address that it prints
  notices serve --open             open the browser too
  notices serve --follow           and have it go to the page of each file you save
  notices serve --editor vscode    with links that open the place in your editor
  notices serve --at 2026-12-01    the site as it will be on that day
  notices serve --poll             on a network drive, when saving shows nothing`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s.portAsked = cmd.Flags().Changed("port")
			return s.run(cmd)
		},
	}
	flags := cmd.Flags()
	s.source.add(flags)
	flags.IntVar(&s.port, "port", usualPort, "the `number` of the port; 0 for any that is free")
	flags.StringVar(&s.bind, "bind", "127.0.0.1", "the `address` of this computer to answer at; 0.0.0.0 lets other computers in, with a secret in the address")
	flags.BoolVar(&s.open, "open", false, "open the browser")
	flags.BoolVar(&s.follows, "follow", false, "whenever a file is saved and something changes, have the browser go to its page, from the list of all notices too")
	flags.BoolVar(&s.poll, "poll", false, "look for changes twice a second instead of being told of them: for network drives")
	flags.StringVar(&s.editor, "editor", "", "links that open your `editor`: "+editorNames()+", none, or a link with {path}, {line} and {column}")
	return cmd
}

// serve is one call of the command.
type serve struct {
	source    sourceFlags
	port      int
	portAsked bool
	bind      string
	open      bool
	follows   bool
	poll      bool
	editor    string

	today  func() time.Time
	now    func() time.Time
	getenv func(string) string
	start  func(name string, args ...string) error // starts another program
	glance time.Duration                           // how often the day is looked at
}

// run shows the site until the context ends.
func (s *serve) run(cmd *cobra.Command) error {
	root, err := s.source.openRoot() // refuses what is no site; each run opens it anew
	if err != nil {
		return err
	}
	_ = root.Close()
	p, err := newShowing(s, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	listener, moved, err := s.listen()
	if err != nil {
		return err
	}
	if err := p.say(s.greeting(p.server.Address(listener.Addr()), moved)); err != nil {
		return errors.Join(err, listener.Close())
	}
	if s.open {
		p.open(p.server.Opening(listener.Addr()))
	}
	return p.until(cmd.Context(), listener)
}

// until answers browsers and follows the files until the context ends, or one of
// the two fails. A run of the pipeline that is still under way after that is not
// waited for: nothing of it is on the disk.
func (p *showing) until(ctx context.Context, l net.Listener) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	followed := make(chan error, 1)
	go func() {
		followed <- p.follow(ctx)
		cancel()
	}()
	err := p.server.Serve(ctx, l)
	cancel()
	select {
	case failed := <-followed:
		err = errors.Join(err, failed)
	case <-time.After(time.Second):
	}
	if err != nil {
		return err
	}
	return p.say("Stopped. Nothing was published.\n")
}

// startProgram starts a program and does not wait for it.
func startProgram(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start %s: %w", name, err)
	}
	go func() { _ = cmd.Wait() }() // how it ends is its own affair
	return nil
}
