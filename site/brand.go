package site

import (
	"fmt"

	"notices.example/notices"
)

// leastContrast is what WCAG 2.2 AA asks for of text (success criterion 1.4.3).
const leastContrast = 4.5

// checkBrand reports a colour that links cannot have, because they could not be
// read on a page. The header needs no check: white or black can be read on any
// colour, and the better of the two is taken.
func (p *plan) checkBrand() {
	key, text := "accent", p.site.Brand.Accent
	if !text.Said() {
		key, text = "colour", p.site.Brand.Colour
	}
	c, ok := parseColour(text.Value)
	if !ok || contrast(c, white) >= leastContrast {
		return
	}
	near := c.towards(black, white)
	fix := fmt.Sprintf("Choose a darker colour. The nearest that can be read:\n\nbrand:\n  %s: \"%s\"", key, near)
	if key == "colour" {
		fix = fmt.Sprintf("The header can keep the colour. Give a second one for links; the nearest that can be read:\n\nbrand:\n  colour: \"%s\"\n  accent: \"%s\"", c, near)
	}
	p.findings = append(p.findings, notices.Finding{
		Rule: "brand-contrast-low", Severity: notices.Warning, Pos: text.Pos,
		Message: fmt.Sprintf("Links in %s on a white page have a contrast of %.1f to 1, and people need at least %.1f to 1 to read them. Links are shown in %s instead.",
			c, contrast(c, white), leastContrast, near),
		Fix: fix,
	})
}
