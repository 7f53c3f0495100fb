package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"notices.example/notices"
)

// First is what was read of the files of one notice, before all others are looked at
// again.
type First struct {
	ID       string
	Corpus   *notices.Corpus   // the one of before, with these files in place
	Findings []notices.Finding // in these files
	Sources  Sources           // of its files alone
	Notice   *notices.Notice   // as it stands in its file now
}

// mostFirst is how many files are read before all others.
const mostFirst = 4

// ReadFirst reads the files of one notice again, when some of them were written, and puts
// what they say into the corpus that was read last, which stays as it is. It gives nil
// where that is not enough: a file is new or gone, is no notice's or another notice's, or
// has something in it for which all files have to be looked at. Then the whole site has to
// be read.
func ReadFirst(fsys fs.FS, last *notices.Corpus, paths []string) *First {
	if len(paths) == 0 || len(paths) > mostFirst {
		return nil
	}
	corpus := *last
	corpus.Notices, corpus.Translations = slices.Clone(last.Notices), slices.Clone(last.Translations)
	first := &First{Corpus: &corpus, Sources: Sources{}}
	fields := map[string][]notices.FieldStart{}
	read := func(name string) bool {
		f := readAgain(fsys, name)
		if f == nil || first.ID != "" && first.ID != f.ID || !first.take(f) {
			return false
		}
		first.Findings = append(first.Findings, f.findings...)
		first.Sources[f.path], fields[f.Path] = f.reading.text, f.reading.fields
		return true
	}
	if !each(paths, read) || !each(first.others(paths), read) {
		return nil
	}
	at, there := noticeAt(corpus.Notices, first.ID)
	if !there {
		return nil
	}
	first.Notice, corpus.Fields = corpus.Notices[at], last.Fields.But(fields)
	notices.SortFindings(first.Findings)
	return first
}

func each(names []string, do func(string) bool) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !do(name) })
}

// others gives the files of the notice that are not among these.
func (first *First) others(files []string) (others []string) {
	add := func(n *notices.Notice) {
		if n.ID.Value == first.ID && !slices.Contains(files, n.Pos.File) {
			others = append(others, n.Pos.File)
		}
	}
	if at, there := noticeAt(first.Corpus.Notices, first.ID); there {
		add(first.Corpus.Notices[at])
	}
	for _, t := range first.Corpus.Translations {
		add(t)
	}
	return others
}

// readAgain reads the file of a notice, or gives nil when it is none, or nothing can be
// made of it.
func readAgain(fsys fs.FS, name string) *file {
	below, is := strings.CutPrefix(name, "content/notices/")
	if !is || !plainFile(fsys, below) {
		return nil
	}
	t := &tree{fsys: fsys}
	t.file(name, folders["notices"])
	if len(t.files) != 1 || len(t.findings) > 0 || t.files[0].nameless {
		return nil
	}
	f := t.files[0]
	new(worker).read(fsys, nil, f)
	if f.failed != nil || !f.reading.said {
		return nil
	}
	return f
}

// plainFile reports whether all on the way to a file below the notices is plain: walking
// down, none of it would be passed over.
func plainFile(fsys fs.FS, below string) bool {
	name := "content/notices"
	parts := strings.Split(below, "/")
	for i, part := range parts {
		name = path.Join(name, part)
		info, err := fs.Lstat(fsys, name)
		if err != nil || ignored(part) || i > maxFolders {
			return false
		}
		if last := i == len(parts)-1; last && !info.Mode().IsRegular() || !last && !info.IsDir() {
			return false
		}
	}
	return true
}

// take puts what a file says in the place of what it said, and reports whether it could.
func (first *First) take(f *file) bool {
	c := first.Corpus
	now := f.reading.value.(*notices.Notice)
	if slices.ContainsFunc(c.Unread, func(u notices.ContentFile) bool {
		return u.Kind == notices.NoticeFile && strings.EqualFold(u.ID, f.ID) // it may be there twice
	}) {
		return false
	}
	first.ID = f.ID
	b := &corpusBuilder{corpus: c}
	list, at, there := c.Translations, 0, false
	if f.lang == "" {
		now.Lang, list = b.language(), c.Notices
		at, there = noticeAt(list, f.ID)
	} else {
		f.checkTranslation(b.language(), b.published(b.language()))
		at = slices.IndexFunc(list, func(n *notices.Notice) bool { return n.ID.Value == f.ID && n.Lang == f.lang })
		there = at >= 0
	}
	if !there || list[at].Pos.File != f.Path || list[at].IsCorporate() || now.IsCorporate() || list[at].Brief {
		return false
	}
	list[at] = now
	return true
}

func noticeAt(list []*notices.Notice, id string) (at int, there bool) {
	return slices.BinarySearchFunc(list, id, func(n *notices.Notice, id string) int { return strings.Compare(n.ID.Value, id) })
}
