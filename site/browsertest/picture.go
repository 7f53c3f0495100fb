package browsertest

import "github.com/chromedp/chromedp"

// Picture gives what can be seen of the page now, as a PNG.
func (p *Page) Picture() []byte {
	p.t.Helper()
	picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatalf("take a picture of %s: %v", p.url, err)
	}
	return picture
}
