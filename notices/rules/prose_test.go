package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/notices/rules"
)

// wellWritten is a text as a council writes it that takes care: with everything in
// it that sounds like a fault and is none.
const wellWritten = `
## Who decides?

An officer does, under the Smallholdings and Allotments Act 1926 (s. 8 et seq.). Computers don't decide.
You may write to us; we answer within 28 days, i.e. four weeks. In May 2026 we did so in 9.5 days on average.
Mr A. Might looks after the site. If you owe us rent, we may ask a court for it.
We could sort letters by computer, but we do not. It may rain on open days :-)

## What we don't do

- We do not share your bank details with anyone.
- We do not use your details for marketing by others.
- We do not ask why you want a plot.

a) Nobody calls at your plot without notice, and b) nobody reads your letters.

## Words that others use

Some notices say “we may share your data with third parties for as long as necessary”, or ` + "`TODO`" + `.
See https://www.anytown.example/TBC for a list. Our Data Protection Officer (DPO) writes none of that. Ask the DPO.

| What | How long |
|---|---|
| Your name | 6 years |

> We could have been told sooner. The GDPR says so!

## Can I say no?

Yes. But then we cannot rent you a plot. You may decline to tell us your age.

## Rights

You have the right to see your data. You have no right to erasure of an entry in the map of the site.
The UK Health Security Agency, which used to be Public Health England, has nothing to do with it.
Civil Enforcement Officers (CEOs) look at parked cars. A CEO carries a card. HMRC does not.

*Croeso i bawb!* If you'd rather have this in Welsh, tell us. 😀
`

func TestWellWrittenTextIsLeftAlone(t *testing.T) {
	t.Parallel()
	if list := check(t, site(t, bodyOf(wellWritten))); len(list) > 0 {
		t.Errorf("want no findings, got:\n%s", listed(list))
	}
}

// bodyOf is a change that gives the notice a text.
func bodyOf(text string) string {
	return "body: |\n  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ") + "\n"
}

// One mistake is one finding, at the words that are wrong.
func TestAMistakeIsReportedOnceAtItsWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rule, before, words, after string }{
		{"wording-qualifier", "We ", "may", " keep a copy."},
		{"retention-vague-in-text", "We keep it ", "in line with our retention schedule", "."},
		{"transfer-border-eea", "Nothing goes outside the ", "EEA", "."},
		{"template-text-left", "Write to ", "[name of organisation]", " about it."},
		{"template-text-left", "", "TODO", ": ask the team."},
		{"law-outdated", "We act under the ", "GDPR", "."},
		{"citation-wrong", "We rely on ", "Article 6(e)", " of the UK GDPR."},
		{"none-contradicted-in-text", "Our ", "supplier stores your data outside the UK", "."},
		{"anonymous-contradicted", "", "Your application is anonymous.", ""},
	} {
		list := check(t, site(t, bodyOf("You can apply 😀 *online*. "+c.before+c.words+c.after)))
		if len(list) != 1 || list[0].Rule != c.rule {
			t.Errorf("%s: want one finding, got:\n%s", c.words, listed(list))
			continue
		}
		column := len([]rune("  You can apply 😀 *online*. "+c.before)) + 1
		if got := list[0].Pos; got.Col != column || got.Len != len(c.words) {
			t.Errorf("%s: want column %d and length %d, got %+v", c.words, column, len(c.words), got)
		}
	}
}

// BenchmarkProse reads sites whose notices have long texts: about 900 words each.
func BenchmarkProse(b *testing.B) {
	const copies, count = 3, 500
	fsys := site(b, "")
	notice := string(fsys[exampleNotice].Data)
	delete(fsys, exampleNotice)
	for i := range count {
		var text strings.Builder
		for n := range copies {
			fmt.Fprintf(&text, "\n# Part %d\n\n%s", n, wellWritten)
		}
		fsys[fmt.Sprintf("content/notices/service-%d.md", i)] = &fstest.MapFile{
			Data: []byte("---\n" + replaceKeys(notice, "title:\n", fmt.Sprintf("title: Service %d\n", i)) + "---\n" + text.String()),
		}
	}
	read, err := load.Load(fsys)
	if err != nil {
		b.Fatal(err)
	}
	set, _ := inherit.Resolve(read.Corpus)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Run(set, exampleDay); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*count), "ns/notice")
}
