package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestAKeptTextIsAPageAgain(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, title, body string }{
		"what stands above the title is left out": {"Privacy at Anytown\n\nThis council is made up.\n\nParking\n=======\n\nWe park.\n", "Parking", "<p>We park.</p>"},
		"without a title nothing is left out":     {"We park.\n\nYou drive.\n", "", "<p>We park.</p><p>You drive.</p>"},
		"nothing":                                 {"", "", ""},
		"headings":                                {"A\n=\n\nWhat\n----\n\nWho\n~~~\n\nWhy\n...\nWe must.\n", "A", "<h2>What</h2><h3>Who</h3><h4>Why</h4><p>We must.</p>"},
		"no level is left out":                    {"A\n=\n\nWhy\n...\n\nWho\n~~~\n\nHow\n...\n", "A", "<h2>Why</h2><h3>Who</h3><h4>How</h4>"},
		"a heading on two lines":                  {"Each purpose, the information it needs and the law that allows us to use\nit\n" + strings.Repeat("-", 72) + "\n", "", "<h2>Each purpose, the information it needs and the law that allows us to use it</h2>"},
		"lines that were broken to fit": {
			"What we use for it: Your name and address; Your vehicle's registration\n  number\nWhat allows us to: Public task\n", "",
			"<p>What we use for it: Your name and address; Your vehicle&#39;s registration number<br>What allows us to: Public task</p>",
		},
		"lists in lists": {
			"You can:\n- see it\n  - on paper\n  - on screen\n    at home\n- correct it\n\n1. First\n2. Then\n", "",
			"<p>You can:</p><ul><li>see it<ul><li>on paper</li><li>on screen<br>at home</li></ul></li><li>correct it</li></ul><ol><li>First</li><li>Then</li></ol>",
		},
		"addresses": {
			"[1] https://anytown.example/a?b=1&c=2\n[2] notices/a.html\n[3] javascript:alert(1)\n[4] https://\n", "",
			`<ul><li>[1] <a href="https://anytown.example/a?b=1&amp;c=2">https://anytown.example/a?b=1&amp;c=2</a></li><li>[2] notices/a.html</li><li>[3] javascript:alert(1)</li><li>[4] https://</li></ul>`,
		},
		"markup": {"<b>\n===\n\n- <script>alert(1)</script>\n\n<i>\n---\n[1] https://a.example/\"><b>\n", "<b>", `<ul><li>&lt;script&gt;alert(1)&lt;/script&gt;</li></ul><h2>&lt;i&gt;</h2><ul><li>[1] <a href="https://a.example/%22%3E%3Cb%3E">https://a.example/&#34;&gt;&lt;b&gt;</a></li></ul>`},
	} {
		got := readEarlier(c.text)
		if diff := cmp.Diff([]string{c.title, c.body}, []string{got.title, string(got.body)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Whatever a text holds, every word of it stays, and only the elements that are meant
// come of it, each closed.
func FuzzAKeptTextIsOnlyText(f *testing.F) {
	for _, text := range []string{"", "A\n=\n\n- b\n  - c\n\nd\n~~~\n", "1. a\n    - b\nc\n", "[1] https://a.example\n<p>", "- a\n\n\n  - b\n- c", "-\n---", "\t- x\n\u00a0\n==="} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		body := string(readEarlier("A\n=\n\n" + text).body)
		z, open := html.NewTokenizer(strings.NewReader(body)), []string{}
		for {
			switch z.Next() {
			case html.ErrorToken:
				if len(open) > 0 {
					t.Fatalf("%v are not closed: %s", open, body)
				}
				return
			case html.StartTagToken:
				name, _ := z.TagName()
				if tag := string(name); !strings.Contains(" p br ul ol li a h2 h3 h4 ", " "+tag+" ") {
					t.Fatalf("there is <%s>: %s", tag, body)
				} else if tag != "br" {
					open = append(open, tag)
				}
			case html.EndTagToken:
				name, _ := z.TagName()
				if len(open) == 0 || open[len(open)-1] != string(name) {
					t.Fatalf("</%s> closes nothing of %v: %s", name, open, body)
				}
				open = open[:len(open)-1]
			case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
				t.Fatalf("there is markup: %s", body)
			}
		}
	})
}

// A kept text can be put into the archive by hand, so it is no more trusted than others.
// What it says at length, or in lists within lists, takes no more than its share.
func TestAKeptTextThatIsHostileEndsQuickly(t *testing.T) {
	var deep strings.Builder
	for i := range 900 {
		deep.WriteString(strings.Repeat(" ", 2*i) + "- x\n")
	}
	if got := strings.Count(string(readEarlier(deep.String()).body), "<ul>"); got != deepestList {
		t.Errorf("%d lists in one another", got)
	}
	word := strings.Repeat("a", 45)
	long := readEarlier(strings.Repeat(word+"\n", 20_000))
	if want := "<p>" + strings.TrimSuffix(strings.Repeat(word+" ", 20_000), " ") + "</p>"; string(long.body) != want {
		t.Errorf("%d bytes, and not %d", len(long.body), len(want))
	}
	if n := testing.AllocsPerRun(1, func() { logicalLines(slices.Repeat([]string{word}, 2000)) }); n > 100 {
		t.Errorf("%v allocations for 2,000 lines: what came before is copied again and again", n)
	}
	for _, address := range []string{"javascript:alert(1)", "https://bank.example@evil.example/", "//evil.example/", "https:evil.example", "data:text/html,a"} {
		if got := readEarlier("[1] " + address); strings.Contains(string(got.body), "<a ") {
			t.Errorf("%s is a link: %s", address, got.body)
		}
	}
}
