package site

import (
	"slices"

	"notices.example/notices"
)

// AboutView is about the notice itself: its dates and changes, what it leaves
// out and what it does not yet say.
type AboutView struct {
	Words      *Words
	Dates      []Fact
	Changes    []ChangeRow
	ReadWith   []Link
	Documents  []DocumentRow
	Exemptions []ExemptionRow
	Gaps       []Gap
	GapsNote   GapsNote
	OnScreen   bool          // the parts say all of the gaps, so that paper need not
	Repeats    bool          // likewise, and there is no note on them
	Questions  []QuestionRow // in drafts only
	Blocks     []BlockRow
	Feed       Link // of what has changed
	Data       Link // the notice as data for programs
}

// GapsNote is what holds for every gap of a notice: it is said once.
type GapsNote struct {
	AcceptedBy Text
	Deadline   string
}

// Fact is a label and what it stands for.
type Fact struct {
	Label string `explain:"name"`
	Value Text   `explain:"here"`
}

// ChangeRow is one entry of the change log.
type ChangeRow struct {
	Date     string
	What     Text `explain:"here"`
	Material bool
}

// DocumentRow is something to read further.
type DocumentRow struct {
	Link  Link
	About Text `explain:"here"`
}

// ExemptionRow is a stated reason for not giving some information.
type ExemptionRow struct {
	Item       Text
	Reason     Text `explain:"here"`
	Safeguards Text `explain:"here"`
	Citation   Citation
}

// QuestionRow is a question that is still to be answered.
type QuestionRow struct {
	Question Text `explain:"here"`
	For      Text
}

// BlockRow is a shared text that the notice includes, and why.
type BlockRow struct {
	Title   Text
	Because Text `explain:"here"`
}

func (e *edition) about() *AboutView {
	v := &AboutView{Words: e.words, Dates: e.dates(), ReadWith: e.readWith(e.c.ReadWith), Gaps: headed(e.all), Feed: e.feedLink(), Data: e.dataLink()}
	v.liftGaps()
	v.markAbove()
	for _, c := range e.c.Changes {
		v.Changes = append(v.Changes, e.change(c))
	}
	for _, d := range e.c.Documents {
		v.Documents = append(v.Documents, DocumentRow{Link: Link{Text: e.text(d.Title), Href: e.href(d.Link)}, About: e.text(d.About)})
	}
	for _, x := range e.c.Exemptions {
		v.Exemptions = append(v.Exemptions, ExemptionRow{
			Item: e.itemLabel(x.Item.Value), Reason: e.text(x.Reason), Safeguards: e.text(x.Safeguards), Citation: e.cite(x.Provision.Value),
		})
	}
	for _, b := range e.c.Included {
		v.Blocks = append(v.Blocks, BlockRow{Title: e.common(b.Block.Title), Because: e.text(b.Because)})
	}
	if e.c.IsDraft() {
		for _, q := range e.c.OpenQuestions {
			v.Questions = append(v.Questions, QuestionRow{Question: e.text(q.Question), For: e.text(q.For)})
		}
	}
	return v
}

// dates are the facts about the notice itself, as far as it states them.
func (e *edition) dates() (list []Fact) {
	words := e.words.Notice
	for _, d := range []Fact{
		{words.Effective, Text{Value: e.words.Date(e.c.Effective)}},
		{words.Updated, Text{Value: e.words.Date(e.c.Updated)}},
		{words.Reviewed, Text{Value: e.words.Date(e.c.Reviewed)}},
		{words.ReviewDue, Text{Value: e.words.Date(e.c.ReviewDue)}},
		{words.Expires, Text{Value: e.words.Date(e.c.Expires)}},
		{words.ApprovedBy, e.text(e.c.ApprovedBy)},
		{words.Assessment, e.text(e.c.Assessment)},
	} {
		if d.Value.Said() {
			list = append(list, d)
		}
	}
	if name := e.wording(e.law.Name); name.Said() {
		list = append(list, Fact{words.Law, name})
	}
	return list
}

func (e *edition) change(c notices.Change) ChangeRow {
	return ChangeRow{Date: e.words.Date(c.Date), What: e.text(c.What), Material: c.Material.Yes()}
}

// headed gives gaps of which only the first of each section names the section.
func headed(gaps []Gap) []Gap {
	list := slices.Clone(gaps)
	for i := len(list) - 1; i > 0; i-- {
		if list[i].Section == list[i-1].Section {
			list[i].Section = Link{}
		}
	}
	return list
}

// liftGaps takes off the gaps who decided on them and by when they are put right,
// when that is the same for all.
func (v *AboutView) liftGaps() {
	if len(v.Gaps) < 2 {
		return
	}
	first := GapsNote{AcceptedBy: v.Gaps[0].AcceptedBy, Deadline: v.Gaps[0].Deadline}
	for _, g := range v.Gaps {
		if g.AcceptedBy != first.AcceptedBy || g.Deadline != first.Deadline {
			return
		}
	}
	v.GapsNote = first
	for i := range v.Gaps {
		v.Gaps[i].AcceptedBy, v.Gaps[i].Deadline = Text{}, ""
	}
}

// markAbove marks the gaps of which the list says nothing that their own parts do
// not say. Those of the notice as a whole have no other part.
func (v *AboutView) markAbove() {
	v.OnScreen = true
	section := ""
	for i := range v.Gaps {
		g := &v.Gaps[i]
		section = or(g.Section.Href, section)
		g.Above = section != "#"+string(notices.AboutSection) && !g.AcceptedBy.Said()
		v.OnScreen = v.OnScreen && g.Above
	}
	v.Repeats = v.OnScreen && !v.GapsNote.AcceptedBy.Said()
}

// itemLabel gives the label of an item of information, or of everything.
func (e *edition) itemLabel(id string) Text {
	if id == "" {
		return Text{Value: e.words.Part.Everything}
	}
	item, found := e.law.Item(id)
	if !found {
		return Text{Value: e.words.Label("information-item", id)}
	}
	return e.wording(item.Label)
}
