package site

import (
	"fmt"
	"strings"
	"testing"
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
		if !strings.Contains(colours(brand), fmt.Sprintf("--brand:%s;", c)) {
			t.Errorf("%q: the brand colour is not in %s", brand, colours(brand))
		}
	}
}
