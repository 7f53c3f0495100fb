package site

import (
	"bytes"
	"testing"
)

// anIndex has all that an index is made of.
const anIndex = `{"english":true,"entries":[["Bins","notices/a/bins.html","Anytown","What \u0026 why","cy","draft"],["Bees","notices/a.html#b"]],"words":"bees bins","at":[[0,-1],[7,12]]}` + "\n"

func TestAnIndexIsReadQuickly(t *testing.T) {
	t.Parallel()
	for _, index := range []string{anIndex, `{"english":false,"entries":[],"words":"","at":[]}` + "\n"} {
		if !plainIndex([]byte(index)) {
			t.Errorf("it is not known: %s", index)
		}
		if problems := unsafeScript([]byte(indexBegins + index)); problems != nil {
			t.Errorf("%q: %s", problems, index)
		}
	}
}

// What the quick way takes for an index, the general way does too: with any byte of it
// another one, left out, or written twice.
func TestAnIndexIsReadQuicklyAsInGeneral(t *testing.T) {
	t.Parallel()
	known := 0
	for at := range len(anIndex) {
		for _, other := range []string{"", `"`, `\`, "[", "]", "{", "}", ",", ":", "0", "-", "<", "x", " ", "\n", "\x00", "é", anIndex[at:at+1] + anIndex[at:at+1]} {
			index := []byte(anIndex[:at] + other + anIndex[at+1:])
			if !plainIndex(index) {
				continue
			}
			known++
			if problems := unsafeIndex(index); problems != nil {
				t.Errorf("%q: %s", problems, index)
			}
		}
	}
	if known < len(anIndex) {
		t.Errorf("only %d were known", known)
	}
}

func TestAnIndexThatRunsCodeIsRefused(t *testing.T) {
	t.Parallel()
	for _, link := range []string{"javascript:alert(1)", "java\\tscript:alert(1)", "\\u006aavascript:alert(1)", "data:text/html,x"} {
		index := bytes.ReplaceAll([]byte(anIndex), []byte("notices/a/bins.html"), []byte(link))
		if plainIndex(index) || unsafeScript(append([]byte(indexBegins), index...)) == nil {
			t.Errorf("%s was let through", link)
		}
	}
}
