package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"

	"notices.example/notices/handbook"
	"notices.example/notices/inherit"
	"notices.example/notices/law"
	"notices.example/notices/load"
	"notices.example/site"
)

func newExplain(today func() time.Time, getenv func(string) string) *cobra.Command {
	var x explanation
	cmd := &cobra.Command{
		Use:   "explain [RULE | PROVISION]",
		Short: "Explain a rule, or what a provision of the law asks for",
		Long: `Explain says why there is a rule, which law is behind it, what it reports and how
to put that right. Of a provision it says what a notice has to tell people, and
which rules see to it. Without a name it lists every rule.

The law is the one that the site in this folder is under, or else that of the UK.`,
		Example: `  notices explain                       list every rule
  notices explain retention             list the rules on retention
  notices explain retention-missing
  notices explain "13(2)(e)"            or "Article 13(2)(e)"
  notices explain DPA 2018 s.164A --at 2026-06-18`,
		ValidArgsFunction: ruleNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.run(cmd.OutOrStdout(), strings.Join(args, " "), today, getenv)
		},
	}
	x.source.add(cmd.Flags())
	cmd.Flags().StringVar(&x.law, "law", "", "whose law: `uk or eu` (default that of the site, or uk)")
	cmd.Flags().StringVar(&x.format, "format", "text", "how to print: `text or markdown`")
	return cmd
}

// explanation is one call of the command.
type explanation struct {
	source sourceFlags
	law    string
	format string
}

func (x *explanation) run(w io.Writer, words string, today func() time.Time, getenv func(string) string) error {
	if x.format != "text" && x.format != "markdown" {
		return usageError{fmt.Errorf("--format takes text or markdown, not “%s”", x.format)}
	}
	day, err := x.source.day(today)
	if err != nil {
		return err
	}
	l, err := law.At(cmp.Or(x.law, x.jurisdiction()), day)
	if err != nil {
		return usageError{fmt.Errorf("--law takes uk or eu, not “%s”", x.law)}
	}
	page, err := pageOn(handbook.New(l, site.Rules()), words)
	if err != nil {
		return err
	}
	text := handbook.Markdown(page)
	if x.format == "text" {
		colour, width := terminal(w, getenv)
		text = handbook.Text(page, handbook.Style{Colour: colour, Width: width})
	}
	_, err = io.WriteString(w, text)
	return err
}

// jurisdiction is whose law the site is under, if there is one here.
func (x *explanation) jurisdiction() string {
	const elsewhere = "uk"
	root, err := x.source.open()
	if err != nil {
		return elsewhere
	}
	read, err := load.Load(root)
	if err != nil {
		return elsewhere
	}
	set, _ := inherit.Resolve(read.Corpus)
	return set.Jurisdiction()
}

// pageOn gives the page on what the words name.
func pageOn(h *handbook.Handbook, words string) (handbook.Page, error) {
	if words == "" {
		return h.IndexPage(), nil
	}
	if doc, chapter, ok := h.Rule(asRule(words)); ok {
		page := h.RulePage(doc, chapter)
		page.Parts = append(page.Parts, handbook.Part{Heading: "Page", Text: "docs/rules/" + doc.ID + ".md"})
		return page, nil
	}
	if page, ok := h.TopicPage(words); ok {
		return page, nil
	}
	if near := nearestRule(h, words); near != "" {
		return handbook.Page{}, usageError{fmt.Errorf("there is no rule “%s”; did you mean “notices explain %s”?", words, near)}
	}
	if other, ok := elsewhere(h.Law, words); ok {
		return handbook.Page{}, usageError{fmt.Errorf("“%s” is %s law; try --law %s", words, strings.ToUpper(other), other)}
	}
	if p, ok := h.Law.Find(words); ok {
		page := h.ProvisionPage(p)
		if !law.Names(words, p.ID) {
			page.Parts = slices.Insert(page.Parts, 0, handbook.Part{Text: fmt.Sprintf("Nothing is known of “%s” here. It belongs to this:", words)})
		}
		return page, nil
	}
	return handbook.Page{}, usageError{fmt.Errorf("“%s” is neither a rule nor a provision that is known here\n“notices explain” lists every rule; a provision is written like \"13(2)(e)\" or DPA 2018 s.164A", words)}
}

// elsewhere gives the jurisdiction that has what words name, where this one has
// not.
func elsewhere(l *law.Law, words string) (string, bool) {
	if p, ok := l.Find(words); ok && law.Names(words, p.ID) {
		return "", false
	}
	for _, jurisdiction := range []string{"uk", "eu"} {
		other, err := law.At(jurisdiction, l.Day)
		if err != nil || jurisdiction == l.Jurisdiction {
			continue
		}
		if p, ok := other.Find(words); ok && law.Names(words, p.ID) {
			return jurisdiction, true
		}
	}
	return "", false
}

// asRule writes words as the IDs of rules are: retention-missing for “Retention
// missing”.
func asRule(words string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) }), "-")
}

// nearestRule gives the rule that was perhaps meant, or nothing.
func nearestRule(h *handbook.Handbook, word string) string {
	name := asRule(word)
	best, fewest := "", len(name)/3+1
	for _, d := range h.Rules() {
		if n := levenshtein.ComputeDistance(name, d.ID); n < fewest {
			best, fewest = d.ID, n
		}
	}
	return best
}

// ruleNames completes the ID of a rule at the shell.
func ruleNames(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var list []cobra.Completion
	if len(args) == 0 {
		for _, d := range everyRule() {
			if strings.HasPrefix(d.ID, begun) {
				list = append(list, cobra.CompletionWithDesc(d.ID, d.Title))
			}
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}
