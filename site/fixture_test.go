package site_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/site"
)

// The tests build their site by hand, of made-up bodies, so that they depend on
// no other package and show every part that a page can have.

var today = date("2026-11-20").Time

// at gives a place in a content file; line numbers only have to differ.
func at(file string) notices.Pos {
	return notices.Pos{File: "content/" + file, Line: 1, Col: 1}
}

const (
	fullFile      = "notices/wendle/garden-waste.md"
	welshFile     = "notices/wendle/garden-waste.cy.md"
	sparseFile    = "notices/wendle/allotments.md"
	corporateFile = "notices/wendle/council.md"
	councilFile   = "organisations/wendle.yaml"
	partnerFile   = "organisations/eastmere.yaml"
	blockFile     = "shared/fraud.yaml"
)

func text(s string) notices.Text              { return notices.Text{Value: s} }
func term(s string) notices.Term              { return notices.Term{Value: s} }
func link(s string) notices.URL               { return notices.URL{Value: s} }
func refs(ids ...string) (list []notices.Ref) { return mapped(ids, ref) }
func ref(id string) notices.Ref               { return notices.Ref{Value: id} }
func id(s string) notices.ID                  { return notices.ID{Value: s} }
func texts(list ...string) []notices.Text     { return mapped(list, text) }
func terms(list ...string) []notices.Term     { return mapped(list, term) }

func mapped[A, B any](list []A, f func(A) B) (all []B) {
	for _, a := range list {
		all = append(all, f(a))
	}
	return all
}

func date(s string) notices.Date {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return notices.Date{Time: t}
}

func period(s string) notices.Period {
	p, err := notices.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// fixture is a small site with a full notice, a sparse one, and what they need.
func fixture() *notices.Set {
	site := &notices.Site{
		Pos: at("site.yaml"), Title: text("Wendle privacy notices"), BaseURL: link("https://privacy.wendle.example/notices/"),
		Law: term("uk"), Languages: terms("en", "cy"), Intro: text("How the public bodies of Wendle use your personal information, and what you can do about it."),
		Banner: text("These are made-up bodies. Nothing here is a real privacy notice."), Brand: notices.Brand{Colour: text("#2b5d34")},
		Redirects:     []notices.Redirect{{From: link("/privacy"), To: link("/index.html")}},
		Accessibility: statement(),
	}
	council, partner, firm, old := wendle(), eastmere(), binTech(), oldWendle()
	corpus := &notices.Corpus{
		Site:          site,
		Organisations: []*notices.Organisation{firm, partner, old, council},
		Pages: []*notices.Page{{
			Pos: at("pages/cookies.md"), ID: id("cookies"), Title: text("Cookies"), Summary: text("This site sets no cookies."),
			Body: markdown("pages/cookies.md", "## What we count\n\nNothing. Read [how we use your information](../notices/wendle/garden-waste.md#retention).\n"),
		}},
		Glossary: []notices.GlossaryTerm{{Pos: at("glossary.yaml"), Term: text("Brown bin"), Meaning: text("The bin for garden waste.")}},
	}
	corporate := corporateNotice()
	full, sparse := fullNotice(council, partner, corporate), sparseNotice(council, corporate)
	corporate.Services = []*notices.Face{full.Face(), sparse.Face()}
	set := &notices.Set{
		Corpus: corpus, Notices: []*notices.Complete{sparse, corporate, full}, Organisations: map[string]*notices.Organisation{},
		Files: map[string]notices.ContentFile{},
	}
	corporate.Controllers = []*notices.Organisation{council}
	for _, o := range corpus.Organisations {
		set.Organisations[o.ID.Value] = o
		set.Files[o.Pos.File] = notices.ContentFile{Path: o.Pos.File, Kind: notices.OrganisationFile, ID: o.ID.Value, Title: o.Name.Value}
	}
	for _, c := range set.Notices {
		corpus.Notices = append(corpus.Notices, c.Written)
		set.Files[c.Pos.File] = notices.ContentFile{Path: c.Pos.File, Kind: notices.NoticeFile, ID: c.ID.Value, Title: c.Title.Value}
	}
	set.Files[at(welshFile).File] = notices.ContentFile{Path: at(welshFile).File, Kind: notices.NoticeFile, ID: full.ID.Value, Title: "Casglu gwastraff gardd"}
	set.Files[at(blockFile).File] = notices.ContentFile{Path: at(blockFile).File, Kind: notices.BlockFile, ID: "fraud", Title: "National Fraud Initiative"}
	set.Files["content/pages/cookies.md"] = notices.ContentFile{Path: "content/pages/cookies.md", Kind: notices.PageFile, ID: "cookies", Title: "Cookies"}
	return set
}

// faced gives the input with what others see of the notices as they are now, and the
// notices in the order of their IDs.
func faced(in site.Input) site.Input {
	set := *in.Set
	set.Notices, set.Faces = slices.Clone(set.Notices), nil
	slices.SortStableFunc(set.Notices, func(a, b *notices.Complete) int { return strings.Compare(a.ID.Value, b.ID.Value) })
	for _, c := range set.Notices {
		set.Faces = append(set.Faces, c.Face())
	}
	in.Set = &set
	return in
}

func markdown(file, source string) notices.Markdown {
	return notices.Markdown{Source: source, Pos: at(file)}
}

func wendle() *notices.Organisation {
	return &notices.Organisation{
		Pos: at(councilFile), ID: id("wendle"), Name: text("Wendle Borough Council"), ShortName: text("the council"),
		PublicAuthority: notices.Answer{Value: notices.Yes}, Country: term("GB"), Website: link("https://www.wendle.example/"),
		Address:      text("Town Hall\nMarket Square\nWendle\nWD1 1AA"),
		Registration: notices.Registration{Number: text("Z1234567"), Link: link("https://ico.org.uk/ESDWebPages/Entry/Z1234567")},
		Contacts: []notices.Contact{
			{
				Role: term("data-protection-officer"), Email: notices.Email{Value: "dpo@wendle.example"},
				Phone: notices.Phone{Value: "0300 123 4567"}, Post: text("Town Hall\nMarket Square\nWendle\nWD1 1AA"),
			},
			{Role: term("general"), Phone: notices.Phone{Value: "01632 960 100"}, Hours: text("Monday to Friday, 9am to 5pm"), Textphone: notices.Phone{Value: "01632 960 101"}},
			{Role: term("complaints"), Form: link("https://www.wendle.example/complaints"), Email: notices.Email{Value: "complaints@wendle.example"}},
		},
		Since: date("2023-04-01"),
	}
}

func oldWendle() *notices.Organisation {
	return &notices.Organisation{
		Pos: at("organisations/old-wendle.yaml"), ID: id("old-wendle"), Name: text("Wendle Rural District Council"),
		Until: date("2023-03-31"), SucceededBy: refs("wendle"),
	}
}

func eastmere() *notices.Organisation {
	return &notices.Organisation{
		Pos: at(partnerFile), ID: id("eastmere"), Name: text("Eastmere District Council"), Country: term("GB"),
		Contacts: []notices.Contact{{Role: term("data-protection-officer"), Email: notices.Email{Value: "dpo@eastmere.example"}}},
	}
}

func binTech() *notices.Organisation {
	return &notices.Organisation{
		Pos: at("organisations/bintech.yaml"), ID: id("bintech"), Name: text("BinTech Routing Inc."), Country: term("US"),
		PrivacyNotice: link("https://bintech.example/privacy"), Description: text("Plans collection rounds for councils."),
	}
}

func corporateNotice() *notices.Complete {
	n := &notices.Notice{
		Pos: at(corporateFile), ID: id("wendle/council"), Lang: "en", Title: text("How the council uses personal information"), Kind: term("corporate"),
		Controller: refs("wendle"), Summary: text("What is the same in everything we do. Each service adds what is its own."),
		Updated: date("2026-06-20"), Covers: []notices.Covered{
			{Name: text("Garden waste"), Notice: ref("wendle/garden-waste")}, {Name: text("Blue badges")}, {Name: text("Planning")},
		},
		Rights: rights(), Complaints: complaints(),
		Processing: notices.Processing{Security: []notices.Text{{Value: "Only staff who need it can see it.", Pos: at(corporateFile)}}},
	}
	return &notices.Complete{Notice: *n, Written: n}
}

func rights() *notices.Rights {
	return &notices.Rights{
		Pos: at(corporateFile), How: text("Write to us, call us, or ask at any of our offices. You need no form."), Contact: term("data-protection-officer"),
		Identity: text("We may ask for one document that shows your name and address."), TimeLimit: text("Within one month. If your request is complicated we can take two more months, and tell you why."),
	}
}

func complaints() *notices.Complaints {
	return &notices.Complaints{
		Pos: at(corporateFile),
		ToController: &notices.ComplaintRoute{
			How: text("Tell us what went wrong and what you would like us to do."), Contact: term("complaints"), Form: link("https://www.wendle.example/complaints"),
			Stages: texts("We confirm within 5 working days that we have your complaint.", "You get our answer within 30 days."),
		},
		ToRegulator: &notices.ComplaintRoute{Regulator: term("information-commissioner")},
	}
}

func sparseNotice(council *notices.Organisation, corporate *notices.Complete) *notices.Complete {
	n := &notices.Notice{
		Pos: at(sparseFile), ID: id("wendle/allotments"), Lang: "en", Title: text("Allotments"), Kind: term("service"), Controller: refs("wendle"),
		Summary: text("How we use your information when you rent an allotment."),
		Processing: notices.Processing{
			Purposes:   []notices.Purpose{{Pos: at(sparseFile), Purpose: text("Let allotments and collect the rent"), LawfulBasis: term("contract")}},
			Recipients: notices.Stated[notices.Recipient]{None: true, Pos: at(sparseFile)},
		},
		Accepted: []notices.Acceptance{acceptedRetention},
	}
	c := &notices.Complete{Notice: *n, Written: n, Controllers: []*notices.Organisation{council}, CorporateOf: corporate.Written}
	c.Rights, c.Complaints = rights(), complaints()
	return c
}

var acceptedRetention = notices.Acceptance{
	Rule: term("retention-missing"), Reason: text("The retention schedule of the former district is being merged with ours."),
	By: text("Data protection officer"), Until: date("2027-06-30"),
}

// findings are what rules would report of the fixture.
func findings() []notices.Finding {
	return []notices.Finding{{
		Rule: "retention-missing", Severity: notices.Error, Pos: at(sparseFile), Notice: "wendle/allotments",
		Message: "The notice does not say how long information is kept.", Section: notices.RetentionSection, Accepted: &acceptedRetention,
	}}
}

// many gives a set with so many more services that the home page has its list
// from A to Z.
func many(set *notices.Set) *notices.Set {
	for i, title := range []string{"Bulky waste", "Council tax", "Dog control", "Elections", "Housing benefit", "Libraries", "Parking permits"} {
		file := fmt.Sprintf("notices/wendle/s%d.md", i)
		n := &notices.Notice{Pos: at(file), ID: id(fmt.Sprintf("wendle/s%d", i)), Lang: "en", Title: text(title), Kind: term("service"), Controller: refs("wendle")}
		set.Notices = append(set.Notices, &notices.Complete{Notice: *n, Written: n, Controllers: []*notices.Organisation{set.Organisations["wendle"]}})
		set.Files[n.Pos.File] = notices.ContentFile{Path: n.Pos.File, Kind: notices.NoticeFile, ID: n.ID.Value, Title: title}
	}
	return set
}
