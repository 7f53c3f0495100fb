package site

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The picture is as narrow as the narrowest telephone leaves room for, so that
// there is one picture for all screens. All lengths are in its own units.
const (
	pictureWidth = 288
	boxPadding   = 10
	boxGap       = 6
	stepGap      = 30 // between two steps, where the arrow is
	lineHeight   = 18
	fontSize     = 14
	mostShown    = 6 // boxes of one step; more are counted in a last one
)

// Picture is a drawing of boxes, one below the other, with an arrow from each
// step to the next.
type Picture struct {
	Width, Height int
	Boxes         []PictureBox
	Arrows        []PictureArrow
	Labels        []PictureLine
}

// PictureBox is one box with its words.
type PictureBox struct {
	X, Y, Width, Height int
	Us                  bool
	Lines               []PictureLine
}

// PictureLine is one line of words; Y is its baseline.
type PictureLine struct {
	X, Y int
	Text Text
}

// PictureArrow points down from Y.
type PictureArrow struct{ X, Y int }

// picture lays the steps out. It needs no browser: the widths of words are taken
// for more than they are in any common typeface.
func (w *Words) picture(steps []FlowList) Picture {
	p := Picture{Width: pictureWidth}
	y := 0
	for i, step := range steps {
		if i > 0 {
			p.Arrows = append(p.Arrows, PictureArrow{X: pictureWidth / 2, Y: y + 3})
			y += stepGap
		}
		p.Labels = append(p.Labels, PictureLine{X: 1, Y: y + fontSize, Text: Text{Value: step.Label}})
		y += lineHeight + boxGap
		for n, name := range w.shown(step.Names) {
			if n > 0 {
				y += boxGap
			}
			box := newBox(name, y)
			box.Us = step.Us
			p.Boxes = append(p.Boxes, box)
			y += box.Height
		}
	}
	p.Height = y + 1
	return p
}

// shown gives as many names as the picture has boxes for, and how many are left.
func (w *Words) shown(names []FlowName) []FlowName {
	if len(names) <= mostShown {
		return names
	}
	left := len(names) - mostShown + 1
	return append(names[:mostShown-1:mostShown-1], FlowName{Name: Text{Value: w.others(left)}})
}

func newBox(name FlowName, y int) PictureBox {
	box := PictureBox{X: 1, Y: y, Width: pictureWidth - 2}
	add := func(words, lang string) {
		for _, line := range wrap(words, box.Width-2*boxPadding) {
			box.Lines = append(box.Lines, PictureLine{
				X: box.X + boxPadding, Y: y + boxPadding + len(box.Lines)*lineHeight + fontSize - 2, Text: Text{Value: line, Lang: lang},
			})
		}
	}
	add(name.Name.Value, name.Name.Lang)
	if name.Country != "" {
		add("("+name.Country+")", "")
	}
	box.Height = 2*boxPadding + len(box.Lines)*lineHeight - (lineHeight - fontSize)
	return box
}

// wrap breaks words into lines that are no wider than the limit. A word that is
// too wide by itself is broken.
func wrap(words string, limit int) (lines []string) {
	var line []byte
	width := 0.0 // of the line
	for word := range strings.FieldsSeq(words) {
		if wider := widened(width+share(' '), word); len(line) > 0 && inUnits(wider) <= limit {
			line, width = append(append(line, ' '), word...), wider
			continue
		}
		if len(line) > 0 {
			lines = append(lines, string(line))
		}
		line, width = line[:0], 0
		for _, r := range word {
			if len(line) > 0 && inUnits(width+share(r)) > limit {
				lines = append(lines, string(line))
				line, width = line[:0], 0
			}
			line, width = utf8.AppendRune(line, r), width+share(r)
		}
	}
	if len(line) > 0 {
		lines = append(lines, string(line))
	}
	return lines
}

// widened gives the width of words behind others, as a share of the size of the type.
func widened(width float64, words string) float64 {
	for _, r := range words {
		width += share(r)
	}
	return width
}

// inUnits gives a width that words of that share do not go beyond.
func inUnits(width float64) int { return int(width*fontSize) + 1 }

// share gives the width of a letter as a share of the size of the type.
func share(r rune) float64 {
	if r < utf8.RuneSelf {
		return shares[r]
	}
	return shareOf(r)
}

var shares = func() (of [utf8.RuneSelf]float64) {
	for r := range rune(utf8.RuneSelf) {
		of[r] = shareOf(r)
	}
	return of
}()

func shareOf(r rune) float64 {
	switch {
	case strings.ContainsRune("iljftrI.,:;'’|!()[] -", r):
		return 0.4
	case r > 0x2000 || strings.ContainsRune("MWmw@%", r):
		return 1
	case unicode.IsUpper(r) || r > 0x24F:
		return 0.75
	}
	return 0.6
}
