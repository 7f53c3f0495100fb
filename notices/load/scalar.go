package load

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"

	"notices.example/notices"
	"notices.example/notices/law"
)

// leaf decodes a single value into out, a pointer to one of the value types. The
// place is kept even where the value is refused.
func (d *decoder) leaf(n *yaml.Node, out any, s slot) {
	if md, ok := out.(*notices.Markdown); ok {
		d.markdown(n, md, s)
		return
	}
	if d.plainLeaf(n, out, s) {
		return
	}
	pos := d.value(n)
	raw, ok := d.plainText(n, s)
	text := strings.TrimSpace(nfc(raw))
	if _, words := out.(*notices.Text); !words {
		text = d.bare(n, text, ok, s)
	}
	if v, words := out.(*notices.Text); words {
		*v = notices.Text{Value: text, Pos: pos, Spans: d.spans(n, text, pos)}
		d.checkCut(n, ok)
		d.checkQuotes(n, ok)
		return
	}
	d.checked(text, ok, out, pos, s)
}

// plainLeaf is leaf for a value without quotes that stands on one line as it is. It
// reports whether this is one: no letter of it can be wrong then.
func (d *decoder) plainLeaf(n *yaml.Node, out any, s slot) bool {
	pos, plainly := d.plainPlace(n)
	if !plainly || n.LineComment != "" || strings.TrimSpace(n.Value) != n.Value {
		return false
	}
	if v, words := out.(*notices.Text); words {
		*v = notices.Text{Value: n.Value, Pos: pos}
	} else {
		d.checked(n.Value, true, out, pos, s)
	}
	return true
}

// checked decodes a single value that has a form of its own. Where it is not ok, its
// place alone is kept.
func (d *decoder) checked(text string, ok bool, out any, pos notices.Pos, s slot) {
	switch v := out.(type) {
	case *notices.Term:
		if v.Pos = pos; ok {
			v.Value = d.term(text, pos, s)
		}
	case *notices.ID:
		if v.Pos = pos; ok {
			v.Value = d.id(text, pos, s)
		}
	case *notices.Ref:
		if v.Pos = pos; ok {
			v.Value = d.ref(text, pos, s)
		}
	case *notices.URL:
		if v.Pos = pos; ok {
			v.Value = d.url(text, pos, s)
		}
	case *notices.Email:
		if v.Pos = pos; ok {
			v.Value = d.email(text, pos, s)
		}
	case *notices.Phone:
		if v.Pos = pos; ok {
			v.Value = d.phone(text, pos, s)
		}
	default:
		d.parsed(text, ok, out, pos, s)
	}
}

// parsed decodes a single value that is more than a text.
func (d *decoder) parsed(text string, ok bool, out any, pos notices.Pos, s slot) {
	switch v := out.(type) {
	case *notices.Date:
		v.Pos = pos
		if ok {
			v.Time = d.date(text, pos, s)
		}
	case *notices.Period:
		if ok {
			*v = d.period(text, pos, s)
		}
		v.Pos = pos
	case *notices.Answer:
		v.Pos = pos
		if ok {
			v.Value = d.answer(text, pos, s)
		}
	}
}

// plainText gives a value as it was typed. Anything but a single value is reported.
func (d *decoder) plainText(n *yaml.Node, s slot) (string, bool) {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Value, d.checkEscaped(n)
	case yaml.MappingNode:
		if len(n.Content) == 2 && n.Style&yaml.FlowStyle == 0 && n.Content[1].Kind == yaml.ScalarNode && n.Content[0].Style == 0 {
			d.colonFinding(n)
			return "", false
		}
		d.shape(n, s, fmt.Sprintf("“%s” takes one value, and here is a group of names and values.", s.key), fmt.Sprintf("Write the value on the line of its name:\n%s: …", s.key))
	default:
		message, fix := listForOne(s.key)
		d.shape(n, s, message, fix)
	}
	return "", false
}

// listForOne words the finding for a list where one value belongs. Who lists
// several lawful bases has not yet said which purpose rests on which.
func listForOne(key string) (message, fix string) {
	message = fmt.Sprintf("“%s” takes one value, and here is a list.", key)
	switch key {
	case "lawful_basis":
		return message + " It is not said which purpose rests on which.", "Give each purpose the one basis that it rests on:\nlawful_basis: …"
	case "special_category":
		return message, "List the data as several items, one for each category:\nspecial_category: …"
	}
	return message, fmt.Sprintf("Write the value on the line of its name:\n%s: …", key)
}

// checkEscaped refuses hidden characters that were written as an escape, such as
// "\0" or "\u202e".
func (d *decoder) checkEscaped(n *yaml.Node) bool {
	if n.Style&yaml.DoubleQuotedStyle == 0 || !strings.Contains(d.line(n.Line), `\`) {
		return true
	}
	for _, r := range n.Value {
		if c, found := characterProblem(r); found && r != '\n' {
			pos := d.value(n)
			d.add(notices.Finding{Rule: c.rule, Severity: c.severity, Pos: pos, Message: fmt.Sprintf(c.message, fmt.Sprintf("U+%04X", r)), Fix: c.fix})
			return c.severity != notices.Error
		}
	}
	return true
}

// checkCut warns of a text that " #" cuts off: YAML takes the rest for a remark.
func (d *decoder) checkCut(n *yaml.Node, ok bool) {
	if !ok || n.Style != 0 || n.LineComment == "" {
		return
	}
	pos := d.value(n)
	rest := d.restOf(n.Line, n.Column)
	full := strings.TrimSpace(rest)
	lead := strings.TrimSuffix(d.line(n.Line), rest)
	d.report(ruleTextCut, d.at(pos.Line, pos.Col+pos.Len+1, 1), "The text ends before the #: what follows is taken for a remark and is not published.",
		"If it belongs to the text, use quotes; if it is a remark, put it on a line of its own:\n"+lead+quoted(full))
}

// checkQuotes warns of curly quotes around a whole text. They hold nothing
// together, as straight ones do, and would be published.
func (d *decoder) checkQuotes(n *yaml.Node, ok bool) {
	if !ok || n.Style != 0 {
		return
	}
	inner, around := curlyQuoted(n.Value)
	if !around {
		return
	}
	fix := "Type straight quotes in their place, or leave them out."
	if rest := d.restOf(n.Line, n.Column); strings.TrimSpace(rest) == n.Value {
		fix = "Use straight quotes, or none:\n" + strings.TrimSuffix(d.line(n.Line), rest) + quoted(inner)
	}
	d.report(ruleTextQuotes, d.value(n), "The curly quotes around this text are published with it.", fix)
}

// bare gives a value that is no text without the curly quotes around it, which it
// reports: it is plain what was meant.
func (d *decoder) bare(n *yaml.Node, text string, ok bool, s slot) string {
	inner, around := curlyQuoted(text)
	if !ok || !around {
		return text
	}
	rest := d.restOf(n.Line, n.Column)
	better := s.key + ": " + inner
	if after, found := strings.CutPrefix(rest, n.Value); found {
		better = strings.TrimSuffix(d.line(n.Line), rest) + inner + after
	}
	d.report(ruleTextQuotes, d.value(n), "These are curly quotes, as Word makes them.", "Take them away:\n"+better)
	return strings.TrimSpace(inner)
}

// term checks a word against its list.
func (d *decoder) term(text string, pos notices.Pos, s slot) string {
	name := s.tag.terms
	switch name {
	case "":
		return d.id(text, pos, s)
	case "country":
		return d.country(text, pos, s)
	}
	words := terms(name)
	if slices.Contains(words, text) {
		return text
	}
	better := suggestTerm(text, words)
	message := fmt.Sprintf("“%s” is not a word that can stand for “%s”.", shorten(text), s.key)
	fix := termFix(text, better, name, s, words)
	if name == "special-category" {
		message, fix = notSpecial(text, message, fix)
	}
	d.report(ruleTermUnknown, pos, message, fix)
	if p := plain(text, '-'); slices.Contains(words, p) {
		return p // only capitals or spaces differ, so there is no doubt
	}
	if _, ours := notices.TermLists[name]; ours && sureTerm(text, better) {
		return better
	}
	return ""
}

// sureTerm reports whether there is no doubt that a word stands for a term: one
// letter differs, or it is known to be used for it. The term is used then, so that
// one slip does not bring other findings about. The words of the law are not
// guessed: their choice is the body's.
func sureTerm(text, term string) bool {
	p := plain(text, '-')
	return term != "" && (otherTerms[p] == term || len(p) <= len(term)+1 && levenshtein.ComputeDistance(p, term) <= 1)
}

// ordinary are words for data that is often taken for special category data and
// is not named in Article 9(1).
var ordinary = []string{
	"gender", "sex", "age", "date-of-birth", "marital-status", "income", "employment", "employment-status",
	"financial", "address", "national-insurance-number", "special-needs",
}

// notSpecial words the finding for data that belongs elsewhere than Article 9.
func notSpecial(text, message, fix string) (string, string) {
	switch word := plain(text, '-'); {
	case strings.Contains(word, "offence"), strings.HasPrefix(word, "crim"), strings.Contains(word, "conviction"):
		return "Data about offences is not special category data (Article 9): it has rules of its own (Article 10).",
			"In place of this line write:\ncriminal_offence: yes"
	case slices.Contains(ordinary, word), strings.HasPrefix(word, "education"):
		return fmt.Sprintf("“%s” is not special category data: Article 9 does not name it.", shorten(text)), "Take this line out."
	}
	return message, fix
}

// terms gives the words of a list.
func terms(name string) []string {
	if words, ok := notices.TermLists[name]; ok {
		return words
	}
	return law.TermLists()[name]
}

// country reads an ISO 3166-1 code; UK is taken for GB.
func (d *decoder) country(text string, pos notices.Pos, s slot) string {
	code := strings.ToUpper(text)
	region, err := language.ParseRegion(code)
	if err == nil && len(code) == 2 && region.Canonicalize().IsCountry() {
		return region.Canonicalize().String()
	}
	fix := "Use the two letters of the country's international code, such as GB, IE, FR or US."
	if better, ok := countryNames[plain(text, ' ')]; ok {
		fix = fmt.Sprintf("Did you mean “%s”?\n%s: %s", better, s.key, better)
	}
	d.report(ruleTermUnknown, pos, fmt.Sprintf("“%s” is not the code of a country.", shorten(text)), fix)
	return ""
}

// countryNames are the names people write for the countries that notices name most.
var countryNames = map[string]string{
	"united kingdom": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "britain": "GB",
	"ireland": "IE", "republic of ireland": "IE", "france": "FR", "germany": "DE", "belgium": "BE", "netherlands": "NL", "the netherlands": "NL",
	"united states": "US", "united states of america": "US", "usa": "US", "the usa": "US", "the united states": "US", "america": "US",
	"india": "IN", "canada": "CA", "australia": "AU", "switzerland": "CH", "spain": "ES", "italy": "IT", "poland": "PL", "sweden": "SE",
	"denmark": "DK", "norway": "NO", "finland": "FI", "portugal": "PT", "austria": "AT", "japan": "JP", "new zealand": "NZ", "israel": "IL",
}

// id checks a name that is given here.
func (d *decoder) id(text string, pos notices.Pos, s slot) string {
	problem := idProblem(text)
	if problem == "" {
		return text
	}
	d.report(ruleIDInvalid, pos, fmt.Sprintf("“%s” cannot be used as a name: %s", shorten(text), problem), slugFix(text, s.key))
	return smallLetters(text)
}

// smallLetters gives a name in small letters if that makes it a right one: what
// was meant is plain then, and what refers to it is not to be reported as well.
func smallLetters(text string) string {
	if small := strings.ToLower(text); idProblem(small) == "" {
		return small
	}
	return ""
}

// ref checks the form of a reference; whether there is such a thing is for
// others to find out.
func (d *decoder) ref(text string, pos notices.Pos, s slot) string {
	if idProblem(text) == "" {
		return text
	}
	segments := strings.Split(text, "/")
	for i, segment := range segments {
		if idProblem(segment) == "" {
			continue
		}
		message := fmt.Sprintf("“%s” cannot be the name of anything: use only small letters a to z, digits, and single hyphens between words.", shorten(text))
		fix := slugFix(text, s.key)
		for _, ending := range []string{".md", ".yaml"} {
			if trimmed := strings.TrimSuffix(segment, ending); i == len(segments)-1 && trimmed != segment && idProblem(trimmed) == "" {
				fix = fmt.Sprintf("Leave out the ending:\n%s: %s", s.key, strings.TrimSuffix(text, ending))
			}
		}
		d.report(ruleIDInvalid, pos, message, fix)
		return smallLetters(text)
	}
	return text
}

func slugFix(text, key string) string {
	if better := slug(text); better != "" && len(better) <= maxID {
		return fmt.Sprintf("Write it like this:\n%s: %s", key, better)
	}
	return "Use small letters, digits and hyphens, such as first-name."
}

// answer reads yes or no.
func (d *decoder) answer(text string, pos notices.Pos, s slot) notices.AnswerValue {
	switch strings.ToLower(text) {
	case "yes", "true":
		return notices.Yes
	case "no", "false":
		return notices.No
	}
	d.report(ruleValueShape, pos, fmt.Sprintf("“%s” takes yes or no, and here is “%s”.", s.key, shorten(text)), fmt.Sprintf("Write one of these lines:\n%s: yes\n%s: no", s.key, s.key))
	return notices.NotSaid
}

// period reads a length of time.
func (d *decoder) period(text string, pos notices.Pos, s slot) notices.Period {
	p, err := notices.ParsePeriod(text)
	if err != nil {
		d.report(rulePeriodInvalid, pos, fmt.Sprintf("“%s” is not a length of time.", shorten(text)), periodFix(text, s.key))
	}
	return p
}

func periodFix(text, key string) string {
	fix := fmt.Sprintf("Write a number and a unit, such as 6 months, 2 years, 1 year and 6 months, or 30 days:\n%s: 2 years", key)
	if key == "period" {
		fix = "Write a number and a unit, such as 6 months, 2 years, 1 year and 6 months, or 30 days. " +
			"If no length can be given, say under “criteria” how it is decided:\ncriteria: " + text
	}
	return fix
}

// markdown reads a long text, which stands in a block below its key.
func (d *decoder) markdown(n *yaml.Node, out *notices.Markdown, s slot) {
	text, ok := d.plainText(n, s)
	if !ok {
		return
	}
	folded := n.Style&yaml.FoldedStyle != 0
	if folded && d.foldedAway(n) || !folded && n.Style&yaml.LiteralStyle == 0 && d.spansLines(n) {
		d.shape(n, s, "Line ends are lost in this text, and lists and headings with them.", fmt.Sprintf("Begin it with | and put it on the lines below, indented:\n%s: |\n  Your text", s.key))
	}
	out.Source, out.Pos = nfc(strings.TrimLeft(text, "\n")), d.value(n)
	if folded {
		out.Spans = d.spans(n, out.Source, out.Pos)
	}
	out.Pos.Len = 0
	out.Indent = out.Pos.Col - 1
}

// spansLines reports whether a value that is no block goes on in the next line.
func (d *decoder) spansLines(n *yaml.Node) bool {
	return !strings.Contains(d.restOf(n.Line, n.Column), strings.TrimSpace(n.Value)) && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0
}
