package browsertest

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a page may take. It is for machines that are busy with
// other tests; a page usually takes less than a second.
const patience = 3 * time.Minute

// Browser is a running browser. Several goroutines can visit pages with it.
type Browser struct {
	ctx context.Context
}

// Open starts a browser, which is closed at the end of the test. It can reach
// this computer only: whatever a page asks of other servers fails.
func Open(t testing.TB) *Browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:len(chromedp.DefaultExecAllocatorOptions):len(chromedp.DefaultExecAllocatorOptions)],
		chromedp.ExecPath(findBrowser(t)),
		chromedp.DisableGPU,
		chromedp.NoSandbox, // it cannot run as root, nor in most containers; the pages are ours
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	return &Browser{ctx: ctx}
}

// View is how a page is looked at.
type View struct {
	Name          string
	Width, Height int64 // of the part of the window that shows the page, in CSS pixels
	Dark          bool  // the reader prefers dark colours
}

// The views that pages are looked at in. At 320 pixels nothing may have to be
// scrolled sideways: WCAG 2.2, 1.4.10.
var (
	Narrow     = View{Name: "narrow", Width: 320, Height: 640}
	NarrowDark = View{Name: "narrow and dark", Width: 320, Height: 640, Dark: true}
	Zoomed     = View{Name: "wide, at 200 %", Width: 640, Height: 450}
	Tablet     = View{Name: "as wide as a tablet", Width: 768, Height: 1024}
	Wide       = View{Name: "wide", Width: 1280, Height: 900}
	WideDark   = View{Name: "wide and dark", Width: 1280, Height: 900, Dark: true}
)

// Page is a page in a tab of its own, with nothing stored from other pages.
type Page struct {
	t       testing.TB
	ctx     context.Context
	close   func()
	url     string
	view    View
	hasAxe  bool
	watched watched
}

// watched is what a page asked for and complained of.
type watched struct {
	mu       sync.Mutex
	requests []string
	messages []string
}

// Visit opens an address and waits until it is loaded. The tab is closed at the
// end of the test, or by Close.
func (b *Browser) Visit(t testing.TB, url string, v View) *Page {
	t.Helper()
	p := &Page{t: t, url: url}
	tab, closeTab := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.watched.listen))
	p.close = closeTab
	t.Cleanup(closeTab)
	if err := chromedp.Do(tab); err != nil { // binds the tab to a context without a time limit
		t.Fatalf("open a tab: %v", err)
	}
	ctx, cancel := context.WithTimeout(tab, patience)
	t.Cleanup(cancel)
	p.ctx = ctx
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatalf("watch the network: %v", err)
	}
	p.Look(v)
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		t.Fatalf("open %s: %v", url, err)
	}
	return p
}

// Close closes the tab before the test ends, so that a test of many pages has
// few of them open.
func (p *Page) Close() { p.close() }

// Look looks at the page in another view, without loading it again.
func (p *Page) Look(v View) {
	p.t.Helper()
	p.view = v
	if err := chromedp.Do(p.ctx, chromedp.EmulateViewport(v.Width, v.Height)); err != nil {
		p.t.Fatalf("change the size of %s: %v", p.url, err)
	}
	p.emulate("")
}

// emulate sets the medium, print or the screen, in the colours of the view.
func (p *Page) emulate(medium string) {
	p.t.Helper()
	scheme := "light"
	if p.view.Dark {
		scheme = "dark"
	}
	params := emulation.SetEmulatedMediaParams{
		Media:    medium,
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, params); err != nil {
		p.t.Fatalf("change the medium of %s: %v", p.url, err)
	}
}

// listen takes note of what the page asks for and complains of. The browser
// calls it for every event, in order.
func (w *watched) listen(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		w.requests = append(w.requests, e.Request.URL)
	case *network.EventWebSocketCreated:
		w.requests = append(w.requests, e.URL)
	case *runtime.EventExceptionThrown:
		w.messages = append(w.messages, "a script failed: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			w.messages = append(w.messages, "a script says: "+spoken(e.Args))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			w.messages = append(w.messages, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// spoken gives the words that a script wrote to the console.
func spoken(args []*runtime.RemoteObject) string {
	var words []string
	for _, a := range args {
		words = append(words, string(a.Value)+a.Description)
	}
	return strings.Join(words, " ")
}
