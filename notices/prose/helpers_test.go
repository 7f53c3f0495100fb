package prose_test

import (
	"notices.example/notices"
	"notices.example/notices/prose"
)

// markdown is a text as the body of a content file whose front matter ends in line 9.
func markdown(source string) notices.Markdown {
	return notices.Markdown{Source: source, Pos: notices.Pos{File: "content/notices/council-tax.md", Line: 10, Col: 1}}
}

func reports(d *prose.Document, rule string) bool {
	for _, p := range d.Problems {
		if p.Rule == rule {
			return true
		}
	}
	return false
}

func first(problems []notices.Finding) any {
	if len(problems) == 0 {
		return "none"
	}
	return problems[0]
}
