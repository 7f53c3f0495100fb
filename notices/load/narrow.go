package load

import (
	"bytes"
	"io/fs"

	"notices.example/notices"
)

// Narrowly is Briefly where it is known what others see of most notices: faces has it by
// their IDs, as the last run left it. It reads the files of the other notices, of those that
// others build on, and of all that is no notice. Known is false when there are other notices than
// these; then nothing else is given.
func Narrowly(fsys fs.FS, faces map[string]*notices.Face) (res *Result, known bool, err error) {
	l, others := begin(nil, fsys)
	r := newReader(fsys, l.builder.language())
	builtOn := map[string]bool{}
	for _, f := range faces {
		builtOn[f.CorporateOf] = true
	}
	var whole, brief []*file
	for _, f := range others {
		face := faces[f.ID]
		switch {
		case f.Kind != notices.NoticeFile:
			whole = append(whole, f)
			continue
		case face == nil || face.IsCorporate() || builtOn[f.ID]:
			whole = append(whole, f)
		case f.recalls(face):
			brief = append(brief, f)
		default:
			return nil, false, nil
		}
		r.add(f)
	}
	l.memory.readAll(fsys, whole)
	l.takeAll(append(whole, brief...))
	l.builder.corpus.Reader = r
	l.builder.corpus.Fields.ReadWith(r.fields, r.refused)
	res, err = l.end()
	res.text = r.text
	return res, true, err
}

// recalls takes what others see of a notice, or of a translation, for what the file says.
// It reports whether the face has this file.
func (f *file) recalls(face *notices.Face) bool {
	n := &notices.Notice{Brief: true}
	text := &face.FaceText
	if f.lang != "" {
		text = face.Translations[f.lang]
	} else {
		n.Kind, n.Status, n.Aliases, n.Controller, n.Effective, n.Updated, n.ReviewDue, n.Expires = face.Kind, face.Status, face.Aliases, face.Controller, face.Effective, face.Updated, face.ReviewDue, face.Expires
	}
	if text == nil || text.Pos.File != f.Path || f.nameless || len(f.findings) > 0 {
		return false
	}
	n.ID, n.Pos, n.Lang, n.Title, n.Service, n.Summary = face.ID, text.Pos, f.lang, text.Title, text.Service, text.Summary
	f.brief, f.kept.unread = true, true
	f.reading = &reading{value: n, said: true}
	return true
}

// Head gives how many bytes of a content file are sure to hold all that is written above
// its text: its front matter, or the whole file when it is not as plain as most.
func Head(content []byte) int {
	const begin, end = "---\n", "\n---\n"
	rest, begins := bytes.CutPrefix(content, []byte(begin))
	at := bytes.Index(rest, []byte(end))
	if !begins || at < 0 || bytes.Contains(rest[:at], []byte("---")) || bytes.IndexByte(content, '\r') >= 0 {
		return len(content)
	}
	return len(begin) + at + len(end)
}
