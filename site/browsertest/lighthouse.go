package browsertest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Scores are what Lighthouse gives a page on a phone, from 0 to 100.
type Scores struct {
	Performance, Accessibility, BestPractices, SEO int

	// Lost are the checks of all but the performance that a page failed.
	Lost []string
}

func (s Scores) String() string {
	return fmt.Sprintf("performance %d, accessibility %d, best practices %d, SEO %d",
		s.Performance, s.Accessibility, s.BestPractices, s.SEO)
}

// report is what matters here of Lighthouse's report.
type report struct {
	Categories map[string]struct {
		Score     float64
		AuditRefs []struct {
			ID     string
			Weight float64
		}
	}
	Audits map[string]struct {
		Title string
		Score *float64 // none where a check does not apply
	}
}

// Lighthouse runs Lighthouse on an address, in a browser of its own. The
// performance depends on how busy the computer is, the rest on the page alone. It
// takes most of the time, so it is measured only when somebody reads of it, with
// go test -v, and is 0 otherwise.
func Lighthouse(t testing.TB, url string) Scores {
	t.Helper()
	program := tool(t, "lighthouse/cli/index.js")
	node, err := exec.LookPath("node")
	if err != nil {
		missing(t, "Node.js")
	}
	arguments := []string{program, url, "--quiet", "--output=json", "--no-enable-error-reporting", "--disable-full-page-screenshot", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"}
	if !testing.Verbose() {
		arguments = append(arguments, "--only-categories=accessibility,best-practices,seo", "--throttling-method=provided")
	}
	command := exec.CommandContext(t.Context(), node, arguments...)
	command.Env = append(command.Environ(), "CHROME_PATH="+findBrowser(t))
	command.Dir = filepath.Dir(program)
	var complaints bytes.Buffer
	command.Stderr = &complaints
	output, err := command.Output()
	var r report
	if err := json.Unmarshal(output, &r); err != nil {
		t.Fatalf("run Lighthouse on %s: %v\n%s", url, err, &complaints)
	}
	if err != nil {
		t.Fatalf("run Lighthouse on %s: %v\n%s", url, err, &complaints)
	}
	return r.scores()
}

// scores adds up a report.
func (r report) scores() Scores {
	of := func(category string) int { return int(r.Categories[category].Score*100 + 0.5) }
	s := Scores{
		Performance: of("performance"), Accessibility: of("accessibility"),
		BestPractices: of("best-practices"), SEO: of("seo"),
	}
	for name, category := range r.Categories {
		for _, ref := range category.AuditRefs {
			audit := r.Audits[ref.ID]
			if name != "performance" && ref.Weight > 0 && audit.Score != nil && *audit.Score < 1 {
				s.Lost = append(s.Lost, strings.Join([]string{name, ref.ID, audit.Title}, ": "))
			}
		}
	}
	slices.Sort(s.Lost)
	return s
}
