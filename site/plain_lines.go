package site

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// take gives the words read so far, on as many lines as they were written on, each
// word a space from the next. They are there until the next are taken.
func (w *plain) take() []byte {
	if isOneLine(w.line) {
		w.line, w.words = w.words[:0], w.line
		return w.words
	}
	return w.takeAny()
}

func (w *plain) takeAny() []byte {
	w.words = w.words[:0]
	var between byte // the last word and the next
	for i := 0; i < len(w.line); {
		size, blank := ink(w.line[i:])
		switch {
		case blank == '\n':
			between = '\n'
		case blank != 0:
			if between == 0 {
				between = ' '
			}
		default:
			if between != 0 && len(w.words) > 0 {
				w.words = append(w.words, between)
			}
			between = 0
			w.words = append(w.words, w.line[i:i+size]...)
		}
		i += size
	}
	w.line = w.line[:0]
	return w.words
}

// isOneLine reports whether words are plain letters and signs on one line, and between
// them single spaces.
func isOneLine[words []byte | string](all words) bool {
	var wrong byte
	before := byte(' ')
	for i := range len(all) {
		c := all[i]
		if before|c == ' ' || c-' ' > '~'-' ' {
			wrong = 1
		}
		before = c
	}
	return wrong == 0 && before != ' '
}

// ink gives how much words begin with that is no space and nothing that cannot be seen,
// or else the first sign, which is.
func ink(words []byte) (size int, blank rune) {
	for size < len(words) {
		r, width := rune(words[size]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRune(words[size:])
		}
		if (r <= ' ' || r > '~') && (unicode.IsSpace(r) || unicode.IsControl(r)) {
			if size == 0 {
				return width, max(r, 1)
			}
			return size, 0
		}
		size += width
	}
	return size, 0
}

// say writes words that are on no page.
func (w *plain) say(words string) {
	w.line = append(w.line, words...)
	w.flush()
}

// flush ends the block that is being read.
func (w *plain) flush() {
	if len(w.line) > 0 {
		w.write(w.take())
	}
}

func (w *plain) heading(words []byte, underline byte) {
	if len(words) == 0 {
		return
	}
	close := w.close
	w.close, w.kept = 0, false
	w.write(words)
	w.repeat(underline, min(utf8.RuneCount(words), plainWidth))
	w.out = append(w.out, '\n')
	w.close, w.kept = close, close > 0
}

// write writes a block of words, broken into lines.
func (w *plain) write(words []byte) {
	if len(words) == 0 {
		return
	}
	if len(w.out) > 0 && (!w.kept || w.close == 0) {
		w.out = append(w.out, '\n')
	}
	w.kept = w.close > 0
	margin := 2 * max(w.depth-1, 0)
	rest := margin + utf8.RuneCountInString(w.bullet)
	if len(w.label) > 0 || w.bullet == "" && w.depth > 0 {
		rest += 2
	}
	bullet, label := w.bullet, w.label
	if bullet == "" && len(label) == 0 && w.depth > 0 {
		margin = rest
	}
	w.bullet, w.label = "", w.label[:0]
	for first := true; first || words != nil; first = false {
		var line []byte
		if line, words, _ = bytes.Cut(words, []byte("\n")); !first {
			margin, bullet, label = rest, "", nil
		}
		w.repeat(' ', margin)
		w.out = append(append(w.out, bullet...), label...)
		w.wrap(line, rest, plainWidth-margin-utf8.RuneCountInString(bullet)-utf8.RuneCount(label))
	}
}

func (w *plain) repeat(sign byte, times int) {
	for range times {
		w.out = append(w.out, sign)
	}
}

// wrap writes words in lines, each below the last one: in the first there is so much
// room, and before the others stand so many spaces.
func (w *plain) wrap(words []byte, margin, room int) {
	if isOneLine(words) {
		w.wrapPlain(words, margin, room)
	} else {
		w.wrapAny(words, margin, room)
	}
}

func (w *plain) wrapAny(words []byte, margin, room int) {
	begun := false
	for {
		var word []byte
		var length int
		if word, length, words = nextWord(words); length == 0 {
			break
		}
		if begun && length+1 > room {
			w.out = append(w.out, '\n')
			w.repeat(' ', margin)
			room, begun = plainWidth-margin, false
		}
		if begun {
			w.out = append(w.out, ' ')
			room--
		}
		w.out = append(w.out, word...)
		room, begun = room-length, true
	}
	w.out = append(w.out, '\n')
}

// wrapPlain is wrap for words of one line, in which every byte is a sign.
func (w *plain) wrapPlain(words []byte, margin, room int) {
	for len(words) > room {
		end := bytes.LastIndexByte(words[:max(room, 0)+1], ' ')
		if end < 0 {
			end = bytes.IndexByte(words, ' ')
		}
		if end < 0 {
			break // it is one word
		}
		w.out = append(append(w.out, words[:end]...), '\n')
		w.repeat(' ', margin)
		words, room = words[end+1:], plainWidth-margin
	}
	w.out = append(append(w.out, words...), '\n')
}

// nextWord gives the first of words, which is between spaces, with how many signs it has,
// and what is behind it.
func nextWord(words []byte) (word []byte, length int, rest []byte) {
	from := -1
	for i := 0; i < len(words); {
		r, size := rune(words[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(words[i:])
		}
		if r > ' ' && r <= '~' || !unicode.IsSpace(r) {
			if length++; from < 0 {
				from = i
			}
		} else if from >= 0 {
			return words[from:i], length, words[i:]
		}
		i += size
	}
	if from < 0 {
		return nil, 0, nil
	}
	return words[from:], length, nil
}
