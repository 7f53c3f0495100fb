package starter

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/notices/rules"
)

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// A new site is complete: no rule has anything to say about it, not even advice,
// whatever the name of the body is.
func TestANewSiteHasNoFindings(t *testing.T) {
	t.Parallel()
	for _, s := range []Site{
		{Name: "Anytown Council", ID: "anytown-council", Law: "uk"},
		{Name: "Anytown Council", ID: "anytown-council", Law: "eu"},
		{Name: `St Mary's: "Upper" & Lower # Town <Council>`, ID: "st-marys", Law: "uk"},
		{Name: "The Metropolitan Borough Council of Anytown-upon-Water, Othertown and the Villages", ID: "anytown", Law: "uk"},
		{Name: "Cyngor Tref Unrhyw Dŷ", ID: "tref", Law: "uk"},
		{Name: "1984", ID: "y", Law: "uk"},
	} {
		s.Day = Day(day)
		for _, f := range findings(t, filesOf(t, s)) {
			t.Errorf("%s, %s: %s: %s: %s", s.Name, s.Law, f.Pos, f.Rule, f.Message)
		}
	}
}

// As soon as the banner is taken out, every fact of the body that was made up is told, until
// it is replaced.
func TestWhatWasMadeUpIsToldWithoutTheBanner(t *testing.T) {
	t.Parallel()
	fsys := filesOf(t, Site{Name: "Anytown Council", ID: "anytown-council", Law: "uk", Day: Day(day)})
	site := fsys["content/site.yaml"]
	site.Data = regexp.MustCompile(`(?m)^banner: .*$`).ReplaceAll(site.Data, nil)
	lines := map[int]bool{}
	for _, f := range findings(t, fsys) {
		if f.Rule != "starter-value-left" || f.Severity != notices.Error {
			t.Errorf("%s: %s: %s", f.Pos, f.Rule, f.Message)
		}
		lines[f.Pos.Line] = true
	}
	body := fsys["content/organisations/anytown-council.yaml"]
	for i, line := range strings.Split(string(body.Data), "\n") {
		if madeUp := strings.Contains(line, "AN1 1AA") || strings.Contains(line, "Z0") || strings.Contains(line, "@"); madeUp != lines[i+1] {
			t.Errorf("line %d is told: %v: %s", i+1, lines[i+1], line)
		}
	}
	own := strings.NewReplacer("AN1 1AA", "AN2 2BB", "Z0000000", "Z1234567", "council.example", "othertown.example")
	body.Data = []byte(own.Replace(string(body.Data)))
	for _, f := range findings(t, fsys) {
		t.Errorf("%s: %s: %s", f.Pos, f.Rule, f.Message)
	}
}

func filesOf(t *testing.T, s Site) fstest.MapFS {
	t.Helper()
	files, err := s.Files()
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return fsys
}

// findings gives all that is said of a site.
func findings(t *testing.T, fsys fstest.MapFS) []notices.Finding {
	t.Helper()
	read, err := load.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	set, unresolved := inherit.Resolve(read.Corpus)
	checked, err := rules.Run(set, day, append(load.Rules(), inherit.Rules()...)...)
	if err != nil {
		t.Fatal(err)
	}
	return append(append(read.Findings, unresolved...), checked.Findings...)
}

// A draft can be read as it is, and its findings are what is still to be written.
func TestADraftAsksForWhatIsMissing(t *testing.T) {
	t.Parallel()
	for _, kind := range Kinds {
		found := map[string]bool{}
		for _, f := range findings(t, withNotice(t, Notice{Kind: kind, Title: "Blue badges: how we use your data", Controller: "anytown-council", Day: Day(day)}, asIs)) {
			found[f.Rule] = true
			if f.Pos.File != draftFile {
				t.Errorf("%s: %s is about %s: %s", kind, f.Rule, f.Pos.File, f.Message)
			}
		}
		for _, rule := range []string{"purposes-missing", "recipients-missing", "retention-missing", "transfers-missing"} {
			if !found[rule] {
				t.Errorf("%s: nothing says %s; found %v", kind, rule, found)
			}
		}
	}
}

// What a draft proposes is right as soon as the marks are taken away: what is left
// to say is only where its placeholders stand.
func TestTheLinesOfADraftCanBeUsed(t *testing.T) {
	t.Parallel()
	for _, kind := range Kinds {
		left := 0
		for _, f := range findings(t, withNotice(t, Notice{Kind: kind, Title: "Blue badges", Controller: "anytown-council", Day: Day(day)}, unmarked)) {
			switch {
			case f.Rule == "template-text-left":
				left++
			case f.Severity == notices.Error:
				t.Errorf("%s: %s: %s: %s", kind, f.Pos, f.Rule, f.Message)
			}
		}
		if left != 5 {
			t.Errorf("%s: %d placeholders are found, not 5", kind, left)
		}
	}
}

const draftFile = "content/notices/blue-badges.md"

func withNotice(t *testing.T, n Notice, change func(string) string) fstest.MapFS {
	t.Helper()
	fsys := filesOf(t, Site{Name: "Anytown Council", ID: "anytown-council", Law: "uk", Day: n.Day})
	if n.Kind == "corporate" {
		delete(fsys, "content/notices/corporate.md")
		delete(fsys, "content/notices/parking-permits.md")
	}
	text, err := n.Text()
	if err != nil {
		t.Fatal(err)
	}
	fsys[draftFile] = &fstest.MapFile{Data: []byte(change(text))}
	return fsys
}

func asIs(text string) string { return text }

// yamlLine is a line of a draft that is a fact with a mark before it, not a remark.
var yamlLine = regexp.MustCompile(`^# (( *- .*)|( *[a-z_0-9]+:.*))$`)

func unmarked(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if yamlLine.MatchString(line) {
			lines[i] = strings.TrimPrefix(line, "# ")
		}
	}
	return strings.Join(lines, "\n")
}

// Titles are taken as they are, whatever signs they have.
func TestATitleIsKept(t *testing.T) {
	t.Parallel()
	for _, title := range []string{"Bins", "Bins: how we collect them", `"Bins"`, "# Bins", "yes", "1.10", "Bins & <b>more</b>", "- Bins", "{{.Day}}", strings.Repeat("Bins and ", 30) + "more"} {
		read, err := load.Load(withNotice(t, Notice{Kind: "service", Title: title, Controller: "anytown-council", Day: Day(day)}, asIs))
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range read.Corpus.Notices {
			if n.ID.Value == "blue-badges" && n.Title.Value != title {
				t.Errorf("the title %q has become %q", title, n.Title.Value)
			}
		}
	}
}

func TestOtherKindsHaveNoDraft(t *testing.T) {
	t.Parallel()
	if text, err := (Notice{Kind: "../site"}).Text(); err == nil {
		t.Errorf("there is a draft: %s", text)
	}
}
