package site

import (
	"io/fs"
	"os"
	"path"
	"slices"
)

// removeStage takes away a folder in which a site was being made. The manifest,
// which shows that it is one, goes last. What cannot be removed is left to the next
// run.
func removeStage(d disk, name string) {
	entries, err := fs.ReadDir(d.FS(), name)
	if err != nil {
		return
	}
	ours := len(entries) == 0
	for _, entry := range entries {
		ours = ours || entry.Name() == manifestName
	}
	if !ours {
		return
	}
	for _, entry := range entries {
		if entry.Name() != manifestName {
			if err := d.RemoveAll(path.Join(name, entry.Name())); err != nil {
				return
			}
		}
	}
	_ = d.Remove(path.Join(name, manifestName))
	_ = d.Remove(name)
}

// tidy takes away what runs that were cut short left behind, and gives the names
// of the folders that a person has to look at.
func (p *publication) tidy() (left []string) {
	for _, name := range p.leftInside() {
		removeStage(p.root, name)
	}
	for name, kind := range p.leftBeside() {
		if kind == stagePart {
			removeStage(p.beside, name)
		} else if p.root != nil && p.retire(name, nil) {
			left = append(left, name)
		}
	}
	slices.Sort(left)
	return left
}

// littered reports whether there is something to tidy.
func (p *publication) littered() bool {
	if p.beside != nil {
		if _, err := p.beside.Lstat(lockBeside(p.base)); err == nil {
			return true
		}
	}
	return len(p.leftInside()) > 0 || len(p.leftBeside()) > 0
}

func (p *publication) leftInside() (names []string) {
	if p.root == nil {
		return nil
	}
	for _, entry := range list(p.root, ".") {
		if entry.IsDir() && isStageInside(entry.Name()) {
			names = append(names, entry.Name())
		}
	}
	return names
}

func (p *publication) leftBeside() map[string]string {
	kinds := map[string]string{}
	if p.beside == nil {
		return kinds
	}
	for _, entry := range list(p.beside, ".") {
		if kind := besideOf(p.base, entry.Name()); entry.IsDir() && kind != "" {
			kinds[entry.Name()] = kind
		}
	}
	return kinds
}

// list gives what is in a folder; nothing when it cannot be read.
func list(d disk, folder string) []fs.DirEntry {
	entries, err := fs.ReadDir(d.FS(), folder)
	if err != nil {
		return nil
	}
	return entries
}

// retire takes away an earlier site, which is no longer in its place, file by file:
// those that the new one has as well, and those that a run wrote and nobody edited
// since. What somebody put there in the last moment goes into the new site, if it was
// this run that put the earlier one aside. It reports whether something is left that
// only a person can judge. The changes are those of the run; nil when it was another.
func (p *publication) retire(name string, c *changes) (left bool) {
	before, stored, err := readManifest(subfolder{p.beside, name})
	if err != nil || stored == nil && len(list(p.beside, name)) > 0 {
		return true
	}
	r := &retired{beside: p.beside, old: name, now: p.base, before: before, own: c != nil, given: map[string]bool{}}
	if c != nil {
		for _, name := range c.done.Overwritten {
			r.given[name] = true
		}
	}
	r.folder(".")
	rest := list(p.beside, name)
	if len(rest) == 1 && rest[0].Name() == manifestName {
		_ = p.beside.Remove(path.Join(name, manifestName))
	}
	_ = p.beside.Remove(name)
	return r.left
}

// subfolder reads a file of a folder within a disk.
type subfolder struct {
	disk
	name string
}

func (s subfolder) ReadFile(name string) ([]byte, error) {
	return s.disk.ReadFile(path.Join(s.name, name))
}

// retired is an earlier site that is being taken away.
type retired struct {
	beside   disk
	old, now string // the folders of the earlier site and of the one in its place
	before   manifest
	given    map[string]bool // files that somebody edited and asked to be written again
	own      bool            // this run put it aside, just now
	left     bool            // one is somebody's, and so is the one that has its place now
}

func (r *retired) folder(name string) {
	for _, entry := range list(r.beside, path.Join(r.old, name)) {
		inner := path.Join(name, entry.Name())
		switch {
		case entry.IsDir():
			r.folder(inner)
		case inner != manifestName:
			r.file(inner)
		}
	}
	if name != "." {
		_ = r.beside.Remove(path.Join(r.old, name)) // the disk does not let go of one that is not empty
	}
}

func (r *retired) file(name string) {
	old, now := path.Join(r.old, name), path.Join(r.now, name)
	there, err := r.beside.Lstat(now)
	if r.disposable(name, there) {
		_ = r.beside.Remove(old)
		return
	}
	// Since another run was cut short, its owner may have taken the file away: only
	// a person can tell.
	if err == nil || !r.own || r.beside.MkdirAll(path.Dir(now), 0o755) != nil || r.beside.Link(old, now) != nil {
		r.left = true
		return
	}
	_ = r.beside.Remove(old)
}

// disposable reports whether nothing is lost with a file of the earlier site.
func (r *retired) disposable(name string, now fs.FileInfo) bool {
	old, err := r.beside.Lstat(path.Join(r.old, name))
	if err != nil || r.given[name] || now != nil && os.SameFile(old, now) {
		return err == nil
	}
	content, err := r.beside.ReadFile(path.Join(r.old, name))
	return err == nil && r.before.wrote(name, content)
}
