package load

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
)

// maxSame is how many findings of one rule a file gets from its characters.
const maxSame = 20

// checkText makes text of the bytes of a file, and reports what a reviewer could
// not see or a program might take differently. It gives the text with \n line
// ends and every letter as one character with its accent, and whether it is too
// damaged to be read on.
func (f *file) checkText(raw string) (text string, broken bool) {
	raw = strings.TrimPrefix(raw, "\xef\xbb\xbf")
	if kind := otherFormat(raw); kind != "" {
		f.lines = []string{""}
		f.report(ruleTextEncoding, f.at(1, 1, 0), "This is not a text file: it looks like "+kind+".", "Save it as plain text in UTF-8.")
		return "", true
	}
	text = strings.ReplaceAll(raw, "\r\n", "\n")
	if f.setLines(text) {
		return text, f.checkConflict() // no character can be wrong
	}
	before := text
	valid := utf8.ValidString(text)
	if valid {
		text = nfc(text)
	}
	oldMac := strings.IndexByte(text, '\r')
	if oldMac >= 0 {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	if text != before {
		f.setLines(text)
	}
	if !valid {
		f.reportBadUTF8(badUTF8(f.lines))
		return readable(text), true
	}
	if oldMac >= 0 {
		line := 1 + strings.Count(text[:oldMac], "\n")
		f.report(ruleTextLineEnds, f.at(line, utf8.RuneCountInString(f.line(line))+1, 0),
			"This line ends in a way that only old Mac programs use.", "Save the file again with Windows or Unix line ends.")
		return text, true
	}
	broken = f.checkCharacters()
	f.checkLetters()
	if f.checkConflict() {
		broken = true
	}
	return text, broken
}

// otherFormat recognises files that are no UTF-8 text by how they start.
func otherFormat(raw string) string {
	for _, known := range []struct{ start, name string }{
		{"\xff\xfe", "text in UTF-16 (“Unicode” in Windows programs)"}, {"\xfe\xff", "text in UTF-16 (“Unicode” in Windows programs)"},
		{"\x89PNG", "a PNG picture"}, {"\xff\xd8\xff", "a JPEG picture"}, {"GIF8", "a GIF picture"},
		{"\x1f\x8b", "a compressed file (gzip)"}, {"PK\x03\x04", "a Word document or a ZIP file"},
		{"%PDF-", "a PDF document"}, {"\xd0\xcf\x11\xe0", "an old Word document"}, {"{\\rtf", "a rich text document"},
	} {
		if strings.HasPrefix(raw, known.start) {
			return known.name
		}
	}
	if len(raw) >= 4 && (raw[0] == 0) != (raw[1] == 0) && (raw[0] == 0) == (raw[2] == 0) && (raw[1] == 0) == (raw[3] == 0) {
		return "text in UTF-16 (“Unicode” in Windows programs)"
	}
	return ""
}

// badUTF8 gives the place of the first byte that is not UTF-8.
func badUTF8(lines []string) (line, col int) {
	for i, s := range lines {
		if utf8.ValidString(s) {
			continue
		}
		for j, r := range s {
			col++
			if _, size := utf8.DecodeRuneInString(s[j:]); r == utf8.RuneError && size == 1 {
				return i + 1, col
			}
		}
	}
	return 1, 1
}

// readable puts a mark in the place of every byte that is not UTF-8.
func readable(s string) string { return string([]rune(s)) }

func (f *file) reportBadUTF8(line, col int) {
	rest := f.restOf(line, col)
	before := strings.TrimSuffix(f.line(line), rest)
	message := fmt.Sprintf("The file is not saved as UTF-8: character %d of line %d (byte 0x%02X) cannot be read.", col, line, rest[0])
	if guess := windows1252(rest[0]); guess != 0 && (len(rest) == 1 || rest[1] < utf8.RuneSelf) {
		words := before[strings.LastIndexAny(before, " \t")+1:] + string(guess)
		message += fmt.Sprintf(" It was probably “%s”, as in “%s”.", string(guess), readable(words))
	}
	f.lines, f.typed = strings.Split(readable(strings.Join(f.lines, "\n")), "\n"), nil
	f.report(ruleTextEncoding, f.at(line, col, 1), message,
		"Save the file as UTF-8. In Notepad: File, Save as, Encoding: UTF-8.")
}

// windows1252 gives the letter a byte stands for in the encoding that Windows
// used before UTF-8; 0 when it stands for none that text has.
func windows1252(b byte) rune {
	switch {
	case b >= 0xa0:
		return rune(b)
	case b == 0x80:
		return '€'
	case b == 0x85:
		return '…'
	case b >= 0x91 && b <= 0x97:
		return []rune("‘’“”•–—")[b-0x91]
	}
	return 0
}

// checkCharacters reports characters that nobody can see or read, one finding a line.
func (f *file) checkCharacters() (broken bool) {
	count := map[string]int{}
	for i, line := range f.lines {
		if f.typed[i] {
			continue
		}
		col, found, wrong := lineProblem(line)
		if !wrong {
			continue
		}
		broken = broken || found.rule == ruleTextControl || found.rule == ruleTextAccents
		if count[found.rule]++; count[found.rule] <= maxSame {
			f.add(notices.Finding{Rule: found.rule, Severity: found.severity, Pos: f.at(i+1, col, 1), Message: found.message, Fix: found.fix})
		}
	}
	return broken
}

// lineProblem gives the first character of a line that something is wrong with.
func lineProblem(line string) (col int, found character, wrong bool) {
	accents := 0
	for i, r := range []rune(line) {
		if accents++; !unicode.Is(unicode.Mn, r) {
			accents = 0
		}
		if accents > maxAccents {
			return max(i+1-accents, 1), piledAccents, true
		}
		if c, found := characterProblem(r); found {
			c.message = fmt.Sprintf(c.message, fmt.Sprintf("U+%04X", r))
			return i + 1, c, true
		}
	}
	return 0, character{}, false
}

// isTyped reports whether a line has only what any keyboard can type, which is right.
func isTyped(line string) bool {
	for i := range len(line) {
		if c := line[i]; c < ' ' && c != '\t' || c >= 0x7f {
			return false
		}
	}
	return true
}

// character is what is wrong with a character.
type character struct {
	rule     string
	severity notices.Severity
	message  string // with %s for the character's number
	fix      string
}

// bidi are the characters that turn the direction of writing round.
var bidi = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x061c, Hi: 0x061c, Stride: 1}, {Lo: 0x200e, Hi: 0x200f, Stride: 1},
	{Lo: 0x202a, Hi: 0x202e, Stride: 1}, {Lo: 0x2066, Hi: 0x2069, Stride: 1},
}}

// unseen are characters without a shape that are not in Unicode's own class Cf.
var unseen = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0085, Hi: 0x0085, Stride: 1}, {Lo: 0x034f, Hi: 0x034f, Stride: 1}, {Lo: 0x115f, Hi: 0x1160, Stride: 1},
		{Lo: 0x2028, Hi: 0x2029, Stride: 1}, {Lo: 0x3164, Hi: 0x3164, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0xe0100, Hi: 0xe01ef, Stride: 1}},
}

func characterProblem(r rune) (character, bool) {
	const retype = "Delete it: type the words on both sides of it anew."
	switch {
	case r == '\t' || r >= ' ' && r < 0x7f:
		return character{}, false
	case r < ' ' || r == 0x7f || r > 0x7f && r < 0xa0 && r != 0x85:
		return character{ruleTextControl, notices.Error, "There is a control character (%s) here, which is no text.", retype}, true
	case unicode.Is(bidi, r):
		return character{ruleTextInvisible, notices.Error, "There is a hidden character (%s) here that turns the direction of writing round, so that readers see something else than what is written.", retype}, true
	case r == 0xad:
		return character{ruleTextInvisible, notices.Warning, "There is a hidden hyphen (%s) here, perhaps pasted from a Word document.", retype}, true
	case unicode.Is(unicode.Cf, r) || unicode.Is(unseen, r):
		return character{ruleTextInvisible, notices.Error, "There is a hidden character (%s) here. It may have been pasted with the text.", retype}, true
	case unicode.Is(unicode.Co, r):
		return character{ruleTextInvisible, notices.Warning, "There is a character (%s) here that most people see as an empty box, such as a bullet pasted from Word.", "Replace it. A list item begins with a hyphen and a space."}, true
	case r == utf8.RuneError:
		return character{ruleTextEncoding, notices.Warning, "There is a replacement character (%s) here: a letter was lost when the text was copied.", "Type the missing letter."}, true
	}
	return character{}, false
}

// checkConflict reports what version control leaves in a file that two people
// changed at once.
func (f *file) checkConflict() bool {
	for i, line := range f.lines {
		if strings.HasPrefix(line, "<<<<<<< ") || strings.HasPrefix(line, ">>>>>>> ") {
			f.report(ruleTextConflict, f.at(i+1, 1, utf8.RuneCountInString(line)),
				"Two people changed this file at once, and both versions stand in it.",
				"Keep the right version, and delete the other one and the lines that begin with <<<<<<<, ======= and >>>>>>>.")
			return true
		}
	}
	return false
}
