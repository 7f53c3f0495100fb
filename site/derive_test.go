package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

func TestFindingsStandInTheSectionTheyAreAbout(t *testing.T) {
	t.Parallel()
	inFile := func(file string) notices.Pos { return notices.Pos{File: "content/" + file, Line: 3, Col: 1} }
	for name, c := range map[string]struct {
		finding notices.Finding
		want    notices.Section
	}{
		"its rule says so":               {notices.Finding{Section: notices.RightsSection, Field: "retention/1/period"}, notices.RightsSection},
		"in a key":                       {notices.Finding{Pos: inFile("notices/tax.md"), Field: "retention/1/period"}, notices.RetentionSection},
		"in a key of another name":       {notices.Finding{Pos: inFile("notices/tax.md"), Field: "never_shared_for/1"}, notices.RecipientsSection},
		"in a shared text":               {notices.Finding{Pos: inFile("shared/fraud.yaml"), Field: "sources/1"}, notices.SourcesSection},
		"in an organisation":             {notices.Finding{Pos: inFile("organisations/wendle.yaml"), Field: "contacts/1"}, notices.ControllerSection},
		"in the text":                    {notices.Finding{Pos: inFile("notices/tax.md"), Field: "body"}, notices.AboutSection},
		"about the notice as a whole":    {notices.Finding{Pos: inFile("notices/tax.md")}, notices.AboutSection},
		"in a key that nobody can write": {notices.Finding{Pos: inFile("notices/tax.md"), Field: "retentoin"}, notices.AboutSection},
	} {
		if got := SectionOf(c.finding); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestBriefAnswersKeepWholeValues(t *testing.T) {
	t.Parallel()
	values := []Link{{Text: Text{Value: "Name"}}, {Text: Text{Value: "Address"}}, {Text: Text{Value: "A value that is far too long to fit"}}}
	for _, c := range []struct{ limit, shown, left int }{{5, 1, 2}, {20, 2, 1}, {200, 3, 0}} {
		shown, left := brief(values, c.limit)
		if len(shown) != c.shown || left != c.left {
			t.Errorf("in %d characters: %d shown and %d left, want %d and %d", c.limit, len(shown), left, c.shown, c.left)
		}
	}
	if shown, left := brief(nil, 10); len(shown) != 0 || left != 0 {
		t.Errorf("of nothing: %v and %d", shown, left)
	}
}

func TestWhatAllRowsShareIsSaidOnce(t *testing.T) {
	t.Parallel()
	all, one := Link{Text: Text{Value: "Everyone's"}}, Link{Text: Text{Value: "Only the first's"}}
	kept := []KeptFor{{Period: "2 years", Only: []string{"email"}}}
	v := DataView{Rows: []DataRow{
		{Recipients: []Link{all, one}, Kept: kept, Provision: "Yes"},
		{Recipients: []Link{all}, Kept: kept, Provision: "No"},
	}}
	v.lift()
	want := DataView{
		Rows:         []DataRow{{Recipients: []Link{one}, Kept: []KeptFor{}, Provision: "Yes"}, {Recipients: []Link{}, Kept: []KeptFor{}, Provision: "No"}},
		Shared:       SharedByRows{Recipients: []Link{all}, Kept: kept},
		HasProvision: true, HasSees: true,
	}
	if diff := cmp.Diff(want, v); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestALoneRowKeepsWhatItSays(t *testing.T) {
	t.Parallel()
	v := DataView{Rows: []DataRow{{Provision: "Yes", Kept: []KeptFor{{Period: "2 years"}}}}}
	v.lift()
	if v.Shared.Said() || !v.HasKept || !v.HasProvision {
		t.Errorf("got %+v", v)
	}
}

func TestOnlyPlainAddressesBecomeLinks(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"dpo@council.example":              "mailto:dpo@council.example",
		"dpo@council.example?bcc=x@y.test": "",
		"javascript:alert(1)":              "",
		"a b@c.example":                    "",
	} {
		if got := string(mailto(notices.Email{Value: address})); got != want {
			t.Errorf("%q: got %q, want %q", address, got, want)
		}
	}
	for number, want := range map[string]string{
		"0300 123 4567":      "tel:03001234567",
		"+44 (0)20 7946 000": "tel:+44207946000",
		"119":                "tel:119",
		"ring us":            "",
		"1;ext=2":            "",
		"":                   "",
	} {
		if got := string(tel(notices.Phone{Value: number})); got != want {
			t.Errorf("%q: got %q, want %q", number, got, want)
		}
	}
}
