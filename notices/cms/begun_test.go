package cms_test

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// What is held of files that a system has begun or made longer, in a browser.

// begunInWelsh holds that a translation of a notice was begun, and that there is nothing in
// its file but what was filled in.
func (e *editor) begunInWelsh(t *testing.T) {
	t.Helper()
	const name = "content/notices/cornwall/web-chat.cy.md"
	e.AwaitThat(e.saved + `[` + strconv.Quote(name) + `]`)
	if got, want := strings.TrimRight(e.files(t)[name], "\n"), "---\ntitle: Sgwrs we\n---"; got != want {
		t.Errorf("a translation was begun as\n%s, want\n%s", got, want)
	}
}

// explains holds that the glossary has one word more, at its end, and the others as before.
func (e *editor) explains(t *testing.T, before fstest.MapFS) {
	t.Helper()
	const name = "content/glossary.yaml"
	e.AwaitThat(e.saved + `[` + strconv.Quote(name) + `].includes('Plot')`)
	want := string(before[name].Data) + "- term: Plot\n  meaning: The piece of land that you rent.\n"
	holds(t, fstest.MapFS{"content/site.yaml": before["content/site.yaml"], name: {Data: []byte(want)}},
		fstest.MapFS{"content/site.yaml": before["content/site.yaml"], name: {Data: []byte(e.files(t)[name])}})
}
