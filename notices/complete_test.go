package notices_test

import (
	"testing"
	"time"

	"notices.example/notices"
)

// Articles 13 and 14 are told apart by where the data comes from.
func TestArticlesFollowTheOriginOfTheData(t *testing.T) {
	t.Parallel()
	item := func(origin string) notices.DataItem {
		return notices.DataItem{Origin: notices.Term{Value: origin}}
	}
	source := notices.Stated[notices.Source]{Items: []notices.Source{{}}}
	for name, tc := range map[string]struct {
		data               []notices.DataItem
		sources            notices.Stated[notices.Source]
		thirteen, fourteen bool
	}{
		"given by the person":         {data: []notices.DataItem{item("given")}, thirteen: true},
		"observed of the person":      {data: []notices.DataItem{item("observed")}, thirteen: true},
		"obtained elsewhere":          {data: []notices.DataItem{item("obtained")}, fourteen: true},
		"both":                        {data: []notices.DataItem{item("given"), item("obtained")}, thirteen: true, fourteen: true},
		"given, and also by a source": {data: []notices.DataItem{item("given")}, sources: source, thirteen: true, fourteen: true},
		"nothing is said":             {thirteen: true},
		"sources are said to be none": {sources: notices.Stated[notices.Source]{None: true}, thirteen: true},
	} {
		c := notices.Complete{}
		c.Data, c.Sources = tc.data, tc.sources
		thirteen, fourteen := c.Articles()
		if thirteen != tc.thirteen || fourteen != tc.fourteen {
			t.Errorf("%s: Articles() = %v, %v; want %v, %v", name, thirteen, fourteen, tc.thirteen, tc.fourteen)
		}
	}
}

func TestWhatIsWrongInADraftBlocksNothing(t *testing.T) {
	t.Parallel()
	draft := &notices.Complete{Notice: notices.Notice{
		Pos: notices.Pos{File: "content/notices/draft.md"}, Status: notices.Term{Value: "draft"},
	}}
	set := notices.Set{Faces: []*notices.Face{draft.Face()}}
	findings := []notices.Finding{
		{Rule: "term-unknown", Severity: notices.Error, Pos: notices.Pos{File: "content/notices/draft.md", Line: 3}},
		{Rule: "term-unknown", Severity: notices.Error, Pos: notices.Pos{File: "content/notices/other.md", Line: 3}},
	}
	set.MarkUnpublished(findings, time.Time{})
	if findings[0].Blocks() || !findings[1].Blocks() {
		t.Errorf("blocks = %v, %v; want only the finding in the published notice to block", findings[0].Blocks(), findings[1].Blocks())
	}
}

func TestOnlyAnOpenErrorBlocks(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		finding notices.Finding
		want    bool
	}{
		"error":            {notices.Finding{Severity: notices.Error}, true},
		"warning":          {notices.Finding{Severity: notices.Warning}, false},
		"accepted error":   {notices.Finding{Severity: notices.Error, Accepted: &notices.Acceptance{}}, false},
		"error in a draft": {notices.Finding{Severity: notices.Error, Draft: true}, false},
	} {
		if got := tc.finding.Blocks(); got != tc.want {
			t.Errorf("%s: Blocks() = %v, want %v", name, got, tc.want)
		}
	}
}
