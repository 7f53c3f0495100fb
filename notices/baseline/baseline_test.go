package baseline_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/baseline"
	"notices.example/notices/load"
)

const own = "content/notices/parking.md"

// found is a finding of the one notice there is.
func found(rule, field, about string) notices.Finding {
	return notices.Finding{
		Rule: rule, Severity: notices.Error, Notice: "parking", Field: field, About: about,
		Pos: notices.Pos{File: own, Line: 3, Col: 1},
	}
}

func setWith(b *notices.Baseline) *notices.Set {
	parking := notices.Notice{Pos: notices.Pos{File: own}, ID: notices.ID{Value: "parking"}}
	c := &notices.Complete{Notice: parking, Written: &parking}
	return &notices.Set{Corpus: &notices.Corpus{Baseline: b}, Faces: []*notices.Face{c.Face()}}
}

// gapRules are the rules that can be accepted in these tests.
var gapRules = []string{"retention-missing", "purpose-basis-missing", "provision-missing", "dpo-missing"}

// file gives the gaps of the baseline that findings make, as they stand in its file.
func file(t *testing.T, b *notices.Baseline) string {
	t.Helper()
	var text strings.Builder
	if err := baseline.Write(&text, b); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func gapsIn(t *testing.T, b *notices.Baseline) string {
	t.Helper()
	_, gaps, _ := strings.Cut(file(t, b), "gaps:")
	return strings.TrimSpace(gaps)
}

// read gives a baseline as load reads it back.
func read(t *testing.T, text string) *notices.Baseline {
	t.Helper()
	b, findings, err := load.Baseline(fstest.MapFS{"baseline.yaml": {Data: []byte(text)}}, "baseline.yaml")
	if err != nil || len(findings) > 0 {
		t.Fatalf("%s\n%v %v", text, err, findings)
	}
	return b
}

func accepted(findings []notices.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Accepted != nil {
			n++
		}
	}
	return n
}

func TestAGapIsOneLine(t *testing.T) {
	t.Parallel()
	shared := found("dpo-missing", "contacts/1", "")
	shared.Pos.File = "content/organisations/anytown.yaml"
	draft := found("retention-missing", "", "")
	draft.Draft = true
	advice := found("retention-missing", "", "")
	advice.Severity = notices.Advice
	b := baseline.New(setWith(nil), []notices.Finding{
		shared, draft, advice,
		found("purpose-basis-missing", "purposes/billing", "billing"),
		found("provision-missing", "data/1", ""), found("provision-missing", "data/4", ""),
		found("yaml-syntax", "", ""),
		found("retention-missing", "", "it's: “this”, [and] that"),
	}, gapRules, notices.Error)
	want := `- {notice: parking, rule: retention-missing, about: 'it''s: “this”, [and] that'}
  - {notice: parking, rule: provision-missing, field: data, times: 2}
  - {notice: parking, rule: purpose-basis-missing, field: purposes/billing}
  - {notice: parking, rule: dpo-missing, file: content/organisations/anytown.yaml, field: contacts}`
	if diff := cmp.Diff(want, gapsIn(t, b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(gapsIn(t, b), gapsIn(t, read(t, file(t, b)))); diff != "" {
		t.Errorf("read back (-written +read):\n%s", diff)
	}
}

func TestAGapIsKnownAgainWhereverItsLinesMove(t *testing.T) {
	t.Parallel()
	before := found("provision-missing", "data/1", "")
	b := baseline.New(setWith(nil), []notices.Finding{before}, gapRules, notices.Error)
	moved := found("provision-missing", "data/2", "")
	moved.Pos.Line = 40
	findings := []notices.Finding{moved}
	if unused := baseline.Accept(setWith(b), findings, gapRules); len(unused) > 0 || !findings[0].Baseline || findings[0].Blocks() {
		t.Errorf("unused %v, finding %+v", unused, findings[0])
	}
}

func TestOnlyAsManyAsThereWereAreAccepted(t *testing.T) {
	t.Parallel()
	one := found("provision-missing", "data/1", "")
	b := baseline.New(setWith(nil), []notices.Finding{one, one}, gapRules, notices.Error)
	for n, want := range map[int]int{1: 1, 2: 2, 3: 2} {
		findings := make([]notices.Finding, n)
		for i := range findings {
			findings[i] = one
		}
		unused := baseline.Accept(setWith(b), findings, gapRules)
		if accepted(findings) != want || (len(unused) > 0) != (n < 2) {
			t.Errorf("%d found: %d accepted, want %d; unused %v", n, accepted(findings), want, unused)
		}
	}
}

func TestWhatANoticeAcceptsIsNotTakenFromTheBaseline(t *testing.T) {
	t.Parallel()
	one := found("provision-missing", "data/1", "")
	b := baseline.New(setWith(nil), []notices.Finding{one}, gapRules, notices.Error)
	own := one
	own.Accepted = &notices.Acceptance{}
	findings := []notices.Finding{own, one}
	if unused := baseline.Accept(setWith(b), findings, gapRules); len(unused) > 0 || findings[0].Baseline || !findings[1].Baseline {
		t.Errorf("unused %v, findings %+v", unused, findings)
	}
}

func TestABaselineOnlyShrinks(t *testing.T) {
	t.Parallel()
	billing, item := found("purpose-basis-missing", "purposes/billing", "billing"), found("provision-missing", "data/1", "")
	b := baseline.New(setWith(nil), []notices.Finding{billing, item, item, item}, gapRules, notices.Error)
	added := found("retention-missing", "", "")
	for _, c := range []struct {
		name  string
		found []notices.Finding
		size  int
		gone  int
	}{
		{"nothing changed", []notices.Finding{billing, item, item, item}, 4, 0},
		{"one is closed", []notices.Finding{item, item, item}, 3, 1},
		{"one of several is closed", []notices.Finding{billing, item}, 2, 2},
		{"a new one is not taken in", []notices.Finding{billing, item, item, item, item, added}, 4, 0},
		{"all are closed", []notices.Finding{added}, 0, 4},
	} {
		smaller, gone := baseline.Shrunk(setWith(b), c.found)
		if baseline.Size(smaller) != c.size || gone != c.gone {
			t.Errorf("%s: %d left and %d gone, want %d and %d", c.name, baseline.Size(smaller), gone, c.size, c.gone)
		}
		if grown := baseline.Grown(b, smaller); len(grown) > 0 {
			t.Errorf("%s: it has grown: %v", c.name, grown)
		}
		if grown := baseline.Grown(smaller, b); (len(grown) > 0) != (c.gone > 0) {
			t.Errorf("%s: the other way round it has grown by %v", c.name, grown)
		}
	}
}

func TestHowOftenAGapWasFound(t *testing.T) {
	t.Parallel()
	for times, want := range map[string]int{"": 1, "1": 1, "12": 12, "0": 0, "-1": 0, "two": 0, "1.5": 0} {
		n, ok := baseline.Times(notices.BaselineGap{Times: notices.Text{Value: times}})
		if ok != (want > 0) || ok && n != want {
			t.Errorf("times: %q is %d, %t; want %d", times, n, ok, want)
		}
	}
	refused := notices.BaselineGap{Times: notices.Text{Pos: notices.Pos{File: "content/baseline.yaml", Line: 2}}}
	if _, ok := baseline.Times(refused); ok {
		t.Error("what was refused is taken for once")
	}
}

// A gap that cannot be accepted, or not so often, accepts nothing, and is no gap
// that was closed: other rules report it.
func TestAGapThatCannotBeAcceptedAcceptsNothing(t *testing.T) {
	t.Parallel()
	one := found("provision-missing", "data/1", "")
	for times, rules := range map[string][]string{"": {"retention-missing"}, "0": gapRules, "-1": gapRules} {
		b := baseline.New(setWith(nil), []notices.Finding{one}, gapRules, notices.Error)
		b.Gaps[0].Times.Value = times
		findings := []notices.Finding{one}
		if unused := baseline.Accept(setWith(b), findings, rules); len(unused) > 0 || accepted(findings) > 0 {
			t.Errorf("times %q, rules %v: unused %v, finding %+v", times, rules, unused, findings[0])
		}
	}
}
