package record

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices/settest"
)

var update = flag.Bool("update", false, "write what is expected anew")

// The file holds a small site and its record: of each row the cells that are not
// empty, below their titles.
func TestARowForEachPurpose(t *testing.T) {
	t.Parallel()
	const file, golden = "testdata/record.txtar", "record"
	archive := settest.Archive(t, file)
	table := Of(settest.Of(t, settest.Files(archive)), time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC))
	var b strings.Builder
	for _, row := range table[1:] {
		for i, cell := range row {
			if cell != "" {
				fmt.Fprintf(&b, "%s = %s\n", table[0][i], strings.ReplaceAll(cell, "\n", " / "))
			}
		}
		b.WriteByte('\n')
	}
	last := &archive.Files[len(archive.Files)-1]
	if *update {
		last.Data = []byte(b.String())
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(last.Data), b.String()); diff != "" {
		t.Errorf("(-file +record):\n%s", diff)
	}
}

// All that Article 30(1) asks for has a column.
func TestEveryItemOfArticle30HasAColumn(t *testing.T) {
	t.Parallel()
	for _, item := range "abcdefg" {
		provision := fmt.Sprintf("30(1)(%c)", item)
		found := false
		for _, c := range columns {
			found = found || strings.Contains(c.title, provision)
		}
		if !found {
			t.Errorf("no column is for %s", provision)
		}
	}
}
