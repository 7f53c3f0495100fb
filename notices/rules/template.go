package rules

import (
	"reflect"
	"regexp"

	"notices.example/notices"
)

// leftOver matches what templates tell their authors, and what authors write to
// themselves. A lone … comes from a fix that was pasted and not filled in.
var leftOver = regexp.MustCompile(`\[(?i:insert|add|enter|name of|your|the name|organisation|council|service|department|team|date|email|phone|address|link|xx)[^\]]*\]` +
	`|<(?i:insert|enter|name of|your)[^>]*>|(?i:must select at least one|lorem ipsum|delete as (?:appropriate|applicable)|select all that apply|guidance note)` +
	`|\b(?:TODO|FIXME|XXX+|TBC|TBD)\b|^…$`)

var templateTextLeft = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "template-text-left", Title: "Text of a template is left over", Severity: notices.Warning,
		Provisions: []string{"12(1)"},
		Why:        "Instructions to the author, such as “[name of organisation]”, tell readers only that nobody has read the notice.",
		Bad:        "summary: How [name of organisation] uses your information.\n",
		Good:       "summary: How Anytown Council uses your information.\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		report := func(p notices.Pos, notice, words string) {
			list = append(list, notices.Finding{
				Pos: p, Notice: notice,
				Message: quote(words) + " is left over from a template.",
				Fix:     "Put in its place what holds for your service, or take it out.",
			})
		}
		s.eachText(func(t notices.Text, notice string) {
			if words := leftOver.FindString(t.Value); words != "" {
				report(t.Pos, notice, words)
			}
		})
		for _, b := range s.bodies {
			for _, p := range b.Passages {
				for _, at := range leftOver.FindAllStringIndex(p.Text, -1) {
					report(p.Place(at[0], at[1]), b.notice, p.Text[at[0]:at[1]])
				}
			}
		}
		return list
	},
}

// eachText calls f for every text of the content files, with the ID of the
// notice it is written in.
func (s *Site) eachText(f func(t notices.Text, notice string)) {
	c := s.Set.Corpus
	for _, list := range [][]*notices.Notice{c.Notices, c.Translations} {
		for _, n := range list {
			walkTexts(reflect.ValueOf(n), func(t notices.Text) { f(t, n.ID.Value) })
		}
	}
	for _, v := range []any{c.Site, c.Organisations, c.Blocks, c.Pages, c.Glossary} {
		walkTexts(reflect.ValueOf(v), func(t notices.Text) { f(t, "") })
	}
}

var textType = reflect.TypeFor[notices.Text]()

func walkTexts(v reflect.Value, f func(notices.Text)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walkTexts(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walkTexts(v.Index(i), f)
		}
	case reflect.Struct:
		if v.Type() == textType {
			f(v.Interface().(notices.Text))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walkTexts(v.Field(i), f)
			}
		}
	}
}
