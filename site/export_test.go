package site

import (
	"bytes"
	"fmt"
)

// Unminified gives every page as its layout makes it, before anything is taken
// out.
func Unminified(in Input) (map[string][]byte, error) {
	own, _ := readOwn(in.Overrides)
	t, findings, err := loadTemplates(own)
	if err != nil || len(findings) > 0 {
		return nil, fmt.Errorf("load the templates: %w %v", err, findings)
	}
	p, err := newPlan(in, own)
	if err != nil {
		return nil, err
	}
	p.planAll()
	pages := map[string][]byte{}
	for _, page := range p.pages {
		var b bytes.Buffer
		if err := t.all.ExecuteTemplate(&b, page.layout, page.view); err != nil {
			return nil, err
		}
		pages[page.address] = b.Bytes()
	}
	return pages, nil
}

// ManifestName is the name of the manifest.
const ManifestName = manifestName
