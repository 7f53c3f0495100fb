package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fsnotify/fsnotify"
	"golang.org/x/text/cases"

	"notices.example/notices/load"
	"notices.example/site"
)

// lookForSite looks whether the site's folder is one.
func (d *doctor) lookForSite() (s seen, found bool) {
	const name = "site"
	root, err := d.source.openRoot()
	if err == nil {
		_ = root.Close()
		return good(name, "content/ is in "+describe(d.source.source)), true
	}
	if !errors.As(err, new(usageError)) {
		return wrong(name, "the folder cannot be opened: "+cause(err).Error(), "Ask whoever looks after this computer to let you read it."), false
	}
	said := "there is no content folder in " + describe(d.source.source)
	if near := d.siteNearby(); near != "" {
		return wrong(name, said, "There is one in "+near+". Go there first:\ncd "+inShell(near)), false
	}
	return wrong(name, said, "Go to your site's folder first, or begin a site here: notices init"), false
}

// siteNearby gives a folder with a site in it: one around this one, or one in it.
func (d *doctor) siteNearby() string {
	start, err := filepath.Abs(d.source.source)
	if err != nil {
		return ""
	}
	isSite := func(folder string) bool {
		stat, err := os.Stat(filepath.Join(folder, "content", "site.yaml"))
		return err == nil && stat.Mode().IsRegular()
	}
	for folder := start; filepath.Dir(folder) != folder; folder = filepath.Dir(folder) {
		if isSite(filepath.Dir(folder)) {
			return filepath.Dir(folder)
		}
	}
	inside, _ := filepath.Glob(filepath.Join(start, "*")) // a pattern that is no pattern finds nothing
	if i := slices.IndexFunc(inside, isSite); i >= 0 {
		return inside[i]
	}
	return ""
}

// lookAtContent looks at the content files as files: how they are written, and how
// they are called.
func (d *doctor) lookAtContent() []seen {
	root, err := d.source.open()
	if err != nil {
		return nil
	}
	read, err := load.Load(root)
	if err != nil {
		return []seen{wrong("content", "not every file can be opened: "+err.Error(), "Close programs that keep it open, and look whether you may read it.")}
	}
	if len(read.Sources) == 0 {
		return []seen{wrong("content", "there is no content file in content/", "Begin a site in a new folder: notices init FOLDER")}
	}
	return []seen{lookAtEncoding(read), lookAtLineEnds(root, read), lookAtNames(root)}
}

func lookAtEncoding(read *load.Result) seen {
	var files []string
	for _, f := range read.Findings {
		if f.Rule == "text-encoding" && !slices.Contains(files, f.Pos.File) {
			files = append(files, f.Pos.File)
		}
	}
	if len(files) > 0 {
		return wrong("encoding", "not saved as UTF-8: "+few(files), "Save them again as UTF-8. In Notepad: File, Save as, Encoding: UTF-8.")
	}
	return good("encoding", counted(len(read.Sources), "content file is", "content files are")+" text")
}

func lookAtLineEnds(root fs.FS, read *load.Result) seen {
	var windows, unix int
	for name := range read.Sources {
		text, err := fs.ReadFile(root, name)
		switch {
		case err != nil:
		case strings.Contains(string(text), "\r\n"):
			windows++
		default:
			unix++
		}
	}
	if windows > 0 && unix > 0 {
		return noted("lines", fmt.Sprintf("%s as on Windows, %d as elsewhere: both are read alike, but git may show whole files as changed", counted(windows, "file has line ends", "files have line ends"), unix),
			"With git, put this line into the file .gitattributes:\n* text=auto")
	}
	return good("lines", "all content files end their lines alike")
}

// lookAtNames looks for names that are two on one computer and one on another.
func lookAtNames(root fs.FS) seen {
	first, fold := map[string]string{}, cases.Fold()
	var alike []string
	_ = fs.WalkDir(root, "content", func(name string, _ fs.DirEntry, err error) error { // what cannot be read, load has told of
		if err != nil {
			return nil
		}
		if other, taken := first[fold.String(name)]; taken {
			alike = append(alike, other+" and "+name)
		}
		first[fold.String(name)] = name
		return nil
	})
	if len(alike) > 0 {
		return wrong("names", "names that differ only in capitals: "+few(alike), "Rename one of each: on Windows and on a Mac they are the same file.")
	}
	return good("names", "no two files have the same name but for capitals")
}

// lookAtOutput looks whether the pages can be written where they are to be.
func (d *doctor) lookAtOutput() seen {
	const name = "output"
	target := d.target()
	err := site.Publishable(site.Target{Dir: target, Sources: []string{d.source.source}})
	if errors.Is(err, site.ErrRefused) {
		return wrong(name, target+": "+err.Error(), "Name another folder when you build: notices build --output FOLDER")
	}
	if err == nil {
		err = tryWriting(target)
	}
	if err != nil {
		return wrong(name, target+" cannot be written to: "+cause(err).Error(), "Name another folder when you build: notices build --output FOLDER")
	}
	return good(name, "the pages can be written to "+target)
}

// tryWriting writes a file into a folder, or into the one that it would be made in,
// and takes it away again.
func tryWriting(folder string) error {
	for {
		stat, err := os.Stat(folder)
		if err == nil && stat.IsDir() {
			break
		}
		if parent := filepath.Dir(folder); parent != folder && errors.Is(err, fs.ErrNotExist) {
			folder = parent
			continue
		}
		return err
	}
	file, err := os.CreateTemp(folder, ".notices-*")
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// lookAtWatching looks whether the system tells of files that are saved.
func (d *doctor) lookAtWatching() seen {
	const name = "watching"
	system, err := fsnotify.NewWatcher()
	if err == nil {
		defer system.Close()
		err = filepath.WalkDir(filepath.Join(d.source.source, "content"), func(folder string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.IsDir() {
				return err
			}
			return system.Add(folder)
		})
	}
	if err != nil {
		fix := "Use “notices serve --poll”, which looks for itself."
		if d.system == "linux" {
			fix += "\nOr let the system watch more: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512"
		}
		return noted(name, "the system does not tell of saved files: "+cause(err).Error(), fix)
	}
	return good(name, "the system tells “notices serve” of files that you save; on a network drive it may not: use --poll there")
}

// few gives the first of several names, and how many more there are.
func few(names []string) string {
	const shown = 3
	if len(names) <= shown {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:shown], ", "), len(names)-shown)
}
