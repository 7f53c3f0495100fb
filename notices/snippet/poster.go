package snippet

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"

	"github.com/boombuler/barcode/qr"
)

//go:embed poster.html
var posterSource string

// poster is what the page shows.
type poster struct {
	Facts
	Purposes []string
	Sharing  string
	Keeping  string
	Special  string
	Code     template.HTML
}

// mostOnPoster is how many purposes a poster names.
const mostOnPoster = 5

// Poster gives a page to print on A4 and put up where people hand over information. A
// phone finds the notice by the square of dots, ISO/IEC 18004. The page loads nothing.
func (f Facts) Poster() ([]byte, error) {
	code, err := square(f.Address)
	if err != nil {
		return nil, fmt.Errorf("draw the square for %s: %w", f.Address, err)
	}
	page, err := template.New("poster").Parse(posterSource)
	if err != nil {
		return nil, err
	}
	p := poster{Facts: f, Purposes: f.Why, Sharing: f.sharing(), Keeping: f.keeping(), Special: f.special(), Code: code}
	if len(p.Purposes) > mostOnPoster {
		p.Purposes = append(p.Purposes[:mostOnPoster-1:mostOnPoster-1], "do other things, which our notice lists")
	}
	var b bytes.Buffer
	err = page.Execute(&b, p)
	return b.Bytes(), err
}

// quiet is the white margin around the square, in dots, that readers need.
const quiet = 4

// square draws an address as a QR code, of which a quarter may be hidden.
func square(address string) (template.HTML, error) {
	code, err := qr.Encode(address, qr.Q, qr.Auto)
	if err != nil {
		return "", err
	}
	size := code.Bounds().Dx()
	var path strings.Builder
	for y := range size {
		for x := range size {
			if r, _, _, _ := code.At(x, y).RGBA(); r == 0 {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	return template.HTML(fmt.Sprintf(
		`<svg viewBox="0 0 %[1]d %[1]d" role="img" aria-label="A square of dots that leads a phone to the notice" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%[1]dv%[1]dH0z"/><path d="%[2]s"/></svg>`,
		size+2*quiet, path.String())), nil
}
