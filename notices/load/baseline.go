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
	if new(worker).read(fsys, nil, f); f.failed != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, f.failed)
	}
	if !f.reading.said {
		return nil, f.findings, nil
	}
	return f.reading.value.(*notices.Baseline), f.findings, nil
}
