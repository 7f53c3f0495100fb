package rules

import (
	"slices"
	"strings"

	"notices.example/notices"
)

// What “notices init” makes up of a body, and the words of the banner that says so. A test
// of package starter holds the two together.
const (
	madeUpBanner  = "made from a template"
	madeUpNumber  = "Z0000000"
	madeUpAddress = "Town Hall, High Street, Anytown AN1 1AA"
	madeUpHost    = "@council.example"
)

var starterValueLeft = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "starter-value-left", Title: "A made-up fact of the first site is left over", Severity: notices.Error,
		Provisions: []string{"13(1)(a)", "14(1)(a)", "5(1)(a)"}, Section: notices.ControllerSection,
		Why: "“notices init” makes up the address of the body, its entry in the regulator's register and how to reach its data protection officer. " +
			"As long as the banner stands on every page, readers are told that. Without it they take these facts for true, and whoever uses their rights reaches nobody. " +
			"What the notices of the first site say, such as how long data is kept, is made up as well, and nothing but reading can tell.",
		Bad:  "-- content/organisations/anytown-council.yaml --\nregistration:\n  number: Z0000000\n",
		Good: "-- content/organisations/anytown-council.yaml --\nregistration:\n  number: Z1234567\n",
	},
	CheckSite: func(s *Site) []notices.Finding {
		site := s.Set.Corpus.Site
		if siteUnread(s.Set.Corpus) || site == nil || strings.Contains(site.Banner.Value, madeUpBanner) {
			return nil
		}
		var list []notices.Finding
		for _, o := range s.Set.Corpus.Organisations {
			for _, v := range madeUp(o) {
				list = append(list, notices.Finding{
					Pos: v.pos, About: o.ID.Value,
					Message: v.what + " of " + quote(o.Name.Value) + " was made up by “notices init”: " + quote(v.words) + ".",
					Fix:     "Put in your own:\n\n" + v.fix,
				})
			}
		}
		return list
	},
}

// madeUpValue is something of a body that was made up.
type madeUpValue struct {
	pos              notices.Pos
	what, words, fix string
}

// madeUp gives what is left of what was made up of a body. A body without a number can
// take that line out.
func madeUp(o *notices.Organisation) []madeUpValue {
	list := []madeUpValue{
		{o.Address.Pos, "The address", o.Address.Value, "address: …"},
		{o.Registration.Number.Pos, "The registration number", o.Registration.Number.Value, "registration:\n  number: …"},
	}
	for _, c := range o.Contacts {
		list = append(list,
			madeUpValue{c.Post.Pos, "A postal address", c.Post.Value, "post: …"},
			madeUpValue{c.Email.Pos, "An email address", c.Email.Value, "email: …"})
	}
	return slices.DeleteFunc(list, func(v madeUpValue) bool {
		return v.words != madeUpNumber && !strings.HasSuffix(v.words, madeUpAddress) && !strings.HasSuffix(v.words, madeUpHost)
	})
}
