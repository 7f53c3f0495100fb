package site

import (
	"strings"
	"testing"
)

// byBytes says of words what is found eight bytes at a time, byte by byte.
func byBytes(words string) (oneLine, closedUp, lines bool) {
	oneLine, closedUp, lines = words != "" && !strings.HasPrefix(words, " ") && !strings.HasSuffix(words, " ") && !strings.Contains(words, "  "), true, true
	for i := range len(words) {
		c := words[i]
		oneLine = oneLine && ' ' <= c && c <= '~'
		lines = lines && (' ' <= c && c <= '~' || c == '\n')
		blank := strings.IndexByte(" \n", c) >= 0
		closedUp = closedUp && c != '&' && c != '\t' && !(blank && i > 0 && strings.IndexByte(" \n", words[i-1]) >= 0)
	}
	return oneLine, closedUp, lines
}

func sameByBytes(t *testing.T, words string) {
	t.Helper()
	oneLine, closedUp, lines := byBytes(words)
	if isOneLine(words) != oneLine || isOneLine([]byte(words)) != oneLine {
		t.Errorf("%q is one line: %t", words, !oneLine)
	}
	if isClosedUp([]byte(words)) != closedUp {
		t.Errorf("%q is closed up: %t", words, !closedUp)
	}
	many := plainLines([]byte(words))
	if _, _, all := byBytes(words[:many]); !all || lines && many < len(words)-7 {
		t.Errorf("of %q, %d bytes are plain", words, many)
	}
}

// Each byte at each place, beside each sign that means something.
func TestEightBytesAtATimeAreSeenAsOneByOne(t *testing.T) {
	t.Parallel()
	for at := range 19 {
		for c := range 256 {
			for _, beside := range []string{"a", " ", "\n", "\t", "&", "\x7f", "\x80", "\xff", "\x00", "\x1f"} {
				words := []byte(strings.Repeat("a", 20))
				words[at] = byte(c)
				copy(words[at+1:], beside)
				sameByBytes(t, string(words))
				sameByBytes(t, string(words[:at+1]))
			}
		}
	}
	sameByBytes(t, "")
}

// FuzzEightBytesAtATime looks through anything.
func FuzzEightBytesAtATime(f *testing.F) {
	f.Add("one two  three\nfour & five")
	f.Fuzz(sameByBytes)
}
