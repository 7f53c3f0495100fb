package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	bench "notices.example/cmd/bench/town"
)

// Machines that share the work make the site that one makes alone, byte for byte, and
// find the same. Each shard is a process of its own.
func TestShardsMakeTheSiteOfOneMachine(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		shards int
		flags  []string
		write  func(folder string) error
	}{
		"the example":            {3, nil, copyExample},
		"the example as a draft": {2, []string{"--draft"}, copyExample},
		"many notices":           {4, nil, func(folder string) error { return bench.Write(folder, 130) }},
		"more shards than work":  {5, nil, func(folder string) error { return bench.Write(folder, 3) }},
		"layouts of its own": {2, nil, func(folder string) error {
			if err := bench.Write(folder, 20); err != nil {
				return err
			}
			return write(folder, map[string]string{"partials/banner.html": "{{define \"partials/banner.html\"}}<p>Ours</p>{{end}}\n"})
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := c.write(dir); err != nil {
				t.Fatal(err)
			}
			call := func(args ...string) { mustRun(t, program(t, append(args, "--source", dir)...)) }
			day := append([]string{"--at", exampleDay}, c.flags...)
			found := []string{"--report", "json=" + filepath.Join(dir, "found.json"), "--report", "matrix=" + filepath.Join(dir, "matrix.txt")}
			call(append(append([]string{"build", "--output", "whole"}, found...), day...)...)
			want, wantFound := published(t, filepath.Join(dir, "whole")), takeReports(t, dir)
			for k := range c.shards {
				call(append([]string{"build", "--shard", fmt.Sprintf("%d/%d", k, c.shards), "--output", fmt.Sprintf("shards/%d", k)}, day...)...)
			}
			call(append([]string{"merge", filepath.Join(dir, "shards")}, found...)...)
			if diff := cmp.Diff(want, published(t, filepath.Join(dir, "public"))); diff != "" {
				t.Errorf("the site (-whole +merged):\n%s", cut(diff))
			}
			if diff := cmp.Diff(wantFound, takeReports(t, dir)); diff != "" {
				t.Errorf("the findings (-whole +merged):\n%s", cut(diff))
			}
		})
	}
}

func copyExample(folder string) error {
	return os.CopyFS(filepath.Join(folder, "content"), os.DirFS("../../content"))
}

func write(folder string, files map[string]string) error {
	for name, text := range files {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// takeReports gives what a build reported, and takes it away.
func takeReports(t *testing.T, dir string) (all []string) {
	t.Helper()
	for _, name := range []string{"found.json", "matrix.txt"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			err = os.Remove(filepath.Join(dir, name))
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	return all
}

// What shards find and what the site as a whole finds is what one machine finds, also
// where there are errors, a baseline, drafts and duplicates.
func (o *office) compareShards(t *testing.T, all *examined) string {
	t.Helper()
	day := all.day
	var list []*shard
	for k := range 2 {
		e, _, err := examineShard(t.Context(), os.DirFS(o.folder), day, k, 2)
		if err != nil {
			return err.Error()
		}
		text, err := json.Marshal(e.checked.Checked)
		s := &shard{}
		if err == nil {
			err = json.Unmarshal(text, &s.Checked)
		}
		if err != nil {
			return err.Error()
		}
		list = append(list, s)
	}
	merged, err := examineShards(t.Context(), os.DirFS(o.folder), day, list)
	if err != nil {
		return err.Error()
	}
	if diff := cmp.Diff(checked(all), checked(merged)); diff != "" {
		return "checked (-at once +in shards):\n" + cut(diff)
	}
	return ""
}
