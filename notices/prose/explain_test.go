package prose_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/prose"
)

// explainAll explains every place of some words.
func explainAll(words ...string) func(string) []prose.Explained {
	return func(text string) (all []prose.Explained) {
		for at := 0; at < len(text); {
			found := false
			for _, w := range words {
				if strings.HasPrefix(text[at:], w) {
					all = append(all, prose.Explained{Start: at, Stop: at + len(w), Href: "#x"})
					at, found = at+len(w), true
					break
				}
			}
			if !found {
				at++
			}
		}
		return all
	}
}

func explained(t *testing.T, source string, explain func(string) []prose.Explained) string {
	t.Helper()
	var b strings.Builder
	d := prose.Parse(markdown(source))
	for _, s := range d.Sections {
		html, err := d.HTML(s, prose.HTMLOptions{Level: 2, Explain: explain})
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(string(html))
	}
	return b.String()
}

func TestWordsInProseLeadToTheirExplanation(t *testing.T) {
	t.Parallel()
	const link = `<a href="#x">`
	for name, c := range map[string]struct{ source, want string }{
		"a paragraph":        {"The roller decides.", "<p>The " + link + "roller</a> decides.</p>\n"},
		"a list":             {"- roller\n- b", "<ul>\n<li>" + link + "roller</a></li>\n<li>b</li>\n</ul>\n"},
		"emphasis":           {"a **roller** b", "<p>a <strong>" + link + "roller</a></strong> b</p>\n"},
		"two in one text":    {"roller roller", "<p>" + link + "roller</a> " + link + "roller</a></p>\n"},
		"over two lines":     {"our green\nbin lid", "<p>our " + link + "green\nbin</a> lid</p>\n"},
		"the end of a line":  {"roller\nb", "<p>" + link + "roller</a>\nb</p>\n"},
		"before a hard one":  {"roller\\\nb", "<p>" + link + "roller</a><br>\nb</p>\n"},
		"beside escapes":     {`\*roller\* &amp; roller`, "<p>*" + link + "roller</a>* &amp; " + link + "roller</a></p>\n"},
		"not in an escape":   {"R&amp;D &lt;", "<p>R&amp;D &lt;</p>\n"},
		"not in a link":      {"[roller](a.md)", "<p><a href=\"a.md\">roller</a></p>\n"},
		"not in code":        {"`roller`\n\n    roller", "<p><code>roller</code></p>\n<pre><code>roller\n</code></pre>\n"},
		"not in a quotation": {"> roller", "<blockquote>\n<p>roller</p>\n</blockquote>\n"},
		"not in a heading":   {"## One\n\n### roller", "<h3 id=\"roller\">roller</h3>\n"},
		"not in an address":  {"<https://roller.example>", "<p><a href=\"https://roller.example\">https://roller.example</a></p>\n"},
	} {
		if diff := cmp.Diff(c.want, explained(t, c.source, explainAll("roller", "green\nbin", "amp", "lt"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	table := explained(t, "| roller |\n|---|\n| roller |", explainAll("roller"))
	if !strings.Contains(table, `<th scope="col">roller</th>`) || !strings.Contains(table, "<td>"+link+"roller</a></td>") {
		t.Errorf("in a table: %s", table)
	}
}

func TestAnAddressOfAnExplanationIsEscaped(t *testing.T) {
	t.Parallel()
	got := explained(t, "roller", func(string) []prose.Explained {
		return []prose.Explained{{Start: 0, Stop: 6, Href: `#"><script>`}}
	})
	if want := "<p><a href=\"#&quot;&gt;&lt;script&gt;\">roller</a></p>\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
