package rules

import (
	"reflect"
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
	"notices.example/notices/prose"
)

// leftOver matches what templates tell their authors, and what authors write to
// themselves.
var leftOver = pattern.MustCompile(`\[(?i:insert|add|enter|name of|your|the name|organisation|council|service|department|team|date|email|phone|address|link|xx)[^\]]*\]` +
	`|<(?i:insert|enter|name of|your)[^>]*>|(?i:must select at least one|lorem ipsum|delete as (?:appropriate|applicable)|select all that apply|guidance note)` +
	`|\b(?:TODO|FIXME|XXX+|TBC|TBD)\b`)

// unfilled matches a value that comes from a fix, or from a line of “notices new”
// such as “We cannot …”, and was not filled in. Nothing has been said there, so it
// weighs as much as if it were missing.
var unfilled = pattern.MustCompile(`^(?:…|\.\.\.)$|\s…$`)

// exampleHost matches addresses that are kept for examples (RFC 2606), and the
// one that guides to public services use.
var exampleHost = pattern.MustCompile(`(?i)\bexample\.(?:gov\.uk|org\.uk|co\.uk|com|net|org)\b`)

// leftOverHints stand in all that one of these matches, so that most texts are passed
// over quickly. There is no s in them, which has a second small letter.
var leftOverHints = pattern.VocabularyOf(
	"[", "<", "elect a", "orem ip", "elete a", "uidance note", "todo", "fixme", "xxx", "tbc", "tbd", "…", "...", "xample.",
)

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
	CheckText: func(t *Text) []notices.Finding {
		var list []notices.Finding
		for _, left := range t.left() {
			list = append(list, leftOverAt(left.pos, left.words))
		}
		for _, link := range t.links() {
			if host := exampleHost.FindString(link.Destination); host != "" {
				list = append(list, leftOverAt(link.Pos, host))
			}
		}
		if t.doc == nil {
			return list
		}
		for _, p := range t.doc.Passages {
			if !leftOverHints.Holds(p.Text) {
				continue
			}
			for _, at := range leftOver.FindAllStringIndex(p.Text, -1) {
				if !isLiteral(p, at) {
					list = append(list, leftOverAt(p.Place(at[0], at[1]), p.Text[at[0]:at[1]]))
				}
			}
		}
		return list
	},
}

// leftOverIn gives the first words of a text or address that are left over.
func leftOverIn(words string) string {
	switch {
	case !leftOverHints.Holds(words): // as nearly all
		return ""
	case unfilled.MatchString(words):
		return words
	}
	if host := exampleHost.FindString(words); host != "" {
		return host
	}
	return leftOver.FindString(words)
}

// isLiteral reports whether words are code, or a part of an address.
func isLiteral(p prose.Passage, at []int) bool {
	return inAddress.MatchString(p.Text[:at[0]]) || slices.ContainsFunc(p.Literal, func(r prose.Range) bool { return r.Start <= at[0] && at[1] <= r.Stop })
}

// inAddress matches a text that ends within an address.
var inAddress = pattern.MustCompile(`(?:://|\bwww\.)\S*$`)

func leftOverAt(p notices.Pos, words string) notices.Finding {
	f := notices.Finding{
		Pos:     p,
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

// leftText is what seems to be left of a template in a text, and the place of that.
type leftText struct {
	words string
	pos   notices.Pos
}

// left gives the texts and addresses in the front matter that something is left in.
// A site that is only tried out has no address yet.
func (t *told) left() (list []leftText) {
	for _, piece := range t.pieces {
		site, _ := piece.value.(*notices.Site)
		walkTexts(reflect.ValueOf(piece.value), shapeOf(piece.value), func(words string, p notices.Pos) {
			if site != nil && p == site.BaseURL.Pos {
				return
			}
			if found := leftOverIn(words); found != "" {
				list = append(list, leftText{found, p})
			}
		})
	}
	return list
}

// walkTexts calls f for every text, web address and email address in a value of a
// shape.
func walkTexts(v reflect.Value, of *shape, f func(words string, p notices.Pos)) {
	switch of.kind {
	case pointerShape:
		if !v.IsNil() {
			walkTexts(v.Elem(), of.elem, f)
		}
	case listShape:
		for i := range v.Len() {
			walkTexts(v.Index(i), of.elem, f)
		}
	case textShape:
		t := v.Addr().Interface().(*notices.Text)
		f(t.Value, t.Pos)
	case urlShape:
		t := v.Addr().Interface().(*notices.URL)
		f(t.Value, t.Pos)
	case emailShape:
		t := v.Addr().Interface().(*notices.Email)
		f(t.Value, t.Pos)
	case structShape:
		for _, field := range of.fields {
			walkTexts(v.Field(field.index), field.shape, f)
		}
	}
}
