package rules

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// leftOver matches what templates tell their authors, and what authors write to
// themselves.
var leftOver = regexp.MustCompile(`\[(?i:insert|add|enter|name of|your|the name|organisation|council|service|department|team|date|email|phone|address|link|xx)[^\]]*\]` +
	`|<(?i:insert|enter|name of|your)[^>]*>|(?i:must select at least one|lorem ipsum|delete as (?:appropriate|applicable)|select all that apply|guidance note)` +
	`|\b(?:TODO|FIXME|XXX+|TBC|TBD)\b`)

// leftOverHints are parts of words that stand in all that leftOver matches without
// a bracket, in both cases, so that most paragraphs are passed over quickly.
var leftOverHints = []string{"elect a", "ELECT A", "orem", "OREM", "elete", "ELETE", "uidance", "UIDANCE", "TODO", "FIXME", "XXX", "TBC", "TBD"}

func mayBeLeftOver(text string) bool {
	return strings.ContainsAny(text, "[<") || slices.ContainsFunc(leftOverHints, func(hint string) bool { return strings.Contains(text, hint) })
}

// unfilled matches a value that comes from a fix that was pasted and not filled
// in. Nothing has been said there, so it weighs as much as if it were missing.
var unfilled = regexp.MustCompile(`^(?:…|\.\.\.)$`)

// exampleHost matches addresses that are kept for examples (RFC 2606), and the
// one that guides to public services use.
var exampleHost = regexp.MustCompile(`(?i)\bexample\.(?:gov\.uk|org\.uk|co\.uk|com|net|org)\b`)

var templateTextLeft = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "template-text-left", Title: "Text of a template is left over", Severity: notices.Warning,
		Provisions: []string{"12(1)"},
		Why: "Instructions to the author, such as “[name of organisation]”, tell readers only that nobody has read the notice. " +
			"An address at example.gov.uk or example.com reaches nobody. " +
			"A lone “…” comes from a fix that was pasted and not filled in: it is an error, because what the law asks for is not there.",
		Bad:  "summary: How [name of organisation] uses your information.\n",
		Good: "summary: How Anytown Council uses your information.\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		report := func(p notices.Pos, notice, words string) {
			list = append(list, leftOverAt(p, notice, words))
		}
		s.eachText(func(words string, p notices.Pos, notice string) {
			if site := s.Set.Corpus.Site; site != nil && p == site.BaseURL.Pos {
				return // a site that is only tried out has no address yet
			}
			if found := leftOverIn(words); found != "" {
				report(p, notice, found)
			}
		})
		for _, b := range s.bodies {
			for _, link := range b.Links {
				if host := exampleHost.FindString(link.Destination); host != "" {
					report(link.Pos, b.notice, host)
				}
			}
			for _, p := range b.Passages {
				if !mayBeLeftOver(p.Text) {
					continue
				}
				for _, at := range leftOver.FindAllStringIndex(p.Text, -1) {
					if isLiteral(p, at) {
						continue
					}
					report(p.Place(at[0], at[1]), b.notice, p.Text[at[0]:at[1]])
				}
			}
		}
		return list
	},
}

// leftOverIn gives the first words of a text or address that are left over.
func leftOverIn(words string) string {
	if unfilled.MatchString(words) {
		return words
	}
	if strings.Contains(words, "xample.") || strings.Contains(words, "XAMPLE.") {
		if host := exampleHost.FindString(words); host != "" {
			return host
		}
	}
	if mayBeLeftOver(words) {
		return leftOver.FindString(words)
	}
	return ""
}

// isLiteral reports whether words are code, or a part of an address.
func isLiteral(p prose.Passage, at []int) bool {
	return inAddress.MatchString(p.Text[:at[0]]) || slices.ContainsFunc(p.Literal, func(r prose.Range) bool { return r.Start <= at[0] && at[1] <= r.Stop })
}

// inAddress matches a text that ends within an address.
var inAddress = regexp.MustCompile(`(?:://|\bwww\.)\S*$`)

func leftOverAt(p notices.Pos, notice, words string) notices.Finding {
	f := notices.Finding{
		Pos: p, Notice: notice,
		Message: quote(words) + " is left over from a template.",
		Fix:     "Put in its place what holds for your service, or take it out.",
	}
	switch {
	case unfilled.MatchString(words):
		f.Severity = notices.Error
		f.Message = "Nothing has been put in place of the “…” yet."
	case exampleHost.MatchString(words):
		f.Message = quote(words) + " is an address for examples: it reaches nobody."
		f.Fix = "Put in its place your own address, or take it out."
	}
	return f
}

// leftText is a text that something of a template seems to be left in.
type leftText struct {
	words string
	pos   notices.Pos
}

// leftIn gives the texts of a notice that something is left in. They are looked for
// once.
func (s *Site) leftIn(n *notices.Notice) (list []leftText) {
	list, known := s.was.left[n]
	if !known {
		walkTexts(reflect.ValueOf(n), func(words string, p notices.Pos) {
			if leftOverIn(words) != "" {
				list = append(list, leftText{words, p})
			}
		})
	}
	s.is.left[n] = list
	return list
}

// eachText calls f for the texts and addresses of the content files that something
// can be left in, with the ID of the notice each is written in.
func (s *Site) eachText(f func(words string, p notices.Pos, notice string)) {
	c := s.Set.Corpus
	for _, list := range [][]*notices.Notice{c.Notices, c.Translations} {
		for _, n := range list {
			for _, t := range s.leftIn(n) {
				f(t.words, t.pos, n.ID.Value)
			}
		}
	}
	shared := []any{c.Site, c.Organisations, c.Blocks, c.Pages, c.Glossary}
	for _, words := range c.Shared {
		shared = append(shared, words.Site, slices.Collect(maps.Values(words.Organisations)), slices.Collect(maps.Values(words.Blocks)), words.Glossary)
	}
	for _, v := range shared {
		walkTexts(reflect.ValueOf(v), func(words string, p notices.Pos) { f(words, p, "") })
	}
}

// walkTexts calls f for every text, web address and email address in a value.
func walkTexts(v reflect.Value, f func(words string, p notices.Pos)) {
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
		switch value := v.Interface().(type) {
		case notices.Text:
			f(value.Value, value.Pos)
			return
		case notices.URL:
			f(value.Value, value.Pos)
			return
		case notices.Email:
			f(value.Value, value.Pos)
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanInterface() { // it is exported
				walkTexts(v.Field(i), f)
			}
		}
	}
}
