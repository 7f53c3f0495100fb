package watch_test

import (
	"os"
	"testing"

	"notices.example/site/preview/watch"
)

func TestEditorsSaveInManyWays(t *testing.T) {
	const name = "content/notices/a.md"
	ways := map[string]func(*folder){
		"write over": func(f *folder) { f.write(name, "new text") },
		"write in pieces": func(f *folder) {
			file, err := os.Create(f.path(name))
			f.do(err)
			for range 5 {
				_, err = file.WriteString("a piece of the text\n")
				f.do(err)
			}
			f.do(file.Close())
		},
		"temporary file renamed over it": func(f *folder) {
			f.write("content/notices/.a.md.tmp", "new text")
			f.rename("content/notices/.a.md.tmp", name)
		},
		"visible temporary file renamed over it": func(f *folder) {
			f.write("content/notices/sedAb3xQz.tmp", "new text")
			f.rename("content/notices/sedAb3xQz.tmp", name)
		},
		"Vim, with a probe and a backup": func(f *folder) {
			f.write("content/notices/4913", "")
			f.remove("content/notices/4913")
			f.rename(name, name+"~")
			f.write(name, "new text")
			f.remove(name + "~")
		},
		"Vim, with a swap file": func(f *folder) {
			f.write("content/notices/.a.md.swp", "b0VIM")
			f.write(name, "new text")
			f.remove("content/notices/.a.md.swp")
		},
		"Word, with its owner file": func(f *folder) {
			f.write("content/notices/~$a.md", "somebody")
			f.write("content/notices/~WRD0001.tmp", "new text")
			f.rename(name, "content/notices/~WRL0002.tmp")
			f.rename("content/notices/~WRD0001.tmp", name)
			f.remove("content/notices/~WRL0002.tmp")
			f.remove("content/notices/~$a.md")
		},
		"removed and made anew": func(f *folder) {
			f.remove(name)
			f.write(name, "new text")
		},
	}
	inBothModes(t, func(t *testing.T, o watch.Options) {
		for way, save := range ways {
			t.Run(way, func(t *testing.T) {
				t.Parallel()
				o := o
				o.Root = t.TempDir()
				f := begin(t, o, name)
				save(f)
				f.told(name)
				f.settled()
			})
		}
	})
}

func TestWhatOthersWriteForThemselvesIsNotTold(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/notices/a.md", "public/index.html", ".git/HEAD", "node_modules/x/index.js")
		for _, name := range []string{
			"content/.DS_Store", "content/notices/.a.md.swp", "content/notices/a.md~", "content/notices/#a.md#", "content/notices/.#a.md",
			"content/notices/~$a.md", "content/notices/4913", "content/Thumbs.db", "content/desktop.ini", "content/notices/a.md.tmp",
			"content/notices/a.md.TMP", "content/.git/index", "content/node_modules/x.yaml", "content/notices/a.md.bak",
			"public/index.html", "public/new.html", ".git/HEAD", "node_modules/x/index.js", "notes.txt", "elsewhere/content/a.md",
		} {
			f.write(name, "new")
		}
		f.settled()
	})
}
