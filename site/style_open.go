package site

import (
	"bytes"
	"fmt"
	"strings"

	"notices.example/notices"
)

// openStyle gives what a style sheet opens and never closes, and the line on which
// it does; nothing when all is closed. Browsers close it at the end of the sheet,
// and the minifier does so without a word, but the styles that come after it in the
// site's one sheet would be part of it.
func openStyle(sheet []byte) (line int, open string) {
	var opened []int // offsets
	for i := 0; i < len(sheet); i++ {
		rest := sheet[i:]
		switch c := sheet[i]; {
		case bytes.HasPrefix(rest, []byte("/*")):
			end := bytes.Index(rest[2:], []byte("*/"))
			if end < 0 {
				return lineAt(sheet, i), "/*"
			}
			i += 2 + end + 1
		case c == '"' || c == '\'':
			end := bytes.IndexAny(rest[1:], string(c)+"\n")
			if end < 0 || rest[1+end] == '\n' {
				return lineAt(sheet, i), string(c)
			}
			i += 1 + end
		case strings.ContainsRune("{([", rune(c)):
			opened = append(opened, i)
		case strings.ContainsRune("})]", rune(c)) && len(opened) > 0:
			opened = opened[:len(opened)-1]
		}
	}
	if len(opened) == 0 {
		return 0, ""
	}
	last := opened[len(opened)-1]
	return lineAt(sheet, last), string(sheet[last])
}

func lineAt(text []byte, offset int) int { return 1 + bytes.Count(text[:offset], []byte("\n")) }

func unclosedStyle(name string, line int, open string) notices.Finding {
	return notices.Finding{
		Rule: "layout-invalid", Severity: notices.Error, Pos: notices.Pos{File: name, Line: line, Col: 1},
		Message: fmt.Sprintf("On this line a %s opens that is never closed, so the styles after it would be lost.", open),
		Fix:     "Close it where it ends.",
	}
}
