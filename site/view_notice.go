package site

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/law"
)

// NoticeView is the page of one notice in one language.
type NoticeView struct {
	Page
	Summary   Text
	NotReady  bool // the notice itself is a draft, on a site where every page says that it is one
	Corporate bool
	BuildsOn  Link // the corporate notice
	Updated   string
	History   Link  // to what has changed, when there is a page on it
	Stale     Stale // of a translation that is older than the notice
	KeyFacts  []KeyFact
	Lead      Prose // the text before the first heading
	Contents  []Link
	Sections  []SectionView
	ID        string // the notice's
	Forms     []Link // the same in large print and as plain text
}

// SectionView is one section of a notice: a heading, what people wrote, and the
// part that is made from data. Only one of the parts below Prose is there.
type SectionView struct {
	Words        *Words
	ID           string
	Title        Text
	Origins      []Origin // where the whole section is from, when not from this notice
	Gaps         []Gap
	Prose        Prose
	GapsDeadline string // by when all of them are to be put right, when that is one day
	Across       []Link // the same in all notices

	Flow        *FlowView
	Transition  *TransitionView
	Controllers *ControllersView
	Purposes    *PurposesView
	Data        *DataView
	Sources     *SourcesView
	Recipients  *RecipientsView
	Transfers   *TransfersView
	Retention   *RetentionView
	Decisions   *DecisionsView
	Security    *SecurityView
	Rights      *RightsView
	Objection   *ObjectionView
	Complaints  *ComplaintsView
	Services    *ServicesView
	About       *AboutView
	Terms       *TermsView
}

// SecurityView is how the body keeps information safe.
type SecurityView struct {
	Words *Words
	Items []OriginText
}

// OriginText is a text and where it is from.
type OriginText struct {
	Text   Text `explain:"here"`
	Origin Origin
}

// edition is a notice in one language, on its page.
type edition struct {
	legal
	c     *notices.Complete // its texts are in the language of the page
	whole *notices.Complete // the same in the main language
	face  *notices.Face     // of the same
	all   []Gap             // what the notice does not yet say
	page  string            // the link to its page; empty on that page

	explain *explainer // of the words on its page

	rightsHeld []law.RightStatus // nil until they are asked for: see rightsOf
	uses       []PurposeRow      // likewise: see purposeRows
	items      []Link            // likewise, to the rows of the data items, by their numbers: see itemLink
	reasons    []Link            // likewise, of the purposes: see purposeNumbered
	getting    []Link            // likewise, the names of the recipients: see nameOfRecipient
	lengths    []KeptFor         // likewise, of the rules of keeping: see keptFor
}

// planNotice plans the pages of a notice, one a language, with its files of data and
// its feeds. The writer is for the former.
func (p *plan) planNotice(c *notices.Complete, made *planned, data *dataWriter) {
	face, editions := p.published[c.ID.Value], make(map[string]*edition, len(p.languages))
	for _, lang := range p.languagesOf(face) {
		e := p.edition(c, lang)
		editions[lang] = e
		p.addFrom(e.c.Pos.File, c.ID.Value, e.at, "notice", e.view())
		e.planHistory()
		made.files = append(made.files, e.dataFile(data))
		if p.hasFeed(face) {
			made.files = append(made.files, e.feedFile())
		}
	}
	p.planUntranslated(c, editions)
	for _, lang := range p.languages {
		if p.hasFeed(face) {
			entries := editions[lang].entries(inLanguage(siteFeedAddress, lang, p.main))
			made.entries[lang] = entries[:min(len(entries), maxFeed)]
		}
	}
}

// edition gives a notice in one of its languages.
func (p *plan) edition(c *notices.Complete, lang string) *edition {
	return p.at(inLanguage(noticeAddress(c.ID.Value), lang, p.main), lang).edition(c)
}

// edition gives a notice in the language of this page.
func (p *place) edition(c *notices.Complete) *edition {
	return &edition{legal: legal{place: p, law: p.lawFor(c)}, c: p.noticeHere(c), whole: c, face: p.published[c.ID.Value]}
}

func (e *edition) view() *NoticeView {
	e.all = e.allGaps()
	v := &NoticeView{
		Page:      e.frame(e.textOr(e.c.Title, e.c.ID), noticeAddress(e.c.ID.Value)),
		Summary:   e.text(e.c.Summary),
		NotReady:  e.in.Draft && e.c.IsDraft(),
		Corporate: e.c.IsCorporate(),
		Updated:   e.words.Date(e.c.Updated),
		History:   e.historyLink(),
		ID:        e.c.ID.Value,
		Forms:     e.forms(),
	}
	v.Description, v.Stale = v.Summary, e.stale()
	e.markUnpublished(&v.Page)
	v.Head.Others = append(v.Head.Others, e.others()...)
	v.Breadcrumbs = e.breadcrumbs()
	if e.c.CorporateOf != nil {
		v.BuildsOn, _ = e.notice(e.c.CorporateOf.ID.Value)
	}
	e.explain = newExplainer(e.termsIn())
	written := e.body()
	v.Lead = written.lead
	sections := e.sections()
	v.Sections = make([]SectionView, 0, len(sections)+len(written.parts)+1) // the last are the words explained
	for i := range sections {
		s := &sections[i]
		s.Prose = written.takeFrom(s.ID)
		s.Gaps = e.gaps(notices.Section(s.ID))
		s.GapsDeadline = liftDeadline(s.Gaps)
		if s.ID == string(notices.AboutSection) {
			v.Sections = append(v.Sections, written.others(e.words)...)
		}
		if s.filled() || !empty(s.Prose.HTML) || len(s.Gaps) > 0 {
			v.Sections = append(v.Sections, *s)
		}
	}
	v.Sections = e.explained(v.Sections)
	v.Contents = make([]Link, 0, len(v.Sections))
	for i := range v.Sections {
		v.Contents = append(v.Contents, Link{Text: v.Sections[i].Title, Href: "#" + v.Sections[i].ID})
	}
	v.KeyFacts = e.keyFacts(choicesIn(v.Sections))
	return v
}

// breadcrumbs lead from the home page by the controller.
func (e *edition) breadcrumbs() []Link {
	links := []Link{e.homeLink()}
	if len(e.c.Controllers) == 1 {
		links = append(links, e.organisation(notices.Ref{Value: e.c.Controllers[0].ID.Value}))
	}
	return links
}

// sections gives every section that the data can fill, in the order of the page.
func (e *edition) sections() []SectionView {
	all := make([]SectionView, len(notices.Sections))
	for i, id := range notices.Sections {
		all[i] = SectionView{Words: e.words, ID: string(id), Title: Text{Value: e.words.Section[string(id)]}}
		e.fill(&all[i])
	}
	return all
}

func (e *edition) fill(s *SectionView) {
	switch notices.Section(s.ID) {
	case notices.TransitionSection:
		s.Transition = e.transition()
	case notices.ControllerSection:
		s.Controllers = e.controllers()
	case notices.PurposesSection:
		s.Purposes = e.purposes()
	case notices.DataSection:
		s.Data = e.data()
	case notices.SourcesSection:
		s.Sources = e.sources()
	case notices.RecipientsSection:
		s.Recipients, s.Flow = e.recipients(), e.flow()
	case notices.TransfersSection:
		s.Transfers = e.transfers()
	case notices.RetentionSection:
		s.Retention = e.retention()
	case notices.AutomatedDecisionsSection:
		s.Decisions = e.decisions()
	case notices.SecuritySection:
		s.Security = e.security()
	case notices.RightsSection:
		s.Rights = e.rights()
	case notices.ObjectionSection:
		s.Objection = e.objection()
	case notices.ComplaintsSection:
		s.Complaints = e.complaints()
	case notices.ServicesSection:
		s.Services = e.services()
	case notices.AboutSection:
		s.About = e.about()
	}
	s.Origins = e.originsOf(s)
	s.Across = e.acrossLinks(s)
}

// filled reports whether the data has something for the section.
func (s *SectionView) filled() bool {
	return s.Transition != nil || s.Controllers != nil || s.Purposes != nil || s.Data != nil || s.Sources != nil ||
		s.Recipients != nil || s.Transfers != nil || s.Retention != nil || s.Decisions != nil || s.Security != nil ||
		s.Rights != nil || s.Objection != nil || s.Complaints != nil || s.Services != nil || s.About != nil
}

func (e *edition) security() *SecurityView {
	if len(e.c.Security) == 0 {
		return nil
	}
	v := &SecurityView{Words: e.words}
	for _, t := range e.c.Security {
		v.Items = append(v.Items, OriginText{Text: e.text(t), Origin: e.origin(t.Pos)})
	}
	return v
}

// writing is what people wrote about a notice in Markdown, on its way to the
// sections of the page.
type writing struct {
	lead  Prose
	parts []Prose
}

// body reads the notice's own text and the texts of the blocks it includes.
func (e *edition) body() *writing {
	lang := or(e.c.Body.Lang, or(e.c.Lang, e.main))
	w := &writing{}
	w.add(e.proseWithin(e.c.Body, lang, "", e.explain), nil)
	for _, b := range e.c.Included {
		lang := or(b.Block.Body.Lang, e.main)
		title := e.common(b.Block.Title)
		w.add(e.proseWithin(b.Block.Body, lang, b.Block.ID.Value+"-", e.explain), &Prose{ID: b.Block.ID.Value, Title: title})
	}
	return w
}

// add takes parts in. The text before the first heading leads the page, or, in a
// block, stands under the title of the block.
func (w *writing) add(parts []Prose, block *Prose) {
	for _, part := range parts {
		switch {
		case part.ID != "":
			w.parts = append(w.parts, part)
		case block == nil:
			w.lead = part
		default:
			part.ID, part.Title = block.ID, block.Title
			w.parts = append(w.parts, part)
		}
	}
}

// takeFrom gives what was written for a section, all of it together.
func (w *writing) takeFrom(id string) Prose {
	var found Prose
	w.parts = slices.DeleteFunc(w.parts, func(part Prose) bool {
		if part.ID != id {
			return false
		}
		if found.ID == "" {
			found = part
		} else {
			found.HTML += part.HTML
		}
		return true
	})
	return found
}

// others gives sections of their own for what was not written for a section.
func (w *writing) others(words *Words) []SectionView {
	var sections []SectionView
	for _, part := range w.parts {
		sections = append(sections, SectionView{Words: words, ID: part.ID, Title: part.Title, Prose: part})
	}
	return sections
}
