package main

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/txtar"
)

// sites are the sites that are edited, as they are at first.
var sites = map[string]func() map[string]string{"town": town, "example": example}

// town gives a made-up site: see testdata/again.
var town = sync.OnceValue(func() map[string]string {
	archive, err := txtar.ParseFile("testdata/again/town.txtar")
	if err != nil {
		panic(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
})

// example gives a part of the example site: small, with something of everything.
var example = sync.OnceValue(func() map[string]string {
	files := map[string]string{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !inPart(name) {
			return err
		}
		text, err := fs.ReadFile(root, name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		panic(err)
	}
	return files
})

// inPart reports whether a file is in the part of the example that is edited.
func inPart(name string) bool {
	if !strings.HasPrefix(name, "content/notices/") {
		return true
	}
	return slices.Contains([]string{"corporate.md", "web-chat.md", "newsletters.md", "elections.md", "active-cumbria.md", "local-government-reorganisation.md"}, path.Base(name))
}

// edit is one edit: what is done, to which file, and how.
type edit [3]byte

// make edits the files in the office, and says what was done.
func (e edit) make(o *office) string {
	o.before = append(o.before, o.state)
	o.files = maps.Clone(o.files)
	o.old = map[string]bool{}
	return kindsOfEdit[int(e[0])%len(kindsOfEdit)](o, int(e[1]), int(e[2]))
}

// The kinds of edits that are also made each alone, and the one that takes them back.
const swapping, looking, owning, reverting = 0, 1, 2, 3

// takingBack brings everything back to what it was before the first edit.
var takingBack = edit{reverting, 0, 0}

// kindsOfEdit are what people do. Which file and how are counted round.
var kindsOfEdit = []func(o *office, which, how int) string{
	swapping: (*office).swap, looking: (*office).look, owning: (*office).ownFile, reverting: (*office).revert,
	(*office).swap, (*office).swap, (*office).swap, (*office).swap, (*office).swap, (*office).swap, (*office).swap, (*office).swap,
	func(o *office, which, how int) string { return o.changeLine(o.pick(which, "content/"), how) },
	func(o *office, which, how int) string { return o.changeLine(o.pick(which, "content/notices/"), how) },
	func(o *office, which, how int) string { return o.changeLine(o.pick(which, "content/notices/"), how) },
	func(o *office, which, how int) string { return o.changeFact(o.pick(which, "content/notices/"), how) },
	func(o *office, which, how int) string { return o.changeFact(o.pick(which, "content/"), how) },
	(*office).changeTitle, (*office).changeSite, (*office).changeSite,
	func(o *office, which, how int) string {
		return o.changeLine(o.pick(which, "content/organisations/"), how)
	},
	func(o *office, which, how int) string { return o.changeLine(o.pick(which, "content/shared/"), how) },
	func(o *office, which, how int) string { return o.changeLine(o.pick(which, "content/glossary"), how) },
	func(o *office, which, how int) string { return o.changeLine(o.pick(which, "content/pages/"), how) },
	(*office).addNotice, (*office).delete, (*office).rename, (*office).revert, (*office).revert,
	(*office).sameSize, (*office).spoil, (*office).ownFile,
	(*office).translate, (*office).translate, (*office).addTo, (*office).addTo, (*office).look,
}

// pick gives a file whose path begins so, counted round; "" when there is none.
func (o *office) pick(which int, begins string) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(o.files)) {
		if strings.HasPrefix(name, begins) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return names[which%len(names)]
}

// changeLine adds a word to the end of a line that has words, or takes the line out.
func (o *office) changeLine(name string, how int) string {
	lines := strings.Split(o.files[name], "\n")
	var some []int
	for i, l := range lines {
		if len(l) > 12 && !strings.HasPrefix(l, "---") {
			some = append(some, i)
		}
	}
	if len(some) == 0 {
		return "nothing to change in " + name
	}
	i := some[how*7%len(some)]
	if how%9 == 8 {
		o.files[name] = strings.Join(slices.Delete(lines, i, i+1), "\n")
		return fmt.Sprintf("%s: take out line %d", name, i+1)
	}
	lines[i] += []string{" again", " of the council", " (ICO)", " may", " [cookies](../pages/cookies.md)"}[how%5]
	o.files[name] = strings.Join(lines, "\n")
	return fmt.Sprintf("%s:%d: %s", name, i+1, lines[i])
}

// factOf matches facts that can be others.
var factOf = regexp.MustCompile(`\b(?:public-task|consent|legal-obligation|contract|processor|controller|given|observed|obtained|yes|no|\d+ (?:months?|years?)|20\d\d-\d\d-\d\d|none|GB|US)\b`)

var otherFacts = []string{"public-task", "consent", "legitimate-interests", "processor", "obtained", "yes", "no", "3 months", "2027-03-04", "2026-11-23", "none", "US"}

func (o *office) changeFact(name string, how int) string {
	at := factOf.FindAllStringIndex(o.files[name], -1)
	if len(at) == 0 {
		return "no fact to change in " + name
	}
	span := at[how*5%len(at)]
	other := otherFacts[how%len(otherFacts)]
	was := o.files[name][span[0]:span[1]]
	o.files[name] = o.files[name][:span[0]] + other + o.files[name][span[1]:]
	return fmt.Sprintf("%s: %s becomes %s at %d", name, was, other, span[0])
}

var titleLine = regexp.MustCompile(`(?m)^(title|name|summary|short_name): .*$`)

func (o *office) changeTitle(which, how int) string {
	name := o.pick(which, []string{"content/notices/", "content/organisations/", "content/pages/", "content/shared/"}[how%4])
	title := fmt.Sprintf("$1: Title %d", how%5)
	o.files[name] = titleLine.ReplaceAllString(o.files[name], title)
	return name + ": " + title
}

// siteLines are lines that content/site.yaml can have.
var siteLines = []string{
	"languages: [en]", "languages: [en, cy]", "languages: [cy, en]", "law: uk", "law: eu", "banner: Another banner", "title: Other notices",
	"base_url: https://privacy.anytown.example/", "base_url: https://example.org/a/b/", "review_every: 2 years", "intro: Not as before.",
	"checks:\n  words_allowed: [prior to]", "checks:\n  severities:\n    - rule: date-missing\n      as: off", "brand:\n  colour: \"#ffcc00\"",
	"redirects:\n  - from: /old.html\n    to: /pages/cookies.html", "redirects:\n  - from: /old.html\n    to: /pages/nothing.html",
}

func (o *office) changeSite(which, how int) string {
	const name = "content/site.yaml"
	line := siteLines[which%len(siteLines)]
	key, _, _ := strings.Cut(line, ":")
	block := regexp.MustCompile(`(?m)^` + key + `:.*\n(?:[ ].*\n)*`)
	o.files[name] = block.ReplaceAllString(o.files[name], "")
	if how%4 > 0 {
		o.files[name] = strings.TrimRight(o.files[name], "\n") + "\n" + line + "\n"
		return name + ": " + line
	}
	return name + ": take out " + key
}

// addNotice copies a notice, or another file.
func (o *office) addNotice(which, how int) string {
	from := o.pick(which, "content/notices/")
	if how%5 == 0 {
		from = o.pick(which, "content/organisations/")
	}
	ending := path.Ext(from)
	to := fmt.Sprintf("%s-%d%s", strings.TrimSuffix(from, ending), how%3, ending)
	o.files[to] = strings.Replace(o.files[from], "title: ", fmt.Sprintf("title: More %d ", how%2), 1)
	return "add " + to
}

func (o *office) delete(which, how int) string {
	begins := "content/notices/"
	if how%3 == 0 {
		begins = "content/"
	}
	name := o.pick(which, begins)
	delete(o.files, name)
	return "delete " + name
}

func (o *office) rename(which, how int) string {
	name := o.pick(which, []string{"content/notices/", "content/pages/", "content/organisations/", "content/shared/"}[how%4])
	if name == "" {
		return "nothing to rename"
	}
	ending := path.Ext(name)
	to := fmt.Sprintf("%s-new%s", strings.TrimSuffix(name, ending), ending)
	if how%7 == 0 {
		to = path.Join(path.Dir(name), "Not a Name"+ending)
	}
	o.files[to] = o.files[name]
	delete(o.files, name)
	return "rename " + name + " to " + to
}

// revert brings all files, or one, back to what they were.
func (o *office) revert(which, how int) string {
	back := o.before[which%len(o.before)]
	if how%2 == 0 {
		o.state = back
		o.files = maps.Clone(back.files)
		return fmt.Sprintf("all as before edit %d", which%len(o.before)+1)
	}
	name := o.pick(how, "content/")
	if text, there := back.files[name]; there {
		o.files[name] = text
	}
	return fmt.Sprintf("%s as before edit %d", name, which%len(o.before)+1)
}

// sameSize changes one letter of a file, so that neither its size nor its time of
// change tells.
func (o *office) sameSize(which, how int) string {
	name := o.pick(which, "content/")
	text := []byte(o.files[name])
	for n := range text {
		if i := (n + how*97) % len(text); text[i] >= 'a' && text[i] < 'z' {
			text[i]++
			break
		}
	}
	o.files[name], o.old[name] = string(text), true
	return name + ": another letter, of the same time"
}

const spoilt = "\n  - [: not YAML\n"

// spoil puts what cannot be read into a file, or takes it out again.
func (o *office) spoil(which, how int) string {
	for _, name := range slices.Sorted(maps.Keys(o.files)) {
		if how%3 > 0 && strings.HasPrefix(o.files[name], "---"+spoilt) {
			o.files[name] = strings.TrimPrefix(o.files[name], "---"+spoilt)
			return "mend " + name
		}
	}
	name := o.pick(which, "content/")
	o.files[name] = "---" + spoilt + o.files[name]
	return "spoil " + name
}

// ownFiles are what a site's own layouts can be; nothing takes one out.
var ownFiles = []struct{ name, text string }{
	{"partials/anytown.css", ".facts { border-radius: 0; }\n"},
	{"partials/anytown.css", ".facts { border-radius: 1px; }\n"},
	{"partials/anytown.css", ""},
	{"layouts/not-found.html", `{{template "partials/top.html" .Page}}<h1>{{template "partials/text.html" .Title}}</h1>{{template "partials/bottom.html" .Page}}`},
	{"layouts/not-found.html", `{{template "partials/top.html" .Page}}<h1>{{.Nothing}}</h1>{{template "partials/bottom.html" .Page}}`},
	{"layouts/not-found.html", ""},
	{"layouts/words.en.yaml", "frame:\n  home: At home\n"},
	{"layouts/words.en.yaml", "frame:\n  hme: At home\n"},
	{"layouts/words.en.yaml", ""},
	{"layouts/words.cy.yaml", "frame:\n  home: Gartref\n"},
	{"layouts/words.cy.yaml", ""},
	{"partials/text.html", `{{if .Lang}}<span lang="{{.Lang}}">{{.Value}}</span>{{else}}{{.Value}}{{end}}`},
	{"partials/text.html", `<script>{{.Value}}</script>`},
	{"partials/text.html", ""},
	{"layouts/notices.html", "unused"},
	{"layouts/notices.html", ""},
}

func (o *office) ownFile(which, _ int) string {
	own := ownFiles[which%len(ownFiles)]
	if o.files[own.name] = own.text; own.text == "" {
		delete(o.files, own.name)
	}
	return own.name + ": " + own.text
}

// translate adds a translation into Welsh, of a notice or of what notices share.
func (o *office) translate(which, how int) string {
	name := o.pick(which, []string{"content/notices/", "content/organisations/", "content/shared/", "content/pages/"}[how%4])
	if name == "" || strings.Contains(filepath.Base(name), ".cy.") {
		delete(o.files, name)
		return "delete " + name
	}
	ending := path.Ext(name)
	to := strings.TrimSuffix(name, ending) + ".cy" + ending
	text := fmt.Sprintf("title: Teitl %d\n", how%3)
	if strings.HasPrefix(name, "content/notices/") {
		text += fmt.Sprintf("summary: Crynodeb %d\n", how%7)
	}
	if strings.HasPrefix(name, "content/organisations/") {
		text = fmt.Sprintf("name: Cyngor %d\n", how%3)
	}
	if ending == ".md" {
		text = "---\n" + text + "---\nDyma'r testun.\n"
	}
	o.files[to] = text
	return to + ": " + text
}

// lines that a notice can have besides.
var furtherLines = []string{
	"status: draft\n", "effective: 2026-11-25\n", "expires: 2026-11-21\n", "security: none\n", "open_questions: [How long?]\n", "corporate: cornwall/corporate\n",
	"inherits: [transfers]\n", "controller: cornwall-council\n", "include: [cctv]\n", "aliases: [/old.html]\n", "read_with: [cornwall/elections]\n", "kind: corporate\n", "covers:\n  - name: Chat\n    notice: cornwall/web-chat\n",
	"accepted:\n  - rule: question-open\n    reason: We look.\n    by: Records team\n    until: 2027-01-01\n",
}

// addTo adds a line to a notice, or takes it out.
func (o *office) addTo(which, how int) string {
	name, line := o.pick(which, "content/notices/"), furtherLines[how%len(furtherLines)]
	if rest, there := strings.CutPrefix(o.files[name], "---\n"+line); there {
		o.files[name] = "---\n" + rest
		return name + ": take out " + line
	}
	o.files[name] = strings.Replace(o.files[name], "---\n", "---\n"+line, 1)
	return name + ": " + line
}

// look changes how the site is looked at: on which day, with drafts or as a preview.
func (o *office) look(which, how int) string {
	o.day, o.draft, o.preview = which%3, how%3 == 1, how%3 == 2
	return fmt.Sprintf("%d days later, drafts %v, preview %v", o.day, o.draft, o.preview)
}
