package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/notices/report"
)

// Of a file with a great many findings people see the fifty that weigh most, and
// how many there are besides.
func TestTheTextShowsFiftyFindingsOfAFile(t *testing.T) {
	t.Parallel()
	var findings []notices.Finding
	for line := range 200 {
		f := notices.Finding{Rule: "some-rule", Severity: notices.Advice, Pos: notices.Pos{File: "a.md", Line: line + 1, Col: 1}, Message: fmt.Sprintf("Message %d.", line)}
		if line >= 190 {
			f.Severity = notices.Error
		}
		findings = append(findings, f)
	}
	findings = append(findings, notices.Finding{Rule: "some-rule", Severity: notices.Error, Pos: notices.Pos{File: "b.md", Line: 1, Col: 1}, Message: "Another."})
	var b bytes.Buffer
	if err := report.Text(&b, findings, nil, report.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if got := strings.Count(text, "Rule: "); got != 51 {
		t.Errorf("%d findings are shown, want 51", got)
	}
	for _, want := range []string{"Message 39.", "Message 190.", "Message 199.", "a.md: 150 more findings.", "Another.", "11 errors"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not say %q", want)
		}
	}
	if strings.Contains(text, "Message 40.") || strings.Contains(text, "b.md: ") && strings.Contains(text, "b.md: 1 more finding") {
		t.Error("the text shows too much")
	}
}
