package site

import (
	"fmt"
	"strings"
	"testing"

	"notices.example/notices"
)

func TestColoursCanAlwaysBeRead(t *testing.T) {
	t.Parallel()
	for _, brand := range []string{"#000000", "#ffffff", "#ffff00", "#2b5d34", "#777777", "#ff0000", "#00ffff", "red", ""} {
		c, ok := parseColour(brand)
		if !ok {
			c = defaultBrand
		}
		if got := contrast(c.towards(black, white), white); got < readable {
			t.Errorf("%q: links on light pages have contrast %.2f", brand, got)
		}
		if got := contrast(c.towards(white, darkPage), darkPage); got < readable {
			t.Errorf("%q: links on dark pages have contrast %.2f", brand, got)
		}
		if got := max(contrast(c, white), contrast(c, black)); got < 4.5 {
			t.Errorf("%q: the header has contrast %.2f", brand, got)
		}
		if got := colours(brand, ""); !strings.Contains(got, fmt.Sprintf("--brand:%s;", c)) {
			t.Errorf("%q: the brand colour is not in %s", brand, got)
		}
	}
}

func TestPaleColoursAreReported(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ colour, accent, says, fix string }{
		{"#2b5d34", "", "", ""},
		{"", "", "", ""},
		{"#ffcc00", "", "contrast of 1.5 to 1", "colour: \"#ffcc00\"\n  accent: \"#"},
		{"#ffcc00", "#1d4f91", "", ""},
		{"#1d4f91", "#999999", "contrast of 2.8 to 1", "brand:\n  accent: \"#"},
	} {
		p := &plan{site: &notices.Site{Brand: notices.Brand{Colour: notices.Text{Value: c.colour}, Accent: notices.Text{Value: c.accent}}}}
		p.checkBrand()
		if c.says == "" {
			if len(p.findings) > 0 {
				t.Errorf("%s, %s: got %v", c.colour, c.accent, p.findings)
			}
			continue
		}
		if len(p.findings) != 1 || p.findings[0].Rule != "brand-contrast-low" || !strings.Contains(p.findings[0].Message, c.says) || !strings.Contains(p.findings[0].Fix, c.fix) {
			t.Errorf("%s, %s: got %+v", c.colour, c.accent, p.findings)
			continue
		}
		_, proposed, _ := strings.Cut(p.findings[0].Fix, "accent: \"")
		near, ok := parseColour(proposed[:7])
		if !ok || contrast(near, white) < leastContrast || near.towards(black, white) != near {
			t.Errorf("%s: %s would not be taken as it is", c.colour, proposed)
		}
	}
}

func TestLinksHaveTheAccent(t *testing.T) {
	t.Parallel()
	got := colours("#ffcc00", "#1d4f91")
	if !strings.Contains(got, "--brand:#ffcc00;--on-brand:#000000;--link-light:#1d4f91;") {
		t.Error(got)
	}
}
