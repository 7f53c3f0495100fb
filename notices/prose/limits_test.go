package prose_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"notices.example/notices/prose"
)

// Each text here made goldmark by itself need seconds or hundreds of megabytes.
func TestHostileTextsEndQuickly(t *testing.T) {
	const size = hostileSize
	fill := func(s string, n int) string { return strings.Repeat(s, n/len(s)) }
	tests := []struct {
		name, text string
		rule       string // reported; empty when the text is within the limits
	}{
		{"emphasis in one line", fill("*a_ ", size), "line-too-long"},
		{"emphasis over lines", fill("*a_ **b\n", size), "paragraph-too-long"},
		{"emphasis in paragraphs", fill(fill("*a_ ", 1990)+"\n\n", size), ""},
		{"strong in paragraphs", fill(fill("**a __b ", 3900)+"\n\n", size), ""},
		{"emphasis of many lengths", fill(lengths("*", 1000)+"\n\n", size), ""},
		{"long rows of stars", fill(fill("*", 15_000)+fill("a* ", 2900)+"\n\n", size), "nesting-too-deep"},
		{"open links in one line", fill("[a](", size), "line-too-long"},
		{"open links over lines", fill("[a](\n", size), "paragraph-too-long"},
		{"open links in paragraphs", fill(fill("[a](", 1990)+"\n\n", size), ""},
		{"open links with long addresses", fill(fill("[a](<b", 1900)+fill("c", 15_000)+"\n\n", size), ""},
		{"open brackets", fill(fill("[", 1000)+"\n\n", size), ""},
		{"open and closed brackets", fill(fill("[", 500)+fill("]", 500)+"\n\n", size), ""},
		{"open pictures", fill(fill("![", 2000)+"\n\n", size), ""},
		{"closed brackets", fill(fill("[a]", 1500)+"\n\n", size), ""},
		{"good links", fill(fill("[a](b)", 2990)+"\n\n", size), ""},
		{"list items in one line", fill("- ", 19_000) + "a", "nesting-too-deep"},
		{"numbered items in one line", fill("1. ", 19_000) + "a", "nesting-too-deep"},
		{"quotations in one line", fill(">", 19_000) + "a", "nesting-too-deep"},
		{"quotations with tabs", fill(">\t", 19_000) + "a", "nesting-too-deep"},
		{"quotations in quotations", fill(fill("> ", 32)+"\n\n", size), ""},
		{"lists that grow line by line", staircase(size, 1000), "nesting-too-deep"},
		{"lists that grow again and again", staircase(size, 16), ""},
		{"nested emphasis", fill("*a **b ", 300) + fill("** c* ", 300), "nesting-too-deep"},
		{"one address used again and again", "[a]: https://" + fill("u", 2000) + "\n\n" + fill(fill("[a]", 1400)+"\n\n", size-4000), "text-too-long"},
		{"one title used again and again", "[a]: /b '" + fill("u", 15_000) + "'\n\n" + fill(fill("[a]", 1400)+"\n\n", size-20_000), "text-too-long"},
		{"definitions without an end", fill("[a]: b '\n", size), "paragraph-too-long"},
		{"definitions without an end in paragraphs", fill(fill("[a]: b '\n", 4000)+fill("c\n", 40_000)+"\n", size), ""},
		{"wide table", "|" + fill("a|", 200) + "\n|" + fill("-|", 200) + "\nb", "table-too-wide"},
		{"short rows of a wide table", table(60) + fill("b\n", size), "table-too-long"},
		{"short rows of many tables", fill(table(60)+fill("b\n", 200)+"\n", size), "table-too-long"},
		{"table in a quotation", "> " + fill("a|", 120) + "\n> " + fill("-|", 120) + "\n" + fill("> b\n", size), "table-too-long"},
		{"code marks of many lengths", fill(lengths("`", 1000)+"\n\n", size), ""},
		{"open comments", fill(fill("a <!-- ", 6990)+fill("b\n", 40_000)+"\n", size), ""},
		{"open instructions", fill(fill("a <? ", 4990)+fill("b\n", 40_000)+"\n", size), ""},
		{"open declarations", fill(fill("a <!A ", 5990)+fill("b\n", 40_000)+"\n", size), ""},
		{"open tags", fill(fill("a <a b='", 7990)+fill("b\n", 40_000)+"\n", size), ""},
		{"ampersands", fill(fill("&a", 19_000)+"\n\n", size), ""},
		{"backslashes", fill(fill(`\`, 19_000)+"\n\n", size), ""},
		{"headings", fill("# a\n\n", size), ""},
		{"headings with the same long words", fill("# "+fill("word ", 5000)+"\n\n", size), ""},
		{"headings with braces", fill("# "+fill("{a=", 150)+fill("b", 15_000)+"\n\n", size), ""},
		{"one heading with many braces", "# " + fill("{a=", 19_000), "paragraph-too-long"},
		{"headings underlined", fill("a\n=\n\n", size), ""},
		{"bad links", fill(fill("[](javascript:a)", 4000)+"\n\n", size), ""},
		{"HTML", fill(fill("<b>", 3000)+"\n\n", size), ""},
		{"long text", fill("Word. ", 130<<10), "text-too-long"},
		{"accents", "## a" + fill("\u0301", 30_000), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			started, before := time.Now(), allocated()
			d := prose.Parse(markdown(tt.text))
			html := 0
			for _, s := range d.Sections {
				out, _ := d.HTML(s, prose.HTMLOptions{Level: 2}) // too long is a fair answer
				html += len(out)
			}
			took, used := time.Since(started), allocated()-before
			t.Logf("%4d ms, %3d MB allocated, %d sections, %d KB of HTML", took.Milliseconds(), used>>20, len(d.Sections), html>>10)
			// Without limits these texts take 20 seconds and more; with them, half a
			// second. The bound tells the two apart on any machine.
			if took > 10*time.Second*slower {
				t.Errorf("took %v: the text is not read in linear time", took)
			}
			if used > 200<<20 && slower == 1 {
				t.Errorf("allocated %d MB in all, want less than 200", used>>20)
			}
			if tt.rule != "" && !reports(d, tt.rule) {
				t.Errorf("no problem %s: %v", tt.rule, first(d.Problems))
			}
			if tt.rule == "" && len(d.Sections) == 0 {
				t.Errorf("the text was refused: %v", first(d.Problems))
			}
		})
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func staircase(size, steps int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		fmt.Fprintf(&b, "%*s- a\n\n", 2*(n%steps), "")
	}
	return b.String()
}

func table(columns int) string {
	return "|" + strings.Repeat("a|", columns) + "\n|" + strings.Repeat("-|", columns) + "\n"
}

// lengths gives marks in rows of growing length.
func lengths(mark string, count int) string {
	var b strings.Builder
	for n := 1; n < count && b.Len() < 18_000; n++ {
		b.WriteString(strings.Repeat(mark, n) + "a ")
	}
	return b.String()
}
