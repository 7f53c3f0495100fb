package change

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices/settest"
)

// Fingerprints are kept in files of councils. When this one changes, FingerprintForm
// needs another number.
func TestAFingerprintStays(t *testing.T) {
	t.Parallel()
	if got, want := fingerprintOfTax(t, asWritten), map[int]string{1: "b26a644fe04ff7b7"}[FingerprintForm]; got != want {
		t.Errorf("the fingerprint is %s in form %d, and was %s", got, FingerprintForm, want)
	}
}

// Words, order and short forms leave the meaning as it is.
func TestWordsLeaveTheFingerprint(t *testing.T) {
	t.Parallel()
	want := fingerprintOfTax(t, asWritten)
	for from, to := range map[string]string{
		"We send a bill in March.":                         "Bills come in March.",
		"title: Council tax":                               `title: "Tax of the council"`,
		"data: [name, bank]\n    period":                   "data: [bank, name]\n    period",
		"period: 6 years":                                  "period: P6Y",
		"transfers: none\n":                                "transfers: none # as agreed\n",
		"summary: How we use your information for council": "summary: What we do with your information for council",
	} {
		if got := fingerprintOfTax(t, strings.NewReplacer(from, to)); got != want {
			t.Errorf("%q in place of %q is taken for another meaning", to, from)
		}
	}
	if fingerprintOfTax(t, strings.NewReplacer("period: 6 years", "period: 7 years")) == want {
		t.Error("another period has the same fingerprint")
	}
}

var asWritten = strings.NewReplacer()

// fingerprintOfTax gives the fingerprint of a notice after some words were replaced.
func fingerprintOfTax(t *testing.T, words *strings.Replacer) string {
	t.Helper()
	text, err := os.ReadFile("testdata/changes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range txtar.Parse(text).Files {
		if !strings.HasPrefix(f.Name, "edit: ") {
			fsys[f.Name] = &fstest.MapFile{Data: []byte(words.Replace(string(f.Data)))}
		}
	}
	complete := settest.Of(t, fsys)
	for _, c := range complete.Notices {
		if c.ID.Value == "tax" {
			return fingerprint(t, complete, c)
		}
	}
	t.Fatal("there is no notice on tax")
	return ""
}
