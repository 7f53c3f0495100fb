package notices

// SecurityContact is what .well-known/security.txt is made from: where people who
// find a hole in the site's security tell the body that runs it. The form of the
// file is that of RFC 9116.
type SecurityContact struct {
	Pos     Pos   `yaml:"-"`
	Email   Email // of a team, not of a person
	Form    URL   // an online form; it begins with https://
	Phone   Phone // with the code of the country: +44 20 7946 0000
	Expires Date  // the last day on which this is to be relied on; within a year is usual
	Policy  URL   // how the body deals with such reports; it begins with https://
}
