package browsertest

import (
	"fmt"
	"os"
	"strings"

	"github.com/chromedp/chromedp"
)

// A Violation is a rule of accessibility that a page breaks.
type Violation struct {
	ID     string // of axe's rule: color-contrast
	Impact string // minor, moderate, serious or critical
	Help   string
	Nodes  []struct {
		HTML           string
		FailureSummary string
	}
}

func (v Violation) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s): %s", v.ID, v.Impact, v.Help)
	for _, n := range v.Nodes[:min(len(v.Nodes), 5)] {
		fmt.Fprintf(&b, "\n\t%s\n\t\t%s", n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", "\n\t\t"))
	}
	if more := len(v.Nodes) - 5; more > 0 {
		fmt.Fprintf(&b, "\n\tand %d more", more)
	}
	return b.String()
}

// rules are those of axe-core that a page is held to, as axe-core is told of them.
type rules string

const (
	// everyRule checks WCAG 2.0, 2.1 and 2.2, levels A and AA. The size of targets is
	// among them, but axe-core leaves it out unless it is asked for.
	everyRule rules = `runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
		rules: {'target-size': {enabled: true}},`
	// rulesOnColours are those whose outcome can differ in other colours.
	rulesOnColours rules = `runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']},`
	noRule         rules = ""
)

const runAxe = `axe.run(document, {%s resultTypes: ['violations'], preload: false}).then(results => results.violations)`

// Violations gives what axe-core finds on the page.
func (p *Page) Violations() []Violation { return p.broken(everyRule) }

// broken gives which of some rules the page breaks.
func (p *Page) broken(held rules) []Violation {
	p.t.Helper()
	if held == noRule {
		return nil
	}
	if !p.hasAxe {
		script, err := os.ReadFile(tool(p.t, "axe-core/axe.min.js"))
		if err != nil {
			p.t.Fatal(err)
		}
		evaluate[chromedp.Void](p, string(script))
		p.hasAxe = true
	}
	return evaluate[[]Violation](p, fmt.Sprintf(runAxe, held), chromedp.EvalAwaitPromise)
}
