package browsertest

import (
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// cutAt is how the address of a page asks for it in two parts: ?cut=1200.
const cutAt = "cut"

// drawn waits until two pictures of the page have been drawn.
const drawn = `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`

// ShiftsInHalves opens a page of the site as it comes over a slow line, its first bytes
// up to the cut long before the rest: the rest is sent once the first have been drawn.
// It gives what moved, like Shifts. Only one page of a site can be opened so at a time.
func (b *Browser) ShiftsInHalves(t testing.TB, s *Site, file string, cut int, v View) []string {
	t.Helper()
	p := b.Visit(t, "about:blank", v)
	defer p.Close()
	p.url = s.URL(file) + "?" + url.Values{cutAt: {strconv.Itoa(cut)}}.Encode()
	if _, err := chromedp.Call(p.ctx, page.Navigate, page.NavigateParams{URL: p.url}); err != nil {
		t.Fatalf("open %s: %v", p.url, err)
	}
	p.AwaitThat(`performance.getEntriesByName('first-contentful-paint').length`)
	evaluate[bool](p, drawn, chromedp.EvalAwaitPromise)
	select {
	case s.rest <- struct{}{}:
	case <-p.ctx.Done():
		t.Fatalf("nobody waits for the rest of %s: %v", p.url, p.ctx.Err())
	}
	p.AwaitThat(`document.readyState === 'complete'`)
	return evaluate[[]string](p, settled, chromedp.EvalAwaitPromise)
}

// halve sends the content up to where the request asks for a cut, and gives the rest
// when it may be sent. Without a cut that is all of it, at once.
func (s *Site) halve(w http.ResponseWriter, r *http.Request, content []byte) (rest []byte) {
	cut, err := strconv.Atoi(r.URL.Query().Get(cutAt))
	if err != nil {
		return content
	}
	_, _ = w.Write(content[:cut])
	_ = http.NewResponseController(w).Flush()
	select {
	case <-s.rest:
	case <-r.Context().Done():
	}
	return content[cut:]
}
