// Package layouts holds the layout of each kind of page, the style that all
// pages share and the words of the interface in every language. They are
// compiled into the program; a file of the same name in the site's own layouts
// folder is used instead. A layout is given the view type of package site that
// its name stands for: notice.html is given a site.NoticeView.
package layouts

import "embed"

// Files holds the layouts, base.css and words.<language>.yaml.
//
//go:embed *.html *.css *.yaml
var Files embed.FS
