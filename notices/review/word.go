package review

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// wordBody is where a Word document has its text.
const wordBody = "word/document.xml"

// maxWordBody is how large that can be, in bytes, when it is no longer compressed.
const maxWordBody = 8 << 20

// deepestWord is how many elements can be in one another in it. Each that is open takes
// memory, and a document has some ten, and some more for each table within a table.
const deepestWord = 250

var errNoWord = errors.New("this is not a Word document (.docx). Save it as one, or as plain text")

// readWord reads the paragraphs of a Word document. Nothing in it is run or followed.
func readWord(content []byte) ([]Passage, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, errNoWord
	}
	body, err := archive.Open(wordBody)
	if err != nil {
		return nil, errNoWord
	}
	defer body.Close()
	limited := &io.LimitedReader{R: body, N: maxWordBody}
	list, err := readParagraphs(xml.NewDecoder(limited))
	switch {
	case limited.N == 0:
		return nil, fmt.Errorf("the text of the document is larger than %d MiB", maxWordBody>>20)
	case err != nil:
		return nil, fmt.Errorf("the document is damaged: %w", err)
	}
	return list, nil
}

// readParagraphs gives the paragraphs of WordprocessingML (ECMA-376, part 1, 17.3).
func readParagraphs(d *xml.Decoder) (list []Passage, err error) {
	var words strings.Builder
	number, heading, text := 0, false, false
	for depth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepestWord {
				return nil, fmt.Errorf("more than %d of its elements are in one another", deepestWord)
			}
			switch t.Name.Local {
			case "p":
				words.Reset()
				number, heading = number+1, false
			case "pStyle":
				heading = heading || isHeadingStyle(t)
			case "t":
				text = true
			case "tab", "br":
				words.WriteByte(' ')
			}
		case xml.EndElement:
			depth--
			switch t.Name.Local {
			case "t":
				text = false
			case "p":
				list = add(list, number, heading, words.String())
				words.Reset()
			}
		case xml.CharData:
			if text {
				words.Write(t)
			}
		}
	}
}

func isHeadingStyle(style xml.StartElement) bool {
	for _, a := range style.Attr {
		if a.Name.Local == "val" {
			name := strings.ToLower(a.Value)
			return strings.HasPrefix(name, "heading") || name == "title"
		}
	}
	return false
}
