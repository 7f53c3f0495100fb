package rules_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/notices/prose"
	"notices.example/notices/rules"
)

// exampleDay is the day the examples are checked as on.
var exampleDay = time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)

const exampleNotice = "content/notices/allotments.yaml"

func TestBaseSiteHasNoFinding(t *testing.T) {
	t.Parallel()
	for _, f := range check(t, site(t, "")) {
		t.Errorf("%s: %s: %s", f.Pos, f.Rule, f.Message)
	}
}

// The bad example of a rule is reported by that rule and no other; the good one
// has no finding at all.
func TestExamplesOfTheRules(t *testing.T) {
	t.Parallel()
	ofProse := map[string]bool{} // prose tests its own
	for _, doc := range prose.Rules() {
		ofProse[doc.ID] = true
	}
	for _, rule := range rules.All() {
		if ofProse[rule.ID] {
			continue
		}
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			if reason, ok := withoutExample[rule.ID]; ok {
				if rule.Bad != "" {
					t.Errorf("it has an example, though: %s", reason)
				}
				return
			}
			bad := check(t, site(t, rule.Bad+removed(rule)))
			if diff := cmp.Diff([]string{rule.ID}, ids(bad)); diff != "" {
				t.Errorf("bad example (-want +got):\n%s%s", diff, listed(bad))
			}
			if good := check(t, site(t, rule.Good)); len(good) > 0 {
				t.Errorf("good example has findings:\n%s", listed(good))
			}
		})
	}
}

// withoutExample says why a rule has none.
var withoutExample = map[string]string{
	"notices-missing": "an example changes the notice, and this is about none",
}

// removed gives, for a bad example that only leaves keys out, those keys with
// nothing in them: what the good example has and the bad one has not.
func removed(r rules.Rule) string {
	return "\n-- removed --\n" + r.Good
}

// site gives the base site with the keys of an example in place of its own.
func site(t testing.TB, example string) fstest.MapFS {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range base.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	change, without, _ := strings.Cut(example, "\n-- removed --\n")
	for _, f := range filesOf(without) {
		if old, ok := fsys[f.Name]; ok {
			fsys[f.Name] = &fstest.MapFile{Data: []byte(replaceKeys(string(old.Data), string(f.Data), ""))}
		}
	}
	for _, f := range filesOf(change) {
		data := string(f.Data)
		if old, ok := fsys[f.Name]; ok {
			data = replaceKeys(string(old.Data), data, data)
		}
		fsys[f.Name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

// filesOf gives the files of an example: those it names, and before them the
// notice.
func filesOf(example string) []txtar.File {
	a := txtar.Parse([]byte(example))
	return append([]txtar.File{{Name: exampleNotice, Data: a.Comment}}, a.Files...)
}

var topKey = regexp.MustCompile(`(?m)^([a-z_0-9]+):`)

// replaceKeys takes the top-level keys that like has out of a YAML text, and puts
// with at its end.
func replaceKeys(text, like, with string) string {
	var keys []string
	for _, m := range topKey.FindAllStringSubmatch(like, -1) {
		keys = append(keys, m[1])
	}
	var kept strings.Builder
	keep := true
	for line := range strings.Lines(text) {
		if m := topKey.FindStringSubmatch(line); m != nil {
			keep = !slices.Contains(keys, m[1])
		}
		if keep {
			kept.WriteString(line)
		}
	}
	return kept.String() + with
}

// check runs a site through load, inherit and rules.
func check(t *testing.T, fsys fstest.MapFS) []notices.Finding {
	t.Helper()
	res, err := load.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	set, found := inherit.Resolve(res.Corpus)
	return blocking(slices.Concat(res.Findings, found, checkSet(t, set, exampleDay)))
}

// blocking leaves out what the notice accepts: an example may show how.
func blocking(list []notices.Finding) []notices.Finding {
	return slices.DeleteFunc(list, func(f notices.Finding) bool { return f.Accepted != nil })
}

func ids(list []notices.Finding) []string {
	var names []string
	for _, f := range list {
		names = append(names, f.Rule)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func listed(list []notices.Finding) string {
	var b strings.Builder
	for _, f := range list {
		b.WriteString(f.Pos.String() + ": " + f.Rule + ": " + f.Message + "\n")
	}
	return b.String()
}
