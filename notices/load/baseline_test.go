package load

import (
	"testing"
	"testing/fstest"

	"notices.example/notices"
)

const oneGap = "reason: We are at it.\nby: Data protection officer\nuntil: 2027-03-31\ngaps:\n" +
	"  - {notice: parking/permits, rule: purpose-basis-missing, field: purposes/permits, times: 2}\n"

// A baseline is the same whether it is read with its site or alone.
func TestBaselineIsRead(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{
		"content/site.yaml":     {Data: []byte("title: Privacy\nlaw: uk\n")},
		"content/baseline.yaml": {Data: []byte(oneGap)},
	}
	res, err := Load(fsys)
	if err != nil || len(res.Findings) > 0 {
		t.Fatal(err, res.Findings)
	}
	alone, findings, err := Baseline(fsys, "content/baseline.yaml")
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	for _, b := range []*notices.Baseline{res.Corpus.Baseline, alone} {
		if b == nil || b.By.Value != "Data protection officer" || b.Until.String() != "2027-03-31" || len(b.Gaps) != 1 {
			t.Fatalf("got %+v", b)
		}
		g := b.Gaps[0]
		if g.Notice.Value != "parking/permits" || g.Rule.Value != "purpose-basis-missing" || g.Field.Value != "purposes/permits" || g.Times.Value != "2" || g.Rule.Pos.Line != 5 {
			t.Errorf("got %+v", g)
		}
	}
}

func TestUnreadableBaselineIsNone(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"content/site.yaml": {Data: []byte("title: Privacy\n")}, "content/baseline.yaml": {Data: []byte("gaps: [\n")}}
	res, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if res.Corpus.Baseline != nil || len(res.Findings) != 1 || len(res.Corpus.Unread) != 1 {
		t.Errorf("baseline %v, findings %v, unread %v", res.Corpus.Baseline, res.Findings, res.Corpus.Unread)
	}
}

// Fields tells a key whose value load refused from one that was not written.
func TestFieldsKnowWhatWasRefused(t *testing.T) {
	t.Parallel()
	const file = "content/notices/parking.md"
	text := "---\ntitle: Parking\nretention:\nright:\n  how: Write to us.\npurposes:\n  - id: permits\n    data: []\n" +
		"  - purpose: Send news\n    data: [name]\ndata: none of your business\nsummary:\n---\n"
	res, err := Load(fstest.MapFS{"content/site.yaml": {Data: []byte("title: Privacy\n")}, file: {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		"retention": true, "rights": true, "purposes/permits/data": true, "data": true,
		"purposes": false, "purposes/2/data": false, "complaints": false, "title": false,
	} {
		if got := res.Corpus.Fields.Refused(file, path); got != want {
			t.Errorf("%s: refused %t, want %t", path, got, want)
		}
	}
}
