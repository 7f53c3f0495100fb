package site

import (
	"html/template"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An earlier version is kept as the plain text of its page, or as a text that somebody
// put there by hand. Here it becomes a page again: headings, lists and paragraphs. What
// is not understood stays a line of text, and nothing of it is taken for markup.

// keptText is what a kept text says.
type keptText struct {
	title string // of the notice; empty when there is none
	body  template.HTML
}

// readEarlier reads a kept text. What stands above its title is about the site.
func readEarlier(text string) keptText {
	blocks := blocksOf(text)
	w := earlierWriter{level: 1}
	title := ""
	for i, b := range blocks {
		if words, sign, rest := headingOf(b); sign == '=' {
			blocks = blocks[i:]
			title, blocks[0] = words, rest
			break
		}
	}
	for _, b := range blocks {
		w.block(b)
	}
	return keptText{title: title, body: template.HTML(w.out.String())}
}

// blocksOf parts a text at its empty lines.
func blocksOf(text string) (blocks [][]string) {
	var block []string
	for line := range strings.SplitSeq(text+"\n\n", "\n") {
		if line = strings.TrimRight(line, " \t"); line != "" {
			block = append(block, line)
		} else if block != nil {
			blocks, block = append(blocks, block), nil
		}
	}
	return blocks
}

// levels are the levels of headings by the sign that they are underlined with.
var levels = map[byte]int{'=': 2, '-': 2, '~': 3, '.': 4}

// headingOf gives the words of the heading that a block begins with, the sign below
// them, and what follows. Without a heading that is the whole block.
func headingOf(block []string) (words string, sign byte, rest []string) {
	const longest = 5 // lines of a heading, with the one below
	for i, line := range block[:min(len(block), longest)] {
		if i == 0 || levels[line[0]] == 0 || strings.Trim(line, line[:1]) != "" {
			continue
		}
		words = strings.Join(strings.Fields(strings.Join(block[:i], " ")), " ")
		if len(line) >= min(3, utf8.RuneCountInString(words)) {
			return words, line[0], block[i+1:]
		}
	}
	return "", 0, block
}

// earlierWriter writes a kept text as HTML.
type earlierWriter struct {
	out   strings.Builder
	level int      // of the last heading
	lists []string // the lists that are open, the outermost first
}

func (w *earlierWriter) block(block []string) {
	words, sign, block := headingOf(block)
	if sign != 0 {
		w.level = min(levels[sign], w.level+1) // no level is left out
		tag := "h" + strconv.Itoa(w.level)
		w.out.WriteString("<" + tag + ">")
		w.say(words)
		w.out.WriteString("</" + tag + ">")
	}
	inParagraph := false
	for _, l := range logicalLines(block) {
		switch {
		case l.marker == "" && (inParagraph || len(w.lists) > 0):
			w.out.WriteString("<br>")
		case l.marker == "":
			w.out.WriteString("<p>")
			inParagraph = true
		case inParagraph:
			w.out.WriteString("</p>")
			inParagraph = false
			w.item(l)
		default:
			w.item(l)
		}
		w.line(l)
	}
	if inParagraph {
		w.out.WriteString("</p>")
	}
	w.close(0)
}

// deepestList is how many lists can be in one another: more than any page of ours has,
// and far fewer than what a page can have that is to be read.
const deepestList = 12

// item begins an item of a list, which may be in another one.
func (w *earlierWriter) item(l logicalLine) {
	depth := min(l.indent/2, len(w.lists), deepestList-1) + 1
	w.close(depth)
	if len(w.lists) < depth {
		tag := "ul"
		if l.marker[0] != '-' && l.marker[0] != '[' {
			tag = "ol"
		}
		w.lists = append(w.lists, tag)
		w.out.WriteString("<" + tag + ">")
	} else {
		w.out.WriteString("</li>")
	}
	w.out.WriteString("<li>")
}

// close ends the lists that are deeper.
func (w *earlierWriter) close(depth int) {
	for len(w.lists) > depth {
		last := len(w.lists) - 1
		w.out.WriteString("</li></" + w.lists[last] + ">")
		w.lists = w.lists[:last]
	}
}

// line writes a line. In the list of links, an address leads where it says.
func (w *earlierWriter) line(l logicalLine) {
	if strings.HasPrefix(l.marker, "[") {
		w.say(l.marker)
		if u, err := url.Parse(l.words); err == nil && u.Host != "" && u.User == nil && onTheWeb(l.words) {
			w.out.WriteString(`<a href="` + template.HTMLEscapeString(u.String()) + `">`)
			w.say(l.words)
			w.out.WriteString("</a>")
			return
		}
	}
	w.say(l.words)
}

func (w *earlierWriter) say(words string) { w.out.WriteString(template.HTMLEscapeString(words)) }

// logicalLine is a line before it was broken to fit.
type logicalLine struct {
	indent int
	marker string // of an item: -, the number of an item with its full stop, the number of a link in brackets
	words  string
}

var itemMarker = regexp.MustCompile(`^(?:-|\d{1,3}\.|\[\d{1,4}\]) `)

// logicalLines puts together what was broken: a word that would have had room on the
// line before it begins a line of its own.
func logicalLines(block []string) (list []logicalLine) {
	before := 0       // how long the line before is
	var from []string // the words of the last of the list, line by line
	whole := func() {
		if len(from) > 1 {
			list[len(list)-1].words = strings.Join(from, " ")
		}
	}
	for _, line := range block {
		words := strings.TrimLeft(line, " \t")
		indent := len(line) - len(words)
		marker := itemMarker.FindString(words)
		first, _, _ := strings.Cut(words, " ")
		if marker == "" && len(list) > 0 && before+1+utf8.RuneCountInString(first) > plainWidth {
			from = append(from, words)
		} else {
			whole()
			list = append(list, logicalLine{indent, marker, strings.TrimPrefix(words, marker)})
			from = append(from[:0], list[len(list)-1].words)
		}
		before = utf8.RuneCountInString(line)
	}
	whole()
	return list
}
