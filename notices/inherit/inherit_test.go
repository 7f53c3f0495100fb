package inherit_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/inherit"
)

const (
	serviceFile   = "content/notices/parking.md"
	corporateFile = "content/notices/corporate.md"
	councilFile   = "content/organisations/council.yaml"
)

func at(file string, line int) notices.Pos { return notices.Pos{File: file, Line: line, Col: 1} }

func text(file string, line int, s string) notices.Text {
	return notices.Text{Value: s, Pos: at(file, line)}
}

func ref(file string, line int, id string) notices.Ref {
	return notices.Ref{Value: id, Pos: at(file, line)}
}

func term(file string, line int, word string) notices.Term {
	return notices.Term{Value: word, Pos: at(file, line)}
}

// corpus is a council with a corporate notice and one service that builds on it.
func corpus() *notices.Corpus {
	service := &notices.Notice{
		Pos: at(serviceFile, 1), ID: notices.ID{Value: "parking"}, Lang: "en",
		Title: text(serviceFile, 2, "Parking permits"), Kind: term(serviceFile, 3, "service"),
		Controller: []notices.Ref{ref(serviceFile, 4, "council")},
	}
	service.Data = []notices.DataItem{{Pos: at(serviceFile, 6), ID: notices.ID{Value: "name"}, Label: text(serviceFile, 6, "Name")}}
	corporate := &notices.Notice{
		Pos: at(corporateFile, 1), ID: notices.ID{Value: "corporate"}, Lang: "en",
		Title: text(corporateFile, 2, "Our main notice"), Kind: term(corporateFile, 3, "corporate"),
		Controller: []notices.Ref{ref(corporateFile, 4, "council")},
		Rights:     &notices.Rights{Pos: at(corporateFile, 8), How: text(corporateFile, 8, "Write to us.")},
	}
	corporate.Transfers = notices.Stated[notices.Transfer]{None: true, Pos: at(corporateFile, 12)}
	corporate.Security = []notices.Text{text(corporateFile, 13, "Staff are trained.")}
	corporate.Retention = []notices.Retention{
		{Pos: at(corporateFile, 15), Data: []notices.Ref{ref(corporateFile, 15, "name"), ref(corporateFile, 15, "voice")}},
		{Pos: at(corporateFile, 17), Data: []notices.Ref{ref(corporateFile, 17, "voice")}},
	}
	corporate.Data = []notices.DataItem{{ID: notices.ID{Value: "name"}}, {ID: notices.ID{Value: "voice"}}}
	return &notices.Corpus{
		Site:          &notices.Site{Languages: []notices.Term{{Value: "en"}, {Value: "cy"}}},
		Organisations: []*notices.Organisation{{Pos: at(councilFile, 1), ID: notices.ID{Value: "council"}}},
		Notices:       []*notices.Notice{corporate, service},
	}
}

// parking resolves the corpus and gives the service notice.
func parking(t *testing.T, c *notices.Corpus) (*notices.Set, *notices.Complete) {
	t.Helper()
	set, findings := inherit.Resolve(c)
	if diff := cmp.Diff([]string(nil), rulesOf(findings)); diff != "" {
		t.Fatalf("findings (-want +got):\n%s", diff)
	}
	return set, byID(t, set, "parking")
}

func byID(t *testing.T, set *notices.Set, id string) *notices.Complete {
	t.Helper()
	for _, c := range set.Notices {
		if c.ID.Value == id {
			return c
		}
	}
	t.Fatalf("no notice %q in the set", id)
	return nil
}

func rulesOf(findings []notices.Finding) []string {
	var ids []string
	for _, f := range findings {
		ids = append(ids, f.Rule+" "+f.Pos.String())
	}
	return ids
}

func TestRightsComeFromTheCorporateNotice(t *testing.T) {
	t.Parallel()
	set, c := parking(t, corpus())
	if c.Rights == nil || c.Rights.How.Value != "Write to us." {
		t.Fatalf("rights = %+v, want those of the corporate notice", c.Rights)
	}
	from, inherited := set.Origin(c, c.Rights.Pos)
	if !inherited || from.ID != "corporate" {
		t.Errorf("origin of the rights = %+v, inherited %v; want the corporate notice", from, inherited)
	}
	if _, inherited := set.Origin(c, c.Title.Pos); inherited {
		t.Error("the notice's own title counts as inherited")
	}
}

func TestOtherPartsAreInheritedOnlyWhenNamed(t *testing.T) {
	t.Parallel()
	_, c := parking(t, corpus())
	if c.Transfers.Said() || len(c.Security) > 0 {
		t.Errorf("transfers %+v and security %+v came along without being named", c.Transfers, c.Security)
	}
	named := corpus()
	named.Notices[1].Inherits = []notices.Term{term(serviceFile, 9, "transfers"), term(serviceFile, 9, "retention")}
	_, c = parking(t, named)
	if !c.Transfers.None || c.Transfers.Pos.File != corporateFile {
		t.Errorf("transfers = %+v, want the corporate notice's none, at its place", c.Transfers)
	}
	want := []notices.Retention{{Pos: at(corporateFile, 15), Data: []notices.Ref{ref(corporateFile, 15, "name")}}}
	if diff := cmp.Diff(want, c.Retention); diff != "" {
		t.Errorf("only rows that concern the notice's own data come along (-want +got):\n%s", diff)
	}
	if len(named.Notices[0].Retention[0].Data) != 2 {
		t.Error("the corporate notice itself was changed")
	}
}

func TestOwnStatementStandsBeforeTheInheritedOne(t *testing.T) {
	t.Parallel()
	own := corpus()
	own.Notices[1].Inherits = []notices.Term{term(serviceFile, 9, "transfers")}
	own.Notices[1].Transfers = notices.Stated[notices.Transfer]{None: true, Pos: at(serviceFile, 10)}
	_, c := parking(t, own)
	if c.Transfers.Pos.File != serviceFile {
		t.Errorf("transfers are from %s, want the notice's own", c.Transfers.Pos)
	}
}

func TestNoticeBasisCoversPurposesThatNameNone(t *testing.T) {
	t.Parallel()
	c := corpus()
	c.Notices[1].LawfulBasis = term(serviceFile, 20, "public-task")
	c.Notices[1].Purposes = []notices.Purpose{
		{ID: notices.ID{Value: "permits"}},
		{ID: notices.ID{Value: "news"}, LawfulBasis: term(serviceFile, 30, "consent")},
		{ID: notices.ID{Value: "dumping"}, LawEnforcementGround: term(serviceFile, 40, "task")},
	}
	block := &notices.Block{Pos: at("content/shared/cctv.yaml", 1), ID: notices.ID{Value: "cctv"}}
	block.Purposes = []notices.Purpose{{ID: notices.ID{Value: "cameras"}}}
	c.Blocks = []*notices.Block{block}
	c.Notices[1].Include = []notices.Inclusion{{Block: ref(serviceFile, 12, "cctv")}}
	_, got := parking(t, c)
	var bases []string
	for _, p := range got.Purposes {
		bases = append(bases, p.ID.Value+" "+p.LawfulBasis.Value+" "+p.LawfulBasis.Pos.String())
	}
	want := []string{"permits public-task content/notices/parking.md:20:1", "news consent content/notices/parking.md:30:1", "dumping  ", "cameras  "}
	if diff := cmp.Diff(want, bases); diff != "" {
		t.Errorf("bases (-want +got):\n%s", diff)
	}
	if c.Notices[1].Purposes[0].LawfulBasis.Said() {
		t.Error("the notice as written was changed")
	}
}

// What load refused is not the same as what nobody wrote.
func TestRefusedNoticeBasisIsPassedOn(t *testing.T) {
	t.Parallel()
	c := corpus()
	c.Notices[1].LawfulBasis = notices.Term{Pos: at(serviceFile, 20)}
	c.Notices[1].Purposes = []notices.Purpose{{ID: notices.ID{Value: "permits"}}}
	_, got := parking(t, c)
	if basis := got.Purposes[0].LawfulBasis; basis.Said() || basis.Pos != at(serviceFile, 20) {
		t.Errorf("basis = %+v, want none, at the place where it was refused", basis)
	}
}

func TestBlockIsPartOnlyOfNoticesThatIncludeIt(t *testing.T) {
	t.Parallel()
	c := corpus()
	block := &notices.Block{Pos: at("content/shared/cctv.yaml", 1), ID: notices.ID{Value: "cctv"}}
	block.Data = []notices.DataItem{{ID: notices.ID{Value: "images"}, Pos: at("content/shared/cctv.yaml", 3)}}
	block.Transfers = notices.Stated[notices.Transfer]{None: true, Pos: at("content/shared/cctv.yaml", 5)}
	c.Blocks = []*notices.Block{block}
	_, without := parking(t, c)
	if _, has := without.DataItem("images"); has {
		t.Error("a block that is not included is part of the notice")
	}
	c.Notices[1].Include = []notices.Inclusion{{Block: ref(serviceFile, 12, "cctv"), Because: text(serviceFile, 13, "There are cameras.")}}
	set, with := parking(t, c)
	item, has := with.DataItem("images")
	if !has {
		t.Fatal("the included block's data is missing")
	}
	if from, inherited := set.Origin(with, item.Pos); !inherited || from.Path != "content/shared/cctv.yaml" {
		t.Errorf("origin of the block's data = %+v", from)
	}
	if with.Transfers.Said() {
		t.Error("a block's “none” speaks for the whole notice")
	}
}

func TestBlockMustBeToldApartFromTheNotice(t *testing.T) {
	t.Parallel()
	c := corpus()
	block := &notices.Block{Pos: at("content/shared/cctv.yaml", 1), ID: notices.ID{Value: "cctv"}}
	block.Data = []notices.DataItem{{ID: notices.ID{Value: "name", Pos: at("content/shared/cctv.yaml", 3)}}}
	c.Blocks = []*notices.Block{block}
	c.Notices[1].Include = []notices.Inclusion{{Block: ref(serviceFile, 12, "cctv")}, {Block: ref(serviceFile, 13, "cctv")}}
	_, findings := inherit.Resolve(c)
	want := []string{"block-id-taken content/notices/parking.md:12:1", "block-included-twice content/notices/parking.md:13:1"}
	if diff := cmp.Diff(want, rulesOf(findings)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// Load reports an ID that a list has twice. It says nothing of blocks.
func TestAnIDGivenTwiceByTheNoticeIsNoneOfABlock(t *testing.T) {
	t.Parallel()
	c := corpus()
	c.Notices[1].Data = append(c.Notices[1].Data, c.Notices[1].Data[0])
	c.Blocks = []*notices.Block{{Pos: at("content/shared/cctv.yaml", 1), ID: notices.ID{Value: "cctv"}}}
	for range 2 { // without a block, and with one
		if _, findings := inherit.Resolve(c); len(findings) > 0 {
			t.Errorf("findings: %v", rulesOf(findings))
		}
		c.Notices[1].Include = []notices.Inclusion{{Block: ref(serviceFile, 12, "cctv")}}
	}
}

func TestUnknownReferencesAreFindings(t *testing.T) {
	t.Parallel()
	c := corpus()
	n := c.Notices[1]
	n.Controller = []notices.Ref{ref(serviceFile, 4, "councl")}
	n.Purposes = []notices.Purpose{{Data: []notices.Ref{ref(serviceFile, 22, "name"), ref(serviceFile, 23, "adress")}}}
	n.ReadWith = []notices.Ref{ref(serviceFile, 24, "broken")}
	c.Unread = []notices.ContentFile{{Path: "content/notices/broken.md", Kind: notices.NoticeFile, ID: "broken"}}
	_, findings := inherit.Resolve(c)
	want := []string{"reference-unknown content/notices/parking.md:4:1", "reference-unknown content/notices/parking.md:23:1"}
	if diff := cmp.Diff(want, rulesOf(findings)); diff != "" {
		t.Fatalf("findings (-want +got):\n%s", diff)
	}
	if got, want := findings[0].Message, "There is no organisation called “councl”. Did you mean “council”?"; got != want {
		t.Errorf("message = %q, want %q", got, want)
	}
}

func TestCorporateNoticeMustBeClear(t *testing.T) {
	t.Parallel()
	second := *corpus().Notices[0]
	second.ID.Value, second.Pos = "second", at("content/notices/second.md", 1)
	for name, tc := range map[string]struct {
		change func(*notices.Corpus)
		want   string
	}{
		"two corporate notices": {
			func(c *notices.Corpus) { c.Notices = append(c.Notices, &second) },
			"corporate-notice-unclear content/notices/parking.md:4:1",
		},
		"named notice is a service": {
			func(c *notices.Corpus) { c.Notices[1].Corporate = ref(serviceFile, 5, "parking") },
			"corporate-notice-wrong content/notices/parking.md:5:1",
		},
		"nothing to inherit from": {
			func(c *notices.Corpus) {
				c.Notices = c.Notices[1:]
				c.Notices[0].Inherits = []notices.Term{term(serviceFile, 9, "transfers")}
			},
			"inherits-from-nothing content/notices/parking.md:9:1",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := corpus()
			tc.change(c)
			_, findings := inherit.Resolve(c)
			if diff := cmp.Diff([]string{tc.want}, rulesOf(findings)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTranslationSharesTheFacts(t *testing.T) {
	t.Parallel()
	const welsh = "content/notices/parking.cy.md"
	c := corpus()
	n := c.Notices[1]
	n.Summary = text(serviceFile, 5, "How we use your information.")
	n.Purposes = []notices.Purpose{{Pos: at(serviceFile, 20), ID: notices.ID{Value: "permits"}, Purpose: text(serviceFile, 20, "Give permits"), LawfulBasis: term(serviceFile, 21, "public-task")}}
	translation := &notices.Notice{Pos: at(welsh, 1), ID: n.ID, Lang: "cy", Title: text(welsh, 2, "Trwyddedau parcio")}
	translation.Purposes = []notices.Purpose{{Pos: at(welsh, 5), ID: notices.ID{Value: "permits"}, Purpose: text(welsh, 6, "Rhoi trwyddedau")}}
	translation.Translates = notices.Date{Time: time.Date(2026, time.May, 1, 0, 0, 0, 0, time.UTC), Pos: at(welsh, 3)}
	c.Translations = []*notices.Notice{translation}
	set, complete := parking(t, c)
	got := complete.Translations["cy"]
	if got == nil {
		t.Fatal("the Welsh notice is missing")
	}
	p := got.Purposes[0]
	if p.Purpose.Value != "Rhoi trwyddedau" || p.LawfulBasis.Value != "public-task" {
		t.Errorf("purpose = %+v, want the Welsh words and the main file's basis", p)
	}
	if got.Summary.Lang != "en" || got.Rights.How.Lang != "en" || got.Title.Lang != "" {
		t.Errorf("untranslated texts must be marked as English: summary %q, rights %q, title %q", got.Summary.Lang, got.Rights.How.Lang, got.Title.Lang)
	}
	if got.Translates != translation.Translates || complete.Translates.Said() {
		t.Errorf("the translation follows %s and the notice %s, want %s and nothing", got.Translates, complete.Translates, translation.Translates)
	}
	if complete.Purposes[0].Purpose.Value != "Give permits" || complete.Summary.Lang != "" {
		t.Error("the English notice was changed")
	}
	if _, inherited := set.Origin(complete, translation.Pos); inherited {
		t.Error("a notice's translation counts as another document")
	}
}

func TestTranslationHoldsOnlyWords(t *testing.T) {
	t.Parallel()
	const welsh = "content/notices/parking.cy.md"
	c := corpus()
	c.Notices[1].Purposes = []notices.Purpose{{Pos: at(serviceFile, 20), ID: notices.ID{Value: "permits"}, LawfulBasis: term(serviceFile, 21, "public-task")}}
	translation := &notices.Notice{Pos: at(welsh, 1), ID: c.Notices[1].ID, Lang: "cy"}
	translation.Rights = &notices.Rights{Pos: at(welsh, 3), How: text(welsh, 3, "Ysgrifennwch atom.")}
	translation.Transfers = notices.Stated[notices.Transfer]{None: true, Pos: at(welsh, 4)}
	translation.Purposes = []notices.Purpose{
		{Pos: at(welsh, 5), ID: notices.ID{Value: "permits"}, LawfulBasis: term(welsh, 6, "consent")},
		{Pos: at(welsh, 8), ID: notices.ID{Value: "newyddion"}},
	}
	orphan := &notices.Notice{Pos: at("content/notices/none.cy.md", 1), ID: notices.ID{Value: "none"}, Lang: "cy"}
	waiting := &notices.Notice{Pos: at("content/notices/slip.cy.md", 1), ID: notices.ID{Value: "slip"}, Lang: "cy"}
	c.Unread = []notices.ContentFile{{Path: "content/notices/slip.md", Kind: notices.NoticeFile, ID: "slip"}}
	c.Translations = []*notices.Notice{orphan, waiting, translation}
	_, findings := inherit.Resolve(c)
	want := []string{
		"translation-without-notice content/notices/none.cy.md:1:1",
		"translation-unmatched content/notices/parking.cy.md:3:1",
		"translation-states-fact content/notices/parking.cy.md:4:1",
		"translation-states-fact content/notices/parking.cy.md:6:1",
		"translation-unmatched content/notices/parking.cy.md:8:1",
	}
	if diff := cmp.Diff(want, rulesOf(findings)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestResolveTwiceIsTheSame(t *testing.T) {
	t.Parallel()
	c := corpus()
	once, _ := inherit.Resolve(c)
	twice, _ := inherit.Resolve(c)
	if diff := cmp.Diff(once, twice); diff != "" {
		t.Errorf("second resolve differs (-first +second):\n%s", diff)
	}
}
