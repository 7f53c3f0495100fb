package town

import (
	"iter"
	"strings"
)

// Short gives the files of a site with n notices that are as short as they can be and
// still complete: about 1.1 kilobytes each, in one language. It is to see what a great
// many notices cost, where those of Files would not have room.
func Short(n int) iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, f := range shared() {
			switch f.Path {
			case "content/site.cy.yaml":
				continue
			case "content/site.yaml":
				f.Content = []byte(strings.Replace(string(f.Content), "[en, cy]", "[en]", 1))
			}
			if !yield(f) {
				return
			}
		}
		short := string(text("short.md"))
		for i := range n {
			it := noticeAt(i)
			f := File{Notice(i), nil}
			if it.first() {
				f.Content = it.english()
			} else {
				f.Content = []byte(it.writer().write(short))
			}
			if !yield(f) || it.first() && !yield(it.body.file()) {
				return
			}
		}
	}
}
