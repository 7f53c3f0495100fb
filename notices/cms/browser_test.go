package cms_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"notices.example/notices"
	"notices.example/notices/cms"
	"notices.example/notices/load"
	"notices.example/notices/tidy"
	"notices.example/site/browsertest"
)

// The real systems, with the example site: what they save of a file that somebody has opened,
// touched and saved says the same, and what somebody fills in anew is what we read. They
// work on files in the browser, for which each has a backend of its own to try it with.

// editor is a system that runs in a browser, signed in.
type editor struct {
	*browsertest.Page
	saved string // an expression that gives the files as they are now, by their paths
	title string // an expression that gives the field of the title, or of the name
	save  func(*editor)
	slug  func(name string) string // what a file is called in an address
}

// inFull is the example site as it is written for such systems.
func inFull(t *testing.T) fstest.MapFS {
	t.Helper()
	site, root := fstest.MapFS{}, os.DirFS("../..")
	err := fs.WalkDir(root, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		kind, _ := load.KindOf(name)
		full, err := tidy.InFull(kind, path.Ext(name) == ".md", string(text))
		site[name] = &fstest.MapFile{Data: []byte(full)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// serve serves the pages of a system, with its program from this computer and its backend
// for trying it. The content stands in the page as the variable content.
func serve(t *testing.T, kind, program, before string, site fstest.MapFS) string {
	t.Helper()
	s := cms.Site{Languages: []string{"en", "cy"}, Host: "test-repo"}
	content := map[string]string{}
	for name, f := range site {
		s.Files = append(s.Files, name)
		content[name] = string(f.Data)
	}
	shown, err := json.Marshal(content)
	if err != nil {
		t.Fatal(err)
	}
	return serveConfigured(t, s, kind, program, "const content = "+string(shown)+"\n"+before, "")
}

// serveConfigured serves the pages of a system for a site, with a script before its program,
// and what a web team has set in its configuration.
func serveConfigured(t *testing.T, s cms.Site, kind, program, before, set string) string {
	t.Helper()
	if os.Getenv("NOTICES_CMS") == "" {
		t.Skip("the real systems take a while to start; this command tries them: make cms")
	}
	code, err := os.ReadFile(filepath.Join("../../.ci/node_modules/.cms", program))
	if err != nil {
		t.Fatalf("%s is not there; this command fetches it: .ci/cms", program)
	}
	files, err := s.Configure(kind, map[string]string{"admin/config.yml": set})
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(files[1].Text, "https://unpkg.com/")
	end := at + strings.IndexByte(files[1].Text[at:], '"')
	page := files[1].Text[:at] + "/" + program + files[1].Text[end:]
	page = strings.Replace(page, "<body>", "<body>\n<script>"+before+"</script>", 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch path.Base(r.URL.Path) {
		case program:
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write(code)
		case "admin":
			w.Header().Set("Content-Type", "text/html")
			_, _ = fmt.Fprint(w, page)
		case "config.yml":
			_, _ = fmt.Fprint(w, files[0].Text)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL + "/admin/"
}

// press presses the first button with that word, once it is there.
func (e *editor) press(word string) {
	button := `[...document.querySelectorAll('button,[role=button],[role=menuitem]')].find(b => b.innerText.trim().startsWith(` + strconv.Quote(word) + `))`
	e.AwaitThat(button)
	e.Script(button + `.click()`)
}

// open opens a file, or the form of a new one, once the folder is there.
func (e *editor) open(collection, entry string) {
	e.Script(`location.hash = '#/collections/` + collection + `'`)
	e.AwaitThat(`location.hash.includes('` + collection + `') && document.body.innerText.includes('Notices: Cornwall') && !(` + e.title + `)`)
	e.Script(`location.hash = '#/collections/` + collection + entry + `'`)
	e.AwaitThat(e.title)
}

// fill writes a text into the field that an expression gives.
func (e *editor) fill(field, text string) {
	e.AwaitThat(field)
	e.Script(`(i => { Object.getOwnPropertyDescriptor(Object.getPrototypeOf(i), 'value').set.call(i, ` + strconv.Quote(text) + `); i.dispatchEvent(new Event('input', {bubbles: true})) })(` + field + `)`)
}

// files gives the files as they are now.
func (e *editor) files(t *testing.T) map[string]string {
	t.Helper()
	var files map[string]string
	if err := json.Unmarshal([]byte(e.Script(`JSON.stringify(`+e.saved+`)`)), &files); err != nil {
		t.Fatal(err)
	}
	return files
}

// touches saves a file with a blank behind its title, which load takes off again, and
// gives what it is then.
func (e *editor) touches(t *testing.T, collection, name string, site fstest.MapFS) string {
	t.Helper()
	e.open(collection, "/entries/"+e.slug(path.Base(name)))
	title := regexp.MustCompile(`(?m)^(?:title|name): (.*)$`).FindStringSubmatch(string(site[name].Data))[1]
	e.AwaitThat(e.title + `?.value === ` + strconv.Quote(title))
	e.fill(e.title, title+" ")
	e.save(e)
	e.AwaitThat(e.saved + `[` + strconv.Quote(name) + `] !== content[` + strconv.Quote(name) + `]`)
	return e.files(t)[name]
}

// holds tells what is different between two sites but for where it stands.
func holds(t *testing.T, before, after fstest.MapFS) {
	t.Helper()
	was, is := mustLoad(t, before), mustLoad(t, after)
	ignored := cmpopts.IgnoreTypes(notices.Pos{}, (*notices.Spans)(nil), notices.Fields{})
	indent := cmpopts.IgnoreFields(notices.Markdown{}, "Indent")
	ends := cmp.Transformer("ends", func(m notices.Markdown) string { return strings.TrimRight(m.Source, "\n") })
	if diff := cmp.Diff(was.Corpus, is.Corpus, ignored, indent, ends); diff != "" {
		t.Errorf("what was saved says something else (-before +after):\n%s", diff)
	}
	if diff := cmp.Diff(was.Findings, is.Findings, ignored); diff != "" {
		t.Errorf("the findings are others (-before +after):\n%s", diff)
	}
}

func mustLoad(t *testing.T, site fstest.MapFS) *load.Result {
	t.Helper()
	r, err := load.Load(site)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// touched are files of each kind, by their collections.
var touched = []struct{ collection, name string }{
	{"notices-cornwall", "content/notices/cornwall/web-chat.md"},
	{"notices-luton", "content/notices/luton/citizen-space.yaml"},
	{"organisations", "content/organisations/cornwall-council.yaml"},
	{"notices-cornwall-cy", welsh},
}

// welsh is a translation, which the example has none of.
const welsh = "content/notices/cornwall/newsletters.cy.md"

// inWelshToo is the example site in full, with a translation.
func inWelshToo(t *testing.T) fstest.MapFS {
	t.Helper()
	site := inFull(t)
	one := site["content/site.yaml"]
	one.Data = bytes.Replace(one.Data, []byte("languages: [en]"), []byte("languages: [en, cy]"), 1)
	site[welsh] = &fstest.MapFile{Data: []byte("---\ntitle: Cylchlythyrau\npurposes: [{id: newsletters, purpose: Anfon newyddion atoch}] # a system writes this anew\n---\n\nTestun.\n")}
	return site
}

// roundTrip touches files and holds them against what they were.
func (e *editor) roundTrip(t *testing.T, site fstest.MapFS) {
	t.Helper()
	after := fstest.MapFS{}
	for name, f := range site {
		after[name] = f
	}
	for _, f := range touched {
		after[f.name] = &fstest.MapFile{Data: []byte(e.touches(t, f.collection, f.name, site))}
	}
	holds(t, site, after)
}

// Decap CMS keeps its files in a tree, in which it looks up folders by their whole path.
const decapFiles = `window.confirm = () => true // it asks before a form is left
window.repoFiles = {}
for (const name in content) {
	let folder = repoFiles
	const parts = name.split('/'), last = parts.pop()
	parts.forEach((part, i) => repoFiles[parts.slice(0, i + 1).join('/')] = folder = folder[part] ??= {})
	folder[last] = {content: content[name]}
}
window.saved = () => { const all = {}; const walk = (o, at) => { for (const k in o) typeof o[k].content === 'string' ? all[at + k] = o[k].content : walk(o[k], at + k + '/') }; walk(repoFiles.content, 'content/'); return all }
`

func TestDecapKeepsWhatFilesSayInABrowser(t *testing.T) {
	t.Parallel()
	site := inWelshToo(t)
	address := serve(t, "decap", "decap-cms.js", decapFiles, site)
	e := &editor{
		Page:  browsertest.Open(t).Visit(t, address, browsertest.Wide),
		saved: `window.saved()`, title: `document.querySelector('input[id^=title-field],input[id^=name-field]')`,
		save: func(e *editor) { e.press("Publish"); e.press("Publish now") },
		slug: func(name string) string { stem, _, _ := strings.Cut(name, "."); return stem },
	}
	e.press("Login")
	e.AwaitThat(`document.querySelector('a[href*="collections/organisations"]')`)
	e.roundTrip(t, site)

	e.open("notices-cornwall", "/new")
	e.fill(e.title, "Blue badges")
	e.fill(`document.querySelector('input[id^=service-field]')`, "x")
	e.fill(`document.querySelector('input[id^=service-field]')`, "")
	e.fill(`[...document.querySelectorAll('[id^=none-field]')][0]`, "none")
	e.fill(`[...document.querySelectorAll('[id^=none-field]')][1]`, "x")
	e.fill(`[...document.querySelectorAll('[id^=none-field]')][1]`, "")
	e.press("Add transfers")
	e.fill(`[...document.querySelectorAll('[id^=none-field]')][3]`, "Nothing leaves the country.")
	e.fill(`document.querySelector('input[id^=updated-field]')`, "2026-11-22")
	e.save(e)
	e.AwaitThat(`window.saved()['content/notices/cornwall/blue-badges.md']`)
	newNotice(t, e.files(t)["content/notices/cornwall/blue-badges.md"])

	e.open("notices-cornwall-cy", "/new")
	e.fill(e.title, "Sgwrs we")
	e.save(e)
	e.AwaitThat(`document.body.innerText.includes('choose what this is the translation of')`)
	choose := `document.querySelector('input[id^=translation_of-field]')`
	e.Script(choose + `.focus()`)
	e.fill(choose, "Web chat")
	option := `[...document.querySelectorAll('[id*="-option-"]')].find(o => o.innerText.startsWith('Web chat'))`
	e.AwaitThat(option)
	e.Script(option + `.click()`)
	e.AwaitThat(`document.body.innerText.includes('Web chat')`)
	e.save(e)
	e.begunInWelsh(t)

	e.Script(`location.hash = '#/collections/site'`)
	link := `document.querySelector('a[href*="site/entries/glossary"]')`
	e.AwaitThat(link)
	e.Script(link + `.click()`)
	e.AwaitThat(`/[1-9][0-9] words/.test(document.body.innerText)`)
	e.press("Add words")
	last := `[...document.querySelectorAll('[id^=%s-field]')].at(-1)`
	e.fill(fmt.Sprintf(last, "term"), "Plot")
	e.fill(fmt.Sprintf(last, "meaning"), "The piece of land that you rent.")
	e.save(e)
	e.explains(t, site)
}

// newNotice holds a notice that was filled in anew to what was filled in.
func newNotice(t *testing.T, got string) {
	t.Helper()
	const want = `---
title: Blue badges
special_category_data:
  none: none
transfers:
  - none: Nothing leaves the country.
updated: 2026-11-22
---
`
	if diff := cmp.Diff(want, strings.TrimRight(got, "\n")+"\n"); diff != "" {
		t.Errorf("a notice that was filled in (-want +got):\n%s", diff)
	}
}

// Sveltia CMS keeps its files in a folder of the browser's own file system.
const sveltiaFiles = `window.confirm = () => true
const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', {create: true})
const fill = async () => {
	for (const name in content) {
		const parts = name.split('/'), last = parts.pop()
		let at = await folder()
		for (const part of parts) at = await at.getDirectoryHandle(part, {create: true})
		const file = await (await at.getFileHandle(last, {create: true})).createWritable()
		await file.write(content[name])
		await file.close()
	}
	window.filled = true
}
const read = async (at, pre, all) => {
	for await (const [name, entry] of at.entries()) entry.kind === 'file' ? all[pre + name] = await (await entry.getFile()).text() : await read(entry, pre + name + '/', all)
	return all
}
const watch = async () => { for (;;) { try { window.now = await read(await folder(), '', {}) } catch {} await new Promise(done => setTimeout(done, 50)) } }
fill().then(watch)
`

func TestSveltiaKeepsWhatFilesSayInABrowser(t *testing.T) {
	t.Parallel()
	site := inWelshToo(t)
	address := serve(t, "sveltia", "sveltia-cms.js", sveltiaFiles, site)
	e := &editor{
		Page:  browsertest.Open(t).Visit(t, address, tall),
		saved: `window.now`, title: `document.querySelector('[data-key-path=title] input,[data-key-path=name] input')`,
		save: func(e *editor) { e.press("Save"); e.AwaitThat("!(" + e.title + ")") }, // it goes back to the list
		slug: func(name string) string { return strings.TrimSuffix(name, path.Ext(name)) },
	}
	e.AwaitThat(`window.filled`)
	e.press("Work with Test Repository")
	e.AwaitThat(`document.body.innerText.includes('Notices: Cornwall')`)
	e.roundTrip(t, site)

	e.open("notices-cornwall", "/new")
	field := func(key string) string {
		return `document.querySelector('[data-key-path="` + key + `"] input,[data-key-path="` + key + `"] textarea')`
	}
	e.fill(field("title"), "Blue badges")
	e.fill(field("service"), "x")
	e.fill(field("service"), "")
	e.add("special_category_data")
	e.fill(field("special_category_data.none"), "none")
	e.add("criminal_offence_data")
	e.fill(field("criminal_offence_data.none"), "x")
	e.fill(field("criminal_offence_data.none"), "")
	e.add("transfers")
	e.fill(field("transfers.0.none"), "Nothing leaves the country.")
	e.fill(field("updated"), "2026-11-22")
	e.save(e)
	e.AwaitThat(`window.now['content/notices/cornwall/blue-badges.md']`)
	newNotice(t, e.files(t)["content/notices/cornwall/blue-badges.md"])

	e.open("notices-cornwall-cy", "/new")
	e.fill(field("title"), "Sgwrs we")
	e.fill(`document.querySelector("#entry-sidebar-content input")`, "web-chat")
	e.save(e)
	e.begunInWelsh(t)

	e.Script(`location.hash = '#/collections/site/entries/glossary'`)
	e.add("terms")
	at := strconv.Itoa(strings.Count(string(site["content/glossary.yaml"].Data), "- term:"))
	e.fill(field("terms."+at+".term"), "Plot")
	e.fill(field("terms."+at+".meaning"), "The piece of land that you rent.")
	e.press("Save")
	e.explains(t, site)
}

// tall is a window in which a whole form is shown: fields are made as they come into view.
var tall = browsertest.View{Name: "tall", Width: 1280, Height: 6000}

// add ticks the box that adds a group, or presses the button that adds an item to a list.
func (e *editor) add(key string) {
	button := `[...document.querySelectorAll('[data-key-path=` + key + `] button')].find(b => b.role === 'checkbox' || b.innerText.includes('Add'))`
	e.AwaitThat(button)
	e.Script(button + `.click()`)
}
