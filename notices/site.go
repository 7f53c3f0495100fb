package notices

// Site is content/site.yaml: what holds for the whole site.
type Site struct {
	Pos         Pos        `yaml:"-"`
	Title       Text       // shown in the header of every page
	BaseURL     URL        // where the site is published; links work without it
	Law         Term       `terms:"jurisdiction"` // uk or eu
	Languages   []Term     `terms:"language"`     // the first is the main language
	Intro       Text       // a sentence or two on the home page
	Banner      Text       // shown on every page, such as "This is an example"
	Brand       Brand      // how the site looks like the body's own
	ReviewEvery Period     // how often a notice is to be reviewed
	Checks      Checks     // what the site settles about how it is checked
	Redirects   []Redirect // old addresses that are no notice's or page's alias

	SecurityContact *SecurityContact // who is told of a hole in the site's security; no security.txt is published when absent

	Accessibility *Accessibility // what the accessibility statement is made from; none is published when absent
}

// Language is the site's main language: the first one listed, or en.
func (s *Site) Language() string {
	if len(s.Languages) == 0 {
		return "en"
	}
	return s.Languages[0].Value
}

// Brand is the little of a council's look that the site takes over.
type Brand struct {
	Pos    Pos  `yaml:"-"`
	Colour Text `fact:"true"` // #rrggbb, for the header and, without an accent, for links
	Accent Text `fact:"true"` // #rrggbb, for links, where the colour itself would be too pale to read
}

// Redirect is an old address that leads to a page of this site.
type Redirect struct {
	Pos  Pos `yaml:"-"`
	From URL // the old address, from the site's root
	To   URL // the page it leads to
}
