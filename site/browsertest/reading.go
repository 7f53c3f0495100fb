package browsertest

import (
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// settled gives what has moved since the page was opened, once two pictures of it
// have been drawn. What moves by less than a hair in one cell, as where two borders meet
// while a row is half there, nobody sees: people begin to at 0.1.
const settled = `new Promise(done => {
	const moved = []
	const note = entries => { for (const e of entries) if (e.value >= 0.0005) moved.push(e.value + ' ' +
		e.sources.map(s => s.node ? (s.node.parentElement || s.node).cloneNode(false).outerHTML || '' : '').join(' ')) }
	const observer = new PerformanceObserver(list => note(list.getEntries()))
	observer.observe({type: 'layout-shift', buffered: true})
	requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { note(observer.takeRecords()); done(moved) })))
})`

// Shifts opens the page again and gives what moved by itself while it was loaded:
// how far, and which elements.
func (p *Page) Shifts() []string {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Navigate(p.url)); err != nil {
		p.t.Fatalf("open %s again: %v", p.url, err)
	}
	p.hasAxe = false
	return evaluate[[]string](p, settled, chromedp.EvalAwaitPromise)
}

// Spaced is a style that readers may set, and pages have to bear: the spacing of
// WCAG 2.2, 1.4.12.
const Spaced = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
	p { margin-bottom: 2em !important }`

// cut gives the elements whose words do not fit into them and cannot be seen.
const cut = `[...document.body.querySelectorAll('*')].filter(e => {
	const s = getComputedStyle(e)
	return /hidden|clip/.test(s.overflow) && e.innerText && e.clientWidth > 1 &&
		(e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
}).map(e => 'cuts off its words: ' + e.cloneNode(false).outerHTML)`

// Bear gives what no longer fits when the reader adds a style of their own, such
// as Spaced.
func (p *Page) Bear(style string) []string {
	p.t.Helper()
	evaluate[chromedp.Void](p, `{ const own = new CSSStyleSheet(); own.replaceSync(`+"`"+style+"`"+`); document.adoptedStyleSheets = [own] }`)
	defer evaluate[chromedp.Void](p, `document.adoptedStyleSheets = []`)
	return append(p.Overflow(), evaluate[[]string](p, cut)...)
}

// follow notes each element that gets the focus, and how it shows that it has.
const follow = `{
	const can = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
		.filter(e => e.checkVisibility() && !e.disabled)
	window.walked = {want: can.map(name), got: [], unseen: []}
	function name(e) { return (e.innerText || e.id || e.localName).trim().slice(0, 60) + ' ' + (e.getAttribute('href') || '') }
	function outline(e) {
		const s = getComputedStyle(e)
		const none = s.outlineStyle === 'none' || s.outlineStyle !== 'auto' && parseFloat(s.outlineWidth) < 2
		return none ? null : parseFloat(s.outlineWidth) + parseFloat(s.outlineOffset)
	}
	function ring(e, out) {
		if (out === null) return 'has no outline'
		const r = e.getBoundingClientRect()
		if (r.bottom <= 0 || r.top >= innerHeight) return 'is out of sight'
		if (r.left - out < 0 && r.left > 0) return 'has its outline cut off by the window'
		for (let box = e.parentElement; box && box !== document.body; box = box.parentElement) {
			const overflow = getComputedStyle(box).overflowX
			if (overflow === 'visible') continue
			const b = box.getBoundingClientRect()
			// What scrolls may show a part of it: WCAG 2.2, 2.4.11.
			if (/auto|scroll/.test(overflow)) {
				if (r.right <= b.left || r.left >= b.right) return 'is out of sight in ' + box.cloneNode(false).outerHTML
				continue
			}
			if (r.left - out < b.left - 1 || r.right + out > b.right + 1) return 'has its outline cut off by ' + box.cloneNode(false).outerHTML
		}
		return ''
	}
	// The page is scrolled to an element after it was told of its focus, so its
	// outline is read when it gets the focus and its place when it loses it.
	let last = null
	window.walked.leave = () => {
		const fault = last && ring(last.element, last.outline)
		if (fault) window.walked.unseen.push(name(last.element) + ' ' + fault)
		last = null
	}
	document.addEventListener('focusout', window.walked.leave)
	document.addEventListener('focusin', event => {
		if (!can.includes(event.target)) return
		window.walked.got.push(name(event.target))
		last = {element: event.target, outline: outline(event.target)}
	})
	can[0]?.focus()
}`

// Walk goes through the whole page with the Tab key and gives what is wrong on the
// way: what cannot be reached, comes out of order or does not show that it has the
// focus, and where the way ends too early.
func (p *Page) Walk() []string {
	p.t.Helper()
	evaluate[chromedp.Void](p, follow)
	count := evaluate[int](p, `walked.want.length`)
	p.Press(strings.Repeat(kb.Tab, max(count-1, 0)))
	got := evaluate[struct{ Want, Got, Unseen []string }](p, `walked.leave(), walked`)
	faults := got.Unseen
	for i, want := range got.Want {
		if i >= len(got.Got) {
			return append(faults, "the way ends before "+want)
		}
		if got.Got[i] != want {
			return append(faults, "after "+got.Want[max(i-1, 0)]+" comes "+got.Got[i]+", not "+want)
		}
	}
	return faults
}

// Skips says whether the first link on the page leads past what all pages have in
// common, into the main part.
func (p *Page) Skips() bool {
	p.t.Helper()
	evaluate[chromedp.Void](p, `document.querySelector('a[href]').focus()`)
	p.Press(kb.Enter)
	return evaluate[bool](p, `!!document.activeElement?.closest('main')`)
}
