package load

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pasted puts the lines of every finding's fix in the place of the line it is at,
// as a person would, from the last finding to the first. Lines that are shown
// without their indentation keep that of the line they replace.
func pasted(t *testing.T, res *Result, file string) string {
	t.Helper()
	lines := strings.Split(res.Sources[file], "\n")
	for i := len(res.Findings) - 1; i >= 0; i-- {
		f := res.Findings[i]
		_, fix, ok := strings.Cut(f.Fix, "\n\n")
		if f.Pos.File != file || !ok {
			t.Fatalf("%s: %s has nothing to paste: %q", f.Pos, f.Rule, f.Fix)
		}
		old := lines[f.Pos.Line-1]
		if !strings.HasPrefix(fix, " ") {
			lead := old[:len(old)-len(strings.TrimLeft(old, " -"))]
			if !strings.HasPrefix(strings.TrimLeft(fix, " "), "-") {
				fix = lead + fix
			}
		}
		lines[f.Pos.Line-1] = fix
	}
	return strings.Join(lines, "\n")
}

// Each case is put right by pasting its fixes: the file has no finding then, and
// reads as given.
func TestFixesCanBePasted(t *testing.T) {
	t.Parallel()
	const nb = "\u00a0"
	for name, c := range map[string]struct{ text, want string }{
		"bullets of Word":            {"data:\n  • id: vehicle\n    label: Vehicle\n  • id: name\n    label: Name\n", "data:\n  - id: vehicle\n    label: Vehicle\n  - id: name\n    label: Name\n"},
		"bullets before words":       {"data_subjects:\n  • drivers\n  • residents\n", "data_subjects:\n  - drivers\n  - residents\n"},
		"bullets at the margin":      {"data_subjects:\n• drivers\n• residents\n", "data_subjects:\n- drivers\n- residents\n"},
		"en dashes":                  {"data:\n  – id: vehicle\n    label: Vehicle\n", "data:\n  - id: vehicle\n    label: Vehicle\n"},
		"asterisks":                  {"data_subjects:\n  * drivers\n", "data_subjects:\n  - drivers\n"},
		"a tab after the bullet":     {"data_subjects:\n  •\tdrivers\n", "data_subjects:\n  - drivers\n"},
		"no space after the hyphen":  {"data:\n  -id: vehicle\n    label: Vehicle\n", "data:\n  - id: vehicle\n    label: Vehicle\n"},
		"one hyphen without a space": {"data_subjects:\n  - drivers\n  -residents\n", "data_subjects:\n  - drivers\n  - residents\n"},
		"a special space":            {"data:\n  -" + nb + "id: vehicle\n    label: Vehicle\n", "data:\n  - id: vehicle\n    label: Vehicle\n"},
		"special spaces as indent":   {"data:\n  - id: vehicle\n" + strings.Repeat(nb, 4) + "label: Vehicle\n", "data:\n  - id: vehicle\n    label: Vehicle\n"},
		"bullet in special spaces":   {"data_subjects:\n" + nb + nb + "- drivers\n", "data_subjects:\n  - drivers\n"},
		"tab below an item":          {"data:\n  - id: vehicle\n\tlabel: Vehicle\n", "data:\n  - id: vehicle\n    label: Vehicle\n"},
		"two tabs below an item":     {"data:\n  - id: vehicle\n    origin: given\n\t\tlabel: Vehicle\n", "data:\n  - id: vehicle\n    origin: given\n    label: Vehicle\n"},
		"tabs all along":             {"data:\n\t- id: vehicle\n\t\tlabel: Vehicle\n\t- id: name\n\t\tlabel: Name\n", "data:\n  - id: vehicle\n    label: Vehicle\n  - id: name\n    label: Name\n"},
		"tab among wide items":       {"data_subjects:\n    - drivers\n\t- residents\n", "data_subjects:\n    - drivers\n    - residents\n"},
		"tab above wide items":       {"data_subjects:\n\t- drivers\n    - residents\n", "data_subjects:\n    - drivers\n    - residents\n"},
		"tab and bullet":             {"data_subjects:\n\t• drivers\n\t• residents\n", "data_subjects:\n  - drivers\n  - residents\n"},
		"none above a list":          {"recipients: none\n  - name: The police\n", "recipients:\n  - name: The police\n"},
		"none above words":           {"recipients: None\n  - The police\n  - Bailiffs\n", "recipients:\n  - The police\n  - Bailiffs\n"},
		"none at the margin":         {"recipients: none\n- The police\n", "recipients:\n- The police\n"},
		"words with commas":          {"lawful_basis: public-task\ninherits: transfers, security\n", "lawful_basis: public-task\ninherits: [transfers, security]\n"},
		"data with commas":           {"purposes:\n  - id: issue\n    data: name, vehicle\n", "purposes:\n  - id: issue\n    data: [name, vehicle]\n"},
		"a text after a #":           {"title: #1 service\n", "title: \"#1 service\"\n"},
		"a sentence for none":        {"transfers: We do not send it abroad.\n", "transfers: {none: \"We do not send it abroad.\"}\n"},
		"a word for none":            {"profiling: N/A.\n", "profiling: none\n"},
		"a hyphen left out":          {"data:\n  - id: name\n    label: Name\n    id: vehicle\n    label: Vehicle\n", "data:\n  - id: name\n    label: Name\n  - id: vehicle\n    label: Vehicle\n"},
		"a hyphen among wide items":  {"data:\n-   id: name\n    id: vehicle\n", "data:\n-   id: name\n-   id: vehicle\n"},
		"curly quotes around":        {"title: “Parking permits”\nsecurity:\n  - ‘locks’\n", "title: \"Parking permits\"\nsecurity:\n  - \"locks\"\n"},
		"a name that is taken":       {"lawful_basis: public-task\nlegal_basis: Road Traffic Act 1984\n", "lawful_basis: public-task\nbasis_in_law: Road Traffic Act 1984\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			const file = "content/notices/a.yaml"
			res := mustLoad(t, siteOf(map[string]string{file: c.text}))
			checkPlaces(t, res)
			if len(res.Findings) == 0 {
				t.Fatal("nothing was found")
			}
			got := pasted(t, res, file)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("with the fixes pasted (-want +got):\n%s\n%s", diff, report(res))
			}
			if again := mustLoad(t, siteOf(map[string]string{file: got})); len(again.Findings) > 0 {
				t.Errorf("findings remain:\n%s", report(again))
			}
		})
	}
}

// Looking for slips line by line must not take longer and longer with every line:
// twice the lines, twice the time.
func BenchmarkManyRemarks(b *testing.B) {
	fsys := siteOf(map[string]string{"content/notices/a.yaml": strings.Repeat("# x\n", 60_000) + strings.Repeat("-x\n", 20_000)})
	for b.Loop() {
		if _, err := Load(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

func TestWhatLooksLikeABulletIsLeftAlone(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"title: x\nbody: |\n  Bring:\n  • a passport\n  -a photo\n",
		"data_subjects:\n  - |\n    People:\n    • drivers\n",
		"summary: >-\n  We keep it\n  – for now.\n",
		"transfers: none\nsecurity:\n  - locks\n",
		"not_collected:\n  - your\u00a0name\n",
	} {
		if res := mustLoad(t, siteOf(map[string]string{"content/notices/a.yaml": text})); len(res.Findings) > 0 {
			t.Errorf("%q:\n%s", text, report(res))
		}
	}
}

func TestColoursAreNumbers(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		`"#7a1f3d"`: "", "'#7A1F3D'": "", "#7a1f3d": `colour: "#7a1f3d"`, "7a1f3d": `colour: "#7a1f3d"`, `"#abc"`: `colour: "#aabbcc"`, "dark red": "no lines",
	} {
		res := mustLoad(t, siteOf(map[string]string{"content/site.yaml": "title: x\nlaw: uk\nbrand:\n  colour: " + value + "\n"}))
		got, colour := "", res.Corpus.Site.Brand.Colour
		for _, f := range res.Findings {
			got = "no lines"
			if _, lines, paste := strings.Cut(f.Fix, "\n\n"); paste {
				got = lines
			}
		}
		if got != want {
			t.Errorf("%s: lines to paste %q, want %q", value, got, want)
		}
		if colour.Said() != (want == "") || colour.Pos.IsZero() {
			t.Errorf("%s: read as %+v", value, colour)
		}
	}
}

// Rules go by this to tell what is missing from what is wrong, which has its
// finding already.
func TestWhatIsRefusedKeepsItsPlace(t *testing.T) {
	t.Parallel()
	n, res := oneNotice(t, "content/notices/a.yaml", `title: ""
legal_basis:
recipients: We do not share it.
transfers: To France
automated_decisions:
sources: [{zzzzzz: x}]
profiling:
  - We do not.
updated: tomorrow
special_category_data: some
`)
	type place struct {
		line int
		said bool
	}
	want := map[string]place{
		"title": {1, false}, "lawful_basis": {2, false}, "recipients": {3, false}, "transfers": {4, false},
		"automated_decisions": {5, false}, "sources": {6, false}, "profiling": {7, false}, "updated": {9, false}, "special_category_data": {10, false},
	}
	got := map[string]place{
		"title": {n.Title.Pos.Line, n.Title.Said()}, "lawful_basis": {n.LawfulBasis.Pos.Line, n.LawfulBasis.Said()},
		"recipients": {n.Recipients.Pos.Line, n.Recipients.Said()}, "transfers": {n.Transfers.Pos.Line, n.Transfers.Said()},
		"automated_decisions": {n.AutomatedDecisions.Pos.Line, n.AutomatedDecisions.Said()}, "sources": {n.Sources.Pos.Line, n.Sources.Said()},
		"profiling": {n.Profiling.Pos.Line, n.Profiling.Said()}, "updated": {n.Updated.Pos.Line, n.Updated.Said()},
		"special_category_data": {n.SpecialCategoryData.Pos.Line, n.SpecialCategoryData.Said()},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(place{})); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, report(res))
	}
}

func TestNoneIsReadHoweverItEnds(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"None.", "none", "NONE!", "“none”", "'none.'", "{None.: We do not.}"} {
		n, res := oneNotice(t, "content/notices/a.yaml", "recipients: "+text+"\n")
		if !n.Recipients.None || len(res.Findings) > 0 {
			t.Errorf("%s: %+v\n%s", text, n.Recipients, report(res))
		}
	}
}

func TestOneSlipLeavesTheRestUsable(t *testing.T) {
	t.Parallel()
	n, _ := oneNotice(t, "content/notices/a.yaml", `inherits: [transfer]
data:
  - id: Vehicle
    label: Vehicle
    id: name
    label: Name
purposes:
  - id: issue
    data: Vehicle, name
`)
	var ids, refs, parts []string
	for _, d := range n.Data {
		ids = append(ids, d.ID.Value)
	}
	for _, r := range n.Purposes[0].Data {
		refs = append(refs, r.Value)
	}
	for _, p := range n.Inherits {
		parts = append(parts, p.Value)
	}
	want := [][]string{{"vehicle", "name"}, {"vehicle", "name"}, {"transfers"}}
	if diff := cmp.Diff(want, [][]string{ids, refs, parts}); diff != "" {
		t.Errorf("data, references and parts (-want +got):\n%s", diff)
	}
}
