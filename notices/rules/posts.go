package rules

import (
	"fmt"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// ukPostcode matches the end of a postal address in the UK.
var ukPostcode = pattern.MustCompile(`(?i)\b([a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}|freepost|bfpo ?[0-9]+|po box)\b`)

const lettersTo = "-- content/organisations/anytown-council.yaml --\ncontacts:\n  - role: complaints\n    email: complaints@anytown.example\n" +
	"  - role: data-protection-officer\n    post: "

var contactPostIncomplete = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "contact-post-incomplete", Title: "A letter would not arrive", Severity: notices.Warning,
		Provisions: []string{"12(2)"}, Section: notices.ControllerSection,
		Why:  "A postal contact without a street, a town or a postcode is no address. People who have no email can then reach nobody.",
		Bad:  lettersTo + "The data protection officer, at the council\n",
		Good: lettersTo + "The data protection officer, at the council\naddress: Town Hall, Market Square, Anytown AN1 1AA\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Law.Jurisdiction != "uk" {
			return nil // postcodes elsewhere have other forms
		}
		var list []notices.Finding
		for _, o := range s.Notice.Controllers {
			if o.Established.Said() && o.Established.Value != "GB" || o.Country.Said() && o.Country.Value != "GB" {
				continue
			}
			for _, c := range o.Contacts {
				if c.Post.Said() && !ukPostcode.MatchString(c.Post.Value) && !completes(c.Post, o.Address) {
					list = append(list, notices.Finding{
						Pos: c.Post.Pos, About: c.Role.Value,
						Message: fmt.Sprintf("%s is no address that a letter reaches: there is no postcode, and no full address of %s.", quote(c.Post.Value), organisationName(o)),
						Fix:     "Write the whole address, with the postcode, here or once as the address of the body:\n\npost: …",
					})
				}
			}
		}
		return list
	},
}

// hasStreet matches an address that has a number or several parts.
var hasStreet = pattern.MustCompile(`[0-9]|[,\n].*[,\n]`)

// completes reports whether the postal contact is an address of its own without a
// postcode, or the body has an address that completes it.
func completes(post, address notices.Text) bool {
	return address.Said() || hasStreet.MatchString(post.Value)
}
