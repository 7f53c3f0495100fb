package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// markdown writes what was measured as Markdown.
func (r *results) markdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\n### %d notices\n\n", r.size)
	fmt.Fprint(&b, "| | notices | Hugo | wall × | CPU × | memory × |\n|---|---|---|---|---|---|\n")
	for _, name := range r.names {
		r.row(&b, name, median(r.costs[name]["notices"]), median(r.costs[name]["Hugo"]))
	}
	cold := r.costs["cold build"]
	r.row(&b, "check alone, against a cold build", median(r.check), median(cold["Hugo"]))
	if pages, ok := cold["Hugo, HTML pages only"]; ok {
		r.row(&b, "cold build, against HTML pages only", median(cold["notices"]), median(pages))
	}
	fmt.Fprint(&b, "\nWall, CPU and peak memory; × is how many times as much Hugo takes.\n\n")
	for _, name := range []string{"notices", "Hugo", "Hugo, HTML pages only"} {
		if w, ok := r.output[name]; ok {
			fmt.Fprintf(&b, "- %s wrote %d files, %s.\n", name, w.files, megabytes(w.bytes))
		}
	}
	r.floor(&b, median(cold["notices"]))
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *results) row(b *strings.Builder, name string, ours, theirs cost) {
	fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s |\n", name, ours, theirs,
		times(float64(theirs.wall), float64(ours.wall)), times(float64(theirs.cpu), float64(ours.cpu)), times(float64(theirs.peak), float64(ours.peak)))
}

// floor says how far a cold build is from what cannot be done without.
func (r *results) floor(b *strings.Builder, cold cost) {
	read, write := median(r.read), median(r.write)
	fmt.Fprintf(b, "- To read all input takes %s of wall and %s of CPU, to write all output %s and %s. A cold build takes %s times as long as both, and %s times the CPU.\n",
		seconds(read.wall), seconds(read.cpu), seconds(write.wall), seconds(write.cpu),
		times(float64(cold.wall), float64(read.wall+write.wall)), times(float64(cold.cpu), float64(read.cpu+write.cpu)))
	fmt.Fprintf(b, "- A cold build takes %.0f µs of CPU a notice, and %s times its wall time in CPU.\n",
		float64(cold.cpu.Microseconds())/float64(r.size), times(float64(cold.cpu), float64(cold.wall)))
}

// String gives wall, CPU and memory, and nothing when nothing was measured.
func (c cost) String() string {
	if c.wall == 0 {
		return ""
	}
	return fmt.Sprintf("%s, %s, %s", seconds(c.wall), seconds(c.cpu), megabytes(c.peak))
}

func seconds(d time.Duration) string {
	if d < 10*time.Second {
		return fmt.Sprintf("%.3f s", d.Seconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

func megabytes(n int64) string { return fmt.Sprintf("%.0f MB", float64(n)/1e6) }

// times gives how many times as much one is as the other.
func times(one, other float64) string {
	if one == 0 || other == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f", one/other)
}
