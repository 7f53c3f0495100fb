package site

import "encoding/binary"

// Words are looked through eight bytes at a time, each of which is a part of a number. What
// is found of a byte is the highest bit of its part.

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
	lows  = highs - ones // 0x7f in each part
)

// are gives which of eight bytes are this one.
func are(eight uint64, c byte) uint64 {
	differ := eight ^ uint64(c)*ones
	return ^(differ&lows + lows | differ) & highs
}

// isOneLine reports whether words are plain letters and signs on one line, and between
// them single spaces.
func isOneLine[words []byte | string](all words) bool {
	if len(all) == 0 || all[0] == ' ' || all[len(all)-1] == ' ' {
		return false
	}
	var wrong, before uint64 // before is whether the last byte was a space
	for ; len(all) >= 8; all = all[8:] {
		eight := eightOf(all)
		blank := are(eight, ' ')
		wrong |= eight | eight + ones | ^(eight + 0x60*ones) | blank&(blank<<8|before)
		before = blank >> 56
	}
	for i := range len(all) {
		c := all[i]
		if c == ' ' && before != 0 || c-' ' > '~'-' ' {
			return false
		}
		before = 0
		if c == ' ' {
			before = 1
		}
	}
	return wrong&highs == 0
}

// eightOf gives the first eight bytes of words.
func eightOf[words []byte | string](all words) uint64 {
	w := all[:8]
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 | uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
}

// isClosedUp reports whether there is nothing to do to words, as is so as a rule: no two
// spaces follow each other, no tab is there and no reference.
func isClosedUp(words []byte) bool {
	var wrong, before uint64
	for ; len(words) >= 8; words = words[8:] {
		eight := binary.LittleEndian.Uint64(words)
		blank := are(eight, ' ') | are(eight, '\n')
		wrong |= are(eight, '&') | are(eight, '\t') | blank&(blank<<8|before)
		before = blank >> 56
	}
	for _, c := range words {
		blank := c == ' ' || c == '\n'
		if c == '&' || c == '\t' || blank && before != 0 {
			return false
		}
		before = 0
		if blank {
			before = 1
		}
	}
	return wrong == 0
}

// plainLines gives how many bytes at the beginning of words are plain letters and signs on
// any number of lines, or a few less.
func plainLines(words []byte) (many int) {
	for ; len(words) >= 8; words = words[8:] {
		eight := binary.LittleEndian.Uint64(words)
		if (eight|eight+ones|^(eight+0x60*ones)&^are(eight, '\n'))&highs != 0 {
			break
		}
		many += 8
	}
	return many
}
