package site_test

import (
	"path"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

// The plain texts that are made alone are those of the whole site.
func TestTextsMadeAloneAreThoseOfTheSite(t *testing.T) {
	t.Parallel()
	in := faced(kept(t))
	want, got := map[string]string{}, map[string]string{}
	for _, f := range render(t, in).Files {
		if path.Ext(f.Path) == ".txt" && f.Notice != "" {
			want[f.Path] = string(f.Content)
		}
	}
	ids := []string{"wendle/nowhere"}
	for _, f := range in.Set.Faces {
		ids = append(ids, f.ID.Value)
	}
	findings, err := site.Texts(t.Context(), in, ids, func(f site.File) error {
		got[f.Path] = string(f.Content)
		return nil
	})
	if err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got) < 4 {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A link that leads nowhere is told, and there is no text then.
func TestAMistakeInAPageIsToldInsteadOfItsText(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		if c.ID.Value == garden {
			c.Retention[0].Schedule.Link = notices.URL{Value: "/nowhere.html", Pos: at(fullFile)}
		}
	}
	findings, err := site.Texts(t.Context(), faced(in), []string{garden}, func(f site.File) error {
		t.Errorf("there is %s", f.Path)
		return nil
	})
	if err != nil || len(findings) == 0 {
		t.Errorf("found %v, %v", findings, err)
	}
}
