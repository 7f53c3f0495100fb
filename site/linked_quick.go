package site

import "strings"

// Most texts have links of one kind: [words](address), with nothing near them that could
// make anything else of it. Where such a text leads can be told without reading it as
// Markdown. Of any other text, nothing is told here.

// signs say what the letters of a text mean for finding its links.
type sign uint8

const (
	stranger  sign = 1 << iota // it may hide what stands beside it: escapes, code, HTML
	mark                       // it counts against the limits of a text
	inAddress                  // plain addresses are made of it
	leading                    // quotations, lists and rules begin with it
)

var signs = func() (of [256]sign) {
	set := func(letters string, s sign) {
		for i := range len(letters) {
			of[letters[i]] |= s
		}
	}
	set("\x00\t\r\\`<", stranger)
	set("[]*_", mark)
	set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/#?=:@%+", inAddress)
	set(" >-+*.)0123456789", leading)
	return of
}()

// plainlyLinked gives the destinations of the links of a text, as they are written and in
// their order, when all of them are plain; ok is false when they may not be.
func plainlyLinked(text string) (destinations []string, ok bool) {
	if !readPlainly(text) {
		return nil, false
	}
	for at := 0; ; {
		next := strings.Index(text[at:], "](")
		if next < 0 {
			return destinations, true
		}
		next += at
		if !plainBefore(text[:next]) {
			return nil, false
		}
		start := next + len("](")
		for at = start; at < len(text) && signs[text[at]]&inAddress != 0; at++ {
		}
		if at == start || at == len(text) || text[at] != ')' || strings.Contains(lineFrom(text, at), "|") {
			return nil, false
		}
		destinations = append(destinations, text[start:at])
	}
}

// plainBefore reports whether what stands before the end of a link's words on its line
// makes it a link, whatever stands before that: there are words and an opening bracket.
func plainBefore(text string) bool {
	line := text[strings.LastIndexByte(text, '\n')+1:]
	open := strings.LastIndexAny(line, "[]")
	if open < 0 || line[open] != '[' || strings.TrimSpace(line[open+1:]) == "" || strings.ContainsAny(line, "|{") {
		return false
	}
	return open == 0 || line[open-1] != '!' && line[open-1] != ']'
}

func lineFrom(text string, at int) string {
	line, _, _ := strings.Cut(text[at:], "\n")
	return line
}

// readPlainly reports whether a text has nothing that takes links out of what it says,
// and is far from the limits above which no text is read.
func readPlainly(text string) bool {
	const short, few, shallow = 20_000, 1_000, 16 // bytes, marks, signs before the first letter of a line
	if len(text) > short || strings.Contains(text, "]:") || strings.Contains(text, "~~~") || strings.Contains(text, "    ") {
		return false
	}
	marks, bars, lines, ahead := 0, 0, 0, 0
	for i := range len(text) {
		c := text[i]
		switch s := signs[c]; {
		case s&stranger != 0:
			return false
		case s&mark != 0:
			marks++
		case c == '{':
			marks += 20 // each is tried behind a heading
		case c == '|':
			bars++
		case c == '\n':
			lines, ahead = lines+1, -1
		}
		if ahead <= shallow {
			if signs[c]&leading == 0 && c != '\n' {
				ahead = shallow + 1 // the line has begun
			} else if ahead++; ahead > shallow {
				return false
			}
		}
	}
	return marks <= few && bars < 60 && (bars+1)*(lines+1) <= 10_000
}
