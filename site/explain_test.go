package site_test

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"notices.example/notices"
)

const allotments = "notices/wendle/allotments.html"

func glossary(words ...string) (list []notices.GlossaryTerm) {
	for _, w := range words {
		list = append(list, notices.GlossaryTerm{Pos: at("glossary.yaml"), Term: text(w), Meaning: text("What " + w + " means.")})
	}
	return list
}

func TestWordsLeadToTheirExplanationOnceInASection(t *testing.T) {
	t.Parallel()
	const link = `<a href="#word--plot">`
	in := input()
	in.Set.Corpus.Glossary = glossary("Plot")
	c := sparse(in)
	c.Title, c.Purposes[0].Purpose = text("Plots"), text("Let a plot")
	c.Purposes[0].Note, c.Purposes[0].BasisInLaw = text("A plot is small."), text("The Plots Act")
	c.Security = []notices.Text{text("Keys to plots are kept safe.")}
	c.Body = markdown(sparseFile, "A plot, and plots.\n\n## Rules of plots\n\n`plot` [a plot](council.md)\n\n> plot\n\nYour **plot**.\n")
	got := page(t, render(t, in), allotments)
	says(t, got,
		"A "+link+"plot</a>, and plots.", "<strong>"+link+"plot</a></strong>", "A "+link+"plot</a> is small.", "The Plots Act", "Keys to "+link+"plots</a> are",
		">Rules of plots</h2>", "<code>plot</code>", ">a plot</a>", ">Let a plot", "\n<h1>Plots</h1>",
		`id="word--plot"`, "What Plot means.")
	if n := strings.Count(got, link); n != 4 {
		t.Errorf("%d links to the explanation, want one for each of four sections", n)
	}
}

func TestOnlyTheWordsOfAPageAreExplainedOnIt(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Corpus.Glossary = append(glossary("Plot", "Weir"), notices.GlossaryTerm{Term: text("Data protection officer"), Meaning: text("Our own words for it.")})
	sparse(in).Purposes[0].Note = text("A plot.")
	out := render(t, in)
	got := page(t, out, allotments)
	says(t, got, "What Plot means.", "Our own words for it.", `<a href="../../glossary.html">Words explained</a>`)
	silent(t, got, "What Weir means.", "Two or more organisations that decide together", "watches over how it uses")
	for _, form := range []string{"notices/wendle/allotments.large.html", "notices/wendle/allotments.txt"} {
		content, _ := out.File(form)
		says(t, string(content), "What Plot means.")
	}
}

func TestTheWordsOfALanguageAreExplainedInIt(t *testing.T) {
	t.Parallel()
	got := page(t, render(t, input()), "notices/wendle/garden-waste.cy.html")
	says(t, got, ">Swyddog diogelu data</a>", "<h2 id=\"glossary\">Geiriau ar y dudalen hon</h2>")
	silent(t, got, `href="#word--brown-bin"`, "The bin for garden waste.")
}

func TestHostileTermsStayWords(t *testing.T) {
	t.Parallel()
	hostile := []string{`"><script>alert(1)</script>`, "<img src=x onerror=y>", "&amp;", "{{.Words}}", "javascript:alert(1)", "A-B", "A B", "---", "#", "   ", "script", "b", strings.Repeat("x ", 500) + "y"}
	in := input()
	in.Set.Corpus.Glossary = glossary(hostile...)
	c := sparse(in)
	c.Purposes[0].Note = text(strings.Join(hostile, " . "))
	c.Body = markdown(sparseFile, "A-B and A B & <b> *"+strings.Join(hostile[5:7], "* ")+" script\n")
	out := render(t, in)
	checkPages(t, out, "/notices/")
	content, _ := out.File(allotments)
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			words.WriteString(n.Data)
		}
		if n.DataAtom == atom.Script || n.DataAtom == atom.Img {
			t.Errorf("the page has an element %s", n.Data)
		}
	}
	says(t, words.String(), strings.Join(strings.Fields(c.Purposes[0].Note.Value), " "))
}

func TestEveryLinkToAWordIsAnswered(t *testing.T) {
	t.Parallel()
	links := 0
	for _, f := range render(t, input()).Files {
		if path.Ext(f.Path) != ".html" || !strings.HasPrefix(f.Path, "notices/") {
			continue
		}
		root, err := html.Parse(bytes.NewReader(f.Content))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.DataAtom != atom.A || !strings.HasPrefix(attribute(n, "href"), "#word--") {
				continue
			}
			links++
			for p := n.Parent; p != nil; p = p.Parent {
				switch p.DataAtom {
				case atom.A, atom.H1, atom.H2, atom.H3, atom.H4, atom.Code, atom.Blockquote, atom.Caption, atom.Svg:
					t.Errorf("%s: a link to a word stands in %s", f.Path, p.Data)
				}
			}
		}
	}
	if links == 0 {
		t.Error("there are no links to words")
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func TestSentencesAboutTheLawHaveTheirProvision(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Notices[2].Exemptions = nil
	got := page(t, render(t, in), "notices/wendle/garden-waste.html")
	for sentence, provision := range map[string]string{
		"must tell you within a month":                 "UK GDPR Article 14(3)",
		"It is normally free.":                         "UK GDPR Article 12(5)",
		"You can also complain to the regulator":       "DPA 2018 s.165",
		"The law gives most protection":                "UK GDPR Article 9(1)",
		"You can object to our using your information": "UK GDPR Article 21",
		"You can ask us to delete your information":    "UK GDPR Article 17",
	} {
		_, after, there := strings.Cut(got, sentence)
		citation := strings.Index(after, provision)
		if !there || citation < 0 || strings.Contains(after[:citation], "</section>") {
			t.Errorf("%q has no citation of %s", sentence, provision)
		}
	}
	in.Set.Corpus.Site.Law, in.Set.Corpus.Site.Accessibility = term("eu"), nil
	says(t, page(t, render(t, in), "notices/wendle/garden-waste.html"), "GDPR Article 77")
}
