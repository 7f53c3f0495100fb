package main

import (
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site/preview"
)

func TestTheTerminalNamesWhatIsNew(t *testing.T) {
	t.Parallel()
	const file = "content/notices/a.md"
	finding := func(rule, file string, severity notices.Severity) notices.Finding {
		return notices.Finding{Rule: rule, Severity: severity, Pos: notices.Pos{File: file, Line: 3}, Message: rule}
	}
	gap := finding("retention-missing", file, notices.Error)
	slip := finding("key-unknown", file, notices.Warning)
	advice := finding("sentence-long", file, notices.Advice)
	other := finding("recipients-missing", "content/notices/b.md", notices.Error)
	for name, c := range map[string]struct {
		before, now []notices.Finding
		saved       []string
		want        string
	}{
		"a slip of writing before what follows from it": {nil, []notices.Finding{gap, slip}, []string{file}, "key-unknown"},
		"what is new before what is old":                {[]notices.Finding{slip}, []notices.Finding{slip, gap}, []string{file}, "retention-missing"},
		"in one of several files":                       {nil, []notices.Finding{gap}, []string{"content/x.md", file}, "retention-missing"},
		"in another file":                               {[]notices.Finding{gap}, []notices.Finding{gap, other}, []string{file}, "recipients-missing"},
		"nothing new":                                   {[]notices.Finding{gap}, []notices.Finding{gap}, []string{file}, "still: retention-missing"},
		"nothing new in several files":                  {[]notices.Finding{gap}, []notices.Finding{gap}, []string{file, "content/x.md"}, ""},
		"only advice":                                   {nil, []notices.Finding{advice}, []string{file}, ""},
		"nothing saved":                                 {nil, []notices.Finding{advice, gap}, nil, "retention-missing"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, still := first(preview.Edition{Findings: c.now, Saved: c.saved}, preview.Edition{Findings: c.before})
			got := ""
			if f != nil {
				got = strings.Repeat("still: ", map[bool]int{true: 1}[still]) + f.Rule
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWhatHasNoPlaceIsNamedWithoutOne(t *testing.T) {
	t.Parallel()
	f := &notices.Finding{Message: "The site has no title."}
	if got := named(f); got != "The site has no title." {
		t.Errorf("got %q", got)
	}
	f.Pos = notices.Pos{File: "content/site.yaml", Line: 1, Col: 2}
	if got := named(f); got != "content/site.yaml:1:2: The site has no title." {
		t.Errorf("got %q", got)
	}
}

func TestTheTerminalCountsFilesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	c := preview.Change{Said: "1 thing to put right"}
	for unread, want := range map[int]string{0: "1 thing to put right", 1: "1 thing to put right, 1 file cannot be read", 2: "1 thing to put right, 2 files cannot be read"} {
		if got := toPutRight(c, unread); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
