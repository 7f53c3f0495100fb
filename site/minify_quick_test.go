package site

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// asMinified holds what the quick minifier makes of a page, when it takes it, to what the
// minifier makes of it. It reports whether it took it.
func asMinified(t *testing.T, page []byte) bool {
	t.Helper()
	m := new(quickMinifier)
	first, known := m.minify(bytes.Clone(page))
	if !known {
		return false
	}
	first = bytes.Clone(first)
	got, known := m.minify(bytes.Clone(page)) // of tags that it has read
	if !known || !bytes.Equal(first, got) {
		t.Errorf("of %.3000q, again, %v\ngot  %q\nwant %q", page, known, got, first)
	}
	want, err := newMinifier().Bytes("text/html", bytes.Clone(page))
	if err != nil || !bytes.Equal(want, got) {
		t.Errorf("of %.3000q, %v\ngot  %q\nwant %q", page, err, got, want)
	}
	r := new(reader)
	told := quickMinifier{reader: r}
	for range 2 { // of tags that are new, and then of those that are known
		got, _ := told.minify(bytes.Clone(page))
		asExpected(t, r, got, told.starts)
		told.forgets = true
	}
	if again, known := told.minify(bytes.Clone(page)); !known || !bytes.Equal(again, want) {
		t.Errorf("of %.3000q, without links, %v\ngot  %q\nwant %q", page, known, again, want)
	}
	return true
}

// asExpected holds what the quick reader makes of a page whose start tags it is told to
// what it makes of it otherwise.
func asExpected(t *testing.T, r *reader, page []byte, starts []*startTag) {
	t.Helper()
	type seen struct {
		known    bool
		problems []string
		tree     []string
	}
	var both [2]seen
	for i, r := range []*reader{r, new(reader)} {
		if i == 0 {
			r.expected = starts
		}
		root, known := r.readQuickly(page, nil, true)
		if both[i].known = known; known {
			both[i].problems, both[i].tree = r.quick.problems, drawnTree(root.given())
		}
	}
	if diff := cmp.Diff(both[1], both[0], cmp.AllowUnexported(seen{})); diff != "" {
		t.Errorf("of %.2000q (-read +read as expected):\n%s", page, diff)
	}
}

func rawPage(body string) []byte {
	return []byte("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>a &#43; b</title>\n\n</head>\n<body>\n" + body + "\n</body>\n</html>\n")
}

func TestTheQuickMinifierDoesAsTheOther(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"", "words ", " <p> a  b\n\tc </p> ", "<p>a <b>b </b> <i> c</i> d</p>", "<p>a<span></span> b</p>", "<p>a <span> </span> b</p>", "<p>a <em>b</em> </p>", "a <br> b", "<p>a <img src=\"a\" alt=\"\"> b</p>",
		"<p>a &amp; b &amp;c &amp;#1 &lt;d&gt; &#39;e&#34; &#43;</p>", "<p class=\" a  b \" id=\"\" title=\" c  d \">e</p>", "<p title=\"&#34;a&#34; &#39;b\">c</p>", "<p title=\"&#39;&#39; &#34;\">c</p>", "<p title=\"&lt;a&gt; &amp; &amp;b\">c</p>",
		"<details open>a</details>", "<p id>a</p>", "<a href=\" a?b&amp;c=d \" hreflang=\"cy\">a</a>", "<p  class=\"a\"\n id=\"b\" >c</p>", "<p class=\"\" dir=\"\">a</p>", "<ol start=\"3\" reversed=\"\"><li>a</li> <li>b</li></ol>",
		"<p>a <svg viewBox=\"0 0 1 1\"> <text>a  b</text> </svg> b</p>", "a <svg ></svg>", "<p>a <a href=\"b\">c </a></p>", "a <a href=\"b\"><b></b> </a> c", "<p>a\t</p>\t<p>\tb</p>",
	} {
		if !asMinified(t, rawPage(body)) {
			t.Errorf("not taken: %s", body)
		}
	}
	for _, meta := range []string{"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">", "<meta name=\"description\" content=\"a, &#34;b&#34;\">", "<link rel=\"alternate\" type=\"text/plain\" title=\"a\" href=\"a.txt\">"} {
		if !asMinified(t, append([]byte("<!doctype html>"), meta...)) {
			t.Errorf("not taken: %s", meta)
		}
	}
}

func TestTheQuickMinifierLeavesToTheOtherWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"<!-- a -->", "<title>a<b></title>", "<pre> a </pre>", "<script></script>", "<style></style>", "<textarea></textarea>", "<select></select>", "<P>a</P>", "<p CLASS=\"a\">b</p>", "<p class=a>b</p>", "<p class='a'>b</p>",
		"<p style=\"a\">b</p>", "<p onclick=\"a\">b</p>", "a &copy; b", "a & b", "a < b", "<p title=\"&nbsp;\">a</p>", "<br/>", "</p >", "<x-y>a</x-y>", "<p class =\"a\">b</p>", "<p class=\"a\"id=\"b\">c</p>",
		"<a href=\"HTTP://a\">b</a>", "<a href=\"data:,a\">b</a>", "<a name=\"a\" id=\"a\">b</a>", "<meta name=\"keywords\" content=\"a, b\">", "<meta name=\" description\" content=\"a\">", "<meta name=\"viewport\" content=\"width=1.0\">",
		"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">", "<link type=\"TEXT/CSS\">", "a\rb", "a\x00b", "a\fb", "<svg><svg></svg></svg>", "<svg >", "0 <svg 0 <sVg\"0\"00</svg>04", "<colgroup></colgroup>", "<p", "<p class=\"a", "<",
	} {
		if asMinified(t, rawPage(body)) {
			t.Errorf("taken: %s", body)
		}
	}
}

// FuzzTheQuickMinifier puts anything into a page.
func FuzzTheQuickMinifier(f *testing.F) {
	for _, seed := range []string{
		"<p class=\" a  b\" title=\"&#34;\">a <b>b </b> <i>c</i>\n</p> <ul> <li>a</li></ul>", "a &amp; b &amp;c &lt;&#39;<span></span> <br> <img src=\" a\" alt=\"\"> d",
		"<p>a <svg class=\"a\"> </svg> b</p><details open> <summary>a</summary></details>", "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><link type=\"a/b\" href=\"https://a\">",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) { asMinified(t, rawPage(body)) })
}
