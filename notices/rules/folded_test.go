package rules

import "testing"

// Texts of ASCII are folded as all texts are.
func TestTextsAreFoldedAlike(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", " ", ".", " . ! ", "One", "  Two\t\nwords \v\f\r ", "Three. ", "End.! .", "a . b", "ÀB c", "A\u00a0B", "\u212Aelvin", "x\x00Y\x1f", "\xff A",
	} {
		if got, want := folded(text), foldedInGeneral(text); got != want {
			t.Errorf("%q is folded to %q, want %q", text, got, want)
		}
	}
}
