package site

import "notices.example/notices"

// PurposesView says why the data is used and what allows it.
type PurposesView struct {
	Words *Words
	Rows  []PurposeRow
}

// PurposeRow is one purpose with its own legal grounds.
type PurposeRow struct {
	ID               string // anchor of the row; empty when the purpose has no ID
	Purpose          Text
	Note             Text   `explain:"here"`
	Activities       []Text `explain:"here"`
	Channels         []string
	Items            []Link // the data it uses
	Basis            Ground
	NotSaid          bool   // the basis is a gap that the notice owns up to
	ItemsNotSaid     string // said instead of the data, where that is such a gap
	BasisInLaw       Text   `explain:"here"`
	Interests        Text   `explain:"here"`
	Outside          Text   `explain:"here"` // why a public authority may rely on 6(1)(f) here
	Recognised       Ground
	Condition        Ground
	Schedule1        Ground
	OffenceCondition string
	PolicyDocument   string
	Withdrawal       Text `explain:"here"`
	Citations        []GroundName
	Origin           Origin
}

// GroundName is a ground as lawyers name it.
type GroundName struct {
	Label    Text `explain:"no"`
	Citation Citation
}

func (e *edition) purposes() *PurposesView {
	if len(e.c.Purposes) == 0 {
		return nil
	}
	return &PurposesView{Words: e.words, Rows: e.purposeRows()}
}

// purposeRows gives the rows of all purposes, in their order. They are made once.
func (e *edition) purposeRows() []PurposeRow {
	if e.uses == nil {
		e.uses = mapTo(e.c.Purposes, e.purpose)
	}
	return e.uses
}

func (e *edition) purpose(p notices.Purpose) PurposeRow {
	row := PurposeRow{
		ID: anchor("purpose", p.ID), Purpose: e.textOr(p.Purpose, p.ID), Note: e.text(p.Note),
		Activities: mapTo(e.labels("activity", p.Activities), plainText), Channels: e.labels("channel", p.Channels),
		Items: e.itemLinks(p.Data), BasisInLaw: e.text(p.BasisInLaw), Interests: e.text(p.LegitimateInterests),
		Outside: e.text(p.OutsidePublicTasks), OffenceCondition: e.label("offence-condition", p.OffenceCondition),
		PolicyDocument: e.href(p.PolicyDocument), Withdrawal: e.text(p.Withdrawal), Origin: e.origin(p.Pos),
		NotSaid: !p.LawfulBasis.Said() && !p.LawEnforcementGround.Said() && e.hasGaps(notices.PurposesSection),
	}
	if len(row.Items) == 0 {
		row.ItemsNotSaid = e.notSaid(p.ID.Value, "purpose-data-missing")
	}
	for _, g := range []struct {
		term notices.Term
		find func(string) Ground
		to   *Ground
	}{
		{e.basisOf(p), e.basis, &row.Basis},
		{p.LawEnforcementGround, e.enforcementGround, &row.Basis},
		{p.RecognisedInterest, e.recognised, &row.Recognised},
		{p.Condition, e.condition, &row.Condition},
		{p.Schedule8, e.schedule8, &row.Condition},
		{p.Schedule1, e.schedule1, &row.Schedule1},
	} {
		if g.term.Said() {
			*g.to = g.find(g.term.Value)
			row.Citations = append(row.Citations, GroundName{Label: g.to.Label, Citation: g.to.Citation})
		}
	}
	if row.OffenceCondition != "" && !e.law.UnderPart3(p) {
		row.Citations = append(row.Citations, GroundName{Citation: e.cite("10")})
	}
	return row
}

// basisOf gives the lawful basis of a purpose. In law enforcement its ground
// stands in the place of one, and Article 6 does not apply.
func (e *edition) basisOf(p notices.Purpose) notices.Term {
	if e.law.UnderPart3(p) && p.LawEnforcementGround.Said() {
		return notices.Term{}
	}
	return p.LawfulBasis
}

// itemLinks gives the data items that are named, with links to their rows.
func (e *edition) itemLinks(refs []notices.Ref) []Link {
	if len(refs) == 0 {
		return nil
	}
	links := make([]Link, 0, len(refs))
	for i := range refs {
		for n := range e.c.Data {
			if e.c.Data[n].ID.Value == refs[i].Value {
				links = append(links, e.itemLink(n))
				break
			}
		}
	}
	if len(links) == 0 {
		return nil
	}
	return links
}

// itemLink gives the data item with that number, with a link to its row. All of them are
// made once.
func (e *edition) itemLink(number int) Link {
	if e.items == nil {
		e.items = mapTo(e.c.Data, func(d notices.DataItem) Link {
			return Link{Text: e.textOr(d.Label, d.ID), Href: "#" + anchor("data", d.ID)}
		})
	}
	return e.items[number]
}

// purposeLinks gives the purposes that are named, with links to their rows.
func (e *edition) purposeLinks(refs []notices.Ref) []Link {
	var links []Link
	for _, r := range refs {
		for i := range e.c.Purposes {
			if e.c.Purposes[i].ID.Value == r.Value {
				links = append(links, e.purposeNumbered(i))
			}
		}
	}
	return links
}

// purposeNumbered gives the purpose with that number, with a link to its row. All of them
// are made once.
func (e *edition) purposeNumbered(number int) Link {
	if e.reasons == nil {
		e.reasons = make([]Link, len(e.c.Purposes))
		for i := range e.c.Purposes {
			e.reasons[i] = e.purposeLink(&e.c.Purposes[i])
		}
	}
	return e.reasons[number]
}

func (e *edition) purposeLink(p *notices.Purpose) Link {
	link := Link{Text: e.textOr(p.Purpose, p.ID)}
	if a := anchor("purpose", p.ID); a != "" {
		link.Href = "#" + a
	}
	return link
}

// anchor gives the id of a row on the page. The two hyphens keep it apart from the
// ids of headings, which never have two.
func anchor(kind string, id notices.ID) string {
	if id.Value == "" {
		return ""
	}
	return kind + "--" + id.Value
}
