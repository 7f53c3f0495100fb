package main

import (
	"bytes"
	"context"
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"notices.example/notices/load"
	"notices.example/notices/report"
	"notices.example/site"
	"notices.example/site/stamp"
)

// noCache is what NOTICES_CACHE says when nothing is to be kept for the next build.
const noCache = "off"

// again looks whether the last build was of the same. It gives nil when that is not
// to be known: because somebody wants a whole build, or reports of one, or because
// there is no place to keep anything.
func (b *build) again(ctx context.Context, day time.Time, reports []wanted) (*stamp.Started, error) {
	cache, err := b.cache()
	if err != nil || cache == "" || b.force || len(reports) > 0 {
		return nil, err
	}
	source, err := filepath.Abs(b.source.source)
	if err != nil {
		return nil, nil
	}
	target, err := filepath.Abs(b.target())
	if err != nil {
		return nil, nil
	}
	program := stamp.Program()
	if program == "" || site.Unfinished(target) {
		return nil, nil
	}
	same := stamp.Build{
		Cache: cache, Source: source, Folders: b.folders(), Target: target,
		Head: load.Head,
		Told: []string{program, versionLine(), day.Format(time.DateOnly), b.target(), fmt.Sprintf("draft=%t in-place=%t", b.draft, b.inPlace)},
	}
	started, known := same.Start(ctx, time.Now())
	if !known {
		return nil, nil
	}
	return started, nil
}

// folders gives those that a build reads in the site's folder.
func (*build) folders() []string { return []string{"content", "layouts", "partials"} }

// cache gives the folder for what is kept from one build to the next: the one that
// the environment names, or that of this person for all programs. It is empty when
// there is none.
func (b *build) cache() (string, error) {
	named := b.getenv("NOTICES_CACHE")
	switch {
	case named == noCache:
		return "", nil
	case named == "":
		own, err := os.UserCacheDir()
		if err != nil {
			return "", nil
		}
		return filepath.Join(own, "notices"), nil
	}
	cache, err := filepath.Abs(named)
	if err != nil {
		return "", err
	}
	for _, folder := range []string{b.source.source, b.target()} {
		if _, inside := below(realPath(folder), realPath(cache)); inside {
			return "", usageError{fmt.Errorf("NOTICES_CACHE names %s, which is part of the site: whoever changes the site could change what the program believes of it. Name a folder elsewhere, or say NOTICES_CACHE=%s", named, noCache)}
		}
	}
	return cache, nil
}

// keep remembers a build after which there is nothing left to tell of, what would be said
// of the same one again, and what it leaves for one of nearly the same. Without it, the
// next one is a whole one.
func (b *build) keep(ctx context.Context, again *stamp.Started, built *site.Built, l *left) {
	if len(built.Left)+len(built.Edited)+len(built.Kept) > 0 {
		return
	}
	same := *built
	same.Written = site.Written{}
	var of bytes.Buffer
	if err := gob.NewEncoder(&of).Encode(l); err != nil {
		return // not reached: it is plain values
	}
	_ = again.Keep(ctx, report.Plain(summary(b.target(), &same)+"\n"+l.Remarks), of.Bytes())
}
