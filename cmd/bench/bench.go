package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"notices.example/cmd/bench/town"
)

// bench is one run of the benchmark.
type bench struct {
	options
	root string // of the module
	log  io.Writer

	unneeded int // how many folders were taken away
}

func newBench(ctx context.Context, o options, log io.Writer) (*bench, error) {
	b := &bench{options: o, log: log}
	root, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return nil, fmt.Errorf("find the module: %w", err)
	}
	b.root = strings.TrimSpace(string(root))
	if b.folder, err = os.MkdirTemp(o.folder, "notices-bench-"); err != nil {
		return nil, err
	}
	if err := b.findPrograms(ctx); err != nil {
		os.RemoveAll(b.folder)
		return nil, err
	}
	return b, nil
}

// findPrograms builds and installs what is not named, with paths that hold in any folder.
func (b *bench) findPrograms(ctx context.Context) (err error) {
	if b.notices == "" {
		b.notices = filepath.Join(b.folder, "notices")
		cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", b.notices, "./cmd/notices")
		cmd.Dir = b.root
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("build the program: %w\n%s", err, out)
		}
	}
	if b.hugo == "" && !b.alone && !b.options.growth {
		if b.hugo, err = installedHugo(ctx, b.log); err != nil {
			return err
		}
	}
	for _, program := range []*string{&b.folder, &b.notices, &b.hugo} {
		if *program == "" {
			continue
		}
		if *program, err = filepath.Abs(*program); err != nil {
			return err
		}
	}
	return nil
}

// machine says on what the figures were measured, and with what.
func (b *bench) machine(ctx context.Context, w io.Writer) error {
	fmt.Fprintf(w, "%s/%s, %d cores, %s, %s", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), fileSystem(b.folder), runtime.Version())
	if b.hugo != "" {
		out, err := exec.CommandContext(ctx, b.hugo, "version").Output()
		if err != nil {
			return fmt.Errorf("ask Hugo for its version: %w", err)
		}
		version, _, _ := strings.Cut(strings.TrimSpace(string(out)), " BuildDate")
		fmt.Fprintf(w, ", %s", version)
	}
	_, err := fmt.Fprintf(w, ". Each figure is the median of %d.\n", b.count)
	return err
}

// growth measures what a notice costs us as their number grows.
func (b *bench) growth(ctx context.Context, w io.Writer) error {
	fmt.Fprintf(w, "\n| notices | wall | CPU | CPU a notice | times the first | peak memory | memory a notice |\n|---|---|---|---|---|---|---|\n")
	first := 0.0
	for _, n := range b.sizes {
		s, err := b.newSite(n)
		if err != nil {
			return err
		}
		all, err := s.builds(ctx, b.count)
		if err != nil {
			return err
		}
		m := median(all)
		each := float64(m.cpu.Microseconds()) / float64(n)
		if first == 0 {
			first = each
		}
		_, err = fmt.Fprintf(w, "| %d | %s | %s | %.0f µs | %.2f | %s | %.1f KB |\n", n, seconds(m.wall), seconds(m.cpu), each, each/first, megabytes(m.peak), float64(m.peak)/float64(n)/1000)
		if err != nil {
			return err
		}
		if err := s.remove(); err != nil {
			return err
		}
	}
	return nil
}

// newSite makes a site with n notices.
func (b *bench) newSite(n int) (*site, error) {
	fmt.Fprintf(b.log, "bench: writing %d notices\n", n)
	s := &site{folder: filepath.Join(b.folder, fmt.Sprint(n)), size: n, bench: b}
	files := town.Files(n)
	if b.short {
		files = town.Short(n)
	}
	if err := town.WriteAll(s.folder, files); err != nil {
		return nil, err
	}
	return s, s.forHugo()
}

// away takes a folder away. It goes to the others that nobody needs any more, which are
// deleted when all has been measured: for minutes after many files are deleted, ext4 looks
// for room for new ones past all of these, which takes longer than the builds. Where only
// growth is measured there would be no room for that.
func (b *bench) away(folder string) error {
	if b.options.growth {
		return os.RemoveAll(folder)
	}
	if _, err := os.Lstat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := os.MkdirAll(b.unneededFolder(), 0o755); err != nil {
		return err
	}
	b.unneeded++
	return os.Rename(folder, filepath.Join(b.unneededFolder(), strconv.Itoa(b.unneeded)))
}

func (b *bench) unneededFolder() string { return filepath.Join(b.folder, "unneeded") }

// close deletes what nobody needs any more: all but the sites where these are to be kept.
func (b *bench) close() error {
	if b.keep {
		return os.RemoveAll(b.unneededFolder())
	}
	return os.RemoveAll(b.folder)
}
