package main

import (
	"fmt"
	"strings"
)

// swap is an edit of one thing in the town's site, and back: of what stands around a
// notice and is seen on its page, or by a rule that looks at it.
type swap struct {
	file     string
	old, new string // in the file; without an old one, the whole of a file that comes and goes, and with neither one that goes and comes
}

const (
	townSite      = "content/site.yaml"
	townCouncil   = "content/organisations/anytown.yaml"
	townCorporate = "content/notices/town/corporate.md"
	townGarden    = "content/notices/town/garden-waste.md"
	townLibraries = "content/notices/town/libraries.md"
	townCookies   = "content/pages/cookies.md"
	townCCTV      = "content/shared/cctv.yaml"
)

// swaps are in no order that matters, but for the histories that name them.
var swaps = []swap{
	{townSite, "title: Privacy at", "title: Notices of"},
	{townSite, "base_url: https://privacy.anytown.example/", "base_url: https://anytown.example/privacy/"},
	{townSite, "law: uk", "law: eu"},
	{townSite, "[en, cy]", "[en]"},
	{townSite, "[en, cy]", "[cy, en]"},
	{townSite, "How the council uses your", "What becomes of your"},
	{townSite, "This council is made up.", "All of this is made up."},
	{townSite, "review_every: 1 year", "review_every: 3 years"},
	{townSite, "from: /old/about.html", "from: /old/cookies.html"},
	{townSite, "to: /pages/cookies.html", "to: /notices/town/libraries.html"},
	{townSite, "to: /pages/cookies.html", "to: /pages/nothing.html"},
	{townSite, "compliance: full", "compliance: none"},
	{townSite, "law: uk\n", "law: uk\nbrand:\n  colour: \"#14524a\"\n"},
	{townSite, "law: uk\n", "law: uk\nchecks:\n  words_allowed: [DPIA]\n"},
	{townSite, "law: uk\n", "law: uk\nchecks:\n  severities:\n    - rule: review-overdue\n      as: off\n"},
	{townSite, "law: uk\n", "law: [\n"},
	{"content/site.cy.yaml", "yng Nghyngor", "gyda Chyngor"},
	{"content/glossary.yaml", "The streets that one lorry", "The roads that one lorry"},
	{"content/glossary.yaml", "term: Collection round", "term: Round of collection"},
	{"content/glossary.yaml", "id: card", "id: library-card"},
	{"content/glossary.yaml", "- term: Library card", "- term: DPIA\n  meaning: A study of risks.\n- term: Library card"},
	{"content/glossary.cy.yaml", "Cerdyn llyfrgell", "Cerdyn darllen"},
	{townCouncil, "name: Anytown Council", "name: Anytown Borough"},
	{townCouncil, "short_name: the council", "short_name: the borough"},
	{townCouncil, "AN1 1AA", "AN1 2BB"},
	{townCouncil, "email: dpo@", "email: officer@"},
	{townCouncil, "Z1234567", "Z7654321"},
	{townCouncil, "role: complaints", "role: help"},
	{townCouncil, "public_authority: yes", "public_authority: no"},
	{townCouncil, "contacts:\n", "contacts: nobody\nother:\n"},
	{"content/organisations/anytown.cy.yaml", "Cyngor Anytown", "Cyngor y Dref"},
	{"content/organisations/anytown.cy.yaml", "short_name: y cyngor\n", "short_name: y dref\n"},
	{"content/organisations/elsewhere.yaml", "name: Elsewhere District", "name: Other District"},
	{"content/organisations/elsewhere.yaml", "public_authority: yes\n", "public_authority: no\n"},
	{"content/organisations/elsewhere.yaml", "[anytown]", "[shelf]"},
	{"content/organisations/elsewhere.yaml", "until: 2023-03-31", "until: 2023-03-31\nregistration:\n  number: Z1234567"},
	{"content/organisations/rounds.yaml", "Rounds Limited", "Circles Limited"},
	{"content/organisations/rounds.yaml", "Plans collection rounds", "Draws maps"},
	{"content/organisations/rounds.yaml", "country: GB", "country: US"},
	{"content/organisations/shelf.yaml", "Shelf Systems Limited", "Shelves Limited"},
	{"content/organisations/shelf.yaml", "description: Runs", "country: GB\ndescription: Runs"},
	{"content/organisations/third.yaml", "", "name: Third Council\npublic_authority: yes\nuntil: 2023-03-31\nsucceeded_by: [anytown]\n"},
	{townCCTV, "title: Cameras", "title: Cameras in the town"},
	{townCCTV, "label: Pictures of you", "label: Films of you"},
	{townCCTV, "period: 30 days", "period: 60 days"},
	{townCCTV, "../notices/town/corporate.md#rights", "../notices/town/libraries.md"},
	{"content/shared/cctv.cy.md", "Gallwch ofyn am", "Gofynnwch am"},
	{"content/shared/cctv.cy.md", "Lluniau ohonoch\n", "Ffilmiau ohonoch\n"},
	{townCookies, "title: Cookies", "title: Biscuits"},
	{townCookies, "[/biscuits.html]", "[/cake.html]"},
	{townCookies, "Read [about libraries]", "Look [at libraries]"},
	{"content/pages/cookies.cy.md", "title: Cwcis", "title: Bisgedi"},
	{"content/pages/help.md", "", "---\ntitle: Help\nsummary: Where to turn.\n---\nTurn to us.\n"},
	{townCorporate, "title: Our main", "title: The main"},
	{townCorporate, "summary: How the council uses", "summary: What the council does with"},
	{townCorporate, "  - name: Allotments\n", "  - name: Allotments\n    link: https://anytown.example/allotments\n"},
	{townCorporate, "Only staff who need", "Only those who need"},
	{townCorporate, "Write to our data", "Ask our data"},
	{townCorporate, "rights:\n", "rights: many\nother:\n"},
	{townCorporate, "summary:", "status: draft\nsummary:"},
	{townCorporate, "summary:", "# How it was before\nsummary:"},
	{townCorporate, "Where we rely on legal obligations", "Where we rely on a contract"},
	{"content/notices/town/corporate.cy.md", "Ein prif", "Y prif"},
	{townGarden, "title: Garden waste", "title: Allotments"},
	{townGarden, "summary: How we use", "summary: What becomes of"},
	{townGarden, "/brown-bins.html", "/green-bins.html"},
	{townGarden, "inherits: [security]", "inherits: [transfers]"},
	{townGarden, "read_with: [town/libraries]", "read_with: [town/polls]"},
	{townGarden, "summary:", "status: draft\nsummary:"},
	{townGarden, "summary:", "effective: 2026-11-23\nsummary:"},
	{townGarden, "lawful_basis: contract", "lawful_basis: legal-obligation"},
	{townGarden, "role: processor", "role: controller"},
	{townGarden, "rule: date-missing", "rule: acronym-unexplained"},
	{townGarden, "## What goes into the bin", "## What the bin is for"},
	{townGarden, "controller: anytown", "controller: elsewhere"},
	{townGarden, "You pay once a year.", "You pay twice a year, prior to the first round."},
	{townGarden, "  - date: 2026-10-01", "  - date: 2026-10-01\n    what: We moved.\n  - date: 2026-09-01"},
	{"content/notices/town/garden-waste.cy.md", "title: Gwastraff gardd", "title: Gwastraff o'r ardd"},
	{"content/notices/town/garden-waste.cy.md", "translates: 2026-10-01", "translates: 2026-09-01"},
	{"content/notices/town/libraries.cy.md", "", "---\ntitle: Llyfrgelloedd\nsummary: Sut rydym yn eu defnyddio.\n---\nGofynnwch am gerdyn.\n"},
	{"content/notices/town/allotments.md", "", "---\ntitle: Allotments\ncontroller: anytown\nsummary: How we let plots.\n---\nAsk us.\n"},
	{townLibraries, "title: Libraries", "title: Reading rooms"},
	{townLibraries, "summary: How we use", "summary: What becomes of"},
	{townLibraries, "summary:", "status: draft\nsummary:"},
	{townLibraries, "summary:", "effective: 2026-11-23\nsummary:"},
	{townLibraries, "summary:", "expires: 2026-11-22\nsummary:"},
	{townLibraries, "controller: anytown", "controller: elsewhere"},
	{townLibraries, "transfers: none", "transfers:\n  - recipient: shelf\n    countries: [US]\n    safeguard: standard-clauses"},
	{townLibraries, "Ask at any library for a card.", "# Ask at any library\n\nfor a card."},
	{"content/notices/town/merger.md", "controller: anytown\n", ""},
	{"content/notices/town/merger.md", "until: 2027-03-31", "until: 2026-11-22"},
	{"content/notices/town/merger.md", "effective: 2026-04-01", "effective: 2026-11-23"},
	{"content/notices/town/polls.md", "title: Polls", "title: Elections"},
	{"content/notices/town/polls.md", "controller: officer", "controller: anytown"},
	{"content/organisations/shelf.yaml", "", ""},
	{"content/organisations/anytown.cy.yaml", "", ""},
	{"content/shared/cctv.yaml", "", ""},
	{"content/shared/cctv.cy.md", "", ""},
	{"content/pages/cookies.md", "", ""},
	{"content/notices/town/garden-waste.md", "", ""},
	{"content/notices/town/garden-waste.cy.md", "", ""},
	{townCorporate, "- id: letter", "- id: letters"},
	{townCCTV, "- id: police", "- id: constables"},
	{townGarden, "  - organisation: rounds", "  - id: firm\n    organisation: rounds"},
	{"content/baseline.yaml", "", "reason: Old gaps.\nby: Records team\nuntil: 2026-11-23\ngaps:\n  - {notice: town/libraries, rule: recipient-country-unknown}\n"},
}

// swap makes a swap, or takes it back. Where it does not fit, its file is as at
// first; on a site that has no such file, a line is changed.
func (o *office) swap(which, how int) string {
	s := swaps[which%len(swaps)]
	text, there := o.files[s.file]
	first, known := o.before[0].files[s.file]
	switch {
	case s.old == "" && there:
		delete(o.files, s.file)
		return "delete " + s.file
	case s.old == "" && s.new != "" && o.files[townCorporate] != "":
		o.files[s.file] = s.new
		return fmt.Sprintf("add %s:\n%s", s.file, s.new)
	case !known:
		return o.changeLine(o.pick(which, "content/"), how)
	case there && strings.Contains(text, s.old):
		o.files[s.file] = strings.Replace(text, s.old, s.new, 1)
		return fmt.Sprintf("%s: %q becomes %q", s.file, s.old, s.new)
	}
	o.files[s.file] = first
	return s.file + " as at first"
}
