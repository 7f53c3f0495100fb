// Package partials holds the fragments that pages are made of, each with its
// style beside it: purposes.html and purposes.css. They are compiled into the
// program; a file of the same name in the site's own partials folder is used
// instead.
package partials

import "embed"

// Files holds the fragments and their styles.
//
//go:embed *.html *.css
var Files embed.FS
