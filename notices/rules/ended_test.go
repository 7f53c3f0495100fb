package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

const (
	keptWords = "-- content/archive/allotments/2025-01-01.txt --\nAllotments\n==========\n"
	stub      = "title: Allotments\nexpires: 2026-06-25\n"
)

// Of a notice that has ended, whose words were kept, no more is asked than its last day.
// Without these words it is checked as it was.
func TestOfANoticeThatIsReadAsKeptNoMoreIsAsked(t *testing.T) {
	t.Parallel()
	stubbed := func(text, more string) []notices.Finding {
		fsys := site(t, more)
		fsys[exampleNotice] = &fstest.MapFile{Data: []byte(text)}
		return check(t, fsys)
	}
	found := stubbed(stub, keptWords)
	if diff := cmp.Diff([]string{"notice-expired"}, ids(found)); diff != "" {
		t.Errorf("(-want +got):\n%s%s", diff, listed(found))
	}
	if len(found) == 1 && !strings.Contains(found[0].Message, "leads to the words that were kept") {
		t.Error(found[0].Message)
	}
	if found := stubbed(stub, ""); len(found) < 5 {
		t.Errorf("without kept words only this is found:\n%s", listed(found))
	}
	if found := stubbed(strings.Replace(stub, "2026", "2027", 1), keptWords); len(found) < 5 {
		t.Errorf("while it is in force only this is found:\n%s", listed(found))
	}
}

// A folder of the archive without a notice names the notice that it is perhaps of.
func TestAFolderOfTheArchiveIsPerhapsThatOfANoticeWithAnotherName(t *testing.T) {
	t.Parallel()
	for folder, want := range map[string]string{
		"alotments": "If the notice is called “allotments” now, rename the folder content/archive/alotments to content/archive/allotments. Or else bring the file back as it was",
		"swimming":  "Bring the file back as it was, and give it its last day under “expires”.",
	} {
		var fix string
		for _, f := range check(t, site(t, strings.ReplaceAll(keptWords, "/allotments/", "/"+folder+"/"))) {
			if f.Rule == "archive-notice-gone" {
				fix = f.Fix
			}
		}
		if !strings.HasPrefix(fix, want) || !strings.Contains(fix, "\n\n---\ntitle: …\nexpires: 20") {
			t.Errorf("%s: %s", folder, fix)
		}
	}
}
