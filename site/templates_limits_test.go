package site

import (
	"io"
	"strings"
	"testing"
)

// A template of the site's own that never ends, or fills the machine, ends by
// itself; the mistake is reported where it stands.
func TestTemplatesStopThemselves(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ text, want string }{
		"a layout as it is":        {"{{range .Footer}}{{.Text.Value}}{{end}}", ""},
		"many repetitions":         {"{{range 50000}}{{end}}", ""},
		"an endless repetition":    {"\n {{range 20000000000}}{{end}}", "2:10: it repeats something"},
		"repetitions in a branch":  {"{{with .Title}}{{range 20000000000}}{{end}}{{end}}", "1:24: it repeats something"},
		"in an else":               {"{{if false}}{{else}}{{range 20000000000}}{{end}}{{end}}", "1:29: it repeats something"},
		"a circle":                 {`{{template "partials/bottom.html" .}}`, "1:6: more than 200 templates"},
		"a template within one":    {`{{define "x"}}{{template "y" .}}{{template "y" .}}{{end}}{{define "y"}}{{template "x" .}}{{end}}{{template "x" .}}`, "more than 200 templates"},
		"text that grows":          {`{{$a := "xxxxxxxx"}}{{range 40}}{{$a = print $a $a}}{{end}}`, "too long for a page"},
		"text that is escaped":     {`{{$a := "\\"}}{{range 40}}{{$a = js $a}}{{end}}`, "too long for a page"},
		"a wide number":            {`{{printf "%99999d" 1}}`, "width of more than three digits"},
		"a width that is a value":  {`{{printf "%*d" 999999 1}}`, "width of more than three digits"},
		"a number as it is":        {`{{printf "%03d: %s" 1 .Title.Value}}`, ""},
		"a name of the counting":   {"{{_leave}}", `function "_leave" not defined`},
		"in an attribute":          {`<p class="{{range 3}}a {{end}}">x</p>`, ""},
		"attributes in repetition": {`<p {{range 1}}class="a" {{end}}>x</p>`, ""},
		"left at once":             {`{{range 20000000000}}{{break}}{{end}}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			templates, findings, err := loadTemplates(ownFiles{"partials/bottom.html": []byte(tt.text)})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range findings {
				got += f.Pos.String() + ": " + f.Message
			}
			if len(findings) == 0 {
				templates.allowance.renew()
				if err := templates.all.ExecuteTemplate(io.Discard, "partials/bottom.html", Page{Words: &Words{}}); err != nil {
					f, _ := templates.mistake(err, "partials/bottom.html")
					got = f.Pos.String() + ": " + strings.TrimPrefix(f.Message, "This layout has a mistake: ")
				}
			}
			if !strings.Contains(got, tt.want) || tt.want == "" && got != "" {
				t.Errorf("it says %q, want %q", got, tt.want)
			}
		})
	}
}
