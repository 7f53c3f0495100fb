package site

import (
	"slices"

	"notices.example/notices"
)

// Origin says that something is not written in the notice itself, and where it
// is from: the corporate notice, a body's details, a shared block.
type Origin struct {
	Words string // "From our main notice"
	Title Text
	Href  string
}

// Said reports whether there is an origin to show.
func (o Origin) Said() bool { return o.Words != "" }

// origin tells where a value of the notice is from. It is empty for what the
// notice says itself, in whichever language.
func (e *edition) origin(pos notices.Pos) Origin {
	if pos.IsZero() {
		return Origin{}
	}
	f, _ := e.fileAt(pos.File)
	if f.Kind == notices.NoticeFile && f.ID == e.c.ID.Value {
		return Origin{}
	}
	return e.originIn(pos.File, e.blockTitle)
}

// originIn tells of a value that is written in another file than the notice's.
func (p *place) originIn(file string, blockTitle func(notices.ContentFile) Text) Origin {
	f, _ := p.fileAt(file)
	o := Origin{Title: p.tagged(f.Title, p.main)}
	switch f.Kind {
	case notices.NoticeFile:
		o.Words = p.words.Notice.FromNotice
		if link, published := p.notice(f.ID); published {
			o.Title, o.Href = link.Text, link.Href
		}
	case notices.OrganisationFile:
		o.Words = p.words.Notice.FromOrganisation
		link := p.organisation(notices.Ref{Value: f.ID})
		o.Title, o.Href = link.Text, link.Href
	case notices.BlockFile:
		o.Words, o.Title = p.words.Notice.FromBlock, blockTitle(f)
	}
	return o
}

// blockTitle gives the title of the shared block that a file, or the one it
// translates, defines.
func (e *edition) blockTitle(f notices.ContentFile) Text {
	for _, b := range e.c.Included {
		if b.Block.ID.Value == f.ID {
			return e.common(b.Block.Title)
		}
	}
	return e.tagged(f.Title, e.main)
}

// originsOf lifts the origin of a section's rows to its heading when all rows
// have the same one, and takes it off the rows: it is said once.
func (e *edition) originsOf(s *SectionView) []Origin {
	rows := s.rowOrigins()
	if len(rows) == 0 || !rows[0].Said() {
		return nil
	}
	first := *rows[0]
	if slices.ContainsFunc(rows, func(o *Origin) bool { return *o != first }) {
		return nil
	}
	for _, o := range rows {
		*o = Origin{}
	}
	return []Origin{first}
}

// rowOrigins gives the origin of each row of the section.
func (s *SectionView) rowOrigins() (rows []*Origin) {
	switch {
	case s.Purposes != nil:
		rows = each(s.Purposes.Rows, func(r *PurposeRow) *Origin { return &r.Origin })
	case s.Data != nil:
		rows = each(s.Data.Rows, func(r *DataRow) *Origin { return &r.Origin })
	case s.Sources != nil:
		rows = append(each(s.Sources.Rows, func(r *SourceRow) *Origin { return &r.Origin }), s.Sources.Statement.origin()...)
	case s.Recipients != nil:
		rows = append(each(s.Recipients.Rows, func(r *RecipientRow) *Origin { return &r.Origin }), s.Recipients.Statement.origin()...)
	case s.Transfers != nil:
		rows = append(each(s.Transfers.Rows, func(r *TransferRow) *Origin { return &r.Origin }), s.Transfers.Statement.origin()...)
	case s.Retention != nil:
		rows = each(s.Retention.Rows, func(r *RetentionRow) *Origin { return &r.Origin })
	case s.Security != nil:
		rows = each(s.Security.Items, func(r *OriginText) *Origin { return &r.Origin })
	case s.Rights != nil:
		rows = []*Origin{&s.Rights.Origin}
	case s.Complaints != nil:
		rows = []*Origin{&s.Complaints.Origin}
	}
	return rows
}

func each[T any](list []T, origin func(*T) *Origin) []*Origin {
	var all []*Origin
	for i := range list {
		all = append(all, origin(&list[i]))
	}
	return all
}

// Statement is a sentence that says there is none of something.
type Statement struct {
	Text   string
	Reason Text `explain:"here"`
	Origin Origin
}

// Said reports whether there is a statement.
func (s *Statement) Said() bool { return s.Text != "" }

func (s *Statement) origin() []*Origin {
	if !s.Said() {
		return nil
	}
	return []*Origin{&s.Origin}
}

// denied gives the statement for a denial, or an empty one.
func (e *edition) denied(none bool, reason notices.Text, pos notices.Pos, sentence string) Statement {
	if !none {
		return Statement{}
	}
	return Statement{Text: sentence, Reason: e.text(reason), Origin: e.origin(pos)}
}
