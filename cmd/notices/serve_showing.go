package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"notices.example/notices/handbook"
	"notices.example/notices/law"
	"notices.example/site"
	"notices.example/site/preview"
	"notices.example/site/preview/watch"
)

// showing is a preview while it is shown. One goroutine follows the files; what
// browsers ask for is answered by others at the same time.
type showing struct {
	*serve
	server *preview.Server
	law    atomic.Pointer[law.Law] // what rules and provisions are explained by
	mu     sync.Mutex              // of out
	out    io.Writer

	memory memory
	newer  newer
	last   preview.Edition   // the last one that did not fail
	titles map[string]string // of content files, as they were last read
	failed string            // what was said last of the machine's trouble; empty when there is none
	again  *time.Timer       // until the next try after trouble

	changes <-chan watch.Change // of the files; nil while they are not followed
}

func newShowing(s *serve, out io.Writer) (*showing, error) {
	day, err := s.source.day(s.today)
	if err != nil {
		return nil, err
	}
	p := &showing{serve: s, out: out, titles: map[string]string{}, again: time.NewTimer(time.Hour)}
	p.again.Stop()
	inForce, err := law.At("uk", day) // until the site has been read
	if err != nil {
		return nil, err
	}
	p.law.Store(inForce)
	options, err := p.options()
	if err != nil {
		return nil, err
	}
	if p.server, err = preview.New(options); err != nil {
		return nil, usageError{fmt.Errorf("--editor: %w", err)}
	}
	return p, nil
}

// options fits the preview to what was asked for.
func (p *showing) options() (preview.Options, error) {
	link, err := p.editorLink()
	if err != nil {
		return preview.Options{}, err
	}
	token, err := p.token()
	if err != nil {
		return preview.Options{}, err
	}
	root, err := filepath.Abs(p.source.source)
	if err != nil {
		return preview.Options{}, err
	}
	o := preview.Options{Editor: link, Root: root, Follow: p.follows, Token: token, RulePage: p.rulePage, RuleTitle: p.ruleTitles(), Cite: p.cite}
	if token != "" {
		o.Hosts = []string{hostName()}
	}
	return o, nil
}

// rulePage gives the page on a rule, under the law of the site.
func (p *showing) rulePage(id string) (string, bool) {
	h := handbook.New(p.law.Load(), site.Rules())
	doc, chapter, ok := h.Rule(id)
	if !ok {
		return "", false
	}
	return handbook.Markdown(h.RulePage(doc, chapter)), true
}

// ruleTitles gives what rules are called, which is the same under every law.
func (p *showing) ruleTitles() func(id string) string {
	titles := map[string]string{}
	for _, doc := range handbook.New(p.law.Load(), site.Rules()).Rules() {
		titles[doc.ID] = doc.Title
	}
	return func(id string) string { return titles[id] }
}

func (p *showing) cite(provision string) string { return p.law.Load().Cite(provision) }

// watched are the folders of a site that its pages are made from.
var watched = []string{"content", "layouts", "partials"}

// retry is how long it takes until what could not be read is tried again.
const retry = time.Second

// follow shows the site as it is, and again whenever something has changed: a file,
// or the day.
func (p *showing) follow(ctx context.Context) error {
	watcher := watch.Start(watch.Options{Root: p.source.source, Folders: watched, Poll: p.poll})
	defer watcher.Close()
	p.changes = watcher.Changes()
	glance := time.NewTicker(p.glance)
	defer glance.Stop()
	defer p.again.Stop()
	err := p.round(ctx, ready, nil)
	for err == nil && ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case change := <-p.changes:
			err = p.changed(ctx, change)
		case <-p.again.C:
			err = p.round(ctx, "Tried again", nil)
		case <-glance.C:
			err = p.newDay(ctx)
		}
	}
	return err
}

// changed shows the site after files have changed.
func (p *showing) changed(ctx context.Context, c watch.Change) error {
	if err := p.sayPolling(c); err != nil {
		return err
	}
	return p.round(ctx, p.happened(c.Paths), c.Paths)
}

// sayPolling says that the system does not tell of changes, when that is new.
func (p *showing) sayPolling(c watch.Change) error {
	if c.Polling == nil {
		return nil
	}
	return p.say(fmt.Sprintf("From now on the files are looked at twice a second, because %v.\n", c.Polling))
}

// newDay shows the site as of today, when today is another day than it was.
func (p *showing) newDay(ctx context.Context) error {
	day, err := p.source.day(p.today)
	if err != nil || day.Equal(p.last.Day) {
		return err
	}
	return p.round(ctx, "It is now "+longDay(day), nil)
}

// once makes the pages and shows them, unless they are not made yet when the run
// ends, or ctx does. What the content, or the machine, has against it is shown too:
// an error is that nothing can be said any more.
func (p *showing) once(ctx, run context.Context, why string, saved []string) (shown bool, err error) {
	begun, room := p.now(), roomNow()
	p.newer.begin()
	defer func() { tidyUp(room) }()
	root, err := p.source.openRoot()
	if err != nil {
		return true, p.trouble(err, saved)
	}
	files := newFolders(root)
	defer files.Close()
	e, output, err := p.make(run, files)
	switch {
	case ctx.Err() != nil, err != nil && run.Err() != nil:
		return false, nil
	case err != nil:
		return true, p.trouble(err, saved)
	}
	p.failed = ""
	p.again.Stop()
	p.law.Store(e.law)
	before := p.last
	p.last = p.edition(e, output, saved)
	var on *base
	if output != nil {
		on = &base{e, p.last.Rows, p.memory.inherit.Last(), p.memory.site.Last()}
	}
	change := p.newer.whole(p.server, p.last, on)
	return true, p.say(p.told(why, before, change, p.now().Sub(begun)))
}

// make runs the pipeline. The output is nil when a layout keeps pages from being
// made.
func (p *showing) make(ctx context.Context, files fs.FS) (*examined, *site.Output, error) {
	day, err := p.source.day(p.today)
	if err != nil {
		return nil, nil, err
	}
	e, err := examineFiles(ctx, files, day, &p.memory)
	if err != nil {
		return nil, nil, err
	}
	output, findings, err := site.Render(site.Input{
		Set: e.set, Findings: e.findings, Day: e.day, Preview: true, Overrides: e.fsys, Version: version(), Memory: p.memory.ofSite(),
	})
	if len(findings) > 0 {
		e.add(findings)
	}
	return e, output, err
}

// trouble shows that the machine would not do it, and tries again after a while:
// not everything that mends itself is a change of a file.
func (p *showing) trouble(err error, saved []string) error {
	p.again.Reset(retry)
	words := inWords(err)
	if words == p.failed {
		return nil
	}
	p.failed = words
	e := p.last
	e.Output, e.Failed, e.Saved = nil, words, saved
	e.Day = cmp.Or(e.Day, p.today())
	p.newer.whole(p.server, e, nil)
	return p.say(words + "\n")
}

// say prints a text for people.
func (p *showing) say(text string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := show(p.out, text); err != nil {
		return errors.Join(errors.New("nothing can be printed any more"), err)
	}
	return nil
}
