package browsertest

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// overflowing gives the elements that stick out of the page on the right, when
// the page has to be scrolled sideways: the outermost ones, and none that stand in
// a box which is scrolled by itself.
const overflowing = `(() => {
	const page = document.documentElement
	if (page.scrollWidth <= page.clientWidth) return []
	const out = e => e !== document.body && e.getBoundingClientRect().right > page.clientWidth + 0.5
	const boxed = e => e !== page && (getComputedStyle(e).overflowX !== 'visible' || boxed(e.parentElement))
	const names = [...document.body.querySelectorAll('*')]
		.filter(e => out(e) && !out(e.parentElement) && !boxed(e))
		.map(e => e.cloneNode(false).outerHTML.slice(0, 200))
	return ['the page is ' + page.scrollWidth + ' pixels wide, the window ' + page.clientWidth, ...names.slice(0, 10)]
})()`

// Overflow gives what makes the page wider than the window.
func (p *Page) Overflow() []string { return evaluate[[]string](p, overflowing) }

// Text gives the words that can be seen on the page.
func (p *Page) Text() string { return evaluate[string](p, `document.body.innerText`) }

// Press presses keys one after the other: letters, or those of package kb. What
// has the focus gets them.
func (p *Page) Press(keys string) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.KeyEvent(keys)); err != nil {
		p.t.Fatalf("press %q: %v", keys, err)
	}
}

// Focused gives the words of what has the focus, or what it is called.
func (p *Page) Focused() string {
	return evaluate[string](p, `(e => e.innerText || e.id || e.localName)(document.activeElement)`)
}

// Await waits until the words can be seen on the page, which may be another one by
// then, and fails the test when that takes too long.
func (p *Page) Await(words string) {
	p.t.Helper()
	p.AwaitThat(`document.body && document.body.innerText.includes(` + strconv.Quote(words) + `)`)
}

// AwaitThat waits until an expression of JavaScript is true, also across pages: while
// one takes the place of another, nothing is true.
func (p *Page) AwaitThat(condition string) {
	p.t.Helper()
	for p.ctx.Err() == nil {
		if there, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](`!!(`+condition+`)`)); err == nil && there {
			return
		}
		select {
		case <-p.ctx.Done():
		case <-time.After(20 * time.Millisecond):
		}
	}
	p.t.Fatalf("wait for %s on %s: %v", condition, p.url, p.ctx.Err())
}

// Requests gives the addresses that the page asked for, itself included.
func (p *Page) Requests() []string {
	p.watched.mu.Lock()
	defer p.watched.mu.Unlock()
	return slices.Clone(p.watched.requests)
}

// ForeignRequests gives the addresses that the page asked for from anywhere else
// than where it is from. For a page from disk, that is the whole disk.
func (p *Page) ForeignRequests() []string {
	own := originOf(p.url)
	return slices.DeleteFunc(p.Requests(), func(address string) bool {
		return originOf(address) == own || strings.HasPrefix(address, "data:")
	})
}

func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Scheme + "://" + u.Host
}

// Complaints gives what the browser wrote to its console: errors of scripts,
// files that were not found, and breaches of the security policy.
func (p *Page) Complaints() []string {
	p.watched.mu.Lock()
	defer p.watched.mu.Unlock()
	return slices.Clone(p.watched.messages)
}

// storing gives what scripts can have stored.
const storing = `(async () => {
	const kept = []
	const look = async (name, count) => { try { if (await count() > 0) kept.push(name) } catch {} }
	await look('local storage', () => localStorage.length)
	await look('session storage', () => sessionStorage.length)
	await look('a database', async () => (await indexedDB.databases()).length)
	await look('a cache', async () => (await caches.keys()).length)
	await look('a service worker', async () => (await navigator.serviceWorker.getRegistrations()).length)
	return kept
})()`

// Stored gives what the page has left on the reader's computer.
func (p *Page) Stored() []string {
	p.t.Helper()
	kept := evaluate[[]string](p, storing, chromedp.EvalAwaitPromise)
	cookies, err := chromedp.Call(p.ctx, network.GetCookies, network.GetCookiesParams{})
	if err != nil {
		p.t.Fatalf("read the cookies of %s: %v", p.url, err)
	}
	for _, c := range cookies.Cookies {
		kept = append(kept, "the cookie "+c.Name)
	}
	return kept
}

func evaluate[T any](p *Page, script string, options ...chromedp.EvaluateOption) T {
	p.t.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](script, options...))
	if err != nil {
		p.t.Fatalf("run a script on %s: %v", path.Base(p.url), err)
	}
	return value
}
