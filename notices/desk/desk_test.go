package desk

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"notices.example/notices/rules"
	"notices.example/notices/settest"
)

var update = flag.Bool("update", false, "write the golden files anew")

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

func town(t *testing.T) *Desk {
	t.Helper()
	set := settest.Of(t, settest.Files(settest.Archive(t, "testdata/town.txtar")))
	checked, err := rules.Run(set, day)
	if err != nil {
		t.Fatal(err)
	}
	return Of(set, checked.Matrix, checked.Findings, day)
}

// text writes all of a desk for people to compare.
func text(d *Desk) string {
	var b strings.Builder
	for _, f := range d.Figures() {
		fmt.Fprintf(&b, "%d %s\n", f.Number, f.What)
	}
	for _, t := range d.Tables {
		fmt.Fprintf(&b, "\n# %s\n%s\n", t.Title, t.About)
		for _, row := range t.Rows {
			b.WriteString("--\n")
			for i, cell := range row {
				fmt.Fprintf(&b, "%s: %s\n", t.Columns[i], strings.ReplaceAll(cell, "\n", " | "))
			}
		}
	}
	b.WriteString("\n# Events\n")
	for _, e := range d.Events {
		fmt.Fprintf(&b, "%s %s: %s (%s)\n", e.Day.Format(time.DateOnly), e.ID, e.Title, strings.ReplaceAll(e.Detail, "\n", " | "))
	}
	return b.String()
}

func TestWhatLiesOnTheDesk(t *testing.T) {
	t.Parallel()
	got := text(town(t))
	const file = "testdata/town.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The page has every cell, and loads nothing.
func TestThePageHasEveryCell(t *testing.T) {
	t.Parallel()
	d := town(t)
	d.Tables[0].Rows[0][1] = "<script>alert(1)</script>"
	var b bytes.Buffer
	if err := d.WriteHTML(&b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			words.WriteString(n.Data + "\n")
		case n.Data == "script" || n.Data == "link" || n.Data == "img":
			t.Errorf("it has a <%s>", n.Data)
		}
	}
	for _, table := range d.Tables {
		for _, row := range table.Rows {
			for _, cell := range row {
				if !strings.Contains(words.String(), cell) {
					t.Errorf("%s: it lacks %q", table.ID, cell)
				}
			}
		}
	}
}

// What a calendar program asks of the file: lines, their length, the keys of an event.
func TestTheCalendarIsOne(t *testing.T) {
	t.Parallel()
	d := town(t)
	d.Events[0].Title += strings.Repeat(" ô; a, b\\", 20) + "\x00"
	var b bytes.Buffer
	if err := d.WriteCalendar(&b); err != nil {
		t.Fatal(err)
	}
	whole := b.String()
	for line := range strings.SplitSeq(strings.TrimSuffix(whole, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\n\r\x00") || strings.ToValidUTF8(line, "?") != line {
			t.Errorf("a line is not right: %q", line)
		}
	}
	unfolded := strings.ReplaceAll(whole, "\r\n ", "")
	if !strings.Contains(unfolded, strings.Repeat(` ô\; a\, b\\`, 20)+"\r\n") {
		t.Error("the title is another")
	}
	events := strings.Split(unfolded, "BEGIN:VEVENT\r\n")[1:]
	if len(events) != len(d.Events) {
		t.Errorf("%d events, want %d", len(events), len(d.Events))
	}
	known := map[string]bool{}
	for _, e := range events {
		for _, key := range []string{"UID:", "DTSTAMP:20261122T000000Z", "DTSTART;VALUE=DATE:20", "SUMMARY:", "END:VEVENT"} {
			if strings.Count(e, "\r\n"+key)+strings.Count(e[:4], key[:4]) != 1 {
				t.Errorf("%s stands not once in\n%s", key, e)
			}
		}
		uid, _, _ := strings.Cut(e, "\r\n")
		if known[uid] {
			t.Error("twice:", uid)
		}
		known[uid] = true
	}
}

func TestAnEmptyDesk(t *testing.T) {
	t.Parallel()
	set := settest.Of(t, fstest.MapFS{"content/site.yaml": &fstest.MapFile{Data: []byte("title: Nothing\n")}})
	d := Of(set, rules.Matrix{}, nil, day)
	var b bytes.Buffer
	if err := d.WriteHTML(&b); err != nil {
		t.Fatal(err)
	}
	for _, table := range d.Tables {
		if len(table.Rows) > 0 || !strings.Contains(b.String(), table.None) {
			t.Errorf("%s: %v", table.ID, table.Rows)
		}
	}
}
