package load

import (
	"fmt"
	"io/fs"

	"notices.example/notices"
)

// Baseline reads a baseline alone, such as an earlier version of a site's. It is
// nil when the file cannot be read; the findings say why.
func Baseline(fsys fs.FS, name string) (*notices.Baseline, []notices.Finding, error) {
	f := newFile(name, notices.BaselineFile, "baseline", "")
	if f.fetch(fsys, nil, nil); f.failed != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, f.failed)
	}
	f.readAgain()
	var b *notices.Baseline
	f.decodeBaseline(&b, schema{})
	return b, f.findings, nil
}

// decodeBaseline decodes a baseline into out, which stays as it is when there is
// none in the file.
func (f *file) decodeBaseline(out **notices.Baseline, known schema) bool {
	b, ok := decoded(f, known, func() *notices.Baseline { return &notices.Baseline{Pos: notices.Pos{File: f.Path, Line: 1, Col: 1}} })
	if !ok {
		return false
	}
	*out = b
	return true
}
