package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"notices.example/site/preview/watch"
)

const (
	firstFile = "content/notices/cornwall/web-chat.md"
	firstPage = "notices/cornwall/web-chat.html"
	waiting   = "the rest of the site is being looked at"
)

// showingExample gives a preview of a copy of the example site that shows it.
func showingExample(t *testing.T) *showing {
	t.Helper()
	s := newServing()
	s.bind, s.source.source = "127.0.0.1", exampleCopy(t)
	p, err := newShowing(s, &printed{})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.round(t.Context(), ready, nil); err != nil {
		t.Fatal(err)
	}
	if before := p.gives(firstPage); strings.Contains(before, waiting) {
		t.Fatalf("it waits for a run that has ended:\n%s", before)
	}
	return p
}

// call gives the notice another title.
func (p *showing) call(t *testing.T, title string) {
	t.Helper()
	name := filepath.Join(p.source.source, firstFile)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	edited := regexp.MustCompile(`(?m)^title: .*$`).ReplaceAllString(string(text), "title: "+title)
	if err := os.WriteFile(name, []byte(edited), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The page of the notice that was saved is there when the run over the whole site begins,
// and it says that it has not ended.
func TestTheSavedNoticeIsThereBeforeTheWholeSite(t *testing.T) {
	t.Parallel()
	p := showingExample(t)
	p.call(t, "Typing to us")
	asked, now := 0, p.now
	p.now = func() time.Time {
		if asked++; asked == 1 { // the run over the whole site begins
			for address, words := range map[string][]string{firstPage: {"<h1>Typing to us</h1>", waiting}, "index.html": {waiting}, "__notices/": {"The rest of the site is being looked at."}} {
				for _, w := range words {
					if got := p.gives(address); !strings.Contains(got, w) {
						t.Errorf("%s does not say %q:\n%s", address, w, cut(got))
					}
				}
			}
		}
		return now()
	}
	if err := p.round(t.Context(), "Saved "+firstFile, []string{firstFile}); err != nil {
		t.Fatal(err)
	}
	if got := p.gives(firstPage); !strings.Contains(got, "<h1>Typing to us</h1>") || strings.Contains(got, waiting) || asked != 2 {
		t.Errorf("after the run over the whole site (%d):\n%s", asked, cut(got))
	}
	if said := fmt.Sprint(p.out); !strings.Contains(said, "pages changed") {
		t.Errorf("it tells of no page that changed:\n%s", said)
	}
}

// Whoever saves again and again sees each time what was saved, while runs over the whole
// site go on.
func TestEachSaveIsShownWhileRunsGoOn(t *testing.T) {
	t.Parallel()
	p := showingExample(t)
	changes := make(chan watch.Change)
	p.changes = changes
	ended := make(chan error, 1)
	p.call(t, "Title 0")
	go func() { ended <- p.round(t.Context(), "Saved", []string{firstFile}) }()
	saves := 0
	for {
		want := fmt.Sprintf("<h1>Title %d</h1>", saves)
		for end := time.Now().Add(longEnough); !strings.Contains(p.gives(firstPage), want); time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s is not shown:\n%s", want, cut(p.gives(firstPage)))
			}
		}
		if saves++; saves > 2*cutsInARow {
			break
		}
		p.call(t, fmt.Sprintf("Title %d", saves))
		select {
		case changes <- watch.Change{Paths: []string{firstFile}}:
		case err := <-ended: // before that was saved
			if err != nil {
				t.Fatal(err)
			}
			go func() { ended <- p.round(t.Context(), "Saved", []string{firstFile}) }()
		}
	}
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if got := p.gives(firstPage); strings.Contains(got, waiting) {
		t.Errorf("it waits for a run that has ended:\n%s", cut(got))
	}
}
