// Bench measures how fast a site is built, against Hugo: the same content, the same
// pages, in turn, in one run. docs/speed.md says what is compared and how it is kept fair.
//
//	go run ./cmd/bench                       100, 1,000 and 10,000 notices
//	go run ./cmd/bench -sizes 100 -count 1   a first look
//	go run ./cmd/bench -growth               our own cost a notice, up to 100,000
//
// It is run in the module's root, and makes what it needs in a folder of its own, which
// it takes away again: the content, the programs' output, and a program of this commit.
// Hugo is installed through the Go proxy into the user's cache. A build that fails, or
// whose pages are not there, ends the run: it is never a fast one.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options is how the benchmark was called.
type options struct {
	sizes   []int
	count   int
	growth  bool
	short   bool
	alone   bool
	cold    bool
	keep    bool
	folder  string
	notices string
	hugo    string
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) > 1 && strings.HasSuffix(args[0], "-floor") {
		return floor(args)
	}
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	b, err := newBench(ctx, o, stderr)
	if err != nil {
		return err
	}
	defer b.close()
	if err := b.machine(ctx, stdout); err != nil {
		return err
	}
	if o.growth {
		return b.growth(ctx, stdout)
	}
	for _, n := range o.sizes {
		results, err := b.compare(ctx, n)
		if err != nil {
			return fmt.Errorf("with %d notices: %w", n, err)
		}
		if err := results.markdown(stdout); err != nil {
			return err
		}
	}
	return nil
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	sizes := flags.String("sizes", "", "how many `notices`, with commas between (default 100,1000,10000, and 1000,10000,100000 with -growth)")
	flags.IntVar(&o.count, "count", 5, "how often each build is made; medians are given")
	flags.BoolVar(&o.growth, "growth", false, "measure only our own cost a notice, as their number grows")
	flags.BoolVar(&o.short, "short", false, "with -growth: notices of about 1.1 kB in one language, in place of 10 kB")
	flags.BoolVar(&o.alone, "alone", false, "leave Hugo out")
	flags.BoolVar(&o.cold, "cold", false, "make only cold builds")
	flags.BoolVar(&o.keep, "keep", false, "leave the folder with the content and the pages")
	flags.StringVar(&o.folder, "dir", "", "the `folder` in which to work, on the disk to be measured (default the one for temporary files)")
	flags.StringVar(&o.notices, "notices", "", "the `program` to measure (default one built from this commit)")
	flags.StringVar(&o.hugo, "hugo", "", "the Hugo to compare with (default "+hugoVersion+", installed)")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if o.short && !o.growth {
		return o, errors.New("-short needs -growth: it is not for a comparison")
	}
	if o.count < 1 {
		return o, fmt.Errorf("-count %d: each build is made once at least", o.count)
	}
	if *sizes == "" {
		*sizes = "100,1000,10000"
		if o.growth {
			*sizes = "1000,10000,100000"
		}
	}
	for s := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 1 {
			return o, fmt.Errorf("-sizes %s: %q is no number of notices", *sizes, s)
		}
		o.sizes = append(o.sizes, n)
	}
	return o, nil
}
