package load

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
)

// shows reads a place back from the text of its file.
func shows(sources Sources, p notices.Pos) string {
	line := []rune(sources.Line(p.File, p.Line))
	from := min(max(p.Col-1, 0), len(line))
	return string(line[from:min(from+p.Len, len(line))])
}

func TestWordsOfATextAreAtTheirPlace(t *testing.T) {
	t.Parallel()
	for name, summary := range map[string]string{
		"plain":                       "summary: We may share it.\n",
		"plain, over two lines":       "summary: Who does what\n  when we may\n  share it\n",
		"plain, with a remark":        "summary: We may share # remark\n",
		"plain, on the line below":    "summary:\n    We may share it\n",
		"in a list on one line":       "security: [Locks, We may share it, Doors]\n",
		"in a list, over two lines":   "security: [Locks, We\n  may share it, Doors]\n",
		"in double quotes":            "summary: \"We may share it\"\n",
		"in double quotes, two lines": "summary: \"We do it:\n\n    we may share it\"\n",
		"in double quotes, joined":    "summary: \"We do it: \\\n    we may share it\"\n",
		"joined behind little":        "summary: \"\\\nmay share\"\n",
		"behind an escape":            "summary: \"A \\\"quoted\\\" word: we may share it\"\n",
		"behind a letter's number":    "summary: \"Caf\\u00e9 \\x41: we may share it\"\n",
		"behind an accent's number":   "summary: \"\\u2019s: we may share it\"\n",
		"in single quotes":            "summary: 'We may share it'\n",
		"behind doubled quotes":       "summary: 'The council''s friends'' dogs may share it'\n",
		"in single quotes, two lines": "summary: 'The council''s\n\n  friends   may share it'\n",
		"spaces within the quotes":    "summary: '  We may share it '\n",
		"literal":                     "summary: |\n  Who:\n\n    we may share it\n  and more\n",
		"literal, trimmed":            "summary: |-\n\n  Who:  we may share it\n",
		"folded":                      "summary: >\n  Who does\n  what: we may share\n  it\n",
		"folded, with a remark":       "summary: >- # remark\n\n   Who does\n\n\n   what: we may share\n",
		"folded, more indented":       "summary: >\n  Who does\n    - this: may\n  that\n",
		"accents as two characters":   "summary: Cafe\u0301, sia\u0302n, may do\n",
		"the same, folded":            "summary: >\n  Cafe\u0301\n  sia\u0302n, may do\n",
		"letters of several bytes":    "summary: >\n  Ŵyr ŷch 𝄞 “so” may\n  do\n",
		"Windows line ends":           "summary: >\r\n  Who does\r\n  what: may do\r\n",
	} {
		n, res := oneNotice(t, "content/notices/parking.yaml", "title: Parking\n"+summary)
		text := n.Summary
		for _, s := range n.Security {
			if strings.Contains(s.Value, "may") {
				text = s
			}
		}
		start := strings.Index(text.Value, "may")
		if start < 0 {
			t.Errorf("%s: %q has no “may”", name, text.Value)
			continue
		}
		if got := shows(res.Sources, text.Place(start, start+3)); got != "may" {
			t.Errorf("%s: at %s stands %q, want “may”", name, text.Place(start, start+3), got)
		}
	}
}

// checkWords holds every word of a text to this: where the length is known,
// the word or its beginning stands there.
func checkWords(t *testing.T, text notices.Text, sources Sources) {
	t.Helper()
	for start := 0; start < len(text.Value); {
		word := text.Value[start:]
		if stop := strings.IndexFunc(word, unicode.IsSpace); stop >= 0 {
			word = word[:stop]
		}
		if word == "" {
			_, size := utf8.DecodeRuneInString(text.Value[start:])
			start += size
			continue
		}
		p := text.Place(start, start+len(word))
		if got := shows(sources, p); !strings.HasPrefix(word, got) {
			t.Errorf("%q of %q: at %v stands %q", word, text.Value, p, got)
		}
		start += len(word)
	}
}

// FuzzWordsAreAtTheirPlace writes any text in every way YAML has.
func FuzzWordsAreAtTheirPlace(f *testing.F) {
	for _, text := range []string{
		"We may share it", "a\nb\n\n c", "it''s \\\"so\\\"", "\\u00e9 \\x41\\\n b", "Cafe\u0301\nsia\u0302n", "a # b\nc", " a\n  b\n\tc ", "“a”: b", "\\e\\_\\N",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			t.Skip()
		}
		indented := strings.ReplaceAll(text, "\n", "\n  ")
		for _, summary := range []string{"", "|\n  ", ">\n  ", "|-\n  ", "\"", "'", "\n  ", "[a, ", "['"} {
			closing := map[byte]string{'"': "\"", '\'': "'", '[': "]"}[(summary + " ")[0]]
			if summary == "['" {
				closing = "', b]"
			}
			res := mustLoad(t, siteOf(map[string]string{"content/notices/a.yaml": "title: x\nsecurity: " + summary + indented + closing + "\n"}))
			for _, n := range res.Corpus.Notices {
				for _, s := range n.Security {
					checkWords(t, s, res.Sources)
				}
			}
		}
	})
}
