package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"notices.example/site/browsertest"
)

// album is the folder of the pictures in docs/preview.md.
const album = "../../docs/pictures"

// TestThePicturesInTheManual goes through a mistake and its mending in the example,
// in a real browser, as the pictures in docs/preview.md show it. Each is taken anew,
// once the words that it shows are there, by
//
//	go test ./cmd/notices -run ThePicturesInTheManual -update
func TestThePicturesInTheManual(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	s := newServing()
	s.now = time.Now
	root := exampleCopy(t)
	r := begin(t, s, "--source", root, "--port", "0", "--at", "2026-11-22", "--editor", "vscode")
	r.prints("^Ready: ")
	address := regexp.MustCompile(`http://\S+/`).FindString(r.out.String())
	file := filepath.Join(root, "content", "notices", "cornwall", "web-chat.md")
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	save := func(text []byte) {
		t.Helper()
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const up = `scrollBy({top: document.querySelector('#np-at-retention').getBoundingClientRect().top - 120, behavior: 'instant'})`
	p := b.Visit(t, address+"notices/cornwall/web-chat.html", browsertest.View{Name: "a picture", Width: 900, Height: 640})
	p.Await("Nothing to put right on this page")

	save(regexp.MustCompile(`(?s)retention:\n.*?\nauto`).ReplaceAll(whole, []byte("auto"))) // how long data is kept is gone
	p.Await("1 thing to put right on this page")
	p.Script(`document.querySelector('#np-at-retention').open = true`)
	p.Script(up)
	p.Await("Missing here: “How long we keep it”.")
	p.Await("Give a period for all the data, and the event it runs from:")
	shows(t, p, "preview-mark")

	save(bytes.Replace(whole, []byte("role: processor"), []byte("role: procesor"), 1))
	p.Await("“procesor” is not a word that can stand for “role”.")
	p.Script(`scrollTo({top: 0, behavior: 'instant'})`)
	p.Script(`document.querySelector('#np-panel details').open = true`)
	p.Await("Did you mean “processor”?")
	shows(t, p, "preview-panel")

	desk := b.Visit(t, address+"__notices/", browsertest.View{Name: "a picture", Width: 900, Height: 640})
	desk.Await("The site cannot be published yet: 1 thing to put right first.")
	shows(t, desk, "preview-desk")

	save(bytes.Replace(whole, []byte("title: Web chat"), []byte(`title: "Web chat`), 1))
	p.Await("“Web chat” cannot be shown yet")
	p.Await("A quote opens here and is never closed.")
	shows(t, p, "preview-trouble")

	save(whole)
	p.Await("Nothing to put right on this page")
	desk.Await("Everything that is required is there: the site can be published.")
	r.finish()
	t.Logf("the terminal:\n%s", strings.ReplaceAll(r.out.String(), root, "."))
}

// shows takes the picture anew when that is asked for, and holds the one that there
// is to what the manual can bear.
func shows(t *testing.T, p *browsertest.Page, name string) {
	t.Helper()
	const most = 60 << 10
	file := filepath.Join(album, name+".png")
	if *update {
		if err := os.WriteFile(file, small(t, p.Picture()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(file)
	if err != nil || info.Size() > most {
		t.Errorf("%s: it is to be there, in %d bytes at most: %v", name, most, err)
	}
	manual, err := os.ReadFile("../../docs/preview.md")
	if err != nil || !bytes.Contains(manual, []byte("](pictures/"+name+".png)")) {
		t.Errorf("%s is not in docs/preview.md: %v", name, err)
	}
}

// small writes a picture with as few colours as can be told apart.
func small(t *testing.T, picture []byte) []byte {
	t.Helper()
	full, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	bounds := full.Bounds()
	coarse := func(c color.Color) color.RGBA {
		r, g, b, _ := c.RGBA()
		step := func(v uint32) uint8 { return uint8(min(255, (v>>8+4)/8*8)) }
		return color.RGBA{step(r), step(g), step(b), 255}
	}
	often := map[color.RGBA]int{}
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			often[coarse(full.At(x, y))]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(often), func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(often[b], often[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range colours[:min(len(colours), 256)] {
		palette = append(palette, c)
	}
	flat := image.NewPaletted(bounds, palette)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			flat.Set(x, y, coarse(full.At(x, y)))
		}
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, flat); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
