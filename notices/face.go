package notices

import "time"

// Face is what others see of a notice: what it is called, whose it is, and when it
// holds. Pages and rules that are about another notice, or about all of them, go by
// faces, so that no more than some notices have to be there as a whole at a time.
type Face struct {
	FaceText             // in the notice's own language
	ID          ID       //
	Kind        Term     // what sort of notice it is
	Status      Term     // published unless it says draft
	Effective   Date     // from when it holds
	Updated     Date     // when it was last changed
	Changed     Date     // the later of that and the newest entry of its change log
	Logged      bool     // it has a change log
	ReviewDue   Date     // when it is to be checked next
	Expires     Date     // the last day on which it holds
	Aliases     []URL    // earlier addresses of its page
	Controller  []Ref    // those it names
	Controllers []string // the IDs of those that were found
	CorporateOf string   // the ID of the corporate notice it builds on; empty when it builds on none

	Translations map[string]*FaceText // by language tag
}

// FaceText is what others see of a notice in one language.
type FaceText struct {
	Pos     Pos    // the start of its file
	Lang    string // BCP 47 tag
	Title   Text   // the page's heading
	Service Text   // the service's name, when the title is not
	Summary Text   // one or two sentences: what the reader learns there
}

// Face gives what others see of a notice.
func (c *Complete) Face() *Face {
	f := &Face{
		FaceText: *c.Notice.face(), ID: c.ID, Kind: c.Kind, Status: c.Status, Effective: c.Effective, Updated: c.Updated,
		Changed: c.LastChange(), Logged: len(c.Changes) > 0, ReviewDue: c.ReviewDue, Expires: c.Expires, Aliases: c.Aliases, Controller: c.Controller,
	}
	for _, o := range c.Controllers {
		f.Controllers = append(f.Controllers, o.ID.Value)
	}
	if c.CorporateOf != nil {
		f.CorporateOf = c.CorporateOf.ID.Value
	}
	if len(c.Translations) > 0 {
		f.Translations = make(map[string]*FaceText, len(c.Translations))
	}
	for lang, t := range c.Translations {
		f.Translations[lang] = t.face()
	}
	return f
}

func (n *Notice) face() *FaceText {
	return &FaceText{Pos: n.Pos, Lang: n.Lang, Title: n.Title, Service: n.Service, Summary: n.Summary}
}

// LastChange gives the day on which the notice was last changed, as far as it says.
func (n *Notice) LastChange() Date {
	last := n.Updated
	for _, change := range n.Changes {
		if change.Date.Time.After(last.Time) {
			last = change.Date
		}
	}
	return last
}

// IsDraft is Notice.IsDraft.
func (f *Face) IsDraft() bool { return f.Status.Is("draft") }

// IsCorporate is Notice.IsCorporate.
func (f *Face) IsCorporate() bool { return f.Kind.Is("corporate") }

// Since is Notice.Since.
func (f *Face) Since() Date { return since(f.Effective, f.Updated) }

// LawDay is Notice.LawDay.
func (f *Face) LawDay(day time.Time) time.Time { return lawDay(f.Effective, f.Expires, day) }

// Standing is Notice.Standing.
func (f *Face) Standing(day time.Time) Standing {
	return standing(f.IsDraft(), f.Effective, f.Expires, day)
}
