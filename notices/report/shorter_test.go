package report_test

import (
	"bytes"
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/notices/report"
)

// A long name is cut on a terminal, after a whole word; JSON holds all of it.
func TestLongNamesAreCutOnATerminalOnly(t *testing.T) {
	t.Parallel()
	const name = "Keep people from seeing what they should not, and tell them at once when somebody did"
	list := []notices.Finding{{Rule: "r", Severity: notices.Error, Message: "The purpose “" + name + "” has no lawful basis, unlike “Send news”."}}
	var text, json bytes.Buffer
	if err := report.Text(&text, list, nil, report.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := report.JSON(&json, report.Report{Findings: list}); err != nil {
		t.Fatal(err)
	}
	const want = "The purpose “Keep people from seeing what they should not, and tell them at once…” has no lawful basis, unlike “Send news”."
	if !strings.Contains(text.String(), want) {
		t.Errorf("want %q in\n%s", want, &text)
	}
	if !strings.Contains(json.String(), name) {
		t.Errorf("want %q in\n%s", name, &json)
	}
}

func TestALongNameIsCutAfterAWord(t *testing.T) {
	t.Parallel()
	letters := strings.Repeat("a", 69)
	for name, want := range map[string]string{
		letters + "b":                         letters + "b",
		letters + "bc":                        letters + "b…",
		letters + "b c":                       letters + "b…",
		letters + " c":                        letters + "…",
		"one " + letters:                      "one…",
		" " + letters + "b":                   " " + letters + "…",
		"one, " + letters:                     "one…",
		strings.Repeat("ŵ", 70):               strings.Repeat("ŵ", 70),
		strings.Repeat("ŵ", 71):               strings.Repeat("ŵ", 70) + "…",
		strings.Repeat("b", 66) + " two more": strings.Repeat("b", 66) + " two…",
	} {
		var text bytes.Buffer
		list := []notices.Finding{{Rule: "r", Severity: notices.Error, Message: "It is “" + name + "”."}}
		if err := report.Text(&text, list, nil, report.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text.String(), "“"+want+"”") {
			t.Errorf("%q: want %q in\n%s", name, want, &text)
		}
	}
}
