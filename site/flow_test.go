package site

import (
	"fmt"
	"strings"
	"testing"
)

func TestBoxesOfAPictureNeverOverlapAndHoldTheirWords(t *testing.T) {
	t.Parallel()
	words := &Words{KeyFacts: KeyFactWords{More: "and {n} more"}}
	long := "The National Association of Drainage Authorities and Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
	for n := 1; n <= 20; n++ {
		var many []FlowName
		for i := range n {
			many = append(many, FlowName{Name: Text{Value: fmt.Sprint(long, strings.Repeat(" W", i))}, Country: "United States of America"})
		}
		steps := []FlowList{{Label: "From", Names: many}, {Label: "Us", Names: many[:1], Us: true}, {Label: "To", Names: many}}
		p := words.picture(steps)
		end := 0
		for _, b := range p.Boxes {
			if b.Y < end || b.X < 0 || b.X+b.Width > p.Width || b.Y+b.Height > p.Height {
				t.Fatalf("%d names: the box at %d overlaps or sticks out", n, b.Y)
			}
			for _, l := range b.Lines {
				if l.Y-fontSize+2 < b.Y || l.Y > b.Y+b.Height || l.X+inUnits(widened(0, l.Text.Value)) > b.X+b.Width {
					t.Errorf("%d names: %q leaves its box", n, l.Text.Value)
				}
			}
			end = b.Y + b.Height
		}
		for _, a := range p.Arrows {
			for _, b := range p.Boxes {
				if a.Y < b.Y+b.Height && a.Y+20 > b.Y {
					t.Errorf("%d names: an arrow crosses a box", n)
				}
			}
		}
		if len(p.Boxes) > 2*mostShown+1 || len(p.Arrows) != 2 {
			t.Errorf("%d names: %d boxes, %d arrows", n, len(p.Boxes), len(p.Arrows))
		}
	}
}

func TestWrappingLosesNothing(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"", "a", "one two", strings.Repeat("W", 200), strings.Repeat("ŵy ", 90), "警察および消防"} {
		lines := wrap(words, 100)
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(words, " ", ""); got != want {
			t.Errorf("%q became %q", want, got)
		}
		for _, line := range lines {
			if inUnits(widened(0, line)) > 100 {
				t.Errorf("%q is too wide", line)
			}
		}
	}
}

func TestDrawingsHoldShapesAndWordsOnly(t *testing.T) {
	t.Parallel()
	const page = `<!doctype html><title>x</title><svg role="img" aria-labelledby="a"%s>%s</svg><h3 id="a">x</h3>`
	good := fmt.Sprintf(page, ` class="flow" viewBox="0 0 1 1" width="1" height="1"`,
		`<rect class="us" x="1" y="1" width="1" height="1" rx="6"></rect><path d="M1 2v20m-6-6l6 6 6-6"></path><text x="1" y="1" lang="cy">a</text>`)
	if problems := Unsafe([]byte(good)); problems != nil {
		t.Errorf("%v", problems)
	}
	for _, c := range [][2]string{
		{` onload="x"`, ""}, {` style="x"`, ""}, {` xmlns:xlink="x"`, ""}, {"", `<script>x</script>`}, {"", `<a href="https://x.example"><text>x</text></a>`},
		{"", `<a xlink:href="javascript:x"></a>`}, {"", `<use href="#a"></use>`}, {"", `<image href="a.png"></image>`}, {"", `<foreignObject><p>x</p></foreignObject>`},
		{"", `<animate attributeName="x"></animate>`}, {"", `<set></set>`}, {"", `<style>x</style>`}, {"", `<rect fill="url(https://x.example)"></rect>`},
		{"", `<rect width="url(//x)"></rect>`}, {"", `<path d="M1 1" onclick="x"></path>`}, {"", `<text style="x">x</text>`}, {"", `<g></g>`}, {"", `<desc>x</desc>`},
		{"", `<filter></filter>`}, {"", `<svg></svg>`}, {"", `<title>x</title>`},
	} {
		if Unsafe(fmt.Appendf(nil, page, c[0], c[1])) == nil {
			t.Errorf("not refused: %v", c)
		}
	}
}
