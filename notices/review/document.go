package review

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// MaxSize is how large a document can be, in bytes.
const MaxSize = 10 << 20

// maxText is how much of that can be words, in bytes: some 300,000 words, which take
// some seconds to read.
const maxText = 2 << 20

// ErrUnknown is wrapped by the error for a file of a kind that cannot be read.
var ErrUnknown = errors.New("a notice is read from a text, Markdown, HTML or Word file (.txt, .md, .html, .docx)")

// Document is a notice as it is published now.
type Document struct {
	Name     string    `json:"name"`
	Kind     string    `json:"kind"` // how it was read: “text”, “Markdown”, “HTML” or “Word”
	Passages []Passage `json:"-"`
}

// Passage is a paragraph, a heading, or an entry of a list or a table, on one line.
type Passage struct {
	Line    int    `json:"line"` // where it begins, from 1; of a Word document, the number of the paragraph
	Heading bool   `json:"heading"`
	Text    string `json:"text"`
}

// Words counts the words of the document.
func (d *Document) Words() (n int) {
	for _, p := range d.Passages {
		n += len(strings.Fields(p.Text))
	}
	return n
}

// Read takes the passages out of a file. Its name tells how it is to be read.
func Read(name string, content []byte) (*Document, error) {
	if len(content) > MaxSize {
		return nil, fmt.Errorf("%s is larger than %d MiB", name, MaxSize>>20)
	}
	d := &Document{Name: name}
	if err := d.read(content); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	size := 0
	for _, p := range d.Passages {
		size += len(p.Text)
	}
	if size > maxText {
		return nil, fmt.Errorf("%s has more than %d MiB of words", name, maxText>>20)
	}
	return d, nil
}

func (d *Document) read(content []byte) (err error) {
	ending := strings.ToLower(path.Ext(strings.ReplaceAll(d.Name, `\`, "/")))
	if ending == ".docx" {
		d.Kind = "Word"
		d.Passages, err = readWord(content)
		return err
	}
	text, err := decoded(content)
	if err != nil {
		return err
	}
	switch ending {
	case ".txt", ".text", "":
		d.Kind, d.Passages = "text", readText(text)
	case ".md", ".markdown":
		d.Kind, d.Passages = "Markdown", readMarkdown([]byte(text))
	case ".html", ".htm":
		d.Kind, d.Passages = "HTML", readHTML(text)
	default:
		return ErrUnknown
	}
	return nil
}

// decoded gives a text in UTF-8. One that Windows wrote in its own letters is read as
// such: quotation marks and dashes would be lost otherwise.
func decoded(content []byte) (string, error) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if bytes.IndexByte(content, 0) >= 0 {
		return "", errors.New("this is not a text: save it as plain text in UTF-8")
	}
	text := string(content)
	if !utf8.ValidString(text) {
		text = fromWindows(content)
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u2028", "\n").Replace(text), nil
}

// add adds a passage that says something.
func add(list []Passage, line int, heading bool, text string) []Passage {
	if text = strings.Join(strings.Fields(text), " "); text == "" {
		return list
	}
	return append(list, Passage{line, heading, text})
}

// readText parts a text where a line is empty, and where an entry of a list begins.
func readText(text string) (list []Passage) {
	lines := strings.Split(text, "\n")
	begun, listed, words := 0, false, []string(nil)
	end := func() {
		list = add(list, begun+1, !listed && len(words) == 1 && looksLikeHeading(words[0]), strings.Join(words, " "))
		listed, words = false, nil
	}
	for i, line := range lines {
		line = strings.TrimSpace(line)
		entry, bullet := cutBullet(line)
		if line == "" || bullet {
			end()
		}
		if line == "" {
			continue
		}
		listed = listed || bullet
		if words == nil {
			begun = i
		}
		words = append(words, entry)
	}
	end()
	return list
}

// cutBullet takes off what stands before an entry of a list.
func cutBullet(line string) (entry string, bullet bool) {
	for _, mark := range []string{"•", "- ", "* ", "– ", "·", "o\t"} {
		if entry, bullet = strings.CutPrefix(line, mark); bullet {
			return strings.TrimSpace(entry), true
		}
	}
	return line, false
}

// looksLikeHeading reports whether a line by itself is a heading: short, and not a
// sentence.
func looksLikeHeading(line string) bool {
	const long = 80
	return utf8.RuneCountInString(line) <= long && !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, ",") && !strings.HasSuffix(line, ";")
}
