package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWordsAreFoldedForTheSearch(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Council Tax", "council tax"},
		{"en", "Ŵyr a Chŵn", "wyr a chwn"},
		{"en", "Libraries, taxes, addresses & buses", "library tax address buse"},
		{"en", "the council's bus: status, analysis, glass, gas", "the council bus status analysis glass gas"},
		{"cy", "Hysbysiadau’r cyngor, i’r plant", "hysbysiadaur cyngor ir plant"},
		{"cy", "bins", "bins"},
		{"en", "ﬁle № 10²", "file no 102"},
		{"en", " –… ", ""},
	} {
		if got := folded(newFolder(c.lang), (*folder).foldAny, c.text); got != c.want {
			t.Errorf("%s: %q is folded to %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

func folded(f *folder, how func(*folder, string), text string) string {
	f.found = nil
	how(f, text)
	return strings.Join(mapTo(f.found, func(n uint32) string { return f.words[n] }), " ")
}

// Texts are folded quickly as in general: with any letter of them another one, left out,
// or written twice.
func TestWordsAreFoldedQuicklyAsInGeneral(t *testing.T) {
	t.Parallel()
	const text = "“It’s the COUNCIL's 2 libraries” – not taxes"
	quick, general, known := newFolder("en"), newFolder("en"), 0
	for at := range len(text) {
		for _, other := range []string{"", "s", "S", "9", " ", "'", "’", "“", "”", "–", "—", "\u0301", "é", "²", "\x80", "\x00", text[at:at+1] + text[at:at+1]} {
			said := text[:at] + other + text[at+1:]
			want := folded(general, (*folder).foldAny, said)
			if got := folded(quick, func(f *folder, text string) { f.fold(text) }, said); got != want {
				t.Errorf("%q: got %q, want %q", said, got, want)
			}
			if quick.found = nil; quick.foldQuickly(said) {
				known++
			}
		}
	}
	if known < 5*len(text) {
		t.Errorf("only %d were known", known)
	}
}

func TestTheIndexListsEntriesInSteps(t *testing.T) {
	t.Parallel()
	if got := steps([]uint32{0*4 + inTitle, 2*4 + inData, 7*4 + inService}, 8); !slices.Equal(got, []int{3, 8, 22}) {
		t.Errorf("got %v", got)
	}
	var at []uint32
	for i := range 100 {
		at = append(at, uint32(i*4+inData))
	}
	at[9] = 9*4 + inTitle
	if got := steps(at, 100); !slices.Equal(got, []int{everywhere, 9*4 + inTitle}) {
		t.Errorf("a word that is everywhere: got %v", got)
	}
}

func TestSummariesOfResultsEndWithAWord(t *testing.T) {
	t.Parallel()
	if got := shortSummary(strings.Repeat("Ŵyr ", 60)); got != strings.TrimSpace(strings.Repeat("Ŵyr ", 40))+" …" {
		t.Errorf("got %q", got)
	}
	if got := shortSummary(" short\n enough "); got != "short enough" {
		t.Errorf("got %q", got)
	}
}

// Only the first page and the search page may hold the form, only the search page
// scripts, and all exactly as they are to be.
func TestTheGateForTheSearch(t *testing.T) {
	t.Parallel()
	const (
		head   = `<!doctype html><title>x</title><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
		form   = `<form class="search" role="search" action="search.html"><input name="q"></form>`
		script = `<script src="assets/search.0123456789ab.js" defer></script>`
		index  = `<script src="assets/search-index.cy.0123456789ab.js" defer></script>`
	)
	safe := map[string]string{"index.html": form, "index.cy.html": form, "search.html": form + index + script, "search.cy.html": script}
	for address, page := range safe {
		if problems := UnsafePage(File{Path: address, Content: []byte(head + page)}); problems != nil {
			t.Errorf("%s: %v", address, problems)
		}
	}
	for _, c := range []struct{ address, page string }{
		{"notices/index.html", form},
		{"notices/a.html", form},
		{"notices/search.html", script},
		{"index.html", script},
		{"search.html", `<form></form>`},
		{"search.html", `<form action="https://x.example/search.html"></form>`},
		{"search.html", `<form action="//x.example"></form>`},
		{"search.html", `<form action="search.html" method="post"></form>`},
		{"search.html", `<form action="search.html" onsubmit="x"></form>`},
		{"search.html", `<form action="search.html"><button formaction="https://x.example">x</button></form>`},
		{"search.html", `<script>x</script>`},
		{"search.html", `<script src="assets/search.0123456789ab.js" defer>x</script>`},
		{"search.html", `<script src="assets/other.0123456789ab.js" defer></script>`},
		{"search.html", `<script src="https://x.example/assets/search.0123456789ab.js" defer></script>`},
		{"search.html", `<script src="../assets/search.0123456789ab.js" defer></script>`},
		{"search.html", `<script src="assets/search.0123456789ab.js" defer onload="x"></script>`},
		{"search.html", `<script src="assets/search.0123456789ab.js" async></script>`},
		{"search.html", `<script src="assets/search.0123456789ab.js"></script>`},
		{"search.html", `<svg><script src="assets/search.0123456789ab.js" defer></script></svg>`},
	} {
		if problems := UnsafePage(File{Path: c.address, Content: []byte(head + c.page)}); len(problems) == 0 {
			t.Errorf("%s: not refused: %s", c.address, c.page)
		}
	}
}

func TestOnlyTheProgramsOwnScriptsArePublished(t *testing.T) {
	t.Parallel()
	hostile := &searchIndex{Entries: [][]string{{`</script><script>alert(1)</script>`, "notices/a.html", "\u2028*/ __proto__"}}, Words: "__proto__ constructor", At: [][]int{{0}, {0}}}
	for _, safe := range [][]byte{searchScript, hostile.script()} {
		if problems := UnsafeFile(File{Path: "assets/search.js", Content: safe}); problems != nil {
			t.Errorf("%s: %v", safe[:20], problems)
		}
	}
	for _, unsafe := range []string{
		`alert(1)`, string(searchScript) + " ", indexBegins + `{}; alert(1)`, indexBegins + `{"__proto__":{}}`, indexBegins + `{"entries":[["<b>","a.html"]]}`,
		indexBegins + `{"entries":[["a","javascript:x"]]}`, indexBegins + `{"entries":[["a"]]}`, indexBegins + `alert(1)`, indexBegins + `{} {}`,
	} {
		if len(UnsafeFile(File{Path: "assets/search.js", Content: []byte(unsafe)})) == 0 {
			t.Errorf("let through: %s", unsafe)
		}
	}
	for _, forbidden := range []string{"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function(", "fetch", "import", "Storage", "cookie", "http"} {
		if strings.Contains(string(searchScript), forbidden) {
			t.Errorf("the script holds %s", forbidden)
		}
	}
	if diff := cmp.Diff(true, len(searchScript) < 6<<10); diff != "" {
		t.Errorf("the script has %d bytes", len(searchScript))
	}
}
