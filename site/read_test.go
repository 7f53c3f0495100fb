package site

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sameTree holds the tree of the quick reader, when it takes a page, to what a browser
// makes of it. It reports whether it took it.
func sameTree(t *testing.T, page []byte) bool {
	t.Helper()
	r, at := new(reader), File{Path: "a.html", Content: page}
	root, known := r.readQuickly(page, nil, true)
	if !known {
		return false
	}
	first := drawnTree(root.given())
	root, known = r.readQuickly(page, nil, true) // of tags that it has read
	if diff := cmp.Diff(first, drawnTree(root.given())); diff != "" || !known {
		t.Errorf("of %.2000q (-first +again):\n%s", page, diff)
	}
	want, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatalf("the quick reader takes what cannot be read: %v", err)
	}
	if diff := cmp.Diff(drawnTree(want), drawnTree(root.given())); diff != "" {
		t.Errorf("of %.2000q (-browser +quick):\n%s", page, diff)
	}
	linked(t, root)
	problems := unsafeTree(at, want, nil)
	if diff := cmp.Diff(problems, r.quick.unsafe(at)); diff != "" {
		t.Errorf("what is unsafe in %.2000q (-browser +quick):\n%s", page, diff)
	}
	if diff := cmp.Diff(problems, r.look(at, nil)); diff != "" {
		t.Errorf("what is seen to be unsafe in %.2000q (-browser +quick):\n%s", page, diff)
	}
	sameUse(t, r, root, want)
	return true
}

// sameUse holds what is made of the tree of a page that the quick reader takes to what is
// made of it without that.
func sameUse(t *testing.T, r *reader, quick *node, page *html.Node) {
	t.Helper()
	other := new(reader)
	slow := other.taken(page, nil)
	for _, table := range slices.Collect(quick.all(atom.Table)) {
		r.unfold(table)
	}
	for _, table := range slices.Collect(slow.all(atom.Table)) {
		other.unfold(table)
	}
	linked(t, quick)
	linked(t, slow)
	want, _ := appendPage(nil, nil, slow, false)
	if got, starts := appendPage(nil, nil, quick, true); !bytes.Equal(want, got) {
		t.Errorf("written as\n%s\nwant\n%s", got, want)
	} else {
		asExpected(t, r, got, starts)
	}
}

// drawnTree gives a tree as lines.
func drawnTree(root *html.Node) (lines []string) {
	var draw func(n *html.Node, indent string)
	draw = func(n *html.Node, indent string) {
		line := indent + n.Namespace + " " + n.Data + " " + n.DataAtom.String() + " " + string('0'+rune(n.Type))
		for _, a := range n.Attr {
			line += " " + a.Namespace + "|" + a.Key + "=" + a.Val
		}
		lines = append(lines, line)
		for c := range n.ChildNodes() {
			draw(c, indent+" ")
		}
	}
	draw(root, "")
	return lines
}

// linked checks that the nodes of a tree know each other.
func linked(t *testing.T, n *node) {
	t.Helper()
	var last *node
	for c := n.first; c != nil; c = c.next {
		if c.parent != n {
			t.Errorf("%q does not know what it is in", c.tag.open)
		}
		linked(t, c)
		last = c
	}
	if n.last != last {
		t.Errorf("%q does not know what is last in it", n.tag.open)
	}
}

// aPage is the smallest page around a body.
func aPage(body string) []byte {
	return []byte(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>a</title></head><body>` + body + "</body></html>\n")
}

func TestTheQuickReaderReadsAsBrowsersDo(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"", "words", "<p>a</p>", `<p class="a b" id='"'>a <a href="?a=1&b=2&amp;c">b</a></p>words`, "<hr><p>a<br>b</p>", "<details open><summary>a</summary><p>b</p></details>",
		"<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>", "<dl><div><dt>a</dt><dd>b<dl><dt>c</dt></dl></dd></div><dt>c</dt><dd>d</dd></dl>",
		"<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tbody><tr><td><p>c</p><ul><li>d</li></ul></td></tr></tbody></table>",
		"<b><table><tbody><tr><td><a href=\"a\">b</a></td></tr></tbody></table></b>", "<strong>a <em>b <a href=\"c\">c</a></em></strong>",
		`<svg viewBox="0 0 1 1" role="img"><rect x="1"></rect> <text>a &amp; b</text></svg>`, "<p>a &amp; b &lt;c&gt; &#39;d&#34; &copy; &notit; &b c & d&</p>",
		"<pre>a\n b</pre>", "<pre><code>\na</code></pre>", "<h2>a</h2><h3><span>b</span></h3>", "<a href=\"a\"><div>a</div></a>", "<div><p>a</p>\n<p>b</p>\n</div>",
	} {
		if !sameTree(t, aPage(body)) {
			t.Errorf("not taken: %s", body)
		}
	}
}

func TestTheQuickReaderLeavesToBrowsersWhatTheyMove(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"<p><div>a</div></p>", "<p>a<ul></ul></p>", "<p><p></p></p>", "<p><span><h1>a</h1></span></p>", `<a href="a"><span><a href="b">c</a></span></a>`, "<b><b>a</b></b>",
		"<h1><h2>a</h2></h1>", "<li>a</li>", "<ul><div><li>a</li></div></ul>", "<dt>a</dt>", "<div><dt>a</dt></div>", "<table>a</table>", "<table> <tbody></tbody></table>",
		"<table><tr><td>a</td></tr></table>", "<table><tbody><td>a</td></tbody></table>", "<td>a</td>", "<table><tbody><tr><p>a</p></tr></tbody></table>",
		"<table><tbody><tr><td><table></table></td></tr></tbody></table>", "<p>a</div>", "<p>a", "<em>a<strong>b</em>c</strong>", "<br/>", "<br></br>", "<p/>", "</p>", "<p >a</p>",
		"<P>a</P>", "<p CLASS=\"a\">b</p>", "<p class=a>b</p>", "<p class=\"a\"id=\"b\">c</p>", "<p class=\"a\" class=\"b\">c</p>", "<p a='&copy'>b</p>", "<p a='&#x41;'>b</p>", "<p a='&amp'>b</p>", "<p a='>'>b</p>",
		"<pre>\na</pre>", "<pre>&#10;a</pre>", "a\rb", "a\x00b", "<!-- a -->", "<![CDATA[a]]>", "<?a?>", "a < b", "<svg><title>a</title></svg>", "<svg><p>a</p></svg>", `<svg xlink:href="a"></svg>`, "<svg><rect/></svg>",
		`<svg viewbox="0"></svg>`, `<p viewBox="0">a</p>`, "<math></math>", "<rect></rect>", "<select></select>", "<form></form>", "<button>a</button>", "<input>", "<noscript>a</noscript>", "<script></script>",
		"<style></style>", "<template></template>", "<iframe></iframe>", "<textarea></textarea>", "<title>a</title>", "<meta charset=\"utf-8\">", "<head></head>", "<body></body>", "<html></html>",
		"<ruby>a<rt>b</rt></ruby>", "<nobr>a</nobr>", "<object></object>", "<plaintext>", "<xmp></xmp>", "<a-b></a-b>", "<image>", "<frameset></frameset>", "<listing>\n</listing>", "</body></html>a",
		strings.Repeat("<div>", deepest) + strings.Repeat("</div>", deepest),
	} {
		if sameTree(t, aPage(body)) {
			t.Errorf("taken: %s", body)
		}
	}
	for _, page := range []string{"", "<", "<p>a</p>", "<!doctype html>", "<!doctype html><html><head>", "<!doctype html><html><head></head><body>", "<!doctype html><html><head></head><body></body>",
		"<!doctype html><html><head> </head><body></body></html>", "<!doctype html><html><head></head> <body></body></html>", "<!doctype html><html><head><base href=\"a\"></head><body></body></html>",
		"<!doctype html><html><head><title><b></title></head><body></body></html>", "<!doctype html><html><head></head><body></body></html>a", "<!doctype html public><html><head></head><body></body></html>",
		"<html><head></head><body></body></html>", "<!doctype html><html><head></head><body></body ></html>",
	} {
		if sameTree(t, []byte(page)) {
			t.Errorf("taken: %s", page)
		}
	}
}

// FuzzTheQuickReader puts anything into a page.
func FuzzTheQuickReader(f *testing.F) {
	for _, seed := range []string{
		`<p class="a">a &amp; b</p><ul><li><a href="?a&b=c">d</a></li></ul>`, "<dl><div><dt>a</dt><dd>b</dd></div></dl><pre>\n</pre>",
		"<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>", `<svg viewBox="0" role="img"><text x="1">a</text></svg>`,
		"<strong>a<em>b<a href=\"c\">d</a></em></strong><h2>a</h2><hr><br>", "</body></html>\n", `<strong><em><a h aa="0"></a></em></strong>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		sameTree(t, aPage(body))
		sameTree(t, []byte(body))
	})
}
