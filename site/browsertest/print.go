package browsertest

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/chromedp/chromedp"
	"golang.org/x/text/unicode/norm"
)

// Printed prints the page on A4 paper, as a PDF file, and gives the words on the
// paper, with single spaces between them.
func (p *Page) Printed() string {
	p.t.Helper()
	pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		p.t.Fatalf("print %s: %v", p.url, err)
	}
	return wordsOf(pdf)
}

// printable gives each run of words of the page's main part, whether the screen
// shows it or not. It leaves out what the style sheet hides from everyone, or from
// paper, with display: none, and what it keeps for screen readers in a box of one
// pixel.
const printable = `(() => {
	const hidden = e => {
		if (!e) return false
		const s = getComputedStyle(e)
		return s.display === 'none' || s.width === '1px' && s.overflow === 'hidden' || hidden(e.parentElement)
	}
	const runs = []
	for (const main of document.querySelectorAll('main')) {
		const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
		while (walker.nextNode()) if (!hidden(walker.currentNode.parentElement)) runs.push(walker.currentNode.data)
	}
	return runs
})()`

// Unprinted gives the words of the page's main part that are not on the paper,
// although the style sheet does not hide them: those in a closed details element.
func (p *Page) Unprinted() []string {
	p.t.Helper()
	p.emulate("print")
	runs := evaluate[[]string](p, printable)
	p.emulate("")
	paper := lettersOf(p.Printed())
	var unprinted []string
	for _, run := range runs {
		if !strings.Contains(paper, lettersOf(run)) {
			unprinted = append(unprinted, strings.Join(strings.Fields(run), " "))
		}
	}
	return unprinted
}

// lettersOf leaves out everything but letters and digits: where lines break and
// how words are hyphenated is of no interest.
func lettersOf(words string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, norm.NFKC.String(words))
}

var (
	pdfObject = regexp.MustCompile(`(?s)(\d+) 0 obj\s(.*?)\sendobj`)
	pdfStream = regexp.MustCompile(`(?s)>>\s?stream\r?\n(.*)\nendstream`)
	pdfFont   = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	pdfText   = regexp.MustCompile(`/F(\d+) [-.\d]+ Tf|<([0-9A-Fa-f]+)> Tj|\b(?:Tm|ET)\b`)
	pdfGlyphs = regexp.MustCompile(`(?s)beginbf(char|range)\n(.*?)\nendbf`)
	pdfDigits = regexp.MustCompile(`<([0-9A-Fa-f]+)>`)
)

// wordsOf reads PDF files as Chromium writes them: glyph numbers in hexadecimal,
// with a table for each font that says which characters they are.
func wordsOf(pdf []byte) string {
	objects := map[string][]byte{}
	var order []string
	for _, m := range pdfObject.FindAllSubmatch(pdf, -1) {
		objects[string(m[1])] = m[2]
		order = append(order, string(m[1]))
	}
	fonts := map[string]map[string]string{}
	for number, object := range objects {
		if m := pdfFont.FindSubmatch(object); m != nil {
			fonts[number] = glyphsOf(inflate(objects[string(m[1])]))
		}
	}
	var words strings.Builder
	for _, number := range order {
		writeText(&words, inflate(objects[number]), fonts)
	}
	return strings.Join(strings.Fields(norm.NFKC.String(words.String())), " ") // without ligatures
}

// inflate gives the content of an object's stream, or nothing.
func inflate(object []byte) []byte {
	m := pdfStream.FindSubmatch(object)
	if m == nil {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(m[1]))
	if err != nil {
		return nil
	}
	content, _ := io.ReadAll(r) // what can be read
	return content
}

// writeText writes the characters that a page's content draws.
func writeText(w *strings.Builder, content []byte, fonts map[string]map[string]string) {
	var font map[string]string
	for _, m := range pdfText.FindAllSubmatch(content, -1) {
		switch {
		case m[1] != nil:
			font = fonts[string(m[1])]
		case m[2] != nil:
			for glyphs := strings.ToUpper(string(m[2])); len(glyphs) >= 4; glyphs = glyphs[4:] {
				w.WriteString(font[glyphs[:4]])
			}
		default:
			w.WriteByte(' ')
		}
	}
}

// glyphsOf reads a font's table of characters by glyph number. Its lines are
// "<glyph> <character>", or "<first glyph> <last glyph> <first character>".
func glyphsOf(table []byte) map[string]string {
	characters := map[string]string{}
	for _, block := range pdfGlyphs.FindAllSubmatch(table, -1) {
		for line := range strings.Lines(string(block[2])) {
			fields := pdfDigits.FindAllStringSubmatch(line, -1)
			if len(fields) < 2 {
				continue
			}
			addGlyphs(characters, fields[0][1], fields[len(fields)-2][1], utf16Of(fields[len(fields)-1][1]))
		}
	}
	return characters
}

func addGlyphs(characters map[string]string, first, last string, units []uint16) {
	from, err := strconv.ParseUint(first, 16, 16)
	if err != nil || len(units) == 0 {
		return
	}
	to, err := strconv.ParseUint(last, 16, 16)
	if err != nil {
		return
	}
	for glyph := from; glyph <= to; glyph++ {
		characters[fmt.Sprintf("%04X", glyph)] = string(utf16.Decode(units))
		units[len(units)-1]++
	}
}

func utf16Of(digits string) []uint16 {
	b, err := hex.DecodeString(digits)
	if err != nil {
		return nil
	}
	var units []uint16
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return units
}
