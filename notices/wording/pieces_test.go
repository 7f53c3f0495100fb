package wording

import (
	"strings"
	"testing"
)

// A text without a full stop is read in pieces that hold all of it.
func TestLongSentencesAreReadInPieces(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"short", strings.Repeat("word ", 1000), strings.Repeat("x", 9000), strings.Repeat("ŵ", 9000), strings.Repeat("a ŵ", 3000),
	} {
		at := 0
		for _, p := range inPieces(text, []part{{0, len(text)}}) {
			if p.start != at || p.stop-p.start > longest || p.stop <= p.start {
				t.Fatalf("the piece %v comes after %d", p, at)
			}
			if piece := text[p.start:p.stop]; strings.ToValidUTF8(piece, "") != piece {
				t.Errorf("a letter is cut in %q", piece[:10])
			}
			at = p.stop
		}
		if at != len(text) {
			t.Errorf("the pieces end at %d of %d", at, len(text))
		}
	}
}
