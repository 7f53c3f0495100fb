package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// cost is what one run of a program took, its children included.
type cost struct {
	wall time.Duration
	cpu  time.Duration // user and system
	peak int64         // bytes of memory in use at once; 0 where the system does not say
}

// measured runs a program in a folder and gives what it took. It fails when the program does.
// Whatever our program keeps from one run to the next is in the folder's own cache.
func measured(ctx context.Context, folder, program string, args ...string) (cost, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "NO_COLOR=1", "NOTICES_CACHE="+cacheOf(folder))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	begin := time.Now()
	err := cmd.Run()
	wall := time.Since(begin)
	if err != nil {
		return cost{}, fmt.Errorf("%s %s: %w\n%s", program, strings.Join(args, " "), err, tail(out.String()))
	}
	return cost{wall: wall, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak: peak(cmd.ProcessState)}, nil
}

// cacheOf gives the folder beside a site's for what is kept from one run to the next.
func cacheOf(folder string) string { return folder + "-cache" }

// tail keeps the end of what a program said, where the reason is.
func tail(s string) string { return s[max(0, len(s)-3000):] }

// median gives the middle of each of the figures by itself.
func median(all []cost) (m cost) {
	if len(all) == 0 {
		return m
	}
	middle := func(of func(cost) int64) int64 {
		values := make([]int64, len(all))
		for i, c := range all {
			values[i] = of(c)
		}
		slices.Sort(values)
		return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
	}
	m.wall = time.Duration(middle(func(c cost) int64 { return int64(c.wall) }))
	m.cpu = time.Duration(middle(func(c cost) int64 { return int64(c.cpu) }))
	m.peak = middle(func(c cost) int64 { return c.peak })
	return m
}
