package site

import (
	"fmt"
	"math"
	"strconv"
)

// rgb is a colour with parts from 0 to 1.
type rgb struct{ r, g, b float64 }

var (
	black = rgb{0, 0, 0}
	white = rgb{1, 1, 1}

	defaultBrand = rgb{0x14 / 255.0, 0x4e / 255.0, 0x63 / 255.0}
	darkPage     = rgb{0x12 / 255.0, 0x18 / 255.0, 0x1c / 255.0} // --page in the dark, in base.css
)

// readable is the least contrast of text with what is behind it. WCAG 2.2 AA
// asks for 4.5; a little more leaves room for tinted backgrounds.
const readable = 5.5

// colours gives the custom properties made from the body's own colours: the
// colour itself, what can be read on it, and shades of the accent, or else of the
// colour, that can be read as links on light and on dark pages.
func colours(brand, accent string) string {
	c, on := brandColours(brand)
	link, ok := parseColour(accent)
	if !ok {
		link = c
	}
	return fmt.Sprintf(":root{--brand:%s;--on-brand:%s;--link-light:%s;--link-dark:%s}\n",
		c, on, link.towards(black, white), link.towards(white, darkPage))
}

// brandColours gives the body's own colour, or the built-in one, and what can be
// read on it.
func brandColours(brand string) (c, on rgb) {
	c, ok := parseColour(brand)
	if !ok {
		c = defaultBrand
	}
	if contrast(c, white) < contrast(c, black) {
		return c, black
	}
	return c, white
}

// parseColour reads #rrggbb.
func parseColour(s string) (rgb, bool) {
	if len(s) != 7 || s[0] != '#' {
		return rgb{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return rgb{}, false
	}
	part := func(shift uint) float64 { return float64(n>>shift&0xff) / 255 }
	return rgb{part(16), part(8), part(0)}, true
}

// String gives the colour as CSS writes it, such as #1d70b8.
func (c rgb) String() string {
	part := func(f float64) int { return int(math.Round(f * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", part(c.r), part(c.g), part(c.b))
}

// towards mixes the colour with another until it can be read on a background.
func (c rgb) towards(other, background rgb) rgb {
	const steps = 100
	for i := range steps {
		share := float64(i) / steps
		mixed, _ := parseColour(rgb{mix(c.r, other.r, share), mix(c.g, other.g, share), mix(c.b, other.b, share)}.String())
		if contrast(mixed, background) >= readable {
			return mixed
		}
	}
	return other
}

func mix(a, b, share float64) float64 { return a + (b-a)*share }

// contrast is the contrast ratio of WCAG 2.2.
func contrast(a, b rgb) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func (c rgb) luminance() float64 {
	linear := func(f float64) float64 {
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}
