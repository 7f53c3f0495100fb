package load

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Forms on a screen can say that there is none only in an item of a list, and programs
// fold long texts: what is read is what was meant.
func TestWhatFormsWriteIsReadAsItIsMeant(t *testing.T) {
	t.Parallel()
	n, res := oneNotice(t, "content/notices/a.yaml", "title: A\nrecipients:\n  - none: We tell nobody.\ntransfers:\n  - none: none\nprofiling: [none]\nspecial_category_data:\n  none: none\n"+
		"body: >\n  ## Who we are\n\n\n  - one\n\n  - two\n")
	if len(res.Findings) > 0 {
		t.Errorf("findings:\n%s", report(res))
	}
	if !n.Recipients.None || n.Recipients.Reason.Value != "We tell nobody." || len(n.Recipients.Items) > 0 {
		t.Errorf("recipients: %+v", n.Recipients)
	}
	if !n.Transfers.None || n.Transfers.Reason.Said() || !n.Profiling.None || !n.SpecialCategoryData.None || n.SpecialCategoryData.Reason.Said() {
		t.Errorf("%+v, %+v, %+v", n.Transfers, n.Profiling, n.SpecialCategoryData)
	}
	if diff := cmp.Diff("## Who we are\n\n- one\n- two\n", n.Body.Source); diff != "" {
		t.Errorf("body (-want +got):\n%s", diff)
	}
	const list = len("## Who we are\n\n- one\n- ")
	if at := n.Body.Spans.Place(n.Body.Source, list, list+3); at.Line != 15 || at.Col != 5 {
		t.Errorf("“two” stands at %d:%d", at.Line, at.Col)
	}
}
