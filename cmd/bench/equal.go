package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"notices.example/cmd/bench/town"
)

// facts is what the front matter of a notice says that its page has to say too.
type facts struct {
	Title      string
	Controller string
	Summary    string
	Data       []struct{ Label string }
	Purposes   []struct {
		Purpose    string
		BasisInLaw string `yaml:"basis_in_law"`
	}
	Recipients []struct{ Organisation, Purpose, When string }
	Retention  []struct{ Period, From, Exceptions string }
	Security   []string
	Rights     struct {
		How, Identity string
		TimeLimit     string `yaml:"time_limit"`
	}
	Complaints struct {
		ToController struct{ How string } `yaml:"to_controller"`
		ToRegulator  struct{ How string } `yaml:"to_regulator"`
	}
}

// sampled is how many notices are looked at to see that both programs do the same work.
const sampled = 20

// equal fails when the two programs did not do the same work: each form of a notice as
// often, and on the pages of a sample of notices everything that their front matter says.
func (s *site) equal() error {
	ours, theirs := s.ours(), s.theirs()
	if err := sameForms(filepath.Join(ours.folder, ours.output), filepath.Join(theirs.folder, theirs.output)); err != nil {
		return err
	}
	for i := range min(sampled, s.size) {
		number := (i*s.size/min(sampled, s.size) + i) % s.size // not only the first of each hundred
		said, err := s.said(number)
		if err != nil {
			return err
		}
		page := town.Page(number)
		for _, p := range []program{ours, theirs} {
			for _, form := range []string{page + ".html", p.large(page), page + ".txt", page + ".json"} {
				if err := tells(filepath.Join(p.folder, p.output, form), said); err != nil {
					return fmt.Errorf("the work is not the same: %s: %w", p.name, err)
				}
			}
		}
	}
	return nil
}

// large is where a program puts the large print of a page.
func (p program) large(page string) string {
	if p.output == "public" && p.name != "notices" {
		return "large/" + page + ".html"
	}
	return page + ".large.html"
}

// said gives all that a notice says in its front matter, with what it takes over from the
// corporate notice of its council, as texts.
func (s *site) said(number int) (texts []string, err error) {
	f, err := s.read(town.Notice(number))
	if err != nil {
		return nil, err
	}
	told := f
	if f.Rights.How == "" {
		if told, err = s.read(filepath.Join(filepath.Dir(town.Notice(number)), "corporate.md")); err != nil {
			return nil, err
		}
	}
	texts = append(texts, f.Title, f.Summary, told.Rights.How, told.Rights.Identity, told.Rights.TimeLimit,
		told.Complaints.ToController.How, told.Complaints.ToRegulator.How)
	for _, d := range f.Data {
		texts = append(texts, d.Label)
	}
	for _, p := range f.Purposes {
		texts = append(texts, p.Purpose, p.BasisInLaw)
	}
	names := []string{f.Controller}
	for _, r := range f.Recipients {
		texts = append(texts, r.Purpose, r.When)
		names = append(names, r.Organisation)
	}
	for _, r := range f.Retention {
		texts = append(texts, r.Period, r.From, r.Exceptions)
	}
	for _, id := range names {
		var body struct{ Name string }
		if err := s.decode("content/organisations/"+id+".yaml", &body); err != nil {
			return nil, err
		}
		texts = append(texts, body.Name)
	}
	return append(texts, f.Security...), nil
}

func (s *site) read(name string) (f facts, err error) {
	err = s.decode(name, &f)
	return f, err
}

// decode reads a YAML file of the content, or the front matter of a Markdown file.
func (s *site) decode(name string, into any) error {
	text, err := os.ReadFile(filepath.Join(s.folder, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	front, _, _ := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---\n")
	if err := yaml.Unmarshal([]byte(front), into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

var (
	tags   = regexp.MustCompile(`<[^>]*>`)
	spaces = regexp.MustCompile(`\s+`)
)

// tells fails when a file does not have all of some texts in it, as a reader gets it.
func tells(file string, texts []string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text := string(content)
	if strings.HasSuffix(file, ".html") {
		text = html.UnescapeString(tags.ReplaceAllString(text, ""))
	}
	text = spaces.ReplaceAllString(text, " ")
	for _, t := range texts {
		if !strings.Contains(text, t) && !strings.Contains(text, inISO(t)) {
			return fmt.Errorf("%s does not say %q", file, t)
		}
	}
	return nil
}

// inISO gives a length of time as JSON has it, such as P2Y, and any other text as it is.
func inISO(s string) string {
	number, unit, _ := strings.Cut(s, " ")
	switch unit {
	case "years", "months", "days":
		return "P" + number + strings.ToUpper(unit[:1])
	}
	return s
}
