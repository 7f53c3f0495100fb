package site

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"notices.example/layouts"
	"notices.example/partials"
)

// setStyle makes the one style sheet of the site: the colours, layouts/base.css,
// the style of every partial and last layouts/print.css. Its address holds
// a digest of its content, so that browsers can keep it for ever.
//
// It is made again only in other colours.
func (p *plan) setStyle() error {
	p.ownStyles = slices.Sorted(maps.Keys(p.own.ending(".css")))
	c := colours(p.site.Brand.Colour.Value, p.site.Brand.Accent.Value)
	if p.shop.style.Path == "" || p.shop.colours != c {
		made, err := styleSheet(c, p.own)
		if err != nil {
			return err
		}
		p.shop.colours, p.shop.style = c, made
	}
	p.style = p.shop.style
	return nil
}

// styleSheet makes the style sheet in these colours.
func styleSheet(colours string, own ownFiles) (File, error) {
	sources, err := styleSources(own)
	if err != nil {
		return File{}, err
	}
	var sheet bytes.Buffer
	sheet.WriteString(colours)
	for _, s := range sources {
		sheet.Write(s.Content)
		sheet.WriteByte('\n')
	}
	small, err := minifyCSS(sheet.Bytes())
	if err != nil {
		return File{}, fmt.Errorf("make the style sheet smaller: %w", err)
	}
	return hashed("site", ".css", small), nil
}

// styleSources gives the style files: base.css, then those of the partials, the
// site's own instead of the built-in ones, and the site's further ones.
func styleSources(own ownFiles) ([]File, error) {
	files := map[string][]byte{}
	for _, folder := range []builtIn{{"layouts", layouts.Files}, {"partials", partials.Files}} {
		names, err := fs.Glob(folder.files, "*.css")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			src, err := fs.ReadFile(folder.files, name)
			if err != nil {
				return nil, fmt.Errorf("read the built-in style %s: %w", name, err)
			}
			files[folder.name+"/"+name] = src
		}
	}
	maps.Copy(files, own.ending(".css"))
	var all []File
	for name, content := range files {
		all = append(all, File{Path: name, Content: content})
	}
	slices.SortFunc(all, func(a, b File) int {
		return cmp.Or(cmp.Compare(styleRank(a.Path), styleRank(b.Path)), strings.Compare(a.Path, b.Path))
	})
	return all, nil
}

// styleRank puts what holds for all pages first, and last what overrides the
// partials, such as print.css.
func styleRank(path string) int {
	switch {
	case path == "layouts/base.css":
		return 0
	case strings.HasPrefix(path, "partials/"):
		return 1
	}
	return 2
}

// builtIn is a folder of files that are compiled into the program.
type builtIn struct {
	name  string
	files fs.FS
}
