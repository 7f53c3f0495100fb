package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/law"
	"notices.example/notices/load"
	"notices.example/notices/rules"
)

// resolve gives the complete notices of the base site with a change.
func resolve(t *testing.T, example string) *notices.Set {
	t.Helper()
	return resolveFiles(t, site(t, example))
}

func resolveFiles(t *testing.T, fsys fstest.MapFS) *notices.Set {
	t.Helper()
	res, err := load.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := inherit.Resolve(res.Corpus)
	return set
}

func checkSet(t *testing.T, set *notices.Set, day time.Time) []notices.Finding {
	t.Helper()
	return run(t, set, day).Findings
}

// run runs the rules over a site.
func run(t *testing.T, set *notices.Set, day time.Time) *rules.Result {
	t.Helper()
	checked, err := rules.Run(set, day)
	if err != nil {
		t.Fatal(err)
	}
	return checked
}

func of(rule string, list []notices.Finding) []notices.Finding {
	return slices.DeleteFunc(slices.Clone(list), func(f notices.Finding) bool { return f.Rule != rule })
}

// twoNotices is the base site with its notice twice.
func twoNotices(t *testing.T, change, second string) fstest.MapFS {
	t.Helper()
	fsys := site(t, change)
	data := replaceKeys(string(fsys[exampleNotice].Data), second, second)
	fsys["content/notices/garages.yaml"] = &fstest.MapFile{Data: []byte(data)}
	return fsys
}

const noDPO = "rights:\n  how: Write to us at the Town Hall.\n" +
	"-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n"

func TestFindingInASharedFileIsGivenForEachNotice(t *testing.T) {
	t.Parallel()
	set := resolveFiles(t, twoNotices(t, noDPO, "title: Garages\n"))
	list := of("dpo-missing", checkSet(t, set, exampleDay))
	var got []string
	for _, f := range list {
		got = append(got, f.Notice)
		if f.Pos != list[0].Pos || f.Message != list[0].Message || !f.Blocks() {
			t.Errorf("%s: %s: %s, blocks %t", f.Notice, f.Pos, f.Message, f.Blocks())
		}
	}
	if diff := cmp.Diff([]string{"allotments", "garages"}, got); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}

const acceptDPO = "accepted:\n  - rule: dpo-missing\n    reason: The post is vacant.\n    by: Chief executive\n    until: 2026-12-31\n"

func TestSharedFindingIsAcceptedByEachNoticeForItself(t *testing.T) {
	t.Parallel()
	type standing struct {
		Notice          string
		Accepted, Draft bool
	}
	for _, c := range []struct {
		name, first, second string
		want                []standing
	}{
		{"one accepts it", acceptDPO, "title: Garages\naccepted: []\n", []standing{{"allotments", true, false}, {"garages", false, false}}},
		{"the other accepts it", "accepted: []\n", "title: Garages\n" + acceptDPO, []standing{{"allotments", false, false}, {"garages", true, false}}},
		{"both accept it", acceptDPO, "title: Garages\n", []standing{{"allotments", true, false}, {"garages", true, false}}},
		{"the other is a draft", acceptDPO, "title: Garages\nstatus: draft\naccepted: []\n", []standing{{"allotments", true, false}, {"garages", false, true}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			list := checkSet(t, resolveFiles(t, twoNotices(t, c.first+noDPO, c.second)), exampleDay)
			var got []standing
			for _, f := range of("dpo-missing", list) {
				got = append(got, standing{f.Notice, f.Accepted != nil, f.Draft})
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if unused := of("acceptance-unused", list); len(unused) > 0 {
				t.Errorf("an acceptance counts as unused:\n%s", listed(unused))
			}
		})
	}
}

func TestAcceptanceAboutOneItemLeavesOthers(t *testing.T) {
	t.Parallel()
	set := resolve(t, "purposes:\n  - id: bill\n    purpose: Send the bill\n    data: [name, email]\n  - id: news\n    purpose: Send news\n    data: [email]\n"+
		"accepted:\n  - rule: purpose-basis-missing\n    about: bill\n    reason: The lawyers are at work.\n    by: Monitoring officer\n    until: 2026-07-01\n")
	var open []string
	for _, f := range of("purpose-basis-missing", checkSet(t, set, exampleDay)) {
		if f.Accepted == nil {
			open = append(open, f.About)
		}
	}
	if diff := cmp.Diff([]string{"news"}, open); diff != "" {
		t.Errorf("open findings (-want +got):\n%s", diff)
	}
}

func TestFindingsOfADraftDoNotBlock(t *testing.T) {
	t.Parallel()
	set := resolve(t, "status: draft\nopen_questions: [How long?]\n")
	list := checkSet(t, set, exampleDay)
	if len(list) != 1 || !list[0].Draft || list[0].Blocks() {
		t.Errorf("want one finding of a draft, got:\n%s", listed(list))
	}
}

func TestWhatLoadRefusedIsNotReportedAgain(t *testing.T) {
	t.Parallel()
	for _, c := range []string{
		"purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: publik-task\n    basis_in_law: Small Holdings and Allotments Act 1908, section 23\n",
		"recipients:\n  - name: Printers\n    role: proccessor\n    purpose: Print letters\n",
		"retention:\n  - data: [name, email]\n    period: some years\n    from: the end of your tenancy\n",
		"controller: anytown-counsel\n",
		"updated: 22 June\n",
		"transfers:\n",
		"purposes:\n  - id: let\n    purpose: Let plots\n    data: [name, email]\n    lawful_basis: public-task\n    basis_in_law: \"\"\n",
		"recipients:\n  - name: Printers\n    role: processor\n    purpose: \"\"\n",
		"retention:\n  - data: [name, emial]\n    period: 6 years\n    from: the end of your tenancy\n",
		"open_questions:\n  - question:\n",
		"title:\n",
		"rights: Write to us.\n",
		"complaints: Write to us.\n",
		"documents:\n  - title: The plan\n    link: the plan\n",
		"-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: dpo\n    email: dpo@anytown.example\n" +
			"  - role: complaints\n    email: complaints@anytown.example\n",
	} {
		if list := checkSet(t, resolve(t, c), exampleDay); len(list) > 0 {
			t.Errorf("%s\nfindings of rules, besides the one of load or inherit:\n%s", c, listed(list))
		}
	}
}

// The matrix and the findings agree: an item is missing exactly when a rule that
// decides it reports an error and the item is not there.
func TestMatrixAgreesWithTheFindings(t *testing.T) {
	t.Parallel()
	items := map[string]string{}
	for _, r := range rules.All() {
		items[r.ID] = r.Item
	}
	for _, r := range rules.All() {
		if r.Item == "" {
			continue
		}
		t.Run(r.ID, func(t *testing.T) {
			t.Parallel()
			set := resolve(t, r.Bad+removed(r))
			faulty := map[string]bool{}
			checked := run(t, set, exampleDay)
			for _, f := range checked.Findings {
				if f.Severity == notices.Error {
					faulty[items[f.Rule]] = true
				}
			}
			m := checked.Matrix
			for _, row := range m.Rows {
				for i, c := range row.Cells {
					want := faulty[m.Items[i].ID]
					got := c.State == rules.Missing || c.State == rules.Incomplete
					if want != got {
						t.Errorf("%s is %s, but errors are reported: %t", m.Items[i].ID, c.State, want)
					}
				}
			}
		})
	}
}

func TestMatrixSaysWhyAnItemIsNotNeeded(t *testing.T) {
	t.Parallel()
	m := run(t, resolve(t, ""), exampleDay).Matrix
	states := map[string]rules.State{}
	for i, c := range m.Rows[0].Cells {
		states[m.Items[i].ID] = c.State
		if (c.State == rules.NotNeeded) != (c.Why != "") {
			t.Errorf("%s is %s, with the reason %q", m.Items[i].ID, c.State, c.Why)
		}
	}
	want := map[string]rules.State{
		"controller": rules.Own, "representative": rules.NotNeeded, "dpo": rules.Inherited, "purposes": rules.Own, "lawful-basis": rules.Own,
		"legitimate-interests": rules.NotNeeded, "data-categories": rules.Own, "recipients": rules.Own, "transfers": rules.Own,
		"retention": rules.Own, "rights": rules.Own, "consent-withdrawal": rules.NotNeeded, "complaint-to-controller": rules.Own,
		"complaint-to-regulator": rules.Own, "provision": rules.Own, "source": rules.NotNeeded, "automated-decisions": rules.Own,
	}
	if diff := cmp.Diff(want, states); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLawOfTheDay(t *testing.T) {
	t.Parallel()
	set := resolve(t, "complaints:\n  to_regulator:\n    regulator: information-commissioner\n")
	before := time.Date(2026, time.June, 18, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		day  time.Time
		want int
	}{{before, 0}, {before.AddDate(0, 0, 1), 1}} {
		if got := of("complaint-to-controller-missing", checkSet(t, set, c.day)); len(got) != c.want {
			t.Errorf("on %s: got %d findings, want %d", c.day.Format(time.DateOnly), len(got), c.want)
		}
	}
}

func TestNoticeIsJudgedByTheLawOfItsOwnTime(t *testing.T) {
	t.Parallel()
	day := func(s string) notices.Date {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return notices.Date{Time: d}
	}
	for _, c := range []struct{ effective, expires, want string }{
		{"2020-01-01", "2030-01-01", "2026-07-01"},
		{"2020-01-01", "2024-12-31", "2024-12-31"},
		{"2027-01-01", "2030-01-01", "2027-01-01"},
	} {
		n := &notices.Notice{Effective: day(c.effective), Expires: day(c.expires)}
		if got := n.LawDay(exampleDay).Format(time.DateOnly); got != c.want {
			t.Errorf("from %s to %s: got %s, want %s", c.effective, c.expires, got, c.want)
		}
	}
}

func TestUnknownJurisdictionIsAnError(t *testing.T) {
	t.Parallel()
	set := resolve(t, "")
	set.Corpus.Site.Law.Value = "mars"
	if _, err := rules.Run(set, exampleDay); err == nil {
		t.Error("no error")
	}
}

// What a finding offers to paste stands after an empty line, and its sentence is
// for people who do not write programs.
func TestFindingsSpeakPlainly(t *testing.T) {
	t.Parallel()
	for _, r := range rules.All() {
		if r.Check == nil && r.CheckText == nil && r.CheckSite == nil {
			continue
		}
		for _, f := range of(r.ID, check(t, site(t, r.Bad+removed(r)))) {
			for _, jargon := range []string{"mapping", "scalar", "node", "parse", "null", "invalid", "%!"} {
				if strings.Contains(f.Message+f.Fix, jargon) {
					t.Errorf("%s says %q: %s %s", r.ID, jargon, f.Message, f.Fix)
				}
			}
			if f.Fix == "" || f.Pos.Line == 0 || !strings.ContainsAny(f.Message[len(f.Message)-1:], ".?") {
				t.Errorf("%s: fix %q, place %s, message %q", r.ID, f.Fix, f.Pos, f.Message)
			}
		}
	}
}

func TestProvisionsOfAFindingApply(t *testing.T) {
	t.Parallel()
	uk, err := law.At("uk", exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	set := resolve(t, "\n-- removed --\nretention: []\n")
	f := of("retention-missing", checkSet(t, set, exampleDay))[0]
	if diff := cmp.Diff([]string{"13(2)(a)"}, f.Provisions); diff != "" {
		t.Errorf("all data is given by people themselves (-want +got):\n%s", diff)
	}
	if _, ok := uk.Provision(f.Provisions[0]); !ok {
		t.Errorf("%s is not in force", f.Provisions[0])
	}
}

// Bodies that host each other in a circle end the search for a contact, not the
// program.
func TestBodiesHostedInACircle(t *testing.T) {
	t.Parallel()
	var change strings.Builder
	change.WriteString("controller: a\n")
	for _, pair := range []struct{ id, host string }{{"a", "b"}, {"b", "c"}, {"c", "a"}} {
		fmt.Fprintf(&change, "-- content/organisations/%s.yaml --\nname: Body %s\npublic_authority: no\nhosted_by: %s\n", pair.id, pair.id, pair.host)
	}
	found := of("controller-contact-missing", checkSet(t, resolve(t, change.String()), exampleDay))
	if len(found) != 1 {
		t.Errorf("controller-contact-missing is found %d times, want once: nobody in the circle can be reached", len(found))
	}
}
