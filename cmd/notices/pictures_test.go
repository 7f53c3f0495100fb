package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"notices.example/notices/report"
	"notices.example/site/browsertest"
)

// guidePictures are the pictures in the guides but those of the preview, which are
// taken while somebody writes: each of a page that a command made, and the words that
// have to be on it before it is taken.
var guidePictures = []struct {
	name string
	make func(t *testing.T, dir string) (page string) // its file, in the folder
	view browsertest.View
	says string
}{
	{"notice-phone", exampleNotice, browsertest.View{Name: "a phone", Width: 320, Height: 640}, "Web chat"},
	{"check", terminalPage, browsertest.View{Name: "a terminal", Width: 900, Height: 700}, "is not a length of time"},
	{"desk", deskPage, browsertest.View{Name: "a desk", Width: 1000, Height: 700}, "22 November 2026"},
	{"poster", posterPage, browsertest.View{Name: "paper", Width: 700, Height: 900}, "Web chat"},
}

// TestThePicturesInTheGuides holds the pictures to what a guide can bear. They are taken
// anew, in a real browser, by
//
//	make pictures
func TestThePicturesInTheGuides(t *testing.T) {
	t.Parallel()
	texts := guideTexts(t)
	for _, p := range guidePictures {
		if *update {
			takePicture(t, p.name, p.make, p.view, p.says)
		}
	}
	files, err := filepath.Glob(album + "/*.png")
	if err != nil || len(files) < len(guidePictures) {
		t.Errorf("there are %d pictures: %v", len(files), err)
	}
	for _, file := range files {
		const most = 150 << 10
		name := filepath.Base(file)
		if info, err := os.Stat(file); err != nil || info.Size() > most {
			t.Errorf("%s has more than %d bytes: %v", name, most, err)
		}
		shown := false
		for _, text := range texts {
			shown = shown || strings.Contains(text, "](pictures/"+name+")")
		}
		if !shown {
			t.Errorf("%s is in no guide", name)
		}
	}
}

func takePicture(t *testing.T, name string, page func(*testing.T, string) string, view browsertest.View, says string) {
	t.Helper()
	dir := t.TempDir()
	file := page(t, dir)
	p := browsertest.Open(t).Visit(t, browsertest.FileURL(t, dir, file), view)
	p.Await(says)
	if err := os.WriteFile(filepath.Join(album, name+".png"), small(t, p.Picture()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// exampleNotice publishes the example, and shows a notice of it.
func exampleNotice(t *testing.T, dir string) string {
	runs(t, "build", "--source", "../..", "--at", exampleDay, "--output", filepath.Join(dir, "public"))
	return "public/notices/cornwall/web-chat.html"
}

func deskPage(t *testing.T, dir string) string {
	runs(t, "report", "--source", "../..", "--at", exampleDay, "--output", filepath.Join(dir, "desk"))
	return "desk/index.html"
}

func posterPage(t *testing.T, dir string) string {
	runs(t, "snippet", "cornwall/web-chat", "--for", "poster", "--source", "../..", "--at", exampleDay, "--output", filepath.Join(dir, "poster.html"))
	return "poster.html"
}

// terminalPage shows what the check prints in a terminal with colours, as wide as the
// picture.
func terminalPage(t *testing.T, dir string) string {
	t.Helper()
	flags := sourceFlags{source: "testdata/readme", at: exampleDay}
	e, err := flags.examine(t.Context(), today, nil)
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	options := report.TextOptions{Colour: true, Width: 100, Outcome: "The site cannot be published like this.", Cite: e.law.Cite}
	if err := report.Text(&said, e.findings, e.line, options); err != nil {
		t.Fatal(err)
	}
	page := terminalFrame + coloured.ReplaceAllStringFunc(html.EscapeString("$ notices check\n"+said.String()), func(code string) string {
		if number := strings.Trim(code, "\x1b[m"); number != "0" {
			return fmt.Sprintf(`<b class="c%s">`, number)
		}
		return "</b>"
	}) + "</pre>\n"
	if err := os.WriteFile(filepath.Join(dir, "terminal.html"), []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	return "terminal.html"
}

// coloured is what a terminal changes its colour by.
var coloured = regexp.MustCompile(`\x1b\[\d+m`)

const terminalFrame = `<!doctype html><html lang="en"><meta charset="utf-8"><title>notices check</title>
<style>
body { margin: 0; background: #1b242b; }
pre { margin: 0; padding: 1rem; color: #e8edf1; font: 14px/1.35 "DejaVu Sans Mono", monospace; white-space: pre-wrap; }
b { font-weight: 400; } .c1 { font-weight: 700; } .c31 { color: #ff8f80; } .c32 { color: #8fd694; } .c33 { color: #ffd479; } .c36 { color: #7fd4e8; }
</style><pre>`
