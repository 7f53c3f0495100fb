package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// hugoVersion is the newest Hugo that the Go of this module builds.
const hugoVersion = "v0.165.0"

// installedHugo gives the Hugo to compare with, and installs it when it is not there yet:
// through the Go proxy, into the user's cache.
func installedHugo(ctx context.Context, log io.Writer) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find a place for Hugo: %w", err)
	}
	folder := filepath.Join(cache, "notices-bench", "hugo-"+hugoVersion)
	program := filepath.Join(folder, "hugo")
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	fmt.Fprintf(log, "bench: installing Hugo %s into %s\n", hugoVersion, folder)
	cmd := exec.CommandContext(ctx, "go", "install", "github.com/gohugoio/hugo@"+hugoVersion)
	cmd.Env = append(os.Environ(), "GOBIN="+folder, "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("install Hugo: %w\n%s", err, tail(string(out)))
	}
	return program, nil
}

// newHugoSite makes the folder in which Hugo builds the site from the content of another
// folder: our layouts for it, and the words and names of the law that both programs print.
func newHugoSite(folder, root, content string) error {
	if err := os.CopyFS(folder, os.DirFS(filepath.Join(root, "cmd", "bench", "hugo"))); err != nil {
		return fmt.Errorf("make the site for Hugo: %w", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "cacheDir = %q\n", filepath.Join(folder, "cache"))
	for _, m := range [][2]string{
		{"content", "content"}, {"layouts", "layouts"},
		{filepath.Join(content, "notices"), "content/notices"},
		{filepath.Join(content, "pages"), "content/pages"},
		{filepath.Join(content, "organisations"), "data/organisations"},
		{filepath.Join(content, "glossary.yaml"), "data/glossary.yaml"},
		{filepath.Join(root, "layouts", "words.en.yaml"), "data/words/en.yaml"},
		{filepath.Join(root, "layouts", "words.cy.yaml"), "data/words/cy.yaml"},
		{filepath.Join(root, "notices", "law", "data"), "data/law"},
		{filepath.Join(root, "layouts", "base.css"), "assets/site.css"},
		{filepath.Join(root, "partials", "large-print.css"), "assets/large.css"},
	} {
		fmt.Fprintf(&b, "[[module.mounts]]\nsource = %q\ntarget = %q\n", m[0], m[1])
	}
	return os.WriteFile(filepath.Join(folder, "mounts.toml"), []byte(b.String()), 0o644)
}
