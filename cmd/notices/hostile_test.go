package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// slowest is how long a build of one input may take on any machine. Without limits
// some of them take minutes.
const slowest = 20 * time.Second

// Whatever is sent is built right, or refused with its place and in words that can
// be acted on; what was published before stays as it was, and nothing is written
// anywhere else.
func TestHostileInput(t *testing.T) {
	t.Parallel()
	usual := faultless(t)
	before := filepath.Join(t.TempDir(), "public")
	site := t.TempDir()
	writeSite(t, site, usual)
	if got := buildSite(t, site, before); got.code != exitClean || len(got.findings) > 0 {
		t.Fatalf("the site without a fault: exit code %d, %v\n%s", got.code, got.findings, got.stderr)
	}
	public := published(t, before)
	for _, h := range hostileCases(t) {
		t.Run(h.row+" "+h.name, func(t *testing.T) {
			t.Parallel()
			around := t.TempDir()
			dir, target := filepath.Join(around, "site"), before
			if !h.refused() {
				target = filepath.Join(around, "site", "public")
			}
			h.write(t, dir, maps.Clone(usual))
			got := buildSite(t, dir, target)
			h.check(t, got)
			after := published(t, target)
			if h.refused() {
				if diff := cmp.Diff(public, after); diff != "" {
					t.Errorf("the published site changed (-before +after):\n%s", diff)
				}
			} else {
				h.checkPages(t, public, after)
			}
			if left, _ := filepath.Glob(filepath.Join(around, "*")); len(left) != 1 {
				t.Errorf("beside the site there is %v", left)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, ".*notices*")); len(left) != 0 {
				t.Errorf("left over: %v", left)
			}
		})
	}
}

func (h *hostile) refused() bool { return h.expect == "REJECT" || h.expect == "LIMIT" }

// built is what a build of a site came to.
type built struct {
	code           int
	stdout, stderr string
	findings       []found
	took           time.Duration
}

// found is one finding of a report.
type found struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
}

// String gives the finding as the table of cases has it.
func (f found) String() string {
	return fmt.Sprintf("%s@%s:%d:%d", f.Rule, f.File, f.Line, f.Column)
}

func buildSite(t *testing.T, dir, target string) built {
	t.Helper()
	var stdout, stderr bytes.Buffer
	report := filepath.Join(t.TempDir(), "report.json")
	args := []string{"build", "--source", dir, "--output", target, "--at", exampleDay, "--report", "json=" + report}
	begun := time.Now()
	b := built{code: run(t.Context(), args, nothingSet, strings.NewReader(""), &stdout, &stderr)}
	b.took, b.stdout, b.stderr = time.Since(begun), stdout.String(), stderr.String()
	text, err := os.ReadFile(report)
	if err != nil {
		t.Fatalf("there is no report: %v\n%s", err, b.stderr)
	}
	var list struct{ Findings []found }
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	b.findings = list.Findings
	return b
}

// check holds a build to what the case expects of it.
func (h *hostile) check(t *testing.T, got built) {
	t.Helper()
	want := exitClean
	if h.refused() {
		want = exitFindings
	}
	if got.code != want {
		t.Errorf("exit code %d, want %d\n%v\n%s", got.code, want, got.findings, got.stderr)
	}
	if got.took > slowest {
		t.Errorf("it took %v", got.took)
	}
	if h.expect == "ACCEPT" && len(got.findings) > 0 {
		t.Errorf("findings: %v", got.findings)
	}
	h.checkFinding(t, got)
	for _, words := range h.words {
		if !strings.Contains(got.stderr+got.stdout, words) {
			t.Errorf("it does not say %q:\n%s", words, got.stderr)
		}
	}
	checkTerminal(t, got.stdout+got.stderr)
}

// checkFinding holds the findings to the one that the case names. A page that is
// refused has no other finding before it: what follows from a fault comes after it.
func (h *hostile) checkFinding(t *testing.T, got built) {
	t.Helper()
	if h.expect == "ACCEPT" {
		return
	}
	rule, place, _ := strings.Cut(h.finding, "@")
	if strings.Count(place, ":") < 2 {
		place = h.changes[0].file + ":" + place
	}
	want := rule + "@" + place
	i := slices.IndexFunc(got.findings, func(f found) bool { return f.String() == want })
	if i < 0 {
		t.Fatalf("found %v, want %s\n%s", got.findings, want, got.stderr)
	}
	if blocks := got.findings[i].Severity == "error"; blocks != h.refused() {
		t.Errorf("%s is %s", want, got.findings[i].Severity)
	}
}

// checkTerminal holds what is printed to this: it is text of a length that somebody
// reads, and gives no orders to a terminal or to a service that runs builds.
func checkTerminal(t *testing.T, printed string) {
	t.Helper()
	const longest = 64 << 10
	if len(printed) > longest || !utf8.ValidString(printed) {
		t.Errorf("%d bytes are printed", len(printed))
	}
	for line := range strings.Lines(printed) {
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.HasPrefix(line, "##[") || utf8.RuneCountInString(line) > 1000 {
			t.Errorf("printed: %.200q", line)
		}
	}
	for _, r := range printed {
		if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' {
			t.Errorf("%U is printed:\n%.500q", r, printed)
			return
		}
	}
}

// checkPages holds a site that was built to what a page has to say, and to say
// nothing that it did not without the fault.
func (h *hostile) checkPages(t *testing.T, public, after map[string]string) {
	t.Helper()
	if h.shows == "=" {
		if diff := cmp.Diff(public, after); diff != "" {
			t.Errorf("the site differs (-without the fault +with it):\n%s", diff)
		}
		return
	}
	known, shown := parts(t, public), false
	for name, text := range after {
		if strings.Contains(text, "ZgotmplZ") {
			t.Errorf("%s holds ZgotmplZ", name)
		}
		if filepath.Ext(name) != ".html" {
			continue
		}
		raw, isRaw := strings.CutPrefix(h.shows, "html: ")
		shown = shown || isRaw && strings.Contains(text, raw) || strings.Contains(visible(t, text), h.shows)
		for part := range parts(t, map[string]string{name: text}) {
			if !known[part] && !slices.Contains(ofText, part) {
				t.Errorf("%s holds %s", name, part)
			}
		}
	}
	if !shown {
		t.Errorf("no page says %q", h.shows)
	}
}

// ofText are the parts of pages that a text can bring in.
var ofText = []string{"pre", "code", "a title", "h2 id", "h3 id", "meta http-equiv"}

// parts gives the elements and the attributes that pages hold, and holds their ids to
// being there once.
func parts(t *testing.T, files map[string]string) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for name, text := range files {
		if filepath.Ext(name) != ".html" {
			continue
		}
		ids := map[string]bool{}
		for n := range document(t, text).Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			all[n.Data] = true
			for _, a := range n.Attr {
				all[n.Data+" "+a.Key] = true
				if a.Key == "id" && ids[a.Val] {
					t.Errorf("%s has two elements with the id %q", name, a.Val)
				}
				ids[a.Val] = ids[a.Val] || a.Key == "id"
			}
		}
	}
	return all
}

func document(t *testing.T, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// visible gives the words of a page, with one space where there is any.
func visible(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	for n := range document(t, page).Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
