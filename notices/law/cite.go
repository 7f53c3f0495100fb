package law

import (
	"regexp"
	"strings"
)

// reference is a way of naming provisions: how such an ID looks, where the
// official text is, and how to cite it for people. $1 and $2 stand for the parts
// in brackets of the pattern; {law} for the name of the law.
type reference struct {
	form *regexp.Regexp
	link map[string]string // by jurisdiction
	cite Wording
}

const (
	ukGDPR = "https://www.legislation.gov.uk/eur/2016/679/"
	euGDPR = "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#"
	dpa    = "https://www.legislation.gov.uk/ukpga/2018/12/"
)

// references are the forms an ID can have. The first that fits is taken.
var references = []reference{
	{
		form: regexp.MustCompile(`^(\d+[A-Z]?)((?:\([0-9a-z]+\))*)$`), // 13(2)(ca)
		link: map[string]string{"uk": ukGDPR + "article/$1", "eu": euGDPR + "art_$1"},
		cite: Wording{"en": "Article $1$2 {law}", "cy": "Erthygl $1$2 o {law}"},
	},
	{
		form: regexp.MustCompile(`^Annex (\d+)$`),
		link: map[string]string{"uk": ukGDPR + "annex/$1"},
		cite: Wording{"en": "Annex $1 to the {law}", "cy": "Atodiad $1 i {law}"},
	},
	{
		form: regexp.MustCompile(`^Annex (\d+) para (\d+)$`),
		link: map[string]string{"uk": ukGDPR + "annex/$1"},
		cite: Wording{"en": "paragraph $2 of Annex $1 to the {law}", "cy": "paragraff $2 o Atodiad $1 i {law}"},
	},
	{
		form: regexp.MustCompile(`^DPA 2018 s\.(\d+[A-Z]*)((?:\([0-9a-z]+\))*)$`),
		link: map[string]string{"uk": dpa + "section/$1"},
		cite: Wording{"en": "section $1$2 Data Protection Act 2018", "cy": "adran $1$2 o Ddeddf Diogelu Data 2018"},
	},
	{
		form: regexp.MustCompile(`^DPA 2018 Part (\d+)$`),
		link: map[string]string{"uk": dpa + "part/$1"},
		cite: Wording{"en": "Part $1 of the Data Protection Act 2018", "cy": "Rhan $1 o Ddeddf Diogelu Data 2018"},
	},
	{
		form: regexp.MustCompile(`^DPA 2018 Sch (\d+)$`),
		link: map[string]string{"uk": dpa + "schedule/$1"},
		cite: Wording{"en": "Schedule $1 to the Data Protection Act 2018", "cy": "Atodlen $1 i Ddeddf Diogelu Data 2018"},
	},
	{
		form: regexp.MustCompile(`^DPA 2018 Sch (\d+) Part (\d+)$`),
		link: map[string]string{"uk": dpa + "schedule/$1/part/$2"},
		cite: Wording{
			"en": "Part $2 of Schedule $1 to the Data Protection Act 2018",
			"cy": "Rhan $2 o Atodlen $1 i Ddeddf Diogelu Data 2018",
		},
	},
	{
		form: regexp.MustCompile(`^DPA 2018 Sch (\d+) para (\d+[A-Z]?)((?:\([0-9a-z]+\))*)$`),
		link: map[string]string{"uk": dpa + "schedule/$1/paragraph/$2"},
		cite: Wording{
			"en": "paragraph $2$3 of Schedule $1 to the Data Protection Act 2018",
			"cy": "paragraff $2$3 o Atodlen $1 i Ddeddf Diogelu Data 2018",
		},
	},
	{
		form: regexp.MustCompile(`^PECR reg\.(\d+[A-Z]?)((?:\([0-9a-z]+\))*)$`),
		link: map[string]string{"uk": "https://www.legislation.gov.uk/uksi/2003/2426/regulation/$1"},
		cite: Wording{
			"en": "regulation $1$2 Privacy and Electronic Communications (EC Directive) Regulations 2003",
			"cy": "rheoliad $1$2 o Reoliadau Preifatrwydd a Chyfathrebu Electronig (Cyfarwyddeb y GE) 2003",
		},
	},
}

// Cite gives the provision as people are told of it: 13(2)(a) is "Article
// 13(2)(a) UK GDPR". An ID of no known form comes back as it is.
func (l *Law) Cite(id string) string { return l.CiteIn("en", id) }

// CiteIn is Cite in another language, or in English when there are no words for
// it in that language.
func (l *Law) CiteIn(lang, id string) string {
	for _, r := range references {
		m := r.form.FindStringSubmatchIndex(id)
		if m == nil {
			continue
		}
		pattern, in := r.cite.In(lang)
		cited := string(r.form.ExpandString(nil, braced(pattern), id, m))
		return strings.ReplaceAll(cited, "{law}", l.Name[in])
	}
	return id
}

// link gives the address of the official text, or nothing when that law has no
// such provision.
func link(jurisdiction, id string) string {
	for _, r := range references {
		if m := r.form.FindStringSubmatchIndex(id); m != nil {
			return string(r.form.ExpandString(nil, braced(r.link[jurisdiction]), id, m))
		}
	}
	return ""
}

// braced writes $1$2 as ${1}${2}, so that a letter after it does not count in.
func braced(pattern string) string {
	return strings.NewReplacer("$1", "${1}", "$2", "${2}", "$3", "${3}").Replace(pattern)
}
