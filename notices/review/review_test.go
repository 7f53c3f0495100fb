package review

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/law"
)

var update = flag.Bool("update", false, "write the golden files anew")

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// Every item that the law asks for has words to be known by, in each jurisdiction.
func TestEveryItemHasCues(t *testing.T) {
	t.Parallel()
	known := map[string]int{}
	for _, c := range cues() {
		known[c.Item]++
		if c.Look == "" || len(c.stated) == 0 {
			t.Errorf("%s says neither what to look for nor how it is known", c.Item)
		}
	}
	for _, jurisdiction := range []string{"uk", "eu"} {
		l, err := law.At(jurisdiction, day)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range l.Items {
			if known[item.ID] != 1 {
				t.Errorf("%s: %s has %d cues", jurisdiction, item.ID, known[item.ID])
			}
		}
	}
}

// What is known by its words, and what looks like it and is not.
func TestItemsAreKnownByTheirWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		item, text string
		want       Answer
	}{
		{"controller", "Anytown Council is the data controller for this service.", Stated},
		{"controller", "We are registered with the regulator under number Z1234567.", Stated},
		{"controller", "Our processors follow what the controller tells them.", Spoken},
		{"controller", "We empty bins.", Missing},
		{"dpo", "Write to our data protection officer at dpo@anytown.example.", Stated},
		{"dpo", "We have a data protection officer.", Spoken},
		{"purposes", "We use your details to decide whether you can have a permit.", Stated},
		{"purposes", "Why we need your information", Spoken},
		{"lawful-basis", "Our lawful basis is public task, under the Highways Act 1980.", Stated},
		{"lawful-basis", "We rely on Article 6(1)(e) of the UK GDPR.", Stated},
		{"lawful-basis", "We always have a lawful basis.", Spoken},
		{"lawful-basis", "Only what is necessary to deliver the service, for which we have a contract with a firm.", Missing},
		{"legitimate-interests", "It is in our legitimate interests to keep the car park safe.", Stated},
		{"legitimate-interests", "It is in our legitimate interests.", Spoken},
		{"legitimate-interests", "We rely on consent.", NotSure},
		{"data-categories", "We collect your name, your address and your date of birth.", Stated},
		{"data-categories", "Contact us by email or phone.", Missing},
		{"recipients", "We share your details with the police.", Stated},
		{"recipients", "We will never share your details.", Stated},
		{"recipients", "We may share information where the law allows it.", Spoken},
		{"recipients", "We need it to provide you with council services.", Missing},
		{"transfers", "Your information is not sent outside the UK.", Stated},
		{"transfers", "The data is stored in the United Kingdom.", Stated},
		{"transfers", "We travel.", Missing},
		{"retention", "We keep it for six years after your last payment.", Stated},
		{"retention", "We keep it as long as necessary.", Spoken},
		{"retention", "You need to have lived here for two years.", Missing},
		{"rights", "You have the right to access what we hold, and to have it corrected.", Stated},
		{"rights", "Read about your rights on our website.", Spoken},
		{"consent-withdrawal", "You gave your consent. You can withdraw your consent by calling us.", Stated},
		{"consent-withdrawal", "We ask for your consent.", Missing},
		{"consent-withdrawal", "The law tells us to do this.", NotSure},
		{"complaint-to-controller", "If you are unhappy, please contact us first.", Stated},
		{"complaint-to-controller", "You can complain.", Spoken},
		{"complaint-to-regulator", "You can complain to the Information Commissioner.", Stated},
		{"complaint-to-regulator", "Cookies are explained by the ICO.", Spoken},
		{"provision", "If you do not give us your address, we cannot send the permit.", Stated},
		{"provision", "These questions are optional.", Stated},
		{"provision", "Our staff take mandatory training, and work with the voluntary sector.", Missing},
		{"source", "We obtain your new address from other councils.", Stated},
		{"source", "We collect it by phone, on the website or by other means.", NotSure},
		{"automated-decisions", "No automated decisions are made about you.", Stated},
		{"automated-decisions", "Our staff decide.", Missing},
		{"representative", "We are established outside the UK. Our UK representative is Somebody Limited.", Stated},
		{"representative", "We are a council.", NotSure},
	} {
		document, err := Read("notice.txt", []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		r, err := Of(document, "uk", day)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, item := range r.Items {
			if found = found || item.ID == c.item; item.ID == c.item && item.Answer != c.want {
				t.Errorf("%s, in “%s”: %s, want %s (%v)", c.item, c.text, item.Answer, c.want, item.Places)
			}
		}
		if !found {
			t.Errorf("%s is no item", c.item)
		}
	}
}

func TestTheReviewOfANotice(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"parking.txt", "parking.md", "parking.html"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			content, err := os.ReadFile(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name, review(t, name, content))
		})
	}
}

func review(t *testing.T, name string, content []byte) string {
	t.Helper()
	document, err := Read(name, content)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Of(document, "uk", day)
	if err != nil {
		t.Fatal(err)
	}
	return r.Text()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The same words make the same passages in each kind of file, but for their lines.
func TestTheKindOfFileMakesNoDifference(t *testing.T) {
	t.Parallel()
	want := []Passage{
		{Heading: true, Text: "How long"}, {Text: "We keep it for 2 years."}, {Text: "your name"}, {Text: "your address, dpo@anytown.example"},
	}
	for name, content := range map[string][]byte{
		"a.txt":  []byte("\ufeffHow long\r\n\r\nWe keep it\r\nfor 2 years.\r\n\r\n• your name\r\n• your address, dpo@anytown.example\r\n"),
		"a.md":   []byte("---\ntitle: x\n---\n## How long\n\nWe *keep* it\nfor 2 years.\n\n- your name\n- your address, <dpo@anytown.example>\n"),
		"a.HTML": []byte("<head><title>x</title></head><nav>Menu</nav><h2>How long</h2><p>We <b>keep</b> it\nfor&nbsp;2 years.</p><script>x()</script><ul><li>your name<li>your address, dpo@anytown.example</ul>"),
		"a.docx": word(t, `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>How long</w:t></w:r></w:p>`+
			`<w:p><w:r><w:t>We keep it</w:t><w:br/><w:t>for 2 years.</w:t></w:r></w:p><w:p/>`+
			`<w:p><w:r><w:t>your name</w:t></w:r></w:p><w:p><w:r><w:t>your address, dpo@anytown.example</w:t></w:r></w:p>`),
	} {
		document, err := Read(name, content)
		if err != nil {
			t.Error(name, err)
			continue
		}
		got := document.Passages
		for i := range got {
			got[i].Line = 0
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// word gives a Word document with that in its body.
func word(t *testing.T, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	part, err := archive.Create(wordBody)
	if err == nil {
		_, err = part.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`))
	}
	if err := errors.Join(err, archive.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFilesThatAreNoNotices(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file    string
		content []byte
		want    string
	}{
		"a picture":              {"a.png", []byte("\x89PNG"), "is read from a text, Markdown, HTML or Word file"},
		"a picture called text":  {"a.txt", []byte("\x89PNG\x00"), "is not a text"},
		"a text called Word":     {"a.docx", []byte("hello"), "is not a Word document"},
		"an archive called Word": {"a.docx", emptyArchive(t), "is not a Word document"},
		"a damaged document":     {"a.docx", word(t, "<w:p>"), "is damaged"},
		"a large one":            {"a.txt", make([]byte, MaxSize+1), "is larger than 10 MiB"},
		"very many words":        {"a.txt", bytes.Repeat([]byte("word "), maxText/5+1), "has more than 2 MiB of words"},
		"a bomb":                 {"a.docx", word(t, strings.Repeat(" ", maxWordBody)), "is larger than 8 MiB"},
		"a deep one":             {"a.docx", word(t, strings.Repeat("<w:p>", 10_000)), "more than 250 of its elements"},
	} {
		if _, err := Read(c.file, c.content); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func emptyArchive(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := zip.NewWriter(&b).Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"parking.txt", "parking.md", "parking.html"} {
		content, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, content)
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		document, err := Read(name, content)
		if err != nil {
			return
		}
		r, err := Of(document, "uk", day)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range r.Items {
			for _, p := range item.Places {
				if p.Passage.Line < 1 || !strings.Contains(p.Passage.Text, p.Words) {
					t.Errorf("%s: %+v", item.ID, p)
				}
			}
		}
		_ = r.Text()
	})
}
