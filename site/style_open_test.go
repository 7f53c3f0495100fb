package site

import "testing"

func TestWhatAStyleLeavesOpenIsFound(t *testing.T) {
	t.Parallel()
	for sheet, want := range map[string]struct {
		line int
		open string
	}{
		"a{color:red}": {}, "": {}, "/* { */ a{b:\"{\"}": {}, "a{b:url(c)}}": {},
		"a{color:red\n": {1, "{"}, "a{}\n@media x{\nb{}\n": {2, "{"}, "a{}\n/* {}": {2, "/*"}, "a{b:\"c\n}": {1, "\""}, "a{b:'}": {1, "'"}, "a{b:url(c}": {1, "{"},
	} {
		if line, open := openStyle([]byte(sheet)); line != want.line || open != want.open {
			t.Errorf("openStyle(%q) = %d, %q, want %d, %q", sheet, line, open, want.line, want.open)
		}
	}
}
